package author

import (
	"cmp"
	"path/filepath"
	"slices"

	"hardcases/cmd/internal/lint"
	"hardcases/game/pack"
)

// Finding is one thing wrong with a pack, and where. Line and Column count from
// 1, in characters; they are 0 for a compiled pack, which has only paths.
type Finding struct {
	Code         string // such as no-hindsight
	Level        lint.Level
	File         string
	Line, Column int
	Path         string // place inside the pack
	Reason       string // what is wrong, a phrase that follows the path
	Mend         string // how to put it right, a sentence
}

// Err gives the finding as the error of a pack.
func (f Finding) Err() *pack.Error {
	return &pack.Error{File: f.File, Line: f.Line, Column: f.Column, Path: f.Path, Reason: f.Reason}
}

// String gives level, place, reason and code on one line.
func (f Finding) String() string {
	return f.Err().Error() + " [" + string(f.Level) + ": " + f.Code + "]"
}

// Sort puts findings in order of file, line, column and code, the structure
// before the texts, and takes out those that are there twice.
func Sort(found []Finding) []Finding {
	slices.SortFunc(found, func(a, b Finding) int {
		return cmp.Or(rank(a.File)-rank(b.File), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Path, b.Path), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Reason, b.Reason))
	})
	return slices.Compact(found)
}

func rank(file string) int {
	if filepath.Base(file) == structureFile {
		return 0
	}
	return 1
}

// Failed says whether one of the findings is an error.
func Failed(found []Finding) bool {
	return slices.ContainsFunc(found, func(f Finding) bool { return f.Level == lint.Error })
}
