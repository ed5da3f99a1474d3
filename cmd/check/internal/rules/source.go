package rules

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"regexp"
	"strings"
)

// Source checks one Go file of the tree; path is from the tree's root.
func Source(path string, src []byte) ([]Finding, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var found []Finding
	if formatted, err := format.Source(src); err != nil || !bytes.Equal(src, formatted) {
		found = append(found, Finding{Where: path, What: "is not as gofmt writes it: gofmt -w " + path})
	}
	if strings.HasPrefix(path, "game/view/") && !strings.HasSuffix(path, "_test.go") {
		found = append(found, words(fset, file)...)
	}
	return found, nil
}

// wording is two words of letters with a space between.
var wording = regexp.MustCompile(`\pL+\s+\pL+`)

// words finds texts for players that are written in code: fields of a node
// that are shown, set from a literal of two words or more.
func words(fset *token.FileSet, file *ast.File) []Finding {
	var found []Finding
	look := func(field string, value ast.Expr) {
		if !shown(field) {
			return
		}
		ast.Inspect(value, func(n ast.Node) bool {
			// A composite inside has fields of its own, looked at by themselves.
			if _, ok := n.(*ast.CompositeLit); ok {
				return false
			}
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && wording.MatchString(lit.Value) {
				found = append(found, Finding{
					Where: fset.Position(lit.Pos()).String(),
					What:  field + " is shown to players, so its words belong into a string table: " + lit.Value,
				})
			}
			return true
		})
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok {
				look(key.Name, n.Value)
			}
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				if field, ok := left.(*ast.SelectorExpr); ok && i < len(n.Rhs) {
					look(field.Sel.Name, n.Rhs[i])
				}
			}
		}
		return true
	})
	return found
}

// shown says whether a field of this name reaches the player's eye or ear.
func shown(field string) bool {
	switch field {
	case "Text", "Name", "Mark", "Label":
		return true
	}
	return false
}
