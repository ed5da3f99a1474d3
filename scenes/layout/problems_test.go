package layout

import (
	"fmt"
	"math"
	"strings"

	"hardcases/game/view"
)

// Problem is something in a placed screen that a player could not read, see,
// reach or touch.
type Problem struct {
	Kind ProblemKind
	// ID is the node's, or that of the nearest box with one.
	ID     string
	Detail string
}

func (p Problem) String() string { return string(p.Kind) + " " + p.ID + ": " + p.Detail }

// ProblemKind says what is wrong.
type ProblemKind string

// The kinds of problem.
const (
	Clipped   ProblemKind = "clipped"   // a text or box reaches out of the one around it
	Overlap   ProblemKind = "overlap"   // two texts, or two controls, lie over each other
	Offscreen ProblemKind = "offscreen" // outside the window where no scrolling leads
	TooSmall  ProblemKind = "too small" // text under 15, or a target under 44
	Lost      ProblemKind = "lost"      // words of the node are not in the picture
	Covered   ProblemKind = "covered"   // a header or dock takes the room of the content
)

// Audit looks for problems in a result. None are found in a good one.
func Audit(r *Result) []Problem {
	a := &audit{Result: r}
	a.layers()
	a.boxes()
	a.texts()
	a.runs()
	a.controls()
	return a.found
}

type audit struct {
	*Result
	found []Problem
}

func (a *audit) add(k ProblemKind, box int, format string, args ...any) {
	id := ""
	for i := box; i >= 0 && id == ""; i = a.Boxes[i].Parent {
		id = a.Boxes[i].Node.ID
	}
	a.found = append(a.found, Problem{Kind: k, ID: id, Detail: fmt.Sprintf(format, args...)})
}

// near is how far edges may miss each other: less than a pixel is seen.
const near = 0.51

func holds(outer, inner Rect) bool {
	return inner.X >= outer.X-near && inner.Right() <= outer.Right()+near &&
		inner.Y >= outer.Y-near && inner.Bottom() <= outer.Bottom()+near
}

// layers looks at the window as a whole: what scrolls must keep enough room to
// be read, and header and dock must not lie over it.
func (a *audit) layers() {
	window := Rect{W: a.Width, H: a.Height}
	for i := range a.Layers {
		l := &a.Layers[i]
		if !holds(window, l.Frame) {
			a.add(Offscreen, -1, "layer %d at %v", i, l.Frame)
		}
		switch l.Kind {
		case PageLayer, SheetLayer:
			if l.View.H < math.Min(l.Content, a.Height*0.3) {
				a.add(Covered, -1, "layer %d shows only %.0f of %.0f", i, l.View.H, a.Height)
			}
			for j := range a.Layers {
				o := &a.Layers[j]
				mine := l.Kind == PageLayer && (o.Kind == BarLayer || o.Kind == DockLayer) ||
					l.Kind == SheetLayer && o.Kind == SheetDockLayer
				if common := l.View.Intersect(o.Frame); mine && common.W > near && common.H > near {
					a.add(Covered, -1, "layer %d lies over layer %d", j, i)
				}
			}
		case BarLayer, DockLayer, SheetDockLayer:
			if l.MaxScroll() > near {
				a.add(Clipped, -1, "layer %d shows %.0f of %.0f", i, l.View.H, l.Content)
			}
		case ScrimLayer: // nothing lies in it
		}
	}
}

// boxes looks at boxes in boxes, and in their layers.
func (a *audit) boxes() {
	for i := range a.Boxes {
		b := &a.Boxes[i]
		if b.Hidden || b.Rect.Empty() {
			continue
		}
		l := &a.Layers[b.Layer]
		if b.Rect.X < -near || b.Rect.Right() > l.View.W+near || b.Rect.Y < -near || b.Rect.Bottom() > math.Max(l.Content, l.View.H)+near {
			a.add(Offscreen, i, "%v in a layer of %.0f by %.0f", b.Rect, l.View.W, l.Content)
		}
		if b.Parent >= 0 && a.Boxes[b.Parent].Layer == b.Layer && !holds(a.Boxes[b.Parent].Rect, b.Rect) {
			a.add(Clipped, i, "%v reaches out of %v", b.Rect, a.Boxes[b.Parent].Rect)
		}
		for _, m := range a.Marks[b.Marks.From:b.Marks.To] {
			if !holds(b.Rect, m.Rect) {
				a.add(Clipped, i, "a mark at %v reaches out of %v", m.Rect, b.Rect)
			}
		}
		if b.Target() && (b.Hit.W < touch-near || b.Hit.H < touch-near) {
			a.add(TooSmall, i, "the target is %.0f by %.0f", b.Hit.W, b.Hit.H)
		}
	}
}

// texts looks whether each node's words are there to the last one.
func (a *audit) texts() {
	for i := range a.Boxes {
		b := &a.Boxes[i]
		if b.Hidden || b.Node.Chart != nil && lookOf(b.Node) != view.Dots {
			continue
		}
		if b.Target() && b.Runs.Len() == 0 && b.Marks.Len() > 0 {
			continue // a sign stands for the words
		}
		var shown strings.Builder
		for _, r := range a.Runs[b.Runs.From:b.Runs.To] {
			text := r.Text
			if r.Parted {
				text = strings.TrimSuffix(text, Hyphen)
			}
			shown.WriteString(text)
		}
		if want := bare(b.Node.Mark + b.Node.Text); b.Node.Short != "" && strings.Contains(bare(shown.String()), bare(b.Node.Short)) {
			continue
		} else if !strings.Contains(bare(shown.String()), want) {
			a.add(Lost, i, "%q is shown of %q", shown.String(), b.Node.Mark+b.Node.Text)
		}
	}
}

// bare is a text without white space, which goes where lines end.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '\n', '\r', '\u2028', '\u2029':
			return -1
		}
		return r
	}, s)
}

// runs looks at each piece of text in its box, and at each two of them.
func (a *audit) runs() {
	for i := range a.Runs {
		r := &a.Runs[i]
		b := &a.Boxes[r.Box]
		if r.Size < smallest-near {
			a.add(TooSmall, r.Box, "%q is set at %.1f", r.Text, r.Size)
		}
		if !holds(b.Rect, r.Rect) {
			a.add(Clipped, r.Box, "%q at %v reaches out of %v", r.Text, r.Rect, b.Rect)
		}
		for j := i + 1; j < len(a.Runs); j++ {
			o := &a.Runs[j]
			if a.Boxes[o.Box].Layer != b.Layer || o.Rect.Y > r.Rect.Bottom() {
				continue
			}
			if c := r.Rect.Intersect(o.Rect); c.W > near && c.H > near {
				a.add(Overlap, r.Box, "%q and %q", r.Text, o.Text)
			}
		}
	}
}

// controls looks whether any control lies over another or over foreign text.
func (a *audit) controls() {
	for i := range a.Boxes {
		b := &a.Boxes[i]
		if !b.Target() {
			continue
		}
		for j := i + 1; j < len(a.Boxes); j++ {
			o := &a.Boxes[j]
			if !o.Target() || o.Layer != b.Layer || b.Inline && o.Inline || a.inside(j, i) {
				continue
			}
			if c := b.Rect.Intersect(o.Rect); c.W > near && c.H > near {
				a.add(Overlap, i, "lies over %s", o.Node.ID)
			}
		}
	}
}

// inside says whether a box is somewhere in another.
func (a *audit) inside(box, outer int) bool {
	for i := box; i >= 0; i = a.Boxes[i].Parent {
		if i == outer {
			return true
		}
	}
	return false
}
