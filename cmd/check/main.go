// Command check sets up what the project needs and runs every test of it.
//
//	go run ./cmd/check                   everything
//	go run ./cmd/check --list            what there is
//	go run ./cmd/check --only vet,unit   some of it
//
// It ends with status 0 when all is well, 1 when a part failed, 2 when it was
// called in a wrong way.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"sync"
	"syscall"

	"github.com/alecthomas/kong"

	"hardcases/cmd/check/internal/licence"
	"hardcases/cmd/check/internal/part"
	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tool"
	"hardcases/cmd/internal/trim"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// The exit codes.
const (
	fine   = 0
	failed = 1
	misuse = 2
)

// commands is the command line.
type commands struct {
	Run      runCommand      `cmd:"" default:"withargs" help:"Set up and run the tests (the default)."`
	Bench    benchCommand    `cmd:"" help:"Measure size, start, rest, play and memory, against an empty program or another build."`
	Engine   engineCommand   `cmd:"" help:"Make the engine's copy that is shipped in the browser, and print the module file for -modfile."`
	Licences licencesCommand `cmd:"" help:"Write THIRD_PARTY.md: the modules in the programs and their licences."`
}

// tree is the folder of go.mod, as an absolute path.
type tree string

// errFailed says that a part failed and has been reported.
var errFailed = errors.New("a part failed")

// usageError is a command line that asks for what is not there.
type usageError struct{ error }

// run is the program; it gives the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	exited := -1
	parsed, err := kong.Must(&commands{},
		kong.Name("check"),
		kong.Description("Sets up what the project needs and runs every test of it."),
		kong.Writers(stdout, stderr),
		kong.Exit(func(code int) { exited = code }),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.BindTo(stdout, (*io.Writer)(nil)),
	).Parse(args)
	if exited >= 0 {
		return exited // --help
	}
	if err != nil {
		fmt.Fprintf(stderr, "check: %v\nSee go run ./cmd/check --help.\n", err)
		return misuse
	}
	root, err := findTree(ctx)
	if err == nil {
		err = parsed.Run(root)
	}
	if err == nil {
		return fine
	}
	if !errors.Is(err, errFailed) {
		fmt.Fprintf(stderr, "check: %v\n", err)
	}
	if errors.As(err, new(usageError)) {
		return misuse
	}
	return failed
}

// findTree gives the tree that the current folder is in.
func findTree(ctx context.Context) (tree, error) {
	at, err := proc.Exec(ctx, proc.Command{Args: []string{"go", "env", "GOMOD"}})
	dir, file := filepath.Split(strings.TrimSpace(at.Stdout))
	if err == nil && file != "go.mod" {
		err = errors.New("no go.mod here or above: run this inside the repository")
	}
	return tree(filepath.Clean(dir)), err
}

// runCommand runs the parts.
type runCommand struct {
	Only []string `placeholder:"PART,…" help:"Run only these parts, in their usual order."`
	List bool     `help:"List the parts and stop."`
}

// Run is called by kong.
func (c runCommand) Run(ctx context.Context, root tree, out io.Writer) error {
	machine := tool.Local()
	// Without cgo, as the program is built: what one part has compiled serves all.
	err := errors.Join(os.Setenv("CGO_ENABLED", "0"), os.Setenv("GOFLAGS", strings.TrimSpace(os.Getenv("GOFLAGS")+" "+part.GoFlags)))
	if err != nil {
		return err
	}
	engine := sync.OnceValues(func() (string, error) { return trim.Prepare(ctx, string(root)) })
	parts := part.All(part.Env{Root: string(root), Run: proc.Exec, Behind: proc.Behind(proc.Exec), Engine: engine, Machine: machine})
	if c.List {
		part.List(out, parts)
		return nil
	}
	chosen, err := part.Select(parts, c.Only)
	if err != nil {
		return usageError{err}
	}
	for _, o := range part.RunAll(ctx, out, machine, chosen) {
		if o.Failed() {
			return errFailed
		}
	}
	return nil
}

// engineCommand says where the engine is that is shipped in the browser.
type engineCommand struct{}

// Run is called by kong.
func (engineCommand) Run(ctx context.Context, root tree, out io.Writer) error {
	modfile, err := trim.Prepare(ctx, string(root))
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, modfile)
	return err
}

// licencesCommand writes the page of other people's licences.
type licencesCommand struct{}

// Run is called by kong.
func (licencesCommand) Run(ctx context.Context, root tree, out io.Writer) error {
	modules, err := licence.Modules(ctx, proc.Exec, string(root))
	if err != nil {
		return err
	}
	path := filepath.Join(string(root), licence.File)
	if err := os.WriteFile(path, []byte(licence.Page(modules)), 0o644); err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s: %d modules\n", path, len(modules))
	return err
}
