package pack

import "strings"

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -file desk.go -o desk_gen.go

//msgp:limit arrays:16384 maps:64
//msgp:noduplicates

// Desk is what follows the cases: rounds in which a report is read critically,
// and short checks of what was learned.
type Desk struct {
	After  string     `msg:"after"` // id of the case that the report is about
	Rounds []Round    `msg:"rounds,limit=256"`
	Checks []CheckSet `msg:"checks,limit=16"`
}

// RoundKind says what a round asks.
type RoundKind string

// The kinds of round.
const (
	FaultRound   RoundKind = "fault"   // which words are wrong, if any?
	SpeakerRound RoundKind = "speaker" // who is speaking?
	SortRound    RoundKind = "sort"    // reliable, unreliable, cannot tell?
	ClockRound   RoundKind = "clock"   // what day is it there?
	MatchRound   RoundKind = "match"   // which source carries the claim?
)

// Round is one extract and one question about it.
type Round struct {
	ID    string    `msg:"id"`
	Kind  RoundKind `msg:"kind"`
	Sound bool      `msg:"sound"` // nothing is wrong with what is shown
	Shows string    `msg:"shows"` // extract, headline, claim or clocks
	Lang  string    `msg:"lang"`  // BCP 47, of the extract
	// Anatomy and Disagreements are numbers in the project's fact dossier.
	Anatomy       []string  `msg:"anatomy,limit=16"`
	Disagreements []string  `msg:"disagreements,limit=16"`
	Claims        []string  `msg:"claims,limit=16"`
	Basis         Basis     `msg:"basis"`
	Options       []Verdict `msg:"options,limit=8"`
	Answer        string    `msg:"answer"`
	// Words says that the answers that judge faulty are words of the extract, in which
	// players find the wrong one.
	Words  bool    `msg:"words"`
	At     Moment  `msg:"at"`             // of a clock round
	Clocks []Clock `msg:"clocks,limit=8"` // the clocks that are drawn
}

// Clock is the clock of one place on the day of a round.
type Clock struct {
	Place  string `msg:"place"`
	Offset int    `msg:"offset"` // minutes east of UTC, −720 to 840
}

// Basis says what a round's correction rests on.
type Basis string

// The bases.
const (
	Checked  Basis = "checked"  // against the original or another source
	Inferred Basis = "inferred" // from the language or the context
)

// MostVerdicts is how many answers a round can have.
const MostVerdicts = 8

// Verdict is one answer to a round.
type Verdict struct {
	ID     string   `msg:"id"`
	Judges Judgment `msg:"judges"`
}

// Judgment says what an answer makes of the extract.
type Judgment string

// The judgments.
const (
	JudgesSound  Judgment = "sound"
	JudgesFaulty Judgment = "faulty"
	JudgesUnsure Judgment = "unsure"
	JudgesNot    Judgment = "none" // the answer is no verdict on soundness
)

// CheckSet is one of several sets of items that test the same.
type CheckSet struct {
	ID    string      `msg:"id"`
	Items []CheckItem `msg:"items,limit=64"`
}

// CheckItem is one short report: can it be relied on as it stands?
type CheckItem struct {
	ID    string `msg:"id"`
	Sound bool   `msg:"sound"`
	Tests string `msg:"tests"` // the skill: attribution, clock, number, …
}

// Round finds a round by id; ok is false, and the round an empty one, where there is none.
func (d *Desk) Round(id string) (r *Round, ok bool) {
	for i := range d.Rounds {
		if d.Rounds[i].ID == id {
			return &d.Rounds[i], true
		}
	}
	return &Round{ID: id}, false
}

// Verdict finds an answer of a round by id; the index is −1 for none.
func (r *Round) Verdict(id string) (int, *Verdict) {
	for i := range r.Options {
		if r.Options[i].ID == id {
			return i, &r.Options[i]
		}
	}
	return -1, &Verdict{ID: id, Judges: JudgesNot}
}

// IsExtract says whether a text is words of what a round shows, which are shown to be
// criticised and stay as they are in every language.
func IsExtract(key string) bool {
	return strings.HasPrefix(key, "desk.rounds.") && (strings.HasSuffix(key, ".extract") || strings.HasSuffix(key, ".words"))
}

// OfWords says whether an answer of a round is words of its extract.
func (r *Round) OfWords(v *Verdict) bool { return r.Words && v.Judges == JudgesFaulty }

// counts gives what the head says of a desk.
func (d *Desk) counts() (rounds, items int) {
	if len(d.Checks) > 0 {
		items = len(d.Checks[0].Items)
	}
	return len(d.Rounds), items
}

// hasDesk says whether the pack has sections for a desk.
func (h *Head) hasDesk() bool { return h.Rounds > 0 || h.CheckItems > 0 }
