package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync/atomic"
	"time"

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

// playWindow plays in a window.
func playWindow(g gameFlags) (err error) {
	k, err := g.start()
	if err != nil {
		return err
	}
	if err := displayMissing(); err != nil {
		return err
	}
	w := &window{keeper: k, size: rememberedSize(g.Saves)}
	w.scene = scenes.New(k.stage, scenes.Options{OwnKeyboard: true})
	k.picture = scenes.Picture
	ebiten.SetWindowTitle(k.stage.Strings().Get("brand"))
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	ebiten.SetWindowSizeLimits(leastWidth, leastHeight, -1, -1)
	ebiten.SetWindowSize(w.size.Width, w.size.Height)
	// At rest nothing runs: frames come with input, or when the scene asks.
	//lint:ignore SA1019 there is no other way to let the loop sleep
	ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMinimum)
	defer func() { // missing libraries end in a panic inside the driver
		if r := recover(); r != nil {
			err = graphicsError(fmt.Errorf("%v", r))
		}
	}()
	err = ebiten.RunGameWithOptions(w, &ebiten.RunGameOptions{X11ClassName: "hardcases", X11InstanceName: "hardcases"})
	w.size.remember(g.Saves)
	if err != nil {
		return graphicsError(err)
	}
	return nil
}

// window is the scene as a desktop program: with full screen, a remembered size
// and files dropped on it.
type window struct {
	scene  *scenes.Scene
	keeper *keeper
	size   windowSize
	woken  atomic.Bool // a frame is due for a lesson's timer
}

// keepTime has the loop run again in a second while a lesson's timer runs, so
// that it is seen to.
func (w *window) keepTime() {
	if !w.keeper.clock.on || !w.woken.CompareAndSwap(false, true) {
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
	w.keeper.drop(ebiten.DroppedFiles())
	w.keeper.tick(time.Now())
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
