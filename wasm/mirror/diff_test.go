package mirror

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"hardcases/game/element"

	"github.com/stretchr/testify/require"
)

func leaf(key, text string) *element.Element { return &element.Element{Key: key, Tag: "p", Text: text} }

func box(key string, children ...*element.Element) *element.Element {
	return &element.Element{Key: key, Tag: "div", Children: children}
}

func TestDiffKeepsWhatStays(t *testing.T) {
	a, b, c, d := leaf("a", "A"), leaf("b", "B"), leaf("c", "C"), leaf("d", "D")
	tests := map[string]struct {
		old, now *element.Element
		moved    []string
		created  int
	}{
		"nothing changes": {box("top", a, b), box("top", a, b), nil, 0},
		"first":           {nil, box("top", a, box("x", b)), nil, 3},
		"text":            {box("top", a, b), box("top", a, leaf("b", "other")), nil, 0},
		"one comes":       {box("top", a, c), box("top", a, b, c), nil, 1},
		"one goes":        {box("top", a, b, c), box("top", a, c), nil, 0},
		"last to first":   {box("top", a, b, c, d), box("top", d, a, b, c), []string{"d"}, 0},
		"first to last":   {box("top", a, b, c, d), box("top", b, c, d, a), []string{"a"}, 0},
		"another parent":  {box("top", box("x", a), b), box("top", box("x"), a, b), nil, 1},
		"another tag":     {box("top", a), box("top", &element.Element{Key: "a", Tag: "h1", Text: "A"}), nil, 1},
		"text to content": {box("top", a), box("top", &element.Element{Key: "a", Tag: "p", Children: []*element.Element{b}}), nil, 1},
		"content to text": {box("top", &element.Element{Key: "a", Tag: "p", Children: []*element.Element{b}}), box("top", a), nil, 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			p := newFakePage(t, "top")
			if test.old != nil {
				p.apply(Diff(nil, test.old))
				p.same(test.old)
			}
			p.apply(Diff(test.old, test.now))
			p.same(test.now)
			require.Equal(t, test.moved, p.moved)
			require.Equal(t, test.created, p.created)
		})
	}
}

func TestDiffAttributes(t *testing.T) {
	with := func(attrs ...element.Attr) *element.Element {
		return box("top", &element.Element{Key: "a", Tag: "p", Attrs: attrs})
	}
	ops := Diff(with(element.Attr{Name: "id", Value: "a"}, element.Attr{Name: "class", Value: "x"}, element.Attr{Name: "lang", Value: "fr"}), with(element.Attr{Name: "id", Value: "a"}, element.Attr{Name: "class", Value: "y"}))
	require.Equal(t, []Op{
		{Kind: SetAttr, Key: "a", Name: "class", Value: "y"},
		{Kind: DropAttr, Key: "a", Name: "lang"},
	}, ops)
}

// TestDiffAny walks through random trees and demands after each step that the
// page holds the newest.
func TestDiffAny(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	p := newFakePage(t, "top")
	var old *element.Element
	for range 500 {
		free := random.Perm(12)
		now := box("top")
		parents := []*element.Element{now}
		for _, k := range free[:random.IntN(12)] {
			parent := parents[random.IntN(len(parents))]
			e := box("k" + strconv.Itoa(k))
			if random.IntN(3) == 0 {
				e.Tag = "p"
			}
			e.Attrs = []element.Attr{{Name: "class", Value: strconv.Itoa(random.IntN(3))}}
			parent.Children = append(parent.Children, e)
			parents = append(parents, e)
		}
		for _, e := range parents[1:] {
			if len(e.Children) == 0 && random.IntN(2) == 0 {
				e.Text = strconv.Itoa(random.IntN(3))
			}
		}
		p.apply(Diff(old, now))
		p.same(now)
		old = now
	}
}
