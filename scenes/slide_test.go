package scenes

import (
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/assert"

	"hardcases/game/play"
	"hardcases/game/view"
)

// withDrawing is a form that is drawn, at a stop of 26: −1 where nothing is drawn yet.
func withDrawing(stop int) *view.Node {
	root := form("form", "")
	slide := &view.Slide{By: 5, Page: 5, At: 20}
	for i := range 26 {
		slide.Stops = append(slide.Stops, play.Stake{Stop: i})
	}
	if stop >= 0 {
		slide.At = stop
	}
	chart := &view.Chart{Kind: view.Drawing, YName: "How much is left",
		YTicks: []view.Tick{{At: 0, Label: "0"}, {At: 100, Label: "125"}},
		Series: []view.Series{{Kind: view.Others, Points: []view.Point{{X: 0, Y: 80}, {X: 22, Y: 80}, {X: 100, Y: 80}}}}}
	main := &root.Children[1]
	main.Children = append([]view.Node{main.Children[0], {ID: "drawing", Role: view.Figure, Chart: chart, Children: []view.Node{
		{ID: "draw", Role: view.Slider, Name: "How much is left", Checked: stop >= 0, On: slide.Stops[slide.At], Slide: slide},
	}}}, main.Children[1:]...)
	return root
}

// drawing is a scene with a form that is drawn.
func drawing(t *testing.T, stop int) (*Scene, *desk) {
	s, d := stage(t, Options{OwnKeyboard: true, FedPointer: true})
	d.change = func(d *desk, m play.Msg) {
		if stake, ok := m.(play.Stake); ok {
			d.tree = withDrawing(stake.Stop)
		}
	}
	d.tree = withDrawing(stop)
	s.sync()
	return s, d
}

// track is where the slider is in the window.
func track(s *Scene) (x, top, bottom float64) {
	at, _ := s.placed.OnWindow(s.placed.Find("draw"), s.scroll.at)
	return at.Right() - 1, at.Y, at.Bottom()
}

func drawnStops(d *desk) (list []int) {
	for _, m := range d.sent {
		if stake, ok := m.(play.Stake); ok {
			list = append(list, stake.Stop)
		}
	}
	return list
}

func TestDrawingByMouse(t *testing.T) {
	s, d := drawing(t, -1)
	x, top, bottom := track(s)
	one := (bottom - top) / 25
	s.Point(PointerEvent{Kind: PointerDown, X: x - 80, Y: bottom - 10*one})
	for _, stop := range []float64{9, 8.6, 8.2, 7, -3, 40} {
		s.Point(PointerEvent{Kind: PointerMove, X: x - 60, Y: bottom - stop*one})
	}
	s.Point(PointerEvent{Kind: PointerUp, X: x - 60, Y: bottom - 40*one})
	assert.Equal(t, []int{10, 9, 8, 7, 0, 25}, drawnStops(d), "each stop once, and no further than the ends")
	assert.Zero(t, s.scroll.at[0])
	s.Point(PointerEvent{Kind: PointerMove, X: x, Y: bottom})
	assert.Len(t, d.sent, 6, "let go")
}

func TestDrawingByTouch(t *testing.T) {
	s, d := drawing(t, 20)
	x, top, bottom := track(s)
	one := (bottom - top) / 25
	touch := func(kind PointerKind, x, y float64) {
		s.Point(PointerEvent{Kind: kind, ID: 1, Touch: true, X: x, Y: y})
	}
	touch(PointerDown, x-12, bottom-20*one+8)
	touch(PointerMove, x-12, bottom-7*one)
	touch(PointerUp, x-12, bottom-7*one)
	assert.Equal(t, 7, drawnStops(d)[len(drawnStops(d))-1], "from its point it draws")
	assert.Zero(t, s.scroll.at[0])

	d.sent = nil
	x, _, bottom = track(s)
	touch(PointerDown, x-150, bottom-2*one)
	touch(PointerMove, x-150, bottom-2*one-60)
	touch(PointerMove, x-150, bottom-2*one-90)
	touch(PointerUp, x-150, bottom-2*one-90)
	assert.Empty(t, drawnStops(d), "from elsewhere it scrolls")
	assert.Positive(t, s.scroll.at[0])

	s.scrollTo(0, 0, false)
	ticks(t, s, 90)
	d.sent = nil
	x, _, bottom = track(s)
	touch(PointerDown, x-150, bottom-15*one)
	touch(PointerUp, x-150, bottom-15*one)
	assert.Equal(t, []int{15}, drawnStops(d), "a tap draws there")

	d.sent = nil
	touch(PointerDown, x, bottom-15*one)
	touch(PointerCancel, x, bottom-15*one)
	touch(PointerMove, x, bottom-3*one)
	assert.Empty(t, drawnStops(d), "what is taken away draws nothing")
}

func TestDrawingByKeys(t *testing.T) {
	s, d := drawing(t, -1)
	for focused(s) != "draw" {
		s.Key(ebiten.KeyTab, false)
	}
	for _, k := range []ebiten.Key{ebiten.KeyArrowDown, ebiten.KeyArrowLeft, ebiten.KeyPageDown, ebiten.KeyPageUp, ebiten.KeyArrowUp, ebiten.KeyHome, ebiten.KeyHome, ebiten.KeyArrowRight, ebiten.KeyEnd} {
		s.Key(k, false)
	}
	assert.Equal(t, []int{19, 18, 13, 18, 19, 0, 1, 25}, drawnStops(d))
	assert.Equal(t, "draw", focused(s))
	d.sent = nil
	s.Key(ebiten.KeyEnter, false)
	assert.Equal(t, []play.Msg{play.Commit{}}, d.sent, "Enter commits, as from a choice")
}
