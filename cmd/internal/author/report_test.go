package author_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"hardcases/cmd/internal/author"
	"hardcases/cmd/internal/lint"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReports(t *testing.T) {
	found := []author.Finding{{
		Code: "id-odd", Level: lint.Error, File: "a,b/pack.yaml", Line: 2, Column: 3,
		Path: "id", Reason: "is 100% odd", Mend: "Change it.",
	}}
	src := func(author.Finding) string { return "1 | one\n2 | two\n  |   ^\n" }

	var text bytes.Buffer
	require.NoError(t, author.Report(&text, found, src))
	assert.Equal(t, "a,b/pack.yaml:2:3: id: is 100% odd [error: id-odd]\n    1 | one\n    2 | two\n      |   ^\n    Change it.\n1 error, 0 warnings\n", text.String())

	var list []map[string]any
	var out bytes.Buffer
	require.NoError(t, author.ReportJSON(&out, found, src))
	require.NoError(t, json.Unmarshal(out.Bytes(), &list))
	assert.Equal(t, "id-odd", list[0]["code"])
	assert.Equal(t, 2.0, list[0]["line"])
	assert.Contains(t, list[0]["excerpt"], "2 | two")

	out.Reset()
	require.NoError(t, author.ReportGitHub(&out, found))
	assert.Equal(t, "::error file=a%2Cb/pack.yaml,line=2,col=3,title=id-odd::id is 100%25 odd. Change it.\n", out.String())
}

func TestNewIsCleanAndWritesOverNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "mine")
	require.NoError(t, author.New(dir))
	assert.Empty(t, check(dir, settings(t)))
	b, err := os.ReadFile(filepath.Join(dir, "pack.yaml"))
	require.NoError(t, err)
	assert.Contains(t, string(b), "# yaml-language-server: $schema=schema/pack.json\n")
	assert.ErrorContains(t, author.New(dir), "holds a pack.yaml already")
}
