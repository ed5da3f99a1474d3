package trim

import (
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestPrepare makes the copies of the modules as they are pinned: every change
// must find its place, and what is built must not link what was left out.
func TestPrepare(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	require.NoError(t, err)
	root := strings.TrimSpace(string(out))
	modfile, err := Prepare(t.Context(), root)
	require.NoError(t, err)
	again, err := Prepare(t.Context(), root)
	require.NoError(t, err)
	assert.Equal(t, modfile, again)

	cmd := exec.Command("go", "list", "-modfile="+modfile, "-deps", "./wasm")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	list, err := cmd.Output()
	require.NoError(t, err)
	linked := map[string]bool{}
	for line := range strings.Lines(string(list)) {
		linked[strings.TrimSpace(line)] = true
	}
	require.True(t, linked["github.com/hajimehoshi/ebiten/v2"])
	for _, not := range []string{
		"text/template", "regexp", "go/parser", "encoding/gob", "encoding/json", "encoding/xml", "log/slog", "go/build", "go/printer", "archive/zip",
		"image/jpeg", "golang.org/x/image/tiff", "golang.org/x/image/draw", "net", "net/http", "github.com/srwiley/rasterx",
	} {
		assert.False(t, linked[not], not)
	}
}

func TestApply(t *testing.T) {
	tests := []struct {
		name string
		cut  cut
		want string
		err  string
	}{
		{"drop", drop("b"), "acde", ""},
		{"swap", swap("b", "x"), "axcde", ""},
		{"until", until("b", "d", "x"), "axde", ""},
		{"rest", rest("c", "x"), "abx", ""},
		{"each", each("d", "x"), "abcxe", ""},
		{"not there", drop("x"), "", `has "x" 0 times`},
		{"no end", until("b", "a", ""), "", `no "a" after "b"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := file{path: "f", cuts: []cut{test.cut}}.apply("abcde")
			if test.err != "" {
				require.ErrorContains(t, err, test.err)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, test.want, got)
		})
	}
	_, err := file{path: "f", cuts: []cut{drop("a")}}.apply("aa")
	assert.ErrorContains(t, err, "2 times")
	got, err := file{path: "f", cuts: []cut{each("a", "b")}}.apply("aa")
	require.NoError(t, err)
	assert.Equal(t, "bb", got)
}

// TestAnotherVersion: changes for one version are not made to another.
func TestAnotherVersion(t *testing.T) {
	m := module{path: "m", version: "v1.0.0", name: "m"}
	p := listed{Dir: t.TempDir()}
	p.Module = &struct{ Path, Version, Dir, GoMod string }{Path: "m", Version: "v1.0.1"}
	err := m.copy([]listed{p}, t.TempDir())
	assert.ErrorContains(t, err, "v1.0.1")
	m.files = []file{{path: "gone.go"}}
	assert.ErrorContains(t, m.copy(nil, t.TempDir()), "gone.go")
}

// TestPrecompile: every shader that the engine has of its own is there, once.
func TestPrecompile(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", engine).Output()
	require.NoError(t, err)
	programs, err := precompile(t.Context(), strings.TrimSpace(string(out)))
	require.NoError(t, err)
	_, err = parser.ParseFile(token.NewFileSet(), "programs.go", programs, parser.AllErrors)
	require.NoError(t, err)
	names := []string{"clear"}
	for filter := range 3 {
		for address := range 3 {
			names = append(names, fmt.Sprintf("plain %d %d", filter, address), fmt.Sprintf("coloured %d %d", filter, address))
		}
	}
	for _, name := range names {
		assert.Equal(t, 1, strings.Count(string(programs), fmt.Sprintf("\n{%q, ", name)), name)
	}
	assert.Equal(t, len(names), strings.Count(string(programs), "void main(void)")/2, "a vertex and a fragment shader each")

	_, err = precompile(t.Context(), t.TempDir())
	assert.Error(t, err, "there is no engine")
}
