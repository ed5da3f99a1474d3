package lint

import (
	"cmp"
	"slices"

	"hardcases/game/locale"
	"hardcases/game/pack"
)

// Level says how bad a finding is.
type Level string

// The levels. An error keeps a pack from being shipped; a warning wants a look.
const (
	Error   Level = "error"
	Warning Level = "warning"
)

// Finding is one breach of a rule.
type Finding struct {
	Code   string
	Level  Level
	Locale string // of the text that the path is a key of; empty for the structure
	Path   string // such as cases.y2017.steps.A1.options[2].match
	Reason string // what is wrong, a phrase that follows the path
	Mend   string // how to put it right, a sentence; may be empty
}

// Rule is one thing that packs must keep.
type Rule struct {
	Code  string // short and lasting: people write it down
	Level Level
	Why   string // the reason for the rule, a sentence
	check func(*subject)
}

// Settings is what the rules must be told about the place where a pack is used.
type Settings struct {
	// Covers says whether a character can be drawn; nil leaves the rule out.
	Covers func(rune) bool
	// Words are those of the interface, with which screens are measured; nil leaves
	// the rules on time and on words out.
	Words *locale.Catalog
	// Forbidden are the ids of claims that must not be shown.
	Forbidden []string
}

// Rules lists every rule for packs.
func Rules() []Rule {
	return slices.Concat(idRules(), referenceRules(), libraryRules(), timeRules(), exactRules(), stepRules(), optionRules(), debriefRules(), deskRules(), planRules(), wayRules(), budgetRules(), guessRules(), modelRules(), gentleRules(), textRules(), safetyRules(), typeRules())
}

// WordRules lists the rules for interface strings.
func WordRules() []Rule {
	return slices.Concat(wordRules(), typeRules())
}

// Check applies every rule to a pack. The findings come in the order of the
// rules, and for each rule in the order of the pack.
func Check(c *pack.Content, s Settings) []Finding {
	return run(Rules(), newSubject(c, s))
}

// CheckWords applies the rules for interface strings to them: text by language
// and key. The language called first is the one that the others are held to.
func CheckWords(text map[string]map[string]string, first string, s Settings) []Finding {
	c := &pack.Content{Text: text}
	for locale := range text {
		c.Locales = append(c.Locales, locale)
	}
	slices.SortFunc(c.Locales, func(a, b string) int {
		return cmp.Or(-cmp.Compare(rank(a, first), rank(b, first)), cmp.Compare(a, b))
	})
	return run(WordRules(), newSubject(c, s))
}

func rank(locale, first string) int {
	if locale == first {
		return 1
	}
	return 0
}

func run(rules []Rule, s *subject) []Finding {
	for _, r := range rules {
		from := len(s.found)
		s.rule, s.byText = r, false
		r.check(s)
		if s.byText {
			s.inOrder(s.found[from:])
		}
	}
	return s.found
}
