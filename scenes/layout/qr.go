package layout

import (
	"math"

	"hardcases/game/qr"
	"hardcases/scenes/theme"
)

const (
	// qrSize is the most that a code's picture takes, quiet zone included.
	qrSize = 220.0
	// roomSize is the same where a whole room must scan it.
	roomSize = 430.0
	// besideSize is the same beside much else, for whoever comes near.
	besideSize = 160.0
	// quiet is how many empty modules stand around a code: four, by ISO/IEC
	// 18004, 7.3.8.
	quiet = 4
)

// qr is a text as a QR code, dark on light in every theme, as scanners want it.
// A text too long for one is not drawn: it stands beside it in words.
func (pl *plot) qr(r Rect) float64 {
	rows := pl.chart.Modules
	modules := float64(len(rows) + 2*quiet)
	most := qrSize
	switch {
	case pl.room == denseText:
		most = besideSize
	case pl.room > 0:
		most = roomSize
	}
	module := math.Floor(math.Min(most, r.W) / modules)
	if len(rows) == 0 || module < 1 {
		return 0
	}
	side := module * modules
	pl.mark(pl.box, Mark{Kind: Block, Token: theme.White, Rect: Rect{X: r.X, Y: r.Y, W: side, H: side}})
	for y, row := range rows {
		pl.dark(row, Rect{X: r.X + quiet*module, Y: r.Y + module*float64(quiet+y), W: module, H: module})
	}
	return side
}

// dark draws the dark modules of a row, those that touch as one; first is the
// place of the first module.
func (pl *plot) dark(row string, first Rect) {
	for x := 0; x < len(row); x++ {
		from := x
		for x < len(row) && row[x] == qr.Dark {
			x++
		}
		if x > from {
			pl.mark(pl.box, Mark{Kind: Block, Token: theme.Black, Rect: Rect{
				X: first.X + first.W*float64(from), Y: first.Y, W: first.W * float64(x-from), H: first.H,
			}})
		}
	}
}
