package view_test

import (
	"encoding/csv"
	"strings"
	"testing"

	"hardcases/game/class"
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

// TestClassTableTellsNothingTooEarly looks at the column of what happened before the vote is
// revealed, and after; a list of codes alone has it in any case.
func TestClassTableTellsNothingTooEarly(t *testing.T) {
	p, c := shipped(t)
	ctx := view.NewContext(p, c, "en")
	s := play.NewSession(p, 1, "en")
	act := func(a class.Act, text string, n int) { s.Send(play.Class{Act: a, Text: text, N: n}) }
	act(class.Visit, string(class.SetUp), 0)
	act(class.Choose, "m30", 0)
	act(class.Start, "", 0)
	happened := func(table string) string {
		lines, err := csv.NewReader(strings.NewReader(table)).ReadAll()
		require.NoError(t, err)
		all := ""
		for _, cells := range lines[1:] {
			all += cells[8]
		}
		return all
	}
	for s.State().Class.Stage != class.Voting {
		act(class.Forward, "", 0)
	}
	act(class.Add, "", 12)
	require.Empty(t, happened(view.ClassTable(ctx, s.State())))
	require.Equal(t, 1, strings.Count(happened(view.CodesTable(ctx, s.State())), "1"))
	act(class.Forward, "", 0)
	require.Equal(t, happened(view.CodesTable(ctx, s.State())), happened(view.ClassTable(ctx, s.State())))
}

// TestAllUselessCodesAreCounted pastes more of them than are shown, and more codes than a
// lesson keeps.
func TestAllUselessCodesAreCounted(t *testing.T) {
	p, c := shipped(t)
	ctx := view.NewContext(p, c, "en")
	s := play.NewSession(p, 1, "en")
	s.Send(play.Class{Act: class.Visit, Text: string(class.Codes)})
	code := view.ResultCode(ctx, s.State())
	count := func() string { root := view.Screen(ctx, s.State()); return view.Find(&root, "codes-count").Text }
	s.Send(play.Class{Act: class.Paste, Text: strings.Repeat(code[:9]+"\n", 120)})
	require.Contains(t, count(), "0 taken, 120 not")
	root := view.Screen(ctx, s.State())
	require.Contains(t, view.Text(view.Find(&root, "refused-card")), "120 codes")
	s.Send(play.Class{Act: class.Paste, Text: strings.Repeat(code+"\n", class.MostCodes+3)})
	require.Contains(t, count(), "2000 taken, 3 not.")
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
