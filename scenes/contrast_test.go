package scenes

import (
	"testing"

	"hardcases/game/play"
	"hardcases/scenes/theme"

	"github.com/stretchr/testify/assert"
)

// TestContrastFollowsTheSystem holds who leaves the colours to the system to its
// contrast, also when that changes during play, and who chose to the choice.
func TestContrastFollowsTheSystem(t *testing.T) {
	for choice, want := range map[play.Theme]play.Theme{
		play.Auto: play.Contrast, play.Light: play.Light, play.Dark: play.Dark, play.Contrast: play.Contrast,
	} {
		more := false
		s, d := stage(t, Options{Contrast: func() bool { return more }})
		d.prefs.Theme = choice
		ticks(t, s, 1)
		assert.Equal(t, theme.Of(choice, false).Name, s.theme.Name, choice)
		more = true
		ticks(t, s, 61)
		assert.Equal(t, want, s.theme.Name, choice)
		more = false
		ticks(t, s, 61)
		assert.Equal(t, theme.Of(choice, false).Name, s.theme.Name, choice)
	}
}
