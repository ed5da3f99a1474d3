package author

import "strconv"

// node is one value of a YAML file that still knows where it stands.
type node struct {
	kind         kind
	text         string // of a scalar
	block        bool   // the scalar begins on the line after its key
	fields       []field
	items        []*node
	line, column int
	path         string
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
	for i := range n.fields {
		if n.fields[i].key == key {
			return n.fields[i].value
		}
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
	for i := range n.fields {
		if n.fields[i].key == part || isNumber(part, i) {
			return n.fields[i].value, &n.fields[i]
		}
	}
	for i, item := range n.items {
		if isNumber(part, i) || item.id() == part {
			return item, nil
		}
	}
	return nil, nil
}

func isNumber(part string, i int) bool { return part[0] == '[' && part == "["+strconv.Itoa(i)+"]" }

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
