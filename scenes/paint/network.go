package paint

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"hardcases/scenes/layout"
	"hardcases/scenes/stack"
	"hardcases/scenes/theme"
)

// Net is how the picture of the network moves. The zero value stands still.
type Net struct {
	// Seconds is for how long requests, pages and waves have been on their way.
	Seconds float64
	// Show is how the picture comes from the one before, nil where it has come;
	// Since is for how long it does, in milliseconds.
	Show  *stack.Show
	Since float64
	// Was is the layout before, with its picture at the same place.
	Was *layout.Result
	// Flood is the flood between both pictures.
	Flood *stack.Flood
}

// Animate draws the pictures of the network again, on a screen that Paint has drawn,
// and nothing else.
func (p *Painter) Animate(dst canvas, r *layout.Result, v View) {
	p.begin(r, v)
	for i := range r.Scenes {
		sc := &r.Scenes[i]
		b := &r.Boxes[sc.Box]
		if b.Hidden || !p.enter(dst, b.Layer) {
			continue
		}
		p.clip = p.clip.Intersect(p.pixels(sc.Rect()))
		if p.clip.Empty() {
			continue
		}
		p.dst = sub(dst, p.clip)
		p.state = calm
		p.block(sc.Rect(), sc.Back)
		p.scene(sc)
		p.labels(sc, b)
	}
	p.end()
}

// labels draws what stands over the picture, from an image that is drawn once: to
// set text takes memory.
func (p *Painter) labels(sc *layout.Scene, b *layout.Box) {
	r := p.pixels(sc.Rect())
	set := p.lines.set(p.res)
	if set.labels == nil || set.theme != p.view.Theme {
		set.forgetLabels()
		set.labels, set.theme = ebiten.NewImage(r.Dx(), r.Dy()), p.view.Theme
		dst, clip, dx, dy := p.dst, p.clip, p.dx, p.dy
		p.dst, p.clip = set.labels, set.labels.Bounds()
		p.dx, p.dy = p.dx-float64(r.Min.X), p.dy-float64(r.Min.Y)
		p.rest(b, sc.Parts[stack.AllParts-1].To)
		p.dst, p.clip, p.dx, p.dy = dst, clip, dx, dy
	}
	p.image.GeoM.Reset()
	p.image.GeoM.Translate(float64(r.Min.X), float64(r.Min.Y))
	p.image.ColorScale = ebiten.ColorScale{}
	p.dst.DrawImage(set.labels, &p.image)
}

// network draws the picture of a box, if it has one, and returns the first of its
// marks that is not drawn by that.
func (p *Painter) network(box int, b *layout.Box) int {
	for i := range p.res.Scenes {
		sc := &p.res.Scenes[i]
		if sc.Box != box {
			continue
		}
		dst, clip := p.dst, p.clip
		if p.clip = p.clip.Intersect(p.pixels(sc.Rect())); !p.clip.Empty() {
			p.dst = sub(dst, p.clip)
			p.scene(sc)
		}
		p.dst, p.clip = dst, clip
		return sc.Parts[stack.AllParts-1].To
	}
	return b.Marks.From
}

func (p *Painter) scene(sc *layout.Scene) {
	net := &p.view.Net
	flood := &sc.Flood
	if net.Show != nil {
		flood = net.Flood
		flood.Share = net.Show.Flood(net.Since)
	}
	flood.Drift = math.Mod(net.Seconds/stack.Run, 1)
	p.marks(sc.Parts[stack.Ground])
	if flood.Tide() == stack.Held {
		p.sea(sc, flood)
	}
	p.marks(sc.Parts[stack.Roads])
	p.traffic(sc)
	if flood.Tide() == stack.Through {
		p.sea(sc, flood)
	}
	p.marks(sc.Parts[stack.Outline])
	p.guard(sc)
	p.marks(sc.Parts[stack.Stands])
	p.people(sc)
	p.marks(sc.Parts[stack.Country])
}

// marks draws marks where they stand.
func (p *Painter) marks(s layout.Span) {
	for i := s.From; i < s.To; i++ {
		if m := &p.res.Marks[i]; p.seen(m.Rect) {
			p.mark(m)
		}
	}
}

// shifted draws marks elsewhere, by whole pixels, and fainter.
func (p *Painter) shifted(s layout.Span, dx, dy, seen float64) {
	x, y := p.dx, p.dy
	p.dx, p.dy, p.fade = p.dx+math.Round(dx*p.view.Unit), p.dy+math.Round(dy*p.view.Unit), float32(1-seen)
	p.marks(s)
	p.dx, p.dy, p.fade = x, y, 0
}

// traffic draws requests and pages where they are by now.
func (p *Painter) traffic(sc *layout.Scene) {
	seconds := p.view.Net.Seconds
	if seconds == 0 {
		p.marks(sc.Parts[stack.Traffic])
		return
	}
	for i := range sc.Movers {
		m := &sc.Movers[i]
		start, _ := m.Where(sc.Size, 0)
		at, share := m.Where(sc.Size, seconds)
		from, to := sc.Place(start), sc.Place(at)
		p.shifted(m.Marks, to.X-from.X, to.Y-from.Y, m.Seen(share))
	}
}

// guard draws the shield, and one that leaves.
func (p *Painter) guard(sc *layout.Scene) {
	net := &p.view.Net
	guard := sc.Parts[stack.Guard]
	if net.Show == nil {
		p.marks(guard)
		return
	}
	left, away, moves := net.Show.Shield(net.Since)
	if !moves {
		p.marks(guard)
		return
	}
	lift := -sc.Size.Lift() * sc.Factor
	res := p.res
	p.res = net.Was
	if left < 1 {
		p.shifted(net.Was.Scenes[0].Parts[stack.Guard], 0, lift*left, 1-left)
	}
	p.res = res
	p.shifted(guard, 0, lift*away, 1-away)
}

// people draws the visitors, those whose turn has not come as they were.
func (p *Painter) people(sc *layout.Scene) {
	net := &p.view.Net
	for i, marks := range sc.Visitors {
		if net.Show == nil || net.Show.Turned(i, net.Since) {
			p.marks(marks)
			continue
		}
		p.shifted(marks, 0, 0, 0) // not seen, but drawn once before it is wanted
		res := p.res
		p.res = net.Was
		p.marks(net.Was.Scenes[0].Visitors[i])
		p.res = res
	}
}

// sea draws the flood in its layers, with the machines that make it.
func (p *Painter) sea(sc *layout.Scene, f *stack.Flood) {
	for layer := range stack.Seas {
		p.water(sc, f, layer)
		p.waves(sc, f, layer)
	}
	p.mesh.begin()
	k := p.ink(theme.Machine)
	side := f.Square()
	f.Machines(func(x, y float64) {
		a, b := p.at(sc, stack.Point{X: x, Y: y}), p.at(sc, stack.Point{X: x + side, Y: y + side})
		n := p.mesh.next()
		p.mesh.vertex(a.X, a.Y, k, 1)
		p.mesh.vertex(b.X, a.Y, k, 1)
		p.mesh.vertex(b.X, b.Y, k, 1)
		p.mesh.vertex(a.X, b.Y, k, 1)
		p.mesh.quad(n, n+1, n+2, n+3)
	})
	p.mesh.draw(p.dst, p.shapes.pixel())
}

// at is a point of the picture in device pixels.
func (p *Painter) at(sc *layout.Scene, q stack.Point) point {
	at := sc.Place(q)
	return point{p.dx + at.X*p.view.Unit, p.dy + at.Y*p.view.Unit}
}

// columns is how many places on a surface a moving sea has.
const columns = 320

// water fills a layer from its surface to the ground.
func (p *Painter) water(sc *layout.Scene, f *stack.Flood, layer int) {
	p.mesh.begin()
	k := p.ink(stack.SeaTokens[layer])
	rows := f.Rows()
	for i := range columns + 1 {
		share := float64(i) / columns
		top := f.Surface(layer, share)
		n := p.mesh.next()
		for row := range rows + 1 {
			at := top
			if row > 0 {
				at = f.Below(top, share, float64(row)/float64(rows))
			}
			q := p.at(sc, at)
			p.mesh.vertex(q.X, q.Y, k, 1)
		}
		for row := range rows {
			if i > 0 {
				v := n + uint32(row)
				p.mesh.quad(v-uint32(rows)-1, v, v+1, v-uint32(rows))
			}
		}
	}
	p.mesh.draw(p.dst, p.shapes.pixel())
}

// waves draws the line of a surface, soft at both sides.
func (p *Painter) waves(sc *layout.Scene, f *stack.Flood, layer int) {
	p.mesh.begin()
	k := p.ink(theme.Sea)
	half := math.Max(0.5, stack.SeaLines[layer]*sc.Factor*p.view.Unit/2)
	was, now := point{}, p.at(sc, f.Surface(layer, 0))
	for i := range columns + 1 {
		next := now
		if i < columns {
			next = p.at(sc, f.Surface(layer, float64(i+1)/columns))
		}
		if i == 0 {
			was = now
		}
		long := math.Max(1e-9, math.Hypot(next.X-was.X, next.Y-was.Y))
		x, y := -(next.Y-was.Y)/long, (next.X-was.X)/long
		n := p.mesh.next()
		for _, out := range [4]float64{-half - 0.5, -half + 0.5, half - 0.5, half + 0.5} {
			seen := float32(1)
			if math.Abs(out) > half {
				seen = 0
			}
			p.mesh.vertex(now.X+x*out, now.Y+y*out, k, seen)
		}
		for row := range uint32(3) {
			if i > 0 {
				p.mesh.quad(n+row-4, n+row, n+row+1, n+row-3)
			}
		}
		was, now = now, next
	}
	p.mesh.draw(p.dst, p.shapes.pixel())
}
