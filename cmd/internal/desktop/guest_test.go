//go:build pictures

package desktop

import (
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"hardcases/assets"
	"hardcases/cmd/internal/saves"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/stage"
	"hardcases/game/view"
	"hardcases/scenes"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/exp/vmhost"
	"github.com/stretchr/testify/require"
)

// TestMain runs the tests within a frame of a hidden window, as guests draw with
// its graphics.
func TestMain(m *testing.M) {
	flag.Parse()
	ebiten.SetWindowVisible(false)
	l := &loop{m: m}
	if err := ebiten.RunGame(l); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(l.code)
}

type loop struct {
	m    *testing.M
	code int
}

func (l *loop) Update() error {
	l.code = l.m.Run()
	return ebiten.Termination
}
func (*loop) Draw(*ebiten.Image)         {}
func (*loop) Layout(w, h int) (int, int) { return w, h }

// program is the program, its saves, and its player's home.
type program struct {
	t           *testing.T
	file        string
	home, saves string
	guest       *vmhost.GuestSession
	cmd         *exec.Cmd
	place       string // the screen that has been seen
}

// build builds the program to be a guest.
func build(t *testing.T) *program {
	t.Helper()
	p := &program{t: t, home: t.TempDir(), saves: t.TempDir(), file: filepath.Join(t.TempDir(), "hardcases")}
	out, err := exec.Command("go", "build", "-buildvcs=false", "-tags", "ebitenginevmguest", "-o", p.file, "hardcases/cmd/hardcases").CombinedOutput()
	require.NoError(t, err, "%s", out)
	return p
}

// start starts the program and waits until it is there.
func (p *program) start() {
	p.t.Helper()
	p.place = ""
	dir, err := os.MkdirTemp("", "hc") // short: sockets have short names
	require.NoError(p.t, err)
	p.t.Cleanup(func() { _ = os.RemoveAll(dir) })
	listener, err := net.Listen("unix", filepath.Join(dir, "g"))
	require.NoError(p.t, err)
	defer listener.Close()
	require.NoError(p.t, listener.(*net.UnixListener).SetDeadline(time.Now().Add(30*time.Second)))
	endpoint, err := vmhost.EndpointURLFromAddr(listener.Addr())
	require.NoError(p.t, err)
	p.cmd = exec.Command(p.file, "--saves", p.saves, "--lang", "en")
	p.cmd.Env = append(os.Environ(), "EBITENGINE_VM_ENDPOINT="+endpoint, "HOME="+p.home)
	p.cmd.Stderr = os.Stderr
	require.NoError(p.t, p.cmd.Start())
	conn, err := listener.Accept()
	require.NoError(p.t, err)
	p.guest, err = vmhost.NewGuestSession(conn, &vmhost.NewGuestSessionOptions{IdleTimeout: 60 * time.Second})
	require.NoError(p.t, err)
	require.NoError(p.t, p.guest.SetOutsideScreen(ebiten.NewImage(1366, 768)))
	p.ticks(5)
}

// kill ends the program without a word, as a power cut does.
func (p *program) kill() {
	_ = p.cmd.Process.Kill()
	_ = p.cmd.Wait()
	_ = p.guest.Close()
}

func (p *program) ticks(n int) {
	p.t.Helper()
	p.guest.AdvanceTicks(n)
	require.True(p.t, p.guest.WaitTicks(), "%v", p.guest.Err())
}

// key presses a key for one tick.
func (p *program) key(keys ...ebiten.Key) {
	p.t.Helper()
	for _, k := range keys {
		if k == ebiten.KeyEnter || k == ebiten.KeySpace {
			p.see()
		}
		p.guest.PressKey(k)
		p.ticks(1)
		p.guest.ReleaseKey(k)
		p.ticks(2)
	}
}

// see has a new screen painted and waits until it takes presses, as those for
// the screen before must not reach it.
func (p *program) see() {
	p.t.Helper()
	place := view.Place(p.game().Tree())
	if place == p.place {
		return
	}
	p.place = place
	p.guest.AdvanceFrame()
	require.True(p.t, p.guest.WaitFrame(), "%v", p.guest.Err())
	time.Sleep(scenes.Moment)
}

// game is the game as the program has saved it.
func (p *program) game() *stage.Stage {
	p.t.Helper()
	content, err := pack.Open(assets.First()...)
	require.NoError(p.t, err)
	words, err := locale.Read(assets.Languages(), assets.Strings()...)
	require.NoError(p.t, err)
	session := play.NewSession(content, 1, "en")
	j, ok, err := saves.In(p.saves).Load(content.Head().ID)
	require.NoError(p.t, err)
	if ok {
		session, _ = play.Restore(content, j)
	}
	s := stage.New(session, words, func(play.Effect) {})
	for _, id := range assets.Packs() { // the program puts these on the shelf
		other, err := pack.Open(assets.Pack(id)...)
		require.NoError(p.t, err)
		s.Put(view.Book{Pack: other, Shipped: true})
	}
	return s
}

// tabTo moves the focus from the beginning of the screen to a control, and
// presses a key on it. A group of radio buttons is one stop.
func (p *program) tabTo(id string, key ebiten.Key) {
	p.t.Helper()
	stops, found := 0, false
	view.Walk(p.game().Tree(), func(n *view.Node, _ int) bool {
		if found {
			return false
		}
		if n.Role == view.RadioGroup || n.Role != view.Radio && n.On != nil && !n.Disabled {
			stops++
			found = n.ID == id || n.Role == view.RadioGroup && view.Find(n, id) != nil
		}
		return true
	})
	require.True(p.t, found, id)
	for range stops {
		p.key(ebiten.KeyTab)
	}
	p.key(key)
}
