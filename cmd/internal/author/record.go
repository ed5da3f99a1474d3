package author

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hardcases/game/pack"
)

// record reads a mapping whose keys are known beforehand. Keys that were not
// asked for by the time of done are reported.
type record struct {
	*reader
	node  *node
	asked []string
}

// record takes n for a mapping, and reports it where it is none.
func (r *reader) record(n *node) *record {
	if n.kind != mapping {
		r.report("yaml-type", n, "is "+n.kind.String()+" where keys with values belong", "Indent the keys by two spaces below this one.")
	}
	return &record{reader: r, node: n}
}

// may gives the value of a key that can be left out, nil for none.
func (r *record) may(key string) *node {
	r.asked = append(r.asked, key)
	return r.node.field(key)
}

// must gives the value of a key and reports its absence.
func (r *record) must(key string) *node {
	n := r.may(key)
	if n == nil && r.node.kind == mapping && !r.misspelt(key) {
		r.report("yaml-key-missing", r.node, "lacks the key "+key, "Add it.")
	}
	return n
}

// misspelt says whether the mapping has a key that was meant to be this one;
// done reports that.
func (r *record) misspelt(key string) bool {
	return slices.ContainsFunc(r.node.fields, func(f field) bool { return f.key != key && near(f.key, key) })
}

// done reports the keys that nobody asked for.
func (r *record) done() {
	for _, f := range r.node.fields {
		if slices.Contains(r.asked, f.key) {
			continue
		}
		mend := "The keys here are: " + strings.Join(r.asked, ", ") + "."
		for _, key := range r.asked {
			if near(f.key, key) && r.node.field(key) == nil {
				mend = "It may be meant as " + key + "."
				break
			}
		}
		r.report("yaml-key-unknown", &node{line: f.line, column: f.column, in: r.node, part: f.key}, "is no key of the format", mend)
	}
}

// near says whether two keys differ by one slip: a letter too many, too few,
// wrong, or two changed round.
func near(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	swapped := len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
	return swapped || len(a) <= 1 && len(b) <= 1
}

// The scalars. Each takes nil for nothing, and reports what it cannot read.

func (r *reader) text(n *node) string {
	switch {
	case n == nil:
		return ""
	case n.kind != scalar:
		r.report("yaml-type", n, "is "+n.kind.String()+" where a single value belongs", "")
		return ""
	}
	return n.text
}

func (r *reader) number(n *node) int {
	s := r.text(n)
	if s == "" {
		return 0
	}
	i, err := strconv.Atoi(s)
	if err != nil {
		r.report("yaml-type", n, fmt.Sprintf("is %q where a whole number belongs", s), "")
	}
	return i
}

func (r *reader) flag(n *node) bool {
	s := r.text(n)
	if s != "true" && s != "false" && n != nil && n.kind == scalar {
		r.report("yaml-type", n, fmt.Sprintf("is %q where true or false belongs", s), "")
	}
	return s == "true"
}

func (r *reader) moment(n *node) pack.Moment {
	s := r.text(n)
	if s == "" {
		return pack.Moment{}
	}
	m, err := pack.ParseMoment(s)
	if err != nil {
		r.report("yaml-date", n, err.Error(), "")
	}
	return m
}

// list gives the items of a list; a nil or empty node has none.
func (r *reader) list(n *node) []*node {
	if n == nil || n.kind == empty {
		return nil
	}
	if n.kind != list {
		r.report("yaml-type", n, "is "+n.kind.String()+" where a list belongs", "Write it as [a, b], or each item on its own line after a hyphen.")
		return nil
	}
	return n.items
}

func (r *reader) texts(n *node) []string {
	var out []string
	for _, item := range r.list(n) {
		out = append(out, r.text(item))
	}
	return out
}

// named gives the fields of a mapping from ids to values, in their order.
func (r *reader) named(n *node) []field {
	if n == nil || n.kind == empty {
		return nil
	}
	if n.kind != mapping {
		r.report("yaml-type", n, "is "+n.kind.String()+" where ids with values belong", "Write each id as a key, and indent what belongs to it.")
		return nil
	}
	return n.fields
}
