//go:build unix

package lint

import (
	"fmt"
	"syscall"
	"testing"
	"time"

	"hardcases/game/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Lint grows with the pack, not with its square: ten times the steps take about
// ten times as long, where the square would take a hundred times. What counts is
// the processor's time, since other programs may be running.
func TestLargePack(t *testing.T) {
	assert.Less(t, timeOf(t, large(1000)), 30*timeOf(t, large(100)))
}

func timeOf(t *testing.T, c *pack.Content) time.Duration {
	t.Helper()
	best := time.Hour
	for range 3 {
		start := processor(t)
		Check(c, Settings{Covers: ascii})
		best = min(best, processor(t)-start)
	}
	return best
}

// processor is the time that the processor has spent on this program so far.
func processor(t *testing.T) time.Duration {
	t.Helper()
	var use syscall.Rusage
	require.NoError(t, syscall.Getrusage(syscall.RUSAGE_SELF, &use))
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}

// large is a pack of one long case.
func large(steps int) *pack.Content {
	c := good()
	c.Cases[0].Steps = nil
	for i := range steps {
		st := step(fmt.Sprint("S", i), "2020-03-02", "C-2")
		st.Date = pack.Moment{Year: 2020 + i/300, Month: 3 + i/28%12%9, Day: i%28 + 1}
		c.Cases[0].Steps = append(c.Cases[0].Steps, st)
	}
	for _, w := range wantedOf(c, gentleKeys(c)) {
		if w.need == always {
			c.Text["en"][w.key], c.Text["fr"][w.key] = "Words for it", "Des mots pour cela"
		}
	}
	return c
}
