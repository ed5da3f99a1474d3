package scenes

import (
	"maps"

	"hardcases/game/view"
	"hardcases/scenes/layout"
)

// Rect is a place in the window, in device independent pixels.
type Rect struct{ X, Y, W, H float64 }

// Bounds calls each, in reading order, for every node of the current screen
// that has an ID, with its place in the window; of a control that is where a
// touch counts as on it. shown says that the node is
// drawn and at least partly in the window; what is scrolled away has a place
// outside of it. Before the first Update there is nothing to call it for.
func (s *Scene) Bounds(each func(id string, r Rect, shown bool)) {
	if s.placed == nil {
		return
	}
	z := s.placed.Zoom
	for i := range s.placed.Boxes {
		id := s.placed.Boxes[i].Node.ID
		if id == "" {
			continue
		}
		r, shown := s.placed.OnWindow(i, s.scroll.at)
		if b := &s.placed.Boxes[i]; b.Target() && !b.Inline { // as large as what can be touched
			r = layout.Rect{X: b.Hit.X + r.X - b.Rect.X, Y: b.Hit.Y + r.Y - b.Rect.Y, W: b.Hit.W, H: b.Hit.H}
		}
		each(id, Rect{X: r.X * z, Y: r.Y * z, W: r.W * z, H: r.H * z}, shown)
	}
}

// SetFocus says which node has the focus, "" for none, and whether the ring is
// to be seen. The node is brought into view.
func (s *Scene) SetFocus(id string, visible bool) {
	if !s.current() {
		return
	}
	box := s.placed.Find(id)
	if box != s.focus.box || visible != s.focus.visible {
		s.focus.box, s.focus.visible = box, visible
		s.mark(CauseFocus)
	}
	if box < 0 {
		return
	}
	if visible {
		box = s.wholeChoice(box)
	}
	s.reveal(box, false)
}

// Chose says that a choice was made by its own key: it has the focus, and nothing moves
// unless it is out of sight, or behind a dock that has come with it.
func (s *Scene) Chose(id string) {
	if !s.current() {
		return
	}
	if box := s.placed.Find(id); box >= 0 {
		s.focus.box, s.focus.visible = box, true
		s.mark(CauseFocus)
		s.uncover(id, false)
	}
}

// uncover scrolls no further than is needed to have all of a node in view.
func (s *Scene) uncover(id string, glide bool) {
	if !s.current() {
		return
	}
	box := s.placed.Find(id)
	if box < 0 {
		return
	}
	b := &s.placed.Boxes[box]
	if at := s.scroll.goal(b.Layer); b.Rect.Y < at || b.Rect.Bottom() > at+s.placed.Layers[b.Layer].View.H {
		s.reveal(box, glide)
	}
}

// ScrollTo brings a node into view, if it is not.
func (s *Scene) ScrollTo(id string) {
	if !s.current() {
		return
	}
	if box := s.placed.Find(id); box >= 0 {
		s.reveal(box, !s.still())
	}
}

// ScrollBy moves the content of the screen, or of the sheet over it, up by dy
// device independent pixels.
func (s *Scene) ScrollBy(dy float64) {
	if !s.current() {
		return
	}
	s.scrollTo(s.placed.Scroller(), s.scroll.goal(s.placed.Scroller())+dy/s.placed.Zoom, false)
}

// Redraw has the picture painted again and the elements' places reported, for
// a host that knows of a change that the scene cannot see.
func (s *Scene) Redraw() {
	s.mark(CauseHost)
	s.moved = true
	s.theme = nil
}

// Idle says that nothing is to be painted or moved until there is input, the
// window changes or the host sends something: frames may stop.
func (s *Scene) Idle() bool { return s.stands() && !s.traffic.stirred && !s.flows() }

// Drifts says that nothing moves but the picture of the network, by itself and with
// no end to wait for: its next frame may come later (Pace).
func (s *Scene) Drifts() bool { return s.stands() && s.flows() && s.traffic.show == nil }

// stands says that the screen is painted as it is, whatever a picture on it does.
func (s *Scene) stands() bool {
	return s.dirty == "" && !s.moved && s.placed != nil && s.host.Tree() == s.tree &&
		!s.scroll.moving() && !s.moment.on && !s.pointer.busy() && len(s.pointer.queue) == 0
}

// Stats are what the scene has done so far.
func (s *Scene) Stats() Stats {
	stats := s.stats
	stats.Causes = maps.Clone(stats.Causes)
	stats.Widths, stats.Known = s.faces.Asked()
	return stats
}

// Placed is the current layout, nil before the first Update. It must not be
// changed.
func (s *Scene) Placed() *layout.Result { return s.placed }

// room is what is to be in view around a box that was scrolled to.
const room = 16

// reveal scrolls a box into the view of its layer, with some room around it.
func (s *Scene) reveal(box int, glide bool) {
	b := &s.placed.Boxes[box]
	l := &s.placed.Layers[b.Layer]
	if l.MaxScroll() <= 0 || b.Hidden {
		return
	}
	at := s.scroll.goal(b.Layer)
	to := at
	if bottom := b.Rect.Bottom() + room; bottom > at+l.View.H {
		to = bottom - l.View.H
	}
	if top := b.Rect.Y - room; top < to {
		to = top
	}
	if to != at {
		s.scrollTo(b.Layer, to, glide)
	}
}

// wholeChoice is the group of a radio, if all of it can be in view at once, and
// else the box itself: who moves through a group by keys is to see what is left
// of it.
func (s *Scene) wholeChoice(box int) int {
	b := &s.placed.Boxes[box]
	if b.Node.Role != view.Radio {
		return box
	}
	group := b.Parent
	for group >= 0 && s.placed.Boxes[group].Node.Role != view.RadioGroup {
		group = s.placed.Boxes[group].Parent
	}
	if group < 0 || s.placed.Boxes[group].Rect.H+2*room > s.placed.Layers[b.Layer].View.H {
		return box
	}
	return group
}

// lets says whether a press may activate a node now: not on a screen that has
// come only a moment ago.
func (s *Scene) lets(n *view.Node) bool { return s.opts.Guard.Lets(n, s.opts.Now()) }

// activate does what a control is for. What comes of it is laid out when it is
// wanted: for the next frame, or for the next input.
func (s *Scene) activate(box int) {
	if box >= 0 && s.placed.Live(box) && s.lets(s.placed.Boxes[box].Node) {
		s.send(s.placed.Boxes[box].Node)
	}
}

// send tells the host what a control is for, and leads to where it leads.
func (s *Scene) send(n *view.Node) {
	s.host.Send(n.On)
	if n.To == "" || !s.current() {
		return
	}
	box := s.placed.Find(view.Entry(s.tree, n.To))
	if box < 0 {
		return
	}
	if s.opts.OwnKeyboard {
		s.focus.box = box
		s.mark(CauseFocus)
	}
	s.reveal(s.wholeChoice(box), !s.still())
}
