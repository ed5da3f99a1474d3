package view_test

import (
	"strings"
	"testing"

	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/lesson"

	"github.com/stretchr/testify/require"
)

// TestClassTableFitsTheSpreadsheetsOfItsLanguage holds what stands between cells:
// where decimals have a comma, spreadsheets want a semicolon.
func TestClassTableFitsTheSpreadsheetsOfItsLanguage(t *testing.T) {
	p, c := shipped(t)
	for language, between := range map[string]string{"en": ",", "fr": ";"} {
		ctx := view.NewContext(p, c, language)
		head, _, _ := strings.Cut(view.ClassTable(ctx, lesson.Give(p, language, "m30", []int{3, 2})), "\r\n")
		require.Equal(t, 14, strings.Count(head, between), "%s: %s", language, head)
	}
}

// TestCopiedResultHoldsTheCode has a player paste the result where the teacher
// asked for the code.
func TestCopiedResultHoldsTheCode(t *testing.T) {
	p, c := shipped(t)
	for _, language := range p.Head().Locales {
		ctx := view.NewContext(p, c, language)
		s := play.NewSession(p, 1, language)
		require.NotContains(t, view.ResultText(ctx, s.State()), view.ResultCode(ctx, s.State()), "nothing was decided yet")
		for _, m := range []play.Msg{play.OpenCase{Case: p.Head().Cases[0].ID}, play.Begin{}, play.Choose{Option: "b"}, play.Commit{}} {
			s.Send(m)
		}
		require.NotEmpty(t, s.State().Answers)
		require.Contains(t, view.ResultText(ctx, s.State()), view.ResultCode(ctx, s.State()))
	}
}
