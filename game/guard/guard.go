// Package guard keeps presses from screens that the player has not seen yet.
package guard

import (
	"time"

	"hardcases/game/view"
)

const (
	// Moment is how long a screen takes no presses after it has come to the
	// player's eyes: longer than the gap of a double click or of a key pressed
	// twice by mistake, shorter than it takes to see what is there and to mean
	// something by a press.
	Moment = 350 * time.Millisecond
	// onItsWay is how long a new screen that is never painted takes none.
	onItsWay = 2 * time.Second
)

// Guard keeps a press that was meant for one screen from reaching the next one
// unseen. The zero value is open. Choices and what is typed are let through:
// they lead to no other screen, and can be changed.
type Guard struct {
	place  string // the screen that is shown, and the sheet over it
	coming bool   // it has not been seen yet
	until  time.Time
}

// Show notes which screen is to be shown from now on. Where it is another one,
// or another sheet over the same one, the guard closes.
func (g *Guard) Show(root *view.Node, now time.Time) {
	place := view.Place(root)
	if place == g.place {
		return
	}
	first := g.place == ""
	g.place = place
	if !first {
		g.coming, g.until = true, now.Add(onItsWay)
	}
}

// Seen notes that what is to be shown has been painted.
func (g *Guard) Seen(now time.Time) {
	if g.coming {
		g.coming, g.until = false, now.Add(Moment)
	}
}

// Lets says whether a press may activate a node.
func (g *Guard) Lets(n *view.Node, now time.Time) bool {
	return n.Role == view.Radio || n.Role == view.Slider || n.Role == "" || g.Open(now)
}

// Open says whether every press is let through.
func (g *Guard) Open(now time.Time) bool { return !now.Before(g.until) }

// Settled says whether the guard is open and stays so: one that opened because nothing
// was painted closes once more when it is.
func (g *Guard) Settled(now time.Time) bool { return !g.coming && g.Open(now) }
