package play_test

import (
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"

	"github.com/stretchr/testify/assert"
)

// TestCheckSets: the first two phases have a set each, in either order, and the
// only set of a pack is for before play, whatever is drawn.
func TestCheckSets(t *testing.T) {
	set := func(id string) pack.CheckSet { return pack.CheckSet{ID: id, Items: []pack.CheckItem{{ID: id + "1"}}} }
	three := &pack.Desk{Checks: []pack.CheckSet{set("a"), set("b"), set("c")}}
	one := &pack.Desk{Checks: []pack.CheckSet{set("a")}}
	orders := map[string]int{}
	for seed := range uint64(100) {
		s := play.NewState(seed, "en")
		orders[s.CheckSet(three, play.BeforePlay).ID+s.CheckSet(three, play.AfterDesk).ID]++
		assert.Equal(t, "c", s.CheckSet(three, play.MuchLater).ID)
		assert.Equal(t, "a", s.CheckSet(one, play.BeforePlay).ID)
		assert.Empty(t, s.CheckSet(one, play.AfterDesk).Items)
		assert.Empty(t, s.CheckSet(&pack.Desk{}, play.BeforePlay).Items)
	}
	assert.Len(t, orders, 2)
	assert.Greater(t, orders["ab"], 30)
	assert.Greater(t, orders["ba"], 30)
}
