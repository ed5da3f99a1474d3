package lint

import (
	"strings"
	"unicode/utf8"

	"hardcases/game/pack"
)

func textRules() []Rule {
	return []Rule{
		{"string-missing", Error, "A text that one language lacks leaves a hole on the screen.", missing("string-missing")},
		{"distance-missing", Error, "Each option says why it is the same as what happened, partly, or not.", missing("distance-missing")},
		{"discuss-missing", Error, "Each step ends with a question for the class.", missing("discuss-missing")},
		{"stakes-missing", Error, "Each step says who gained, who lost, and who was affected.", missing("stakes-missing")},
		{"string-stale", Error, "A text that nothing uses is a slip, or left over.", stale},
		{"too-long", Error, "Longer texts break the screens at 320 points and at double size.", tooLong},
		{"quote-changed", Error, "Exact words exist in one language only: a translated quotation is not one.", changedQuotes},
	}
}

// wanted is a text that a pack must have in each of its languages.
type wanted struct {
	key      string
	code     string // of the rule that asks for it
	optional bool   // only where another language has it
}

// wantedOf lists the texts of a pack.
func wantedOf(c *pack.Content) []wanted {
	var out []wanted
	want := func(code string, optional bool, prefix string, names ...string) {
		for _, name := range names {
			out = append(out, wanted{prefix + name, code, optional})
		}
	}
	const plain = "string-missing"
	want(plain, false, "pack.", "title", "tagline", "summary", "note", "before")
	for _, id := range c.Library.Principles {
		want(plain, false, "principles."+id+".", "name", "gloss")
	}
	for _, id := range c.Library.Layers {
		want(plain, false, "layers."+id+".", "name", "power", "you")
	}
	want(plain, false, "actors.", c.Library.Actors...)
	for _, id := range c.Library.Glossary {
		want(plain, false, "glossary."+id+".", "term", "text", "match")
	}
	for i := range c.Library.Claims {
		want(plain, false, "claims.", c.Library.Claims[i].ID)
		want(plain, true, "quotes.", c.Library.Claims[i].ID)
	}
	for i := range c.Cases {
		at := "cases." + c.Cases[i].ID + "."
		want(plain, false, at, "title", "teaser", "period", "low", "high", "briefing", "seat")
		for j := range c.Cases[i].Steps {
			st := &c.Cases[i].Steps[j]
			wantStep(want, at+"steps."+st.ID+".", st)
		}
	}
	return out
}

func wantStep(want func(code string, optional bool, prefix string, names ...string), at string, st *pack.Step) {
	const plain = "string-missing"
	want(plain, false, at, "title", "place", "seat", "unknown", "happened")
	want(plain, true, at, "low", "high")
	want("stakes-missing", false, at, "gained", "lost", "affected")
	want("discuss-missing", false, at, "discuss")
	for _, f := range st.Known {
		want(plain, false, at+"known.", f.ID)
	}
	for _, o := range st.Options {
		want(plain, false, at+"options."+o.ID+".", "label", "detail", "short")
		want("distance-missing", false, at+"options."+o.ID+".", "why")
	}
	for _, t := range st.Then {
		want(plain, false, at+"then.", t.ID)
	}
}

// missing finds the texts that a rule asks for and a language does not have, or
// has empty.
func missing(code string) func(*subject) {
	return func(s *subject) {
		if s.badIDs {
			return
		}
		for _, locale := range s.Locales {
			for _, w := range s.wanted {
				text, there := s.Text[locale][w.key]
				switch {
				case w.code != code:
				case there && strings.TrimSpace(text) == "":
					s.reportText(locale, w.key, "Write the text.", "is empty")
				case !there && (!w.optional || s.someoneHas(w.key)):
					s.reportText(locale, w.key, "Write the text.", "is missing")
				}
			}
		}
	}
}

func (s *subject) someoneHas(key string) bool {
	for _, locale := range s.Locales {
		if _, ok := s.Text[locale][key]; ok {
			return true
		}
	}
	return false
}

// stale finds texts whose key the structure does not have. The rule on caveats
// looks after theirs.
func stale(s *subject) {
	if s.badIDs {
		return
	}
	used := make(map[string]bool, len(s.wanted))
	for _, w := range s.wanted {
		used[w.key] = true
	}
	for _, st := range s.steps() {
		used[st.path+".caveat"] = true
	}
	for _, t := range s.texts() {
		if !used[t.key] {
			s.reportText(t.locale, t.key, "Correct the key, or take the text away.", "is used by nothing in pack.yaml")
		}
	}
}

// tooLong finds texts that do not fit where they are shown, in characters.
func tooLong(s *subject) {
	for _, t := range s.texts() {
		name := t.key[strings.LastIndexByte(t.key, '.')+1:]
		most := 0
		switch {
		case !strings.HasPrefix(t.key, "cases."):
		case name == "title":
			most = 80
		case name == "label":
			most = 70
		case name == "short":
			most = 50
		case name == "detail":
			most = 110
		}
		if n := utf8.RuneCountInString(t.text); most > 0 && n > most {
			s.reportText(t.locale, t.key, "Say it shorter.", "has %d characters; a %s has at most %d", n, name, most)
		}
	}
}

// changedQuotes finds exact words that differ between languages.
func changedQuotes(s *subject) {
	if len(s.Locales) < 2 {
		return
	}
	for _, c := range s.Library.Claims {
		key := "quotes." + c.ID
		first := s.Text[s.Locales[0]][key]
		for _, locale := range s.Locales[1:] {
			if text := s.Text[locale][key]; first != "" && text != "" && text != first {
				s.reportText(locale, key, "Keep the words of the original.", "is not the quotation that %s has", s.Locales[0])
			}
		}
	}
}
