package part

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tree"
)

// format compares each tracked Go file with what gofmt makes of it. It uses
// gofmt's package: where Go came from a package manager, there may be no gofmt.
func (e Env) format(ctx context.Context, _ func(string)) (string, error) {
	files, err := tree.Tracked(ctx, e.Run, e.Root)
	if err != nil {
		return "", err
	}
	n, bad := 0, []string{}
	for _, name := range files {
		if !strings.HasSuffix(name, ".go") {
			continue
		}
		n++
		src, err := os.ReadFile(filepath.Join(e.Root, filepath.FromSlash(name)))
		if err != nil {
			return "", err
		}
		formatted, err := format.Source(src)
		if err != nil {
			bad = append(bad, fmt.Sprintf("%s: %v", name, err))
		} else if !bytes.Equal(src, formatted) {
			bad = append(bad, name)
		}
	}
	if len(bad) > 0 {
		return "", fmt.Errorf("gofmt would change (mend by gofmt -w):\n%s", strings.Join(bad, "\n"))
	}
	if n == 0 {
		return "", errors.New("found no Go file")
	}
	return fmt.Sprintf("%d files", n), nil
}

// vet runs go vet for both worlds, with the tests behind build tags.
func (e Env) vet(ctx context.Context, say func(string)) (string, error) {
	return e.both(ctx, say, "go", "vet", "-tags="+tags)
}

// staticcheck runs the version that go.mod names, with staticcheck.conf.
func (e Env) staticcheck(ctx context.Context, say func(string)) (string, error) {
	say("building it")
	// Built for this machine: with GOOS=js, go tool would build a WebAssembly
	// staticcheck.
	built, err := e.goTool(ctx, "tool", "-n", "staticcheck")
	if err != nil {
		return "", err
	}
	return e.both(ctx, say, strings.TrimSpace(built.Stdout), "-tags="+tags)
}

// both runs a program over all packages natively, and over those of the
// browser as WebAssembly.
func (e Env) both(ctx context.Context, say func(string), args ...string) (string, error) {
	say("native")
	_, native := e.do(ctx, proc.Command{Args: slices.Concat(args, []string{"./..."})})
	say("browser")
	_, browser := e.do(ctx, proc.Command{Args: slices.Concat(args, inBrowser()), Env: forBrowser()})
	return "", errors.Join(native, browser)
}

func (e Env) tidy(ctx context.Context, _ func(string)) (string, error) {
	_, err := e.goTool(ctx, "mod", "tidy", "-diff")
	return "", err
}
