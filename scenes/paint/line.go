package paint

import (
	"image"
	"math"
	"slices"

	"github.com/hajimehoshi/ebiten/v2"

	"hardcases/scenes/layout"
)

// lines keeps the lines of one layout as masks, each drawn once: while a screen
// is scrolled they only move.
type lines struct {
	of    *layout.Result
	unit  float64
	masks map[*layout.Mark]*ebiten.Image
}

// mask is that of a line, drawn by draw if it is not there yet.
func (l *lines) mask(of *layout.Result, unit float64, m *layout.Mark, draw func() *image.Alpha) *ebiten.Image {
	if l.of != of || l.unit != unit {
		for _, old := range l.masks {
			old.Deallocate()
		}
		*l = lines{of: of, unit: unit, masks: map[*layout.Mark]*ebiten.Image{}}
	}
	if l.masks[m] == nil {
		l.masks[m] = upload(draw())
	}
	return l.masks[m]
}

// line strokes a line through points, in dashes where it is dashed.
func (p *Painter) line(m *layout.Mark) {
	unit, wide := p.view.Unit, m.Width*p.view.Unit
	left, top := math.Floor(p.dx+m.Rect.X*unit-wide), math.Floor(m.Rect.Y*unit-wide)
	mask := p.lines.mask(p.res, unit, m, func() *image.Alpha {
		var points []point
		for _, q := range p.res.Points[m.Points.From:m.Points.To] {
			points = append(points, point{p.dx + q.X*unit - left, q.Y*unit - top})
		}
		pen := newPen(int(m.Rect.W*unit+2*wide)+2, int(m.Rect.H*unit+2*wide)+2)
		if m.Dash > 0 {
			dash(points, m.Dash*unit, m.Gap*unit, func(a, b point) { pen.segment(a, b, wide) })
		} else {
			pen.stroke(points, wide)
		}
		return pen.mask()
	})
	p.stamp(mask, mask.Bounds(), int(left), int(p.dy+top), m.Token)
}

// area fills polygons.
func (p *Painter) area(m *layout.Mark) {
	unit := p.view.Unit
	left, top := math.Floor(p.dx+m.Rect.X*unit), math.Floor(m.Rect.Y*unit)
	mask := p.lines.mask(p.res, unit, m, func() *image.Alpha {
		pen := newPen(int(m.Rect.W*unit)+2, int(m.Rect.H*unit)+2)
		points := p.res.Points[m.Points.From:m.Points.To]
		each := m.Each
		if each == 0 {
			each = max(1, len(points))
		}
		var corners []point
		for polygon := range slices.Chunk(points, each) {
			corners = corners[:0]
			for _, q := range polygon {
				corners = append(corners, point{p.dx + q.X*unit - left, q.Y*unit - top})
			}
			pen.polygon(corners[0], corners[1:]...)
		}
		return pen.mask()
	})
	p.stamp(mask, mask.Bounds(), int(left), int(p.dy+top), m.Token)
}

// dash cuts a line into dashes of the given length with gaps between.
func dash(points []point, long, gap float64, draw func(a, b point)) {
	left, on := long, true
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		total := math.Hypot(b.X-a.X, b.Y-a.Y)
		for done := 0.0; done < total; {
			step := math.Min(left, total-done)
			if on {
				draw(between(a, b, done/total), between(a, b, (done+step)/total))
			}
			done += step
			if left -= step; left <= 0 {
				on = !on
				left = long
				if !on {
					left = gap
				}
			}
		}
	}
}

func between(a, b point, t float64) point {
	return point{X: a.X + (b.X-a.X)*t, Y: a.Y + (b.Y-a.Y)*t}
}
