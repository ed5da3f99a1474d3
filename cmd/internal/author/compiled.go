package author

import (
	"bytes"
	"os"

	"hardcases/cmd/internal/lint"
	"hardcases/game/pack"
)

// LintFile checks a compiled pack, whose findings have paths but no lines. Its
// error says why the file is no pack.
func LintFile(name string, b []byte, settings lint.Settings) ([]Finding, error) {
	p, err := pack.Open(b)
	if err != nil {
		return nil, err
	}
	c, err := p.Unpack()
	if err != nil {
		return nil, err
	}
	var found []Finding
	for _, f := range lint.Check(c, settings) {
		out := finding(f)
		out.File = name
		found = append(found, out)
	}
	return Sort(found), nil
}

// Stale says whether a compiled file is other than what its sources give now.
// A file that is missing is stale.
func Stale(file string, fresh []byte) (bool, error) {
	b, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return true, nil
	}
	return !bytes.Equal(b, fresh), err
}
