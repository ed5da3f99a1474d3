package part

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"hardcases/cmd/check/internal/proc"
)

var (
	// forks finds what starts a goroutine, or guards what several use: the words of
	// the language, and the packages of the standard library that do it for others.
	// Tests that run beside each other, of what runs alone, are none of it.
	forks = regexp.MustCompile(`(?m)^\s*go (func\b|\w+[.(])|\.Go\(func|make\(chan |` +
		`^(import )?\s*"(sync|sync/atomic|net/http|net/http/httptest)"$`)
	// elsewhere finds files that other parts test.
	elsewhere = regexp.MustCompile(`(?m)^//go:build (browser|pictures)$`)
)

// race runs the tests of packages that have something run side by side, with the
// race detector. In the others there is nothing for it to find. Left out are tests,
// slow ones, of programs that each do one thing after the other.
func (e Env) race(ctx context.Context, say func(string)) (string, error) {
	forking, tested := map[string]bool{}, map[string]bool{}
	err := e.sources(func(dir, name string, src []byte) {
		if !elsewhere.Match(src) {
			forking[dir] = forking[dir] || forks.Match(src)
			tested[dir] = tested[dir] || strings.HasSuffix(name, "_test.go")
		}
	})
	if err != nil {
		return "", err
	}
	c := goes("test", "-race", "-timeout=9m", "-skip=^Test(Kills|Hostile)")
	c.Env = []string{"CGO_ENABLED=1"}
	n := len(c.Args)
	for _, dir := range slices.Sorted(maps.Keys(tested)) {
		if tested[dir] && forking[dir] {
			c.Args = append(c.Args, dir)
		}
	}
	if len(c.Args) == n {
		return "", errors.New("found no package in which something runs side by side")
	}
	return e.all(c)(ctx, say)
}

// pictures draws in a window that nobody sees: the scenes with the engine that is
// shipped in the browser, the program with its own.
func (e Env) pictures(ctx context.Context, say func(string)) (string, error) {
	program, err := e.tagged(ctx, say, "pictures", "./cmd/", "7m", proc.OnScreen())
	if err != nil {
		return "", err
	}
	shipped := proc.OnScreen()
	shipped.Env = append(shipped.Env, "GOFLAGS="+GoFlags+" "+shippedEngine) // for the programs, too, that the tests build
	scenes, err := e.tagged(ctx, say, "pictures", "./scenes/", "7m", shipped)
	return "program: " + program + "; scenes: " + scenes, err
}

// browser plays in Chromium, one page more at a time than there are two processors for:
// a page waits nearly as long as it computes.
func (e Env) browser(ctx context.Context, say func(string)) (string, error) {
	return e.tagged(ctx, say, "browser", "./", "29m", proc.Command{}, "-parallel=3", "-skip="+everyEngine)
}

// tagged runs the tests of those packages under a folder that have test files behind
// the build tag, by a command that takes another one. One package at a time: they
// measure time and share a screen. The limit is for each; when it is reached, go test
// says where the tests stand. Further flags are for the run alone.
func (e Env) tagged(ctx context.Context, say func(string), tag, under, limit string, by proc.Command, flags ...string) (string, error) {
	var dirs []string
	err := e.sources(func(dir, name string, src []byte) {
		if strings.HasSuffix(name, "_test.go") && strings.HasPrefix(dir, under) && bytes.HasPrefix(src, []byte("//go:build "+tag+"\n")) {
			dirs = append(dirs, dir)
		}
	})
	if err != nil {
		return "", err
	}
	if dirs = slices.Compact(dirs); len(dirs) == 0 {
		return "", fmt.Errorf("found no test with the build tag %s", tag)
	}
	// Built without -p=1, which would leave cores idle, and not yet run.
	build := goes(slices.Concat([]string{"test", "-exec=true", "-tags=" + tag}, dirs)...)
	build.Env = by.Env
	if _, err := e.all(build)(ctx, say); err != nil {
		return "", err
	}
	by.Args = slices.Concat(by.Args, []string{"go", "test", "-count=1", "-p=1", "-timeout=" + limit, "-tags=" + tag}, flags, dirs)
	return e.all(by)(ctx, say)
}

// forGo says which variables the go command and Node.js need.
func forGo(name string) bool {
	return slices.Contains([]string{
		"PATH", "HOME", "USER", "TMPDIR", "LANG", "CI", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
		"HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR",
	}, name) || strings.HasPrefix(name, "GO")
}
