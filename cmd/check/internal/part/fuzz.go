package part

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync"
)

// fuzzLanes is how many fuzz tests run at once. Each starts slowly and on one
// core, so that two side by side find more than one after the other.
const fuzzLanes = 2

// inputs is how many inputs a fuzz test must try, beyond those that earlier runs have kept.
// Linting a whole source takes ten times as long as reading bytes.
func inputs(name string) int {
	if name == "FuzzSources" {
		return 2_000
	}
	return 10_000
}

var (
	fuzzTest = regexp.MustCompile(`(?m)^func (Fuzz\w+)\(`)
	tally    = regexp.MustCompile(`(?m)^fuzz: elapsed: .*\bexecs: (\d+)\b`)
)

// fuzz gives each fuzz test its number of inputs, and fails where fewer were
// tried, whatever else the test says. It finds them in the sources: to ask the
// tests themselves, all of them would have to be linked.
func (e Env) fuzz(ctx context.Context, say func(string)) (string, error) {
	var mu sync.Mutex
	var failed []error
	var lanes sync.WaitGroup
	n, free := 0, make(chan struct{}, fuzzLanes)
	err := e.sources(func(dir, file string, src []byte) {
		for _, m := range fuzzTest.FindAllSubmatch(src, -1) {
			if !strings.HasSuffix(file, "_test.go") {
				continue
			}
			n++
			free <- struct{}{}
			lanes.Go(func() {
				tried, err := e.fuzzOne(ctx, dir, string(m[1]))
				say(fmt.Sprintf("%s %s: %d inputs", dir, m[1], tried))
				mu.Lock()
				failed = append(failed, err)
				mu.Unlock()
				<-free
			})
		}
	})
	lanes.Wait()
	if n == 0 {
		failed = append(failed, errors.New("found no fuzz test"))
	}
	return fmt.Sprintf("%d fuzz tests", n), errors.Join(append(failed, err)...)
}

// fuzzOne runs one fuzz test and says how many inputs it tried. Without the limit on
// minimizing, Go spends its time on making the first find smaller, and with the
// packs as seeds tries five inputs in half a minute.
func (e Env) fuzzOne(ctx context.Context, dir, name string) (tried int, err error) {
	got, err := e.do(ctx, goes("test", "-run=^$", "-fuzz=^"+name+"$",
		fmt.Sprintf("-fuzztime=%dx", inputs(name)), "-fuzzminimizetime=1x",
		fmt.Sprintf("-parallel=%d", max(1, runtime.NumCPU()/fuzzLanes)), dir))
	if all := tally.FindAllStringSubmatch(got.Text, -1); all != nil {
		tried, _ = strconv.Atoi(all[len(all)-1][1]) // digits; too many for a number, nobody has tried
	}
	if err == nil && tried < inputs(name) {
		err = fmt.Errorf("%s %s tried %d inputs, and must try %d:\n%s", dir, name, tried, inputs(name), got.Text)
	}
	return tried, err
}
