package part

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tree"
)

// words is a command. What stands behind @ in a word is the name of a Go tool, for
// whose place it stands, or one of the names below.
func words(args ...string) proc.Command { return proc.Command{Args: args} }

const (
	// shippedEngine has the go command take the engine that is shipped in the
	// browser (docs/engine.md). Tests run with it, those with the race detector and
	// those of the program in a window with the engine as it is.
	shippedEngine = "-modfile=@engine"
	// goroot is where Go is.
	goroot = "@goroot"
)

// goes is the go command with arguments.
func goes(args ...string) proc.Command { return words(slices.Concat([]string{"go"}, args)...) }

// js is a command where Go builds WebAssembly.
func js(args ...string) proc.Command {
	return proc.Command{Args: args, Env: []string{"GOOS=js", "GOARCH=wasm"}}
}

// all runs each of the commands, whatever comes of those before it. Where they run
// tests, the summary says how many packages have some; that none has is a failure.
func (e Env) all(commands ...proc.Command) Run {
	return func(ctx context.Context, say func(string)) (string, error) {
		var failed []error
		n, tests := 0, false
		for _, c := range commands {
			say(short(c))
			got, err := e.do(ctx, c)
			failed = append(failed, err)
			tests = tests || slices.Contains(c.Args, "test")
			for line := range strings.Lines(got.Stdout) {
				if strings.HasPrefix(line, "ok ") && !strings.Contains(line, "[no tests to run]") {
					n++
				}
			}
		}
		if err := errors.Join(failed...); err != nil || !tests {
			return "", err
		}
		if n == 0 {
			return "", errors.New("go test ran no test")
		}
		return fmt.Sprintf("%d packages with tests", n), nil
	}
}

// short is a command as it is said while it runs: a long one is cut.
func short(c proc.Command) string {
	line := []rune(c.String())
	if len(line) <= 100 {
		return string(line)
	}
	return string(line[:99]) + "…"
}

// do runs a program in the tree, after it has put places into its words.
func (e Env) do(ctx context.Context, c proc.Command) (proc.Output, error) {
	if c.Dir == "" {
		c.Dir = e.Root
	}
	var err error
	if c.Args, err = e.resolve(ctx, c.Args); err != nil {
		return proc.Output{}, err
	}
	if c.Env, err = e.resolve(ctx, c.Env); err != nil {
		return proc.Output{}, err
	}
	return e.Run(ctx, c)
}

// resolve gives words with places in them.
func (e Env) resolve(ctx context.Context, words []string) ([]string, error) {
	words = slices.Clone(words)
	for i, word := range words {
		before, name, ok := strings.Cut(word, "@")
		if !ok {
			continue
		}
		place, err := e.place(ctx, "@"+name)
		if err != nil {
			return nil, err
		}
		words[i] = before + place
	}
	return words, nil
}

// place is what a name stands for. Tools are built for this machine: with GOOS=js,
// go tool would build WebAssembly.
func (e Env) place(ctx context.Context, name string) (string, error) {
	ask := goes("-C", tools, "tool", "-n", strings.TrimPrefix(name, "@"))
	rest := ""
	switch {
	case strings.HasSuffix(shippedEngine, name):
		return e.Engine()
	case strings.HasPrefix(name, goroot):
		ask, rest = goes("env", "GOROOT"), strings.TrimPrefix(name, goroot)
	}
	got, err := e.do(ctx, ask)
	return strings.TrimSpace(got.Stdout) + rest, err
}

// sources shows every Go file of the module, with its folder, but those that are
// only there for other tests.
func (e Env) sources(show func(dir, name string, src []byte)) error {
	names, err := tree.Files(e.Root)
	if err != nil {
		return err
	}
	for _, name := range names {
		if path.Ext(name) != ".go" || strings.HasPrefix(name, tools+"/") || strings.Contains(name, "/testdata/") {
			continue
		}
		src, err := os.ReadFile(filepath.Join(e.Root, name))
		if err != nil {
			return err
		}
		show("./"+path.Dir(name), name, src)
	}
	return nil
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
