package rules

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
)

// Source checks one Go file of the tree; path is from the tree's root.
func Source(path string, src []byte) ([]Finding, error) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, path, src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	s := source{fset: fset, file: file}
	if strings.HasSuffix(path, "_test.go") {
		s.skips()
		return s.found, nil
	}
	if strings.HasPrefix(path, "game/") {
		s.clock()
	}
	if strings.HasPrefix(path, "game/view/") {
		s.words()
	}
	return s.found, nil
}

type source struct {
	fset  *token.FileSet
	file  *ast.File
	found []Finding
}

func (s *source) add(at ast.Node, format string, args ...any) {
	place := s.fset.Position(at.Pos())
	s.found = append(s.found, Finding{
		Where: fmt.Sprintf("%s:%d:%d", place.Filename, place.Line, place.Column),
		What:  fmt.Sprintf(format, args...),
	})
}

// skips finds tests that step aside instead of failing.
func (s *source) skips() {
	ast.Inspect(s.file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if fun, ok := call.Fun.(*ast.SelectorExpr); ok {
			switch fun.Sel.Name {
			case "Skip", "Skipf", "SkipNow":
				s.add(call, "a test never skips: it fails and says what is missing")
			}
		}
		return true
	})
}

// clock finds what reads the clock, waits, or draws from the global source of
// random numbers: with these, replaying a journal would not give the same game.
func (s *source) clock() {
	names := s.importNames()
	ast.Inspect(s.file, func(n ast.Node) bool {
		use, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		of, ok := use.X.(*ast.Ident)
		if !ok {
			return true
		}
		switch path := names[of.Name]; path {
		case "time":
			if readsClock(use.Sel.Name) {
				s.add(use, "the game reads no clock: %s.%s", of.Name, use.Sel.Name)
			}
		case "math/rand", "math/rand/v2":
			if !ownSource(use.Sel.Name) {
				s.add(use, "the game draws from a source of its own only: %s.%s", of.Name, use.Sel.Name)
			}
		}
		return true
	})
}

func readsClock(name string) bool {
	switch name {
	case "Now", "Since", "Until", "After", "AfterFunc", "Tick", "NewTicker", "NewTimer", "Sleep", "Local", "LoadLocation":
		return true
	}
	return false
}

// ownSource says whether a name of math/rand makes or names a generator,
// instead of using the global one.
func ownSource(name string) bool {
	switch name {
	case "New", "NewSource", "NewPCG", "NewChaCha8", "NewZipf", "Rand", "Source", "Source64", "PCG", "ChaCha8", "Zipf":
		return true
	}
	return false
}

// importNames maps the names under which a file knows packages to their paths.
// A dot import of a watched package is a finding: its uses cannot be seen.
func (s *source) importNames() map[string]string {
	names := map[string]string{}
	for _, spec := range s.file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			continue // the parser has accepted it, so this cannot be
		}
		name := path[strings.LastIndex(path, "/")+1:]
		if path == "math/rand/v2" {
			name = "rand"
		}
		if spec.Name != nil {
			name = spec.Name.Name
		}
		if name == "." && (path == "time" || strings.HasPrefix(path, "math/rand")) {
			s.add(spec, "a dot import hides what is used of %s", path)
		}
		names[name] = path
	}
	return names
}

// wording is two words of letters with a space between.
var wording = regexp.MustCompile(`\pL+\s+\pL+`)

// words finds texts for players that are written in code: fields of a node
// that are shown, set from a literal of two words or more.
func (s *source) words() {
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			if key, ok := n.Key.(*ast.Ident); ok && shown(key.Name) {
				s.literals(key.Name, n.Value)
			}
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				if field, ok := left.(*ast.SelectorExpr); ok && shown(field.Sel.Name) && i < len(n.Rhs) {
					s.literals(field.Sel.Name, n.Rhs[i])
				}
			}
		}
		return true
	})
}

// shown says whether a field of this name reaches the player's eye or ear.
func shown(field string) bool {
	switch field {
	case "Text", "Name", "Mark", "Label":
		return true
	}
	return false
}

func (s *source) literals(field string, value ast.Expr) {
	ast.Inspect(value, func(n ast.Node) bool {
		// A composite inside has fields of its own, looked at by themselves.
		if _, ok := n.(*ast.CompositeLit); ok {
			return false
		}
		lit, ok := n.(*ast.BasicLit)
		if ok && lit.Kind == token.STRING && wording.MatchString(lit.Value) {
			s.add(lit, "%s is shown to players, so its words belong into a string table: %s", field, lit.Value)
		}
		return true
	})
}
