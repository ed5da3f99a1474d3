package scenes

import (
	"time"

	"github.com/hajimehoshi/ebiten/v2"
)

// clock counts time in sixtieths of a second. While Ebitengine calls Update
// sixty times a second, or as often as a test wants, a call is a sixtieth; where
// it calls it with every frame, or only when something happens, the time is
// taken from the system.
type clock struct {
	now  float64
	last time.Time
}

// longest is the most that one step of a scrolling may make up for: after a pause
// nothing leaps.
const longest = 4.0

// tick goes on by one Update and returns how much time that is.
func (c *clock) tick() float64 {
	if !byFrames() {
		c.now++
		return 1
	}
	t, step := time.Now(), 1.0
	if !c.last.IsZero() {
		step = t.Sub(c.last).Seconds() * 60
	}
	c.last = t
	c.now += step
	return step
}

// byFrames says whether Update is called with frames, however often those come.
func byFrames() bool {
	//lint:ignore SA1019 the mode is deprecated for setting; it can still be on
	return ebiten.TPS() == ebiten.SyncWithFPS || ebiten.FPSMode() == ebiten.FPSModeVsyncOffMinimum
}
