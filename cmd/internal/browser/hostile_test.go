//go:build browser

package browser

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"hardcases/game/pack"
	"hardcases/proving/hostile"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// thrown is one odd pack, beside what it is outside the browser.
type thrown struct {
	hostile.Pack
	hash string // "" where it is refused
}

// served makes the odd packs and serves them as packs/h0.msgp and so on.
func served(t *testing.T) ([]thrown, string) {
	t.Helper()
	odd, err := hostile.Packs()
	require.NoError(t, err)
	all := make([]thrown, len(odd))
	for i, o := range odd {
		all[i].Pack = o
		if p, err := pack.Open(bytes.Clone(o.Bytes)); err == nil && p.Validate() == nil {
			all[i].hash = p.Hash()
		}
	}
	good := ferry(t, "After all that")
	address := serveWith(t, func(name string) []byte {
		if name == "good" {
			return good
		}
		number, is := strings.CutPrefix(name, "h")
		if n, err := strconv.Atoi(number); is && err == nil && n < len(all) {
			return all[n].Bytes
		}
		return nil
	}, nil)
	return all, address
}

// watcher runs before the page's own scripts: it knows how much memory the game
// has taken, when a file has been read, and whether any text has become code.
const watcher = `
	window.alert = () => { window.alerted = true; };
	WebAssembly.instantiateStreaming = async (response, imports) => {
		const module = await (top.game ||= WebAssembly.compileStreaming(response)); // once for all frames
		const instance = await WebAssembly.instantiate(module, imports);
		window.memory = instance.exports.mem;
		return {module, instance};
	};
	const read = FileReader.prototype.readAsArrayBuffer;
	FileReader.prototype.readAsArrayBuffer = function (file) {
		window.reading = new Promise((resolve) => this.addEventListener("load", resolve, {once: true}));
		read.call(this, file);
	};
	window.look = () => ({
		pack: document.getElementById("screen").dataset.pack,
		notice: document.querySelector('[id="n-notice"]')?.textContent || "",
		choices: document.querySelectorAll("#screen button:not([disabled]), #screen input").length,
		foreign: document.querySelectorAll("#screen :is(script, img, iframe, object, link, a[href])").length,
		state: document.documentElement.dataset.state, alerted: Boolean(window.alerted),
		memory: window.memory.buffer.byteLength, scripts: performance.memory.usedJSHeapSize,
	});
	window.drop = async (name) => {
		const bytes = await (await fetch("packs/" + name + ".msgp")).arrayBuffer();
		const files = new DataTransfer();
		files.items.add(new File([bytes], name + ".msgp"));
		const before = look();
		window.reading = null; // and stays so where the file is too long to be read
		document.body.dispatchEvent(new DragEvent("drop", {bubbles: true, cancelable: true, dataTransfer: files}));
		await Promise.race([window.reading, new Promise((_, fail) => setTimeout(fail, 30000, name + " hangs"))]);
		const now = look();
		while (document.getElementById("screen").dataset.guarded) await new Promise((next) => setTimeout(next, 10));
		document.querySelector('[id="n-start"]')?.click(); // and a step into it
		return {...now, took: now.memory + now.scripts - before.memory - before.scripts, further: look()};
	};
	window.ask = async (name, hash) => {
		const frame = document.createElement("iframe");
		frame.src = "/?lang=en&pack=" + name;
		document.body.append(frame);
		try {
			for (const start = Date.now(); Date.now() < start + 30000;) {
				await new Promise((next) => setTimeout(next, 5));
				const inside = frame.contentWindow;
				if (inside.document.documentElement?.dataset.state !== "playing") continue;
				const now = inside.look();
				if (now.pack === hash || /could not be opened|too long/.test(now.notice)) return now;
			}
			throw name + " hangs";
		} finally {
			frame.remove();
		}
	};`

// looked is what the page is like.
type looked struct {
	Pack, Notice, State string
	Choices, Foreign    int
	Alerted             bool
	Memory, Scripts     int // bytes, the game's own and those of the page's objects
	Took                int // bytes
	Further             *looked
}

// throughout must hold whatever was opened.
func (l *looked) throughout(t *testing.T, name string) {
	t.Helper()
	require.Equal(t, "playing", l.State, name)
	require.Positive(t, l.Choices, name)
	require.Zero(t, l.Foreign, "%s: text stays text", name)
	require.False(t, l.Alerted, name)
}

// came demands that the page shows the pack where it is one, and else says where
// it is bad and shows what it showed before.
func (l *looked) came(t *testing.T, h thrown, before string) {
	t.Helper()
	l.throughout(t, h.Name)
	if h.hash != "" {
		require.Equal(t, h.hash, l.Pack, "%s: %s", h.Name, l.Notice)
		return
	}
	require.Equal(t, before, l.Pack, h.Name)
	require.Regexp(t, `could not be opened|too long for this game`, l.Notice, h.Name)
	require.Less(t, len(l.Notice), 1300, "%s: a message must not repeat the file", h.Name)
}

// TestHostilePacksDropped drops them all on one page, one after the other.
func TestHostilePacksDropped(t *testing.T) {
	all, address := served(t)
	p := open(t, setup{before: watcher})
	p.visit(address + "?lang=en")
	p.playing()
	start := eval[looked](p, `look()`)
	largest := 0
	shown := start.Pack
	for i, h := range all {
		got, err := chromedp.Run(p.ctx, chromedp.Evaluate[looked](fmt.Sprintf(`drop("h%d")`, i), chromedp.EvalAwaitPromise))
		require.NoError(t, err, h.Name)
		got.came(t, h, shown)
		got.Further.throughout(t, h.Name+", one step on")
		require.Less(t, got.Took, 4*len(h.Bytes)+64<<20, h.Name)
		shown, largest = got.Pack, max(largest, len(h.Bytes))
	}
	end := eval[looked](p, `look()`)
	from, to := start.Memory+start.Scripts, end.Memory+end.Scripts
	t.Logf("memory from %d to %d MiB for %d packs, the largest of %d KiB", from>>20, to>>20, len(all), largest>>10)
	require.Less(t, to-from, 4*largest+64<<20, "all of them together take no more than one may")

	_, err := chromedp.Run(p.ctx, chromedp.Evaluate[looked](`drop("good")`, chromedp.EvalAwaitPromise))
	require.NoError(t, err)
	p.until(atScreen + ` === "briefing-crossing"`)
	p.after(func() { p.press("\r") })
	p.decideByKeys(1)
	require.Equal(t, "reveal-A1", p.screen(), "the page is as good as new")
}

// TestHostilePacksByAddress begins the game with each of them, as a link of this site could ask: in frames of one page, which share the compiled program. The
// site's policy forbids frames, so it is off here; the other tests have it on.
func TestHostilePacksByAddress(t *testing.T) {
	all, address := served(t)
	p := open(t, setup{before: watcher, plain: true, noWebGL: true})
	_, err := chromedp.Call(p.ctx, page.SetBypassCSP, page.SetBypassCSPParams{Enabled: true})
	require.NoError(t, err)
	p.visit(address + "no-such-page")
	ask := func(name, hash string) looked {
		got, err := chromedp.Run(p.ctx, chromedp.Evaluate[looked](fmt.Sprintf(`ask(%q, %q)`, name, hash), chromedp.EvalAwaitPromise))
		require.NoError(t, err, name)
		return got
	}
	first := shipped(t).Hash()
	start := ask("cloudflare", first)
	most := 0
	for i, h := range all {
		got := ask(fmt.Sprint("h", i), h.hash)
		got.came(t, h, first)
		require.Less(t, got.Memory-start.Memory, 4*len(h.Bytes)+64<<20, h.Name)
		most = max(most, got.Memory-start.Memory)
	}
	t.Logf("at most %d MiB more than without a pack", most>>20)
	again := ask("cloudflare", first)
	require.Equal(t, first, again.Pack, "the game begins as before")
}
