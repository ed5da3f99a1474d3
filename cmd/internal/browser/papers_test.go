//go:build browser

package browser

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/desk"
	"hardcases/game/class"
	"hardcases/game/kit"
	"hardcases/game/pack"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// TestPapersInPrint prints the papers on both sizes in both languages. A student
// sheet has two sides, so that no page may run over: what happened would come to
// lie on a front. The pages are those that docs/teaching.md gives.
func TestPapersInPrint(t *testing.T) {
	p := open(t, setup{noWebGL: true})
	words := packs.Words(t)
	for _, id := range assets.Packs() {
		for _, language := range []string{"en", "fr"} {
			content := packs.Named(t, id)
			ctx := view.NewContext(content, words, language)
			lib, err := content.Library()
			require.NoError(t, err)
			_, longest := lib.Plan("m90")
			_, usual := lib.Plan("m50")
			for _, size := range []kit.Size{kit.A4, kit.Letter} {
				name := id + " " + language + " " + string(size)
				all := p.pages(ctx, kit.Options{Plan: "m90", Age: class.Older, Paper: size, Draw: desk.OnPaper()}, "student.html")
				require.Equal(t, map[string]int{"student.html": 2*len(longest.Lessons[0].Steps(true)) + 2*questions(t, content, longest, true)}, all, name)
				steps := len(usual.Lessons[0].Steps(false))
				require.Equal(t, map[string]int{"lesson.html": 4, "student.html": 2*steps + 2*questions(t, content, usual, false), "key.html": steps, "ticket.html": 1, "family.html": 1},
					p.pages(ctx, kit.Options{Plan: "m50", Paper: size, Draw: desk.OnPaper()}), name)
			}
		}
	}
}

// questions counts the cases of a plan's first lesson that begin with a question to the
// working model: each has a sheet of its own.
func questions(t *testing.T, p *pack.Pack, plan *pack.Plan, older bool) int {
	t.Helper()
	n := 0
	for i, part := range plan.Lessons[0].Parts {
		c, err := p.Case(part.Case)
		require.NoError(t, err)
		if len(c.Tries) > 0 && (i == 0 || plan.Lessons[0].Parts[i-1].Case != part.Case) && (older || len(part.Steps) > 0) {
			n++
		}
	}
	return n
}

// pages prints the papers, or those named, and counts the pages of each.
func (p *tab) pages(ctx view.Context, o kit.Options, only ...string) map[string]int {
	p.t.Helper()
	files, err := kit.Make(ctx, o)
	require.NoError(p.t, err)
	out := map[string]int{}
	for _, f := range files {
		if len(only) > 0 && !slices.Contains(only, f.Name) {
			continue
		}
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = w.Write([]byte(f.HTML))
		}))
		p.visit(server.URL)
		p.until(`document.readyState === "complete"`)
		yes := true
		r, err := chromedp.Call(p.ctx, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: &yes})
		server.Close()
		require.NoError(p.t, err)
		out[f.Name] = bytes.Count(r.Data, []byte("/Type /Page\n"))
	}
	return out
}
