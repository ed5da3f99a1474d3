package rules_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/rules"
	"hardcases/cmd/check/internal/tree"
)

func TestImports(t *testing.T) {
	tests := []struct {
		path string // of the package, below the module
		uses string // what its files import
		deps string // what it is linked with
		want string // what must not be; "" for nothing
	}{
		{"game/play", "time math/rand/v2 hardcases/game/pack github.com/tinylib/msgp/msgp", "os syscall", ""},
		{"game/view", "github.com/hajimehoshi/ebiten/v2/vector", "", "github.com/hajimehoshi/ebiten/v2/vector"},
		{"game/lint", "strings example.org/handy", "", "example.org/handy"},
		{"game/pack", "os", "", "os"},
		{"game/pack", "net/http", "", "net/http"},
		{"game/play", "syscall/js", "", "syscall/js"},
		{"game/locale", "hardcases/assets", "", "hardcases/assets"},
		{"gamepad", "os", "", ""},
		{"assets", "embed io/fs", "os", ""},
		{"assets", "fmt", "", "fmt"},
		{"scenes/paint", "github.com/hajimehoshi/ebiten/v2 hardcases/game/view", "hardcases/assets syscall/js", ""},
		{"scenes/paint", "hardcases/assets", "", "hardcases/assets"},
		{"scenes/face", "hardcases/assets", "", ""},
		{"scenes", "github.com/other/widgets", "", "github.com/other/widgets"},
		{"scenes", "syscall/js", "", "syscall/js"},
		{"scenes", "hardcases/wasm/mirror", "", "hardcases/wasm/mirror"},
		{"wasm", "syscall/js hardcases/game/host", "net/http", "net/http"},
		{"wasm", "hardcases/proving/packs", "", "hardcases/proving/packs"},
		{"cmd/internal/serve", "net/http", "hardcases/cmd/internal/bundle", "hardcases/cmd/internal/bundle"},
		{"cmd/internal/bundle", "", "hardcases/cmd/internal/publish", "hardcases/cmd/internal/publish"},
		{"cmd/internal/publish", "hardcases/cmd/internal/bundle", "", ""},
		{"cmd/internal/manifest", "", "hardcases/game/pack", "hardcases/game/pack"},
		{"cmd/hardcases", "net/http hardcases/assets", "hardcases/proving/screens", "hardcases/proving/screens"},
		{"proving/screens", "hardcases/assets", "github.com/chromedp/chromedp", ""},
	}
	for _, test := range tests {
		p := proc.Package{ImportPath: "hardcases/" + test.path, Imports: strings.Fields(test.uses), Deps: strings.Fields(test.deps)}
		found := rules.Imports([]proc.Package{p})
		if test.want == "" {
			assert.Empty(t, found, test)
			continue
		}
		require.Len(t, found, 1, test)
		assert.Regexp(t, "^"+p.ImportPath+": must not be linked with "+test.want+": |"+p.ImportPath+": must not import "+test.want+": ", found[0])
	}
	for path, want := range map[string]int{"hardcases/cmd/hardcases": 0, "hardcases/wasm": 0, "hardcases/game/run": 1} {
		assert.Len(t, rules.Imports([]proc.Package{{ImportPath: path, Name: "main"}}), want, "programs are in cmd and wasm")
	}
}

func TestBare(t *testing.T) {
	linked := func(deps ...string) []proc.Package {
		return []proc.Package{{ImportPath: "hardcases/wasm", Name: "main", Deps: deps}}
	}
	assert.Empty(t, rules.Bare(linked("hardcases/scenes/layout", "hardcases/scenes/svg", "hardcases/wasm/store")))
	for _, use := range []string{"github.com/hajimehoshi/ebiten/v2", "hardcases/wasm/course", "compress/flate"} {
		assert.Len(t, rules.Bare(linked("hardcases/game/play", use)), 1, use)
	}
}

func TestAlike(t *testing.T) {
	one := proc.Package{ImportPath: "hardcases/game/play", GoFiles: []string{"play.go"}}
	more := proc.Package{ImportPath: one.ImportPath, GoFiles: []string{"play.go", "play_js.go"}}
	host := proc.Package{ImportPath: "hardcases/wasm/store", GoFiles: []string{"store_js.go"}}
	assert.Empty(t, rules.Alike([]proc.Package{one}, []proc.Package{one, host}))
	assert.Len(t, rules.Alike([]proc.Package{one}, []proc.Package{more}), 1)
}

func TestContent(t *testing.T) {
	// In pieces, so that this file does not break the rules itself.
	join := func(parts ...string) string { return strings.Join(parts, "") }
	tests := []struct {
		name string
		data string
		want []string
	}{
		{"plain", "a line\nhttps://cyber.harvard.edu/story and /work is hard\n", nil},
		{"machine path", join("ok\nsee /wo", "rk/main/x\n"), []string{"f:2: a path of somebody's machine"}},
		{"home of root", join("/ro", "ot/go/pkg/mod"), []string{"f:1: a path of somebody's machine"}},
		{"registry", join(`"resolved": "https://regis`, `try.npmjs.org/a/-/a.tgz"`), []string{"f:1: the host of a package registry"}},
		{"module proxy", join("GOPROXY=https://pro", "xy.golang.org"), []string{"f:1: the host of a package registry"}},
		{"forum", join("visit Kiwi", "Farms.net today"), []string{"f:1: the address of a forum"}},
		{"forum without address", "KiwiFarms, 8chan and The Daily Stormer are named.", nil},
		{"other forum", join("8k", "un.top"), []string{"f:1: the address of a forum"}},
		{"hidden service", join("invented.example", ".on", "ion"), []string{"f:1: the address of a forum"}},
		{"a word that begins alike", join("soup.on", "ions"), nil},
		{"an open merge", join("a\n<<<<", "<<< HEAD\nb\n====", "===\nc\n>>>>", ">>> d\n"), []string{"f:2: what a merge left open", "f:6: what a merge left open"}},
		{"two on a line", join("8ch", ".net /fa", "rm/in/"), []string{"f:1: a path", "f:1: the address"}},
		{"binary", join("\x00 8k", "un.top"), nil},
		{"too large", strings.Repeat("x", 400_001), []string{"f: has 400001 bytes"}},
		{"just not too large", strings.Repeat("x", 400_000), nil},
	}
	for _, test := range tests {
		found := rules.Content("f", []byte(test.data))
		require.Len(t, found, len(test.want), test.name)
		for i, want := range test.want {
			assert.Contains(t, found[i], want)
		}
	}
}

func TestFonts(t *testing.T) {
	assert.Empty(t, rules.Fonts([]string{"a/serif-400.woff", "a/serif-700.woff2", "a/LICENSE-serif.txt", "main.go"}))
	assert.Len(t, rules.Fonts([]string{"a/serif-400.woff", "b/LICENSE-serif.txt"}), 1, "in another folder")
	assert.Len(t, rules.Fonts([]string{"a/serif.ttf", "a/LICENSE-sans.txt"}), 1, "of another font")
	assert.Len(t, rules.Fonts([]string{"a/serif.otf", "a/LICENSE-.txt", "a/LICENSE-serif.md"}), 1, "of no font")
}

// TestRepository applies every rule to this repository, and to one that breaks some.
func TestRepository(t *testing.T) {
	found, err := rules.Check(t.Context(), proc.Exec, "../../../..")
	require.NoError(t, err)
	require.Empty(t, found)

	root := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module hardcases\n\ngo 1.26\n", "game/a.go": "package game\n\nimport \"os\"\n\nvar A = os.Args\n",
		"scenes/a.go": "package scenes\n", "assets/a.ttf": "font", "wasm/a.go": "package main\n\nfunc main() {}\n",
	} {
		path := filepath.Join(root, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	found, err = rules.Check(t.Context(), proc.Exec, root)
	require.NoError(t, err)
	require.Len(t, found, 2)
	assert.Contains(t, found[0], "assets/a.ttf: has no LICENSE")
	assert.Contains(t, found[1], "hardcases/game: must not import os")
}

// TestNamedTestsExist demands of each test that docs/access.md names as evidence that
// there is one.
func TestNamedTestsExist(t *testing.T) {
	const root = "../../../.."
	page, err := os.ReadFile(filepath.Join(root, "docs/access.md"))
	require.NoError(t, err)
	named := regexp.MustCompile(`\bTest[A-Z]\w+`).FindAllString(string(page), -1)
	require.NotEmpty(t, named)
	files, err := tree.Files(root)
	require.NoError(t, err)
	var tests strings.Builder
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			b, err := os.ReadFile(filepath.Join(root, name))
			require.NoError(t, err)
			tests.Write(b)
		}
	}
	for _, name := range named {
		assert.True(t, strings.Contains(tests.String(), "\nfunc "+name+"(t *testing.T)"), name)
	}
}
