package stack

import (
	"math"

	"hardcases/game/network"
	"hardcases/scenes/theme"
)

// Seas is how many layers the flood has, from the lightest to the deepest.
const Seas = 3

// SeaTokens are their colours, SeaLines how thick the lines of their waves are.
var (
	SeaTokens = [Seas]theme.Token{theme.Tide, theme.TideMid, theme.TideDeep}
	SeaLines  = [Seas]float64{2, 1.2, 1.2}
)

// Flood is the flood of a picture, or on its way from the one before to it.
type Flood struct {
	// Share is how far it has come, 0 to 1. Drift is how far its waves have gone on,
	// as a part of the time after which they look as they did, 0 to 1.
	Share, Drift float64

	plan    plan
	was, is sea
	arc     [arcRows + 1]float64 // where the shield stands, from above to below
}

// arcRows is at how many heights the shield's place is known.
const arcRows = 64

// sea is how a flood stands in one picture.
type sea struct {
	tide        Tide
	high, shore [Seas]float64 // how high each layer comes, and from which X on
}

// NewFlood is the flood between two pictures, at the second one.
func NewFlood(size Size, was, is Picture) Flood {
	f := Flood{Share: 1, plan: size.plan()}
	for i := range f.arc {
		f.arc[i] = f.plan.arcAt(f.plan.height * float64(i) / arcRows)
	}
	f.was, f.is = f.sea(was), f.sea(is)
	return f
}

func (f *Flood) sea(p Picture) sea {
	s := sea{tide: p.Tide()}
	ground := f.plan.height
	for layer := range s.high {
		s.high[layer] = ground * [Seas]float64{0.51, 0.61, 0.71}[layer] // let through: two thirds up the host
		s.shore[layer] = f.plan.bend[0] + 0.11*f.plan.width
		if s.tide == Held {
			s.high[layer] = ground * [Seas]float64{0.47, 0.62, 0.74}[layer]
			s.shore[layer] = f.shield(s.high[layer]) - 2
		}
		if p.Setting[network.Flood] != network.Heavy {
			s.high[layer] += (ground - s.high[layer]) * 0.35
		}
	}
	return s
}

// shield is where the shield stands at a height.
func (f *Flood) shield(y float64) float64 {
	at := math.Min(math.Max(0, y/f.plan.height*arcRows), arcRows)
	i := min(int(at), arcRows-1)
	return f.arc[i] + (f.arc[i+1]-f.arc[i])*(at-float64(i))
}

// Tide is where the flood lies: under the roads where it is held, over them where
// it was let through. One that ebbs stays where it was.
func (f *Flood) Tide() Tide {
	switch {
	case f.is.tide != Ebb:
		return f.is.tide
	case f.Share < 1:
		return f.was.tide
	}
	return Ebb
}

// level is how high a layer stands at an X, without its waves.
func (f *Flood) level(s *sea, layer int, x float64) float64 {
	ground := f.plan.height
	if s.tide == Ebb {
		return ground
	}
	low := ground - f.plan.low*[Seas]float64{1, 0.53, 0.23}[layer]
	rise := math.Min(1, math.Max(0, x/s.shore[layer]))
	steep := rise * rise
	if s.tide == Held {
		steep = 0.35*steep + 0.65*steep*steep*steep*rise
	}
	return low + (s.high[layer]-low)*steep
}

// top is the surface of a layer at an X. Its waves are pointed at their crests: the
// upper half of a circle's shadow.
func (f *Flood) top(layer int, x float64) float64 {
	y := f.level(&f.is, layer, x)
	waves := 1.0
	if f.Share < 1 {
		was := f.level(&f.was, layer, x)
		y = was + (y-was)*f.Share
		waves = math.Min(1, 2*f.full())
	}
	long := f.plan.wave * (1 + 0.13*float64(layer))
	turn := math.Mod(x+long*(0.37*float64(layer)+1000-drifts*f.Drift), long) / long
	return y + waves*f.plan.wave*0.24*(math.Sqrt(math.Max(0, 1-(2*turn-1)*(2*turn-1)))-0.5)
}

// drifts is how many waves pass until the sea looks as it did.
const drifts = 3

// full is how much of a flood there is, 0 to 1.
func (f *Flood) full() float64 {
	switch {
	case f.was.tide == Ebb:
		return f.Share
	case f.is.tide == Ebb:
		return 1 - f.Share
	}
	return 1
}

// end is where the flood ends at a height, towards the host.
func (f *Flood) end(y float64) float64 {
	held := f.shield(y) - f.plan.arcWide/2 - 2
	through := f.part(Through)
	return held + (f.plan.width-held)*through
}

// part is how much of the flood stands in a tide, 0 to 1.
func (f *Flood) part(t Tide) float64 {
	was, is := f.was.tide, f.is.tide
	if was == Ebb {
		was = is
	}
	if is == Ebb {
		is = was
	}
	switch {
	case was == t && is == t:
		return 1
	case is == t:
		return f.Share
	case was == t:
		return 1 - f.Share
	}
	return 0
}

// Surface is a place on the surface of a layer, at a share of its way from the
// visitors to where it ends.
func (f *Flood) Surface(layer int, share float64) Point {
	high := f.was.high[layer] + (f.is.high[layer]-f.was.high[layer])*f.Share
	x := share * f.end(f.top(layer, share*f.end(high)))
	return Point{x, f.top(layer, x)}
}

// Below is a place under one of the surface: at a share of the way to the ground.
// The flood ends at the shield there, too.
func (f *Flood) Below(top Point, share, depth float64) Point {
	y := top.Y + (f.plan.height-top.Y)*depth
	return Point{share * f.end(y), y}
}

// Rows is how many rows of places below each other show where the flood ends.
func (f *Flood) Rows() int {
	if f.part(Through) == 1 {
		return 1
	}
	return 8
}

// columns is how many places on a surface the drawing that stands still has.
const columns = 240

// flood is a sea in three tints, with the machines that make it.
func (d *drawing) flood(f Flood) {
	for layer := range Seas {
		var surface []Point
		for i := range columns + 1 {
			surface = append(surface, f.Surface(layer, float64(i)/columns))
		}
		shape := append([]Point{{0, f.plan.height}}, surface...)
		rows := f.Rows()
		for row := 1; row <= rows; row++ {
			shape = append(shape, f.Below(surface[columns], 1, float64(row)/float64(rows)))
		}
		d.area(SeaTokens[layer], theme.None, 0, shape...)
		d.line(theme.Sea, SeaLines[layer], surface...)
	}
	side := f.plan.square
	var corners []Point
	f.Machines(func(x, y float64) { corners = append(corners, box(x, y, side, side)...) })
	if len(corners) > 0 {
		d.add(Shape{Kind: Area, Token: theme.Machine, Each: 4, Points: corners})
	}
}

// Square is how large a machine is drawn.
func (f *Flood) Square() float64 { return f.plan.square }

// Machines calls visit for the upper left corner of each machine in the sea: small
// squares in rows, as what asks here is no person.
func (f *Flood) Machines(visit func(x, y float64)) {
	p := &f.plan
	side := p.square
	dx, dy := side*6, side*4.5
	shift := 2 * 2 * dx * f.Drift
	for shift >= 2*dx {
		shift -= 2 * dx
	}
	for row, y := 0, p.height-side*2; y > p.height*0.3; row, y = row+1, y-dy/2 {
		for x := shift - 2*dx + float64(row%2)*dx/2; x < p.width; x += dx {
			if x > 0 && x+side+3 < f.end(y) && f.top(0, x) < y-3 && f.top(0, x+side) < y-3 {
				visit(x, y)
			}
		}
	}
}
