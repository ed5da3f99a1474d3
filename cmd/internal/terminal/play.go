package terminal

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"hardcases/game/locale"
	"hardcases/game/play"
	"hardcases/game/view"
)

// Game is what the terminal plays.
type Game interface {
	Tree() *view.Node
	Strings() *locale.Strings
	Send(play.Msg)
}

// Play shows screens on out and reads what to do from in, one line at a time: a
// number, a key (as listed in the game's help), or nothing for the main action.
// It returns when the input ends or the player quits.
func Play(g Game, in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 4096), 1<<16)
	for {
		root := g.Tree()
		if _, err := fmt.Fprintf(out, "\n%s\n%s\n> ", Render(root), g.Strings().Get("terminal.prompt")); err != nil {
			return err
		}
		if !lines.Scan() {
			fmt.Fprintln(out)
			if errors.Is(lines.Err(), bufio.ErrTooLong) {
				return errors.New(g.Strings().Get("terminal.too-long"))
			}
			return lines.Err()
		}
		word := strings.TrimSpace(lines.Text())
		if strings.EqualFold(word, "q") {
			return nil
		}
		n := pick(root, word)
		if n == nil {
			fmt.Fprintln(out, g.Strings().Get("terminal.unknown", locale.A("input", word)))
			continue
		}
		g.Send(n.On)
	}
}

// pick finds what a line means: nil for nothing. Digits are the numbers on the
// screen, not the keys 1 to 4.
func pick(root *view.Node, word string) *view.Node {
	choices := Choices(root)
	if n, err := strconv.Atoi(word); err == nil {
		if n < 1 || n > len(choices) {
			return nil
		}
		return choices[n-1]
	}
	switch word {
	case "":
		return view.Shortcut(root, "Enter")
	case "<":
		return view.Shortcut(root, "Escape")
	}
	return view.Shortcut(root, strings.ToLower(word))
}
