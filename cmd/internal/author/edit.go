package author

import (
	"maps"
	"slices"
	"strings"

	"hardcases/game/pack"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// edit puts texts into the YAML of a language and changes nothing around them:
// comments, order and empty lines stay. ok is false where the file is written in
// a way that this cannot do.
func edit(src string, text map[string]string) (out string, ok bool) {
	file, err := parser.ParseBytes([]byte(src), 0)
	if err != nil || len(file.Docs) != 1 {
		return "", false
	}
	e := &editor{src: src, text: text, left: maps.Clone(text), lines: []int{0}}
	for i, c := range []byte(src) {
		if c == '\n' {
			e.lines = append(e.lines, i+1)
		}
	}
	if e.mapping(file.Docs[0].Body, "", false); e.stuck {
		return "", false
	}
	return e.apply(), true
}

// editor gathers changes to a file.
type editor struct {
	src     string
	lines   []int // where each begins
	text    map[string]string
	left    map[string]string // texts that were not met in the file
	changes []change
	stuck   bool
}

// change is what comes in the place of some bytes.
type change struct {
	from, to int
	text     string
}

func (e *editor) apply() string {
	slices.SortStableFunc(e.changes, func(a, b change) int { return a.from - b.from })
	var b strings.Builder
	at := 0
	for _, c := range e.changes {
		b.WriteString(e.src[at:c.from] + c.text)
		at = c.to
	}
	b.WriteString(e.src[at:])
	return b.String()
}

// mapping edits what lies under some keys, then adds the texts that were not
// there. It gives the offset at which they end.
func (e *editor) mapping(n ast.Node, path string, flow bool) (end int) {
	var values []*ast.MappingValueNode
	switch n := n.(type) {
	case *ast.MappingNode:
		values, flow = n.Values, flow || n.IsFlowStyle
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	}
	if len(values) == 0 {
		e.stuck = true
		return 0
	}
	for _, v := range values {
		key := strings.TrimPrefix(path+"."+v.Key.GetToken().Value, ".")
		end = max(end, e.value(v, key, flow))
	}
	if m, is := n.(*ast.MappingNode); is && m.IsFlowStyle && m.End != nil {
		end = e.offset(m.End) + 1
	}
	e.add(path, values[0].Key.GetToken().Position.Column, end, flow)
	return end
}

// value edits what a key has, and gives the offset at which it ends.
func (e *editor) value(v *ast.MappingValueNode, key string, flow bool) (end int) {
	switch v.Value.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return e.mapping(v.Value, key, flow)
	}
	delete(e.left, key)
	from, to := e.extent(v)
	if e.stuck || from < 0 {
		return to
	}
	want, is := e.text[key]
	if !is || want == textOf(v.Value, key) {
		return to
	}
	indent := strings.Repeat(" ", v.Key.GetToken().Position.Column-1)
	now := scalarOf(key, want, indent)
	if line := e.restOfLine(to); !pack.IsWordList(key) && (flow || strings.TrimSpace(line) != "") {
		now = " " + quoted(want)
	}
	e.changes = append(e.changes, change{from, to, now})
	return to
}

// extent gives the bytes between a key's colon and the end of its value, without
// a comment after it.
func (e *editor) extent(v *ast.MappingValueNode) (from, to int) {
	colon := e.offset(v.Start)
	if colon < 0 || e.stuck || e.src[colon] != ':' {
		e.stuck = true
		return -1, 0
	}
	from = colon + 1
	switch n := v.Value.(type) {
	case *ast.NullNode:
		return from, from
	case *ast.LiteralNode:
		return from, e.block(e.offset(n.Start), v.Key.GetToken().Position.Column-1)
	case *ast.SequenceNode:
		if !n.IsFlowStyle || n.End == nil {
			e.stuck = true
			return -1, 0
		}
		return from, e.offset(n.End) + 1
	}
	t := v.Value.GetToken()
	start := e.offset(t)
	if e.stuck {
		return -1, 0
	}
	if n := lengthOf(t, e.src[start:]); n > 0 {
		return from, start + n
	}
	e.stuck = true
	return -1, 0
}

// lengthOf gives the bytes of a value on one line that begins a text, 0 where they
// cannot be told.
func lengthOf(t *token.Token, rest string) int {
	switch t.Type {
	case token.DoubleQuoteType:
		for i := 1; i < len(rest); i++ {
			switch rest[i] {
			case '\\':
				i++
			case '"':
				return i + 1
			}
		}
	case token.SingleQuoteType:
		for i := 1; i < len(rest); i++ {
			switch {
			case rest[i] != '\'':
			case strings.HasPrefix(rest[i:], "''"):
				i++
			default:
				return i + 1
			}
		}
	default:
		if strings.HasPrefix(rest, t.Value) {
			return len(t.Value)
		}
	}
	return 0
}

// block finds the end of a text after a | whose key is indented by so many
// spaces: that of the last line that is indented further.
func (e *editor) block(start, indent int) int {
	line, _ := slices.BinarySearch(e.lines, start+1)
	end := start + len(e.restOfLine(start))
	for ; line < len(e.lines); line++ {
		text := e.restOfLine(e.lines[line])
		switch {
		case strings.TrimSpace(text) == "":
		case len(text)-len(strings.TrimLeft(text, " ")) <= indent:
			return end
		default:
			end = e.lines[line] + len(text)
		}
	}
	return end
}

// add puts the texts that are left under a path at the end of its keys, which
// begin in a column.
func (e *editor) add(path string, column, end int, flow bool) {
	top := &branch{below: map[string]*branch{}}
	for _, key := range slices.Sorted(maps.Keys(e.left)) {
		under, is := strings.CutPrefix(key, path+".")
		if path == "" {
			under, is = key, true
		}
		if is {
			top.put(strings.Split(under, "."), e.left[key])
			delete(e.left, key)
		}
	}
	if len(top.order) == 0 {
		return
	}
	if flow {
		e.stuck = true
		return
	}
	var b strings.Builder
	top.write(&b, strings.Repeat(" ", column-1), path)
	at := end + len(e.restOfLine(end))
	e.changes = append(e.changes, change{at, at, "\n" + strings.TrimSuffix(b.String(), "\n")})
}

func (e *editor) restOfLine(at int) string {
	line, _, _ := strings.Cut(e.src[at:], "\n")
	return line
}

// offset is where a token begins in the file.
func (e *editor) offset(t *token.Token) int {
	if t == nil || t.Position == nil || t.Position.Line > len(e.lines) {
		e.stuck = true
		return 0
	}
	at := e.lines[t.Position.Line-1]
	line := e.restOfLine(at)
	if at += len(line) - len(after(line, t.Position.Column)); at >= len(e.src) {
		e.stuck = true
		return 0
	}
	return at
}

// textOf is the text that a value holds now.
func textOf(n ast.Node, key string) string {
	r := &reader{}
	out := map[string]string{}
	r.flatten(field{key: last(key), value: r.node(n, nil, "")}, key, out)
	return out[key]
}
