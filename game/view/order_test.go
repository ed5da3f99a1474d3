package view_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/game/code"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestKeysChooseWhatTheyShow presses each letter and each digit at every decision
// of some games: what stands there is chosen, and in the reveal it has that letter
// still.
func TestKeysChooseWhatTheyShow(t *testing.T) {
	for _, id := range assets.Packs() {
		p, words := named(t, id)
		ctx := view.NewContext(p, words, "en")
		for _, h := range p.Head().Cases {
			c, err := p.Case(h.ID)
			require.NoError(t, err)
			for i := range c.Steps {
				for seed := range uint64(3) {
					s := play.NewState(seed, "en")
					s.Screen, s.Case, s.Step = play.Deciding, h.ID, i
					for at := range c.Steps[i].Options {
						pressed(t, ctx, s, at, string(rune('a'+at)))
					}
				}
			}
		}
	}
}

// pressed presses a key at a decision and looks for what was chosen by its words:
// on the screen, once it is revealed, and in the log.
func pressed(t *testing.T, ctx view.Context, s play.State, at int, key string) {
	t.Helper()
	root := view.Screen(ctx, s)
	shown := view.Find(&root, "options").Children[at]
	mark, label := string(rune('A'+at)), shown.Children[0].Text
	require.Equal(t, mark, shown.Mark)
	require.True(t, strings.HasPrefix(shown.Name, mark+". "+label), shown.Name)

	s, _ = play.Update(ctx.Pack, s, view.Shortcut(&root, key).On)
	root = view.Screen(ctx, s)
	for i, o := range view.Find(&root, "options").Children {
		require.Equal(t, i == at, o.Checked, "%s at %s", key, o.Name)
	}
	c, _ := ctx.Pack.Case(s.Case)
	_, chosen := c.Steps[s.Step].Option(s.Draft.Option)
	words := func(key string) string {
		return ctx.Text.Get("cases", c.ID, "steps", c.Steps[s.Step].ID, "options", chosen.ID, key)
	}
	require.Equal(t, label, words("label"))

	s, _ = play.Update(ctx.Pack, s, play.Commit{})
	s, _ = play.Update(ctx.Pack, s, play.Unfold{ID: "fold-options"})
	root = view.Screen(ctx, s)
	revealed := view.Find(&root, "distance-"+chosen.ID)
	require.Equal(t, mark, revealed.Mark)
	require.Equal(t, label, revealed.Children[0].Text)
	require.NotNil(t, view.Find(&root, "distance-"+chosen.ID+"-yours"))
	s, _ = play.Update(ctx.Pack, s, play.Show{Screen: play.Log})
	root = view.Screen(ctx, s)
	require.Contains(t, view.Text(view.Find(&root, "log-"+c.Steps[s.Step].ID)), words("short"))
}

// TestCodesAreTheSameInEveryOrder makes the code of the same choices in games of
// several orders, and reads them from it.
func TestCodesAreTheSameInEveryOrder(t *testing.T) {
	p, words := shipped(t)
	ctx := view.NewContext(p, words, "en")
	form, err := code.NewForm(p)
	require.NoError(t, err)
	var want []code.Choice
	for i, st := range form.Steps {
		one := code.Choice{Option: i%(st.Options+1) - 1}
		if st.Bet && one.Option != code.None && i%4 > 0 {
			one.Bet, one.Stop = i%st.Options, i%pack.Stops+1
		}
		want = append(want, one)
	}
	codes := map[string]bool{}
	for seed := range uint64(5) {
		s := play.NewState(seed, "en")
		for i, at := range form.Steps {
			c, _ := p.Case(at.Case)
			if _, st := c.Step(at.Step); want[i].Option != code.None {
				s.Answers = append(s.Answers, play.Answer{Case: at.Case, Step: at.Step, First: play.Choice{
					Option: st.Options[want[i].Option].ID, Bet: st.Options[want[i].Bet].ID, Stop: want[i].Stop,
				}})
			}
		}
		got := view.ResultCode(ctx, s)
		choices, err := form.Read(got)
		require.NoError(t, err)
		require.Equal(t, want, choices)
		codes[got] = true
	}
	require.Len(t, codes, 1)
}

// TestOldSavesShowWhatWasChosen opens saves of every format, made when options
// stood in the pack's order: what was chosen is told by its words, and is chosen
// still where the player decides again, whatever its letter is now.
func TestOldSavesShowWhatWasChosen(t *testing.T) {
	p, words := shipped(t)
	saves, err := filepath.Glob("../play/testdata/journal-*.save")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(saves), 2)
	moved := 0
	for _, file := range saves {
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		j, err := play.ReadJournal(b)
		require.NoError(t, err)
		session, _ := play.Restore(p, j)
		s := session.State()
		ctx := view.NewContext(p, words, s.Prefs.Locale)
		for _, a := range s.Answers {
			if a.Skipped {
				continue
			}
			s, _ = play.Update(p, s, play.GoTo{Case: a.Case, Step: a.Step})
			root := view.Screen(ctx, s)
			c, _ := p.Case(a.Case)
			_, st := c.Step(a.Step)
			text := func(option, key string) string {
				return ctx.Text.Get("cases", a.Case, "steps", a.Step, "options", option, key)
			}
			assert.Contains(t, view.Headline(&root), text(a.First.Option, "short"), file)
			s, _ = play.Update(p, s, play.Back{})
			root = view.Screen(ctx, s)
			for i, o := range view.Find(&root, "options").Children {
				if o.Checked {
					assert.Equal(t, text(a.Last.Option, "label"), o.Children[0].Text, file)
					if was, _ := st.Option(a.Last.Option); was != i {
						moved++
					}
				}
			}
		}
	}
	require.NotZero(t, moved, "or this tests nothing")
}

// TestClassesHaveThePacksOrder holds the votes of a class to the order of the pack,
// whatever its seed: the papers and the counts of older lessons have it.
func TestClassesHaveThePacksOrder(t *testing.T) {
	p, words := shipped(t)
	stops, err := tour.All(p, "en")
	require.NoError(t, err)
	votes := 0
	for _, s := range stops {
		if s.State.Screen != play.InClass {
			continue
		}
		_, st, _ := s.State.Class.Step(p)
		for seed := range uint64(3) {
			s.State.Seed = seed
			root := view.Screen(view.NewContext(p, words, "en"), s.State)
			group := view.Find(&root, "vote")
			if group == nil {
				continue
			}
			votes++
			require.Len(t, group.Children, len(st.Options))
			for i, row := range group.Children {
				assert.Equal(t, "vote-"+st.Options[i].ID, row.ID, s.Name)
				assert.Equal(t, string(rune('A'+i)), row.Mark, s.Name)
			}
		}
	}
	require.NotZero(t, votes)
}

// TestOldLessonsShowTheirHands opens lessons of every format, made before the order
// of options was drawn for anybody: each count stands at the option that it was of.
func TestOldLessonsShowTheirHands(t *testing.T) {
	p, words := shipped(t)
	lessons, err := filepath.Glob("../play/testdata/class-*.save")
	require.NoError(t, err)
	require.Len(t, lessons, play.JournalFormat)
	for _, file := range lessons {
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		j, err := play.ReadJournal(b)
		require.NoError(t, err)
		session, report := play.Restore(p, j)
		require.False(t, report.Partial(), file)
		root := view.Screen(view.NewContext(p, words, "en"), session.State())
		require.Equal(t, "class-vote-A4", root.ID)
		got := map[string]string{}
		for _, row := range view.Find(&root, "vote").Children {
			got[row.ID] = row.Mark + row.Chart.Table[1][0]
		}
		assert.Equal(t, map[string]string{"vote-a": "A3", "vote-b": "B5", "vote-c": "C7", "vote-d": "D9"}, got, file)
	}
}
