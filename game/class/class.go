// Package class is a lesson in which a whole class plays on one screen: the
// room votes by raised hands, and the teacher enters the counts.
//
// It is a part of the game, not a game of its own: package play holds its State
// in its own and sends it what the teacher does as one kind of message. So a
// lesson is journalled, saved, restored and replayed by what does that already,
// and a reload in the middle loses nothing.
//
// It knows counts and choices, never who they are from.
package class

import (
	"slices"

	"hardcases/game/network"
	"hardcases/game/pack"
)

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -o class_gen.go

//msgp:limit arrays:65536 maps:64
//msgp:noduplicates

// State is a lesson at one moment: plain values.
type State struct {
	Plan   string `msg:"plan"`   // "" before one is chosen
	Lesson int    `msg:"lesson"` // index in the plan
	Older  bool   `msg:"older"`  // with the steps for older pupils
	Gentle bool   `msg:"gentle"` // in the pack's gentler wording
	// Course is which course the lesson takes: one of the courses.
	Course int  `msg:"course"`
	NoBets bool `msg:"no_bets"` // without the round of bets
	// NoModel says that cases are opened without the question to the working model.
	NoModel bool  `msg:"no_model"`
	Pupils  int   `msg:"pupils"` // in the room, 0 where nobody said
	At      int   `msg:"at"`     // index in the lesson's steps
	Stage   Stage `msg:"stage"`
	Page    int   `msg:"page"` // of the stage
	// Turned says that the switch of the opening's picture is turned.
	Turned bool `msg:"turned"`
	// Option is the index of the option that counts are entered for; Typing
	// says that the next digit is added to its count and does not replace it.
	Option int    `msg:"option"`
	Typing bool   `msg:"typing"`
	Votes  []Vote `msg:"votes"`
	// Guesses are what the class guessed before it tried the working model, and Net
	// is the network where it tries.
	Guesses []Guess       `msg:"guesses"`
	Net     network.State `msg:"net"`
	// Used is how long the class has been at each part, by what the turns said.
	Used  []Use `msg:"used"`
	Timer Timer `msg:"timer"`
	Blank bool  `msg:"blank"` // nothing is shown
	// Room is that of the class's own devices; From and FromPage are where the
	// lesson was before the way into it, or the codes, were shown.
	Room     Room  `msg:"room"`
	From     Stage `msg:"from"`
	FromPage int   `msg:"frompage"`
	// Codes are the choices of those who played alone, in the order in which they
	// came, and Pastes how many of them each paste brought.
	Codes  []Code `msg:"codes"`
	Pastes []int  `msg:"pastes"`
	// Of the last paste: how many were taken, those that were left out since they
	// had been counted before, how many were no use, the first of these, how many there
	// was no room for, and whether nothing in it looked like a code.
	Added   int       `msg:"added"`
	Again   []Code    `msg:"again"`
	Bad     int       `msg:"bad"`
	Refused []Refusal `msg:"refused"`
	Over    int       `msg:"over"`
	Nothing bool      `msg:"nothing"`
}

// Vote is what became of one step.
type Vote struct {
	Case   string `msg:"case"`
	Step   string `msg:"step"`
	Counts []int  `msg:"counts,limit=8"` // hands, by option
	// Sent is how many devices voted, and Sum what they chose, by option; nil
	// where they are fewer than Least.
	Sent int   `msg:"sent"`
	Sum  []int `msg:"sum,limit=8"`
	// Decided is 1 + the index of the option that the class took as one, 0
	// where hands were counted or nothing is decided.
	Decided int `msg:"decided"`
	// Bets are the hands by option that bet that this is what happened.
	Bets []int `msg:"bets,limit=8"`
	// SentBets is how many devices bet, and Sure is, by option, how many of these bets
	// stand at each stop of the scale; nil where they are fewer than Least.
	SentBets int          `msg:"sent_bets"`
	Sure     [][stops]int `msg:"sure,limit=8"`
	// Reasons are the first reasons that devices gave, by the step's; nil where they
	// are fewer than Least.
	Reasons  []int `msg:"reasons,limit=16"`
	Open     bool  `msg:"open"` // the hands are shown before all are in
	OpenBets bool  `msg:"open_bets"`
	Revealed bool  `msg:"revealed"`
	Skipped  bool  `msg:"skipped"`
	// Left and LeftPage are where the class left the step before its end, so
	// that going back shows no more of it than it had seen; "" where it did not.
	Left     Stage `msg:"left"`
	LeftPage int   `msg:"leftpage"`
}

// Done says whether the class has finished with the step, one way or the other.
func (v *Vote) Done() bool { return v.Revealed || v.Skipped }

// Guess is what the class guessed of a question to the working model.
type Guess struct {
	Case   string `msg:"case"`
	Try    string `msg:"try"`
	Counts []int  `msg:"counts,limit=8"` // hands, by option
	// Sent is how many devices guessed, and Sum what they guessed, by option; nil
	// where they are fewer than Least.
	Sent  int   `msg:"sent"`
	Sum   []int `msg:"sum,limit=8"`
	Open  bool  `msg:"open"`  // the hands are shown before all are in
	Tried bool  `msg:"tried"` // the network has stood as the question asks
}

// Use is how long a class has been at a part of a step.
type Use struct {
	Case    string `msg:"case"`
	Step    string `msg:"step"`
	Part    Part   `msg:"part"`
	Seconds int    `msg:"seconds"`
}

// Timer counts down for the room. It ends nothing.
type Timer struct {
	On      bool `msg:"on"`
	Running bool `msg:"running"`
	Left    int  `msg:"left"` // seconds; below 0 the time is over
}

// Part is what a class does at a step for a while.
type Part string

// Code is what the code of one player says, for each step of the pack: the index
// of an option, −1 for none; the index of the option that was bet on; and how sure
// that was, 1 to pack.Stops, 0 where there was no bet.
type Code struct {
	Choices []int `msg:"choices,limit=64"`
	Bets    []int `msg:"bets,limit=64"`
	Stops   []int `msg:"stops,limit=64"`
}

// Refusal is a code that was no use, and why (package code has the kinds).
type Refusal struct {
	Code   string `msg:"code"`
	Kind   string `msg:"kind"`
	Detail string `msg:"detail"`
	Want   int    `msg:"want"`
}

// Age is which of the ages the lesson is for.
func (s *State) Age() int {
	switch {
	case s.Older:
		return Older
	case s.Gentle:
		return Gentle
	}
	return AnyAge
}

// Stage is what of a step is on the screen.
type Stage string

// The stages, in order. A step has all from Facts to Talk, but for Betting where
// there are no bets, Opening where a case begins or the seat changes, and Guessing and
// Trying where the case that begins has a question to the working model. A round of the
// desk has Voting, Shown and Story, and the first one Opening.
const (
	Opening  Stage = "opening" // who the class is, what happened, why it matters
	Guessing Stage = "guess"   // what the class expects of the working model, and the hands
	Trying   Stage = "model"   // the working model, with its switches
	Facts    Stage = "facts"   // what was known that day, a page at a time
	Voting   Stage = "vote"    // what would you do: the options, and the hands for each
	Betting  Stage = "bet"     // what do you bet they did: the same once more
	Shown    Stage = "shown"   // the hands with what happened
	Story    Stage = "story"   // what happened and what followed, a page at a time
	Talk     Stage = "talk"    // the question for the room
	Ended    Stage = "ended"   // the road of the class, after the last step
	Codes    Stage = "codes"   // those who played alone
	SetUp    Stage = "set-up"  // which plan
	Renew    Stage = "renew"   // whether to begin anew with another class
)

// The courses of a lesson. A saved lesson goes on as it was begun.
const (
	// FirstCourse is that of older programs: no openings and no bets.
	FirstCourse = iota
	// WithBets has an opening for each case and a round of bets for each decision.
	WithBets
	// WithModel has a question to the working model too, where a case begins: it is
	// voted on first, and then tried.
	WithModel
	// CodesBeside has the page of codes beside the lesson, which Back goes on with; before,
	// it led to the end where there were votes.
	CodesBeside
)

// NewestCourse is the course that Start and Anew take from this program.
const NewestCourse = CodesBeside

// MostHands is the highest count that can be entered for one option, and the most
// pupils that a class can have.
const MostHands = 999

// Least is how many answers there must be before a figure on those who played
// alone is shown.
const Least = 5

// Here is the current lesson; an empty one where there is none.
func (s *State) Here(p *pack.Pack) *pack.Lesson {
	lib, _ := p.Library()
	_, plan := lib.Plan(s.Plan)
	if s.Lesson < 0 || s.Lesson >= len(plan.Lessons) {
		return &pack.Lesson{}
	}
	return &plan.Lessons[s.Lesson]
}

// Steps lists the steps of the current lesson that the pack has.
func (s *State) Steps(p *pack.Pack) []pack.Place {
	return slices.DeleteFunc(s.Here(p).Steps(s.Older), func(at pack.Place) bool {
		_, ok := p.StepAt(at)
		return !ok
	})
}

// Step is the current step; ok is false where there is none.
func (s *State) Step(p *pack.Pack) (at pack.Place, st *pack.Step, ok bool) {
	steps := s.Steps(p)
	if s.At < 0 || s.At >= len(steps) {
		return pack.Place{}, &pack.Step{}, false
	}
	st, _ = p.StepAt(steps[s.At])
	return steps[s.At], st, true
}

// AtDesk says whether the class is at a round of the desk.
func (s *State) AtDesk(p *pack.Pack) bool {
	at, _, ok := s.Step(p)
	return ok && at.Case == pack.AtDesk
}

// Vote finds what became of a step; ok is false where nothing did yet.
func (s *State) Vote(at pack.Place) (v Vote, ok bool) {
	i := slices.IndexFunc(s.Votes, func(v Vote) bool { return v.Case == at.Case && v.Step == at.Step })
	if i < 0 {
		return Vote{Case: at.Case, Step: at.Step}, false
	}
	return s.Votes[i], true
}

// Begun says whether anything became of any step, in whatever plan, time was spent at
// one, or anyone's codes were taken: then there is something that a second class must
// not find.
func (s *State) Begun() bool {
	return len(s.Votes) > 0 || len(s.Codes) > 0 || len(s.Guesses) > 0 || len(s.Used) > 0
}
