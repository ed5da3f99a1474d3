package plan

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"hardcases/cmd/check/internal/tool"
)

// Runner runs parts.
type Runner struct {
	// Out is where progress and the report are printed.
	Out io.Writer
	// Lacking says which of the tools are missing on this machine.
	Lacking func(ctx context.Context, tools []tool.Tool) []tool.Lack
	// Grace is how long a part may go on after its limit before the runner
	// leaves it behind.
	Grace time.Duration
}

// Run runs the parts, those of a lane in their order, whatever comes of each, and
// prints how they go. When ctx ends, the parts that are left fail.
func (r Runner) Run(ctx context.Context, parts []Part) Report {
	r.Out = &lines{w: r.Out}
	report := make(Report, len(parts))
	lane := func(l Lane) {
		for i, p := range parts {
			if p.Lane == l {
				report[i] = r.one(ctx, p)
			}
		}
	}
	lane(First)
	var both sync.WaitGroup
	both.Go(func() { lane(Desk) })
	both.Go(func() { lane(Screen) })
	both.Wait()
	return report
}

// lines is a writer that the lanes share.
type lines struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}

// one runs a part and prints how it goes, each line after its name.
func (r Runner) one(ctx context.Context, p Part) Outcome {
	say := func(line string) { fmt.Fprintf(r.Out, "%-15s %s\n", p.Name, line) }
	say(p.About)
	start := time.Now()
	summary, err := r.within(ctx, p, say)
	o := Outcome{Part: p, Took: time.Since(start), Err: err}
	if err != nil {
		say(fmt.Sprintf("%s after %s\n\n%s\n", o.word(), seconds(o.Took), indent(err.Error())))
		return o
	}
	if summary != "" {
		summary = ": " + summary
	}
	say(fmt.Sprintf("ok, %s%s", seconds(o.Took), summary))
	return o
}

// within runs a part within its limit.
func (r Runner) within(ctx context.Context, p Part, say func(string)) (string, error) {
	if err := context.Cause(ctx); err != nil {
		return "", fmt.Errorf("not run: %w", err)
	}
	if lacking := r.Lacking(ctx, p.Needs); len(lacking) > 0 {
		return "", fmt.Errorf("this part cannot run here:\n%w\nthe part set-up installs what is missing", tool.LackError(lacking))
	}
	limit := fmt.Errorf("stopped: it was not done after %s, its limit", minutes(p.Limit))
	ctx, cancel := context.WithTimeoutCause(ctx, p.Limit, limit)
	defer cancel()

	done := make(chan result, 1)
	go func() { done <- guarded(ctx, p, say) }()
	select {
	case got := <-done:
		return got.summary, blame(ctx, got.err)
	case <-ctx.Done():
	}
	select {
	case got := <-done:
		return got.summary, blame(ctx, got.err)
	case <-time.After(r.Grace):
		return "", fmt.Errorf("%w, and did not stop then", context.Cause(ctx))
	}
}

type result struct {
	summary string
	err     error
}

// guarded runs a part and makes a failure of a panic.
func guarded(ctx context.Context, p Part, say func(string)) (got result) {
	defer func() {
		if fault := recover(); fault != nil {
			got.err = fmt.Errorf("panic: %v\n%s", fault, debug.Stack())
		}
	}()
	got.summary, got.err = p.Run(ctx, say)
	return got
}

// blame puts the reason that ctx ended before an error that followed from it.
func blame(ctx context.Context, err error) error {
	cause := context.Cause(ctx)
	if err == nil || cause == nil || errors.Is(err, cause) {
		return err
	}
	return fmt.Errorf("%w\n%w", cause, err)
}

func indent(text string) string {
	return "      " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n      ")
}
