package host

import (
	"strings"

	"hardcases/game/pack"
	"hardcases/game/play"
)

// Visit goes to what a link names: a case, and in it a step, where that has been
// reached. A case that nobody has begun opens at its briefing, whatever step is named;
// one that was begun, where it was left. A step alone names its case as well. What is
// not in the pack changes nothing, and the player is told. Both may be "".
func (h *Host) Visit(caseID, stepID string) {
	if caseID == "" && stepID == "" {
		return
	}
	if odd := h.visit(caseID, stepID); odd != "" {
		h.stage.Notify("notice.link-unknown", Clipped(odd))
	}
	h.settle()
}

// visit gives what of a link names nothing, "" for all is well.
func (h *Host) visit(caseID, stepID string) (odd string) {
	c := h.caseOf(caseID, stepID)
	switch {
	case caseID != "" && h.book.Pack.CaseIndex(caseID) < 0:
		return caseID
	case c == nil:
		return stepID
	}
	h.Send(play.OpenCase{Case: c.ID})
	if state := h.stage.State(); stepID != "" && state.Started(c.ID) {
		h.Send(play.GoTo{Case: c.ID, Step: stepID})
	}
	return ""
}

// caseOf is the case of a link, nil for none: the named one, and else that which has
// the named step.
func (h *Host) caseOf(caseID, stepID string) *pack.Case {
	for _, head := range h.book.Pack.Head().Cases {
		if caseID != "" && head.ID != caseID {
			continue
		}
		c, err := h.book.Pack.Case(head.ID)
		if at, _ := c.Step(stepID); at >= 0 || caseID != "" && (stepID == "" || err != nil) {
			return c
		}
	}
	return nil
}

// Clipped is what a message has room for of a text that somebody else wrote, with a sign
// for what cannot be read.
func Clipped(text string) string {
	text = strings.Map(func(r rune) rune {
		if r < ' ' || r == '\x7f' || r == '\ufffe' || r == '\uffff' {
			return '\ufffd'
		}
		return r
	}, text)
	if runes := []rune(text); len(runes) > mostClipped {
		return string(runes[:mostClipped]) + "…"
	}
	return text
}

// mostClipped is how many characters of a stranger's text a message shows.
const mostClipped = 40
