package main

import (
	"fmt"
	"io"

	"hardcases/cmd/internal/plain"
	"hardcases/cmd/internal/whole"
	"hardcases/game/class"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/slip"
	"hardcases/game/view"
)

type classCommand struct {
	Pack  string `placeholder:"FILE" help:"The pack that was played, instead of the one that comes with the game."`
	Lang  string `placeholder:"en|fr" help:"Language of the table. Default: the language of the system, else English."`
	Plan  string `placeholder:"PLAN" help:"Plan whose steps are counted, by its id or by its minutes. Default: 90, or the pack's only plan."`
	Older bool   `help:"With the steps for older pupils."`
	Codes string `required:"" placeholder:"FILE" help:"Text file with result codes, one a line or many on one; - reads standard input."`
	Out   string `short:"o" placeholder:"FILE" help:"Write the table to this file. Default: print it."`
}

// Help gives examples.
func (classCommand) Help() string {
	return fmt.Sprintf("Adds up the result codes of those who played alone, as a table of comma-separated values. Figures with fewer than %d answers are left out. Codes that are no use are named with the reason; the others are counted all the same, and the exit code is then 1.\n\nExamples:\n  hardcases class --codes codes.txt\n  hardcases class --codes - --plan 50 -o class.csv --lang fr", class.Least)
}

// Run reads the codes and writes the table.
func (c *classCommand) Run(sys system) error {
	ctx, plan, err := openLesson(c.Pack, c.Lang, c.Plan, "90")
	if err != nil {
		return err
	}
	text, err := c.read(sys.in)
	if err != nil {
		return err
	}
	lesson := class.Update(ctx.Pack, class.State{}, class.Choose, plan, 0)
	lesson.Older = c.Older
	lesson = class.Update(ctx.Pack, lesson, class.Paste, text, 0)
	state := play.NewState(0, ctx.Strings.Locale())
	state.Class = lesson
	table := view.ClassTable(ctx, state)
	if c.Out == "" {
		fmt.Fprint(sys.out, table)
	} else if err := whole.Write(c.Out, []byte("\ufeff"+table), 0o644); err != nil {
		return err
	}
	fmt.Fprintf(sys.err, "%d codes counted\n", lesson.Added)
	return c.refused(sys, ctx.Pack, text)
}

func (c *classCommand) read(in io.Reader) (string, error) {
	if c.Codes == "-" {
		b, err := io.ReadAll(io.LimitReader(in, slip.MaxPaste))
		return plain.Loose(b), err
	}
	b, err := readAtMost(c.Codes, slip.MaxPaste)
	return plain.Loose(b), err
}

// refused names the codes that are no use.
func (c *classCommand) refused(sys system, p *pack.Pack, text string) error {
	form, err := slip.NewForm(p)
	if err != nil {
		return err
	}
	bad := 0
	for _, code := range form.Split(text) {
		if _, err := form.Read(code); err != nil {
			fmt.Fprintln(sys.err, err)
			bad++
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d codes were no use", bad)
	}
	return nil
}
