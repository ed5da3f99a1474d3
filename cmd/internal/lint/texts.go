package lint

import (
	"slices"
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

// wanted is a text that a pack must or may have in its languages.
type wanted struct {
	key  string
	code string // of the rule that asks for it
	need need
}

// need says when a text has to be there.
type need int

const (
	always    need = iota
	alike          // in every language or in none
	sometimes      // each language as it likes
)

// wanter gathers the texts that a pack has.
type wanter []wanted

func (w *wanter) add(code string, need need, prefix string, names ...string) {
	for _, name := range names {
		*w = append(*w, wanted{prefix + name, code, need})
	}
}

// must asks for texts that have no rule of their own.
func (w *wanter) must(prefix string, names ...string) {
	w.add("string-missing", always, prefix, names...)
}

// wantedOf lists the texts of a pack. softer has the keys of the gentler wordings
// that some language has.
func wantedOf(c *pack.Content, softer map[string]bool) []wanted {
	var w wanter
	w.must("pack.", "title", "tagline", "summary", "note", "before")
	for _, id := range c.Library.Principles {
		w.must("principles."+id+".", "name", "gloss")
	}
	for _, id := range c.Library.Layers {
		w.must("layers."+id+".", "name", "power", "you")
	}
	w.must("actors.", c.Library.Actors...)
	for _, id := range c.Library.Glossary {
		w.must("glossary."+id+".", "term", "text", "match")
	}
	for i := range c.Library.Claims {
		w.must("claims.", c.Library.Claims[i].ID)
		w.add("string-missing", alike, "quotes.", c.Library.Claims[i].ID)
	}
	for i := range c.Cases {
		w.oneCase("cases."+c.Cases[i].ID+".", &c.Cases[i], softer, c.Text)
	}
	if len(c.Library.Across) > 0 {
		w.must("across.", "title")
		w.add("string-missing", alike, "across.", "changed", "aftermath", "headline", "platforms")
		w.must("across.questions.", c.Library.Questions...)
	}
	for i := range c.Library.Plans {
		w.must("plans."+c.Library.Plans[i].ID+".", "name", "about")
	}
	w.add("string-missing", alike, "", pack.GentleWords)
	for _, language := range c.Locales {
		w.add("string-missing", sometimes, "", pack.ForeignWords(language))
	}
	about := alike
	if slices.ContainsFunc(c.Library.Plans, playsRounds) {
		about = always
	}
	w.desk(&c.Desk, about)
	return w
}

func (w *wanter) oneCase(at string, c *pack.Case, softer map[string]bool, texts map[string]map[string]string) {
	w.must(at, "title", "teaser", "period", "low", "high", "briefing", "seat")
	if len(c.Said) > 0 {
		w.must(at, "said")
	}
	for _, v := range c.Voices {
		w.must(at+"voices.", v.ID)
	}
	w.must(at+"open.", c.Open...)
	w.must(at+"questions.", c.Questions...)
	for i := range c.Steps {
		w.step(at+"steps."+c.Steps[i].ID+".", &c.Steps[i], softer, texts)
	}
	for i := range c.Tries {
		w.guess(at+"tries."+c.Tries[i].ID+".", &c.Tries[i].Guess)
	}
	if c.Became == nil {
		return
	}
	w.guess(at+"became.", &c.Became.Guess)
	for i := range c.Became.Changes {
		change := at + "became.changes." + c.Became.Changes[i].ID + "."
		w.must(change, "what", "met")
		w.add("string-missing", alike, change, "label")
	}
}

func (w *wanter) guess(at string, g *pack.Guess) {
	w.must(at, "question", "why")
	w.must(at+"options.", g.Options...)
}

// step asks for the texts of a step. Each may have a gentler wording.
func (w *wanter) step(at string, st *pack.Step, softer map[string]bool, texts map[string]map[string]string) {
	from := len(*w)
	w.must(at, "title", "place", "seat", "unknown", "happened")
	w.add("string-missing", alike, at, "name", "low", "high")
	w.add("string-missing", sometimes, at, "brief")
	w.add("stakes-missing", always, at, "gained", "lost", "affected")
	w.add("discuss-missing", always, at, "discuss")
	for _, f := range st.Known {
		w.fact(at+"known."+f.ID, texts)
	}
	for _, o := range st.Options {
		w.must(at+"options."+o.ID+".", "label", "short")
		if st.Draw == nil { // where it is drawn, the level says what it means
			w.must(at+"options."+o.ID+".", "detail")
		}
		w.add("string-missing", alike, at+"options."+o.ID+".", "name")
		w.add("distance-missing", always, at+"options."+o.ID+".", "why")
	}
	for _, t := range st.Then {
		w.must(at+"then.", t.ID)
	}
	if len(st.Recap) > 0 {
		w.must(at, "recap")
	}
	if len(st.Opening) > 0 {
		w.must(at+"opening.", pack.OpeningTexts()...)
	}
	if len(st.Takes) > 0 {
		w.must(at+"takes.", "holds", "can", "cannot")
	}
	if st.Draw != nil {
		w.must(at+"draw.", "what", "mark", "end")
	}
	if len(softer) == 0 {
		return
	}
	keys := []string{at + "caveat"}
	for _, usual := range (*w)[from:] {
		keys = append(keys, usual.key)
	}
	for _, key := range keys {
		if gentle, _ := pack.GentleKey(key); softer[gentle] {
			w.add("string-missing", alike, "", gentle)
		}
	}
}

// fact asks for a fact as a whole, or for its first line where some language has
// one: then for what else it has, as each language likes.
func (w *wanter) fact(key string, texts map[string]map[string]string) {
	for _, of := range texts {
		if _, parted := of[key+"."+pack.FactFirst]; parted {
			w.must(key+".", pack.FactFirst)
			w.add("string-missing", sometimes, key+".", pack.FactMore, pack.FactRest)
			return
		}
	}
	w.must("", key)
}

// playsRounds says whether a plan has rounds of the desk, before which a class must be told
// what the report is about.
func playsRounds(p pack.Plan) bool {
	return slices.ContainsFunc(p.Lessons, func(l pack.Lesson) bool {
		return slices.ContainsFunc(l.Parts, func(part pack.Part) bool { return part.Case == pack.AtDesk })
	})
}

func (w *wanter) desk(d *pack.Desk, about need) {
	if len(d.Rounds) > 0 {
		w.must("desk.", "title", "intro", "seat")
		w.add("string-missing", about, "desk.", "about")
	}
	places := map[string]bool{}
	for i := range d.Rounds {
		r := &d.Rounds[i]
		at := "desk.rounds." + r.ID + "."
		w.must(at, "title", "context", "why", "check")
		w.add("string-missing", alike, at, "extract", "repair")
		w.add("string-missing", sometimes, at, "gloss")
		for _, o := range r.Options {
			w.must(at+"options."+o.ID+".", "label")
			if r.OfWords(&o) {
				w.must(at+"options."+o.ID+".", "words")
				w.add("string-missing", sometimes, at+"options."+o.ID+".", "gloss")
				continue
			}
			w.add("string-missing", alike, at+"options."+o.ID+".", "detail")
		}
		for _, c := range r.Clocks {
			if !places[c.Place] {
				w.must("desk.places.", c.Place)
			}
			places[c.Place] = true
		}
	}
	if len(d.Checks) > 0 {
		w.must("check.", "title", "intro")
	}
	for _, set := range d.Checks {
		for _, item := range set.Items {
			w.must("check.sets."+set.ID+"."+item.ID+".", "text", "why")
		}
	}
}

// missing finds the texts that a rule asks for and a language does not have, or
// has empty.
func missing(code string) func(*subject) {
	return func(s *subject) {
		if s.badIDs {
			return
		}
		for l, locale := range s.Locales {
			for i, w := range s.wanted {
				if w.code != code {
					continue
				}
				switch s.has()[l][i] {
				case blank:
					s.reportText(locale, w.key, "Write the text.", "is empty")
				case absent:
					if w.need == always || w.need == alike && s.someoneHas(i) {
						s.reportText(locale, w.key, "Write the text.", "is missing")
					}
				case there:
				}
			}
		}
	}
}

// state says whether a language has a text.
type state byte

const (
	absent state = iota
	blank        // there, and empty
	there
)

// has says for each language which of the wanted texts it has.
func (s *subject) has() [][]state {
	if s.states == nil {
		s.states = make([][]state, len(s.Locales))
		for l, locale := range s.Locales {
			s.states[l] = make([]state, len(s.wanted))
			for i := range s.wanted {
				text, ok := s.Text[locale][s.wanted[i].key]
				switch {
				case ok && strings.TrimSpace(text) == "":
					s.states[l][i] = blank
				case ok:
					s.states[l][i] = there
				}
			}
		}
	}
	return s.states
}

func (s *subject) someoneHas(i int) bool {
	return slices.ContainsFunc(s.has(), func(of []state) bool { return of[i] != absent })
}

// stale finds texts whose key the structure does not have. The rule on caveats
// looks after theirs.
func stale(s *subject) {
	if s.badIDs {
		return
	}
	var used map[string]bool // looked up only where there are more texts than are used
	for l, locale := range s.Locales {
		n := len(s.Text[locale])
		for _, of := range s.has()[l] {
			if of != absent {
				n--
			}
		}
		for _, st := range s.steps() {
			if _, ok := s.Text[locale][st.path+".caveat"]; ok {
				n--
			}
		}
		if n == 0 {
			continue
		}
		if used == nil {
			used = s.used()
		}
		for _, t := range s.texts() {
			if t.locale == locale && !used[t.key] {
				s.reportText(t.locale, t.key, "Correct the key, or take the text away.", "is used by nothing in pack.yaml")
			}
		}
	}
}

// used is the keys of all texts that the structure has.
func (s *subject) used() map[string]bool {
	used := make(map[string]bool, len(s.wanted))
	for _, w := range s.wanted {
		used[w.key] = true
	}
	for _, st := range s.steps() {
		used[st.path+".caveat"] = true
	}
	return used
}

// tooLong finds texts that do not fit where they are shown, in characters.
func tooLong(s *subject) {
	for _, t := range s.texts() {
		name := t.key[strings.LastIndexByte(t.key, '.')+1:]
		most := 0
		switch {
		case strings.Contains(t.key, ".opening."):
			most = openingRoom(name)
		case !strings.HasPrefix(t.key, "cases.") && !strings.HasPrefix(t.key, "desk."):
		case name == "title" || name == "question":
			most = 80
		case name == "label":
			most = 70
		case name == "short":
			most = 50
		case name == "name" && strings.Contains(t.key, ".options."):
			most = 20
		case name == "name" && strings.Contains(t.key, ".steps."):
			most = 26
		case name == "detail" || name == "what":
			most = 110
		case name == "met":
			most = 50
		case (name == "words" || name == "gloss") && strings.Contains(t.key, ".options."):
			most = 40
		}
		if n := utf8.RuneCountInString(t.text); most > 0 && n > most {
			s.reportText(t.locale, t.key, "Say it shorter.", "has %d characters; a %s has at most %d", n, name, most)
		}
	}
}

// openingRoom is how many characters a text of an opening may have: all of them
// stand on one screen for a room, beside a picture.
func openingRoom(name string) int {
	switch name {
	case "news":
		return 250
	case "who":
		return 180
	}
	return 130
}

// changedQuotes finds exact words that differ between languages: quotations, and
// what is shown of a report.
func changedQuotes(s *subject) {
	if len(s.Locales) < 2 {
		return
	}
	for _, t := range s.texts() {
		if !t.verbatim {
			continue
		}
		if first := s.Text[s.Locales[0]][t.key]; first != "" && t.text != "" && t.text != first {
			s.reportText(t.locale, t.key, "Keep the words of the original.", "is not the quotation that %s has", s.Locales[0])
		}
	}
}
