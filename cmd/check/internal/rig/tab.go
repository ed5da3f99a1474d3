package rig

import (
	"cmp"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"hardcases/proving/chromium"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/css"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/heapprofiler"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/systeminfo"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

//go:embed probe.js
var probe string

// The window in which pages are measured, in CSS pixels.
const (
	windowWidth  = 1366
	windowHeight = 768
)

// limit is the longest that one page is measured.
const limit = 15 * time.Minute

// Tab is a page in a Chromium of its own, with an empty profile and the probe
// in it.
type Tab struct {
	ctx   context.Context
	close func() error
}

// Open starts the browser that is found at program.
func Open(ctx context.Context, program string) (*Tab, error) {
	dir, err := os.MkdirTemp("", "hardcases-bench-")
	if err != nil {
		return nil, err
	}
	ctx, late := context.WithTimeout(ctx, limit)
	ctx, stop := chromedp.NewExecAllocator(ctx, slices.Concat(chromium.Quiet(program, "en"), chromium.Software(),
		[]chromedp.ExecAllocatorOption{chromedp.UserDataDir(dir), chromedp.WindowSize(windowWidth, windowHeight)})...)
	ctx, closeTab := chromedp.NewContext(ctx)
	t := &Tab{ctx: ctx}
	t.close = func() error {
		closeTab()
		stop()
		late()
		return os.RemoveAll(dir)
	}
	if err := t.prepare(); err != nil {
		return nil, errors.Join(fmt.Errorf("starting %s: %w", program, err), t.close())
	}
	return t, nil
}

// Close ends the browser and removes what it has kept.
func (t *Tab) Close() error { return t.close() }

// prepare puts the probe in front of every page.
func (t *Tab) prepare() error {
	err := cmp.Or(chromium.Before(t.ctx, probe), chromium.Size(t.ctx, windowWidth, windowHeight, 1))
	if err != nil {
		return err
	}
	// chromedp watches more than is asked for here: the page's process keeps a
	// copy of what comes over the network, if it is not too large, and notes
	// of every style, which a player's browser does not.
	for _, c := range []cdp.Command[cdp.Empty, cdp.Empty]{network.Disable, css.Disable, dom.Disable} {
		if _, err := chromedp.Call(t.ctx, c, cdp.Empty{}); err != nil {
			return err
		}
	}
	return t.warmUp()
}

// warm is a page that is shown before the one that is measured: a browser that
// has just been started is not yet done with that.
const warm = "data:text/html,<title>warm</title><p>This browser is open.</p>"

func (t *Tab) warmUp() error {
	if err := t.Visit(warm); err != nil {
		return err
	}
	if _, err := t.FirstText(); err != nil {
		return err
	}
	time.Sleep(2 * time.Second)
	return nil
}

// Slow makes the page's processor slower, by a factor; 1 for not at all.
func (t *Tab) Slow(factor float64) error {
	_, err := chromedp.Call(t.ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: factor})
	return err
}

// Visit goes to an address and returns as soon as the page has begun to come.
func (t *Tab) Visit(address string) error { return chromium.Visit(t.ctx, address) }

// eval gives the value of an expression, waiting for it where it is a promise.
func eval[T any](t *Tab, expression string) (T, error) {
	return chromium.Eval[T](t.ctx, expression, chromedp.EvalAwaitPromise)
}

// FirstText waits for the first text of the page, and says after how many
// milliseconds it was on the screen.
func (t *Tab) FirstText() (float64, error) { return eval[float64](t, "probe.untilText()") }

// Playing waits for the first picture, and says after how many milliseconds it was
// on the screen.
func (t *Tab) Playing() (float64, error) { return eval[float64](t, "probe.untilPlaying()") }

// Count is what a page has done since it came.
type Count struct {
	Frames int `json:"frames"` // animation frames it was given
	Wakes  int `json:"wakes"`  // frames and timers of its own
}

// Counts says what the page has done.
func (t *Tab) Counts() (Count, error) {
	return eval[Count](t, "({frames: probe.frames, wakes: probe.wakes})")
}

// processes are those of the browser.
func (t *Tab) processes() ([]*systeminfo.ProcessInfo, error) {
	r, err := chromedp.CallBrowser(t.ctx, systeminfo.GetProcessInfo, cdp.Empty{})
	return r.ProcessInfo, err
}

// CPU is the processor time of all of the browser's processes so far.
func (t *Tab) CPU() (total time.Duration, err error) {
	all, err := t.processes()
	for _, p := range all {
		total += time.Duration(p.CPUTime * float64(time.Second))
	}
	return total, err
}

// Main is how long the page's main thread has been at work.
func (t *Tab) Main() (time.Duration, error) {
	if _, err := chromedp.Call(t.ctx, performance.Enable, performance.EnableParams{}); err != nil {
		return 0, err
	}
	r, err := chromedp.Call(t.ctx, performance.GetMetrics, cdp.Empty{})
	if err != nil {
		return 0, err
	}
	for _, m := range r.Metrics {
		if m.Name == "TaskDuration" {
			return time.Duration(m.Value * float64(time.Second)), nil
		}
	}
	return 0, errors.New("the browser does not say how long its main thread was busy")
}

// Memory is what the page's process alone holds, in bytes, after its garbage
// was collected.
func (t *Tab) Memory() (int64, error) {
	if _, err := chromedp.Call(t.ctx, heapprofiler.CollectGarbage, cdp.Empty{}); err != nil {
		return 0, err
	}
	all, err := t.processes()
	if err != nil {
		return 0, err
	}
	pid, most := 0, -1.0
	for _, p := range all { // a spare one may wait for the next page
		if p.Type == "renderer" && p.CPUTime > most {
			pid, most = int(p.ID), p.CPUTime
		}
	}
	if pid == 0 {
		return 0, errors.New("the browser does not tell of the page's process")
	}
	return private(pid)
}

// Hide puts another tab before the page.
func (t *Tab) Hide() error {
	created, err := chromedp.CallBrowser(t.ctx, target.CreateTarget, target.CreateTargetParams{URL: "about:blank"})
	if err != nil {
		return err
	}
	if _, err := chromedp.CallBrowser(t.ctx, target.ActivateTarget, target.ActivateTargetParams(created)); err != nil {
		return err
	}
	_, err = eval[bool](t, `new Promise((done) => {
		if (document.hidden) done(true);
		document.addEventListener("visibilitychange", () => done(true));
	})`)
	return err
}
