package trim

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"text/template"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestExpand fills Ebitengine's own templates in both ways, for all that they
// are filled with.
func TestExpand(t *testing.T) {
	root := moduleDir(t, "github.com/hajimehoshi/ebiten/v2")
	for _, name := range []string{"builtinshader", "colormshader"} {
		source, err := os.ReadFile(filepath.Join(root, "internal", name, "shader.go"))
		require.NoError(t, err)
		_, text, ok := strings.Cut(string(source), "Parse(`")
		require.True(t, ok)
		text, _, ok = strings.Cut(text, "`))")
		require.True(t, ok)
		theirs := template.Must(template.New(name).Parse(text))
		for filter := range 3 {
			for address := range 3 {
				values := map[string]int{
					"Filter": filter, "FilterNearest": 0, "FilterLinear": 1, "FilterPixelated": 2,
					"Address": address, "AddressUnsafe": 0, "AddressClampToZero": 1, "AddressRepeat": 2,
				}
				dotted := map[string]int{}
				for k, v := range values {
					dotted["."+k] = v
				}
				var want strings.Builder
				require.NoError(t, theirs.Execute(&want, values))
				assert.Equal(t, want.String(), expand(text, dotted), "%s %d %d", name, filter, address)
			}
		}
	}
}

func moduleDir(t *testing.T, path string) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", path).Output()
	require.NoError(t, err)
	return strings.TrimSpace(string(out))
}

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
		"text/template", "encoding/gob", "encoding/json", "encoding/xml", "log/slog", "go/build", "go/printer", "archive/zip",
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
