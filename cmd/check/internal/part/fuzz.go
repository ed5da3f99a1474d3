package part

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"sync"

	"hardcases/cmd/check/internal/proc"
)

// fuzzLanes is how many fuzz tests run at once. Each starts slowly and on one
// core, so that two side by side find more than one after the other.
const fuzzLanes = 2

// target is one fuzz test.
type target struct{ pkg, name string }

// executions is how many inputs the test must try. Linting a whole source takes
// ten times as long as reading bytes.
func (t target) executions() int {
	if t.name == "FuzzSources" {
		return 20_000
	}
	return 100_000
}

// command runs the fuzz test. Without the limit on minimizing, Go spends its time
// on making the first find smaller, and with the packs as seeds tries five inputs
// in half a minute.
func (t target) command() proc.Command {
	return goes(
		"test", "-run=^$", "-fuzz=^"+t.name+"$",
		fmt.Sprintf("-fuzztime=%dx", t.executions()), "-fuzzminimizetime=1x",
		fmt.Sprintf("-parallel=%d", max(1, runtime.NumCPU()/fuzzLanes)), t.pkg,
	)
}

// fuzz gives each fuzz test its number of inputs, and fails where fewer were
// tried, whatever else the test says.
func (e Env) fuzz(ctx context.Context, say func(string)) (string, error) {
	targets, err := e.targets(ctx)
	if err != nil {
		return "", err
	}
	failed := make([]error, len(targets))
	next := make(chan int)
	var lanes sync.WaitGroup
	for range fuzzLanes {
		lanes.Go(func() {
			for i := range next {
				var tried int
				tried, failed[i] = e.fuzzOne(ctx, targets[i])
				say(fmt.Sprintf("%s %s: %d inputs", targets[i].pkg, targets[i].name, tried))
			}
		})
	}
	for i := range targets {
		next <- i
	}
	close(next)
	lanes.Wait()
	return fmt.Sprintf("%d fuzz tests", len(targets)), errors.Join(failed...)
}

// fuzzOne runs one fuzz test and says how many inputs it tried.
func (e Env) fuzzOne(ctx context.Context, t target) (int, error) {
	got, err := e.do(ctx, t.command())
	tried := executions(got.Text)
	if err == nil && tried < t.executions() {
		err = fmt.Errorf("%s %s tried %d inputs, and must try %d:\n%s", t.pkg, t.name, tried, t.executions(), got.Text)
	}
	return tried, err
}

var tally = regexp.MustCompile(`(?m)^fuzz: elapsed: .*\bexecs: (\d+)\b`)

// executions is the last number of inputs that go test says it has tried; 0
// where it says none.
func executions(text string) int {
	all := tally.FindAllStringSubmatch(text, -1)
	if len(all) == 0 {
		return 0
	}
	n, err := strconv.Atoi(all[len(all)-1][1])
	if err != nil {
		return 0 // more digits than a number has: nobody has tried so many
	}
	return n
}

var fuzzTest = regexp.MustCompile(`(?m)^func (Fuzz\w+)\(`)

// targets finds the fuzz tests in the sources: to ask the tests themselves, all of
// them would have to be linked.
func (e Env) targets(ctx context.Context) ([]target, error) {
	packages, err := e.list(ctx, nil, "./...")
	if err != nil {
		return nil, err
	}
	var found []target
	for _, p := range packages {
		for _, name := range p.Tests() {
			src, err := os.ReadFile(filepath.Join(p.Dir, name))
			if err != nil {
				return nil, err
			}
			for _, m := range fuzzTest.FindAllSubmatch(src, -1) {
				found = append(found, target{pkg: p.ImportPath, name: string(m[1])})
			}
		}
	}
	if len(found) == 0 {
		return nil, errors.New("found no fuzz test")
	}
	return found, nil
}
