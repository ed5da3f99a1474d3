//go:build browser

package browser

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestLinksIntoAPack follows links to a case and to steps. A page that is loaded again
// stays where it was, and what a link cannot name is told.
func TestLinksIntoAPack(t *testing.T) {
	address := serveSite(t)
	p := open(t, setup{plain: true})
	follow := func(query string) {
		p.visit(address + query)
		p.playing()
	}
	follow("?lang=en&case=y2022&step=C4")
	require.Equal(t, "briefing-y2022", p.screen(), "the step was not reached")
	p.after(func() { p.hit("begin") })
	on := p.screen()
	require.NotEqual(t, "briefing-y2022", on)
	eval[bool](p, `(window.before = true, location.reload(), true)`)
	p.until(`!window.before`)
	p.playing()
	require.Equal(t, on, p.screen(), "loaded again")

	follow("?case=y2017")
	require.Equal(t, "briefing-y2017", p.screen())
	follow("?pack=elsewhere&case=gab2018")
	require.Equal(t, "briefing-gab2018", p.screen())
	follow("?pack=cloudflare")
	before := p.screen()
	for _, odd := range []string{"?case=nowhere", "?step=Z9", "?case=y2022&step=%3Cb%3E", "?case=gab2018"} {
		follow(odd)
		require.Equal(t, before, p.screen(), odd)
		p.until(`(` + notice + `).includes("does not have")`)
		require.Less(t, len(eval[string](p, notice)), 300)
	}
}
