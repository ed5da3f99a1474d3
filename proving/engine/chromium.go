package engine

import (
	"context"
	"encoding/json"
	"image"

	"hardcases/proving/chromium"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// chromiumPage is a tab of Chromium, as chromedp keeps it in a context.
type chromiumPage struct{ ctx context.Context }

// OfChromium is the page of a context of chromedp.
func OfChromium(ctx context.Context) Page { return &chromiumPage{ctx} }

// Visit implements Page.
func (p *chromiumPage) Visit(address string) error { return chromium.Visit(p.ctx, address) }

// Eval implements Page.
func (p *chromiumPage) Eval(expression string) (json.RawMessage, error) {
	v, err := chromium.Eval[json.RawMessage](p.ctx, expression)
	if len(v) == 0 {
		v = json.RawMessage("null")
	}
	return v, err
}

// Traverse implements Page.
func (p *chromiumPage) Traverse(by int) error { return traverse(p, by) }

// Press implements Page.
func (p *chromiumPage) Press(keys string) error { return chromedp.Do(p.ctx, chromedp.KeyEvent(keys)) }

// Click implements Page.
func (p *chromiumPage) Click(x, y float64) error { return chromium.Click(p.ctx, x, y) }

// Wheel implements Page.
func (p *chromiumPage) Wheel(by float64) error { return chromium.Wheel(p.ctx, by) }

// Size implements Page.
func (p *chromiumPage) Size(width, height int) error { return chromium.Size(p.ctx, width, height, 1) }

// Picture implements Page.
func (p *chromiumPage) Picture() (image.Image, error) {
	r, err := chromedp.Call(p.ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{})
	if err != nil {
		return nil, err
	}
	return decoded(r.Data)
}

// Paper implements Page.
func (p *chromiumPage) Paper() ([]byte, error) {
	r, err := chromedp.Call(p.ctx, page.PrintToPDF, page.PrintToPDFParams{})
	return r.Data, err
}

// Beside implements Page. The tab is gone with this one.
func (p *chromiumPage) Beside() (Page, error) {
	ctx, closeTab := chromedp.NewContext(p.ctx, chromedp.WithExistingBrowserContext(chromedp.FromContext(p.ctx).BrowserContextID))
	context.AfterFunc(p.ctx, closeTab)
	return OfChromium(ctx), chromedp.Do(ctx)
}

// Close implements Page.
func (p *chromiumPage) Close() error { return chromedp.Cancel(p.ctx) }
