package play

import (
	"fmt"
	"slices"

	"hardcases/game/class"
)

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -file record.go -o record_gen.go

//msgp:limit arrays:400000 maps:64
//msgp:noduplicates

// Record is the wire form of a Msg: its kind, up to two words and a number, and where
// it was done.
type Record struct {
	Kind string `msg:"k"`
	A    string `msg:"a,omitempty"`
	B    string `msg:"b,omitempty"`
	N    int    `msg:"n,omitempty"`
	// At is where this was done, as Session.Send says: left out where the record before
	// it that has one names the same place, and by older programs always.
	At string `msg:"at,omitempty"`
}

func (m OpenCase) record() Record    { return Record{Kind: "case", A: m.Case} }
func (m Begin) record() Record       { return Record{Kind: "begin", N: number(m.Short)} }
func (m More) record() Record        { return Record{Kind: "more", A: m.Case} }
func (m Unfold) record() Record      { return Record{Kind: "unfold", A: m.ID} }
func (m Choose) record() Record      { return Record{Kind: "choose", A: m.Option} }
func (m Draw) record() Record        { return Record{Kind: "choose", A: m.Option, N: m.Level} }
func (m GiveReason) record() Record  { return Record{Kind: "reason", A: m.Principle} }
func (m Forecast) record() Record    { return Record{Kind: "forecast", N: m.Level} }
func (Commit) record() Record        { return Record{Kind: "commit"} }
func (m Bet) record() Record         { return Record{Kind: "bet", A: m.Option} }
func (m Stake) record() Record       { return Record{Kind: "stake", N: m.Stop} }
func (TooEarly) record() Record      { return Record{Kind: "too-early"} }
func (Pass) record() Record          { return Record{Kind: "pass"} }
func (Skip) record() Record          { return Record{Kind: "skip"} }
func (Next) record() Record          { return Record{Kind: "next"} }
func (Back) record() Record          { return Record{Kind: "back"} }
func (m GoTo) record() Record        { return Record{Kind: "goto", A: m.Case, B: m.Step} }
func (m Reopen) record() Record      { return Record{Kind: "reopen", A: m.Place} }
func (m OpenSource) record() Record  { return Record{Kind: "source", A: m.Fact} }
func (m OpenClaim) record() Record   { return Record{Kind: "claim", A: m.Claim} }
func (m OpenTerm) record() Record    { return Record{Kind: "term", A: m.Term} }
func (Discuss) record() Record       { return Record{Kind: "discuss"} }
func (m OpenTry) record() Record     { return Record{Kind: "try", A: m.Try} }
func (m Turn) record() Record        { return Record{Kind: "turn", A: m.Switch, B: m.To} }
func (m Later) record() Record       { return Record{Kind: "later", N: m.Hours} }
func (m Guess) record() Record       { return Record{Kind: "guess", A: m.Try, B: m.Option} }
func (OpenRules) record() Record     { return Record{Kind: "rules"} }
func (m TurnClocks) record() Record  { return Record{Kind: clocksTurned, N: m.Hours} }
func (m Show) record() Record        { return Record{Kind: "show", A: string(m.Screen)} }
func (m ShowDebrief) record() Record { return Record{Kind: "debrief", A: m.Case} }
func (m SetLocale) record() Record   { return Record{Kind: "locale", A: m.Locale} }
func (m SetTextSize) record() Record { return Record{Kind: "text", N: m.Percent} }
func (m SetTheme) record() Record    { return Record{Kind: "theme", A: string(m.Theme)} }
func (m SetMotion) record() Record   { return Record{Kind: "motion", A: string(m.Motion)} }
func (EraseAll) record() Record      { return Record{Kind: "erase"} }
func (m SetSpacing) record() Record  { return Record{Kind: "spacing", N: m.Percent} }
func (m SetPicture) record() Record {
	return Record{Kind: "plain", N: slices.Index(pictures[:], m.When)}
}
func (m SetAloud) record() Record { return Record{Kind: "aloud", N: number(m.On)} }
func (m SetKeys) record() Record  { return Record{Kind: "keys", N: number(m.On)} }

func number(on bool) int {
	if on {
		return 1
	}
	return 0
}

// clocksTurned is the kind of TurnClocks, of which a journal keeps the last.
const clocksTurned = "clocks"

// RecordOf gives the wire form of a message.
func RecordOf(m Msg) Record { return m.record() }

// Msg gives the message of a wire form. It fails on a kind that this program
// does not know, as a newer one may have written.
func (r Record) Msg() (Msg, error) {
	if what := Request(r.Kind); what.known() {
		return Ask{What: what, Of: r.A}, nil
	}
	switch r.Kind {
	case "case":
		return OpenCase{r.A}, nil
	case "begin":
		return Begin{r.N != 0}, nil
	case "more":
		return More{r.A}, nil
	case "unfold":
		return Unfold{r.A}, nil
	case "choose":
		if r.N != 0 {
			return Draw{r.A, r.N}, nil
		}
		return Choose{r.A}, nil
	case "reason":
		return GiveReason{r.A}, nil
	case "forecast":
		return Forecast{r.N}, nil
	case "commit":
		return Commit{}, nil
	case "bet":
		return Bet{r.A}, nil
	case "stake":
		return Stake{r.N}, nil
	case "too-early":
		return TooEarly{}, nil
	case "pass":
		return Pass{}, nil
	case "skip":
		return Skip{}, nil
	case "next":
		return Next{}, nil
	case "back":
		return Back{}, nil
	case "goto":
		return GoTo{r.A, r.B}, nil
	case "reopen":
		return Reopen{r.A}, nil
	case "source":
		return OpenSource{r.A}, nil
	case "claim":
		return OpenClaim{r.A}, nil
	case "term":
		return OpenTerm{r.A}, nil
	case "discuss":
		return Discuss{}, nil
	case "try":
		return OpenTry{r.A}, nil
	case "turn":
		return Turn{r.A, r.B}, nil
	case "later":
		return Later{r.N}, nil
	case "guess":
		return Guess{r.A, r.B}, nil
	case "rules":
		return OpenRules{}, nil
	case clocksTurned:
		return TurnClocks{r.N}, nil
	case "show":
		return Show{Screen(r.A)}, nil
	case "debrief":
		return ShowDebrief{r.A}, nil
	case "locale":
		return SetLocale{r.A}, nil
	case "text":
		return SetTextSize{r.N}, nil
	case "theme":
		return SetTheme{Theme(r.A)}, nil
	case "motion":
		return SetMotion{Motion(r.A)}, nil
	case "plain":
		if r.N < 0 || r.N >= len(pictures) {
			return nil, fmt.Errorf("unknown wish for the picture: %d", r.N)
		}
		return SetPicture{pictures[r.N]}, nil
	case "spacing":
		return SetSpacing{r.N}, nil
	case "aloud":
		return SetAloud{r.N != 0}, nil
	case "keys":
		return SetKeys{r.N != 0}, nil
	case "erase":
		return EraseAll{}, nil
	case "class":
		return Class{class.Act(r.A), r.B, r.N}, nil
	}
	return nil, fmt.Errorf("unknown kind of message %q", r.Kind)
}
