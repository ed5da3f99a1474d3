package view_test

import (
	"strconv"
	"strings"
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// opening is a game at the first step of the first case of a shipped pack.
func opening() play.State {
	s := play.NewState(3, "en")
	s.Screen, s.Case, s.Step = play.Deciding, "y2017", 0
	return s
}

// TestTheFormByKeys answers a step by keys alone: letters for the option, letters
// with Shift for the bet, digits for how sure it is; and the same by single keys
// switched off, where none of them does anything.
func TestTheFormByKeys(t *testing.T) {
	p, words := shipped(t)
	ctx := view.NewContext(p, words, "en")
	s := opening()
	order := s.Options("y2017", stepA1(t, p))
	press := func(key string) {
		t.Helper()
		root := view.Screen(ctx, s)
		n := view.Shortcut(&root, key)
		require.NotNil(t, n, key)
		s, _ = play.Update(p, s, n.On)
	}
	for i, o := range order {
		letter := string(rune('a' + i))
		press(letter)
		require.Equal(t, o.ID, s.Draft.Option)
		press(strings.ToUpper(letter))
		require.Equal(t, o.ID, s.Draft.Bet, "the same option may be chosen twice")
		require.Equal(t, o.ID, s.Draft.Option, "and the choice stays")
	}
	for stop := 1; stop <= pack.Stops; stop++ {
		press(strconv.Itoa(stop))
		require.Equal(t, stop, s.Draft.Stop)
	}
	s.Prefs.NoKeys = true
	root := view.Screen(ctx, s)
	for _, key := range []string{"a", "A", "1"} {
		require.Nil(t, view.Shortcut(&root, key))
	}
	require.NotNil(t, view.Shortcut(&root, "Enter"))
}

func stepA1(t *testing.T, p *pack.Pack) *pack.Step {
	t.Helper()
	c, err := p.Case("y2017")
	require.NoError(t, err)
	return &c.Steps[0]
}

// TestTheScaleSaysTheChance holds what stands under the marker, for each stop of a
// step with four options and of one with three.
func TestTheScaleSaysTheChance(t *testing.T) {
	p, words := shipped(t)
	ctx := view.NewContext(p, words, "en")
	three := opening()
	three.Case, three.Step = "y2022", 5
	c, err := p.Case("y2022")
	require.NoError(t, err)
	require.Len(t, c.Steps[5].Options, 3)
	for _, tt := range []struct {
		state play.State
		want  []string
	}{
		{opening(), []string{"25 in 100", "40 in 100", "55 in 100", "70 in 100", "85 in 100", "100 in 100"}},
		{three, []string{"33 in 100", "47 in 100", "60 in 100", "73 in 100", "87 in 100", "100 in 100"}},
	} {
		root := view.Screen(ctx, tt.state)
		require.Nil(t, view.Find(&root, "stake-chance"), "nothing is chosen beforehand")
		for stop, want := range tt.want {
			s, _ := play.Update(p, tt.state, play.Stake{Stop: stop + 1})
			root = view.Screen(ctx, s)
			require.Contains(t, view.Find(&root, "stake-chance").Text, want)
			require.Contains(t, view.Find(&root, "stake-"+strconv.Itoa(stop+1)).Name, want)
			require.True(t, view.Find(&root, "stake-"+strconv.Itoa(stop+1)).Checked)
		}
	}
}

// TestCommitIsLive presses it at each state of the form: it always does something,
// leads to the first group that is missing, and says all that are, until none is.
func TestCommitIsLive(t *testing.T) {
	p, words := shipped(t)
	ctx := view.NewContext(p, words, "en")
	s := opening()
	step := stepA1(t, p)
	for _, tt := range []struct {
		do   play.Msg
		to   string
		says string
		dock view.Look
	}{
		{nil, "options", "Still to choose: what you would do, why, your bet and how sure you are of it.", view.WideDock},
		{play.Choose{Option: step.Options[0].ID}, "reasons", "Still to choose: why, your bet and how sure you are of it.", view.Dock},
		{play.Stake{Stop: 2}, "reasons", "Still to choose: why and your bet.", view.Dock},
		{play.GiveReason{Principle: step.Reasons[0]}, "bets", "Still to choose: your bet.", view.Dock},
	} {
		if tt.do != nil {
			s, _ = play.Update(p, s, tt.do)
		}
		s.TooEarly = false
		root := view.Screen(ctx, s)
		commit := view.Shortcut(&root, "Enter")
		require.Equal(t, "commit", commit.ID)
		require.False(t, commit.Disabled)
		require.Equal(t, tt.to, commit.To)
		require.Empty(t, view.Find(&root, "still").Text, "nothing is said before it is pressed")
		require.Equal(t, tt.dock, view.Find(&root, "dock").Look, "on a phone no dock until an option is chosen")
		require.Equal(t, "skip", lastActive(&root))
		s, _ = play.Update(p, s, commit.On)
		require.Equal(t, play.Deciding, s.Screen)
		root = view.Screen(ctx, s)
		require.Equal(t, tt.says, view.Find(&root, "still").Text)
		entry := view.Find(&root, view.Entry(&root, tt.to))
		require.Equal(t, view.Radio, entry.Role)
	}
	s, _ = play.Update(p, s, play.Bet{Option: step.Options[1].ID})
	root := view.Screen(ctx, s)
	require.Empty(t, view.Find(&root, "still").Text)
	s, _ = play.Update(p, s, view.Shortcut(&root, "Enter").On)
	require.Equal(t, play.Reveal, s.Screen)
}

// TestSkipStandsLast holds that leaving out a step, a round of the desk or a case is the
// last thing on it, and no louder than a link.
func TestSkipStandsLast(t *testing.T) {
	p, words := shipped(t)
	root := view.Screen(view.NewContext(p, words, "en"), opening())
	require.Equal(t, "skip", lastActive(&root))
	require.Equal(t, view.Aside, view.Find(&root, "skip").Look)
	desk := play.NewSession(p, 1, "en")
	desk.Send(play.Show{Screen: play.Desk})
	desk.Send(play.Begin{})
	root = view.Screen(view.NewContext(p, words, "en"), desk.State())
	require.Equal(t, "skip", lastActive(&root))
	require.Equal(t, view.Aside, view.Find(&root, "skip").Look)
	for _, id := range []string{"cloudflare", "elsewhere"} {
		p, words = named(t, id)
		s := play.NewSession(p, 1, "en")
		s.Send(play.OpenCase{Case: p.Head().Cases[0].ID})
		root = view.Screen(view.NewContext(p, words, "en"), s.State())
		ways := view.Find(&root, "actions").Children
		require.Equal(t, "skip-case", ways[len(ways)-1].ID, id)
		require.Equal(t, view.Aside, ways[len(ways)-1].Look, id)
	}
}

func lastActive(root *view.Node) (id string) {
	view.Active(root, func(n *view.Node) { id = n.ID })
	return id
}
