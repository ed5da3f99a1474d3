//go:build browser && speech

package browser

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"
	"hardcases/proving/chromium"
	"hardcases/proving/engine"
	"hardcases/proving/orca"
	"hardcases/proving/packs"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

var writeSpeech = flag.Bool("update", false, "write the transcripts of TestSpeech anew")

// A hearing begins at a screen and goes on by keys, as X names them; "to x" is Tab until
// the focus is in the node x.
type hearing struct {
	name, at string
	plain    bool
	keys     []string
}

var hearings = []hearing{
	{name: "briefing", at: "briefing-y2017", keys: []string{"h", "Down", "Down", "Down", "to begin"}},
	{name: "decision", at: "decision-A1", keys: slices.Concat(
		[]string{"h", "Down", "Down", "Down", "Down", "Down", "to facts", "Return", "Down", "Down", "Down", "to close", "Return"},
		[]string{"to options", "space", "to commit", "Return", "space", "to bets", "space", "to stakes", "space", "to commit", "Return"},
		[]string{"Down", "Down", "Down", "Down", "Down", "Down", "Down", "to next", "Return"},
	)},
	{name: "debrief", at: "debrief-y2017", keys: []string{"h", "Down", "Down", "Down", "Down", "t", "alt+shift+Down", "alt+shift+Right"}},
	{name: "model", at: "model-y2017", keys: []string{"h", "Down", "Down", "to switch-shield", "Insert+a", "Right", "Left", "Insert+a"}},
	{name: "desk", at: "round-r1", keys: []string{"h", "Down", "Down", "Down", "Down", "to options", "space", "to commit", "Return", "Down", "Down", "Down", "Down"}},
	{name: "lesson", at: "class-vote-A1", keys: []string{"h", "Down", "Down", "Down", "Down", "Down"}},
	{name: "plain", at: "decision-A2", plain: true, keys: []string{"h", "Down", "Down", "Down", "to options", "space", "Down"}},
	{name: "settings", at: "settings", keys: []string{"h", "h", "h", "to theme"}},
	{name: "log", at: "debrief-y2017", keys: []string{"to see-log", "Return", "Down", "Down", "Down", "Down", "Down", "Down"}},
}

// heardIn are the browsers, with what begins the names of their transcripts; in Chromium
// the first of the hearings is heard (docs/access.md says why no more).
var heardIn = []struct {
	engine engine.Name
	prefix string
	all    []hearing
}{
	{engine.Firefox, "", hearings},
	{engine.Chromium, "chromium-", hearings[:1]},
}

// TestSpeech holds what Orca says in Firefox and in Chromium, word for word, in both
// languages. It takes its time and wants a quiet machine; what it needs, and how to run it
// and to write the transcripts anew, stands in docs/access.md.
func TestSpeech(t *testing.T) {
	r, err := orca.Start(t.Context(), t.TempDir())
	require.NoError(t, err)
	for _, in := range heardIn {
		for _, language := range []string{"en", "fr"} {
			t.Run(string(in.engine)+" "+language, func(t *testing.T) { speaks(t, r, in.engine, in.prefix, language, in.all) })
		}
	}
}

// speaks holds what is said in a browser in a language.
func speaks(t *testing.T, r *orca.Reader, in engine.Name, prefix, language string, all []hearing) {
	l := &listening{tab: openSpoken(t, in, engine.Setup{Env: r.Env(), Languages: language}), reader: r, language: language}
	l.visit(serveSite(t) + "?lang=" + language)
	l.playing()
	require.Contains(t, eval[string](l.tab, `navigator.userAgent`), map[engine.Name]string{engine.Firefox: "Firefox/", engine.Chromium: "Chrome/"}[in])
	require.NoError(t, r.Turn("Hard Cases"))
	if in == engine.Chromium {
		require.NoError(t, r.Point(2, 400)) // else the keys go to its field for addresses
	}
	for _, h := range all {
		t.Run(h.name, func(t *testing.T) {
			l.t = t
			said := l.hear(h)
			file := filepath.Join("testdata", "speech", prefix+h.name+"."+language+".txt")
			if *writeSpeech {
				require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
				require.NoError(t, os.WriteFile(file, []byte(said), 0o644))
			}
			want, err := os.ReadFile(file)
			require.NoError(t, err)
			require.Equal(t, string(want), said)
		})
	}
	l.t = t
	require.NoError(t, l.page.Close())
}

// openSpoken opens a page that a screen reader can read, in a window.
func openSpoken(t *testing.T, in engine.Name, s engine.Setup) *tab {
	t.Helper()
	if in != engine.Chromium {
		return openEngine(t, in, s)
	}
	ctx, quit := chromedp.NewExecAllocator(t.Context(), slices.Concat(chromium.Quiet("chromium", s.Languages), chromium.Software(), []chromedp.ExecAllocatorOption{
		chromedp.Flag("headless", false), chromedp.Flag("kiosk", true), chromedp.Flag("force-renderer-accessibility", true), chromedp.Env(append(os.Environ(), s.Env...)...),
	})...)
	t.Cleanup(quit)
	return openIn(t, ctx, setup{width: 1366, height: 768, limit: time.Hour})
}

// listening is a page that is read aloud.
type listening struct {
	*tab
	reader   *orca.Reader
	language string
}

// quiet is how long nothing is said before something is taken as said to its end.
const quiet = 1500 * time.Millisecond

// hear goes to where a hearing begins, and writes down each key and what is said of it.
func (l *listening) hear(h hearing) string {
	l.t.Helper()
	l.follow(dressed(l.t, shipped(l.t), l.journalAt(h.at), h.plain, play.Auto))
	l.until(atScreen + ` === "` + h.at + `"`)
	l.press("ctrl+Home")
	var b strings.Builder
	for _, key := range h.keys {
		said := l.act(key)
		fmt.Fprintf(&b, "> %s\n%s\n", key, strings.Join(said, " / "))
	}
	return b.String()
}

// journalAt is the game of the tour that shows a screen.
func (l *listening) journalAt(screen string) play.Journal {
	l.t.Helper()
	stops, err := tour.All(shipped(l.t), l.language)
	require.NoError(l.t, err)
	i := slices.IndexFunc(stops, func(s tour.Stop) bool {
		root := view.Screen(view.NewContext(shipped(l.t), packs.Words(l.t), l.language), s.State)
		return root.ID == screen
	})
	require.GreaterOrEqual(l.t, i, 0, screen)
	return stops[i].Journal
}

// act presses a key, or Tab until the focus is in a node: then what was said last counts.
func (l *listening) act(key string) []string {
	l.t.Helper()
	node, goes := strings.CutPrefix(key, "to ")
	if !goes {
		return l.press(key)
	}
	for range 60 {
		said := l.press("Tab")
		if eval[bool](l.tab, `Boolean(document.activeElement?.closest('`+at(node)+`'))`) {
			return said
		}
	}
	require.FailNow(l.t, "Tab does not lead there", node)
	return nil
}

// press presses a key and gives what was said.
func (l *listening) press(key string) []string {
	l.t.Helper()
	l.ready()
	require.NoError(l.t, l.reader.Press(key))
	said, err := l.reader.Heard(quiet)
	require.NoError(l.t, err)
	return said
}
