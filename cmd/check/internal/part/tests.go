package part

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"hardcases/cmd/check/internal/display"
	"hardcases/cmd/check/internal/listing"
	"hardcases/cmd/check/internal/proc"
)

// unit runs every test that needs nothing but Go, whole and at full speed: some
// hold a promise about time.
func (e Env) unit(ctx context.Context, _ func(string)) (string, error) {
	return e.tested(e.goTool(ctx, "test", "-timeout=5m", "-tags=whole", "./..."))
}

func (e Env) race(ctx context.Context, _ func(string)) (string, error) {
	return e.tested(e.do(ctx, proc.Command{
		Args: []string{"go", "test", "-race", "-timeout=9m", "./..."},
		Env:  []string{"CGO_ENABLED=1"},
	}))
}

// tested makes a summary of what go test printed. That no package has tests
// is a failure.
func (e Env) tested(got proc.Result, err error) (string, error) {
	if err != nil {
		return "", err
	}
	n := 0
	for line := range strings.Lines(got.Stdout) {
		if strings.HasPrefix(line, "ok ") && !strings.Contains(line, "[no tests to run]") {
			n++
		}
	}
	if n == 0 {
		return "", fmt.Errorf("go test ran no test:\n%s", got.Text)
	}
	return fmt.Sprintf("%d packages with tests", n), nil
}

// wasm runs the tests of what the browser runs in Node.js. Tests with Ebitengine
// are left out: it wants a canvas when it starts.
func (e Env) wasm(ctx context.Context, _ func(string)) (string, error) {
	packages, err := listing.Packages(ctx, e.Run, listing.Query{
		Root: e.Root, Env: forBrowser(), Args: slices.Concat([]string{"-test"}, inBrowser()),
	})
	if err != nil {
		return "", err
	}
	var names []string
	for _, p := range packages {
		// With -test, the program that runs the tests of p is listed as p.test.
		if name, ok := strings.CutSuffix(p.ImportPath, ".test"); ok && !draws(p) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return "", errors.New("found no package with tests")
	}
	root, err := e.goTool(ctx, "env", "GOROOT")
	if err != nil {
		return "", err
	}
	exec := "-exec=" + strings.TrimSpace(root.Stdout) + "/lib/wasm/go_js_wasm_exec"
	return e.tested(e.do(ctx, proc.Command{
		Args: slices.Concat([]string{"go", "test", "-timeout=4m", exec}, names),
		Env:  forBrowser(),
		Keep: forGo,
	}))
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

// browser plays in Chromium.
func (e Env) browser(ctx context.Context, say func(string)) (string, error) {
	return e.tagged(ctx, say, "browser", 16*time.Minute, nil)
}

// pictures draws in a window that nobody sees.
func (e Env) pictures(ctx context.Context, say func(string)) (string, error) {
	screen, stop, err := display.Start(ctx, e.Machine)
	if err != nil {
		return "", err
	}
	defer stop()
	say("Xvfb on " + screen)
	return e.tagged(ctx, say, "pictures", 7*time.Minute, []string{
		"DISPLAY=" + screen, "WAYLAND_DISPLAY=", "XAUTHORITY=",
		"LIBGL_ALWAYS_SOFTWARE=1", // the same pixels on machines with a graphics card
	})
}

// tagged runs the tests of the packages that have test files behind the build
// tag. One package at a time: they measure time and share a screen. The limit is
// for each; when it is reached, go test says where the tests stand.
func (e Env) tagged(ctx context.Context, say func(string), tag string, limit time.Duration, env []string) (string, error) {
	without, err := listing.Packages(ctx, e.Run, listing.Query{Root: e.Root, Args: []string{"./..."}})
	if err != nil {
		return "", err
	}
	with, err := listing.Packages(ctx, e.Run, listing.Query{Root: e.Root, Args: []string{"-tags=" + tag, "./..."}})
	if err != nil {
		return "", err
	}
	names := more(with, without)
	if len(names) == 0 {
		return "", fmt.Errorf("found no test with the build tag %s", tag)
	}
	// Built without -p=1, which would leave cores idle, and not yet run.
	say("building " + strings.Join(names, " "))
	build := slices.Concat([]string{"test", "-exec=true", "-tags=" + tag}, names)
	if _, err := e.goTool(ctx, build...); err != nil {
		return "", err
	}
	say("running")
	return e.tested(e.do(ctx, proc.Command{
		Args: slices.Concat([]string{"go", "test", "-count=1", "-p=1", "-timeout=" + limit.String(), "-tags=" + tag}, names),
		Env:  env,
	}))
}

// draws says whether the package needs Ebitengine.
func draws(p listing.Package) bool {
	return slices.ContainsFunc(p.Deps, func(path string) bool {
		return strings.HasPrefix(path, "github.com/hajimehoshi/ebiten/")
	})
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
