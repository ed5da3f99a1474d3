// Package part holds the parts of the check: what is run, and what counts as
// passing.
package part

import (
	"fmt"
	"runtime"
	"slices"
	"time"

	"hardcases/cmd/check/internal/plan"
	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tool"
)

// Env is what the parts work on and with.
type Env struct {
	// Root is the folder of the source tree, as an absolute path.
	Root string
	Run  proc.Runner
	// Behind runs what gives way to all else: it computes while others are on a
	// screen, where time counts.
	Behind proc.Runner
	// Engine gives the module file of the engine's copy.
	Engine func() (string, error)
	// Machine is where the tools are.
	Machine tool.Machine
}

const (
	// tools is the module of what makes and checks the programs and is no part
	// of them.
	tools = "cmd/tools"
	// web is where npm puts what checks the page's scripts and styles.
	web = "cmd/check/web"
	// axe is where the browser tests find axe-core.
	axe = "cmd/internal/browser/testdata/axe"
	// scorm is where they find scorm-again.
	scorm = "cmd/internal/browser/testdata/scorm"
	// tags are the build tags of tests that need more than Go.
	tags = "-tags=browser,pictures,whole"
)

// All lists the parts: set-up, then those of each lane, from the quick to the
// slow.
func All(e Env) []plan.Part {
	d := e
	d.Run = e.Behind
	parts := []plan.Part{
		{
			Name: "vet", About: "the rules of go vet and ours, native and for the browser", Limit: 10 * time.Minute,
			Run: d.all(
				goes("vet", "-vettool=tool:lint", tags, "./..."), js(goes("vet", "-vettool=tool:lint", tags), browserOnly),
				goes("-C", tools, "vet", "./..."), goes("-C", tools+"/release", "vet", "./..."),
			),
		},
		{
			Name: "staticcheck", About: "staticcheck, native and for the browser", Limit: 12 * time.Minute,
			Run: d.all(words("tool:staticcheck", tags, "./..."), js(words("tool:staticcheck", tags), browserOnly)),
		},
		{
			Name: "web", About: "the page's scripts and styles, by Biome", Limit: time.Minute, Needs: []tool.Tool{tool.Npm()},
			Run: d.all(words(web+"/node_modules/.bin/biome", "lint", "--config-path="+web, "--error-on-warnings", "wasm")),
		},
		{
			Name: "tidy", About: "go.mod and go.sum hold what is needed and no more", Limit: 3 * time.Minute,
			Run: d.all(goes("mod", "tidy", "-diff"), goes("-C", tools, "mod", "tidy", "-diff"), goes("-C", tools+"/release", "mod", "tidy", "-diff")),
		},
		{
			Name: "generated", About: "generated code and compiled packs are up to date", Limit: 8 * time.Minute,
			Run: d.generated,
		},
		{
			Name: "unit", About: "all tests that need nothing but Go, whole", Limit: 25 * time.Minute,
			Run: d.tests(goes("test", "-timeout=9m", "-tags=whole", shippedEngine, "./..."), goes("-C", tools, "test", "./...")),
		},
		{
			Name: "race", About: "tests of what runs side by side, with the race detector", Limit: 15 * time.Minute,
			Needs: []tool.Tool{tool.Compiler()},
			Run:   d.race,
		},
		{
			Name: "fuzz", About: "new inputs for every fuzz test", Limit: 8 * time.Minute,
			Run: d.fuzz,
		},
		{
			Name: "cross", About: "the program builds for Linux, macOS and Windows without cgo", Limit: 12 * time.Minute,
			Run: d.cross,
		},
		{
			Name: "release", About: "a release can be made, and is the same in another folder", Limit: 25 * time.Minute,
			Run: d.release,
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
			Name: "wasm", About: "tests as WebAssembly, in Node.js", Limit: 5 * time.Minute, Lane: plan.Screen,
			Needs: []tool.Tool{tool.Node()},
			Run:   e.wasm,
		},
		{
			Name: "pictures", About: "the desktop window, drawn and compared", Limit: 8 * time.Minute, Lane: plan.Screen,
			Needs: []tool.Tool{tool.Display(), tool.Graphics()},
			Run:   e.pictures,
		},
		{
			Name: "browser", About: "the game played in Chromium", Limit: 30 * time.Minute, Lane: plan.Screen,
			Needs: []tool.Tool{tool.Browser(), tool.Npm()},
			Run:   e.browser,
		},
	}
	for i := range parts {
		if parts[i].Lane != plan.Screen {
			parts[i].Lane = plan.Desk
		}
	}
	return append([]plan.Part{e.setUp(parts)}, parts...)
}

// GoFlags are the flags of the go command wherever a part, or a test, runs it:
// without paths, as the site is built, so that what is compiled once serves all,
// and a copy of the tree in another folder; without the rules that the part vet
// looks after; without what a debugger wants.
const GoFlags = "-trimpath -vet=off -ldflags=-w"

// inBrowser is what the browser runs, as patterns of packages; cmd is not.
var inBrowser = []string{"./game/...", "./scenes/...", "./assets/...", "./wasm/..."}

// browserOnly is what has other files in the browser than elsewhere, which the
// rules of the tree hold to: what looks at files need not look at others again.
const browserOnly = "./wasm/..."

// shippedEngine has the go command take the engine that is shipped in the browser
// (docs/engine.md). Tests run with it, those with the race detector and those of
// the program in a window with the engine as it is.
const shippedEngine = "-modfile=engine:"

// words is a command; a word "tool:x" stands for the place of a Go tool, "engine:"
// for the module file of the engine's copy.
func words(args ...string) proc.Command { return proc.Command{Args: args} }

// goes is the go command with arguments.
func goes(args ...string) proc.Command { return words(slices.Concat([]string{"go"}, args)...) }

// js is a command, with more arguments, where Go builds WebAssembly.
func js(c proc.Command, more ...string) proc.Command {
	c.Args = slices.Concat(c.Args, more)
	c.Env = slices.Concat(c.Env, []string{"GOOS=js", "GOARCH=wasm"})
	return c
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
