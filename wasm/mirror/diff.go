// Package mirror keeps a web page in step with the game: what to change on it,
// where its elements lie over the picture, where the focus belongs, and what a
// key means there. It touches no page itself, so that it is tested without a
// browser.
package mirror

import (
	"slices"

	"hardcases/game/element"
)

// Op is one change to the page.
type Op struct {
	Kind OpKind
	Key  string // of the element that is changed
	Name string // of an attribute
	// Value is an attribute's value, or a text.
	Value string
	// Parent and Before say where to Place: inside Parent, before the element
	// Before, or last where Before is "".
	Parent, Before string
	// Gone are the keys of a removed element and of all in it.
	Gone []string
	// New is the element to Create, with all in it.
	New *element.Element
}

// OpKind says what an Op does.
type OpKind uint8

// The kinds of change.
const (
	Create OpKind = iota
	SetAttr
	DropAttr
	SetText
	Place
	Remove
)

// Diff gives the changes that make a page that holds old (nil for an empty
// one) hold now. Elements that stay are never taken out and put back, so that
// they keep focus and scroll; those that change places are moved as few as can
// be. The top elements of both are the same one, which the page has already.
func Diff(old, now *element.Element) []Op {
	d := &differ{kept: map[string]*element.Element{}}
	if old == nil {
		old = &element.Element{Key: now.Key, Tag: now.Tag}
	}
	d.keep(old, now)
	d.remove(old)
	d.patch(now)
	return d.ops
}

type differ struct {
	kept map[string]*element.Element // the old elements that stay, by key
	ops  []Op
}

// keep finds the elements that stay: with the same key and tag, in a parent
// that stays.
func (d *differ) keep(old, now *element.Element) {
	d.kept[now.Key] = old
	was := map[string]*element.Element{}
	for _, c := range old.Children {
		was[c.Key] = c
	}
	for _, c := range now.Children {
		if o := was[c.Key]; o != nil && o.Tag == c.Tag {
			d.keep(o, c)
		}
	}
}

// remove takes out, whole, what does not stay.
func (d *differ) remove(e *element.Element) {
	for _, c := range e.Children {
		if d.kept[c.Key] == c {
			d.remove(c)
			continue
		}
		op := Op{Kind: Remove, Key: c.Key}
		c.Walk(func(e *element.Element) { op.Gone = append(op.Gone, e.Key) })
		d.ops = append(d.ops, op)
	}
}

// patch makes one element right, then what is in it, then the order of that.
func (d *differ) patch(e *element.Element) {
	old := d.kept[e.Key]
	if old == nil {
		d.ops = append(d.ops, Op{Kind: Create, Key: e.Key, New: e})
		return
	}
	d.attrs(old, e)
	if old.Text != e.Text {
		d.ops = append(d.ops, Op{Kind: SetText, Key: e.Key, Value: e.Text})
	}
	for _, c := range e.Children {
		d.patch(c)
	}
	d.order(old, e)
}

func (d *differ) attrs(old, now *element.Element) {
	for _, a := range now.Attrs {
		if !slices.Contains(old.Attrs, a) {
			d.ops = append(d.ops, Op{Kind: SetAttr, Key: now.Key, Name: a.Name, Value: a.Value})
		}
	}
	for _, a := range old.Attrs {
		if !slices.ContainsFunc(now.Attrs, func(b element.Attr) bool { return b.Name == a.Name }) {
			d.ops = append(d.ops, Op{Kind: DropAttr, Key: now.Key, Name: a.Name})
		}
	}
}

// order puts the children in place, last one first, leaving alone as many as
// possible.
func (d *differ) order(old, now *element.Element) {
	at := map[string]int{}
	for i, c := range old.Children {
		if d.kept[c.Key] == c {
			at[c.Key] = i
		}
	}
	var places []int
	for _, c := range now.Children {
		if i, ok := at[c.Key]; ok {
			places = append(places, i)
		}
	}
	still := rising(places)
	before := ""
	for _, c := range slices.Backward(now.Children) {
		i, stays := at[c.Key]
		if !stays || !still[i] {
			d.ops = append(d.ops, Op{Kind: Place, Key: c.Key, Parent: now.Key, Before: before})
		}
		before = c.Key
	}
}

// rising gives the members of a longest rising subsequence.
func rising(xs []int) map[int]bool {
	length := make([]int, len(xs)) // of the longest one that ends here
	from := make([]int, len(xs))
	best := -1
	for i, x := range xs {
		length[i], from[i] = 1, -1
		for j := range i {
			if xs[j] < x && length[j]+1 > length[i] {
				length[i], from[i] = length[j]+1, j
			}
		}
		if best < 0 || length[i] > length[best] {
			best = i
		}
	}
	members := map[int]bool{}
	for i := best; i >= 0; i = from[i] {
		members[xs[i]] = true
	}
	return members
}
