// Package part holds the parts of the check: what is run, and what counts as
// passing.
package part

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"hardcases/cmd/check/internal/plan"
	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/rules"
	"hardcases/cmd/check/internal/tool"
)

// Env is what the parts work on and with.
type Env struct {
	// Root is the folder of the source tree, as an absolute path.
	Root string
	Run  proc.Runner
	// Machine is where the tools are.
	Machine tool.Machine
}

// All lists the parts in the order in which they are run: set-up first, then
// from the quick to the slow.
func All(e Env) []plan.Part {
	parts := []plan.Part{
		{
			Name: "format", About: "every Go file as gofmt writes it", Limit: time.Minute,
			Run: e.format,
		},
		{
			Name: "vet", About: "go vet, native and for the browser", Limit: 10 * time.Minute,
			Run: e.vet,
		},
		{
			Name: "staticcheck", About: "staticcheck, native and for the browser", Limit: 12 * time.Minute,
			Run: e.staticcheck,
		},
		{
			Name: "rules", About: "who imports whom, and what no file may hold", Limit: 2 * time.Minute,
			Run: e.rules,
		},
		{
			Name: "generated", About: "generated code and compiled packs are up to date", Limit: 4 * time.Minute,
			Run: e.generated,
		},
		{
			Name: "tidy", About: "go.mod and go.sum hold what is needed and no more", Limit: 3 * time.Minute,
			Run: e.tidy,
		},
		{
			Name: "unit", About: "all tests that need nothing but Go", Limit: 6 * time.Minute,
			Run: e.unit,
		},
		{
			Name: "race", About: "the same tests with the race detector", Limit: 10 * time.Minute,
			Needs: []tool.Tool{tool.Compiler()},
			Run:   e.race,
		},
		{
			Name: "fuzz", About: "new inputs for every fuzz test", Limit: 8 * time.Minute,
			Run: e.fuzz,
		},
		{
			Name: "cross", About: "the program builds for Linux, macOS and Windows without cgo", Limit: 12 * time.Minute,
			Run: e.cross,
		},
		{
			Name: "wasm", About: "tests as WebAssembly, in Node.js", Limit: 5 * time.Minute,
			Needs: []tool.Tool{tool.Node()},
			Run:   e.wasm,
		},
		{
			Name: "pictures", About: "the desktop window, drawn and compared", Limit: 8 * time.Minute,
			Needs: []tool.Tool{tool.Display(), tool.Graphics()},
			Run:   e.pictures,
		},
		{
			Name: "browser", About: "the game played in Chromium", Limit: 17 * time.Minute,
			Needs: []tool.Tool{tool.Browser(), tool.Npm()},
			Run:   e.browser,
		},
		{
			Name: "replay", About: "recorded games end with the recorded scores", Limit: 4 * time.Minute,
			Run: e.replay,
		},
	}
	return append([]plan.Part{e.setUp(parts)}, parts...)
}

// do runs a program in the tree; its output is the error when it fails.
func (e Env) do(ctx context.Context, c proc.Command) (proc.Result, error) {
	if c.Dir == "" {
		c.Dir = e.Root
	}
	got := e.Run(ctx, c)
	return got, got.Failure(c)
}

// goTool runs the go command with the arguments.
func (e Env) goTool(ctx context.Context, args ...string) (proc.Result, error) {
	return e.do(ctx, proc.Command{Args: append([]string{"go"}, args...)})
}

// forBrowser is the environment that builds WebAssembly.
func forBrowser() []string { return []string{"GOOS=js", "GOARCH=wasm"} }

// inBrowser is what the browser runs, as patterns of packages; cmd is not.
func inBrowser() []string {
	return []string{"./game/...", "./scenes/...", "./assets/...", "./wasm/..."}
}

// tags are the build tags of tests that need more than Go.
const tags = "browser,pictures,whole"

func (e Env) rules(ctx context.Context, _ func(string)) (string, error) {
	return rules.Check(ctx, e.Run, e.Root)
}

// setUp fetches the modules and installs what the parts need. While packages
// are unpacked the processor has little to do: meanwhile the tree is compiled.
func (e Env) setUp(parts []plan.Part) plan.Part {
	return plan.Part{
		Name: "set-up", About: "install what the parts need", Limit: 20 * time.Minute,
		Run: func(ctx context.Context, say func(string)) (string, error) {
			say("fetching Go modules")
			if _, err := e.goTool(ctx, "mod", "download"); err != nil {
				return "", err
			}
			compiled := make(chan struct{})
			go func() {
				defer close(compiled)
				_, _ = e.goTool(ctx, "build", "-tags="+tags, "./...") // the parts say what is wrong with it
			}()
			defer func() { <-compiled }()
			if err := e.Machine.Install(ctx, needs(parts), say); err != nil {
				return "", fmt.Errorf("%w\nuntil then these parts will fail: %s", err, strings.Join(e.doomed(ctx, parts), ", "))
			}
			say("fetching axe-core")
			if err := e.fetchAxe(ctx); err != nil {
				return "", err
			}
			return "everything is there", nil
		},
	}
}

// axeFolder is where the browser tests find axe-core.
const axeFolder = "cmd/internal/browser/testdata/axe"

// fetchAxe brings axe-core at the version, and with the sum, of its lock file.
func (e Env) fetchAxe(ctx context.Context) error {
	_, err := e.do(ctx, proc.Command{
		Args: []string{"npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"},
		Dir:  filepath.Join(e.Root, axeFolder),
	})
	return err
}

// needs lists the tools of all parts.
func needs(parts []plan.Part) []tool.Tool {
	var tools []tool.Tool
	for _, p := range parts {
		tools = append(tools, p.Needs...)
	}
	return tools
}

// doomed names the parts that lack a tool.
func (e Env) doomed(ctx context.Context, parts []plan.Part) []string {
	var names []string
	for _, p := range parts {
		if len(e.Machine.Lacking(ctx, p.Needs)) > 0 {
			names = append(names, p.Name)
		}
	}
	return names
}
