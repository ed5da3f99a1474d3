package part

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"hardcases/cmd/check/internal/display"
	"hardcases/cmd/check/internal/listing"
	"hardcases/cmd/check/internal/proc"
)

// alone are tests, slow ones, of programs that each do one thing after the other.
const alone = "^Test(Kills|Hostile)"

// race runs the tests of packages that have something run side by side, with the
// race detector. In the others there is nothing for it to find.
func (e Env) race(ctx context.Context, say func(string)) (string, error) {
	packages, err := e.list(ctx, nil, "./...")
	if err != nil {
		return "", err
	}
	c := goes("test", "-race", "-timeout=9m", "-skip="+alone)
	c.Env = []string{"CGO_ENABLED=1"}
	n := len(c.Args)
	for _, p := range packages {
		forks, err := sideBySide(p)
		if err != nil {
			return "", err
		}
		if forks && len(p.Tests()) > 0 {
			c.Args = append(c.Args, p.ImportPath)
		}
	}
	if len(c.Args) == n {
		return "", errors.New("found no package in which something runs side by side")
	}
	return e.tests(c)(ctx, say)
}

// forks finds what starts a goroutine, or guards what several use: the words of
// the language, and the packages of the standard library that do it for others.
var forks = regexp.MustCompile(`(?m)^\s*go (func\b|\w+[.(])|\.Go\(func|t\.Parallel\(\)|make\(chan |` +
	`^(import )?\s*"(sync|sync/atomic|net/http|net/http/httptest)"$`)

// sideBySide says whether a package, or its tests, does several things at once.
func sideBySide(p listing.Package) (bool, error) {
	for _, name := range slices.Concat(p.GoFiles, p.Tests()) {
		src, err := os.ReadFile(filepath.Join(p.Dir, name))
		if err != nil || forks.Match(src) {
			return err == nil, err
		}
	}
	return false, nil
}

// list asks the go command about packages.
func (e Env) list(ctx context.Context, env []string, args ...string) ([]listing.Package, error) {
	return listing.Packages(ctx, e.Run, listing.Query{Root: e.Root, Env: env, Args: args})
}

// wasm runs the tests of what the browser runs in Node.js. Tests with Ebitengine
// are left out: it wants a canvas when it starts.
func (e Env) wasm(ctx context.Context, say func(string)) (string, error) {
	packages, err := e.list(ctx, js(proc.Command{}).Env, slices.Concat([]string{"-test"}, inBrowser)...)
	if err != nil {
		return "", err
	}
	root, err := e.do(ctx, goes("env", "GOROOT"))
	if err != nil {
		return "", err
	}
	c := js(goes("test", "-timeout=4m", shippedEngine, "-exec="+strings.TrimSpace(root.Stdout)+"/lib/wasm/go_js_wasm_exec"))
	c.Keep = forGo
	n := len(c.Args)
	for _, p := range packages {
		// With -test, the program that runs the tests of p is listed as p.test.
		if name, ok := strings.CutSuffix(p.ImportPath, ".test"); ok && !draws(p) {
			c.Args = append(c.Args, name)
		}
	}
	if len(c.Args) == n {
		return "", errors.New("found no package with tests")
	}
	return e.tests(c)(ctx, say)
}

// forGo says which variables the go command and Node.js need. WebAssembly
// programs stop at once when the environment has more than some 12 KB.
func forGo(name string) bool {
	switch name {
	case "PATH", "HOME", "USER", "TMPDIR", "LANG", "CI", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
		"HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy",
		"SSL_CERT_FILE", "SSL_CERT_DIR":
		return true
	}
	return strings.HasPrefix(name, "GO")
}

// draws says whether the package needs Ebitengine.
func draws(p listing.Package) bool {
	return slices.ContainsFunc(p.Deps, func(path string) bool {
		return strings.HasPrefix(path, "github.com/hajimehoshi/ebiten/")
	})
}

// browser plays in Chromium.
func (e Env) browser(ctx context.Context, say func(string)) (string, error) {
	return e.tagged(ctx, say, "browser", "./...", 29*time.Minute, nil)
}

// pictures draws in a window that nobody sees: the scenes with the engine that is
// shipped in the browser, the program with its own.
func (e Env) pictures(ctx context.Context, say func(string)) (string, error) {
	screen, stop, err := display.Start(ctx, e.Machine)
	if err != nil {
		return "", err
	}
	defer stop()
	env := []string{
		"DISPLAY=" + screen, "WAYLAND_DISPLAY=", "XAUTHORITY=",
		"LIBGL_ALWAYS_SOFTWARE=1", // the same pixels on machines with a graphics card
	}
	program, err := e.tagged(ctx, say, "pictures", "./cmd/...", 7*time.Minute, env)
	if err != nil {
		return "", err
	}
	env = append(env, "GOFLAGS="+GoFlags+" "+shippedEngine) // for the programs, too, that the tests build
	scenes, err := e.tagged(ctx, say, "pictures", "./scenes/...", 7*time.Minute, env)
	return "program: " + program + "; scenes: " + scenes, err
}

// tagged runs the tests of those packages of a pattern that have test files behind
// the build tag. One package at a time: they measure time and share a screen. The limit is
// for each; when it is reached, go test says where the tests stand.
func (e Env) tagged(ctx context.Context, say func(string), tag, pattern string, limit time.Duration, env []string) (string, error) {
	without, err := e.list(ctx, nil, pattern)
	if err != nil {
		return "", err
	}
	with, err := e.list(ctx, nil, "-tags="+tag, pattern)
	if err != nil {
		return "", err
	}
	names := more(with, without)
	if len(names) == 0 {
		return "", fmt.Errorf("found no test with the build tag %s", tag)
	}
	// Built without -p=1, which would leave cores idle, and not yet run.
	say("building " + strings.Join(names, " "))
	build := goes(slices.Concat([]string{"test", "-exec=true", "-tags=" + tag}, names)...)
	build.Env = env
	if _, err := e.do(ctx, build); err != nil {
		return "", err
	}
	c := goes(slices.Concat([]string{"test", "-count=1", "-p=1", "-timeout=" + limit.String(), "-tags=" + tag}, names)...)
	c.Env = env
	return e.tests(c)(ctx, say)
}

// more names the packages that have more test files in with than in without.
func more(with, without []listing.Package) []string {
	plain := map[string]int{}
	for _, p := range without {
		plain[p.ImportPath] = len(p.Tests())
	}
	var names []string
	for _, p := range with {
		if len(p.Tests()) > plain[p.ImportPath] {
			names = append(names, p.ImportPath)
		}
	}
	return names
}
