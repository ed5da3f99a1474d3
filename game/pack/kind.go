package pack

import "slices"

// StepKind says what a step asks.
type StepKind string

// The kinds of step.
const (
	Decision StepKind = "decision" // what would you do?
	Estimate StepKind = "estimate" // what do you think became of it?
	// Reflection asks for a view that no event answers. It is not scored.
	Reflection StepKind = "reflection"
)

// Traits are what sets a kind of step apart. Whatever else differs from one kind
// to another follows from them.
type Traits struct {
	Kind StepKind
	// Asks is what it asks, told to authors in English.
	Asks string
	// Chosen: what happened was somebody's choice. Its options stand on the
	// ladder of the case, and a player gives a reason.
	Chosen bool
	// Answered: an event answered it. One option happened, the others are graded
	// by how near they are, and the step is scored. Where none did, all are open.
	Answered bool
	// Bet: the player bets on what was chosen, and says how sure that is.
	Bet bool
	// Scale: the options are places on a scale, whose order every player sees.
	Scale bool
	// Follows: it is told what followed.
	Follows bool
	// Words is what the keys of the interface's texts end in where the kind has
	// words of its own; "" for the usual ones.
	Words string
}

// Stops is how many places the scale has on which players say how sure they are
// of a bet: stop 1 is just a guess, stop 6 is certain. 0 is no stop.
const Stops = 6

// kinds are the kinds of step that the format knows.
var kinds = [...]Traits{
	{Kind: Decision, Asks: "what would you do?", Chosen: true, Answered: true, Bet: true, Follows: true},
	{Kind: Estimate, Asks: "what became of it?", Answered: true, Scale: true, Follows: true, Words: "-estimate"},
	{Kind: Reflection, Asks: "a view that no event answers; not scored.", Words: "-reflection"},
}

// StepKinds are the kinds of step that the format knows.
func StepKinds() []StepKind {
	out := make([]StepKind, len(kinds))
	for i, t := range kinds {
		out[i] = t.Kind
	}
	return out
}

// Traits are those of a kind. One that the format does not know has what most
// have, so that an author is told of the kind, and of nothing that follows.
func (k StepKind) Traits() Traits {
	i := slices.IndexFunc(kinds[:], func(t Traits) bool { return t.Kind == k })
	if i < 0 {
		return Traits{Kind: k, Answered: true, Bet: true, Follows: true}
	}
	return kinds[i]
}

// Key is the key of a text of the interface, for a kind that has words of its
// own.
func (k StepKind) Key(key string) string { return key + k.Traits().Words }

// Grades are the matches that an option of a kind can have, nearest first.
func (k StepKind) Grades() []Match {
	if k.Traits().Answered {
		return Matches()
	}
	return []Match{NoMatch}
}

// OnRoad says whether the step belongs on the road of its case: whether its
// places on the ladder mean the same as those of the others.
func (s *Step) OnRoad() bool { return s.Kind.Traits().Chosen && !s.OwnScale }
