package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"hardcases/assets"
	"hardcases/cmd/internal/replay"
	"hardcases/cmd/internal/terminal"
	"hardcases/game/locale"
	"hardcases/game/play"
	"hardcases/game/view"
)

type replayCommand struct {
	Pack string `placeholder:"FILE" help:"Play with this pack instead of the one that comes with the game."`
	Lang string `placeholder:"${languages}" help:"Language of the screens. Default: the journal's, else the pack's first."`
	JSON bool   `name:"json" help:"Print the scores as JSON instead of the screens."`
	File string `arg:"" help:"A journal, or a script with one line a step: STEP OPTION [PRINCIPLE] [BET STOP 1-6], or STEP skip. - reads standard input."`
}

// Help gives examples.
func (replayCommand) Help() string {
	return "Examples:\n  hardcases replay game.save\n  echo 'A1 c safety d 4' | hardcases replay --json -"
}

// Run plays the file and prints what came of it.
func (c *replayCommand) Run(sys system) error {
	p, err := openPack(c.Pack)
	if err != nil {
		return err
	}
	if c.Lang != "" && p.Text(c.Lang).Locale() != c.Lang {
		return fmt.Errorf("--lang %s: the pack has %v", c.Lang, p.Head().Locales)
	}
	b, err := c.read(sys)
	if err != nil {
		return err
	}
	words, err := locale.Read(assets.Languages(), assets.Strings()...)
	if err != nil {
		return err
	}
	seen := func(s *play.Session) {
		state := s.State()
		context := view.NewContext(p, words, state.Prefs.Locale)
		root := view.Screen(context, state)
		fmt.Fprintln(sys.out, terminal.Render(&root, context.Strings))
	}
	if c.JSON {
		seen = nil
	}
	s, err := replay.Read(p, b, c.Lang, seen)
	if err != nil {
		return fmt.Errorf("%s: %w", c.name(), err)
	}
	if !c.JSON {
		return nil
	}
	out := json.NewEncoder(sys.out)
	out.SetIndent("", "  ")
	return out.Encode(replay.Sum(s))
}

func (c *replayCommand) name() string {
	if c.File == "-" {
		return "standard input"
	}
	return c.File
}

func (c *replayCommand) read(sys system) ([]byte, error) {
	if c.File != "-" {
		return readAtMost(c.File, play.MaxJournal)
	}
	b, err := io.ReadAll(io.LimitReader(sys.in, play.MaxJournal+1))
	if err == nil && len(b) > play.MaxJournal {
		err = errors.New("standard input is too long for a journal")
	}
	return b, err
}
