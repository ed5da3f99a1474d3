package engine

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/coder/websocket"
	"github.com/coder/websocket/wsjson"
)

// quietFirefox are preferences: nothing to ask, nothing to fetch, nothing but what
// it is told. What the remote agent recommends for tests comes on top, by itself.
var quietFirefox = map[string]any{
	"browser.aboutwelcome.enabled": false, "browser.shell.checkDefaultBrowser": false, "browser.startup.page": 0,
	"browser.startup.homepage_override.mstone": "ignore", "datareporting.policy.dataSubmissionEnabled": false,
	"termsofuse.bypassNotification": true, "browser.newtabpage.enabled": false, "app.update.disabledForTesting": true,
	"network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false,
	// Better code for a game that ends in seconds costs more than it saves.
	"javascript.options.wasm_optimizingjit": false,
	"browser.download.folderList":           2, "browser.download.useDownloadDir": true, "browser.download.alwaysOpenPanel": false,
}

// withoutInFirefox says what each thing is called there.
var withoutInFirefox = map[Without]string{
	JavaScript: "javascript.enabled", WebAssembly: "javascript.options.wasm", Storage: "dom.storage.enabled",
}

// OfFirefox starts a Firefox and gives a page of it, until the context ends, and a
// function that stops it.
func OfFirefox(ctx context.Context, s Setup) (page Page, stop func(), err error) {
	said := &listener{}
	p, err := launch(said, func(home string) (args, env []string, err error) {
		prefs := maps.Clone(quietFirefox)
		prefs["intl.accept_languages"], prefs["browser.download.dir"] = s.Languages, s.Downloads
		if name, ok := withoutInFirefox[s.Without]; ok {
			prefs[name] = false
		}
		prefs["webgl.disabled"], prefs["webgl.force-enabled"] = s.Without == WebGL, s.Without != WebGL // whatever the graphics are
		var b strings.Builder
		for _, name := range slices.Sorted(maps.Keys(prefs)) {
			v, err := json.Marshal(prefs[name])
			if err != nil {
				return nil, nil, err
			}
			fmt.Fprintf(&b, "user_pref(%q, %s);\n", name, v)
		}
		return []string{"firefox-esr", "--remote-debugging-port=0", "--no-remote", "--profile", home},
			append([]string{"MOZ_DISABLE_CONTENT_SANDBOX=1", "HOME=" + home}, s.Env...),
			os.WriteFile(filepath.Join(home, "user.js"), []byte(b.String()), 0o600)
	})
	if err != nil {
		return nil, nil, err
	}
	b, err := connect(ctx, p, said)
	if err == nil {
		page, err = b.open()
	}
	if err != nil {
		p.stop()
		return nil, nil, fmt.Errorf("%w\n%s", err, said)
	}
	return page, p.stop, nil
}

// listener finds the address in what Firefox says.
type listener struct {
	mu   sync.Mutex
	text []byte
}

// Write implements io.Writer.
func (l *listener) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.text = append(l.text, b...)
	return len(b), nil
}

func (l *listener) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return string(l.text)
}

var listening = regexp.MustCompile(`WebDriver BiDi listening on (ws://\S+)\n`)

// bidi is a session of WebDriver BiDi: https://w3c.github.io/webdriver-bidi/
type bidi struct {
	ctx  context.Context
	conn *websocket.Conn

	mu      sync.Mutex
	last    int
	waiting map[int]chan answer
	broken  error
}

// answer is what comes back for a command.
type answer struct {
	ID             int             `json:"id"`
	Type           string          `json:"type"`
	Result         json.RawMessage `json:"result"`
	Error, Message string
}

// connect begins a session, as soon as Firefox listens.
func connect(ctx context.Context, p *program, said *listener) (*bidi, error) {
	address, err := wait(ctx, p, func() (string, bool) {
		m := listening.FindStringSubmatch(said.String())
		if m == nil {
			return "", false
		}
		return m[1], true
	})
	if err != nil {
		return nil, err
	}
	conn, _, err := websocket.Dial(ctx, address+"/session", nil)
	if err != nil {
		return nil, err
	}
	conn.SetReadLimit(-1)
	b := &bidi{ctx: ctx, conn: conn, waiting: map[int]chan answer{}}
	go b.read()
	return b, b.ask("session.new", map[string]any{"capabilities": map[string]any{}}, nil)
}

// read hands answers to those who wait for them, until the connection ends. Events
// are nobody's.
func (b *bidi) read() {
	for {
		var a answer
		err := wsjson.Read(b.ctx, b.conn, &a)
		b.mu.Lock()
		if err != nil {
			b.broken = err
			for _, w := range b.waiting {
				close(w)
			}
			b.waiting = nil
			b.mu.Unlock()
			return
		}
		if w, ok := b.waiting[a.ID]; ok && a.Type != "event" {
			w <- a
			delete(b.waiting, a.ID)
		}
		b.mu.Unlock()
	}
}

// ask sends a command and reads what comes of it into result, which may be nil.
func (b *bidi) ask(method string, params, result any) error {
	b.mu.Lock()
	if b.broken != nil {
		b.mu.Unlock()
		return fmt.Errorf("%s: %w: %w", method, ErrGone, b.broken)
	}
	b.last++
	id, came := b.last, make(chan answer, 1)
	b.waiting[id] = came
	b.mu.Unlock()
	if err := wsjson.Write(b.ctx, b.conn, map[string]any{"id": id, "method": method, "params": params}); err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	select {
	case <-b.ctx.Done():
		return fmt.Errorf("%s: %w", method, b.ctx.Err())
	case a, ok := <-came:
		switch {
		case !ok:
			return fmt.Errorf("%s: %w", method, ErrGone)
		case a.Type == "error":
			return fmt.Errorf("%s: %s: %s", method, a.Error, a.Message)
		case result != nil:
			return json.Unmarshal(a.Result, result)
		}
		return nil
	}
}

// firefoxPage is a tab of Firefox.
type firefoxPage struct {
	*bidi
	context string
}

// open opens a page in a window of its own, so that none is hidden behind others.
func (b *bidi) open() (Page, error) {
	var made struct{ Context string }
	err := b.ask("browsingContext.create", map[string]any{"type": "window"}, &made)
	return &firefoxPage{b, made.Context}, err
}

// call sends a command for the tab.
func (p *firefoxPage) call(method string, params map[string]any, result any) error {
	params["context"] = p.context
	return p.ask(method, params, result)
}

// Visit implements Page.
func (p *firefoxPage) Visit(address string) error {
	return p.call("browsingContext.navigate", map[string]any{"url": address, "wait": "none"}, nil)
}

// Eval implements Page.
func (p *firefoxPage) Eval(expression string) (json.RawMessage, error) {
	var came struct {
		Result           struct{ Value *string }
		ExceptionDetails struct{ Text string }
	}
	err := p.ask("script.evaluate", map[string]any{
		"expression": asJSON(expression), "awaitPromise": false, "target": map[string]string{"context": p.context},
	}, &came)
	if err == nil && came.ExceptionDetails.Text != "" {
		err = errors.New(came.ExceptionDetails.Text)
	}
	return value(came.Result.Value), err
}

// Traverse implements Page.
func (p *firefoxPage) Traverse(by int) error {
	return p.call("browsingContext.traverseHistory", map[string]any{"delta": by}, nil)
}

// Press implements Page.
func (p *firefoxPage) Press(keys string) error { return p.act(keyActions(keys)) }

// Click implements Page.
func (p *firefoxPage) Click(x, y float64) error { return p.act(clickActions(x, y)) }

// Wheel implements Page.
func (p *firefoxPage) Wheel(by float64) error {
	w, h, err := inside(p)
	if err != nil {
		return err
	}
	return p.act([]actions{{"type": "wheel", "id": "wheel", "actions": []action{
		{"type": "scroll", "x": int(w / 2), "y": int(h / 2), "deltaX": 0, "deltaY": int(by)},
	}}})
}

// act comes to the front first: radio buttons of a window behind another one do not
// follow the arrows.
func (p *firefoxPage) act(all []actions) error {
	if err := p.call("browsingContext.activate", map[string]any{}, nil); err != nil {
		return err
	}
	return p.call("input.performActions", map[string]any{"actions": all}, nil)
}

// Size implements Page.
func (p *firefoxPage) Size(width, height int) error {
	return p.call("browsingContext.setViewport", map[string]any{"viewport": map[string]int{"width": width, "height": height}}, nil)
}

// Picture implements Page.
func (p *firefoxPage) Picture() (image.Image, error) {
	b, err := p.data("browsingContext.captureScreenshot")
	if err != nil {
		return nil, err
	}
	return decoded(b)
}

// Paper implements Page.
func (p *firefoxPage) Paper() ([]byte, error) { return p.data("browsingContext.print") }

func (p *firefoxPage) data(method string) ([]byte, error) {
	var came struct{ Data []byte }
	err := p.call(method, map[string]any{}, &came)
	return came.Data, err
}

// Beside implements Page.
func (p *firefoxPage) Beside() (Page, error) { return p.open() }

// Close implements Page.
func (p *firefoxPage) Close() error { return p.call("browsingContext.close", map[string]any{}, nil) }
