package view

import (
	"hardcases/game/code"
	"hardcases/game/locale"
	"hardcases/game/play"
	"hardcases/game/qr"
)

// resultCode is the player's choices as a code to read aloud or to scan. A pack
// with too many steps for a code has none.
func (w *writer) resultCode() Node {
	code := ResultCode(w.Context, w.state)
	if code == "" || len(w.state.Answers) == 0 {
		return Node{ID: "code", Role: Generic, Look: Stack}
	}
	return card("code", w.t("class.code"),
		para("code-value", Display, code),
		para("code-text", Small, w.t("class.code-text")),
		Node{
			ID: "code-qr", Role: Figure, Name: w.t("class.code"), Text: w.t("class.code-name", locale.A("code", code)),
			Chart: &Chart{Kind: QR, Modules: qr.Code(code), Table: [][]string{{w.t("class.code")}, {code}}},
		})
}

// ResultCode is the first choices and bets of a player as a code, "" where the pack has
// too many steps for one. It holds nothing else.
func ResultCode(ctx Context, s play.State) string {
	form, err := code.NewForm(ctx.Pack)
	if err != nil {
		return ""
	}
	choices := make([]code.Choice, len(form.Steps))
	for i, at := range form.Steps {
		choices[i].Option = code.None
		c, _ := ctx.Pack.Case(at.Case)
		_, st := c.Step(at.Step)
		if a, ok := s.Answer(at.Case, at.Step); ok && !a.Skipped {
			choices[i].Option, _ = st.Option(a.First.Option)
			choices[i].Bet, _ = st.Option(a.First.Bet)
			choices[i].Stop = a.First.Stop
		}
	}
	return form.Code(choices)
}
