package engine

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// withoutInWebKit says what each thing is called among MiniBrowser's settings.
// WebAssembly has none: its engine takes a variable of the environment.
var withoutInWebKit = map[Without]string{
	JavaScript: "--enable-javascript=false", WebGL: "--enable-webgl=false", Storage: "--enable-html5-local-storage=false",
}

// OfWebKit starts a WebKitGTK and gives its only page, until the context ends, and a
// function that stops it.
func OfWebKit(ctx context.Context, s Setup) (page Page, stop func(), err error) {
	browser, err := miniBrowser()
	if err != nil {
		return nil, nil, err
	}
	address, err := free()
	if err != nil {
		return nil, nil, err
	}
	_, port, _ := net.SplitHostPort(address) // it was made a line above
	said := &listener{}
	p, err := launch(said, func(home string) (args, env []string, err error) {
		config := filepath.Join(home, ".config")
		env = []string{
			"HOME=" + home, "XDG_CONFIG_HOME=" + config, "XDG_CACHE_HOME=" + filepath.Join(home, ".cache"), "XDG_DATA_HOME=" + filepath.Join(home, ".local"),
			"WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1", // its sandbox needs what a container does not give
			"NO_AT_BRIDGE=1",
		}
		if s.Without == WebAssembly {
			env = append(env, "JSC_useWasm=0")
		}
		err = os.MkdirAll(filepath.Join(config, "gtk-3.0"), 0o700)
		return []string{"WebKitWebDriver", "--host=127.0.0.1", "--port=" + port}, env, errors.Join(err,
			os.WriteFile(filepath.Join(config, "gtk-3.0", "gtk.css"), []byte("* { min-width: 0; padding: 0; margin: 0 }\n"), 0o600), // else the toolbar is wider than a phone
			os.WriteFile(filepath.Join(config, "user-dirs.dirs"), fmt.Appendf(nil, "XDG_DOWNLOAD_DIR=%q\n", s.Downloads), 0o600))
	})
	if err != nil {
		return nil, nil, err
	}
	w := &webkit{ctx: ctx, at: "http://" + address}
	first, err := w.begin(p, browser, s)
	if err != nil {
		p.stop()
		return nil, nil, fmt.Errorf("%w\n%s", err, said)
	}
	return first, func() { w.end(); p.stop() }, nil
}

// miniBrowser is where Debian has the browser that comes with the library.
func miniBrowser() (string, error) {
	found, err := filepath.Glob("/usr/lib/*/webkit2gtk-4.*/MiniBrowser")
	if err == nil && len(found) == 0 {
		err = errors.New("there is no MiniBrowser: Debian's webkit2gtk-driver brings it")
	}
	return slices.Max(append(found, "")), err
}

// free gives an address that nobody listens at.
func free() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

// webkit is a session of WebDriver: https://www.w3.org/TR/webdriver2/
type webkit struct {
	ctx     context.Context
	at      string // its address
	current string // the handle of the tab that is spoken with, one at a time
}

// webkitPage is a tab of WebKitGTK.
type webkitPage struct {
	*webkit
	handle string
}

// begin begins a session, as soon as the driver listens, and gives its first tab.
func (w *webkit) begin(driver *program, browser string, s Setup) (*webkitPage, error) {
	_, err := wait(w.ctx, driver, func() (struct{}, bool) { return struct{}{}, w.ask("GET", "/status", nil, nil) == nil })
	if err != nil {
		return nil, err
	}
	args := []string{"--automation", "--javascript-can-open-windows-automatically=true"}
	if setting, ok := withoutInWebKit[s.Without]; ok {
		args = append(args, setting)
	}
	var session struct {
		SessionID string `json:"sessionId"`
	}
	wish := map[string]any{"webkitgtk:browserOptions": map[string]any{"binary": browser, "args": args}}
	err = w.ask("POST", "/session", map[string]any{"capabilities": map[string]any{"alwaysMatch": wish}}, &session)
	if err != nil {
		return nil, err
	}
	w.at += "/session/" + session.SessionID
	err = w.ask("GET", "/window", nil, &w.current)
	return &webkitPage{w, w.current}, err
}

// end ends the session, and with it the browser. A driver that does not answer is
// stopped all the same.
func (w *webkit) end() {
	ctx, stop := context.WithTimeout(context.Background(), 5*time.Second)
	defer stop()
	last := webkit{ctx: ctx, at: w.at}
	_ = last.ask("DELETE", "", nil, nil)
}

// patience is how long a command may take. A script that was sent to a page which the
// browser put away meanwhile, to come back to, is never answered.
const patience = 30 * time.Second

// call sends a command for the tab.
func (p *webkitPage) call(method, path string, params, result any) error {
	if p.current != p.handle {
		if err := p.ask("POST", "/window", map[string]string{"handle": p.handle}, nil); err != nil {
			return err
		}
		p.current = p.handle
	}
	return p.ask(method, path, params, result)
}

// ask sends a command and reads what comes of it into result, which may be nil.
func (w *webkit) ask(method, path string, params, result any) error {
	var body bytes.Buffer
	if params != nil {
		if err := json.NewEncoder(&body).Encode(params); err != nil {
			return err
		}
	}
	ctx, late := context.WithTimeout(w.ctx, patience)
	defer late()
	r, err := http.NewRequestWithContext(ctx, method, w.at+path, &body)
	if err != nil {
		return err
	}
	said, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer said.Body.Close()
	var came struct{ Value json.RawMessage }
	if err := json.NewDecoder(said.Body).Decode(&came); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if said.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", path, came.Value)
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(came.Value, result)
}

// Visit implements Page.
func (p *webkitPage) Visit(address string) error {
	return p.call("POST", "/url", map[string]string{"url": address}, nil)
}

// Eval implements Page.
func (p *webkitPage) Eval(expression string) (json.RawMessage, error) {
	var text *string
	err := p.call("POST", "/execute/sync", map[string]any{"script": "return " + asJSON(expression), "args": []any{}}, &text)
	return value(text), err
}

// Traverse implements Page. The driver's own Back waits for a page that does not load.
func (p *webkitPage) Traverse(by int) error { return traverse(p, by) }

// Press implements Page.
func (p *webkitPage) Press(keys string) error { return p.act(keyActions(keys)) }

// Click implements Page.
func (p *webkitPage) Click(x, y float64) error { return p.act(clickActions(x, y)) }

// Wheel implements Page. The driver drops a turn that is like the last one, so the
// page gets the event from itself.
func (p *webkitPage) Wheel(by float64) error {
	_, err := p.Eval(fmt.Sprintf(`(document.querySelector("canvas") || document.body).dispatchEvent(new WheelEvent("wheel",
		{deltaY: %f, clientX: innerWidth / 2, clientY: innerHeight / 2, bubbles: true, cancelable: true}))`, by))
	return err
}

func (p *webkitPage) act(all []actions) error {
	return p.call("POST", "/actions", map[string]any{"actions": all}, nil)
}

// Size implements Page: the window becomes so much larger as the page is too small.
func (p *webkitPage) Size(width, height int) error {
	for range 5 {
		w, h, err := inside(p)
		if err != nil {
			return err
		}
		if int(w) == width && int(h) == height {
			return nil
		}
		var at struct{ X, Y, Width, Height float64 }
		if err := p.call("GET", "/window/rect", nil, &at); err != nil {
			return err
		}
		err = p.call("POST", "/window/rect", map[string]any{"x": 0, "y": 0, "width": at.Width + float64(width) - w, "height": at.Height + float64(height) - h}, nil)
		if err != nil {
			return err
		}
		time.Sleep(200 * time.Millisecond) // the window has it at once, the page a little later
	}
	return fmt.Errorf("the page does not become %d x %d", width, height)
}

// Picture implements Page.
func (p *webkitPage) Picture() (image.Image, error) {
	var b []byte
	if err := p.call("GET", "/screenshot", nil, &b); err != nil {
		return nil, err
	}
	return decoded(b)
}

// Paper implements Page.
func (p *webkitPage) Paper() ([]byte, error) { return nil, errors.ErrUnsupported }

// Beside implements Page.
func (p *webkitPage) Beside() (Page, error) {
	var made struct{ Handle string }
	err := p.call("POST", "/window/new", map[string]string{"type": "tab"}, &made)
	return &webkitPage{webkit: p.webkit, handle: made.Handle}, err
}

// Close implements Page.
func (p *webkitPage) Close() error { return p.call("DELETE", "/window", nil, nil) }
