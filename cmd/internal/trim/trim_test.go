package trim

import (
	"context"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/bluekeyes/go-gitdiff/gitdiff"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// root is the top of the source tree.
func root(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	require.NoError(t, err)
	return strings.TrimSpace(string(out))
}

// TestPrepare makes the copies of the modules as they are pinned: every change
// must find its place, and what is built must not link what was left out.
func TestPrepare(t *testing.T) {
	modfile, err := Prepare(t.Context(), root(t))
	require.NoError(t, err)
	again, err := Prepare(t.Context(), root(t))
	require.NoError(t, err)
	assert.Equal(t, modfile, again)

	linked := map[string]bool{}
	for line := range strings.Lines(goList(t, modfile, "-deps", "./wasm")) {
		linked[strings.TrimSpace(line)] = true
	}
	require.True(t, linked["github.com/hajimehoshi/ebiten/v2"])
	for _, not := range []string{
		"text/template", "regexp", "go/parser", "encoding/gob", "encoding/json", "encoding/xml", "log/slog", "go/build", "go/printer", "archive/zip",
		"image/jpeg", "golang.org/x/image/tiff", "golang.org/x/image/draw", "net", "net/http", "github.com/srwiley/rasterx",
	} {
		assert.False(t, linked[not], not)
	}
	names := goList(t, modfile, "-deps", "-f", "{{with .Module}}{{with .Replace}}{{.}}{{end}}{{end}}", "./wasm")
	for _, m := range modules() {
		assert.Contains(t, names, m.path+" "+m.version+"-hardcases.", "it is built under a name that says what it is, wherever it lies")
	}
}

func goList(t *testing.T, modfile string, args ...string) string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-modfile=" + modfile}, args...)...)
	cmd.Dir = root(t)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.Output()
	require.NoError(t, err)
	return string(out)
}

// TestDamagedCopies has the copies made anew where they are not what was made.
func TestDamagedCopies(t *testing.T) {
	t.Setenv("GOCACHE", goEnv(t, "GOCACHE")) // which would be in the other folder, too
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	modfile, err := Prepare(t.Context(), root(t))
	require.NoError(t, err)
	zips, err := filepath.Glob(filepath.Join(filepath.Dir(modfile), proxy, "*", "*", "*", "*", "@v", "*.zip"))
	require.NoError(t, err)
	require.NotEmpty(t, zips)
	for _, file := range []string{modfile, filepath.Join(filepath.Dir(modfile), "go.sum"), zips[0]} {
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(file, want[:len(want)/2], 0o600))
		_, err = Prepare(t.Context(), root(t))
		require.NoError(t, err, file)
		got, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, want, got, file)
	}
}

// TestASoundCopyStays: whoever is stopped, or cannot download, takes nothing away
// from another who is at work with the copy.
func TestASoundCopyStays(t *testing.T) {
	t.Setenv("GOCACHE", goEnv(t, "GOCACHE"))
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	tree := root(t)
	modfile, err := Prepare(t.Context(), tree)
	require.NoError(t, err)
	stopped, stop := context.WithCancel(t.Context())
	stop()
	_, err = Prepare(stopped, tree)
	require.ErrorIs(t, err, context.Canceled)
	assert.FileExists(t, modfile)
	t.Setenv("PATH", "")
	_, err = Prepare(t.Context(), tree)
	require.ErrorContains(t, err, "the go command")
	assert.FileExists(t, modfile)
}

func goEnv(t *testing.T, name string) string {
	t.Helper()
	out, err := exec.Command("go", "env", name).Output()
	require.NoError(t, err)
	return strings.TrimSpace(string(out))
}

func TestCuts(t *testing.T) {
	tests := []struct {
		name string
		cut  cut
		want string
		err  string
	}{
		{"drop", drop("b"), "acde", ""},
		{"swap", swap("b", "x"), "axcde", ""},
		{"until", until(sumOf("bc"), "b", "d", "x"), "axde", ""},
		{"rest", rest(sumOf("cde"), "c", "x"), "abx", ""},
		{"not there", drop("x"), "", `has "x" 0 times`},
		{"no end", until("", "b", "a", ""), "", `no "a" after "b"`},
		{"another text between marks", until(sumOf("b"), "b", "d", "x"), "", "another text to leave out"},
		{"another text up to the end", rest(sumOf("cd"), "c", "x"), "", "another text to leave out"},
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
	_, err = instead(sumOf("package x\n"), "f", "nothing.go.txt").apply("package x\nfunc New()\n")
	assert.ErrorContains(t, err, "not the file that was looked at")
	got, err := instead(sumOf("package x\n"), "f", "nothing.go.txt").apply("package x\n")
	require.NoError(t, err)
	assert.Equal(t, "package x\n", got)
}

// TestWhatNewVersionsAddIsNotDropped takes each file that is cut and puts a
// function into it, at every place between two declarations: it is still there
// in the browser's file, or the cut is refused.
func TestWhatNewVersionsAddIsNotDropped(t *testing.T) {
	from, err := originals(t.Context(), root(t))
	require.NoError(t, err)
	refused := 0
	for _, m := range modules() {
		for _, f := range m.files {
			b, err := os.ReadFile(filepath.Join(from[m.path].Dir, filepath.FromSlash(f.path)))
			require.NoError(t, err)
			text := string(b)
			for i := strings.Index(text, "\n}\n"); i >= 0; {
				got, err := f.apply(text[:i+3] + "\nfunc addedByANewVersion() {}\n" + text[i+3:])
				if err != nil {
					refused++
				} else {
					assert.Contains(t, got, "addedByANewVersion", "%s, byte %d", f.path, i)
				}
				next := strings.Index(text[i+3:], "\n}\n")
				if next < 0 {
					break
				}
				i += 3 + next
			}
		}
	}
	assert.Greater(t, refused, 50)
}

// TestPatchesSayWhy holds each patch to name its reason and where it is reported.
func TestPatchesSayWhy(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root(t), "docs", "engine.md"))
	require.NoError(t, err)
	all, err := patchesOf("ebiten")
	require.NoError(t, err)
	require.NotEmpty(t, all)
	for _, p := range all {
		_, title, ok := strings.Cut(p.reason, "docs/engine.md \"")
		require.True(t, ok, "%s does not say where its report is", p.name)
		title, _, _ = strings.Cut(title, "\"")
		assert.Contains(t, string(page), "\n### "+title+"\n", p.name)
		assert.Contains(t, string(page), filepath.Base(p.name))
	}
}

// TestPatchesRefuse what is not as they show it.
func TestPatchesRefuse(t *testing.T) {
	from, err := originals(t.Context(), root(t))
	require.NoError(t, err)
	all, err := patchesOf("ebiten")
	require.NoError(t, err)
	for _, p := range all {
		for _, f := range p.files {
			b, err := os.ReadFile(filepath.Join(from[engine].Dir, filepath.FromSlash(f.OldName)))
			require.NoError(t, err)
			lines := strings.Split(string(b), "\n")
			lines[f.TextFragments[0].OldPosition-1] += " " // the first that the difference shows
			for _, text := range []string{"// one line more\n" + string(b), strings.Join(lines, "\n"), ""} {
				one := patch{name: p.name, files: []*gitdiff.File{f}}
				err := one.applyTo(map[string]string{f.OldName: text})
				assert.ErrorContains(t, err, f.OldName, "%s", p.name)
			}
			assert.ErrorIs(t, patch{files: []*gitdiff.File{f}}.applyTo(nil), fs.ErrNotExist)
		}
	}
}

// TestBrowsersFiles: what is cut is cut for the browser alone.
func TestBrowsersFiles(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.go": "package a\n\nvar x, y int\n", "b_js.go": "package a\n\nvar z int\n", "c.go": "//go:build linux || js\n\npackage a\n\nvar x int\n"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	m := module{name: "none", files: []file{
		{path: "a.go", cuts: []cut{drop(", y")}}, {path: "b_js.go", cuts: []cut{drop(" int")}}, {path: "c.go", cuts: []cut{drop(" int")}},
	}}
	got, err := m.changed(dir)
	require.NoError(t, err)
	assert.Equal(t, map[string]string{
		"a.go":    notice + "//go:build !js\n\npackage a\n\nvar x, y int\n",
		"a_js.go": notice + "package a\n\nvar x int\n",
		"b_js.go": notice + "package a\n\nvar z\n",
		"c.go":    notice + "//go:build (linux || js) && !js\n\npackage a\n\nvar x int\n",
		"c_js.go": notice + "//go:build linux || js\n\npackage a\n\nvar x\n",
	}, got)

	m.files = append(m.files, file{path: "gone.go"}, file{path: "a.go", cuts: []cut{drop("q")}})
	_, err = m.changed(dir)
	assert.ErrorContains(t, err, "gone.go")
	assert.ErrorContains(t, err, `a.go has "q"`, "all that does not fit is told")
}

// TestAnotherVersion: changes for one version are not made to another.
func TestAnotherVersion(t *testing.T) {
	m := module{path: "m", version: "v1.0.0", name: "m"}
	err := m.publish(t.Context(), original{Path: "m", Version: "v1.0.1"}, "v1.0.0-x", t.TempDir())
	assert.ErrorContains(t, err, "v1.0.1")
}

// TestPrecompile: every shader that the engine has of its own is there, once.
func TestPrecompile(t *testing.T) {
	from, err := originals(t.Context(), root(t))
	require.NoError(t, err)
	programs, err := precompile(t.Context(), from[engine].Dir)
	require.NoError(t, err)
	_, err = parser.ParseFile(token.NewFileSet(), "programs_js.go", programs, parser.AllErrors)
	require.NoError(t, err)
	names := []string{"clear"}
	for filter := range 3 {
		for address := range 3 {
			names = append(names, fmt.Sprintf("plain %d %d", filter, address), fmt.Sprintf("coloured %d %d", filter, address))
		}
	}
	for _, name := range names {
		assert.Equal(t, 1, strings.Count(programs, fmt.Sprintf("\n{%q, ", name)), name)
	}
	assert.Equal(t, len(names), strings.Count(programs, "void main(void)")/2, "a vertex and a fragment shader each")

	_, err = precompile(t.Context(), t.TempDir())
	assert.Error(t, err, "there is no engine")
}
