package scenes

import (
	"fmt"
	"maps"
	"slices"
)

// Cause says why a picture is painted again.
type Cause string

// The causes.
const (
	CauseSize   Cause = "size"   // the window or its scale
	CauseScreen Cause = "screen" // the tree
	CausePrefs  Cause = "prefs"  // text size, line spacing
	CauseTheme  Cause = "theme"
	CauseScroll Cause = "scroll"
	CauseMove   Cause = "move" // what comes to its place by itself
	CauseHover  Cause = "hover"
	CausePress  Cause = "press"
	CauseFocus  Cause = "focus"
	CauseHost   Cause = "host" // the host asked
)

// Stats count what a scene has done since it began.
type Stats struct {
	Frames, Layouts, Paints int
	// Causes counts paints by why they were made.
	Causes map[Cause]int
	// Last is the cause of the last paint.
	Last Cause
	// Widths are texts whose width was asked for; of them, Known were
	// remembered.
	Widths, Known int
}

// String is the figures on one line, for people who look for what is slow.
func (s Stats) String() string {
	line := fmt.Sprintf("frames %d, layouts %d, widths %d (known %d), paints %d:", s.Frames, s.Layouts, s.Widths, s.Known, s.Paints)
	for _, c := range slices.Sorted(maps.Keys(s.Causes)) {
		line += fmt.Sprintf(" %s %d", c, s.Causes[c])
	}
	return line
}
