package paint

import (
	"image"
	"math"
	"slices"

	"github.com/hajimehoshi/ebiten/v2"

	"hardcases/scenes/layout"
	"hardcases/scenes/theme"
)

// lines keeps the lines of one layout as masks, each drawn once: while a screen
// is scrolled they only move. Those of the layout before are kept as long as they
// are still shown.
type lines struct {
	unit float64
	sets []*lineSet
}

// lineSet is what is kept of a layout.
type lineSet struct {
	of    *layout.Result
	masks map[*layout.Mark]*ebiten.Image
	// labels are what stands over the picture of the network, in a theme.
	labels *ebiten.Image
	theme  *theme.Theme
}

func (s *lineSet) forgetLabels() {
	if s.labels != nil {
		s.labels.Deallocate()
		s.labels = nil
	}
}

// keep forgets the lines of all other layouts.
func (l *lines) keep(now, was *layout.Result) {
	l.sets = slices.DeleteFunc(l.sets, func(s *lineSet) bool {
		if s.of == now || s.of == was {
			return false
		}
		for _, mask := range s.masks {
			mask.Deallocate()
		}
		s.forgetLabels()
		return true
	})
}

// set is what is kept of a layout.
func (l *lines) set(of *layout.Result) *lineSet {
	for _, s := range l.sets {
		if s.of == of {
			return s
		}
	}
	s := &lineSet{of: of, masks: map[*layout.Mark]*ebiten.Image{}}
	l.sets = append(l.sets, s)
	return s
}

// line strokes a line through points, in dashes where it is dashed.
func (p *Painter) line(m *layout.Mark) {
	unit, wide := p.view.Unit, m.Width*p.view.Unit
	left, top := math.Floor(p.dx+m.Rect.X*unit-wide), math.Floor(m.Rect.Y*unit-wide)
	masks := p.lines.set(p.res).masks
	mask := masks[m]
	if mask == nil {
		mask = upload(p.stroked(m, left, top))
		masks[m] = mask
	}
	p.stamp(mask, mask.Bounds(), int(left), int(p.dy+top), m.Token)
}

func (p *Painter) stroked(m *layout.Mark, left, top float64) *image.Alpha {
	unit, wide := p.view.Unit, m.Width*p.view.Unit
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
}

// area fills polygons.
func (p *Painter) area(m *layout.Mark) {
	unit := p.view.Unit
	left, top := math.Floor(p.dx+m.Rect.X*unit), math.Floor(m.Rect.Y*unit)
	masks := p.lines.set(p.res).masks
	mask := masks[m]
	if mask == nil {
		mask = upload(p.filled(m, left, top))
		masks[m] = mask
	}
	p.stamp(mask, mask.Bounds(), int(left), int(p.dy+top), m.Token)
}

func (p *Painter) filled(m *layout.Mark, left, top float64) *image.Alpha {
	unit := p.view.Unit
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
