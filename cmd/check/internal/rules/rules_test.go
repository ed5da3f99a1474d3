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
	tests := []struct {
		name   string
		target string // "linux" where empty
		p      listing.Package
		want   string // part of the finding; "" for none
	}{
		{
			name: "game with what it may use",
			p: listing.Package{
				ImportPath: "hardcases/game/play", Imports: []string{"time", "math/rand/v2", "hardcases/game/pack"},
				Deps: []string{"time", "os", "syscall", "github.com/tinylib/msgp/msgp", "golang.org/x/text/language"},
			},
		},
		{
			name: "game on Ebitengine", want: "must not use github.com/hajimehoshi/ebiten/v2/vector",
			p: listing.Package{ImportPath: "hardcases/game/view", Deps: []string{"github.com/hajimehoshi/ebiten/v2/vector"}},
		},
		{
			name: "game on YAML", want: "must not use github.com/goccy/go-yaml",
			p: listing.Package{ImportPath: "hardcases/game/score", Deps: []string{"github.com/goccy/go-yaml"}},
		},
		{
			name: "game importing a module that nobody named", want: "must not use example.org/handy",
			p: listing.Package{ImportPath: "hardcases/game/score", Imports: []string{"strings", "example.org/handy", "golang.org/x/text/language"}},
		},
		{
			name: "scenes importing a module that nobody named", want: "must not use github.com/other/widgets",
			p: listing.Package{ImportPath: "hardcases/scenes", Imports: []string{"github.com/other/widgets", "github.com/go-text/typesetting/font"}},
		},
		{
			name: "game on net by another package", want: "must not use net/http",
			p: listing.Package{ImportPath: "hardcases/game/pack", Deps: []string{"net/http"}},
		},
		{
			name: "game importing os", want: "must not use os",
			p: listing.Package{ImportPath: "hardcases/game/pack", Imports: []string{"os"}},
		},
		{
			name: "game importing assets", want: "must not use hardcases/assets",
			p: listing.Package{ImportPath: "hardcases/game/locale", Deps: []string{"hardcases/assets"}},
		},
		{
			name: "game on syscall/js natively", want: "must not use syscall/js",
			p: listing.Package{ImportPath: "hardcases/game/play", Deps: []string{"syscall/js"}},
		},
		{
			name: "game on syscall/js in the browser, by the standard library", target: "js",
			p: listing.Package{ImportPath: "hardcases/game/play", Deps: []string{"syscall/js"}},
		},
		{
			name: "game importing syscall/js in the browser", target: "js", want: "must not use syscall/js",
			p: listing.Package{ImportPath: "hardcases/game/play", Imports: []string{"syscall/js"}},
		},
		{
			name: "serve on what builds", want: "must not use hardcases/cmd/internal/bundle",
			p: listing.Package{ImportPath: "hardcases/cmd/internal/serve", Deps: []string{"net/http", "hardcases/cmd/internal/manifest", "hardcases/cmd/internal/bundle"}},
		},
		{
			name: "bundle on what publishes", want: "must not use hardcases/cmd/internal/publish",
			p: listing.Package{ImportPath: "hardcases/cmd/internal/bundle", Deps: []string{"hardcases/cmd/internal/publish"}},
		},
		{
			name: "publish on what bundles and lists",
			p:    listing.Package{ImportPath: "hardcases/cmd/internal/publish", Deps: []string{"hardcases/cmd/internal/bundle", "hardcases/cmd/internal/manifest"}},
		},
		{
			name: "manifest on what serves", want: "must not use hardcases/cmd/internal/serve",
			p: listing.Package{ImportPath: "hardcases/cmd/internal/manifest", Deps: []string{"hardcases/cmd/internal/serve"}},
		},
		{
			name: "assets with embed",
			p:    listing.Package{ImportPath: "hardcases/assets", Imports: []string{"embed", "io/fs"}},
		},
		{
			name: "assets with more", want: "must not use fmt",
			p: listing.Package{ImportPath: "hardcases/assets", Imports: []string{"embed", "fmt"}},
		},
		{
			name: "scenes with Ebitengine",
			p:    listing.Package{ImportPath: "hardcases/scenes/paint", Imports: []string{"github.com/hajimehoshi/ebiten/v2", "hardcases/game/view"}},
		},
		{
			name: "scenes importing the browser", target: "js", want: "must not use syscall/js",
			p: listing.Package{ImportPath: "hardcases/scenes", Imports: []string{"syscall/js"}},
		},
		{
			name: "scenes using a host", want: "must not use hardcases/wasm/mirror",
			p: listing.Package{ImportPath: "hardcases/scenes", Deps: []string{"hardcases/wasm/mirror"}},
		},
		{
			name: "faces reading fonts",
			p:    listing.Package{ImportPath: "hardcases/scenes/face", Imports: []string{"hardcases/assets"}},
		},
		{
			name: "a scene reading assets", want: "must not import hardcases/assets",
			p: listing.Package{ImportPath: "hardcases/scenes/paint", Imports: []string{"hardcases/assets"}},
		},
		{
			name: "test support reading assets",
			p:    listing.Package{ImportPath: "hardcases/proving/screens", Imports: []string{"hardcases/assets"}},
		},
		{
			name: "a program with test support", want: "must not use hardcases/proving/screens",
			p: listing.Package{ImportPath: "hardcases/cmd/hardcases", Name: "main", Deps: []string{"hardcases/proving/screens"}},
		},
		{
			name: "a scene getting fonts from faces",
			p:    listing.Package{ImportPath: "hardcases/scenes", Deps: []string{"hardcases/assets"}},
		},
		{
			name: "the browser host with tools", target: "js", want: "must not use net/http",
			p: listing.Package{ImportPath: "hardcases/wasm", Name: "main", Deps: []string{"net/http"}},
		},
		{
			name: "a program among the commands",
			p:    listing.Package{ImportPath: "hardcases/cmd/hardcases", Name: "main", Deps: []string{"net/http", "hardcases/assets"}},
		},
		{
			name: "a program elsewhere", want: "is a program",
			p: listing.Package{ImportPath: "hardcases/game/run", Name: "main"},
		},
		{
			name: "a name that only begins alike",
			p:    listing.Package{ImportPath: "hardcases/gamepad", Imports: []string{"os"}},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			target := test.target
			if target == "" {
				target = "linux"
			}
			found := rules.Imports(target, []listing.Package{test.p})
			if test.want == "" {
				assert.Empty(t, found)
				return
			}
			require.Len(t, found, 1)
			assert.Equal(t, test.p.ImportPath, found[0].Where)
			assert.Contains(t, found[0].What, test.want)
		})
	}
}

func TestSource(t *testing.T) {
	tests := []struct {
		name string
		path string
		src  string
		want []string
	}{
		{
			name: "words in a node", path: "game/view/a.go",
			src:  `var n = Node{Role: "not shown here", Text: "Press commit", Children: []Node{{Name: "The road", Text: say("a.b.c")}}}`,
			want: []string{"Text is shown to players", "Name is shown to players"},
		},
		{
			name: "words by assignment and by format", path: "game/view/a.go",
			src:  "func f(n *Node) { n.Text, n.ID = fmt.Sprintf(`Step %d of all cases`, 1), `two words` }",
			want: []string{"Text is shown to players"},
		},
		{
			name: "keys, single words and marks are fine", path: "game/view/a.go",
			src: `var n = Node{Text: t("home.start"), Name: "x", Mark: "+ 3"}`,
		},
		{
			name: "words elsewhere", path: "game/score/a.go",
			src: `var r = Rule{Name: "no hindsight"}`,
		},
		{
			name: "not formatted", path: "game/score/a.go",
			src:  `var  r = 1`,
			want: []string{"game/score/a.go: is not as gofmt writes it"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found, err := rules.Source(test.path, []byte("package a\n\n"+test.src+"\n"))
			require.NoError(t, err)
			require.Len(t, found, len(test.want), "%v", found)
			for i, want := range test.want {
				assert.Contains(t, found[i].String(), want)
			}
		})
	}
	_, err := rules.Source("a.go", []byte("package"))
	assert.Error(t, err)
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
