package author

import (
	"slices"
	"strconv"
	"strings"
)

// node is one value of a YAML file that still knows where it stands.
type node struct {
	kind         kind
	text         string // of a scalar
	block        bool   // the scalar begins on the line after its key
	fields       []field
	index        map[string]int // of a field by its key, counted from 1
	items        []*node
	line, column int
	in           *node  // what the value belongs to, nil for none
	part         string // the last part of its path: a key, [number], or a list item's id
}

// path says where in its file a value is, such as cases.one.steps.A1.
func (n *node) path() string {
	var parts []string
	for ; n != nil && n.part != ""; n = n.in {
		parts = append(parts, n.part)
	}
	var b strings.Builder
	for _, part := range slices.Backward(parts) {
		if b.Len() > 0 && part[0] != '[' {
			b.WriteByte('.')
		}
		b.WriteString(part)
	}
	return b.String()
}

type field struct {
	key          string
	line, column int
	value        *node
}

// kind says what a value is.
type kind int

const (
	empty kind = iota // nothing after the key
	scalar
	list
	mapping
)

// String names the kind in an author's words.
func (k kind) String() string {
	return [...]string{"nothing", "a single value", "a list", "keys with values"}[k]
}

// field finds the value of a key, nil for none.
func (n *node) field(key string) *node {
	if i := n.index[key]; i > 0 {
		return n.fields[i-1].value
	}
	return nil
}

// find walks down a path such as cases.one.steps.A1.options[2].match, as far as
// it goes: the last node that is there, the field that leads to it (nil for a
// list's item), and whether the whole path was there.
func (n *node) find(path string) (at *node, by *field, whole bool) {
	at = n
	for path != "" {
		var part string
		if part, path = nextPart(path); part == "" {
			return at, by, false
		}
		child, via := at.child(part)
		if child == nil {
			return at, by, false
		}
		at, by = child, via
	}
	return at, by, true
}

// child is one step of find. What is in a list or under a key is found by
// number, as [2], too, and a list's items by their id.
func (n *node) child(part string) (*node, *field) {
	i := n.index[part] - 1
	if i < 0 {
		i = number(part)
	}
	if i >= 0 && i < len(n.fields) {
		return n.fields[i].value, &n.fields[i]
	}
	if i >= 0 && i < len(n.items) {
		return n.items[i], nil
	}
	for _, item := range n.items {
		if item.id() == part {
			return item, nil
		}
	}
	return nil, nil
}

// number reads [2] as 2; what is no such part is -1.
func number(part string) int {
	if part[0] != '[' || part[len(part)-1] != ']' {
		return -1
	}
	i, err := strconv.Atoi(part[1 : len(part)-1])
	if err != nil {
		return -1
	}
	return i
}

// id is what a list's item is called by: the value of its key id.
func (n *node) id() string {
	if n.kind == mapping {
		if id := n.field("id"); id != nil && id.kind == scalar {
			return id.text
		}
	}
	return ""
}

// nextPart cuts the first part off a path: a key, or a number in brackets.
func nextPart(path string) (part, rest string) {
	for i := range len(path) {
		switch {
		case path[i] == '.':
			return path[:i], path[i+1:]
		case path[i] == '[' && i > 0:
			return path[:i], path[i:]
		case path[i] == ']':
			rest = path[i+1:]
			if rest != "" && rest[0] == '.' {
				rest = rest[1:]
			}
			return path[:i+1], rest
		}
	}
	return path, ""
}
