//go:build browser

package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The first words of what the page says, by its state.
var troubles = map[string]string{
	"changed": "If this sentence stays", "nowasm": "This browser is too old", "file": "A browser does not let",
	"newer": "There is a newer version", "missing": "A part of the game is missing", "offline": "The site cannot be reached",
	"blocked": "Something on this device", "failed": "The site sent an error", "framed": "The page around this one",
	"crashed": "The game stopped", "loading": "Loading the game", "starting": "Starting the game",
}

// saysOnly waits until the page says what a state means, and checks that it says
// nothing else.
func (p *tab) saysOnly(state string) {
	p.t.Helper()
	p.until(fmt.Sprintf(`%s.includes(%q)`, visibleText, troubles[state]))
	text := eval[string](p, visibleText)
	for other, words := range troubles {
		require.Equal(p.t, other == state, strings.Contains(text, words), "%s: %s", other, text)
	}
}

// altered serves the built site with its page changed on the way, and without the
// header that says what the page may do: a host that changes pages knows no such.
func altered(t *testing.T, change func(path, text string) string) string {
	t.Helper()
	return serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path != "/" && !strings.HasSuffix(r.URL.Path, ".js") {
				h.ServeHTTP(w, r)
				return
			}
			r.Header.Del("Accept-Encoding")
			said := httptest.NewRecorder()
			h.ServeHTTP(said, r)
			w.Header().Set("Content-Type", said.Header().Get("Content-Type"))
			fmt.Fprint(w, change(r.URL.Path, said.Body.String()))
		})
	})
}

// answering serves the built site, but answers for the game as it is told to.
func answering(t *testing.T, answer func(w http.ResponseWriter, r *http.Request)) string {
	t.Helper()
	return serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if isGame(r) {
				answer(w, r)
				return
			}
			h.ServeHTTP(w, r)
		})
	})
}

func TestPageFromAFolder(t *testing.T) {
	p := open(t, setup{})
	p.visit("file://" + filepath.ToSlash(filepath.Join(built, "index.html")))
	p.saysOnly("file")
}

// TestHostsThatChangeThePage: what stands in the page is allowed by its hash, so
// that a host which rewrites it stops it; one sentence is left, which is so.
func TestHostsThatChangeThePage(t *testing.T) {
	script := regexp.MustCompile(`(?s)<script>.*?</script>`)
	style := regexp.MustCompile(`(?s)<style>.*?</style>`)
	minify := func(b string) string { return strings.ReplaceAll(b, "\n", " ") }
	p := open(t, setup{})
	for name, change := range map[string]func(_, text string) string{
		"minified": func(_, text string) string {
			return style.ReplaceAllStringFunc(script.ReplaceAllStringFunc(text, minify), minify)
		},
		"scripts put off": func(_, text string) string {
			return strings.ReplaceAll(text, "<script>", `<script type="0123-text/javascript">`)
		},
		"scripts minified": func(_, text string) string { return script.ReplaceAllStringFunc(text, minify) },
		"styles minified":  func(_, text string) string { return style.ReplaceAllStringFunc(text, minify) },
	} {
		t.Log(name)
		p.visit(altered(t, func(path, text string) string {
			if path != "/" {
				return text
			}
			return change(path, text)
		}))
		p.saysOnly("changed")
	}
}

// TestScriptThatIsTooNew: a browser that cannot read a script of the page says
// that it is too old, whichever script that is.
func TestScriptThatIsTooNew(t *testing.T) {
	policy := regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)
	p := open(t, setup{})
	for name, in := range map[string]string{"gate": "/", "boot": "/boot."} {
		t.Log(name)
		p.visit(altered(t, func(path, text string) string {
			if strings.HasPrefix(path, in) && (in != "/" || path == "/") {
				text = strings.Replace(text, `"use strict";`, `"use strict"; let x = 1 ???? 2;`, 1)
			}
			return policy.ReplaceAllString(text, "")
		}))
		p.saysOnly("nowasm")
	}
}

// TestWhyTheGameDoesNotCome: each cause is told by what knows it.
func TestWhyTheGameDoesNotCome(t *testing.T) {
	p := open(t, setup{plain: true})
	status := func(code int) func(http.ResponseWriter, *http.Request) {
		return func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", code) }
	}
	for name, test := range map[string]struct {
		answer func(http.ResponseWriter, *http.Request)
		state  string
	}{
		"not there":       {status(404), "missing"},
		"taken away":      {status(410), "missing"},
		"forbidden":       {status(403), "blocked"},
		"legal reasons":   {status(451), "blocked"},
		"server's fault":  {status(500), "failed"},
		"too many":        {status(429), "failed"},
		"cut off at once": {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "blocked"},
		"a filter's page": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, "<!doctype html><title>Not at school</title>")
		}, "blocked"},
		"cut off in the middle": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000000")
			_, _ = w.Write(append([]byte("\x00asm\x01\x00\x00\x00"), make([]byte, 5000)...)) // the page is what is looked at
			panic(http.ErrAbortHandler)
		}, "offline"},
		"half of it": {func(w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write([]byte("\x00asm\x01\x00\x00\x00\x01")) // the page is what is looked at
		}, "offline"},
		"cut off before its first byte": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "1000000")
			w.WriteHeader(http.StatusOK)
			_ = http.NewResponseController(w).Flush()
			panic(http.ErrAbortHandler)
		}, "offline"},
		"nothing in it": {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }, "blocked"},
		"in words that this browser does not know": {func(w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write([]byte("\x00asm\x01\x00\x00\x00\x7f\x01\x00"))
			_, _ = w.Write(make([]byte, 32<<20)) // all of it, and more: the page is what is looked at
		}, "nowasm"},
	} {
		t.Log(name)
		p.visit(answering(t, test.answer))
		p.saysOnly(test.state)
	}
}

func TestNoNetwork(t *testing.T) {
	var down atomic.Bool
	address := serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if isGame(r) {
				down.Store(true) // from now on, all of it
			}
			if down.Load() {
				panic(http.ErrAbortHandler)
			}
			h.ServeHTTP(w, r)
		})
	})
	p := open(t, setup{plain: true})
	p.visit(address)
	p.saysOnly("offline")
}

// TestNewerVersion: an old page names files that are gone; the newer page starts.
func TestNewerVersion(t *testing.T) {
	program := regexp.MustCompile(`page\.[0-9a-f]{12}\.wasm`)
	var visits atomic.Int64
	p := open(t, setup{plain: true})
	p.visit(altered(t, func(path, text string) string {
		if path == "/" && visits.Add(1) == 1 {
			return program.ReplaceAllString(text, "page.000000000000.wasm")
		}
		return text
	}))
	p.saysOnly("newer")
	p.clickOn(`#boot [lang=en] [data-on=newer] .reload`)
	p.onPage()
}

// TestBrowserThatMayNotRunPrograms: old browsers know no permission to run
// WebAssembly, and refuse it.
func TestBrowserThatMayNotRunPrograms(t *testing.T) {
	for name, kind := range map[string]string{"to compile": "CompileError", "to link": "LinkError"} {
		t.Run(name, func(t *testing.T) {
			p := open(t, setup{plain: true, before: `WebAssembly.instantiateStreaming = () => Promise.reject(new WebAssembly.` + kind + `("disallowed by embedder"))`})
			p.visit(serveSite(t))
			p.saysOnly("nowasm")
		})
	}
}

// TestSandboxedFrame: a frame without an origin of its own may not fetch.
func TestSandboxedFrame(t *testing.T) {
	address := serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			h.ServeHTTP(sandboxed{w}, r)
		})
	})
	p := open(t, setup{plain: true})
	p.visit(address)
	p.saysOnly("framed")
	require.Equal(t, address, eval[string](p, `document.querySelector("#boot [lang=en] .alone").href`))
}

// sandboxed is an answer that is shown as in a frame that may only run scripts.
type sandboxed struct{ http.ResponseWriter }

// WriteHeader implements http.ResponseWriter.
func (s sandboxed) WriteHeader(code int) {
	s.Header().Add("Content-Security-Policy", "sandbox allow-scripts")
	s.ResponseWriter.WriteHeader(code)
}

// TestCrashThatComesAgain: where the picture stops the game each time, the page
// without it is the way out.
func TestCrashThatComesAgain(t *testing.T) {
	p := open(t, setup{before: `WebGL2RenderingContext.prototype.bufferData = () => { throw new Error("broken driver"); }`})
	address := serveSite(t)
	for range 2 {
		p.visit(address)
		p.saysOnly("crashed")
	}
	p.renewed(func() { p.clickOn(`#boot [lang=en] [data-on=crashed] .reload`) })
	p.playing()
	require.Equal(t, "plain", eval[string](p, `document.documentElement.dataset.view`))
	p.until(`(` + notice + `).includes("stop twice")`)
}

// limited is a graphics processor that takes so many pixels on a side.
func limited(pixels int) string {
	return fmt.Sprintf(`{
		const real = WebGL2RenderingContext.prototype.getParameter;
		WebGL2RenderingContext.prototype.getParameter = function (n) { return n === 0x0D33 ? %d : real.call(this, n); };
	}`, pixels)
}

func TestScreenLargerThanAPicture(t *testing.T) {
	p := open(t, setup{before: limited(1024), width: 1200, height: 800})
	p.visit(serveSite(t))
	p.playing()
	require.Equal(t, "plain", eval[string](p, `document.documentElement.dataset.view`))
	p.until(`(` + notice + `).includes("as large as this screen")`)
}

// TestWindowThatGrows lets the window become larger than the picture can be, while
// that is painted, and while the plain page is shown and the picture comes after:
// the game goes on where it was, without the picture, and says why.
func TestWindowThatGrows(t *testing.T) {
	for _, first := range []string{"picture", "plain"} {
		t.Run(first, func(t *testing.T) {
			p := open(t, setup{before: limited(2048), width: 1000, height: 700})
			p.visit(serveSite(t))
			p.playing()
			p.after(func() { p.press("\r") })
			where := p.screen()
			if first == "plain" {
				p.hit("bar-settings")
				p.until(atScreen + ` === "settings"`)
				p.hit("view-plain")
				p.until(`document.documentElement.dataset.view === "plain"`)
				where = p.screen()
			}
			require.Equal(t, first == "plain", eval[string](p, `document.documentElement.dataset.view`) == "plain")
			p.size(2400, 900, 1)
			if first == "plain" {
				p.hit("view-picture")
			}
			p.until(`document.documentElement.dataset.view === "plain" && (` + notice + `).includes("as large as this screen")`)
			require.Equal(t, where, p.screen())
			p.size(1000, 700, 1)
			p.press("l")
			p.until(atScreen + ` === "log"`)
			require.Equal(t, "playing", eval[string](p, `document.documentElement.dataset.state`))
		})
	}
}

// TestPictureDroppedFromAnotherPage: browsers give it as a file that has no entry.
func TestPictureDroppedFromAnotherPage(t *testing.T) {
	p := open(t, setup{})
	p.visit(serveSite(t))
	p.playing()
	eval[bool](p, `(() => {
		const data = new DataTransfer();
		data.items.add(new File(["GIF89a"], "picture.gif", {type: "image/gif"}));
		document.querySelector("canvas").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
		const none = new DataTransfer();
		none.setData("text/uri-list", "https://example.org/");
		document.querySelector("canvas").dispatchEvent(new DragEvent("drop", {dataTransfer: none, bubbles: true, cancelable: true}));
		return true;
	})()`)
	p.until(notice + `.includes("could not be opened")`)
	require.Equal(t, "playing", eval[string](p, `document.documentElement.dataset.state`))
	require.Empty(t, p.said())
}

// TestProgressCountsWhatTravels: not what it is unpacked to.
func TestProgressCountsWhatTravels(t *testing.T) {
	p := open(t, setup{plain: true, before: `
		window.told = [];
		addEventListener("DOMContentLoaded", () => new MutationObserver((all) => all.forEach((m) => told.push(m.target.textContent)))
			.observe(document.querySelector("#boot [lang=en] .bytes"), {childList: true}))`})
	p.visit(serveThrough(t, func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if isGame(r) {
				w = slow{w, 40 * time.Millisecond} // what comes at once is not told of
			}
			h.ServeHTTP(w, r)
		})
	}))
	p.playing()
	info, err := os.Stat(filepath.Join(built, programFile(t, "page")+".br"))
	require.NoError(t, err)
	told := eval[[]string](p, `told`)
	require.NotEmpty(t, told)
	kilobytes := regexp.MustCompile(`[0-9,]+`).FindAllString(told[len(told)-1], -1)
	require.Len(t, kilobytes, 2)
	want := fmt.Sprint((info.Size() + 512) / 1024)
	for _, k := range kilobytes {
		require.Equal(t, want, strings.ReplaceAll(k, ",", ""))
	}
}

// programFile is the name of a program's file in the built site.
func programFile(t *testing.T, name string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(built, name+".*.wasm"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	return filepath.Base(files[0])
}
