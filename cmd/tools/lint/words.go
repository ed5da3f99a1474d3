package main

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// words finds texts for players that are written in code: fields of a node that
// reach the eye or the ear, set from a literal of two words or more.
var words = &analysis.Analyzer{
	Name: "words",
	Doc:  "what is shown to players belongs into a string table",
	Run: func(pass *analysis.Pass) (any, error) {
		if !strings.HasPrefix(pass.Pkg.Path()+"/", "hardcases/game/view/") {
			return nil, nil
		}
		for _, file := range pass.Files {
			if !isTest(pass, file) {
				ast.Inspect(file, func(n ast.Node) bool { return assigns(pass, n) })
			}
		}
		return nil, nil
	},
}

// wording is two words of letters with a space between.
var wording = regexp.MustCompile(`\pL+\s+\pL+`)

// shown are the fields of a node that players see or hear.
var shown = []string{"Text", "Name", "Mark", "Label"}

// assigns looks at a node of the syntax that may set fields.
func assigns(pass *analysis.Pass, n ast.Node) bool {
	switch n := n.(type) {
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.Ident); ok {
			value(pass, key.Name, n.Value)
		}
	case *ast.AssignStmt:
		for i, left := range n.Lhs {
			if field, ok := left.(*ast.SelectorExpr); ok && i < len(n.Rhs) {
				value(pass, field.Sel.Name, n.Rhs[i])
			}
		}
	}
	return true
}

// value looks at what a field is set to. A composite inside has fields of its own,
// looked at by themselves.
func value(pass *analysis.Pass, field string, value ast.Expr) {
	if !slices.Contains(shown, field) {
		return
	}
	ast.Inspect(value, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		if ok && lit.Kind == token.STRING && wording.MatchString(lit.Value) {
			pass.Reportf(lit.Pos(), "%s is shown to players, so its words belong into a string table: %s", field, lit.Value)
		}
		_, composite := n.(*ast.CompositeLit)
		return !composite
	})
}
