package layout

import (
	"math"

	"hardcases/scenes/qr"
	"hardcases/scenes/theme"
)

// qrSize is the most that a code's picture takes, quiet zone included.
const qrSize = 220.0

// qr is a text as a QR code, dark on light in every theme, as scanners want it.
// A text too long for one is not drawn: it stands beside it in words.
func (pl *plot) qr(r Rect) float64 {
	if len(pl.chart.Table) < 2 || len(pl.chart.Table[1]) == 0 {
		return 0
	}
	bars, n := qr.Code(pl.chart.Table[1][0])
	modules := float64(n + 2*qr.Quiet)
	module := math.Floor(math.Min(qrSize, r.W) / modules)
	if n == 0 || module < 1 {
		return 0
	}
	side := module * modules
	pl.mark(pl.box, Mark{Kind: Block, Token: theme.White, Rect: Rect{X: r.X, Y: r.Y, W: side, H: side}})
	for _, b := range bars {
		pl.mark(pl.box, Mark{Kind: Block, Token: theme.Black, Rect: Rect{
			X: r.X + module*float64(b.X+qr.Quiet), Y: r.Y + module*float64(b.Y+qr.Quiet), W: module * float64(b.W), H: module,
		}})
	}
	return side
}
