//go:build browser

package browser

import (
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// led notes, each time that the focus comes to an element, what it came from is
// like at that moment, and where the selection is afterwards. Screen readers follow
// both: one whose place has left the page, or been shut off, looks for another by
// itself and says nothing of where the focus went.
const led = `window.led = [];
document.addEventListener("focusin", (event) => {
	const from = event.relatedTarget, to = event.target;
	setTimeout(() => {
		const anchor = getSelection().anchorNode;
		led.push({
			to: to.id, left: !from || !from.isConnected || Boolean(from.closest("[inert]")),
			astray: to.tagName !== "INPUT" && !(anchor && to.contains(anchor)),
		});
	});
});`

// TestReadersAreLedOn opens and closes sheets, and goes through a step, by keys,
// in both views: the focus moves on before what it leaves is gone.
func TestReadersAreLedOn(t *testing.T) {
	for name, plain := range map[string]bool{"picture": false, "plain": true} {
		t.Run(name, func(t *testing.T) { readersAreLedOn(t, plain) })
	}
}

func readersAreLedOn(t *testing.T, plain bool) {
	p := open(t, setup{plain: plain})
	p.visit(serveSite(t))
	p.playing()
	p.until(`document.activeElement.tagName === "H1"`)
	eval[bool](p, `(() => {`+led+`return true})()`)
	p.toAnswer()
	const who = `document.querySelector('[id^="n-fact-"][id$="-who"]')`
	p.ready()
	eval[bool](p, who+`.focus() || true`)
	p.until(`led.some((e) => e.to.endsWith("-who"))`)
	eval[bool](p, `(window.led = led.filter((e) => !e.to.endsWith("-who")), true)`) // that was the test's doing
	p.press("\r")
	p.until(`document.querySelector('[role="dialog"]')`)
	require.True(t, eval[bool](p, `Boolean(document.activeElement.closest('[role="dialog"]'))`))
	p.until(`document.querySelector("#n-main").matches("[inert]") && !document.querySelector(".going")`)
	p.press("\x1b")
	p.until(`!document.querySelector('[role="dialog"]')`)
	p.until(`document.activeElement === ` + who)

	// The skip link's text stays as it is while only a choice changes.
	eval[bool](p, `(window.stirred = 0, new MutationObserver((list) => window.stirred += list.length)
			.observe(document.querySelector(".skip"), {childList: true, characterData: true, subtree: true}), true)`)
	p.press("a")
	p.until(`document.querySelector("#screen input:checked")`)
	p.press("b")
	p.until(`document.querySelectorAll("#n-options input")[1].checked`)
	require.Zero(t, eval[int](p, `window.stirred`))

	p.until(`led.length >= 5`)
	for _, e := range eval[[]struct {
		To           string
		Left, Astray bool
	}](p, `led`) {
		require.False(t, e.Left, "%s: the focus came from what had gone", e.To)
		require.False(t, e.Astray, "%s: the reading place did not come along", e.To)
	}
}

// TestMessagesOfTheStartAreSaid: screen readers speak of statuses that change, so that
// one which comes with the page has to come once more, when the focus is there.
func TestMessagesOfTheStartAreSaid(t *testing.T) {
	const listens = `
		Object.defineProperty(window, "localStorage", {get() { throw new DOMException("denied", "SecurityError"); }});
		window.heard = [];
		new MutationObserver((all) => all.forEach((m) => m.addedNodes.forEach((n) => {
			const status = n.nodeType === 3 && document.activeElement.tagName === "H1" && m.target.closest('[role="status"]');
			if (status) heard.push(status.id);
		}))).observe(document, {childList: true, subtree: true});`
	for name, s := range map[string]setup{
		"with its picture": {before: listens}, "as a page": {before: listens, relayed: true}, "without WebGL": {before: listens, relayed: true, noWebGL: true},
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t, s)
			p.visit(serveSite(t))
			p.playing()
			p.until(`heard.includes("n-trouble")`)
			p.until(`(` + trouble + `).includes("Nothing may be kept here")`)
			if s.noWebGL {
				p.until(`heard.includes("n-notice")`)
				p.until(`(` + notice + `).includes("WebGL 2 is missing")`)
			}
		})
	}
}

// TestPlainPageCanBePressed demands of every control of the plain page that it is
// what lies under its own middle.
func TestPlainPageCanBePressed(t *testing.T) {
	p := open(t, setup{width: 1280, height: 900, plain: true})
	p.visit(serveSite(t))
	p.playing()
	p.toAnswer()
	p.until(`!document.querySelector(".going")`)
	covered := eval[[]string](p, `[...document.querySelectorAll("#screen :is(button, label, a)")].filter((e) => {
		e.scrollIntoView({block: "center"});
		const r = e.getClientRects()[0];
		const at = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
		return at === null || !e.contains(at);
	}).map((e) => e.id)`)
	require.Empty(t, covered)
	require.Greater(t, eval[int](p, `document.querySelectorAll("#screen :is(button, label, a)").length`), 15)
}

// TestNoWordIsCutBesideThePicture demands that each text beside the picture stands
// in one line, so that who reads by lines hears it whole.
func TestNoWordIsCutBesideThePicture(t *testing.T) {
	p := open(t, setup{})
	p.visit(serveSite(t))
	p.playing()
	p.playOneStep()
	p.until(`document.getElementById("screen").dataset.settled === "true"`)
	p.until(`!document.querySelector(".going")`)
	cut := eval[[]string](p, `(() => {
		const walk = document.createTreeWalker(document.getElementById("screen"), NodeFilter.SHOW_TEXT), cut = [];
		while (walk.nextNode()) {
			const range = document.createRange();
			range.selectNodeContents(walk.currentNode);
			if (range.getClientRects().length > 1) cut.push(walk.currentNode.textContent);
		}
		return cut;
	})()`)
	require.Empty(t, cut)
}

// TestSeekingIsAnswered: who has the browser search in the picture, or show its cursor, is
// told once that both are seen on the plain page, and can go there; the browser does as it
// is told.
func TestSeekingIsAnswered(t *testing.T) {
	for name, key := range map[string]input.DispatchKeyEventParams{
		"a search": {Key: "f", Code: "KeyF", WindowsVirtualKeyCode: 70, Modifiers: 2},
		"again":    {Key: "F3", Code: "F3", WindowsVirtualKeyCode: 114},
		"a cursor": {Key: "F7", Code: "F7", WindowsVirtualKeyCode: 118},
	} {
		t.Run(name, func(t *testing.T) {
			p := open(t, setup{})
			p.visit(serveSite(t) + "?lang=en")
			p.playing()
			eval[bool](p, `(window.prevented = [], addEventListener("keydown", (event) => prevented.push(event.defaultPrevented)), true)`)
			press := func() {
				for _, key.Type = range []input.DispatchKeyEventType{"rawKeyDown", "keyUp"} {
					_, err := chromedp.Call(p.ctx, input.DispatchKeyEvent, key)
					require.NoError(t, err)
				}
			}
			press()
			p.until(`(` + notice + `).includes("On the plain page they can")`)
			require.Equal(t, []bool{false}, eval[[]bool](p, `prevented`))
			p.hit("to-plain")
			p.until(`document.documentElement.dataset.view === "plain"`)
			p.until(`!(` + notice + `)`)
			press()
			time.Sleep(200 * time.Millisecond)
			require.Empty(t, eval[string](p, notice), "there it is seen")
		})
	}
}

// clicked notes the elements that are given a listener for clicks.
const clicked = `window.clicked = [];
(() => {
	const add = Element.prototype.addEventListener;
	Element.prototype.addEventListener = function (type, ...rest) {
		if (["click", "mousedown", "mouseup"].includes(type)) clicked.push(this);
		return add.call(this, type, ...rest);
	};
})();`

// TestHeadingsAreNotClickable: a heading that can have the focus, in an element that hears
// clicks, is called clickable by screen readers.
func TestHeadingsAreNotClickable(t *testing.T) {
	p := open(t, setup{plain: true, before: clicked})
	p.visit(serveSite(t))
	p.playing()
	p.until(`document.activeElement.tagName === "H1"`)
	require.True(t, eval[bool](p, `clicked.length > 0`), "the skip link hears clicks")
	require.Empty(t, eval[[]string](p, `clicked.filter((e) => e.contains(document.querySelector("h1"))).map((e) => e.tagName + " " + e.id)`))
}
