//go:build installed

package installed

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"hardcases/assets"
	"hardcases/game/guard"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/stage"
	"hardcases/game/view"
	"hardcases/proving/screens"

	"github.com/stretchr/testify/require"
)

// display is an X server without a screen, the environment of what it shows, and the
// file of the pixels that it shows.
type display struct {
	t      *testing.T
	env    []string
	pixels string
}

// newDisplay starts one, until the test ends.
func newDisplay(t *testing.T) *display {
	t.Helper()
	number, write, err := os.Pipe()
	require.NoError(t, err)
	defer number.Close()
	dir := t.TempDir()
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-fbdir", dir)
	server.ExtraFiles = []*os.File{write}
	require.NoError(t, server.Start())
	require.NoError(t, write.Close())
	t.Cleanup(func() {
		_ = server.Process.Kill() // it has nothing to keep
		_ = server.Wait()
	})
	var n int
	_, err = fmt.Fscan(number, &n)
	require.NoError(t, err, "the X server says where it is")
	return &display{t, append(os.Environ(), fmt.Sprintf("DISPLAY=:%d", n), "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1"), filepath.Join(dir, "Xvfb_screen0")}
}

// tell runs xdotool.
func (d *display) tell(args ...string) string {
	d.t.Helper()
	c := exec.CommandContext(d.t.Context(), "xdotool", args...)
	c.Env = d.env
	said, err := c.CombinedOutput()
	require.NoError(d.t, err, "xdotool %q: %s", args, said)
	return strings.TrimSpace(string(said))
}

// see returns all that is to be seen, to be compared.
func (d *display) see() string {
	d.t.Helper()
	seen, err := os.ReadFile(d.pixels)
	require.NoError(d.t, err)
	return string(seen)
}

// changed waits until something else is to be seen than before, and until it stands
// still for longer than a new screen takes no presses.
func (d *display) changed(what, before string) {
	d.t.Helper()
	deadline := time.Now().Add(patience)
	last, since := before, time.Now()
	for last == before || time.Since(since) < 2*guard.Moment {
		require.True(d.t, time.Now().Before(deadline), "%s; nothing new is to be seen, or nothing that stands still", what)
		time.Sleep(50 * time.Millisecond)
		if now := d.see(); now != last {
			last, since = now, time.Now()
		}
	}
}

// picture writes what is to be seen, where -pictures says where to.
func (d *display) picture(name string) {
	d.t.Helper()
	if *pictures == "" {
		return
	}
	c := exec.CommandContext(d.t.Context(), "import", "-window", "root", filepath.Join(*pictures, name+".png"))
	c.Env = d.env
	said, err := c.CombinedOutput()
	require.NoError(d.t, err, "%s", said)
}

// program is one that plays in a window, and the folder of its games.
type program struct {
	*display
	saves string
}

// patience is how long a program may take to do something.
const patience = 90 * time.Second

// start starts a program with a folder for its games, and waits for its window.
func (d *display) start(saves string, args ...string) *program {
	d.t.Helper()
	c := exec.Command(args[0], args[1:]...)
	c.Env = append(d.env, "HOME="+d.t.TempDir())
	var said strings.Builder
	c.Stdout, c.Stderr = &said, &said
	empty := d.see()
	require.NoError(d.t, c.Start())
	d.t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
		if d.t.Failed() {
			d.t.Log(said.String())
		}
	})
	d.tell("search", "--sync", "--onlyvisible", "--limit", "1", "--name", "^Hard Cases$", "windowfocus", "--sync")
	d.changed("the first screen", empty)
	return &program{d, saves}
}

// game is the game as the program has saved it, the first screen before that.
func (p *program) game() *stage.Stage {
	p.t.Helper()
	words, err := locale.Read(assets.Languages(), assets.Strings()...)
	require.NoError(p.t, err)
	first := assets.Packs()[0]
	content, err := pack.Open(assets.Pack(first)...)
	require.NoError(p.t, err)
	session := play.NewSession(content, 1, "en")
	if b, err := os.ReadFile(filepath.Join(p.saves, first+".save")); err == nil {
		j, err := play.ReadJournal(b)
		require.NoError(p.t, err)
		session, _ = play.Restore(content, j)
	}
	return stage.New(session, words, func(play.Effect) {})
}

// until waits for the game to become as it should.
func (p *program) until(what string, is func(*stage.Stage) bool) {
	p.t.Helper()
	for deadline := time.Now().Add(patience); !is(p.game()); time.Sleep(50 * time.Millisecond) {
		require.True(p.t, time.Now().Before(deadline), "%s; on the screen: %s", what, view.Place(p.game().Tree()))
	}
}

// press presses a key that something is to be seen of. Only then comes the next: two
// presses of a key between two pictures are one to the engine, however slow they are.
func (p *program) press(key string) {
	p.t.Helper()
	before := p.see()
	p.tell("key", key)
	p.changed(key, before)
}

// enter presses Enter, which goes on to another screen.
func (p *program) enter() {
	p.t.Helper()
	before := view.Place(p.game().Tree())
	p.press("Return")
	p.until("Enter goes on", func(s *stage.Stage) bool { return view.Place(s.Tree()) != before })
}

// playOneStep decides the first step by keys.
func (p *program) playOneStep() {
	p.t.Helper()
	for range 4 {
		if strings.HasPrefix(view.Place(p.game().Tree()), "decision") {
			break
		}
		p.enter()
	}
	p.press("b")
	p.until("an option is chosen by its letter", func(s *stage.Stage) bool { return s.Session().State().Draft.Option != "" })
	at := "options"
	for _, group := range []string{"reasons", "bets", "stakes"} {
		from, ok := screens.Stops(p.game().Tree(), at)
		require.True(p.t, ok, at)
		to, ok := screens.Stops(p.game().Tree(), group)
		if !ok {
			continue
		}
		for range to - from {
			p.press("Tab")
		}
		before := len(p.game().Session().Journal().Msgs)
		p.press("space")
		p.until("the space bar chooses", func(s *stage.Stage) bool { return len(s.Session().Journal().Msgs) > before })
		at = group
	}
	p.enter()
	require.Len(p.t, p.game().Session().State().Answers, 1)
}
