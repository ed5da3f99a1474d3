package part

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"
	"time"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tool"
)

const (
	// tools is the module of what makes and checks the programs and is no part
	// of them.
	tools = "cmd/tools"
	// releaser is the module of what signs and lists what a release holds.
	releaser = tools + "/release"
	// web is where npm puts what checks the page's scripts and styles.
	web = "cmd/check/web"
	// axe is where the browser tests find axe-core.
	axe = "cmd/internal/browser/testdata/axe"
	// scorm is where they find scorm-again.
	scorm = "cmd/internal/browser/testdata/scorm"
	// tags are the build tags of tests that need more than Go, or more time.
	tags = "-tags=browser,pictures,whole,installed,speech"
	// bare is the build tag of the game in a browser without a picture.
	bare = "-tags=page"
	// browserOnly is what has other files in the browser than elsewhere, which the
	// rules of the tree hold to: what looks at files need not look at others again.
	browserOnly = "./wasm/..."
)

// GoFlags are the flags of the go command wherever a part, or a test, runs it:
// without paths, as the site is built, so that what is compiled once serves all,
// and a copy of the tree in another folder; without the rules that the part vet
// looks after; without what a debugger wants.
const GoFlags = "-trimpath -vet=off -ldflags=-w"

// All lists the parts: set-up, then those of each lane in their order.
func All(e Env) []Part {
	d := e
	d.Run = e.Behind
	parts := []Part{
		{
			Name: "vet", About: "gofmt, the rules of go vet and ours, native and for the browser", Limit: 10 * time.Minute,
			Run: d.all(
				words("gofmt", "-d", "."), goes("vet", "-vettool=@lint", tags, "./..."),
				js("go", "vet", "-vettool=@lint", tags, browserOnly), js("go", "vet", "-vettool=@lint", bare, browserOnly), goes("-C", tools, "vet", "./..."), goes("-C", releaser, "vet", "./..."),
			),
		},
		{
			Name: "staticcheck", About: "staticcheck, native and for the browser", Limit: 12 * time.Minute,
			Run: d.all(words("@staticcheck", tags, "./..."), js("@staticcheck", tags, browserOnly), js("@staticcheck", bare, browserOnly)),
		},
		{
			Name: "web", About: "the page's scripts and styles, by Biome", Limit: time.Minute, Needs: []tool.Tool{tool.Npm},
			Run: d.all(words(web+"/node_modules/.bin/biome", "lint", "--config-path="+web, "--error-on-warnings", "wasm")),
		},
		{
			Name: "tidy", About: "go.mod and go.sum hold what is needed and no more", Limit: 3 * time.Minute,
			Run: d.all(goes("mod", "tidy", "-diff"), goes("-C", tools, "mod", "tidy", "-diff"), goes("-C", releaser, "mod", "tidy", "-diff")),
		},
		{
			Name: "generated", About: "generated code and compiled packs are up to date", Limit: 8 * time.Minute,
			Needs: []tool.Tool{tool.Git},
			Run:   d.generated,
		},
		{
			Name: "unit", About: "all tests that need neither a browser nor a window, whole", Limit: 40 * time.Minute,
			Needs: []tool.Tool{tool.Node},
			Run:   d.all(goes("test", "-timeout=9m", "-tags=whole", shippedEngine, "./..."), goes("-C", tools, "test", "./...")),
		},
		{
			Name: "wasm", About: "tests as WebAssembly, in Node.js", Limit: 25 * time.Minute,
			Needs: []tool.Tool{tool.Node},
			Run:   d.all(inNode()),
		},
		{
			Name: "race", About: "tests of what runs side by side, with the race detector", Limit: 15 * time.Minute,
			Needs: []tool.Tool{tool.Compiler},
			Run:   d.race,
		},
		{
			Name: "fuzz", About: "new inputs for every fuzz test", Limit: 15 * time.Minute,
			Run: d.fuzz,
		},
		{
			Name: "cross", About: "the program builds for Linux, macOS and Windows without cgo", Limit: 12 * time.Minute,
			Run: func(ctx context.Context, say func(string)) (string, error) {
				return within("cross", func(dir string) (string, error) { return d.all(builds(dir)...)(ctx, say) })
			},
		},
		{
			Name: "release", About: "a release can be made, is the same in another folder, and can be installed", Limit: 25 * time.Minute,
			Needs: []tool.Tool{tool.Git, tool.Display, tool.Graphics, tool.Typist, tool.Packager},
			Run:   d.release,
		},
		{
			Name: "sizes", About: "no file of the site is larger than its budget", Limit: 5 * time.Minute,
			Run: d.sizes,
		},
		{
			Name: "vulnerabilities", About: "no code is called that govulncheck warns of", Limit: 5 * time.Minute,
			Run: d.vulnerabilities,
		},
		{
			Name: "pictures", About: "the desktop window, drawn and compared", Limit: 8 * time.Minute,
			Needs: []tool.Tool{tool.Display, tool.Cookies, tool.Graphics},
			Run: e.all(
				shown("-timeout=7m", "-tags=pictures", "./cmd/internal/desktop"),
				shipped(shown("-timeout=7m", "-tags=pictures", "./scenes/golden")),
			),
		},
		{
			Name: "browser", About: "the game played in Chromium", Limit: 45 * time.Minute, Lane: Long,
			Needs: []tool.Tool{tool.Browser, tool.TextBrowser, tool.Terminal, tool.Npm},
			// One page more at a time than there are two processors for: a page waits nearly
			// as long as it computes.
			Run: e.all(goes("test", "-count=1", "-parallel=3", "-timeout=44m", "-tags=browser", "-skip="+everyEngine, "./cmd/internal/browser")),
		},
		{
			Name: "engines", About: "the core of the game in Chromium, Firefox and WebKit", Limit: 10 * time.Minute,
			Needs: []tool.Tool{tool.Browser, tool.Firefox, tool.WebKit, tool.Display, tool.Cookies, tool.Graphics},
			Run:   e.all(shown("-parallel=3", "-timeout=9m", "-tags=browser", "-run="+everyEngine, "./cmd/internal/browser")),
		},
	}
	return append([]Part{e.setUp(parts)}, parts...)
}

// everyEngine are the tests, of those in a browser, that want more engines than
// Chromium's, and a display.
const everyEngine = "^TestEngines$"

// shown runs tests on a screen that nobody sees.
func shown(args ...string) proc.Command {
	return proc.OnScreen(slices.Concat([]string{"go", "test", "-count=1"}, args)...)
}

// shipped has tests, and the programs that they build, take the engine that is shipped
// in the browser; that of the program in a window is the engine as it is.
func shipped(c proc.Command) proc.Command {
	c.Env = append(c.Env, "GOFLAGS="+GoFlags+" "+shippedEngine)
	return c
}

// inNode runs the tests of what the browser runs in Node.js, but for those with
// Ebitengine: it wants a canvas when it starts. They get next to no environment, as
// WebAssembly programs stop at once when it has more than some 12 KB.
func inNode() proc.Command {
	return js("go", "test", "-timeout=9m", shippedEngine, "-exec=env -i 'PATH="+os.Getenv("PATH")+"' "+goroot+"/lib/wasm/go_js_wasm_exec",
		"./game/...", "./scenes/glyph", "./scenes/theme", "./wasm/...")
}

// builds are the programs for each system, once, with the processor that is usual
// there. The sources tell systems apart, never processors, and each further one
// takes the better part of a minute.
func builds(dir string) []proc.Command {
	var all []proc.Command
	for goos, goarch := range map[string]string{"linux": "amd64", "windows": "amd64", "darwin": "arm64"} {
		c := goes("build", "-o", fmt.Sprintf("%s/%s-%s", dir, goos, goarch))
		if goos != runtime.GOOS || goarch != runtime.GOARCH {
			// It will not be run: without optimising, and without what a debugger
			// wants, this takes half the time.
			c.Args = append(c.Args, "-gcflags=all=-N -l -dwarf=false", "-ldflags=-s -w")
		}
		c.Args = append(c.Args, "./cmd/hardcases")
		c.Env = []string{"GOOS=" + goos, "GOARCH=" + goarch}
		all = append(all, c)
	}
	return all
}
