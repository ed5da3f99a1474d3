package desk

import (
	"errors"
	"fmt"
	"image"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"sync/atomic"
	"time"

	"hardcases/cmd/internal/emblem"
	"hardcases/game/host"
	"hardcases/scenes"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"
)

// The window at its first start, and the smallest that the layout is made for,
// in device independent pixels.
const (
	firstWidth, firstHeight = 1366, 768
	leastWidth, leastHeight = 320, 480
)

// Start sets up the game with the ports of a window.
type Start func(host.Ports) (*host.Host, error)

// Play plays in a window. saves is the folder that holds its size, as for Saves.
func Play(saves string, start Start) (err error) {
	w := &window{size: rememberedSize(saves)}
	w.host, err = start(Ports(Saves(saves), Files{Paint: scenes.Picture}, w.wake))
	if err != nil {
		return err
	}
	if err := displayMissing(); err != nil {
		return err
	}
	w.scene = scenes.New(w.host, scenes.Options{OwnKeyboard: true})
	ebiten.SetWindowTitle(w.host.Strings().Get("brand"))
	ebiten.SetWindowIcon([]image.Image{emblem.Draw(16, emblem.Rounded), emblem.Draw(32, emblem.Rounded), emblem.Draw(48, emblem.Rounded), emblem.Draw(128, emblem.Rounded)})
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	ebiten.SetWindowSizeLimits(leastWidth, leastHeight, -1, -1)
	// At rest nothing runs: frames come with input, or when the scene asks.
	//lint:ignore SA1019 there is no other way to let the loop sleep
	ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMinimum)
	defer func() { // missing libraries end in a panic inside the driver
		if r := recover(); r != nil {
			err = graphicsError(fmt.Errorf("%v", r))
		}
	}()
	if m := ebiten.Monitor(); m != nil {
		w.size.Width, w.size.Height = w.size.within(m.Size())
	}
	ebiten.SetWindowSize(w.size.Width, w.size.Height)
	err = ebiten.RunGameWithOptions(w, &ebiten.RunGameOptions{X11ClassName: "hardcases", X11InstanceName: "hardcases"})
	w.size.remember(saves)
	if err != nil {
		return graphicsError(err)
	}
	return nil
}

// window is the scene as a desktop program: with full screen, a remembered size
// and files dropped on it.
type window struct {
	scene *scenes.Scene
	host  *host.Host
	size  windowSize
	away  bool        // another window has the keyboard
	timed bool        // a lesson's timer runs
	woken atomic.Bool // a frame is due for it
}

// wake has the loop run each second while a lesson's timer runs, so that it is
// seen to.
func (w *window) wake(on bool) {
	w.timed = on
	w.keepTime()
}

func (w *window) keepTime() {
	if !w.timed || !w.woken.CompareAndSwap(false, true) {
		return
	}
	time.AfterFunc(time.Second, func() {
		w.woken.Store(false)
		//lint:ignore SA1019 it wakes the loop that FPSModeVsyncOffMinimum lets sleep
		ebiten.ScheduleFrame()
	})
}

// Update implements ebiten.Game.
func (w *window) Update() error {
	if inpututil.IsKeyJustPressed(ebiten.KeyF11) {
		ebiten.SetFullscreen(!ebiten.IsFullscreen())
	}
	if inpututil.IsKeyJustPressed(ebiten.KeyF9) {
		fmt.Fprintln(os.Stderr, w.scene.Stats())
	}
	if !ebiten.IsFullscreen() {
		w.size.Width, w.size.Height = ebiten.WindowSize()
	}
	if back := ebiten.IsFocused(); back == w.away {
		w.away = !back
		if back {
			w.host.Follow() // another window may have gone on with the game
		}
	}
	w.drop(ebiten.DroppedFiles())
	w.host.Tick()
	w.keepTime()
	err := w.scene.Update()
	if !w.scene.Idle() {
		//lint:ignore SA1019 it wakes the loop that FPSModeVsyncOffMinimum lets sleep
		ebiten.ScheduleFrame()
	}
	return err
}

// Draw implements ebiten.Game.
func (w *window) Draw(screen *ebiten.Image) { w.scene.Draw(screen) }

// Layout implements ebiten.Game.
func (w *window) Layout(width, height int) (int, int) { return w.scene.Layout(width, height) }

// LayoutF implements ebiten.LayoutFer.
func (w *window) LayoutF(width, height float64) (float64, float64) {
	return w.scene.LayoutF(width, height)
}

// displayMissing says what to do where no window can open.
func displayMissing() error {
	if runtime.GOOS != "linux" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "" || os.Getenv("EBITENGINE_VM_ENDPOINT") != "" {
		return nil
	}
	return errors.New("no display: neither DISPLAY nor WAYLAND_DISPLAY is set. Start it inside a desktop session, under Xvfb (package xvfb: xvfb-run hardcases), or play in this terminal: hardcases play --terminal")
}

// graphicsError names what to install where the system lacks a library.
func graphicsError(err error) error {
	text := err.Error()
	for _, lib := range []string{"libGL", "libEGL", "libX", "GLX", "GLFW", "glfw", "X11", "dlopen", "wayland"} {
		if runtime.GOOS == "linux" && strings.Contains(text, lib) {
			return fmt.Errorf("the window cannot open: %s. On Debian or Ubuntu install: apt-get install libgl1 libegl1 libx11-6 libxrandr2 libxcursor1 libxinerama1 libxi6 libxxf86vm1. Or play in this terminal: hardcases play --terminal", text)
		}
	}
	return fmt.Errorf("the window cannot open: %w", err)
}

// drop takes the files dropped on the window.
func (w *window) drop(files fs.FS) {
	all, err := dropped(files)
	switch {
	case err != nil:
		w.host.Refuse(err)
	case len(all) > 0:
		w.host.TakeAll(all)
	}
}

// dropped reads the files dropped, together of a length that can be of use.
func dropped(files fs.FS) (all [][]byte, err error) {
	if files == nil {
		return nil, nil
	}
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		return nil, err
	}
	size := int64(0)
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			return nil, err
		}
		if size += info.Size(); size > host.MaxFile {
			return nil, host.ErrLong
		}
	}
	for _, e := range entries {
		b, err := fs.ReadFile(files, e.Name())
		if err != nil {
			return nil, err
		}
		all = append(all, b)
	}
	return all, nil
}
