package guard

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"hardcases/game/view"
)

func TestTheGuardOpensWhereNothingIsPainted(t *testing.T) {
	var g Guard
	now := time.Unix(0, 0)
	g.Show(&view.Node{ID: "one"}, now)
	assert.True(t, g.Open(now), "the first screen has none before it")
	g.Show(&view.Node{ID: "one"}, now)
	assert.True(t, g.Open(now), "nor has the same one")
	g.Show(&view.Node{ID: "two"}, now)
	assert.False(t, g.Open(now))
	assert.True(t, g.Open(now.Add(onItsWay)))
	assert.False(t, g.Settled(now.Add(onItsWay)), "it closes once more")
	g.Seen(now.Add(onItsWay))
	assert.False(t, g.Open(now.Add(onItsWay)))
	assert.True(t, g.Settled(now.Add(onItsWay+Moment)))
}
