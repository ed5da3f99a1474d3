//go:build browser

package browser

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"testing"
	"time"

	"hardcases/proving/contrast"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// margin is how much is looked at around what has the focus, in CSS pixels: the
// ring lies 3 to 6 away.
const margin = 10

// ringed demands that the picture shows a ring round what has the focus, with
// the contrast that WCAG 2.2 asks of one (1.4.11: 3 to 1).
func (p *tab) ringed() {
	p.t.Helper()
	var sides int
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		r := p.rect(":focus")
		shot, err := chromedp.Call(p.ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{Clip: &page.Viewport{
			X: r.X - margin, Y: r.Y - margin, Width: r.W + 2*margin, Height: r.H + 2*margin, Scale: 1,
		}})
		require.NoError(p.t, err)
		seen, err := png.Decode(bytes.NewReader(shot.Data))
		require.NoError(p.t, err)
		if sides = ringSides(seen); sides >= 3 { // one side may lie at the edge of the window
			return
		}
	}
	require.FailNow(p.t, "the focus is not seen", "on %s: a ring on %d of 4 sides of %s", p.screen(), sides,
		eval[string](p, `document.activeElement.id`))
}

// ringSides counts the sides of a picture where, going in from the middle of
// its edge, something stands out from the ground before what has the focus.
func ringSides(m image.Image) int {
	b := m.Bounds()
	x, y := (b.Min.X+b.Max.X)/2, (b.Min.Y+b.Max.Y)/2
	sides := 0
	for _, way := range [][4]int{{x, b.Min.Y, 0, 1}, {x, b.Max.Y - 1, 0, -1}, {b.Min.X, y, 1, 0}, {b.Max.X - 1, y, -1, 0}} {
		at := func(n int) color.RGBA {
			return color.RGBAModel.Convert(m.At(way[0]+n*way[2], way[1]+n*way[3])).(color.RGBA)
		}
		for n := 1; n < margin-2; n++ {
			if contrast.Ratio(at(0), at(n)) >= 3 {
				sides++
				break
			}
		}
	}
	return sides
}

func TestRingSides(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 60, 40))
	for x := range 60 {
		for y := range 40 {
			m.Set(x, y, color.White)
		}
	}
	for x := 10; x < 50; x++ { // the control itself is no ring
		for y := 10; y < 30; y++ {
			m.Set(x, y, color.Black)
		}
	}
	require.Zero(t, ringSides(m))
	for x := 5; x < 55; x++ {
		m.Set(x, 5, color.Black)
		m.Set(x, 34, color.RGBA{170, 170, 170, 255}) // too faint
	}
	require.Equal(t, 1, ringSides(m))
}
