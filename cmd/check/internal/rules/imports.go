package rules

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"hardcases/cmd/check/internal/proc"
)

// module is the path of this module.
const module = "hardcases/"

// limit says what the packages under a path may import. Paths stand for all below
// them, too; within this module they are written from its root: "./game".
type limit struct {
	under string
	// may are packages of ours and of other people; no others, where any is named.
	may []string
	// not are those, of the standard library too, that are not for them.
	not []string
	// without must not be linked into what they are part of, by whatever way.
	without []string
	why     string
}

// limits are read from the top: the first that fits a package is its own. What
// none fits may import everything.
var limits = []limit{
	{
		under: "game", may: []string{"./game", "github.com/tinylib/msgp", "golang.org/x/text", "rsc.io/qr/coding"},
		not: append(machine, "log"),
		why: "the game is pure and light: hosts hand it bytes, and it knows neither them nor renderers nor the machine",
	},
	{
		under: "assets", may: []string{"./assets"}, not: append(machine, "log", "fmt"),
		why: "assets holds bytes and knows nobody",
	},
	{under: "scenes/face", may: append(drawing, "./assets"), not: machine, why: "of scenes, only face and coverage read fonts"},
	{under: "scenes/coverage", may: append(drawing, "./assets"), not: machine, why: "of scenes, only face and coverage read fonts"},
	{
		under: "scenes", may: drawing, not: machine,
		why: "scenes draws, with little, as the browser downloads all of it; hosts read files and fonts and talk to the world",
	},
	{
		under: "wasm", may: []string{"./game", "./scenes", "./assets", "./wasm", "github.com/hajimehoshi/ebiten/v2", "github.com/tinylib/msgp"},
		without: []string{"net/http"}, why: "what the browser downloads holds no tools",
	},
	{
		under: "cmd/internal/lint", without: []string{"./assets", "./scenes", "./wasm", "./cmd/internal/author", "github.com/goccy/go-yaml", "net"},
		why: "what is wrong with a pack depends on its content alone, wherever that comes from",
	},
	{
		under: "cmd/internal/manifest", without: []string{"./cmd/internal/bundle", "./cmd/internal/publish", "./cmd/internal/serve", "./game", "./assets"},
		why: "what a site holds is known to those who make it and to those who serve it",
	},
	{
		under: "cmd/internal/bundle", without: []string{"./cmd/internal/publish", "./cmd/internal/serve"},
		why: "web files are made, then published: never the other way round",
	},
	{
		under: "cmd/internal/publish", without: []string{"./cmd/internal/serve"},
		why: "publishing writes files; what is served is somebody else's matter",
	},
	{
		under: "cmd/internal/serve", without: []string{"./cmd/internal/bundle", "./cmd/internal/publish", "./cmd/internal/trim"},
		why: "a server is given a built site: an installed program has nothing to build with",
	},
	{
		under: "cmd/hardcases", without: []string{"./cmd/check", "./proving", "github.com/chromedp", "github.com/stretchr/testify"},
		why: "what players get holds no tests",
	},
}

var (
	// drawing is what scenes draw with. Ebitengine draws text by x/image/vector, so
	// that is there already.
	drawing = []string{"./game", "./scenes", "github.com/hajimehoshi/ebiten/v2", "github.com/go-text/typesetting", "github.com/rivo/uniseg", "golang.org/x/text", "golang.org/x/image/vector"}
	// later is what the program without a picture has no part of: what paints, and what
	// courses keep, which have the other program.
	later   = []string{"github.com/hajimehoshi", "github.com/go-text", "./scenes/paint", "./scenes/face", "./wasm/course", "compress/flate"}
	machine = []string{"os", "net", "syscall"}
)

// Imports checks which package uses which, and that programs are in cmd and wasm.
func Imports(packages []proc.Package) []string {
	var found []string
	for _, p := range packages {
		add := func(what string, args ...any) {
			found = append(found, p.ImportPath+": "+fmt.Sprintf(what, args...))
		}
		if p.Name == "main" && !among(p.ImportPath, []string{"./cmd", "./wasm"}) {
			add("is a program: programs are in cmd and wasm only")
		}
		i := slices.IndexFunc(limits, func(l limit) bool { return among(p.ImportPath, []string{"./" + l.under}) })
		if i < 0 {
			continue
		}
		l := limits[i]
		for _, use := range p.Imports {
			std := !strings.HasPrefix(use, module) && !strings.Contains(strings.Split(use, "/")[0], ".")
			if l.may != nil && !std && !among(use, l.may) || among(use, l.not) {
				add("must not import %s: %s", use, l.why)
			}
		}
		for _, use := range p.Deps {
			if among(use, l.without) {
				add("must not be linked with %s: %s", use, l.why)
			}
		}
	}
	return found
}

// Bare checks that the program without a picture, which everybody waits for, holds nothing
// that only the other has a use for.
func Bare(packages []proc.Package) []string {
	var found []string
	for _, p := range packages {
		for _, use := range p.Deps {
			if p.Name == "main" && among(use, later) {
				found = append(found, p.ImportPath+": without a picture must not be linked with "+use+": it is not used there, and everybody would wait for it")
			}
		}
	}
	return found
}

// Alike finds packages outside wasm that have other files in the browser than on
// Linux. go vet and staticcheck look at those of wasm only there.
func Alike(linux, browser []proc.Package) []string {
	files := map[string][]string{}
	for _, p := range linux {
		files[p.ImportPath] = p.GoFiles
	}
	var found []string
	for _, p := range browser {
		if !among(p.ImportPath, []string{"./wasm"}) && !slices.Equal(p.GoFiles, files[p.ImportPath]) {
			found = append(found, p.ImportPath+": has files for the browser only: they belong into wasm")
		}
	}
	return found
}

// among says whether a package is one of some, or below one.
func among(name string, roots []string) bool {
	return slices.ContainsFunc(roots, func(root string) bool {
		if strings.HasPrefix(root, "./") {
			root = path.Join(module, root)
		}
		return name == root || strings.HasPrefix(name, root+"/")
	})
}
