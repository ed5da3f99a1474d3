// Package orca runs the screen reader Orca for tests, and writes down what it would
// say. It wants Linux with the programs of Programs and a display that nobody else
// uses: keys are pressed in whatever window has the focus.
package orca

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

//go:embed orca-customizations.py
var customizations []byte

// bridge is the program that lets browsers and screen readers speak with each other.
const bridge = "/usr/libexec/at-spi-bus-launcher"

// patience is how long a program may take to be there.
const patience = 30 * time.Second

// resting is how often Orca says that it has nothing to do.
const resting = 200 * time.Millisecond

// Reader is an Orca that runs, with the desktop around it.
type Reader struct {
	ctx   context.Context
	home  string
	env   []string
	heard int // bytes of the log that were read
}

// Start starts the desktop and Orca on the display of the environment. They end with
// the context; the folder is for their files.
func Start(ctx context.Context, home string) (*Reader, error) {
	r := &Reader{ctx: ctx, home: home, env: append(os.Environ(),
		"HOME="+home, "XDG_RUNTIME_DIR="+home, "XDG_DATA_HOME="+filepath.Join(home, "data"),
		"DBUS_SESSION_BUS_ADDRESS=unix:path="+filepath.Join(home, "bus"), "GSETTINGS_BACKEND=memory",
		"GNOME_ACCESSIBILITY=1", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "NO_AT_BRIDGE=", "ORCA_LOG="+filepath.Join(home, "spoken"))}
	scripts := filepath.Join(home, "data", "orca")
	if err := os.MkdirAll(scripts, 0o700); err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(scripts, "orca-customizations.py"), customizations, 0o600); err != nil {
		return nil, err
	}
	rc := filepath.Join(home, "rc.xml") // without keys of its own, which the window manager would keep from Orca
	if err := os.WriteFile(rc, []byte(`<openbox_config xmlns="http://openbox.org/3.4/rc"/>`), 0o600); err != nil {
		return nil, err
	}
	for _, program := range []struct {
		args  []string
		there func() bool
	}{
		{[]string{"dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=unix:path=" + filepath.Join(home, "bus")}, r.file("bus")},
		{[]string{"openbox", "--config-file", rc}, r.answers("xdotool", "get_num_desktops")},
		{[]string{bridge, "--launch-immediately"}, r.answers("dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")},
		{[]string{"orca"}, r.listens},
	} {
		if err := r.run(program.args, program.there); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// run starts a program and waits until it is there.
func (r *Reader) run(args []string, there func() bool) error {
	said := &strings.Builder{}
	c := r.command(args...)
	c.Stdout, c.Stderr = said, said
	c.WaitDelay = time.Second
	if err := c.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	for deadline := time.Now().Add(patience); !there(); time.Sleep(50 * time.Millisecond) {
		select {
		case err := <-ended:
			return fmt.Errorf("%s has ended: %w\n%s", args[0], errors.Join(err, r.ctx.Err()), said)
		default:
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("%s is not there after %v", args[0], patience)
		}
	}
	return nil
}

func (r *Reader) command(args ...string) *exec.Cmd {
	c := exec.CommandContext(r.ctx, args[0], args[1:]...)
	c.Env = r.env
	return c
}

func (r *Reader) file(name string) func() bool {
	return func() bool {
		_, err := os.Stat(filepath.Join(r.home, name))
		return err == nil
	}
}

func (r *Reader) answers(args ...string) func() bool {
	return func() bool { return r.command(args...).Run() == nil }
}

func (r *Reader) listens() bool { return strings.HasPrefix(r.log(), "listening\n") }

// Env is what a program that is to be read needs in its environment.
func (r *Reader) Env() []string {
	return []string{"DBUS_SESSION_BUS_ADDRESS=unix:path=" + filepath.Join(r.home, "bus"), "XDG_RUNTIME_DIR=" + r.home, "GNOME_ACCESSIBILITY=1", "NO_AT_BRIDGE="}
}

// Press presses a key in the window that has the focus, by the name that X has for it:
// "Return", "Down", "shift+Tab". It returns once Orca has seen the key.
func (r *Reader) Press(key string) error {
	seen := func() int { return strings.Count(r.log(), "\nkey\n") }
	before := seen()
	out, err := r.command("xdotool", "key", "--clearmodifiers", key).CombinedOutput()
	if err != nil {
		return fmt.Errorf("xdotool key %s: %w\n%s", key, err, out)
	}
	for deadline := time.Now().Add(patience); seen() == before; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			return fmt.Errorf("the reader sees nothing of the key %s", key)
		}
	}
	return nil
}

// Turn gives the focus to the newest window whose title has these words.
func (r *Reader) Turn(words string) error {
	out, err := r.command("xdotool", "search", "--sync", "--name", words, "windowactivate", "--sync").CombinedOutput()
	if err != nil {
		return fmt.Errorf("xdotool, to the window %q: %w\n%s", words, err, out)
	}
	return nil
}

// Point presses the mouse at a place of the display.
func (r *Reader) Point(x, y int) error {
	out, err := r.command("xdotool", "mousemove", "--sync", strconv.Itoa(x), strconv.Itoa(y), "click", "1").CombinedOutput()
	if err != nil {
		return fmt.Errorf("xdotool, click at %d,%d: %w\n%s", x, y, err, out)
	}
	return nil
}

// Heard is what was said since it was last asked for, an utterance each, once Orca has
// had nothing to do and said nothing for so long.
func (r *Reader) Heard(quiet time.Duration) ([]string, error) {
	rests := int(quiet/resting) + 1
	for deadline := time.Now().Add(4 * patience); ; time.Sleep(50 * time.Millisecond) {
		log := r.log()
		if strings.HasSuffix(log[r.heard:], strings.Repeat("idle\n", rests)) {
			var heard []string
			for line := range strings.Lines(log[r.heard:]) {
				if text, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "say "); ok {
					heard = append(heard, text)
				}
			}
			r.heard = len(log)
			return heard, nil
		}
		if time.Now().After(deadline) {
			return nil, fmt.Errorf("the reader does not come to rest within %v", 4*patience)
		}
	}
}

// log is what Orca has written, whole lines.
func (r *Reader) log() string {
	b, err := os.ReadFile(filepath.Join(r.home, "spoken"))
	if err != nil {
		return "" // not there yet
	}
	return string(b[:bytes.LastIndexByte(b, '\n')+1])
}
