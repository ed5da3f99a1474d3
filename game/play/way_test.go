package play_test

import (
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"

	"github.com/stretchr/testify/require"
)

// game is a game of the shipped pack and the case that it is in.
type game struct {
	*play.Session
	c *pack.Case
}

func newGame(t *testing.T, caseID string) game {
	t.Helper()
	p := shipped(t)
	c, err := p.Case(caseID)
	require.NoError(t, err)
	require.True(t, c.HasShort())
	s := play.NewSession(p, 1, "en")
	s.Send(play.OpenCase{Case: caseID})
	return game{s, c}
}

// row decides steps for as long as one leads to the next, and lists them: those
// whose end had been told with a mark.
func (g game) row() (steps []string) {
	for {
		if g.State().Screen == play.Seat {
			g.Send(play.Begin{})
		}
		if g.State().Screen != play.Deciding {
			return steps
		}
		st := &g.c.Steps[g.State().Step]
		name := st.ID
		if g.State().Told(g.Pack(), g.c, st) {
			name += " told"
		}
		steps = append(steps, name)
		g.Send(play.Choose{Option: st.Options[0].ID})
		g.Send(play.Commit{})
		g.Send(play.Next{})
	}
}

func TestShortWay(t *testing.T) {
	for _, tt := range []struct {
		caseID      string
		short, more []string
	}{
		{"y2017", []string{"A2", "A4"}, []string{"A1", "A3 told", "A5 told"}},
		{"y2019", []string{"B1", "B2"}, []string{"B3"}},
		{"y2022", []string{"C1", "C3", "C4", "C6", "C8"}, []string{"C2 told", "C5 told", "C7 told"}},
	} {
		g := newGame(t, tt.caseID)
		g.Send(play.More{Case: tt.caseID})
		require.Equal(t, play.Briefing, g.State().Screen, "more is offered at the end")
		g.Send(play.Begin{Short: true})
		require.Equal(t, tt.short, g.row())
		require.Equal(t, play.Debrief, g.State().Screen)
		require.True(t, g.State().Finished(g.c))
		require.Len(t, g.State().LeftOut(g.c), len(tt.more))

		g.Send(play.More{Case: tt.caseID})
		g.Send(play.Back{})
		require.Equal(t, play.Debrief, g.State().Screen, "from the first of the steps left out")
		g.Send(play.More{Case: tt.caseID})
		require.Equal(t, tt.more, g.row(), "in their order in time")
		require.Equal(t, play.Debrief, g.State().Screen)
		require.Empty(t, g.State().LeftOut(g.c))
		g.Send(play.More{Case: tt.caseID})
		require.Equal(t, play.Debrief, g.State().Screen, "nothing is left")
	}
}

func TestWholeWay(t *testing.T) {
	g := newGame(t, "y2017")
	g.Send(play.Begin{})
	require.Equal(t, []string{"A1", "A2", "A3", "A4", "A5"}, g.row(), "in order, nothing has been told before")
	require.Empty(t, g.State().LeftOut(g.c))
}

// TestWayIsChosenOnce keeps a case that was begun on the way that it was begun on.
func TestWayIsChosenOnce(t *testing.T) {
	g := newGame(t, "y2017")
	g.Send(play.Begin{})
	g.Send(play.Skip{})
	g.Send(play.Back{})
	g.Send(play.Back{})
	require.Equal(t, play.Briefing, g.State().Screen)
	g.Send(play.Begin{Short: true})
	require.False(t, g.State().OnShort("y2017"))
	require.Equal(t, "A2", g.c.Steps[g.State().Step].ID)

	g = newGame(t, "y2022")
	g.Send(play.Begin{Short: true})
	g.Send(play.Back{})
	g.Send(play.Begin{Short: true})
	require.Equal(t, []string{"y2022"}, g.State().Short)
	g.Send(play.GoTo{Case: "y2022", Step: "C2"})
	require.Equal(t, "C1", g.c.Steps[g.State().Step].ID, "what is left out waits for the end of the short way")
}

// TestToldByAnotherCase decides 2019 first, which tells how 2017 ended.
func TestToldByAnotherCase(t *testing.T) {
	g := newGame(t, "y2019")
	g.Send(play.Begin{Short: true})
	g.row()
	g.c, _ = g.Pack().Case("y2017")
	_, st := g.c.Step("A4")
	require.True(t, g.State().Told(g.Pack(), g.c, st))
	_, st = g.c.Step("A2")
	require.False(t, g.State().Told(g.Pack(), g.c, st))
}

// TestToldStaysAsItWas: what was decided before it was told stays so.
func TestToldStaysAsItWas(t *testing.T) {
	g := newGame(t, "y2017")
	g.Send(play.Begin{Short: true})
	g.row()
	a, _ := g.State().Answer("y2017", "A4")
	require.False(t, a.Told)
	g.Send(play.More{Case: "y2017"})
	g.row()
	a, _ = g.State().Answer("y2017", "A3")
	require.True(t, a.Told)
	_, st := g.c.Step("A4")
	require.False(t, g.State().Told(g.Pack(), g.c, st))
}

func TestUnfold(t *testing.T) {
	g := newGame(t, "y2017")
	g.Send(play.Begin{Short: true})
	g.Send(play.Choose{Option: "a"})
	g.Send(play.Commit{})
	g.Send(play.Unfold{ID: "fold-then"})
	g.Send(play.Unfold{ID: "fold-sources"})
	require.Equal(t, []string{"fold-then", "fold-sources"}, g.State().Unfolded)
	g.Send(play.OpenSource{Fact: "t1"})
	g.Send(play.Back{})
	g.Send(play.Unfold{ID: "fold-then"})
	require.Equal(t, []string{"fold-sources"}, g.State().Unfolded, "a second time folds it again")
	g.Send(play.Next{})
	require.Empty(t, g.State().Unfolded, "each screen begins folded")
}
