//go:build browser

package browser

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// fakeCamera stands in for a camera and for the browser's eye for QR pictures:
// window.inSight is what lies before the camera, window.refuse why there is
// none.
const fakeCamera = `
	window.inSight = [];
	window.BarcodeDetector = class {
		static async getSupportedFormats() { return ["ean_13", "qr_code"]; }
		constructor(options) { window.formats = options.formats.join(); }
		async detect() { return window.inSight.map((rawValue) => ({rawValue})); }
	};
	Object.defineProperty(navigator, "mediaDevices", {value: {async getUserMedia(wish) {
		window.wish = wish;
		if (window.refuse) throw new DOMException("no", window.refuse);
		return window.stream = document.createElement("canvas").captureStream();
	}}});
`

// openCodes opens the box for codes.
func (p *tab) openCodes(address string) {
	p.t.Helper()
	p.visit(address)
	p.playing()
	p.after(func() { p.hit("to-class") })
	p.after(func() { p.hit("to-codes") })
	p.hit("ask-codes")
	p.until(`document.querySelector("dialog.codes[open]")`)
}

func (p *tab) codesSay(text string) {
	p.t.Helper()
	p.until(`document.getElementById("codes-status").textContent === ` + strconv.Quote(text))
}

func TestScanningCodes(t *testing.T) {
	p := open(t, setup{before: fakeCamera, plain: true})
	p.openCodes(serveSite(t) + "?lang=en")
	words := p.native().Strings()
	codes := resultCodes(t, shipped(t), 3)
	sight := func(codes ...string) {
		eval[bool](p, `(window.inSight = [`+quoted(codes)+`], true)`)
	}
	sight(codes[0])
	p.until(`document.getElementById("codes-scan")`)
	p.clickOn("#codes-scan")
	p.codesSay(words.Plural("class.scan-found", 1))
	require.Equal(t, "qr_code", eval[string](p, `window.formats`))
	require.False(t, eval[bool](p, `window.wish.audio`))
	time.Sleep(3 * time.Second) // it stays in sight
	require.Equal(t, codes[0]+"\n", eval[string](p, `document.getElementById("codes-text").value`))
	sight(codes[1], codes[2])
	p.codesSay(words.Plural("class.scan-found", 3))
	sight()
	time.Sleep(3 * time.Second)
	sight(codes[0]) // somebody else who chose alike
	p.codesSay(words.Plural("class.scan-found", 4))
	p.clickOn("dialog.codes .primary")
	p.until(`document.getElementById("n-codes-count").textContent.includes("4 codes")`)
	require.False(t, eval[bool](p, `Boolean(document.querySelector("dialog.codes[open]"))`))
	require.True(t, eval[bool](p, `window.stream.getTracks().every((t) => t.readyState === "ended")`), "the camera is let go")
	require.Equal(t, 4, p.native().Session().State().Class.Added)
}

func quoted(list []string) string {
	var out []string
	for _, s := range list {
		out = append(out, strconv.Quote(s))
	}
	return strings.Join(out, ",")
}

// TestNoCamera says why there is none, in both languages.
func TestNoCamera(t *testing.T) {
	p := open(t, setup{before: fakeCamera, plain: true})
	address := serveSite(t)
	for _, language := range []string{"en", "fr"} {
		p.openCodes(address + "?lang=" + language)
		words := p.native().Strings()
		p.until(`document.getElementById("codes-scan")`)
		for refusal, key := range map[string]string{"NotAllowedError": "denied", "NotFoundError": "missing", "NotReadableError": "failed"} {
			eval[bool](p, `(window.refuse = "`+refusal+`", true)`)
			p.clickOn("#codes-scan")
			p.codesSay(words.Get("class.scan-" + key))
		}
		p.clickOn("dialog.codes .secondary:last-child")
		eval[bool](p, `(localStorage.clear(), true)`)
	}
}

// TestWithoutAnEyeForCodes offers no button where the browser reads no pictures,
// and says so.
func TestWithoutAnEyeForCodes(t *testing.T) {
	p := open(t, setup{before: `delete window.BarcodeDetector`, plain: true})
	p.openCodes(serveSite(t) + "?lang=en")
	p.codesSay(p.native().Strings().Get("class.scan-none"))
	require.False(t, eval[bool](p, `Boolean(document.getElementById("codes-scan"))`))
}
