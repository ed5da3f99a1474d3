//go:build browser

package browser

import (
	"os"
	"path/filepath"
	"testing"

	"hardcases/cmd/internal/bundle"

	"github.com/stretchr/testify/require"
)

// oneFile writes the page that holds everything into a folder, and gives its address.
func oneFile(t *testing.T, dir, name string, o bundle.OnePage) string {
	t.Helper()
	site, err := whole(t.Context())
	require.NoError(t, err)
	page, err := o.Make(bundle.Of(site))
	require.NoError(t, err)
	require.Less(t, len(page), 5_000_000)
	file := filepath.Join(dir, name)
	require.NoError(t, os.WriteFile(file, page, 0o600))
	return "file://" + filepath.ToSlash(file)
}

const violations = `
	window.violations = [];
	document.addEventListener("securitypolicyviolation", (e) => violations.push(e.violatedDirective + " " + e.blockedURI))`

// TestOneFile plays a page that lies in a folder, by keys: it is loaded again, goes
// on where it was, changes its language, and has asked for nothing. A second one
// beside it, of another pack, keeps a game of its own.
func TestOneFile(t *testing.T) {
	dir := t.TempDir()
	address := oneFile(t, dir, "hard-cases.html", bundle.OnePage{Saves: "hardcases-file-1:own:"})
	other := oneFile(t, dir, "other.html", bundle.OnePage{Saves: "hardcases-file-1:other:"})
	p := open(t, setup{before: violations, relayed: true}) // what asks for the picture would write before the page does
	p.visit(address)
	p.playing()
	p.playOneStep()
	require.Equal(t, 1, p.answers())
	p.after(func() { p.press("\r") })
	p.takeSeat()
	p.press("b")
	p.until(`document.activeElement.checked`)
	screen, chosen := p.screen(), p.checked()
	require.NotEmpty(t, chosen)
	p.reload()
	p.playing()
	p.until(atScreen + ` === "` + screen + `"`)
	require.Equal(t, chosen, p.checked())
	p.decideByKeys(2)
	require.Equal(t, 2, p.answers())
	require.Empty(t, eval[[]string](p, `violations`))
	p.visit(address + "?lang=fr")
	p.playing()
	require.Equal(t, "fr", eval[string](p, `document.documentElement.lang`))
	require.Zero(t, eval[int](p, `document.querySelectorAll('#files > [data-file$=".wasm"]').length`), "what was read of the page is gone from it")

	q := p.beside(setup{before: violations, relayed: true})
	q.visit(other)
	q.playing()
	require.Equal(t, "home", q.screen())
	require.Equal(t, 0, q.answers())
	q.playOneStep()
	require.Equal(t, 1, q.answers())
	require.Equal(t, 2, p.answers())

	for _, tab := range []*tab{p, q} {
		require.Empty(t, eval[[]string](tab, `violations`))
		require.Empty(t, tab.said())
		for _, asked := range tab.asked() {
			require.Regexp(t, `^(file|data):`, asked)
			require.NotRegexp(t, `\.(js|css|wasm|msgp)`, asked)
		}
	}
}

// TestOneFileSaysWhereItKeepsNothing: a browser may forbid a file to keep anything.
func TestOneFileSaysWhereItKeepsNothing(t *testing.T) {
	address := oneFile(t, t.TempDir(), "hard-cases.html", bundle.OnePage{Saves: "x:"})
	p := open(t, setup{plain: true, before: `for (const name of ["localStorage", "sessionStorage"])
		Object.defineProperty(window, name, {get() { throw new DOMException("no", "SecurityError"); }})`})
	p.visit(address)
	p.playing()
	p.playOneStep()
	p.until(`document.querySelector('` + at("trouble") + `').textContent.includes("Nothing may be kept here")`)
}
