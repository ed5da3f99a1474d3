package main

import (
	"errors"
	"fmt"
	"io"

	"hardcases/game/class"
	"hardcases/game/code"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"
)

type classCommand struct {
	Pack  string `placeholder:"FILE" help:"The pack that was played, instead of the one that comes with the game."`
	Lang  string `placeholder:"${languages}" help:"Language of the table. Default: the language of the system, else English."`
	Plan  string `placeholder:"PLAN" help:"Plan whose steps are counted, by its id or by its minutes. Default: 90, or the pack's only plan."`
	Older bool   `help:"With the steps for older pupils."`
	Codes string `required:"" placeholder:"FILE" help:"Text file with result codes, such as a list, the export of a form or a chat; - reads standard input."`
	All   bool   `help:"Count each code as often as it is there, even where the whole list is there again."`
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
	again := len(lesson.Again)
	if c.All {
		lesson, again = class.Update(ctx.Pack, lesson, class.Again, "", 0), 0
	}
	state := play.NewState(0, ctx.Strings.Locale())
	state.Class = lesson
	table := view.CodesTable(ctx, state)
	if c.Out == "" {
		fmt.Fprint(sys.out, table)
	} else if err := writeMade(c.Out, []byte("\ufeff"+table), c.Codes); err != nil {
		return err
	}
	fmt.Fprintf(sys.err, "%d codes counted\n", lesson.Added)
	if again > 0 {
		fmt.Fprintf(sys.err, "%d left out: the list is there more than once (--all counts them too)\n", again)
	}
	err = c.refused(sys, ctx.Pack, text)
	if lesson.Over > 0 {
		err = errors.Join(err, fmt.Errorf("left out: %d; a lesson holds %d codes", lesson.Over, class.MostCodes))
	}
	return err
}

// read gives the text of the list.
func (c *classCommand) read(in io.Reader) (string, error) {
	var b []byte
	var err error
	if c.Codes == "-" {
		b, err = readLimited(in, "standard input", code.MaxPaste)
	} else {
		b, err = readAtMost(c.Codes, code.MaxPaste)
	}
	if err != nil {
		return "", err
	}
	text, ok := code.Decode(b)
	if !ok {
		return "", fmt.Errorf("%s: is no text; export the list as text or CSV", c.Codes)
	}
	return text, nil
}

// refused names what looks like a code and is no use.
func (c *classCommand) refused(sys system, p *pack.Pack, text string) error {
	form, err := code.NewForm(p)
	if err != nil {
		return err
	}
	bad := 0
	for _, f := range form.Find(text) {
		if f.Err != nil {
			fmt.Fprintln(sys.err, f.Err)
			bad++
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d codes were no use", bad)
	}
	return nil
}
