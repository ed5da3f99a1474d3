package terminal_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"hardcases/cmd/internal/desk"
	"hardcases/cmd/internal/terminal"
	"hardcases/game/host"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/width"
)

func open(t *testing.T) (*pack.Pack, *locale.Catalog) {
	t.Helper()
	return packs.First(t), packs.Words(t)
}

// TestEveryScreenIsWhole renders every screen: each text of the tree is there,
// each control has its number, and no line is wider than the terminal unless
// one word is.
func TestEveryScreenIsWhole(t *testing.T) {
	p, c := open(t)
	for _, language := range p.Head().Locales {
		stops, err := tour.All(p, language)
		require.NoError(t, err)
		for _, s := range stops {
			context := view.NewContext(p, c, language)
			root := view.Screen(context, s.State)
			text := terminal.Render(&root, context.Strings)
			flat, named := squeeze(text), map[string]bool{}
			top := &root
			if m := view.Modal(&root); m != nil {
				top = m
			}
			view.Walk(top, func(n *view.Node, _ int) bool {
				// Running text has the numbers of its words between its pieces.
				if n.Role == view.RadioGroup && n.Name != "" && len(n.Children) > 0 && n.Children[0].Role == view.Heading {
					named[n.Children[0].ID] = true
				}
				if named[n.ID] {
					return true // the group's name says it
				}
				if n.On != nil && n.Name != "" { // its sign may be a mere "+"
					require.Contains(t, flat, squeeze(n.Name), s.Name)
				} else if n.Text != "" && !strings.Contains(flat, squeeze(n.Text)) {
					for _, piece := range strings.Fields(strings.ToLower(n.Text)) {
						require.Contains(t, strings.ToLower(text), piece, "%s: %s", s.Name, n.Text)
					}
				}
				return true
			})
			for i := range terminal.Choices(&root) {
				require.Contains(t, text, "["+itoa(i+1)+"]", s.Name)
			}
			for _, line := range strings.Split(text, "\n") {
				if utf8.RuneCountInString(line) > terminal.Width {
					require.LessOrEqual(t, len(strings.Fields(line)), 3, "%s: %q", s.Name, line)
				}
			}
		}
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}

// TestPlay plays the first step of a case by letters and numbers.
func TestPlay(t *testing.T) {
	p, c := open(t)
	asker := &terminal.Asker{}
	ports := desk.Ports(desk.Saves(t.TempDir()), desk.Files{Dir: t.TempDir()}, nil)
	ports.Ask = asker
	g := host.Start(ports, c, view.Book{Pack: p, Shipped: true}, nil, "en")
	read := func(string) ([]byte, error) { return nil, os.ErrNotExist }
	number := func(id string) string {
		for i, n := range terminal.Choices(g.Tree()) {
			if n.ID == id {
				return itoa(i + 1)
			}
		}
		t.Fatalf("no %s on %s", id, g.Tree().ID)
		return ""
	}
	say := func(line string) string {
		var out strings.Builder
		require.NoError(t, terminal.Play(g, asker, read, strings.NewReader(line+"\n"), &out))
		return out.String()
	}
	say("") // the main action: start
	say("") // begin
	say("") // take the seat
	said := say("b")
	second := view.Find(g.Tree(), "options").Children[1] // whatever this game has there
	require.Equal(t, second.ID, "option-"+g.Stage().Session().State().Draft.Option)
	require.True(t, second.Checked)
	require.Contains(t, squeeze(said), "B. "+second.Children[0].Text)
	require.Equal(t, 1, strings.Count(said, "55 in 100"), "once")
	say(number("reason-safety"))
	require.Contains(t, say("99"), "“99” is not on this screen.")
	require.Contains(t, say("zzz"), "“zzz” is not on this screen.")
	require.Contains(t, say(""), "Still to choose: your bet and how sure you are of it.")
	require.Equal(t, play.Deciding, g.Stage().Session().State().Screen)
	draft := func() play.Choice { return g.Stage().Session().State().Draft }
	option := func(i int) string {
		return strings.TrimPrefix(view.Find(g.Tree(), "options").Children[i].ID, "option-")
	}
	say("c due d 3")
	require.Equal(t, play.Choice{Option: option(2), Principle: "process", Bet: option(3), Stop: 3}, draft())
	say("- - A")
	require.Equal(t, play.Choice{Option: option(2), Principle: "process", Bet: option(0), Stop: 3}, draft())
	say("PREC")
	require.Equal(t, "precedent", draft().Principle)
	before := draft()
	for line, odd := range map[string]string{"b due d 7": "7", "b p": "p", "b due d 3 4": "4", "20 26": "20", "- - - - -": "-"} {
		require.Contains(t, say(line), "“"+odd+"” is not on this screen.", line)
		require.Equal(t, before, draft(), "nothing of it is taken")
	}
	say("")
	require.Equal(t, play.Reveal, g.Stage().Session().State().Screen)
	say("l")
	require.Equal(t, play.Log, g.Stage().Session().State().Screen)
	say("<")
	require.Equal(t, play.Reveal, g.Stage().Session().State().Screen)
	for _, word := range []string{"q", "Quit", "exit", "ｑ"} {
		require.NotContains(t, say(word+"\nzzz"), "zzz", "it ends there")
	}
	require.NotContains(t, say(width.Widen.String(number("bar-home"))), "not on this screen")
	require.Equal(t, play.Home, g.Stage().Session().State().Screen)
	say("<")
	g.Send(play.Ask{What: play.ImportSave})
	require.Contains(t, say("nowhere.save"), "There is no such file.")
	g.Send(play.Ask{What: play.ImportSave})
	require.NotContains(t, say("q\nq"), "not on this screen", "q is a path here")
	require.ErrorContains(t, terminal.Play(g, asker, read, strings.NewReader(strings.Repeat("x", 1<<17)), &strings.Builder{}), "too long")
}

// TestPathsAsTerminalsGiveThem: a file is found by what a terminal writes for one that is
// dragged into it, and by ~; asked for codes, a path to nothing is not taken for codes.
func TestPathsAsTerminalsGiveThem(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	file := filepath.Join(home, "a game.txt")
	require.NoError(t, os.WriteFile(file, []byte("taken"), 0o600))
	p, c := open(t)
	game := host.Start(desk.Ports(desk.Saves(t.TempDir()), desk.Files{}, nil), c, view.Book{Pack: p, Shipped: true}, nil, "en")
	many := strings.TrimSpace(strings.Repeat("KM3P-90AB-KM3P-90AB-KM3P ", 20)) // longer than a name may be
	for ask, lines := range map[play.Request]map[string]string{
		play.ImportSave: {
			file: "taken", "'" + file + "'": "taken", `"` + file + `"`: "taken", strings.ReplaceAll(file, " ", `\ `): "taken",
			"~/a game.txt": "taken", `~/a\ game.txt`: "taken", "~/nothing.txt": "missing", "'nothing'": "missing",
		},
		play.AskCodes: {file: "taken", "/nowhere/codes.txt": "missing", "codes.txt": "missing", "KM3P-90AB": "KM3P-90AB"},
	} {
		if ask == play.AskCodes {
			for _, line := range []string{many, "Class 3/4 KM3P-90AB", "KM3P-90AB a@school.example"} {
				lines[line] = line
			}
		}
		for line, want := range lines {
			g := &taker{Host: game}
			asker := &terminal.Asker{}
			if ask == play.AskCodes {
				asker.Codes()
			} else {
				asker.File()
			}
			require.NoError(t, terminal.Play(g, asker, os.ReadFile, strings.NewReader(line+"\n"), io.Discard))
			require.Equal(t, want, g.got, line)
		}
	}
}

// TestPastedCodes pastes a list of codes: its lines are taken together, whatever they
// begin with, and what comes after an empty line is pressed.
func TestPastedCodes(t *testing.T) {
	p, c := open(t)
	game := host.Start(desk.Ports(desk.Saves(t.TempDir()), desk.Files{}, nil), c, view.Book{Pack: p, Shipped: true}, nil, "en")
	list := "Code\nKM3P-90AB\n1 KM3P-90AC\nq"
	for after, shown := range map[string]int{"": 2, "\n\n*\n*\n": 4, "\r\n\r\nq\r\n*\r\n": 2} {
		g := &taker{Host: game}
		asker := &terminal.Asker{}
		asker.Codes()
		var out strings.Builder
		require.NoError(t, terminal.Play(g, asker, os.ReadFile, strings.NewReader(list+after), &out))
		require.Equal(t, list, g.got)
		require.Equal(t, shown, strings.Count(out.String(), "\n> "), "%q", after)
	}
}

// taker notes what it is given.
type taker struct {
	*host.Host
	got string
}

func (g *taker) Take(b []byte) { g.got = string(b) }

func (g *taker) Refuse(why error) {
	if errors.Is(why, fs.ErrNotExist) {
		g.got = "missing"
	}
}
