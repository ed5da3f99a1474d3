//go:build pictures

package golden

import (
	"image"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/require"

	"hardcases/game/play"
	"hardcases/proving/guest"
	"hardcases/proving/screens"
	"hardcases/scenes"
)

func TestMain(m *testing.M) { guest.Main(m) }

// player plays the game in another process, and the same game in this one,
// which says where things are.
type player struct {
	t      *testing.T
	guest  *guest.Guest
	screen *ebiten.Image
	twin   *scenes.Scene
}

// open starts a guest in a window of the given size, with further arguments.
func open(t *testing.T, language string, width, height int, args ...string) *player {
	t.Helper()
	p := &player{t: t, guest: guest.Start(t, guest.Build(t, "./testdata/guest"), append(args, "-lang", language), nil)}
	scale := ebiten.Monitor().DeviceScaleFactor()
	p.screen = ebiten.NewImage(int(float64(width)*scale), int(float64(height)*scale))
	require.NoError(t, p.guest.SetOutsideScreen(p.screen))
	stage, err := screens.Open(language)
	require.NoError(t, err)
	stage.Send(play.SetTheme{Theme: play.Light})
	p.twin = scenes.New(stage, scenes.Options{
		FedPointer: true, Dark: func() bool { return false }, Still: func() bool { return true }, Now: screens.Patient(),
	})
	p.twin.LayoutF(float64(width), float64(height))
	p.ticks(2)
	return p
}

// ticks lets time pass, for both games.
func (p *player) ticks(n int) {
	p.t.Helper()
	p.guest.Ticks(n)
	for range n {
		require.NoError(p.t, p.twin.Update())
	}
}

// find gives the middle of a node in the window, after scrolling by the wheel
// until all of it is seen.
func (p *player) find(id string) (x, y float64) {
	p.t.Helper()
	for range 200 {
		r, seen, ok := p.place(id)
		require.True(p.t, ok, "no node %s", id)
		view := p.twin.Placed().Layers[0].View
		if p.twin.Placed().Boxes[p.twin.Placed().Find(id)].Layer != 0 || seen && r.Y >= view.Y && r.Y+r.H <= view.Bottom() {
			return r.X + r.W/2, r.Y + r.H/2
		}
		notch := -1.0
		if r.Y < view.Y {
			notch = 1
		}
		p.guest.ScrollWheel(0, notch)
		p.guest.MoveCursor(view.X+view.W/2, view.Y+view.H/2)
		p.twin.Point(scenes.PointerEvent{Kind: scenes.PointerWheel, X: view.X + view.W/2, Y: view.Y + view.H/2, DY: -60 * notch})
		p.ticks(1)
	}
	p.t.Fatalf("%s cannot be scrolled to", id)
	return 0, 0
}

func (p *player) place(id string) (place scenes.Rect, seen, ok bool) {
	p.twin.Bounds(func(other string, r scenes.Rect, shown bool) {
		if other == id {
			place, seen, ok = r, shown, true
		}
	})
	return place, seen, ok
}

// click presses and releases the mouse on a node, within one tick.
func (p *player) click(id string) {
	p.t.Helper()
	x, y := p.find(id)
	p.guest.MoveCursor(x, y)
	p.ticks(1)
	require.Equal(p.t, ebiten.CursorShapePointer, p.guest.CursorShape(), "over %s", id)
	p.guest.PressMouseButton(ebiten.MouseButtonLeft)
	p.guest.ReleaseMouseButton(ebiten.MouseButtonLeft)
	p.twin.Point(scenes.PointerEvent{Kind: scenes.PointerDown, X: x, Y: y})
	p.twin.Point(scenes.PointerEvent{Kind: scenes.PointerUp, X: x, Y: y})
	p.ticks(2)
}

// away moves the mouse to where there is nothing.
func (p *player) away() {
	p.guest.MoveCursor(2, 400)
	p.twin.Point(scenes.PointerEvent{Kind: scenes.PointerMove, X: 2, Y: 400})
	p.ticks(1)
}

// key presses a key for one tick.
func (p *player) key(k ebiten.Key) {
	p.guest.PressKey(k)
	p.twin.Key(k, false)
	p.ticks(1)
	p.guest.ReleaseKey(k)
	p.ticks(1)
}

// letter types a character.
func (p *player) letter(r rune) {
	p.guest.TypeRune(r)
	p.twin.Type(r, false)
	p.ticks(1)
}

// picture is what the guest shows now.
func (p *player) picture() *image.RGBA {
	p.t.Helper()
	p.ticks(15) // gliding has ended
	p.guest.Frame()
	require.True(p.t, p.guest.CompositeFrame())
	img := image.NewRGBA(p.screen.Bounds())
	p.screen.ReadPixels(img.Pix)
	return img
}

// screenID is the ID of the screen, as the twin has it.
func (p *player) screenID() string { return p.twin.Placed().Root.ID }
