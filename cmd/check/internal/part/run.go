package part

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"strings"
	"sync"
	"time"

	"hardcases/cmd/check/internal/tool"
)

// Outcome is what came of one part.
type Outcome struct {
	Part Part
	Took time.Duration
	Err  error // nil when the part passed
}

// word is the outcome in one word.
func (o Outcome) word() string {
	var unasked Unasked
	switch {
	case o.Err == nil:
		return "ok"
	case errors.As(o.Err, &unasked):
		return "UNASKED"
	}
	return "FAILED"
}

// Failed says whether the part failed.
func (o Outcome) Failed() bool { return o.word() == "FAILED" }

// RunAll runs the parts, those of a lane in their order, whatever comes of each,
// and prints how they go, last how many passed and failed. When ctx ends, the
// parts that are left fail. It gives what came of each.
func RunAll(ctx context.Context, out io.Writer, m tool.Machine, parts []Part) []Outcome {
	l := log.New(out, "", 0)
	all := make([]Outcome, len(parts))
	lane := func(lane Lane) {
		for i, p := range parts {
			if p.Lane == lane {
				all[i] = one(ctx, l, m, p)
			}
		}
	}
	lane(First)
	var both sync.WaitGroup
	both.Go(func() { lane(Short) })
	both.Go(func() { lane(Long) })
	both.Wait()

	l.Println()
	names := map[string][]string{}
	for _, o := range all {
		l.Printf("%-15s %-7s %7.1f s", o.Part.Name, o.word(), o.Took.Seconds())
		names[o.word()] = append(names[o.word()], o.Part.Name)
	}
	l.Println()
	if unasked := names["UNASKED"]; unasked != nil {
		l.Printf("could not be asked, so neither passed nor failed: %s", strings.Join(unasked, ", "))
	}
	l.Printf("%d passed, %d failed", len(names["ok"]), len(names["FAILED"]))
	return all
}

// one runs a part and prints how it goes, each line after its name.
func one(ctx context.Context, l *log.Logger, m tool.Machine, p Part) Outcome {
	say := func(line string) { l.Printf("%-15s %s", p.Name, line) }
	say(p.About)
	start := time.Now()
	summary, err := limited(ctx, m, p, say)
	o := Outcome{Part: p, Took: time.Since(start), Err: err}
	if err != nil {
		text := strings.ReplaceAll(strings.TrimRight(err.Error(), "\n"), "\n", "\n      ")
		say(fmt.Sprintf("%s after %.1f s\n\n      %s\n", o.word(), o.Took.Seconds(), text))
	} else {
		say(strings.TrimSuffix(fmt.Sprintf("ok, %.1f s: %s", o.Took.Seconds(), summary), ": "))
	}
	return o
}

// limited runs a part within its limit. The reason that ctx has ended stands before
// an error that followed from it.
func limited(ctx context.Context, m tool.Machine, p Part, say func(string)) (string, error) {
	if err := context.Cause(ctx); err != nil {
		return "", fmt.Errorf("not run: %w", err)
	}
	if lacks := m.Lacking(ctx, p.Needs...); len(lacks) > 0 {
		return "", fmt.Errorf("this part cannot run here:\n%w\nthe part set-up installs what is missing", lacks)
	}
	ctx, cancel := context.WithTimeoutCause(ctx, p.Limit, fmt.Errorf("stopped: it was not done after %s, its limit", p.Limit))
	defer cancel()
	summary, err := p.Run(ctx, say)
	if cause := context.Cause(ctx); err != nil && cause != nil && !errors.Is(err, cause) {
		err = fmt.Errorf("%w\n%w", cause, err)
	}
	return summary, err
}
