package face

import (
	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"hardcases/scenes/layout"
)

func advanceAt(s *Set, line string, size float64) float64 {
	return text.AdvanceAt(line, len(line), s.At(layout.Text, size))
}
