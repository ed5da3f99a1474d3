package view

import (
	"strings"

	"hardcases/game/locale"
)

// decision is the day itself: what was known, and what could be done.
func (w *writer) decision() Node {
	content := []Node{
		para("meta", Muted, capital(w.Strings.Date(w.step.Date))+" · "+w.s("place")+" · "+w.s("seat")),
		heading("title", 1, Title, w.s("title")),
	}
	if a, ok := w.state.Answer(w.theCase.ID, w.step.ID); ok && !a.Skipped {
		content = append(content, para("again", Muted, w.t("decision.again")))
	}
	content = append(content, Node{ID: "columns", Role: Generic, Look: NarrowWide, Children: []Node{w.known(), w.form()}})
	return w.page("decision-"+w.step.ID, w.s("title"), w.bar(w.where()), content...)
}

// caveats is a warning about what a step rests on, with all its kinds.
func (w *writer) caveats() []Node {
	if len(w.step.Caveats) == 0 {
		return nil
	}
	var kinds []string
	for _, c := range w.step.Caveats {
		kinds = append(kinds, w.t("caveat."+c))
	}
	return []Node{labelled("caveat", Caveat, strings.Join(kinds, " · ")+" ·", w.s("caveat"))}
}

// byKind is a text that some kinds of step have in words of their own.
func (w *writer) byKind(key string, args ...locale.Arg) string {
	return w.t(w.step.Kind.Key(key), args...)
}
