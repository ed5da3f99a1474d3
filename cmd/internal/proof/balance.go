package proof

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"hardcases/cmd/internal/lint"
	"hardcases/game/element"
	"hardcases/game/pack"
)

// balance writes what gives answers away, and what can be checked before
// deciding, in numbers.
func (w *writer) balance() {
	f := lint.Count(w.Content)
	w.el("h2", "", "Balance")
	w.el("p", "meta", "Letters are the places in the pack, which a class and its papers have. Whoever plays alone sees the options of a step in an order drawn for each game, unless the step keeps its own.")
	table := element.New("table")
	line := func(name, format string, args ...any) {
		table.Add(element.New("tr", element.Of("th", "", name), element.Of("td", "", fmt.Sprintf(format, args...))))
	}
	var places []string
	for i, n := range f.Places {
		places = append(places, fmt.Sprintf("%c %d", 'A'+i, n))
	}
	line("In class, what happened stands at", "%s; last %d times", strings.Join(places, ", "), f.Last)
	for _, l := range w.Locales {
		line("The right one is the longest, "+l, "%s; at the desk %s", share(f.Steps[l]), share(f.Rounds[l]))
	}
	line("Can be opened before deciding", "%d of %d facts that were public", f.Open, f.Public)
	line("Options whose elements are named", "%d of %d", f.Graded, f.All)
	line("Keep their order for those who play alone", "%s", orNone(w.inOrder()))
	for _, p := range f.Plans {
		line("Letters through "+p.Plan, "lesson %d: %s", p.Lesson+1, strings.Join(strings.Split(p.Letters, ""), " "))
	}
	w.add(table)
}

// inOrder is the steps that every player sees in the pack's order.
func (w *writer) inOrder() (ids []string) {
	for _, c := range w.Cases {
		for i := range c.Steps {
			if c.Steps[i].InOrder() {
				ids = append(ids, c.Steps[i].ID)
			}
		}
	}
	return ids
}

func share(s lint.Share) string {
	return fmt.Sprintf("%d of %d, by chance %.1f", s.Right, s.Of, s.Chance)
}

// lengthOf says how long an option's label and detail are in each language.
func (w *writer) lengthOf(at string) string {
	var out []string
	for _, l := range w.Locales {
		out = append(out, fmt.Sprintf("%s %d", l, utf8.RuneCountInString(w.Text[l][at+".label"]+w.Text[l][at+".detail"])))
	}
	return strings.Join(out, ", ") + " characters"
}

// openBefore says what of a fact could be checked before deciding.
func (w *writer) openBefore(st *pack.Step, f *pack.Fact) string {
	var open []string
	public := false
	for i := range w.Library.Claims {
		c := &w.Library.Claims[i]
		if !slices.Contains(f.Claims, c.ID) || st.Inside(c) {
			continue
		}
		public = true
		for j := range w.Library.Sources {
			if src := &w.Library.Sources[j]; slices.Contains(c.Sources, src.ID) && st.CanOpen(f, src) {
				open = append(open, src.ID)
			}
		}
	}
	switch {
	case len(open) > 0:
		return "opens " + strings.Join(open, " ")
	case public:
		return "public; our copy is later"
	}
	return "known inside"
}
