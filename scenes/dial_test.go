package scenes

import (
	"math"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/scenes/layout"
)

// withClocks is a screen with two clocks, six hours apart, turned by so many hours from
// three in the morning.
func withClocks(hours int) *view.Node {
	root := form("form", "")
	chart := &view.Chart{Kind: view.Clocks}
	fig := view.Node{ID: "clocks", Role: view.Figure, Name: "The clocks", Chart: chart}
	for i, place := range []string{"near", "far"} {
		hour := ((3+6*i+hours)%24 + 24) % 24
		slide := &view.Slide{Low: -24, By: 1, Page: 6, At: 24 + hours, Turn: 12, Hand: float64(hour%12) / 12}
		for h := -24; h <= 24; h++ {
			slide.Stops = append(slide.Stops, play.TurnClocks{Hours: h})
		}
		chart.Series = append(chart.Series, view.Series{Kind: view.You, Name: place, Points: []view.Point{{X: float64(hour), Label: "00:00", Mark: "Mon"}}})
		fig.Children = append(fig.Children, view.Node{ID: place, Role: view.Slider, Name: place, Checked: true, On: slide.Stops[slide.At], Slide: slide})
	}
	main := &root.Children[1]
	main.Children = append([]view.Node{main.Children[0], fig}, main.Children[1:]...)
	return root
}

func withHands(t *testing.T) (*Scene, *desk) {
	s, d := stage(t, Options{OwnKeyboard: true, FedPointer: true})
	d.change = func(d *desk, m play.Msg) {
		if turn, ok := m.(play.TurnClocks); ok {
			d.tree = withClocks(turn.Hours)
		}
	}
	d.tree = withClocks(0)
	s.sync()
	return s, d
}

// on is a place of the window on a dial: so many hours from its top, on a part of its radius.
func onDial(s *Scene, id string, hour, part float64) (x, y float64) {
	at, _ := s.placed.OnWindow(s.placed.Find(id), s.scroll.at)
	a := 2 * math.Pi * hour / 12
	return at.X + at.W/2 + part*at.W/2*math.Sin(a), at.Y + at.H/2 - part*at.H/2*math.Cos(a)
}

func turnedTo(d *desk) (hours []int) {
	for _, m := range d.sent {
		if turn, ok := m.(play.TurnClocks); ok {
			hours = append(hours, turn.Hours)
		}
	}
	return hours
}

// TestAHandByMouse takes the hand of either clock round its dial, past the top and on.
func TestAHandByMouse(t *testing.T) {
	for id, from := range map[string]float64{"near": 3, "far": 9} {
		s, d := withHands(t)
		x, y := onDial(s, id, from, 0.5)
		s.Point(PointerEvent{Kind: PointerDown, X: x, Y: y})
		for h := 1.0; h <= 14; h += 0.5 {
			x, y = onDial(s, id, from+h, 0.8)
			s.Point(PointerEvent{Kind: PointerMove, X: x, Y: y})
		}
		s.Point(PointerEvent{Kind: PointerUp, X: x, Y: y})
		require.Equal(t, []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14}, turnedTo(d), "%s: each hour once", id)
		assert.Zero(t, s.scroll.at[0])
		at, _ := s.placed.OnWindow(s.placed.Find(id), s.scroll.at)
		tip := layout.Hand(at, math.Mod(from+14, 12)/12)
		s.Point(PointerEvent{Kind: PointerMove, X: tip.X, Y: tip.Y})
		assert.Len(t, turnedTo(d), 14, "let go")
	}
}

// TestAHandByTouch turns from the hand, and scrolls from far of it.
func TestAHandByTouch(t *testing.T) {
	s, d := withHands(t)
	touch := func(kind PointerKind, x, y float64) {
		s.Point(PointerEvent{Kind: kind, ID: 1, Touch: true, X: x, Y: y})
	}
	x, y := onDial(s, "near", 3, 0.6)
	touch(PointerDown, x, y)
	for h := 3.0; h >= 1; h -= 0.5 {
		x, y = onDial(s, "near", h, 0.6)
		touch(PointerMove, x, y)
	}
	touch(PointerUp, x, y)
	assert.Equal(t, []int{-1, -2}, turnedTo(d))

	d.sent = nil
	x, y = onDial(s, "near", 7, 0.9) // the hand is at one
	touch(PointerDown, x, y)
	touch(PointerMove, x, y-60)
	touch(PointerMove, x, y-90)
	touch(PointerUp, x, y-90)
	assert.Empty(t, turnedTo(d))
	assert.Positive(t, s.scroll.at[0])
}

func TestAHandByKeys(t *testing.T) {
	s, d := withHands(t)
	for focused(s) != "far" {
		s.Key(ebiten.KeyTab, false)
	}
	for _, k := range []ebiten.Key{ebiten.KeyArrowRight, ebiten.KeyArrowUp, ebiten.KeyArrowLeft, ebiten.KeyPageUp, ebiten.KeyHome, ebiten.KeyEnd} {
		s.Key(k, false)
	}
	assert.Equal(t, []int{1, 2, 1, 7, -24, 24}, turnedTo(d))
	assert.Equal(t, "far", focused(s))
}
