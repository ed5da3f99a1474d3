package part

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"

	"hardcases/cmd/check/internal/proc"
)

const (
	// fuzzFormats is how long a fuzz test of whole packs or journals looks for new
	// inputs: files that come from others.
	fuzzFormats = 30 * time.Second
	// fuzzEach is how long the others do.
	fuzzEach = 10 * time.Second
	// fuzzLanes is how many run at once. Each starts slowly and on one core,
	// so that two side by side find more than one after the other.
	fuzzLanes = 2
)

// target is one fuzz test.
type target struct{ pkg, name string }

// time is how long the test looks for new inputs.
func (t target) time() time.Duration {
	switch t.name {
	case "FuzzOpen", "FuzzSections", "FuzzReadJournal":
		return fuzzFormats
	}
	return fuzzEach
}

// fuzz gives each fuzz test its time.
func (e Env) fuzz(ctx context.Context, say func(string)) (string, error) {
	got, err := e.goTool(ctx, "test", "-list=^Fuzz", "./...")
	if err != nil {
		return "", err
	}
	targets := fuzzTargets(got.Stdout)
	if len(targets) == 0 {
		return "", errors.New("found no fuzz test")
	}
	failed := make([]error, len(targets))
	next := make(chan int)
	var lanes sync.WaitGroup
	for range fuzzLanes {
		lanes.Go(func() {
			for i := range next {
				say(fmt.Sprintf("%s %s for %s", targets[i].pkg, targets[i].name, targets[i].time()))
				failed[i] = e.fuzzOne(ctx, targets[i])
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

// fuzzOne runs one fuzz test, and if that fails for nothing but the end of its
// time, once more.
func (e Env) fuzzOne(ctx context.Context, t target) error {
	c := proc.Command{Args: []string{
		"go", "test", "-run=^$", "-fuzz=^" + t.name + "$", "-fuzztime=" + t.time().String(),
		fmt.Sprintf("-parallel=%d", max(1, runtime.NumCPU()/fuzzLanes)), t.pkg,
	}}
	got, err := e.do(ctx, c)
	if err == nil || !onlyTimeRanOut(got.Text) {
		return err
	}
	_, err = e.goTool(ctx, "test", "-count=1", "-run=^"+t.name+"$", t.pkg)
	return err
}

// onlyTimeRanOut says whether a fuzz test failed for the one reason that is
// Go's fault: up to Go 1.26 the end of -fuzztime can be taken for a failure of
// the test (go.dev/issue/75804). A real failure names its input.
func onlyTimeRanOut(text string) bool {
	return strings.Contains(text, "context deadline exceeded") &&
		!strings.Contains(text, "Failing input written to") &&
		!strings.Contains(text, "panic:")
}

// fuzzTargets reads the output of go test -list, in which the names of the
// tests of a package stand before a line with its path.
func fuzzTargets(listing string) []target {
	var targets []target
	var names []string
	for line := range strings.Lines(listing) {
		words := strings.Fields(line)
		switch {
		case len(words) == 1 && strings.HasPrefix(words[0], "Fuzz"):
			names = append(names, words[0])
		case len(words) > 1 && words[0] == "ok":
			for _, name := range names {
				targets = append(targets, target{pkg: words[1], name: name})
			}
			names = nil
		}
	}
	return targets
}
