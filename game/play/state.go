package play

import (
	"slices"

	"hardcases/game/class"
)

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -file state.go -o state_gen.go

//msgp:limit arrays:65536 maps:64
//msgp:noduplicates

// State is all that a game is at one moment: plain values, the same for the
// same messages. Two states are equal when their MessagePack bytes are.
type State struct {
	Screen Screen `msg:"screen"`
	// Under is the screen that a screen beside the play (log, settings, help)
	// goes back to.
	Under  Screen   `msg:"under"`
	Case   string   `msg:"case"`
	Step   int      `msg:"step"` // index in the case
	Draft  Choice   `msg:"draft"`
	Opened []string `msg:"opened"` // facts of this step whose sources were opened
	// TooEarly: what commits was pressed before all was chosen at this step.
	TooEarly bool     `msg:"too_early"`
	Answers  []Answer `msg:"answers"`
	// Seated is the step for which the player took another seat last.
	Seated Place `msg:"seated"`
	// Short are the cases that the player goes through by their short way.
	Short []string `msg:"short"`
	// Unfolded are the IDs of what was unfolded on this screen.
	Unfolded []string `msg:"unfolded"`
	// Rounds are the answers at the source desk, in order; Round is the index
	// of the current one.
	Rounds []RoundAnswer `msg:"rounds"`
	Round  int           `msg:"round"`
	// Turned is how many hours the clocks of the round are turned from its moment.
	Turned int `msg:"turned"`
	// Checks are the answers to the learning checks, in order; Check is where
	// the player is in one.
	Checks []CheckAnswer `msg:"checks"`
	Check  CheckPlace    `msg:"check"`
	Sheet  Sheet         `msg:"sheet"`
	// Model is the working model on the screen, Guesses what the player guessed
	// before seeing, each case and question once.
	Model   Model       `msg:"model"`
	Guesses []Guessed   `msg:"guesses"`
	Class   class.State `msg:"class"` // a lesson with a whole class
	Prefs   Prefs       `msg:"prefs"`
	Seed    uint64      `msg:"seed"`
	// Notice is the key of a message to the player, "" for none; Detail fills
	// its {detail}, such as the name of a file.
	Notice string `msg:"notice"`
	Detail string `msg:"detail"`
}

// Place is a step of a case.
type Place struct {
	Case string `msg:"case"`
	Step string `msg:"step"`
}

// Prefs are the player's choices of comfort. They are part of the state, so
// that a save brings them back.
type Prefs struct {
	Locale   string  `msg:"locale"`    // BCP 47
	TextSize int     `msg:"text_size"` // percent, 100 to 200
	Spacing  int     `msg:"spacing"`   // space between lines, in percent: 100 to 200
	Theme    Theme   `msg:"theme"`
	Motion   Motion  `msg:"motion"`
	Picture  Picture `msg:"picture"`
	Aloud    bool    `msg:"aloud"`   // screens are read aloud, where the host can
	NoKeys   bool    `msg:"no_keys"` // letters, digits and signs do nothing by themselves
}

// Choice is what a player picks at a step.
type Choice struct {
	Option    string `msg:"option"`
	Drawn     int    `msg:"drawn"`     // the level that was drawn, where that is not the option's own; else 0
	Principle string `msg:"principle"` // "" where none was given
	Bet       string `msg:"bet"`       // the option that the real provider is thought to have chosen, "" for none
	Stop      int    `msg:"stop"`      // how sure that is: 1, a guess, to 6, certain; 0 for none
	// Level is how sure players of older games were that the real provider chose
	// the same as they: 1 to 5, 0 where nothing was said.
	Level int `msg:"level"`
}

// Answer is what became of one step.
type Answer struct {
	Case    string   `msg:"case"`
	Step    string   `msg:"step"`
	Skipped bool     `msg:"skipped"`
	Seen    bool     `msg:"seen"`  // skipped, and what happened was shown: it stays skipped
	First   Choice   `msg:"first"` // the scored one
	Last    Choice   `msg:"last"`  // the newest, after going back
	Opened  []string `msg:"opened"`
	// Told says that the player had been told what happened before choosing: what
	// was bet on it says nothing.
	Told bool `msg:"told"`
}

// Changed says whether the player decided again, and otherwise.
func (a Answer) Changed() bool { return a.First != a.Last }

// InLesson says whether a lesson with a class is on the screen, or under a
// screen beside it.
func (s State) InLesson() bool {
	return s.Screen == InClass || beside(s.Screen) && s.Under == InClass
}

// Sheet is what lies over the screen.
type Sheet struct {
	Kind SheetKind `msg:"kind"`
	ID   string    `msg:"id"`
}

// SheetKind says what a sheet shows.
type SheetKind string

// The kinds of sheet.
const (
	NoSheet      SheetKind = ""
	SourceSheet  SheetKind = "source"  // who says so; ID is a fact, or a consequence, of the step
	ClaimSheet   SheetKind = "claim"   // a claim in full
	TermSheet    SheetKind = "term"    // a glossary word
	DiscussSheet SheetKind = "discuss" // a question for the room
	RulesSheet   SheetKind = "rules"   // what the working model rests on now
)

// NewState is a game that has not begun.
func NewState(seed uint64, locale string) State {
	return State{
		Screen: Home,
		Seed:   seed,
		Prefs:  Prefs{Locale: locale, TextSize: 100, Spacing: 100, Theme: Auto, Motion: AutoMotion, Picture: AutoPicture},
	}
}

// Answer finds the answer to a step; ok is false where there is none yet.
func (s State) Answer(caseID, stepID string) (a Answer, ok bool) {
	for i := range s.Answers {
		if a := &s.Answers[i]; a.Case == caseID && a.Step == stepID {
			return *a, true
		}
	}
	return Answer{Case: caseID, Step: stepID}, false
}

// Decided counts the answered steps of a case, skipped ones included.
func (s State) Decided(caseID string) int {
	n := 0
	for _, a := range s.Answers {
		if a.Case == caseID {
			n++
		}
	}
	return n
}

// Started says whether the player has answered anything in a case.
func (s State) Started(caseID string) bool { return s.Decided(caseID) > 0 }

// put sets the answer to a step, in its place or at the end.
func (s *State) put(a Answer) {
	answers := slices.Clone(s.Answers)
	for i := range answers {
		if answers[i].Case == a.Case && answers[i].Step == a.Step {
			answers[i] = a
			s.Answers = answers
			return
		}
	}
	s.Answers = append(answers, a)
}

// Screen names a screen.
type Screen string

// The screens.
const (
	Home     Screen = "home"
	Before   Screen = "before" // what to know before starting
	Briefing Screen = "briefing"
	Seat     Screen = "seat" // the player takes another seat
	Deciding Screen = "decision"
	Reveal   Screen = "reveal"
	Debrief  Screen = "debrief"
	Results  Screen = "results" // over all cases
	Log      Screen = "log"
	Settings Screen = "settings"
	Help     Screen = "help"
	Erase    Screen = "erase" // asks before everything is forgotten
	Aside    Screen = "aside" // the games that were put aside
)

// The screens of the source desk and of the learning check.
const (
	Desk        Screen = "desk"         // what it is about
	AtRound     Screen = "round"        // one extract, one question
	Judged      Screen = "judged"       // the answer, and how one would check
	DeskEnd     Screen = "desk-end"     // the score of the desk
	CheckIntro  Screen = "check"        // what the check is for
	AtCheckItem Screen = "check-item"   // one short report
	CheckEnd    Screen = "check-end"    // done, for now
	CheckResult Screen = "check-result" // before against after
	TakeAway    Screen = "take-away"    // the result as picture, page and text
)

// The screens that show how it works. They lie beside the play.
const (
	ModelScreen  Screen = "model"  // the working model of the network
	BecameScreen Screen = "became" // what became of the case's site
)

// Theme names a set of colours.
type Theme string

// The themes.
const (
	Auto     Theme = "auto" // as the system says
	Light    Theme = "light"
	Dark     Theme = "dark"
	Contrast Theme = "contrast"
)

// Motion says whether things may move.
type Motion string

// The choices of motion.
const (
	AutoMotion Motion = "auto" // as the system says
	FullMotion Motion = "full"
	NoMotion   Motion = "none"
)

// Picture says whether the game is painted. Where it is not, in a browser, it is a
// page of ordinary text.
type Picture string

// The wishes for the picture.
const (
	AutoPicture   Picture = "auto" // where the device is made for it
	AlwaysPicture Picture = "always"
	NeverPicture  Picture = "never"
)

// pictures are the wishes for the picture by their numbers in journals, of which
// older programs knew the first two.
var pictures = [...]Picture{AutoPicture, NeverPicture, AlwaysPicture}
