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

	for _, test := range []struct {
		pause  time.Duration
		broken bool // the host says that something else moved
	}{{time.Minute, false}, {1500 * time.Millisecond, false}, {300 * time.Millisecond, true}} {
		var p Pace
		at := start
		for n := range 2 * spaced {
			at = at.Add(time.Second / 60)
			if n == timed-1 {
				if at = at.Add(test.pause); test.broken {
					p.Broken()
				}
			}
			assert.Zero(t, p.Next(at), "%v, frame %d", test.pause, n)
		}
	}
}
