package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hardcases/cmd/internal/length"
	"hardcases/game/pack"
)

// subject is a pack under examination, with what the rules look up in it.
type subject struct {
	*pack.Content
	settings   Settings
	claims     map[string]*pack.Claim
	sources    map[string]*pack.Source
	wanted     []wanted
	softer     map[string]bool     // keys of gentler wordings that some language has
	read       []text              // see texts
	readAll    []text              // see shown
	states     [][]state           // see has
	byText     bool                // whether the rule at hand has gone through the texts
	stepList   []place[*pack.Step] // see steps
	screenList []length.Screen     // see screens
	rule       Rule
	found      []Finding
	// badIDs is set once an id was found odd or double. Texts cannot be matched
	// with the structure then, and saying so of each would bury the cause.
	badIDs bool
}

func newSubject(c *pack.Content, settings Settings) *subject {
	s := &subject{Content: c, settings: settings, claims: map[string]*pack.Claim{}, sources: map[string]*pack.Source{}}
	for i := range c.Library.Claims {
		s.claims[c.Library.Claims[i].ID] = &c.Library.Claims[i]
	}
	for i := range c.Library.Sources {
		s.sources[c.Library.Sources[i].ID] = &c.Library.Sources[i]
	}
	s.softer = gentleKeys(c)
	s.wanted = wantedOf(c, s.softer)
	return s
}

// report notes a breach of the rule at hand in the structure of the pack.
func (s *subject) report(path, mend, reason string, args ...any) {
	s.reportText("", path, mend, reason, args...)
}

// reportText notes a breach of the rule at hand in the text of a language.
func (s *subject) reportText(locale, key, mend, reason string, args ...any) {
	s.found = append(s.found, Finding{
		Code: s.rule.Code, Level: s.rule.Level, Locale: locale, Path: key, Mend: mend, Reason: fmt.Sprintf(reason, args...),
	})
}

// A place is something in a pack with its path.
type place[T any] struct {
	path string
	it   T
}

// places gives the elements of a list with their paths: by id, or by number
// where the id is odd or was there before.
func places[T any](path string, list []T, id func(*T) string) []place[*T] {
	var seen map[string]bool
	if len(list) >= few { // most lists are short, and looked through faster than a map is made
		seen = make(map[string]bool, len(list))
	}
	out := make([]place[*T], len(list))
	for i := range list {
		name := id(&list[i])
		twice := seen[name]
		if len(list) < few {
			twice = slices.ContainsFunc(out[:i], func(p place[*T]) bool { return id(p.it) == name })
		} else {
			seen[name] = true
		}
		out[i].it = &list[i]
		if pack.ValidID(name) && !twice {
			out[i].path = path + "." + name
		} else {
			out[i].path = item(path, i)
		}
	}
	return out
}

// few is how long a list is before its ids are kept in a map.
const few = 16

// item is the path of one element of a list of plain values.
func item(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

func (s *subject) cases() []place[*pack.Case] {
	return places("cases", s.Cases, func(c *pack.Case) string { return c.ID })
}

func stepsOf(c place[*pack.Case]) []place[*pack.Step] {
	return places(c.path+".steps", c.it.Steps, func(s *pack.Step) string { return s.ID })
}

// steps gives the steps of all cases.
func (s *subject) steps() []place[*pack.Step] {
	if s.stepList == nil {
		for _, c := range s.cases() {
			s.stepList = append(s.stepList, stepsOf(c)...)
		}
	}
	return slices.Clip(s.stepList)
}

func optionsOf(s place[*pack.Step]) []place[*pack.Option] {
	return places(s.path+".options", s.it.Options, func(o *pack.Option) string { return o.ID })
}

func knownOf(s place[*pack.Step]) []place[*pack.Fact] {
	return places(s.path+".known", s.it.Known, func(f *pack.Fact) string { return f.ID })
}

func thenOf(s place[*pack.Step]) []place[*pack.Consequence] {
	return places(s.path+".then", s.it.Then, func(c *pack.Consequence) string { return c.ID })
}

func voicesOf(c place[*pack.Case]) []place[*pack.Voice] {
	return places(c.path+".voices", c.it.Voices, func(v *pack.Voice) string { return v.ID })
}

func (s *subject) rounds() []place[*pack.Round] {
	return places("desk.rounds", s.Desk.Rounds, func(r *pack.Round) string { return r.ID })
}

func (s *subject) sets() []place[*pack.CheckSet] {
	return places("check.sets", s.Desk.Checks, func(c *pack.CheckSet) string { return c.ID })
}

// libraryClaims and librarySources find what is written under an id by that id;
// the second of two is found there too, since a file cannot hold both.
func (s *subject) libraryClaims() []place[*pack.Claim] {
	return places("claims", s.Library.Claims, func(c *pack.Claim) string { return c.ID })
}

func (s *subject) librarySources() []place[*pack.Source] {
	return places("sources", s.Library.Sources, func(c *pack.Source) string { return c.ID })
}

// text is one piece of text in one language. What follows from its key is looked
// up once: there are many texts, and their keys lie all over the memory.
type text struct {
	locale, key, text string
	extract           bool // shown to be criticised, slips and all
	verbatim          bool // somebody else's words, to the letter
	habit             habit
	list              bool // words with bars between them, which nobody is shown
}

func newText(locale, key, words string) text {
	t := text{locale: locale, key: key, text: words, extract: pack.IsExtract(key), list: pack.IsWordList(key)}
	quote := strings.HasPrefix(key, "quotes.") // in English, whatever the language
	t.verbatim = quote || t.extract
	t.habit = habitOf(locale)
	if quote {
		t.habit = habitOf("en")
	}
	return t
}

// texts gives every text, in no order: findings are put in that of languages and
// keys, since few texts have any.
func (s *subject) texts() []text {
	s.byText = true
	if s.read == nil {
		for _, locale := range s.Locales {
			s.read = slices.Grow(s.read, len(s.Text[locale]))
			for key, value := range s.Text[locale] {
				s.read = append(s.read, newText(locale, key, value))
			}
		}
	}
	return slices.Clip(s.read)
}

// inOrder puts findings on texts in the order of languages and keys. Those on
// the structure come after them, as they were found.
func (s *subject) inOrder(found []Finding) {
	rank := map[string]int{"": len(s.Locales)}
	for i, locale := range s.Locales {
		rank[locale] = i
	}
	slices.SortStableFunc(found, func(a, b Finding) int {
		if a.Locale == "" && b.Locale == "" {
			return 0
		}
		return cmp.Or(cmp.Compare(rank[a.Locale], rank[b.Locale]), strings.Compare(a.Path, b.Path))
	})
}
