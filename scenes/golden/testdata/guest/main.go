// Command guest is the game in a window, for tests that drive it.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/hajimehoshi/ebiten/v2"

	"hardcases/game/play"
	"hardcases/proving/screens"
	"hardcases/scenes"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	language := flag.String("lang", "en", "the language to play in")
	theme := flag.String("theme", string(play.Light), "the colours")
	size := flag.Int("text", 100, "the text size, in percent")
	moving := flag.Bool("moving", false, "whether things move by themselves")
	flag.Parse()
	stage, err := screens.Open(*language)
	if err != nil {
		return err
	}
	stage.Send(play.SetTheme{Theme: play.Theme(*theme)})
	stage.Send(play.SetTextSize{Percent: *size})
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	return ebiten.RunGame(scenes.New(stage, scenes.Options{
		OwnKeyboard: true, Dark: func() bool { return false }, Still: func() bool { return !*moving }, Now: screens.Patient(),
	}))
}
