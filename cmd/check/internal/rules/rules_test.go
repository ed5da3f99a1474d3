package rules_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/check/internal/listing"
	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/rules"
)

func TestImports(t *testing.T) {
	const (
		imports = iota // of the package's own files
		deps           // of all that it needs
	)
	tests := []struct {
		name   string
		target string // "linux" or "js"
		path   string // of the package, below the module
		kind   int
		uses   []string
		want   string // part of the finding; "" for none
	}{
		{"game with what it may use", "linux", "game/play", imports, []string{"time", "math/rand/v2", "hardcases/game/pack"}, ""},
		{"game with what that needs", "linux", "game/play", deps, []string{"os", "syscall", "github.com/tinylib/msgp/msgp"}, ""},
		{"game on Ebitengine", "linux", "game/view", deps, []string{"github.com/hajimehoshi/ebiten/v2/vector"}, "must not use github.com/hajimehoshi/ebiten/v2/vector"},
		{"game on YAML", "linux", "game/lint", deps, []string{"github.com/goccy/go-yaml"}, "must not use github.com/goccy/go-yaml"},
		{"game importing a module that nobody named", "linux", "game/lint", imports, []string{"strings", "example.org/handy"}, "must not use example.org/handy"},
		{"game on net by another package", "linux", "game/pack", deps, []string{"net/http"}, "must not use net/http"},
		{"game importing os", "linux", "game/pack", imports, []string{"os"}, "must not use os"},
		{"game importing assets", "linux", "game/locale", deps, []string{"hardcases/assets"}, "must not use hardcases/assets"},
		{"game on syscall/js natively", "linux", "game/play", deps, []string{"syscall/js"}, "must not use syscall/js"},
		{"game on syscall/js in the browser, by the standard library", "js", "game/play", deps, []string{"syscall/js"}, ""},
		{"game importing syscall/js in the browser", "js", "game/play", imports, []string{"syscall/js"}, "must not use syscall/js"},
		{"serve on what builds", "linux", "cmd/internal/serve", deps, []string{"net/http", "hardcases/cmd/internal/bundle"}, "must not use hardcases/cmd/internal/bundle"},
		{"bundle on what publishes", "linux", "cmd/internal/bundle", deps, []string{"hardcases/cmd/internal/publish"}, "must not use hardcases/cmd/internal/publish"},
		{"publish on what bundles", "linux", "cmd/internal/publish", deps, []string{"hardcases/cmd/internal/bundle"}, ""},
		{"manifest on what serves", "linux", "cmd/internal/manifest", deps, []string{"hardcases/cmd/internal/serve"}, "must not use hardcases/cmd/internal/serve"},
		{"assets with embed", "linux", "assets", imports, []string{"embed", "io/fs"}, ""},
		{"assets with more", "linux", "assets", imports, []string{"embed", "fmt"}, "must not use fmt"},
		{"scenes with Ebitengine", "linux", "scenes/paint", imports, []string{"github.com/hajimehoshi/ebiten/v2", "hardcases/game/view"}, ""},
		{"scenes importing a module that nobody named", "linux", "scenes", imports, []string{"github.com/other/widgets"}, "must not use github.com/other/widgets"},
		{"scenes importing the browser", "js", "scenes", imports, []string{"syscall/js"}, "must not use syscall/js"},
		{"scenes using a host", "linux", "scenes", deps, []string{"hardcases/wasm/mirror"}, "must not use hardcases/wasm/mirror"},
		{"faces reading fonts", "linux", "scenes/face", imports, []string{"hardcases/assets"}, ""},
		{"a scene getting fonts from faces", "linux", "scenes", deps, []string{"hardcases/assets"}, ""},
		{"a scene reading assets", "linux", "scenes/paint", imports, []string{"hardcases/assets"}, "must not import hardcases/assets"},
		{"test support reading assets", "linux", "proving/screens", imports, []string{"hardcases/assets"}, ""},
		{"a program with test support", "linux", "cmd/hardcases", deps, []string{"hardcases/proving/screens"}, "must not use hardcases/proving/screens"},
		{"a program among the commands", "linux", "cmd/hardcases", deps, []string{"net/http", "hardcases/assets"}, ""},
		{"the browser host with tools", "js", "wasm", deps, []string{"net/http"}, "must not use net/http"},
		{"a name that only begins alike", "linux", "gamepad", imports, []string{"os"}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p := listing.Package{ImportPath: "hardcases/" + test.path}
			if test.kind == imports {
				p.Imports = test.uses
			} else {
				p.Deps = test.uses
			}
			found := rules.Imports(test.target, []listing.Package{p})
			if test.want == "" {
				assert.Empty(t, found)
				return
			}
			require.Len(t, found, 1)
			assert.Equal(t, p.ImportPath, found[0].Where)
			assert.Contains(t, found[0].What, test.want)
		})
	}
	for path, want := range map[string]int{"hardcases/cmd/hardcases": 0, "hardcases/wasm": 0, "hardcases/game/run": 1} {
		assert.Len(t, rules.Imports("linux", []listing.Package{{ImportPath: path, Name: "main"}}), want, "programs are in cmd and wasm")
	}
}

func TestAlike(t *testing.T) {
	one := listing.Package{ImportPath: "hardcases/game/play", GoFiles: []string{"play.go"}}
	more := listing.Package{ImportPath: one.ImportPath, GoFiles: []string{"play.go", "play_js.go"}}
	host := listing.Package{ImportPath: "hardcases/wasm/store", GoFiles: []string{"store_js.go"}}
	assert.Empty(t, rules.Alike([]listing.Package{one}, []listing.Package{one, host}))
	assert.Len(t, rules.Alike([]listing.Package{one}, []listing.Package{more}), 1)
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
		{"two on a line", join("8ch", ".net /fa", "rm/in/"), []string{"f:1: a path", "f:1: the address"}},
		{"binary", join("\x00 8k", "un.top"), nil},
		{"too large", strings.Repeat("x", 400_001), []string{"f: has 400001 bytes"}},
		{"just not too large", strings.Repeat("x", 400_000), nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found := rules.Content("f", []byte(test.data))
			require.Len(t, found, len(test.want), "%v", found)
			for i, want := range test.want {
				assert.Contains(t, found[i].String(), want)
			}
		})
	}
}

func TestFonts(t *testing.T) {
	assert.Empty(t, rules.Fonts([]string{"a/serif-400.woff", "a/serif-700.woff2", "a/LICENSE-serif.txt", "main.go"}))
	assert.Len(t, rules.Fonts([]string{"a/serif-400.woff", "b/LICENSE-serif.txt"}), 1, "in another folder")
	assert.Len(t, rules.Fonts([]string{"a/serif.ttf", "a/LICENSE-sans.txt"}), 1, "of another font")
	assert.Len(t, rules.Fonts([]string{"a/serif.otf", "a/LICENSE-.txt", "a/LICENSE-serif.md"}), 1, "of no font")
}

func TestCheckFindsWhatIsBroken(t *testing.T) {
	root := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":         "module hardcases\n\ngo 1.26\n",
		"game/a.go":      "package game\n\nimport \"os\"\n\nvar A = os.Args\n",
		"game/b_test.go": "package game\n\nvar  b = 1\n",
		"scenes/a.go":    "package scenes\n",
		"assets/a.ttf":   "font",
		"wasm/a.go":      "package main\n\nfunc main() {}\n",
	} {
		path := filepath.Join(root, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	_, err := rules.Check(t.Context(), proc.Exec, root)
	var found rules.Error
	require.ErrorAs(t, err, &found)
	require.Len(t, found, 3, "%v", err)
	assert.Contains(t, found[0].String(), "assets/a.ttf: has no LICENSE")
	assert.Contains(t, found[1].String(), "game/b_test.go: is not as gofmt writes it")
	assert.Contains(t, found[2].String(), "hardcases/game: must not use os")
}
