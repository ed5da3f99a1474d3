package scenes

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// TestPace holds that a quick device draws every frame, that one which needs a fifth of a
// second for each draws half as many as it could, and that a pause is no frame.
func TestPace(t *testing.T) {
	start := time.Unix(0, 0)
	// drawn is how many frames a device draws in ten seconds that can have one in flight
	// and needs so long for each.
	drawn := func(needs time.Duration) (n int) {
		var p Pace
		at, ready := start, start
		for at.Sub(start) < 10*time.Second {
			at = at.Add(p.Next(at) + time.Second/60)
			if at.Before(ready) {
				at = ready
			}
			ready = at.Add(needs)
			n++
		}
		return n
	}
	assert.InDelta(t, 600, drawn(10*time.Millisecond), 2)
	assert.InDelta(t, 10.0/0.2/2, drawn(200*time.Millisecond), 6)

	var p Pace
	for range timed + 1 {
		assert.Zero(t, p.Next(start))
	}
	assert.Zero(t, p.Next(start.Add(time.Minute)), "a tab that was away")
}
