package layout

import (
	"math"

	"hardcases/game/view"
)

// A screen for a whole room is laid out for a window of roomWidth by roomHeight
// and drawn larger or smaller with the window, so that it looks the same on
// every projector and nothing has to be scrolled on any that is as wide.
const (
	roomWidth  = 1366.0
	roomHeight = 768.0
	roomColumn = 1300.0 // how wide the content may be
	roomText   = 28.0   // the least size of type: 8 m from a picture 2 m wide
	denseText  = 20.5   // the same where much stands side by side: 19 at 1280 × 720
)

// projected is the least size of type of a screen for a room, where the window is
// large enough for one; 0 for all else. On a phone it is a screen like any other.
func projected(root *view.Node, in Input) float64 {
	switch {
	case in.Width < 900 || in.Height < 500:
		return 0
	case root.Look == view.Projector:
		return roomText
	case root.Look == view.ProjectorDense:
		return denseText
	}
	return 0
}

func projectorZoom(in Input) float64 {
	return math.Min(in.Width/roomWidth, in.Height/roomHeight)
}

// projectorInput leaves the player's text size out: the type is as large
// already as the room needs.
func projectorInput(in Input) Input {
	in.TextScale, in.LineSpacing, in.MaxWidth = 1, 1, roomColumn
	return in
}

// forRoom is a style as a room needs it, whose type is at least so large: with 28,
// 15 becomes 28, 18 30, 32 42, with lines set a little closer than on a page.
func forRoom(s style, least float64) style {
	lead := s.line / s.size
	s.size = least + (s.size-smallest)*0.8
	most := 1.32
	if least == denseText {
		most = 1.25
	}
	s.line = math.Round(s.size * math.Min(lead, most))
	return s
}
