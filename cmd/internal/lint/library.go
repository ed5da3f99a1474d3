package lint

import (
	"fmt"
	"slices"
	"strings"

	"hardcases/game/pack"
)

func libraryRules() []Rule {
	return []Rule{
		{"claim-no-source", Error, "A fact without a source is a rumour.", sourcelessClaims},
		{"claim-no-since", Error, "Without the day on which it became public, no one can say who could have known.", datelessClaims},
		{"claim-says", Error, "Players are told who says so, and that a company speaks for itself.", speakers},
		{"claim-of", Warning, "What a party said, what it did and why it did it are not in doubt in the same way.", tellings},
		{"claim-seen", Warning, "What others saw is not known from one side alone.", unseen},
		{"source-no-title", Error, "Whoever wants to check needs the title as it was published.", titlelessSources},
		{"source-no-publisher", Error, "Who publishes is the first thing that tells how far to trust.", publisherlessSources},
		{"source-kind", Error, "The kind of source is shown with it.", sourceKinds},
		{"source-confidence", Error, "How near to the original a source was read is shown with it.", sourceConfidences},
	}
}

func sourcelessClaims(s *subject) {
	for _, c := range s.libraryClaims() {
		if len(c.it.Sources) == 0 {
			s.report(c.path+".sources", "Add sources: [ID].", "names no source")
		}
	}
}

func datelessClaims(s *subject) {
	for _, c := range s.libraryClaims() {
		if c.it.Since.IsZero() && c.it.Of != pack.Works {
			s.report(c.path+".since", "Add since: and the day on which it became public.", "does not say since when it is public")
		}
		if c.it.Inside != nil && c.it.Inside.Since.IsZero() {
			s.report(c.path+".inside.since", "Add since: and the day.", "does not say since when it was known inside")
		}
	}
}

func speakers(s *subject) {
	for _, c := range s.libraryClaims() {
		if !slices.Contains(pack.Speakers(), c.it.Says) {
			s.report(c.path+".says", oneOf(pack.Speakers()), "is %q", c.it.Says)
		}
	}
}

// tellings finds words of a party about itself that do not say what they tell.
func tellings(s *subject) {
	for _, c := range s.libraryClaims() {
		switch {
		case c.it.OfItself() && !slices.Contains(pack.Tellings(), c.it.Of):
			s.report(c.path+".of", oneOf(pack.Tellings()), "is %q", c.it.Of)
		case !c.it.OfItself() && c.it.Of != "" && c.it.Of != pack.Works:
			s.report(c.path+".of", "Take it out.", "is %q, but %s does not speak of itself", c.it.Of, c.it.Says)
		}
	}
}

// unseen finds acts that others are said to have seen, read only in what the
// party itself published.
func unseen(s *subject) {
	for _, c := range s.libraryClaims() {
		if c.it.Of != pack.Seen {
			continue
		}
		elsewhere := slices.ContainsFunc(c.it.Sources, func(id string) bool {
			src := s.sources[id]
			return src != nil && src.Kind != pack.Company && src.Kind != pack.Organisation
		})
		if !elsewhere {
			s.report(c.path+".of", "Name a source by somebody else, or write of: act.", "is seen, but every source is the party's own")
		}
	}
}

func titlelessSources(s *subject) {
	for _, src := range s.librarySources() {
		if strings.TrimSpace(src.it.Title) == "" {
			s.report(src.path+".title", "Write the title as it was published.", "is empty")
		}
	}
}

func publisherlessSources(s *subject) {
	for _, src := range s.librarySources() {
		if strings.TrimSpace(src.it.Publisher) == "" {
			s.report(src.path+".publisher", "Add publisher: and the name of the paper, company or office.", "has no publisher")
		}
	}
}

func sourceKinds(s *subject) {
	for _, src := range s.librarySources() {
		if !slices.Contains(pack.SourceKinds(), src.it.Kind) {
			s.report(src.path+".kind", oneOf(pack.SourceKinds()), "is %q", src.it.Kind)
		}
	}
}

// sourceConfidences leaves "memory" to the rule on forbidden claims, which says
// what is wrong with it.
func sourceConfidences(s *subject) {
	for _, src := range s.librarySources() {
		if !slices.Contains(pack.Confidences(), src.it.Confidence) && src.it.Confidence != memory {
			s.report(src.path+".confidence", oneOf(pack.Confidences()), "is %q", src.it.Confidence)
		}
	}
}

// oneOf says what may stand somewhere.
func oneOf[T ~string](values []T) string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = string(v)
	}
	if len(words) == 1 {
		return fmt.Sprintf("Write %s.", words[0])
	}
	return fmt.Sprintf("Write one of %s.", strings.Join(words, ", "))
}
