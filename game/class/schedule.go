package class

import "hardcases/game/pack"

// The parts of a step, in order, and what lies around all steps.
const (
	Welcome Part = "welcome" // before the first step
	Opens   Part = "opens"   // the opening, where the step has one
	Tries   Part = "tries"   // the question to the working model, where the step has one
	Reads   Part = "reads"   // what was known that day
	Votes   Part = "votes"   // the vote, and the bets
	Hears   Part = "hears"   // what happened, and what followed
	Talks   Part = "talks"   // the question for the room
	Closing Part = "closing" // after the last step
)

// Span is how long a part of a lesson is meant to take.
type Span struct {
	Part    Part
	At      int // index in the lesson's steps; −1 for Welcome and Closing
	Minutes int
}

// parts are the parts of a step with their shares of its time, in halves, and the
// stages without which a step goes without the part.
var parts = [...]struct {
	part  Part
	share int
	first Stage
}{{Opens, 3, Opening}, {Tries, 3, Guessing}, {Reads, 3, Facts}, {Votes, 3, Voting}, {Hears, 3, Shown}, {Talks, 5, Talk}}

// Schedule shares the minutes of the current lesson out: what is left after welcome
// and closing goes to the parts of all steps, to each by its share, so that a step
// with an opening has more. The minutes add up to those of the lesson.
func (s *State) Schedule(p *pack.Pack) []Span {
	whole := s.Here(p).Minutes
	welcome, closing := max(2, whole/12), max(3, whole/10)
	spans := []Span{{Welcome, -1, welcome}}
	shares, total := []int{0}, 0
	for i := range s.Steps(p) {
		here := *s
		here.At = i
		for _, part := range parts {
			if here.Pages(p, part.first) > 0 {
				spans, shares, total = append(spans, Span{Part: part.part, At: i}), append(shares, part.share), total+part.share
			}
		}
	}
	left, sum, past := whole-welcome-closing, 0, 0 // past: minutes that were shared out
	for i := range spans[1:] {
		sum += shares[i+1]
		to := (2*left*sum + total) / (2 * total) // rounded
		spans[i+1].Minutes, past = to-past, to
	}
	return append(spans, Span{Closing, -1, closing})
}

// PartOf is the part of a step that a stage belongs to.
func PartOf(stage Stage) Part {
	switch stage {
	case Opening:
		return Opens
	case Guessing, Trying:
		return Tries
	case Facts:
		return Reads
	case Voting, Betting:
		return Votes
	case Shown, Story:
		return Hears
	case Talk:
		return Talks
	case Ended, Codes, SetUp, Renew, Devices, Keeping:
	}
	return Closing
}
