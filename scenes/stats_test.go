package scenes

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestStats(t *testing.T) {
	s, d := stage(t, Options{})
	before := s.Stats()
	d.tree = form("other", "")
	ticks(t, s, 1)
	s.dirty = ""
	s.Draw(nil)
	now := s.Stats()
	assert.Equal(t, before.Layouts+1, now.Layouts)
	assert.Equal(t, before.Frames+1, now.Frames)
	assert.Equal(t, before.Widths-before.Known, now.Widths-now.Known, "nothing is measured a second time")
	assert.Equal(t, before.Paints, now.Paints)
	assert.Equal(t, "frames 2, layouts 3, widths 9 (known 5), paints 4: focus 1 screen 3", Stats{
		Frames: 2, Layouts: 3, Paints: 4, Widths: 9, Known: 5, Causes: map[Cause]int{CauseScreen: 3, CauseFocus: 1},
	}.String())
}
