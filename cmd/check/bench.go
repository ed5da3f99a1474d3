package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"hardcases/cmd/check/internal/bench"
	"hardcases/cmd/check/internal/gauge"
	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/rig"
	"hardcases/cmd/check/internal/tool"
	"hardcases/cmd/internal/publish"
)

// benchCommand measures the game against the floor, or against another build.
type benchCommand struct {
	Runs    int      `default:"7" help:"How often each thing is measured."`
	Quick   bool     `help:"Measure once and briefly, to try it."`
	Only    []string `placeholder:"PART,…" help:"Measure only these parts: sizes, start, press, transfer, rest, desktop, answer, memory, go."`
	Against string   `placeholder:"DIR" xor:"base" help:"Compare with another build instead of the floor: a built site, or a checkout of any commit, which is built first."`
	JSON    string   `name:"json" placeholder:"FILE" help:"Write all figures to a file."`
	From    []string `placeholder:"FILE,…" xor:"base" help:"Measure nothing: put the figures of such files together. What several have is taken from the first."`
	Write   bool     `help:"Write the budgets into docs/performance.md, three of them into README.md."`
}

// Run is called by kong.
func (c benchCommand) Run(ctx context.Context, tree tree, out io.Writer) (err error) {
	switch {
	case c.Runs < 1:
		return usageError{errors.New("--runs must be at least 1")}
	case c.Against != "" && c.Write:
		return usageError{errors.New("--write writes budgets, and --against holds nothing to them")}
	}
	if err := gauge.Known(c.Only); err != nil {
		return usageError{err}
	}
	if c.Quick {
		c.Runs = 1
	}
	root := string(tree)
	var report *bench.Report
	if len(c.From) > 0 {
		report, err = collect(c.From)
	} else {
		report, err = c.measure(ctx, root, out)
	}
	if err != nil {
		return err
	}
	missed := c.judge(report)
	if err := report.Print(out); err != nil {
		return err
	}
	if err := c.keep(root, report); err != nil {
		return err
	}
	for _, m := range missed {
		fmt.Fprintln(out, m)
	}
	if len(missed) > 0 {
		return errFailed
	}
	return nil
}

// measure builds what is measured and measures it.
func (c benchCommand) measure(ctx context.Context, root string, out io.Writer) (*bench.Report, error) {
	machine := tool.Local()
	if lacks := machine.Lacking(ctx, tool.Browser(), tool.Display(), tool.Cookies(), tool.Graphics()); len(lacks) > 0 {
		return nil, lacks
	}
	dir, err := os.MkdirTemp("", "hardcases-bench-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	g := gauge.Gauge{
		Root: root, Run: proc.Exec, Runs: c.Runs, Rest: 30 * time.Second, Plays: 10,
		Say: func(line string) { fmt.Fprintln(out, "…", line) },
	}
	workshop := rig.Workshop{Root: root, Dir: dir, Run: proc.Exec, Quality: publish.Best, Log: out}
	if c.Quick {
		g.Rest, g.Plays = 6*time.Second, 2
		if c.Against == "" { // another build is compressed as well as can be
			workshop.Quality = publish.Quick
		}
	}
	if g.Chromium, err = machine.Program(tool.Browser()); err != nil {
		return nil, err
	}
	if err := c.build(ctx, workshop, &g); err != nil {
		return nil, err
	}
	r := &bench.Report{Date: time.Now().UTC().Truncate(24 * time.Hour), Runs: c.Runs, Quick: c.Quick}
	if r.Machine, err = rig.ThisMachine(ctx, g.Chromium); err != nil {
		return nil, err
	}
	return r, g.Take(ctx, c.Only, r)
}

// build builds the game and what it is compared with.
func (c benchCommand) build(ctx context.Context, w rig.Workshop, g *gauge.Gauge) (err error) {
	if c.Against != "" { // first: where there is nothing to compare, nothing need be built
		if c.Against, err = filepath.Abs(c.Against); err != nil {
			return err
		}
		if g.Base, err = w.Other(ctx, c.Against); err != nil {
			return err
		}
		g.Game, err = w.Game(ctx)
		return err
	}
	if g.Game, err = w.Game(ctx); err != nil {
		return err
	}
	if g.Base, g.Cut, err = w.Floor(ctx, g.Game); err != nil {
		return err
	}
	g.Page, err = w.Page(ctx, g.Game)
	return err
}

// collect puts reports in files together.
func collect(files []string) (*bench.Report, error) {
	var reports []bench.Report
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		var r bench.Report
		if err := json.Unmarshal(b, &r); err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		reports = append(reports, r)
	}
	return bench.Join(reports)
}

// judge holds the report against the budgets and lists what is not met.
func (c benchCommand) judge(r *bench.Report) []string {
	var missed []string
	var unjudged []bench.Budget
	if c.Against == "" {
		r.Verdicts, unjudged = r.Judge(bench.Budgets())
	}
	for _, b := range unjudged {
		r.Unjudged = append(r.Unjudged, b.Text)
	}
	for _, v := range r.Verdicts {
		if !v.Met {
			missed = append(missed, v.Miss())
		}
	}
	for _, f := range r.Failures {
		missed = append(missed, "not measured: "+f)
	}
	if len(c.Only) == 0 {
		for _, b := range unjudged {
			missed = append(missed, fmt.Sprintf("budget %d was not measured: %s", b.Number, b.Text))
		}
	}
	return missed
}

// keep writes the report where it is wanted.
func (c benchCommand) keep(root string, r *bench.Report) error {
	if c.JSON != "" {
		b, err := json.MarshalIndent(r, "", "  ")
		if err != nil {
			return err
		}
		if err := os.WriteFile(c.JSON, append(b, '\n'), 0o644); err != nil {
			return err
		}
	}
	if !c.Write {
		return nil
	}
	for name, text := range map[string]string{"docs/performance.md": r.Markdown(), "README.md": r.Summary()} {
		if err := rewrite(filepath.Join(root, filepath.FromSlash(name)), text); err != nil {
			return err
		}
	}
	return nil
}

// rewrite puts text between the bench's marks in a page.
func rewrite(file, text string) error {
	page, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	with, err := bench.Rewrite(string(page), text)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return os.WriteFile(file, []byte(with), 0o644)
}
