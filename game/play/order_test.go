package play_test

import (
	"slices"
	"testing"

	"hardcases/assets"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// games is how many seeds stand for all.
const games = 1000

// drawn is a step of a case of a shipped pack, whose order is drawn.
type drawn struct {
	caseID string
	*pack.Step
}

// order is the places in the pack of the options that stand at A, B, … in a game.
func (d drawn) order(seed uint64) []int {
	var out []int
	for _, o := range (play.State{Seed: seed}).Options(d.caseID, d.Step) {
		i, _ := d.Option(o.ID)
		out = append(out, i)
	}
	return out
}

// allDrawn is the steps of a shipped pack whose order is drawn.
func allDrawn(t testing.TB, id string) (out []drawn) {
	p := packs.Named(t, id)
	for _, h := range p.Head().Cases {
		c, err := p.Case(h.ID)
		require.NoError(t, err)
		for i := range c.Steps {
			if !c.Steps[i].InOrder() {
				out = append(out, drawn{h.ID, &c.Steps[i]})
			}
		}
	}
	require.NotEmpty(t, out)
	return out
}

// TestEveryOrderComesUp holds each order of the options of a step to come up about
// as often as any other, and so each option at each letter. Of four options there
// are 24 orders, and with 23 degrees of freedom chi square is over 70 once in a
// million; of three there are 6, and it is over 36.
func TestEveryOrderComesUp(t *testing.T) {
	orders, limits := map[int]int{3: 6, 4: 24}, map[int]float64{3: 36, 4: 70}
	for _, id := range assets.Packs() {
		for _, st := range allDrawn(t, id) {
			n := len(st.Options)
			counts := map[string]int{}
			places := make([][4]int, n) // by option, then by letter
			for seed := range uint64(games) {
				key := ""
				for letter, option := range st.order(seed) {
					key += string(rune('a' + option))
					places[option][letter]++
				}
				counts[key]++
			}
			require.Len(t, counts, orders[n], st.ID)
			assert.Less(t, chiSquare(counts), limits[n], st.ID)
			for _, letters := range places {
				assert.Greater(t, float64(slices.Min(letters[:n])), 0.8*games/float64(n), "%s %v", st.ID, letters)
				assert.Less(t, float64(slices.Max(letters[:n])), 1.2*games/float64(n), "%s %v", st.ID, letters)
			}
		}
	}
}

// chiSquare is how far counts of games are from even ones.
func chiSquare(counts map[string]int) float64 {
	want, sum := games/float64(len(counts)), 0.0
	for _, n := range counts {
		sum += (float64(n) - want) * (float64(n) - want) / want
	}
	return sum
}

// TestNoLetterIsAKey plays by letters alone: always the same one, or the one that
// was right before. Over all games that is right as often as chance has it, within
// two of a hundred.
func TestNoLetterIsAKey(t *testing.T) {
	for _, id := range assets.Packs() {
		steps := slices.DeleteFunc(allDrawn(t, id), func(d drawn) bool { return d.Happened == "" })
		var always [4]int
		again, before, chance := 0, -1, 0.0
		for seed := range uint64(games) {
			for _, st := range steps {
				happened, _ := st.Option(st.Happened)
				letter := slices.Index(st.order(seed), happened)
				always[letter]++
				chance += 1 / float64(len(st.Options))
				if letter == before {
					again++
				}
				before = letter
			}
		}
		asked := float64(games * len(steps))
		for letter, n := range always {
			assert.Less(t, float64(n)/asked, chance/asked+0.02, "%s: always %c", id, 'A'+letter)
		}
		assert.InDelta(t, chance/asked, float64(again)/asked, 0.02, "%s: the letter that was right before", id)
	}
}

// TestOrderStays holds the order of a game to be the same each time, on every
// machine and in every program to come, and the pack's to be left alone.
func TestOrderStays(t *testing.T) {
	steps := allDrawn(t, "cloudflare")
	require.Equal(t, "A1", steps[0].ID)
	for seed, want := range map[uint64][]int{0: {2, 0, 1, 3}, 2: {0, 1, 2, 3}, 1<<64 - 1: {3, 1, 0, 2}} {
		assert.Equal(t, want, steps[0].order(seed), seed)
	}
	assert.NotEqual(t, steps[0].order(1), steps[1].order(1), "each step has an order of its own")
	for _, st := range steps {
		assert.True(t, slices.IsSortedFunc(st.Options, func(a, b pack.Option) int { return a.Ladder - b.Ladder }), st.ID)
	}
}

// TestMeaningfulOrderIsKept holds steps whose order means something to it.
func TestMeaningfulOrderIsKept(t *testing.T) {
	for _, tt := range []struct {
		name    string
		kind    pack.StepKind
		ordered bool
		kept    bool
	}{
		{"a decision", pack.Decision, false, false},
		{"a reflection", pack.Reflection, false, false},
		{"an estimate, whose options are places on a scale", pack.Estimate, false, true},
		{"a decision in order", pack.Decision, true, true},
	} {
		st := *allDrawn(t, "cloudflare")[0].Step
		st.Kind, st.Ordered = tt.kind, tt.ordered
		kept := true
		for seed := range uint64(10) {
			kept = kept && slices.IsSorted(drawn{"y2017", &st}.order(seed))
		}
		assert.Equal(t, tt.kept, kept, tt.name)
	}
}
