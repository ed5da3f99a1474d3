//go:build pictures

package golden

import (
	"flag"
	"fmt"
	"image"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/exp/vmhost"
	"github.com/stretchr/testify/require"

	"hardcases/game/play"
	"hardcases/scenes"
	"hardcases/scenes/internal/screens"
)

// TestMain runs the tests within a frame of a hidden window, as the pictures of
// guests are made by its graphics.
func TestMain(m *testing.M) {
	flag.Parse()
	ebiten.SetWindowVisible(false)
	l := &loop{m: m}
	if err := ebiten.RunGame(l); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(l.code)
}

type loop struct {
	m    *testing.M
	code int
}

func (l *loop) Update() error {
	l.code = l.m.Run()
	return ebiten.Termination
}
func (*loop) Draw(*ebiten.Image)         {}
func (*loop) Layout(w, h int) (int, int) { return w, h }

// player plays the game in another process, and the same game in this one,
// which says where things are.
type player struct {
	t      *testing.T
	guest  *vmhost.GuestSession
	screen *ebiten.Image
	twin   *scenes.Scene
}

// open starts a guest in a window of the given size, with further arguments.
func open(t *testing.T, language string, width, height int, args ...string) *player {
	t.Helper()
	p := &player{t: t, guest: start(t, append(args, "-lang", language)...)}
	scale := ebiten.Monitor().DeviceScaleFactor()
	p.screen = ebiten.NewImage(int(float64(width)*scale), int(float64(height)*scale))
	require.NoError(t, p.guest.SetOutsideScreen(p.screen))
	stage, err := screens.Open(language)
	require.NoError(t, err)
	stage.Send(play.SetTheme{Theme: play.Light})
	p.twin = scenes.New(stage, scenes.Options{FedPointer: true, OwnKeyboard: false, Dark: func() bool { return false }, Now: screens.Patient()})
	p.twin.LayoutF(float64(width), float64(height))
	p.ticks(2)
	return p
}

// start builds and runs a guest and waits until it is there.
func start(t *testing.T, args ...string) *vmhost.GuestSession {
	t.Helper()
	dir, err := os.MkdirTemp("", "hc") // short: sockets have short names
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	program := filepath.Join(dir, "guest")
	out, err := exec.Command("go", "build", "-buildvcs=false", "-tags", "ebitenginevmguest", "-o", program, "./testdata/guest").CombinedOutput()
	require.NoError(t, err, "%s", out)

	listener, err := net.Listen("unix", filepath.Join(dir, "g"))
	require.NoError(t, err)
	defer listener.Close()
	require.NoError(t, listener.(*net.UnixListener).SetDeadline(time.Now().Add(30*time.Second)))
	endpoint, err := vmhost.EndpointURLFromAddr(listener.Addr())
	require.NoError(t, err)

	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "EBITENGINE_VM_ENDPOINT="+endpoint)
	cmd.Stderr = os.Stderr
	require.NoError(t, cmd.Start())
	t.Cleanup(func() { _ = cmd.Wait() })
	conn, err := listener.Accept()
	require.NoError(t, err)
	guest, err := vmhost.NewGuestSession(conn, &vmhost.NewGuestSessionOptions{IdleTimeout: 60 * time.Second})
	require.NoError(t, err)
	t.Cleanup(func() { _ = guest.Close() })
	return guest
}

// ticks lets time pass, for both games.
func (p *player) ticks(n int) {
	p.t.Helper()
	p.guest.AdvanceTicks(n)
	require.True(p.t, p.guest.WaitTicks(), "%v", p.guest.Err())
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
	p.twin.Type(r)
	p.ticks(1)
}

// picture is what the guest shows now.
func (p *player) picture() *image.RGBA {
	p.t.Helper()
	p.ticks(15) // gliding has ended
	p.guest.AdvanceFrame()
	require.True(p.t, p.guest.WaitFrame(), "%v", p.guest.Err())
	require.True(p.t, p.guest.CompositeFrame())
	img := image.NewRGBA(p.screen.Bounds())
	p.screen.ReadPixels(img.Pix)
	return img
}

// screenID is the ID of the screen, as the twin has it.
func (p *player) screenID() string { return p.twin.Placed().Root.ID }
