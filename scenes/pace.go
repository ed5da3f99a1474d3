package scenes

import "time"

// Pace spaces the frames of a picture that drifts by itself. Where the device needs long
// for one, as where the processor draws, it draws half as many: the other half of the
// machine is left to all else. What a frame costs is seen from a few that follow each
// other, as after a pause there is room for one at once. The zero Pace has seen no frame.
type Pace struct {
	frames int       // since frames were last timed
	first  time.Time // of those that are timed
	last   time.Time
	cost   time.Duration // of a frame
}

const (
	// timed is how many frames follow each other to be timed, and spaced how many wait
	// before those are timed again.
	timed, spaced = 4, 40
	// smooth is the cost below which no frame waits: 24 a second look like movement.
	smooth = time.Second / 24
	// most is the longest that one frame comes after another: more was a tab that was away.
	most = time.Second
)

// Next says how long the frame after one that was drawn now is to wait before it is asked
// for.
func (p *Pace) Next(now time.Time) time.Duration {
	if now.Sub(p.last) > most {
		p.Broken()
	}
	p.last = now
	if p.frames <= 1 { // the machine may have room for the second at once
		p.first = now
	}
	p.frames++
	switch {
	case p.frames <= timed+1:
		return 0
	case p.frames == timed+2:
		p.cost = now.Sub(p.first) / timed
	case p.frames >= timed+spaced:
		p.frames = 0
	}
	if p.cost < smooth {
		return 0
	}
	return 2 * p.cost // as drawing it begins only now, elsewhere
}

// Broken says that something else moved, or nothing: frames that were timed across it are
// timed anew.
func (p *Pace) Broken() {
	if p.frames <= timed+1 {
		p.frames = 0
	}
}
