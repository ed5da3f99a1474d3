package mirror

import (
	"slices"
	"testing"

	"hardcases/game/element"

	"github.com/stretchr/testify/require"
)

// fakePage does to a tree of its own what Diff says, as strictly as a browser:
// it fails on elements that are not there.
type fakePage struct {
	t       *testing.T
	top     *fakeElement
	all     map[string]*fakeElement
	moved   []string // kept elements that were taken out and put back
	created int
}

type fakeElement struct {
	key, tag, text string
	attrs          map[string]string
	parent         *fakeElement
	children       []*fakeElement
}

func newFakePage(t *testing.T, key string) *fakePage {
	top := &fakeElement{key: key, attrs: map[string]string{}}
	return &fakePage{t: t, top: top, all: map[string]*fakeElement{key: top}}
}

func (p *fakePage) apply(ops []Op) {
	p.t.Helper()
	p.moved, p.created = nil, 0
	for _, op := range ops {
		if op.Kind == Create {
			p.create(op.New)
			continue
		}
		e := p.all[op.Key]
		require.NotNil(p.t, e, "no element %s", op.Key)
		switch op.Kind {
		case SetAttr:
			e.attrs[op.Name] = op.Value
		case DropAttr:
			delete(e.attrs, op.Name)
		case SetText:
			require.Empty(p.t, e.children, "text would wipe out the content of %s", op.Key)
			e.text = op.Value
		case Remove:
			e.leave()
			for _, key := range op.Gone {
				require.NotNil(p.t, p.all[key])
				delete(p.all, key)
			}
		case Place:
			p.place(e, op)
		case Create: // above
		}
	}
}

func (p *fakePage) create(e *element.Element) *fakeElement {
	require.Nil(p.t, p.all[e.Key], "%s is there already", e.Key)
	made := &fakeElement{key: e.Key, tag: e.Tag, text: e.Text, attrs: map[string]string{}}
	p.all[e.Key] = made
	p.created++
	for _, a := range e.Attrs {
		made.attrs[a.Name] = a.Value
	}
	for _, c := range e.Children {
		child := p.create(c)
		child.parent = made
		made.children = append(made.children, child)
	}
	return made
}

func (p *fakePage) place(e *fakeElement, op Op) {
	parent := p.all[op.Parent]
	require.NotNil(p.t, parent)
	require.Empty(p.t, parent.text)
	if e.parent != nil {
		p.moved = append(p.moved, e.key)
		e.leave()
	}
	at := len(parent.children)
	if op.Before != "" {
		at = slices.Index(parent.children, p.all[op.Before])
		require.GreaterOrEqual(p.t, at, 0, "%s is not in %s", op.Before, op.Parent)
	}
	parent.children = slices.Insert(parent.children, at, e)
	e.parent = parent
}

func (e *fakeElement) leave() {
	if e.parent != nil {
		e.parent.children = slices.DeleteFunc(e.parent.children, func(c *fakeElement) bool { return c == e })
		e.parent = nil
	}
}

// same demands that the page holds exactly the element.
func (p *fakePage) same(want *element.Element) {
	p.t.Helper()
	n := 0
	var walk func(e *element.Element, got *fakeElement)
	walk = func(e *element.Element, got *fakeElement) {
		n++
		require.Equal(p.t, e.Key, got.key)
		if got != p.top {
			require.Equal(p.t, e.Tag, got.tag, e.Key)
		}
		require.Equal(p.t, e.Text, got.text, e.Key)
		attrs := map[string]string{}
		for _, a := range e.Attrs {
			attrs[a.Name] = a.Value
		}
		require.Equal(p.t, attrs, got.attrs, e.Key)
		require.Len(p.t, got.children, len(e.Children), e.Key)
		for i := range e.Children {
			walk(e.Children[i], got.children[i])
		}
	}
	walk(want, p.top)
	require.Len(p.t, p.all, n, "elements are left over")
}
