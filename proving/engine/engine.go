// Package engine drives browsers of three engines through one small interface, for
// tests: what a player does with a page, and what there is to be read of it. Firefox
// and WebKit want a display; under xvfb-run nobody sees it.
package engine

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/chromedp/chromedp/kb"
)

// Name is an engine, by the name of the browser that is driven.
type Name string

// The engines.
const (
	Chromium Name = "Chromium"
	Firefox  Name = "Firefox"   // Debian's firefox-esr, by WebDriver BiDi
	WebKit   Name = "WebKitGTK" // its MiniBrowser, by WebKitWebDriver
)

// Without is what a browser is started without, by its own settings.
type Without string

// What there can be without.
const (
	Nothing     Without = ""
	JavaScript  Without = "JavaScript"
	WebAssembly Without = "WebAssembly"
	WebGL       Without = "WebGL"
	Storage     Without = "storage" // localStorage and sessionStorage
)

// Page is a page in a tab. Addresses are whole; places and sizes are CSS pixels of
// the page; keys are written as chromedp/kb does ("\r" is Enter). It ends with the
// context that it was opened with.
type Page interface {
	// Visit goes to an address and returns as soon as the page has begun to come.
	Visit(address string) error
	// Eval gives the value of a JavaScript expression as JSON, null for none.
	Eval(expression string) (json.RawMessage, error)
	// Traverse goes through the pages that were visited, as Back (−1) and Forward (1) do.
	Traverse(by int) error
	// Press presses and releases keys, one after the other.
	Press(keys string) error
	// Click presses and releases the mouse.
	Click(x, y float64) error
	// Wheel turns the wheel over the middle of the page; downwards is positive.
	Wheel(by float64) error
	// Size sets the size of the page.
	Size(width, height int) error
	// Picture is what the page looks like.
	Picture() (image.Image, error)
	// Paper is the page as it is printed, a PDF; errors.ErrUnsupported where the
	// driver of the browser cannot print.
	Paper() ([]byte, error)
	// Beside opens another tab with the storage of this one.
	Beside() (Page, error)
	// Close closes the tab.
	Close() error
}

// Setup says how a browser is started.
type Setup struct {
	Without   Without
	Languages string // that pages are asked for, by preference: "fr,en"
	Downloads string // the folder where files are saved
	// Env is what else it has in its environment, such as the display it opens on.
	Env []string
}

// ErrGone is that a browser has ended before it was told to.
var ErrGone = errors.New("the browser has ended")

// program is a running browser, or what drives one.
type program struct {
	cmd  *exec.Cmd
	home string        // its folder, gone afterwards
	done chan struct{} // closed when it has ended
}

// launch starts a program in a new folder, which place makes its arguments and
// environment from. What it writes goes to out.
func launch(out io.Writer, place func(home string) (args, env []string, err error)) (*program, error) {
	home, err := os.MkdirTemp("", "hardcases-browser-")
	if err != nil {
		return nil, err
	}
	p := &program{home: home, done: make(chan struct{})}
	args, env, err := place(home)
	if err == nil {
		p.cmd = exec.Command(args[0], args[1:]...)
		p.cmd.Env = append(os.Environ(), env...)
		p.cmd.Stdout, p.cmd.Stderr = out, out
		p.cmd.WaitDelay = time.Second
		err = p.cmd.Start()
	}
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(home))
	}
	go func() {
		_ = p.cmd.Wait() // how it ends says nothing: it is told to
		close(p.done)
	}()
	return p, nil
}

// stop ends the program and clears its folder.
func (p *program) stop() {
	_ = p.cmd.Process.Kill() // it may be gone already
	<-p.done
	_ = os.RemoveAll(p.home) // a folder for files that nobody needs any more
}

// webdriver are the keys that have a code of their own in WebDriver.
var webdriver = strings.NewReplacer(
	"\r", "\ue007", "\t", "\ue004", "\x1b", "\ue00c", "\b", "\ue003",
	kb.ArrowLeft, "\ue012", kb.ArrowUp, "\ue013", kb.ArrowRight, "\ue014", kb.ArrowDown, "\ue015",
	kb.PageUp, "\ue00e", kb.PageDown, "\ue00f", kb.End, "\ue010", kb.Home, "\ue011",
)

// An action of WebDriver, and a list of them from one device. The two kinds of
// WebDriver write them alike.
type (
	action  map[string]any
	actions map[string]any
)

func keyActions(keys string) []actions {
	var all []action
	for _, r := range webdriver.Replace(keys) {
		all = append(all, action{"type": "keyDown", "value": string(r)}, action{"type": "keyUp", "value": string(r)})
	}
	return []actions{{"type": "key", "id": "keys", "actions": all}}
}

func clickActions(x, y float64) []actions {
	return []actions{{"type": "pointer", "id": "mouse", "parameters": map[string]string{"pointerType": "mouse"}, "actions": []action{
		{"type": "pointerMove", "x": int(x), "y": int(y), "duration": 0},
		{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0},
	}}}
}

// asJSON is an expression whose value is the JSON of another one's.
func asJSON(expression string) string { return "JSON.stringify((" + expression + "\n))" }

// value reads what asJSON came to.
func value(text *string) json.RawMessage {
	if text == nil {
		return json.RawMessage("null")
	}
	return json.RawMessage(*text)
}

// traverse has a page go through the history by itself, once it has answered.
func traverse(p Page, by int) error {
	_, err := p.Eval(fmt.Sprintf(`setTimeout(() => history.go(%d))`, by))
	return err
}

// inside measures the page.
func inside(p Page) (width, height float64, err error) {
	b, err := p.Eval(`[innerWidth, innerHeight]`)
	if err != nil {
		return 0, 0, err
	}
	var size [2]float64
	err = json.Unmarshal(b, &size)
	return size[0], size[1], err
}

func decoded(b []byte) (image.Image, error) { return png.Decode(bytes.NewReader(b)) }

// wait asks until it is answered, the context ends, or the program has ended.
func wait[T any](ctx context.Context, p *program, ask func() (T, bool)) (T, error) {
	for {
		if v, ok := ask(); ok {
			return v, nil
		}
		select {
		case <-ctx.Done():
			return *new(T), ctx.Err()
		case <-p.done:
			return *new(T), fmt.Errorf("%s: %w", p.cmd.Path, ErrGone)
		case <-time.After(20 * time.Millisecond):
		}
	}
}
