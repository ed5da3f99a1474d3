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
	// Now is the clock.
	Now func() time.Time
	// Grace is how long a part may go on after its limit before the runner
	// leaves it behind.
	Grace time.Duration
}

// Run runs the parts in their order, whatever comes of each, and prints how
// they go. When ctx ends, the parts that are left fail.
func (r Runner) Run(ctx context.Context, parts []Part) Report {
	var report Report
	for i, p := range parts {
		fmt.Fprintf(r.Out, "%2d/%d %s: %s\n", i+1, len(parts), p.Name, p.About)
		start := r.Now()
		summary, err := r.one(ctx, p)
		o := Outcome{Part: p, Took: r.Now().Sub(start), Err: err}
		report = append(report, o)
		if err != nil {
			fmt.Fprintf(r.Out, "      FAILED after %s\n\n%s\n\n", o.seconds(), indent(err.Error()))
			continue
		}
		fmt.Fprintf(r.Out, "      ok, %s%s\n", o.seconds(), after(": ", summary))
	}
	return report
}

// one runs a part within its limit.
func (r Runner) one(ctx context.Context, p Part) (string, error) {
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
	var one sync.Mutex // a part may say things from several goroutines
	say := func(line string) {
		one.Lock()
		defer one.Unlock()
		fmt.Fprintf(r.Out, "      %s\n", line)
	}
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

func after(mark, text string) string {
	if text == "" {
		return ""
	}
	return mark + text
}

func indent(text string) string {
	return "      " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n      ")
}
