package view_test

import (
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRightIsNobodysColour answers each round of the desk wrongly: nothing of what it
// is told then is drawn as what others did.
func TestRightIsNobodysColour(t *testing.T) {
	p, words := shipped(t)
	ctx := view.NewContext(p, words, "en")
	d, err := p.Desk()
	require.NoError(t, err)
	s := play.NewSession(p, 2, "en")
	s.Send(play.Show{Screen: play.Desk})
	s.Send(play.Begin{})
	for i := range d.Rounds {
		r := &d.Rounds[i]
		require.Equal(t, play.AtRound, s.State().Screen, r.ID)
		wrong := r.Options[0].ID
		if wrong == r.Answer {
			wrong = r.Options[1].ID
		}
		s.Send(play.Choose{Option: wrong})
		s.Send(play.Commit{})
		root := view.Screen(ctx, s.State())
		label := view.Find(&root, "verdict-"+r.Answer+"-label")
		require.NotNil(t, label, r.ID)
		assert.Equal(t, view.Strong, label.Children[0].Role, r.ID)
		view.Walk(&root, func(n *view.Node, _ int) bool {
			assert.NotEqual(t, view.Theirs, n.Look, "%s: %s", r.ID, n.ID)
			return true
		})
		s.Send(play.Next{})
	}
}

// TestRightAndWrongWhereItWasChecked: a round says right or wrong where the answer was
// checked, and how we read it where it was inferred.
func TestRightAndWrongWhereItWasChecked(t *testing.T) {
	p, words := shipped(t)
	d, err := p.Desk()
	require.NoError(t, err)
	told := map[string]int{}
	for _, language := range p.Head().Locales {
		ctx, say := view.NewContext(p, words, language), words.Strings(language)
		for _, right := range []bool{true, false} {
			s := play.NewSession(p, 2, language)
			s.Send(play.Show{Screen: play.Desk})
			s.Send(play.Begin{})
			for i := range d.Rounds {
				r := &d.Rounds[i]
				answer := r.Answer
				for _, o := range r.Options {
					if !right && o.ID != r.Answer {
						answer = o.ID
					}
				}
				s.Send(play.Choose{Option: answer})
				s.Send(play.Commit{})
				key, note := "desk.wrong", "desk.answer"
				if right {
					key, note = "desk.right", "desk.both"
				}
				if r.Basis == pack.Checked {
					key, note = key+"-checked", note+"-checked"
				}
				root := view.Screen(ctx, s.State())
				require.Equal(t, say.Get(key), view.Text(view.Find(&root, "title")), r.ID)
				require.Equal(t, say.Get(note), view.Text(view.Find(&root, "verdict-"+r.Answer+"-note")), r.ID)
				told[key]++
				s.Send(play.Next{})
			}
		}
	}
	require.Len(t, told, 4, "rounds of both kinds")
}

// TestTheLastCheckWaits: the set that is for another day is the main thing on no screen
// of the day on which the one before was taken.
func TestTheLastCheckWaits(t *testing.T) {
	p, words := shipped(t)
	d, err := p.Desk()
	require.NoError(t, err)
	ctx := view.NewContext(p, words, "en")
	offered := func(screen play.Screen, answered int) bool {
		s := play.NewState(1, "en")
		s.Screen = screen
		for i := range d.Rounds {
			s.Rounds = append(s.Rounds, play.RoundAnswer{Round: d.Rounds[i].ID})
		}
		for _, item := range s.CheckSet(d, play.AfterDesk).Items[:answered] {
			s.Checks = append(s.Checks, play.CheckAnswer{Phase: play.AfterDesk, Item: item.ID})
		}
		root := view.Screen(ctx, s)
		main := view.Shortcut(&root, "Enter")
		return main != nil && main.On == play.Show{Screen: play.CheckIntro}
	}
	all := len(play.NewState(1, "en").CheckSet(d, play.AfterDesk).Items)
	for _, screen := range []play.Screen{play.DeskEnd, play.Results} {
		require.True(t, offered(screen, 0), screen)
		require.False(t, offered(screen, all), screen)
	}
}

// TestTheCheckAfterTheDeskWaitsForItsEnd: results that are looked at from the middle of
// the desk lead back to it, and do not offer the check that is for afterwards.
func TestTheCheckAfterTheDeskWaitsForItsEnd(t *testing.T) {
	p, words := shipped(t)
	d, err := p.Desk()
	require.NoError(t, err)
	ctx := view.NewContext(p, words, "en")
	s := play.NewState(1, "en")
	s.Screen = play.Results
	for i := range d.Rounds {
		s.Rounds = append(s.Rounds, play.RoundAnswer{Round: d.Rounds[i].ID})
		root := view.Screen(ctx, s)
		last := i+1 == len(d.Rounds)
		require.Equal(t, last, view.Find(&root, "to-check") != nil, "%d rounds", i+1)
		require.Equal(t, last, view.Find(&root, "to-desk") == nil, "%d rounds", i+1)
	}
}
