package part

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hardcases/cmd/check/internal/proc"
)

// run is what a part does.
type run func(ctx context.Context, say func(string)) (string, error)

// do runs a program in the tree, after it has put the places of tools into its
// words; its output is the error when it fails.
func (e Env) do(ctx context.Context, c proc.Command) (proc.Result, error) {
	if c.Dir == "" {
		c.Dir = e.Root
	}
	var err error
	if c.Args, err = e.resolve(ctx, c.Args); err != nil {
		return proc.Result{}, err
	}
	if c.Env, err = e.resolve(ctx, c.Env); err != nil {
		return proc.Result{}, err
	}
	got := e.Run(ctx, c)
	return got, got.Failure(c)
}

// all runs each of the commands, whatever comes of those before it.
func (e Env) all(commands ...proc.Command) run {
	return func(ctx context.Context, say func(string)) (string, error) {
		_, err := e.each(ctx, say, commands)
		return "", err
	}
}

// tests runs commands as all does, and says how many packages have tests. That
// none has is a failure.
func (e Env) tests(commands ...proc.Command) run {
	return func(ctx context.Context, say func(string)) (string, error) {
		text, err := e.each(ctx, say, commands)
		if err != nil {
			return "", err
		}
		n := 0
		for line := range strings.Lines(text) {
			if strings.HasPrefix(line, "ok ") && !strings.Contains(line, "[no tests to run]") {
				n++
			}
		}
		if n == 0 {
			return "", fmt.Errorf("go test ran no test:\n%s", text)
		}
		return fmt.Sprintf("%d packages with tests", n), nil
	}
}

// each runs the commands and gives what they print.
func (e Env) each(ctx context.Context, say func(string), commands []proc.Command) (string, error) {
	var text strings.Builder
	var failed []error
	for _, c := range commands {
		say(c.Short())
		got, err := e.do(ctx, c)
		text.WriteString(got.Stdout)
		failed = append(failed, err)
	}
	return text.String(), errors.Join(failed...)
}

// resolve gives words with the places of tools and of the engine in them. Tools are
// built for this machine: with GOOS=js, go tool would build WebAssembly.
func (e Env) resolve(ctx context.Context, words []string) ([]string, error) {
	words = slices.Clone(words)
	for i, word := range words {
		if before, ok := strings.CutSuffix(word, "engine:"); ok {
			modfile, err := e.Engine()
			if err != nil {
				return nil, err
			}
			words[i] = before + modfile
		}
		if before, name, ok := strings.Cut(word, "tool:"); ok {
			got, err := e.do(ctx, goes("-C", tools, "tool", "-n", name))
			if err != nil {
				return nil, err
			}
			words[i] = before + strings.TrimSpace(got.Stdout)
		}
	}
	return words, nil
}

// within gives do a folder that is gone afterwards.
func within(name string, do func(dir string) (string, error)) (string, error) {
	dir, err := os.MkdirTemp("", "hardcases-"+name+"-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	return do(dir)
}

// cross builds the program for each system that it is for.
func (e Env) cross(ctx context.Context, say func(string)) (string, error) {
	return within("cross", func(dir string) (string, error) { return e.all(builds(filepath.ToSlash(dir))...)(ctx, say) })
}
