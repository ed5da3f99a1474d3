package part

import (
	"context"
	"errors"
	"maps"
	"regexp"
	"slices"
	"strings"
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
