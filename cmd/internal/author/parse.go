package author

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"hardcases/game/lint"
	"hardcases/game/pack"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// maxSource is the largest YAML file that is read, in bytes.
const maxSource = 16 << 20

// reader reads one YAML file and gathers what is wrong with it.
type reader struct {
	file  string
	found []Finding
}

// parse reads YAML. It gives nil when the file cannot be read at all.
func (r *reader) parse(src []byte) *node {
	if len(src) > maxSource {
		r.report("yaml-syntax", nil, fmt.Sprintf("the file has %d bytes; at most %d are read", len(src), maxSource), "Split the pack.")
		return nil
	}
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	if !utf8.Valid(src) {
		good := bytes.ToValidUTF8(src, []byte("\uFFFD"))
		before := good[:bytes.IndexRune(good, '\uFFFD')]
		at := &node{line: 1 + bytes.Count(before, []byte("\n")), column: 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])}
		r.report("yaml-syntax", at, "holds bytes that are not UTF-8", "Save the file as UTF-8.")
		return nil
	}
	file, err := parser.ParseBytes(src, 0, parser.AllowDuplicateMapKey())
	open := openQuote(string(src))
	if err != nil {
		r.syntax(err, string(src), open)
		return nil
	}
	if open != nil {
		r.unclosed(open)
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		r.report("yaml-syntax", &node{line: 1, column: 1}, "is empty", "Write the keys that docs/authoring.md lists.")
		return nil
	}
	if len(file.Docs) > 1 {
		r.report("yaml-syntax", at(file.Docs[1].Start), "holds a second document", "Take away the line of three hyphens.")
	}
	return r.node(file.Docs[0].Body, "")
}

// node turns the parser's tree into ours.
func (r *reader) node(n ast.Node, path string) *node {
	out := at(n.GetToken())
	out.path = path
	switch n := n.(type) {
	case *ast.MappingNode:
		r.mapping(out, n.Values)
	case *ast.MappingValueNode:
		r.mapping(out, []*ast.MappingValueNode{n})
	case *ast.SequenceNode:
		out.kind = list
		for i, v := range n.Values {
			item := r.node(v, path+"["+strconv.Itoa(i)+"]")
			if id := item.id(); pack.ValidID(id) {
				rename(item, path+"."+id)
			}
			out.items = append(out.items, item)
		}
	case *ast.NullNode:
		out.kind = empty
	case *ast.LiteralNode:
		out.kind, out.block, out.text = scalar, true, strings.TrimRight(n.Value.Value, "\n")
	case *ast.StringNode:
		out.kind, out.text = scalar, n.Value
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		out.kind, out.text = scalar, n.GetToken().Value
	default:
		out.kind = scalar
		r.report("yaml-type", out, "is written with an anchor, alias or tag, which packs do not use", "Write the value out, or put text that begins with & * or ! in quotes.")
	}
	return out
}

func (r *reader) mapping(out *node, values []*ast.MappingValueNode) {
	out.kind = mapping
	there := make(map[string]bool, len(values))
	for i, v := range values {
		tok := v.Key.GetToken()
		f := field{key: tok.Value, line: tok.Position.Line, column: tok.Position.Column}
		if i == 0 && (out.line == 0 || out.line == f.line) {
			out.line, out.column = f.line, min(out.column, f.column)
		}
		path := f.key
		if out.path != "" {
			path = out.path + "." + f.key
		}
		f.value = r.node(v.Value, path)
		if there[f.key] {
			r.report("yaml-key-twice", &node{line: f.line, column: f.column, path: path}, "is there twice", "Keep one of the two.")
			continue
		}
		there[f.key] = true
		out.fields = append(out.fields, f)
	}
}

// rename gives a list's item, found to have an id, its better path.
func rename(n *node, path string) {
	old := n.path
	n.path = path
	for i := range n.fields {
		rename(n.fields[i].value, path+strings.TrimPrefix(n.fields[i].value.path, old))
	}
	for _, item := range n.items {
		rename(item, path+strings.TrimPrefix(item.path, old))
	}
}

func at(t *token.Token) *node {
	if t == nil || t.Position == nil {
		return &node{line: 1, column: 1}
	}
	return &node{line: t.Position.Line, column: t.Position.Column}
}

// report notes an error at a node; n may be nil for the file as a whole.
func (r *reader) report(code string, n *node, reason, mend string) {
	f := Finding{Code: code, Level: lint.Error, File: r.file, Reason: reason, Mend: mend}
	if n != nil {
		f.Line, f.Column, f.Path = n.line, n.column, n.path
	}
	r.found = append(r.found, f)
}
