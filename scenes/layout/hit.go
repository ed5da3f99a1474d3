package layout

// Scrolls is how far the content of each layer is moved up, by the layer's
// index; what is missing is not moved.
type Scrolls []float64

func (s Scrolls) of(layer int) float64 {
	if layer < len(s) {
		return s[layer]
	}
	return 0
}

// Hit finds the control at a point of the window, -1 for none. What is drawn
// at the point comes first; failing that, the control whose surroundings count
// as touched and whose middle is nearest.
func (r *Result) Hit(x, y float64, scrolls Scrolls) int {
	layer := r.LayerAt(x, y)
	if layer < 0 {
		return -1
	}
	l := &r.Layers[layer]
	if !l.View.Contains(x, y) {
		return -1
	}
	x, y = x-l.View.X, y-l.View.Y+scrolls.of(layer)
	for i := len(r.Boxes) - 1; i >= 0; i-- {
		if b := &r.Boxes[i]; b.Layer == layer && b.Target() && r.covers(b, x, y) {
			return i
		}
	}
	return r.nearest(layer, x, y)
}

// covers says whether a box is drawn at a point of its layer.
func (r *Result) covers(b *Box, x, y float64) bool {
	if !b.Inline {
		return b.Rect.Contains(x, y)
	}
	for i := b.Runs.From; i < b.Runs.To; i++ {
		if r.Runs[i].Rect.Contains(x, y) {
			return true
		}
	}
	return false
}

func (r *Result) nearest(layer int, x, y float64) int {
	found, best := -1, 0.0
	for i := range r.Boxes {
		b := &r.Boxes[i]
		if b.Layer != layer || !b.Target() || !b.Hit.Contains(x, y) {
			continue
		}
		dx, dy := b.Rect.X+b.Rect.W/2-x, b.Rect.Y+b.Rect.H/2-y
		if d := dx*dx + dy*dy; found < 0 || d < best {
			found, best = i, d
		}
	}
	return found
}

// LayerAt is the highest layer that takes input at a point of the window, -1
// for none.
func (r *Result) LayerAt(x, y float64) int {
	for i := len(r.Layers) - 1; i >= r.Modal; i-- {
		if r.Layers[i].Frame.Contains(x, y) && r.above(i, x, y) {
			return i
		}
	}
	return -1
}

// above says whether no other layer of the same or a higher kind lies over a
// layer at a point: docks are made before their layers are complete.
func (r *Result) above(layer int, x, y float64) bool {
	for i := r.Modal; i < len(r.Layers); i++ {
		if o := &r.Layers[i]; i != layer && o.Kind > r.Layers[layer].Kind && o.Frame.Contains(x, y) {
			return false
		}
	}
	return true
}

// Scroller is the layer that scrolls when nothing says which: the highest that
// takes input and has content of its own; -1 for none.
func (r *Result) Scroller() int {
	for i := len(r.Layers) - 1; i >= r.Modal; i-- {
		if k := r.Layers[i].Kind; k == PageLayer || k == SheetLayer {
			return i
		}
	}
	return -1
}

// Find is the index of the box of the node with an ID, -1 for none.
func (r *Result) Find(id string) int {
	if id == "" {
		return -1
	}
	for i := range r.Boxes {
		if r.Boxes[i].Node.ID == id {
			return i
		}
	}
	return -1
}

// Live says whether a box takes input now.
func (r *Result) Live(box int) bool {
	return r.Boxes[box].Target() && r.Boxes[box].Layer >= r.Modal
}

// OnWindow is where a box is in the window, in layout units; seen says whether
// any of it shows.
func (r *Result) OnWindow(box int, scrolls Scrolls) (at Rect, seen bool) {
	b := &r.Boxes[box]
	l := &r.Layers[b.Layer]
	at = b.Rect
	at.X += l.View.X
	at.Y += l.View.Y - scrolls.of(b.Layer)
	return at, !b.Hidden && !at.Intersect(l.View).Empty()
}
