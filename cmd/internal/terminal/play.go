package terminal

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"hardcases/game/locale"
	"hardcases/game/play"
	"hardcases/game/view"

	"golang.org/x/text/width"
)

// Game is what the terminal plays, such as a host.Host.
type Game interface {
	Tree() *view.Node
	Strings() *locale.Strings
	Send(play.Msg)
	// Tick gives a lesson's timer the seconds that have passed. It says whether
	// the screen may have changed.
	Tick() bool
	// Take opens a file that the player gave, and Refuse says that it could not
	// be read.
	Take([]byte)
	Refuse(why error)
}

// Asker is a host.Asker by lines: Play reads the answer.
type Asker struct{ wants string }

const (
	wantsFile  = "terminal.ask-file"
	wantsCodes = "terminal.ask-codes"
)

// File implements host.Asker.
func (a *Asker) File() bool { return a.want(wantsFile) }

// Codes implements host.Asker.
func (a *Asker) Codes() bool { return a.want(wantsCodes) }

// OwnTab implements host.Asker: a terminal has none.
func (*Asker) OwnTab() bool { return false }

// Update implements host.Asker: whoever installed it brings a newer one.
func (*Asker) Update() bool { return false }

func (a *Asker) want(what string) bool {
	a.wants = what
	return true
}

// Play shows screens on out and reads what to do from in, one line at a time: a
// number, a key (as listed in the game's help), answers to several questions such
// as "b due d 3", or nothing for the main action;
// where the game asks for a file its path, which read opens. Where a choice leaves the
// screen as it is, only what has changed is shown, and the whole on request. A lesson's timer
// runs on while nobody types; its figure is that of the moment when the screen
// was shown. It returns when the input ends or the player quits.
func Play(g Game, a *Asker, read func(path string) ([]byte, error), in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 4096), 1<<16)
	var shown *view.Node   // what the player has before them, nil to show it all
	var acted []*view.Node // what they have just used
	said := ""             // what is to be said of it besides
	for {
		g.Tick()
		root, words := g.Tree(), g.Strings()
		text, same := since(shown, root, acted, words)
		if !same {
			text = "\n" + Render(root, words)
		}
		if _, err := fmt.Fprintf(out, "%s%s\n%s\n> ", said, text, words.Get(cmp.Or(a.wants, prompt(root)))); err != nil {
			return err
		}
		shown, acted, said = root, nil, ""
		if !lines.Scan() {
			fmt.Fprintln(out)
			if errors.Is(lines.Err(), bufio.ErrTooLong) {
				return errors.New(words.Get("terminal.too-long"))
			}
			return lines.Err()
		}
		g.Tick() // before the act that may hold the timer
		word := strings.TrimSpace(lines.Text())
		if a.wants != "" {
			a.answer(g, word, read, lines)
			continue
		}
		word = width.Fold.String(word) // as East Asian keyboards may write digits and letters
		switch {
		case is(words, "terminal.leave", word):
			return nil
		case is(words, "terminal.again", word):
			shown = nil
			continue
		}
		nodes, odd := meant(root, word, words)
		if odd != "" || len(nodes) == 0 {
			said = words.Get("terminal.unknown", locale.A("input", odd)) + "\n"
			continue
		}
		for _, n := range nodes {
			g.Send(n.On)
		}
		acted = nodes
	}
}

// is says whether a word is one of those of a key.
func is(words *locale.Strings, key, word string) bool {
	return slices.Contains(strings.Fields(words.Get(key)), strings.ToLower(word))
}

// turns says whether a choice is a hand that is turned.
func turns(n *view.Node) bool { return n.Slide != nil && n.Slide.Turn > 0 }

// turned finds what a line such as turn 2 turns, by one of the words for it: nil where
// nothing can be turned here.
func turned(root *view.Node, line, words string) *view.Node {
	parts := strings.Fields(line)
	i := slices.IndexFunc(Choices(root), turns)
	if len(parts) != 2 || i < 0 || !slices.Contains(strings.Fields(words), strings.ToLower(parts[0])) {
		return nil
	}
	by, err := strconv.Atoi(strings.Replace(parts[1], "−", "-", 1))
	if err != nil {
		return nil
	}
	hand := *Choices(root)[i]
	if on := hand.SlideTo(hand.Slide.At + by); on != nil {
		hand.On = on
	}
	return &hand
}

// drawn finds what a line such as =35 draws: nil for nothing that can be drawn here.
func drawn(root *view.Node, line string) *view.Node {
	word, ok := strings.CutPrefix(line, "=")
	value, err := strconv.Atoi(strings.TrimSpace(word))
	i := slices.IndexFunc(Choices(root), func(n *view.Node) bool { return n.Slide != nil && !turns(n) })
	if !ok || err != nil || i < 0 {
		return nil
	}
	slider := *Choices(root)[i]
	if value < 0 || value > len(slider.Slide.Stops)*slider.Slide.By {
		return nil
	}
	stop := (value + slider.Slide.By/2) / slider.Slide.By
	if stop >= len(slider.Slide.Stops) {
		return nil
	}
	slider.On = slider.Slide.Stops[stop]
	return &slider
}

// prompt is the key of what is asked below a screen.
func prompt(root *view.Node) string {
	if slices.ContainsFunc(Choices(root), turns) {
		return "terminal.prompt-turn"
	}
	if slices.ContainsFunc(Choices(root), func(n *view.Node) bool { return n.Slide != nil }) {
		return "terminal.prompt-draw"
	}
	if slices.ContainsFunc(questionsOf(root), func(n *view.Node) bool { return n.Look == view.Scale }) {
		return "terminal.prompt-answers"
	}
	return "terminal.prompt"
}

// meant is what a line means: one thing on the screen, or answers to several of its
// questions; odd is what of it means nothing, and then nothing is done.
func meant(root *view.Node, line string, says *locale.Strings) (nodes []*view.Node, odd string) {
	words := strings.Fields(line)
	if n := drawn(root, line); n != nil {
		return []*view.Node{n}, ""
	}
	if n := turned(root, line, says.Get("terminal.turn")); n != nil {
		return []*view.Node{n}, ""
	}
	if len(words) < 2 {
		if n := pick(root, line); n != nil {
			return []*view.Node{n}, ""
		}
	}
	if len(words) == 0 {
		return nil, line
	}
	return answers(root, words)
}

// answer takes what the game has asked for; nothing takes the question back. A list of
// codes that was pasted goes on until a line is empty.
func (a *Asker) answer(g Game, word string, read func(path string) ([]byte, error), lines *bufio.Scanner) {
	wants := a.wants
	if a.wants = ""; word == "" {
		return
	}
	b, err := readAny(paths(word), read)
	switch {
	case err == nil:
		g.Take(b)
	case wants == wantsCodes && (likeCode.MatchString(word) || errors.Is(err, fs.ErrNotExist) && !likePath.MatchString(word)):
		g.Take([]byte(paragraph(word, lines))) // codes, and no path
	default:
		g.Refuse(err)
	}
}

// paragraph is a line with those after it, up to an empty one.
func paragraph(first string, lines *bufio.Scanner) string {
	all := []string{first}
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		if line == "" {
			break
		}
		all = append(all, line)
	}
	return strings.Join(all, "\n")
}

// likeCode is what every code has, whatever stands beside it, and likePath what a path has
// and a code does not.
var likeCode = regexp.MustCompile(`(?i)\b[0-9a-z]{4}-[0-9a-z]{4}\b`)

var likePath = regexp.MustCompile(`[/\\~]|\.[A-Za-z]{2,5}["']?$`)

// readAny reads the first of some files that is there; the error is that of the last
// where none is.
func readAny(paths []string, read func(string) ([]byte, error)) (b []byte, err error) {
	for _, path := range paths {
		if b, err = read(path); !errors.Is(err, fs.ErrNotExist) {
			return b, err
		}
	}
	return nil, err
}

// paths are what a line may mean as a path, as it is and as a shell reads it: a file
// that is dragged into a terminal comes in quotes, or with a backslash before each space.
func paths(line string) []string {
	if n := len(line); n > 1 && (line[0] == '\'' || line[0] == '"') && line[n-1] == line[0] {
		return []string{line[1 : n-1]}
	}
	plain := escaped.ReplaceAllString(line, "$1")
	if rest, ok := strings.CutPrefix(plain, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			plain = filepath.Join(home, rest)
		}
	}
	return []string{line, plain}
}

var escaped = regexp.MustCompile(`\\(.)`)

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
