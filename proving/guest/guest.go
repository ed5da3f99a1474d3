// Package guest runs a program that is drawn by Ebitengine as the guest of a
// test, which presses its keys, lets its time pass and looks at its pictures.
// Guests draw with the graphics of the test, which therefore needs a display.
package guest

import (
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/exp/vmhost"
	"github.com/stretchr/testify/require"
)

// Main is the TestMain of a package with guests: it runs the tests within a frame
// of a hidden window.
func Main(m *testing.M) {
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

// Build builds the program of a package to be a guest, and gives its path.
func Build(t testing.TB, path string) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "guest")
	out, err := exec.Command("go", "build", "-buildvcs=false", "-tags", "ebitenginevmguest", "-o", program, path).CombinedOutput()
	require.NoError(t, err, "%s", out)
	return program
}

// Guest is a program that runs.
type Guest struct {
	*vmhost.GuestSession
	t   testing.TB
	cmd *exec.Cmd
}

// Start starts a program that Build has built, with arguments and with further
// variables of the environment, and waits until it is there. It ends with the
// test, if not before by Kill.
func Start(t testing.TB, program string, args, env []string) *Guest {
	t.Helper()
	dir, err := os.MkdirTemp("", "hc") // short: sockets have short names
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	listener, err := net.Listen("unix", filepath.Join(dir, "g"))
	require.NoError(t, err)
	defer listener.Close()
	require.NoError(t, listener.(*net.UnixListener).SetDeadline(time.Now().Add(30*time.Second)))
	endpoint, err := vmhost.EndpointURLFromAddr(listener.Addr())
	require.NoError(t, err)

	g := &Guest{t: t, cmd: exec.Command(program, args...)}
	g.cmd.Env = append(append(os.Environ(), "EBITENGINE_VM_ENDPOINT="+endpoint), env...)
	g.cmd.Stderr = os.Stderr
	require.NoError(t, g.cmd.Start())
	t.Cleanup(func() { _ = g.cmd.Wait() })
	conn, err := listener.Accept()
	require.NoError(t, err)
	g.GuestSession, err = vmhost.NewGuestSession(conn, &vmhost.NewGuestSessionOptions{IdleTimeout: 60 * time.Second})
	require.NoError(t, err)
	t.Cleanup(func() { _ = g.Close() })
	return g
}

// Kill ends the program without a word, as a power cut does.
func (g *Guest) Kill() {
	_ = g.cmd.Process.Kill()
	_ = g.cmd.Wait()
	_ = g.Close()
}

// Ticks lets n ticks pass.
func (g *Guest) Ticks(n int) {
	g.t.Helper()
	g.AdvanceTicks(n)
	require.True(g.t, g.WaitTicks(), "%v", g.Err())
}

// Frame has the guest draw a frame.
func (g *Guest) Frame() {
	g.t.Helper()
	g.AdvanceFrame()
	require.True(g.t, g.WaitFrame(), "%v", g.Err())
}
