package view

import (
	"strings"

	"hardcases/game/locale"
)

// decision is the day itself: what was known, and what could be done.
func (w *writer) decision() Node {
	content := []Node{{ID: "head", Role: Generic, Look: TitleRow, Children: []Node{
		heading("title", 1, Title, w.s("title")),
		para("where", Unseen, sentences(w.progress())), // which is told in the header, before the heading
		para("meta", Muted, capital(w.Strings.Date(w.step.Date))+" · "+w.s("place")),
		w.strip(nil),
	}}}
	if a, ok := w.state.Answer(w.theCase.ID, w.step.ID); ok && !a.Skipped {
		content = append(content, para("again", Muted, w.t("decision.again")))
	}
	content = append(content, w.onTheWay()...)
	content = append(content, Node{ID: "columns", Role: Generic, Look: FirstFits, Children: []Node{w.known(), w.form()}})
	return w.page("decision-"+w.step.ID, w.s("title"), w.bar(w.where()), content...)
}

// onTheWay is what a player must know who does not take the steps in a row: what
// happened at those left out before this one, or that the end of this one has been
// told.
func (w *writer) onTheWay() []Node {
	var told []Node
	if w.state.Told(w.Pack, w.theCase, w.step) {
		told = append(told, para("told", Muted, w.t("decision.told")))
	}
	if w.skips() && w.s("recap") != "" {
		told = append(told, Node{ID: "recap", Role: Paragraph, Look: Muted, Claims: w.step.Recap, Children: []Node{
			{ID: "recap-label", Role: Strong, Text: w.t("class.recap")},
			{ID: "recap-text", Role: TextRole, Text: " " + w.s("recap")},
		}})
	}
	return told
}

// skips says whether the short way leads to this step past the one before it,
// which the player has not decided.
func (w *writer) skips() bool {
	before := w.state.Step - 1
	if !w.state.OnShort(w.theCase.ID) || w.step.More || before < 0 || before >= len(w.theCase.Steps) {
		return false
	}
	_, decided := w.state.Answer(w.theCase.ID, w.theCase.Steps[before].ID)
	return w.theCase.Steps[before].More && !decided
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
