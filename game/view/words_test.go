package view_test

import (
	"strings"
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"
	"hardcases/game/view"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// wordRounds visits each round of words of the shipped desk before it is answered.
func wordRounds(t *testing.T, visit func(ctx view.Context, d *pack.Desk, r *pack.Round, s play.State)) {
	t.Helper()
	p, words := shipped(t)
	d, err := p.Desk()
	require.NoError(t, err)
	for _, language := range p.Head().Locales {
		for i := range d.Rounds {
			if r := &d.Rounds[i]; r.Words {
				s := play.NewState(2, language)
				s.Screen, s.Round = play.AtRound, i
				visit(view.NewContext(p, words, language), d, r, s)
			}
		}
	}
}

// TestTheExtractIsTheQuestion demands of rounds of words that the extract stands there
// once, whole and in its order, as words to point at and what is between them.
func TestTheExtractIsTheQuestion(t *testing.T) {
	rounds, sound := 0, 0
	wordRounds(t, func(ctx view.Context, _ *pack.Desk, r *pack.Round, s play.State) {
		rounds++
		if r.Sound {
			sound++
		}
		root := view.Screen(ctx, s)
		group := view.Find(&root, "options")
		require.Equal(t, view.Words, group.Look, r.ID)
		require.Equal(t, view.RadioGroup, group.Role)
		var sentence []string
		radios := 0
		for i := range group.Children {
			c := &group.Children[i]
			if c.Role == view.Radio {
				radios++
				require.NotEmpty(t, c.Name)
			}
			if c.Look == view.Word {
				sentence = append(sentence, c.Children[0].Text)
				require.True(t, strings.HasPrefix(c.Name, c.Children[0].Text), r.ID)
			} else if c.Role == view.TextRole {
				sentence = append(sentence, c.Text)
			}
		}
		extract := ctx.Text.Get("desk", "rounds", r.ID, "extract")
		bare := strings.NewReplacer(" ", "")
		require.Equal(t, bare.Replace(extract), bare.Replace(strings.Join(sentence, "")), r.ID)
		require.Len(t, r.Options, radios, r.ID)
		require.Equal(t, extract, view.Text(view.Find(&root, "extract-text")), "whole for those who listen")
		require.Less(t, place(&root, "extract-text"), place(&root, "context"), "before all that is said of it")
		require.Equal(t, view.Option, group.Children[len(group.Children)-1].Look, "nothing is wrong comes last")
		for _, o := range r.Options {
			if label := ctx.Text.Get("desk", "rounds", r.ID, "options", o.ID, "label"); r.OfWords(&o) {
				require.NotContains(t, view.Text(&root), label, "what is so with the words is told afterwards")
			}
		}
	})
	require.GreaterOrEqual(t, rounds, 6, "three in each language")
	require.Positive(t, sound, "the words may all be right")
}

// TestPointingAtAWord points at each word, by the message of its node: the right one is
// right, another is a fault seen in the wrong place, and nothing wrong is wrong.
func TestPointingAtAWord(t *testing.T) {
	wordRounds(t, func(ctx view.Context, d *pack.Desk, r *pack.Round, s play.State) {
		for _, o := range r.Options {
			root := view.Screen(ctx, s)
			chosen, _ := play.Update(ctx.Pack, s, view.Find(&root, "option-"+o.ID).On)
			root = view.Screen(ctx, chosen)
			assert.True(t, view.Find(&root, "option-"+o.ID).Checked)
			answered, _ := play.Update(ctx.Pack, chosen, play.Commit{})
			require.Equal(t, play.Judged, answered.Screen)
			root = view.Screen(ctx, answered)
			got := score.DeskOf(d, answered)
			_, right := r.Verdict(r.Answer)
			key := "desk.wrong"
			switch {
			case o.ID == r.Answer:
				key = "desk.right"
				assert.Equal(t, 1, got.Right, r.ID)
			case r.OfWords(&o) && r.OfWords(right):
				key = "desk.elsewhere"
				assert.Equal(t, score.Desk{Of: 1, Found: 1, Faulty: 1}, got, "%s %s", r.ID, o.ID)
			default:
				assert.Zero(t, got.Right+got.Found, "%s %s", r.ID, o.ID)
			}
			if r.Basis == pack.Checked {
				key += "-checked"
			}
			require.Equal(t, ctx.Strings.Get(key), view.Headline(&root), "%s %s", r.ID, o.ID)
			require.Contains(t, view.Text(&root), ctx.Text.Get("desk", "rounds", r.ID, "options", o.ID, "label"))
			extract := ctx.Text.Get("desk", "rounds", r.ID, "extract")
			require.Equal(t, extract, view.Text(view.Find(&root, "extract-whole")), "in one piece for those who listen")
			require.Equal(t, extract, strings.TrimSpace(view.Text(view.Find(&root, "extract-text"))))
			said := view.Text(view.Find(&root, "pointed"))
			require.Less(t, place(&root, "pointed"), place(&root, "extract-whole"), "first what is wrong, then the extract once more")
			for _, v := range []*pack.Verdict{&o, right} {
				key := "label"
				if r.OfWords(v) {
					key = "words"
				}
				require.Contains(t, said, ctx.Text.Get("desk", "rounds", r.ID, "options", v.ID, key))
			}
			require.Equal(t, o.ID == r.Answer, !strings.Contains(said, ctx.Strings.Get("desk.yours")+":") && !strings.Contains(said, ctx.Strings.Get("desk.yours")+"\u202f:"), said)
			if r.OfWords(right) {
				require.NotNil(t, strong(view.Find(&root, "extract-text")), "the wrong words stand out")
			}
		}
	})
}

// place is where in the reading order of a screen a node stands, −1 for nowhere.
func place(root *view.Node, id string) int {
	at, n := -1, 0
	view.Walk(root, func(node *view.Node, _ int) bool {
		if n++; node.ID == id {
			at = n
		}
		return true
	})
	return at
}

// strong is the first child of a node that stands out.
func strong(n *view.Node) *view.Node {
	for i := range n.Children {
		if n.Children[i].Role == view.Strong {
			return &n.Children[i]
		}
	}
	return nil
}
