package stack

import (
	"math"

	"hardcases/game/network"
	"hardcases/scenes/theme"
)

// Mover is a mark that crosses a part of a road again and again.
type Mover struct {
	Road int
	// Page says that it is a page on its way back; else it is a request.
	Page bool
	// From and To are the parts of the road, 0 at the visitors and 1 at the host.
	From, To float64
	// At is how far it has come at the start, 0 to 1.
	At float64
	// Vain says that it gets nowhere: it fades at its end.
	Vain bool
}

// Crossing is how long a mark takes to cross its part, in seconds.
const Crossing = 4.0

// Movers are the marks on the roads.
func Movers(size Size, p Picture) []Mover {
	var list []Mover
	for road := range 2 {
		asks, gets, cached := 0, 0, false
		stop := 1.0
		for i, f := range p.Report.Fates {
			if network.Lower(i) != (road == 1) {
				continue
			}
			if f != network.NoAnswer && f != network.Forbidden {
				asks++
			}
			if f.Gets() {
				gets++
			}
			cached = cached || f == network.Quick
			if s := size.stop(f); !f.Gets() && s < stop {
				stop = s
			}
		}
		if gets > 0 {
			stop = 1
		}
		for i := range few(asks, 3) {
			list = append(list, Mover{Road: road, To: stop, At: place(i, 3, road), Vain: gets == 0})
		}
		for i := range few(gets, 2) {
			m := Mover{Road: road, Page: true, From: 1, At: place(i, 2, road) + 0.2}
			if cached && i == 0 {
				m.From = size.share(size.arcX())
			}
			list = append(list, m)
		}
	}
	return list
}

// few is how many marks stand for some visitors: none for none.
func few(n, most int) int {
	switch {
	case n == 0:
		return 0
	case n < 3:
		return 1
	}
	return most
}

func place(i, of, road int) float64 {
	return math.Mod((float64(i)+0.35+0.3*float64(road))/float64(of), 1)
}

// stop is how far a request comes that gets no page.
func (s Size) stop(f network.Fate) float64 {
	switch f {
	case network.Refused:
		return s.share(s.plan().bars - 8)
	case network.Notified, network.Gone:
		return s.share(s.arcX() - 8)
	case network.Flooded:
		return s.share(s.arcX() - 20)
	case network.Quick, network.Slow, network.Long, network.NoAnswer, network.Forbidden, network.Locked:
	}
	return 1
}

func (s Size) arcX() float64 { return s.arcAt(s.plan().meet) }

// share is the part of a road that ends at an X, as the crow flies.
func (s Size) share(x float64) float64 {
	p := s.plan()
	return (x - p.from) / (p.host[0] - 8 - p.from)
}

// Where is where a mover is after some seconds, how far it has come on its way (0
// to 1), and the direction of the road there.
func (m *Mover) Where(size Size, seconds float64) (at Point, share float64) {
	share = math.Mod(m.At+seconds/Crossing, 1)
	eased := ease(share)
	p := size.plan()
	x := p.from + (m.From+(m.To-m.From)*eased)*(p.host[0]-8-p.from)
	return Point{x, size.roadAt(m.Road, x)}, share
}

// roadAt is the height of a road at an X.
func (s Size) roadAt(road int, x float64) float64 {
	p := s.plan()
	y := p.road[road]
	switch {
	case x <= p.bend[0]:
		return y
	case x >= p.bend[3]:
		return p.meet
	}
	t := (x - p.bend[0]) / (p.bend[3] - p.bend[0]) // near enough: the handles are level
	return y + (p.meet-y)*t*t*(3-2*t)
}

// Request is a visitor's request: a dot with a short tail.
func Request() []Shape {
	var d drawing
	d.line(theme.Ink, 2, Point{-15, 0}, Point{-6, 0})
	d.disc(theme.Ink, 0, 0, 4.2)
	return d
}

// Sheet is a page on its way, its middle at the origin.
func Sheet() []Shape {
	var d drawing
	d.put(page(theme.Ink), -6.8, -9, 1.05)
	return d
}

// Shapes is the mark where it sets out.
func (m *Mover) Shapes(size Size) []Shape {
	var d drawing
	at, _ := m.Where(size, 0)
	if m.Page {
		d.put(Sheet(), at.X, at.Y, size.Mark())
	} else {
		d.put(Request(), at.X, at.Y, size.Mark())
	}
	return d
}

// Seen is how much of a mark is to be seen at a share of its way: one that gets
// nowhere fades at its end, and all come and go softly while they move.
func (m *Mover) Seen(share float64) float64 {
	last := 0.04
	if m.Vain {
		last = 0.3
	}
	return math.Min(1, math.Min(share/0.04, (1-share)/last))
}

// Mark is how large requests and pages are drawn.
func (s Size) Mark() float64 {
	if s == Small {
		return 0.85
	}
	return 1
}
