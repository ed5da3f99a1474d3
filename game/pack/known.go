package pack

import "slices"

// SourceKinds are the kinds of source that the format knows.
func SourceKinds() []SourceKind {
	return []SourceKind{Press, Company, Organisation, Advocacy, Research, Official, Community, Law}
}

// Confidences are the grades of confidence that the format knows, best first.
func Confidences() []Confidence {
	return []Confidence{FromPublisher, FromRepository, FromCopy, FromWeakCopy, FromSeed}
}

// Speakers whose word players are warned of, whatever it tells.
const (
	Unnamed = "unnamed" // who spoke cannot be seen, whomever they spoke for
	Ours    = "ours"    // the pack's authors compare or reckon; no source says so
)

// Speakers are the values of Claim.Says.
func Speakers() []string {
	return []string{"press", "company", "organisation", "police", "campaign", "research", "official", "advocacy", "operator", Unnamed, Ours}
}

// Tellings are the values of Claim.Of.
func Tellings() []Telling { return []Telling{Words, Act, Seen, Motive, Others, Works} }

// OfItself says whether a claim is a party's word about itself.
func (c *Claim) OfItself() bool { return c.Says == "company" || c.Says == "organisation" }

// Matches are the grades of match, nearest first.
func Matches() []Match { return []Match{Full, Partial, None} }

// Caveats are the values of Step.Caveats: what a step rests on was found in a
// reworded copy only, is not confirmed, or was told by one side only.
func Caveats() []string { return []string{"weak-copy", "unconfirmed", "one-sided"} }

// ValidID says whether s can be an id: 1 to 64 Latin letters, digits, hyphens
// and underscores. Dots would make paths and keys ambiguous, and the rest would
// not survive a command line.
func ValidID(s string) bool {
	if len(s) == 0 || len(s) > 64 {
		return false
	}
	for i := range len(s) {
		c := s[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
		if !letter && !(c >= '0' && c <= '9') && c != '-' && c != '_' {
			return false
		}
	}
	return true
}

// ValidCaseID says whether s can be the id of a case: a valid id that does not
// name one of the sections that all cases share.
func ValidCaseID(s string) bool {
	return ValidID(s) && !slices.Contains([]string{shelf, library, deskText}, s)
}

// Sides are the sides that a critic can take.
func Sides() []Side { return []Side{TooLate, TooFar, OtherSide} }

// RoundKinds are the kinds of round that the format knows.
func RoundKinds() []RoundKind {
	return []RoundKind{FaultRound, SpeakerRound, SortRound, ClockRound, MatchRound}
}

// Judgments are the values of Verdict.Judges.
func Judgments() []Judgment {
	return []Judgment{JudgesSound, JudgesFaulty, JudgesUnsure, JudgesNot}
}

// Bases are the values of Round.Basis.
func Bases() []Basis { return []Basis{Checked, Inferred} }

// Showings are the values of Round.Shows.
func Showings() []string { return []string{"extract", "headline", "claim", "clocks"} }
