// Command hardcases plays Hard Cases in a window, in a terminal or in a browser,
// and works on the packs that it is made of.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"hardcases/assets"
	"hardcases/game/locale"

	"hardcases/cmd/internal/plain"

	"github.com/alecthomas/kong"
)

// Exit codes of the program.
const (
	exitFine  = 0
	exitBad   = 1 // bad input, or something failed
	exitUsage = 2 // wrong words on the command line
)

type commands struct {
	Window  windowCommand  `cmd:"" default:"withargs" help:"Play in a window (the default)."`
	Play    playCommand    `cmd:"" help:"Play in a window, or in this terminal."`
	Serve   serveCommand   `cmd:"" help:"Serve the web game and open it."`
	Live    liveCommand    `cmd:"" help:"Serve the web game to a class that votes on its own devices."`
	Site    siteCommand    `cmd:"" help:"Write the web game as files for any web server."`
	Program programCommand `cmd:"" help:"Write this program with the web game inside."`
	Release releaseCommand `cmd:"" help:"Write every form in which the game is given away."`
	Replay  replayCommand  `cmd:"" help:"Play a journal or a script without a screen."`
	Kit     kitCommand     `cmd:"" help:"Write the papers of a lesson, to print."`
	Class   classCommand   `cmd:"" help:"Add up the result codes of a class."`
	Pack    packCommands   `cmd:"" help:"Build, check and read packs."`
	Assets  assetsCommand  `cmd:"" help:"Compile what the game comes with, in a clone of its source."`
}

// system is what a command may touch of the world.
type system struct {
	in       io.Reader
	out, err io.Writer
}

func main() {
	attachConsole()
	os.Exit(run(os.Args[1:], system{os.Stdin, os.Stdout, os.Stderr}))
}

// run carries out a command line and gives the exit code. Whatever is printed
// shows the control characters of a stranger's text instead of obeying them.
func run(args []string, sys system) int {
	sys.out, sys.err = &plain.Writer{To: sys.out}, &plain.Writer{To: sys.err}
	if len(args) > 0 && args[0] == "--version" { // a release has a flag of that name
		if err := writeVersion(sys.out); err != nil {
			fmt.Fprintln(sys.err, "hardcases:", err)
			return exitBad
		}
		return exitFine
	}
	code := -1
	parser, err := grammar(sys, func(n int) { code = n })
	if err != nil {
		fmt.Fprintln(sys.err, "hardcases:", err)
		return exitBad
	}
	ctx, err := parser.Parse(args)
	switch {
	case code >= 0: // --help has been written
		return code
	case err != nil:
		fmt.Fprintln(sys.err, "hardcases:", err)
		fmt.Fprintln(sys.err, "hardcases --help lists the commands, hardcases COMMAND --help the words of one.")
		return exitUsage
	}
	err = ctx.Run(sys)
	var already reported
	switch {
	case err == nil:
		return exitFine
	case errors.As(err, &already):
	default:
		fmt.Fprintln(sys.err, "hardcases:", err)
	}
	return exitBad
}

// grammar is the command line. exit is called where a flag has said all.
func grammar(sys system, exit func(int)) (*kong.Kong, error) {
	return kong.New(&commands{},
		kong.Name("hardcases"),
		kong.Description("You run the network. Would you have pulled the plug?\n\nA quiz and explainer about three real decisions, from what was known that day.\n\nhardcases --version says which version this is, of which commit, with which packs."),
		kong.UsageOnError(),
		kong.Writers(sys.out, sys.err),
		kong.Exit(exit),
		kong.Bind(sys),
		kong.Vars{"languages": languages()},
		kong.ExplicitGroups(nil),
	)
}

// languages are those that the game comes with, for help.
func languages() string {
	c, err := locale.Read(assets.Languages())
	if err != nil {
		return "LANGUAGE"
	}
	return strings.Join(c.Tags(), "|")
}

// reported is an error whose findings have been written already.
type reported struct{ error }
