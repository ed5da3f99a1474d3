package author

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"hardcases/cmd/internal/lint"
	"hardcases/cmd/internal/plain"
	"hardcases/game/pack"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// The most that is read of a folder: five times what the largest pack has that
// is shipped, in two languages. The parser takes up to 1.2 KB for each mark, and
// what is within both limits less than 256 MB in all.
const (
	maxSource = 2 << 20 // bytes
	maxMarks  = 110_000 // lines and marks of YAML
)

const maxKey = 64 // bytes of a key: ids have no more

// spent is what the files of a folder have cost so far.
type spent struct{ bytes, marks int }

// reader reads one YAML file and gathers what is wrong with it.
type reader struct {
	file  string
	spent spent // with the files before
	// format is what pack.yaml says of itself.
	format int
	found  []Finding
}

// parse reads YAML. It gives nil when the file cannot be read at all.
func (r *reader) parse(src []byte) *node {
	src, ok := r.plain(src)
	if !ok {
		return nil
	}
	tokens := lexer.Tokenize(string(src))
	if t, reason := tooMuch(tokens); t != nil {
		r.report("yaml-syntax", at(t), reason, "No part of a pack is like that: look for what was not closed, or copied too often.")
		return nil
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	open := openQuote(tokens)
	if err != nil {
		r.syntax(err, string(src), open)
		return nil
	}
	if open != nil {
		r.unclosed(open)
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		r.report("yaml-syntax", &node{line: 1, column: 1}, "is empty", "Begin with the files that hardcases pack new writes.")
		return nil
	}
	if len(file.Docs) > 1 {
		r.report("yaml-syntax", at(file.Docs[1].Start), "holds a second document", "Take away the line of three hyphens.")
	}
	return r.node(file.Docs[0].Body, nil, "")
}

// plain gives the text of a file with its lines ended by line feeds, and reports
// what is no text, or more than is read.
func (r *reader) plain(src []byte) (text []byte, ok bool) {
	const split = "Split the pack."
	if r.spent.bytes += len(src); r.spent.bytes > maxSource {
		r.report("yaml-syntax", nil, fmt.Sprintf("with this file there are more than %d bytes; no more are read", maxSource), split)
		return nil, false
	}
	text, err := plain.Text(src)
	if fault := (*plain.Fault)(nil); errors.As(err, &fault) {
		r.report("yaml-syntax", &node{line: fault.Line, column: fault.Column}, fault.Reason, fault.Mend)
		return nil, false
	}
	if r.spent.marks += marks(text); r.spent.marks > maxMarks {
		r.report("yaml-syntax", nil, fmt.Sprintf("with this file there are %d lines and marks of YAML; at most %d are read", r.spent.marks, maxMarks), split)
		return nil, false
	}
	return plain.Lines(text), true
}

// marks counts what can begin a token, and so what reading costs.
func marks(text []byte) int {
	n := bytes.Count(text, []byte("- ")) + bytes.Count(text, []byte("? "))
	for _, c := range text {
		switch c {
		case '\n', '\r', ',', ':', '[', ']', '{', '}', '!', '&', '*', '"', '\'':
			n++
		}
	}
	return n
}

// node turns the parser's tree into ours.
func (r *reader) node(n ast.Node, in *node, part string) *node {
	out := at(n.GetToken())
	out.in, out.part = in, part
	switch n := n.(type) {
	case *ast.MappingNode:
		r.mapping(out, n.Values)
	case *ast.MappingValueNode:
		r.mapping(out, []*ast.MappingValueNode{n})
	case *ast.SequenceNode:
		out.kind = list
		for i, v := range n.Values {
			item := r.node(v, out, "["+strconv.Itoa(i)+"]")
			if id := item.id(); pack.ValidID(id) {
				item.part = id
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
	out.index = make(map[string]int, len(values))
	for i, v := range values {
		tok := v.Key.GetToken()
		f := field{key: tok.Value, line: tok.Position.Line, column: tok.Position.Column}
		if i == 0 && (out.line == 0 || out.line == f.line) {
			out.line, out.column = f.line, min(out.column, f.column)
		}
		f.value = r.node(v.Value, out, f.key)
		switch {
		case len(f.key) > maxKey:
			r.report("yaml-key-unknown", &node{line: f.line, column: f.column}, fmt.Sprintf("is a key of %d characters; none has more than %d", utf8.RuneCountInString(f.key), maxKey), "Write the key, a colon, a space, and then the text.")
		case out.index[f.key] > 0:
			r.report("yaml-key-twice", &node{line: f.line, column: f.column, in: out, part: f.key}, "is there twice", "Keep one of the two.")
		default:
			out.fields = append(out.fields, f)
			out.index[f.key] = len(out.fields)
		}
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
		f.Line, f.Column, f.Path = n.line, n.column, n.path()
	}
	r.found = append(r.found, f)
}
