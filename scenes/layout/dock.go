package layout

import (
	"math"
	"slices"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

const (
	dockPad  = 12.0
	aboveGap = 8.0 // between texts and the actions under them
	// mostOfWindow is the part of the window that a dock may take.
	mostOfWindow = 0.45
)

// dock places the main actions: in the flow, or at the bottom edge of the
// window or sheet. It returns the height that they take in the flow.
func (p *pass) dock(n *view.Node, s slot) float64 {
	kind, docked := DockLayer, p.docks.page
	if p.out.Layers[p.layer].Kind == SheetLayer {
		kind, docked = SheetDockLayer, p.docks.sheet
	}
	box := p.open(n, s.parent, Rect{X: s.x, Y: s.y, W: s.w})
	list := p.actions(n, s.in(box, s.x, s.y, s.w))
	var d docking
	if docked && !p.has(kind) {
		d = p.whatDocks(list, s)
	}
	if d.empty() {
		p.flowing.note(kind)
		h := p.rows(list, s, 16, false)
		p.groups(box)
		return p.close(box, h)
	}
	layer := p.push(Layer{Kind: kind, Back: Panel{Fill: theme.Paper}})
	p.out.Boxes[box].Layer = layer
	h := 0.0
	for i := range list {
		if d.row[i] || d.before[i] || d.above[i] {
			continue
		}
		p.flowing.note(kind)
		if h > 0 {
			h += 12
		}
		h += p.rows(list[i:i+1], s.at(s.y+h), 16, false)
	}
	p.inLayer(layer, func() { p.docked(box, layer, list, d, s) })
	p.groups(box)
	return h
}

// docked fills a dock: texts before the column where there is room, or above
// it, and the actions in one row.
func (p *pass) docked(box, layer int, list []item, d docking, s slot) {
	row := d.items(list, d.row)
	t := p.tally()
	high := p.rows(row, s.in(box, d.x, dockPad, d.w), 16, p.narrow())
	moved := p.tally()
	before := d.items(list, d.before)
	tall := 0.0
	for _, it := range before {
		w := math.Min(it.want, d.x-s.page-24)
		tall += p.node(it.node, s.in(it.parent, d.x-24-w, dockPad+tall, w))
	}
	if tall > high {
		p.moveRange(t, moved, 0, math.Floor((tall-high)/2))
	} else {
		p.move(moved, 0, math.Floor((high-tall)/2))
	}
	high = math.Max(high, tall)
	if above := d.items(list, d.above); len(above) > 0 {
		placed := p.tally()
		h := p.texts(above, s.in(box, d.x, dockPad, d.w)) + aboveGap
		p.moveRange(t, placed, 0, h)
		high += h
	}
	p.out.Boxes[box].Rect = Rect{X: s.page, Y: dockPad, W: d.x + d.w - s.page, H: high}
	l := &p.out.Layers[layer]
	l.Frame = Rect{W: p.out.Width, H: high + 2*dockPad}
	l.Content = l.Frame.H
}

// texts places texts of a dock one below the other and returns their height.
func (p *pass) texts(list []item, s slot) float64 {
	h := 0.0
	for i, it := range list {
		if i > 0 {
			h += aboveGap
		}
		h += p.node(it.node, s.in(it.parent, s.x, s.y+h, s.w))
	}
	return h
}

// docking is what of a list of actions is docked, and where.
type docking struct {
	row    []bool // in the dock's row
	before []bool // beside it, towards the start
	above  []bool // over it
	x, w   float64
}

func (d *docking) empty() bool { return !slices.Contains(d.row, true) }

func (d *docking) items(list []item, which []bool) []item {
	var chosen []item
	for i, it := range list {
		if which[i] {
			chosen = append(chosen, it)
		}
	}
	return chosen
}

// whatDocks chooses which actions to dock. All buttons are, in their own
// column or, where that is too narrow for one row, in the width of the page;
// failing that only the main action. Texts go beside them where there is room.
func (p *pass) whatDocks(list []item, s slot) docking {
	d := docking{row: make([]bool, len(list)), before: make([]bool, len(list)), above: make([]bool, len(list)), x: s.x, w: s.w}
	for i, it := range list {
		d.row[i] = it.node.On != nil && lookOf(it.node) != view.Aside
	}
	buttons := widthOf(d.items(list, d.row), 16)
	switch {
	case buttons <= s.w:
	case buttons <= s.x+s.w-s.page:
		d.x, d.w = s.page, s.x+s.w-s.page
	default:
		clear(d.row)
		if main := mainAction(list); main < len(list) {
			d.row[main] = true
			buttons = list[main].want
		}
	}
	if p.rowsHeight(d.items(list, d.row), d.w)+2*dockPad > p.out.Height/3 {
		clear(d.row)
		return d
	}
	p.textsBeside(list, &d, s, buttons)
	p.textsAbove(list, &d)
	return d
}

// textsBeside finds a place in a dock for what is not a button.
func (p *pass) textsBeside(list []item, d *docking, s slot, used float64) {
	for i, it := range list {
		switch {
		case it.node.On != nil:
		case d.x-s.page >= 240*p.in.TextScale:
			d.before[i] = true
		case used+16+it.want <= d.w:
			d.row[i] = true
			used += 16 + it.want
		}
	}
}

// textsAbove puts over the row what has no place beside it, such as what is
// still to choose before the main action can be used. Where that would take too
// much of the window, the other actions leave the dock, and failing that the
// texts stay in the flow.
func (p *pass) textsAbove(list []item, d *docking) {
	for i, it := range list {
		d.above[i] = it.node.On == nil && !d.row[i] && !d.before[i]
	}
	if !slices.Contains(d.above, true) || p.dockHeight(list, d) <= p.out.Height*mostOfWindow {
		return
	}
	fewer := *d
	fewer.row = make([]bool, len(list))
	fewer.row[mainAction(list)] = true
	if p.dockHeight(list, &fewer) <= p.out.Height*mostOfWindow {
		d.row = fewer.row
		return
	}
	clear(d.above)
}

// dockHeight is how high a dock would be with its row and what is over that.
func (p *pass) dockHeight(list []item, d *docking) float64 {
	trial := p.trial()
	s := slot{w: d.w}
	return trial.rows(loose(d.items(list, d.row)), s, 16, false) + trial.texts(loose(d.items(list, d.above)), s) + aboveGap + 2*dockPad
}

// inLayer places something in another layer.
func (p *pass) inLayer(layer int, place func()) {
	before := p.layer
	p.layer = layer
	place()
	p.layer = before
}

// actions lists what stands in a dock, looking into flows, for which it opens
// boxes.
func (p *pass) actions(n *view.Node, s slot) []item {
	var list []item
	for i := range n.Children {
		c := &n.Children[i]
		if drawn(c) && lookOf(c) == view.Flow {
			group := p.open(c, s.parent, Rect{})
			list = append(list, p.items(c.Children, s.in(group, s.x, s.y, s.w))...)
			continue
		}
		list = append(list, p.items(n.Children[i:i+1], s)...)
	}
	return list
}

// groups draws the boxes of the flows in a dock around what stands in them,
// in the layer where the first of it stands.
func (p *pass) groups(dock int) {
	for i := len(p.out.Boxes) - 1; i > dock; i-- {
		b := &p.out.Boxes[i]
		if b.Parent <= dock || b.Inline {
			continue
		}
		group := &p.out.Boxes[b.Parent]
		if group.Parent != dock {
			continue
		}
		if group.Layer != b.Layer {
			group.Layer, group.Rect = b.Layer, Rect{}
		}
		group.Rect = group.Rect.Union(b.Rect)
	}
}

// mainAction is the index of the first main action, 0 where there is none.
func mainAction(list []item) int {
	for i, it := range list {
		if lookOf(it.node) == view.Primary {
			return i
		}
	}
	return 0
}

// rowsHeight is how high rows would be.
func (p *pass) rowsHeight(list []item, w float64) float64 {
	return p.trial().rows(loose(list), slot{w: w}, 16, false)
}

// trial is a layout to try things in.
func (p *pass) trial() *pass {
	trial := newPass(p.Engine, p.out.Root, p.in, docks{})
	trial.push(Layer{})
	trial.open(p.out.Root, -1, Rect{})
	return trial
}

// loose is items without the boxes that they stand in.
func loose(list []item) []item {
	copied := slices.Clone(list)
	for i := range copied {
		copied[i].parent = 0
	}
	return copied
}

// has says whether something of this kind is there already: only the first
// dock of a screen or sheet is docked.
func (p *pass) has(kind LayerKind) bool {
	for _, l := range p.out.Layers {
		if l.Kind == kind {
			return true
		}
	}
	return false
}
