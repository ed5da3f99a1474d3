//go:build browser

package browser

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestMessagesAreBroughtIntoView saves the game as a file, and drops a file that
// is none, from the foot of the settings on a phone. What is said of it stands
// at the top: it must come into view, as a polite status, with the focus left
// where it is.
func TestMessagesAreBroughtIntoView(t *testing.T) {
	address := serveSite(t)
	const seen = `(() => {
		const r = document.querySelector('[id="n-notice"]')?.getBoundingClientRect();
		return r && r.height > 0 && r.top >= 0 && r.bottom <= innerHeight;
	})()`
	for _, view := range []string{"canvas", "plain"} {
		t.Run(view, func(t *testing.T) {
			p := open(t, setup{width: 390, height: 844, plain: view == "plain", languages: "fr"})
			p.visit(address)
			p.playing()
			p.hit("bar-settings")
			p.until(atScreen + ` === "settings"`)
			p.hit("export")
			p.until(`document.querySelector('[id="n-notice"]')?.textContent.includes("hard-cases.save")`)
			p.until(seen)
			require.Equal(t, "status", eval[string](p, `document.querySelector('[id="n-notice"]').getAttribute("role")`))
			require.Equal(t, "n-export", eval[string](p, `document.activeElement.id`))

			p.tabTo("erase", "")
			p.until(`!` + seen)
			eval[bool](p, `(() => {
				const given = new DataTransfer();
				given.items.add(new File(["no save"], "x.save"));
				document.dispatchEvent(new DragEvent("drop", {dataTransfer: given, cancelable: true}));
				return true;
			})()`)
			p.until(`document.querySelector('[id="n-notice"]').textContent.includes("endommagé")`)
			p.until(seen)
			require.Equal(t, "n-erase", eval[string](p, `document.activeElement.id`))
			require.Empty(t, p.said())
		})
	}
}
