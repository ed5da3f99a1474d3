// Package chromium drives a Chromium, for tests and measurements: what both do
// with a page. Each says for itself how the browser differs from the usual one.
package chromium

import (
	"context"
	"fmt"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Quiet are the options of every Chromium: without a window, without a profile
// to ask about, and without anything to do but what it is told. program is its
// path, languages those it asks pages for, by preference.
func Quiet(program, languages string) []chromedp.ExecAllocatorOption {
	return []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(program), chromedp.Headless, chromedp.NoSandbox, chromedp.NoFirstRun,
		chromedp.Flag("accept-lang", languages),
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-sync", true),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-extensions", true), chromedp.Flag("disable-default-apps", true),
	}
}

// Software are the options by which WebGL is drawn where there is no graphics
// card.
func Software() []chromedp.ExecAllocatorOption {
	return []chromedp.ExecAllocatorOption{
		chromedp.Flag("use-angle", "swiftshader"), chromedp.Flag("enable-unsafe-swiftshader", true),
		// Debian's Chromium asks for it even where there is no graphics card;
		// by itself Chromium paints pages by the processor there.
		chromedp.Flag("disable-gpu-rasterization", true),
	}
}

// Before has a script run in every page before the page's own.
func Before(ctx context.Context, script string) error {
	_, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
	return err
}

// Size sets the size of the page, in CSS pixels, and the device's scale.
func Size(ctx context.Context, width, height int, scale float64) error {
	_, err := chromedp.Call(ctx, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: int64(width), Height: int64(height), DeviceScaleFactor: scale,
	})
	return err
}

// Visit goes to an address and returns as soon as the page has begun to come.
func Visit(ctx context.Context, address string) error {
	r, err := chromedp.Call(ctx, page.Navigate, page.NavigateParams{URL: address})
	if err == nil && r.ErrorText != "" {
		err = fmt.Errorf("%s: %s", address, r.ErrorText)
	}
	return err
}

// Eval gives the value of a JavaScript expression.
func Eval[T any](ctx context.Context, expression string, options ...chromedp.EvaluateOption) (T, error) {
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, options...))
	if err != nil {
		err = fmt.Errorf("%s: %w", expression, err)
	}
	return v, err
}

// Click presses and releases the mouse at a place, in CSS pixels.
func Click(ctx context.Context, x, y float64) error {
	return chromedp.Do(ctx, chromedp.MouseClickXY(x, y))
}

// Wheel turns the wheel over the middle of the page, by so many CSS pixels.
func Wheel(ctx context.Context, by float64) error {
	size, err := Eval[[]float64](ctx, `[innerWidth / 2, innerHeight / 2]`)
	if err != nil {
		return err
	}
	_, err = chromedp.Call(ctx, input.DispatchMouseEvent, input.DispatchMouseEventParams{
		Type: input.DispatchMouseEventTypeMouseWheel, X: size[0], Y: size[1], DeltaX: 1e-9, DeltaY: by, // a DeltaX of 0 would not be sent
	})
	time.Sleep(50 * time.Millisecond) // the page scrolls with the next frame
	return err
}
