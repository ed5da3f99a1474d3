package main

import (
	"context"
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
	Only    []string `placeholder:"PART,…" enum:"sizes,start,press,onefile,transfer,rest,desktop,answer,memory,go,live" help:"Measure only these parts: ${enum}."`
	Against string   `placeholder:"DIR" help:"Compare with another build instead of the floor: a built site, or a checkout of any commit, which is built first."`
	Write   bool     `help:"Write the budgets into docs/performance.md, three of them into README.md."`
}

// Run is called by kong.
func (c benchCommand) Run(ctx context.Context, tree tree, out io.Writer) error {
	switch {
	case c.Runs < 1:
		return usageError{errors.New("--runs must be at least 1")}
	case c.Against != "" && c.Write:
		return usageError{errors.New("--write writes budgets, and --against holds nothing to them")}
	}
	root := string(tree)
	report, err := c.measure(ctx, root, out)
	if err != nil {
		return err
	}
	missed := c.judge(report)
	if err := errors.Join(report.Print(out), c.keep(root, report)); err != nil {
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
	g := gauge.Gauge{
		Root: root, Run: proc.Exec, Runs: c.Runs, Rest: 30 * time.Second, Plays: 10,
		Say: func(line string) { fmt.Fprintln(out, "…", line) },
	}
	if c.Quick {
		g.Runs, g.Rest, g.Plays = 1, 6*time.Second, 2
	}
	if gauge.NeedsBuilds(c.Only) {
		dir, err := os.MkdirTemp("", "hardcases-bench-")
		if err != nil {
			return nil, err
		}
		defer os.RemoveAll(dir)
		if err := c.build(ctx, rig.Workshop{Root: root, Dir: dir, Run: proc.Exec, Quality: publish.Best, Log: out}, &g); err != nil {
			return nil, err
		}
	}
	r := &bench.Report{Date: time.Now().UTC().Truncate(24 * time.Hour), Runs: g.Runs, Quick: c.Quick}
	var err error
	if r.Machine, err = rig.ThisMachine(ctx, g.Chromium); err != nil {
		return nil, err
	}
	return r, g.Take(ctx, c.Only, r)
}

// build finds the browser and builds the game and what it is compared with.
func (c benchCommand) build(ctx context.Context, w rig.Workshop, g *gauge.Gauge) (err error) {
	machine := tool.Local()
	if lacks := machine.Lacking(ctx, tool.Browser, tool.Display, tool.Cookies, tool.Graphics); len(lacks) > 0 {
		return lacks
	}
	if g.Chromium, err = machine.Program(tool.Browser); err != nil {
		return err
	}
	if c.Quick && c.Against == "" { // another build is compressed as well as can be
		w.Quality = publish.Quick
	}
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

// judge holds the report against the budgets and lists what is not met.
func (c benchCommand) judge(r *bench.Report) []string {
	var missed []string
	if c.Against == "" {
		r.Verdicts, r.Unjudged = r.Judge(bench.Budgets())
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
		for _, b := range r.Unjudged {
			missed = append(missed, fmt.Sprintf("budget %d was not measured: %s", b.Number, b.Text))
		}
	}
	return missed
}

// keep writes the report where it is wanted.
func (c benchCommand) keep(root string, r *bench.Report) error {
	if !c.Write {
		return nil
	}
	for _, w := range []struct {
		page  string
		block bench.Block
		text  string
	}{
		{"docs/performance.md", bench.Main, r.In(bench.Main).Markdown("floor")},
		{"README.md", bench.Main, r.Summary()},
		{"docs/performance.md", bench.Live, r.In(bench.Live).Markdown("in memory alone")},
	} {
		if w.block == bench.Main && !gauge.NeedsBuilds(c.Only) {
			continue // what others of its parts have written stays
		}
		file := filepath.Join(root, filepath.FromSlash(w.page))
		page, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		with, err := bench.Rewrite(string(page), w.block, w.text)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if err := os.WriteFile(file, []byte(with), 0o644); err != nil {
			return err
		}
	}
	return nil
}
