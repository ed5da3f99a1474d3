package rules

import (
	"fmt"
	"slices"
	"strings"

	"hardcases/cmd/check/internal/listing"
)

// module is the path of this module.
const module = "hardcases"

// limit is what the packages under a path may not use.
type limit struct {
	under  string // a package path below the module; all below it count
	target string // "linux", "js", or "" for both
	direct bool   // only the imports of the package's own files count
	only   []string
	others []string // of other people's modules, only these
	never  []string
	why    string
}

// only, others and never hold package paths; each stands for all below it, too.
// Within this module they are written from the module's root: "./game".
func limits() []limit {
	return []limit{
		{
			under: "game",
			never: []string{
				"github.com/hajimehoshi/ebiten", "github.com/go-text/typesetting",
				"github.com/chromedp", "github.com/nats-io", "github.com/coder/websocket",
				"github.com/goccy/go-yaml", "github.com/alecthomas/kong", "github.com/andybalholm/brotli",
				"net", "./cmd", "./scenes", "./wasm", "./assets", "./proving",
			},
			why: "the game is pure and light: hosts and renderers know it, it knows none of them",
		},
		{
			under: "game", direct: true,
			others: []string{"github.com/tinylib/msgp", "golang.org/x/text", "rsc.io/qr/coding"},
			why:    "the game is light, wherever it runs",
		},
		{
			under: "scenes", direct: true,
			others: []string{
				"github.com/hajimehoshi/ebiten/v2", "github.com/go-text/typesetting", "golang.org/x/text",
				"golang.org/x/image/vector", // Ebitengine draws text by it, so it is there already
			},
			why: "what is drawn needs little; the browser downloads all of it",
		},
		{
			under: "game", target: "linux",
			never: []string{"syscall/js"},
			why:   "the game knows nothing of the browser",
		},
		{
			under: "game", direct: true,
			never: []string{"os", "net", "syscall", "log"},
			why:   "the game asks nothing of the machine: hosts hand it bytes",
		},
		{
			under: "assets", direct: true,
			only: []string{"embed", "errors", "io/fs"},
			why:  "assets holds bytes and knows nobody",
		},
		{
			under: "scenes", target: "linux",
			never: []string{"syscall/js"},
			why:   "scenes knows nothing of the browser",
		},
		{
			under: "scenes", direct: true,
			never: []string{"syscall/js", "net", "os"},
			why:   "scenes draws; hosts read files and talk to the world",
		},
		{
			under: "scenes",
			never: []string{"./cmd", "./wasm", "./proving", "github.com/chromedp", "net/http"},
			why:   "hosts use scenes, not the other way round",
		},
		{
			under: "wasm",
			never: []string{"./cmd", "./proving", "github.com/chromedp", "github.com/goccy/go-yaml", "net/http"},
			why:   "what the browser downloads holds no tools",
		},
		{
			under: "cmd/internal/lint",
			never: []string{"./assets", "./scenes", "./wasm", "./cmd/internal/author", "github.com/goccy/go-yaml", "net"},
			why:   "what is wrong with a pack depends on its content alone, wherever that comes from",
		},
		{
			under: "cmd/internal/manifest",
			never: []string{"./cmd/internal/bundle", "./cmd/internal/publish", "./cmd/internal/serve", "./game", "./assets"},
			why:   "what a site holds is known to those who make it and to those who serve it",
		},
		{
			under: "cmd/internal/bundle",
			never: []string{"./cmd/internal/publish", "./cmd/internal/serve"},
			why:   "web files are made, then published: never the other way round",
		},
		{
			under: "cmd/internal/publish",
			never: []string{"./cmd/internal/serve"},
			why:   "publishing writes files; what is served is somebody else's matter",
		},
		{
			under: "cmd/internal/serve",
			never: []string{"./cmd/internal/bundle", "./cmd/internal/publish", "./cmd/internal/trim"},
			why:   "a server is given a built site: an installed program has nothing to build with",
		},
		{
			under: "cmd/hardcases",
			never: []string{"./cmd/check", "./proving", "github.com/chromedp", "github.com/stretchr/testify"},
			why:   "what players get holds no tests",
		},
	}
}

// Imports checks which package uses which. target is the system that the
// packages were listed for, "linux" or "js".
func Imports(target string, packages []listing.Package) []Finding {
	var found []Finding
	for _, p := range packages {
		for _, l := range limits() {
			if l.target != "" && l.target != target || !below(p.ImportPath, module+"/"+l.under) {
				continue
			}
			for _, use := range l.breaches(p) {
				found = append(found, Finding{Where: p.ImportPath, What: fmt.Sprintf("must not use %s (%s)", use, l.why)})
			}
		}
		if use := assetsInScene(p); use != "" {
			found = append(found, Finding{
				Where: p.ImportPath,
				What:  fmt.Sprintf("must not import %s: of scenes, only face and glyph read fonts; hosts hand in the rest", use),
			})
		}
		if p.Name == "main" && !below(p.ImportPath, module+"/cmd") && !below(p.ImportPath, module+"/wasm") {
			found = append(found, Finding{Where: p.ImportPath, What: "is a program: programs are in cmd and wasm only"})
		}
	}
	return found
}

// Alike finds packages outside wasm that have other files in the browser than on
// Linux. go vet and staticcheck look at those of wasm only there.
func Alike(linux, browser []listing.Package) []Finding {
	files := map[string][]string{}
	for _, p := range linux {
		files[p.ImportPath] = p.GoFiles
	}
	var found []Finding
	for _, p := range browser {
		if !below(p.ImportPath, module+"/wasm") && !slices.Equal(p.GoFiles, files[p.ImportPath]) {
			found = append(found, Finding{Where: p.ImportPath, What: "has files for the browser only: they belong into wasm"})
		}
	}
	return found
}

// breaches lists what p uses against the limit.
func (l limit) breaches(p listing.Package) []string {
	uses := p.Deps
	if l.direct {
		uses = p.Imports
	}
	var bad []string
	for _, use := range uses {
		switch {
		case l.only != nil && !among(use, l.only),
			l.others != nil && foreign(use) && !among(use, l.others),
			among(use, l.never):
			bad = append(bad, use)
		}
	}
	return bad
}

// assetsInScene gives the import of assets by a scene that may not.
func assetsInScene(p listing.Package) string {
	if !below(p.ImportPath, module+"/scenes") ||
		among(p.ImportPath, []string{"./scenes/face", "./scenes/glyph"}) {
		return ""
	}
	for _, use := range p.Imports {
		if below(use, module+"/assets") {
			return use
		}
	}
	return ""
}

func among(path string, roots []string) bool {
	for _, root := range roots {
		if rest, ok := strings.CutPrefix(root, "./"); ok {
			root = module + "/" + rest
		}
		if below(path, root) {
			return true
		}
	}
	return false
}

// foreign says whether a package is neither ours nor of the standard library:
// only then its path begins with the name of a host.
func foreign(path string) bool {
	host, _, _ := strings.Cut(path, "/")
	return strings.Contains(host, ".")
}

// below says whether path is root or inside it.
func below(path, root string) bool {
	return path == root || strings.HasPrefix(path, root+"/")
}
