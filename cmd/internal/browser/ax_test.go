//go:build browser

package browser

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/proving/packs"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// heard is one node of Chromium's accessibility tree, as a screen reader is
// given it. Nothing else of the page is known to whoever plays by it.
type heard struct {
	role, name string
	is         map[string]string // its properties, such as checked or disabled
	node       *accessibility.Node
	parent     *heard
}

// listen gives the page as assistive technology has it, in the order of
// reading.
func (p *tab) listen() []*heard {
	p.t.Helper()
	p.left()
	tree, err := chromedp.Call(p.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	require.NoError(p.t, err)
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range tree.Nodes {
		byID[n.NodeID] = n
	}
	var all []*heard
	var walk func(n *accessibility.Node, parent *heard)
	walk = func(n *accessibility.Node, parent *heard) {
		if n == nil {
			return
		}
		if !n.Ignored {
			parent = &heard{role: said(n.Role), name: said(n.Name), is: map[string]string{}, node: n, parent: parent}
			for _, property := range n.Properties {
				parent.is[string(property.Name)] = said(property.Value)
			}
			all = append(all, parent)
		}
		for _, id := range n.ChildIDs {
			walk(byID[id], parent)
		}
	}
	walk(tree.Nodes[0], nil)
	return all
}

// said is a value of the accessibility tree as text, "" for none.
func said(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	var text string
	if json.Unmarshal([]byte(v.Value), &text) == nil {
		return text
	}
	return string(v.Value) // true, false or a number
}

// within says whether a node lies in another one.
func (h *heard) within(other *heard) bool {
	for ; h != nil; h = h.parent {
		if h == other {
			return true
		}
	}
	return false
}

// find lists the nodes of a role, in the order of reading.
func find(page []*heard, role string) []*heard {
	var found []*heard
	for _, h := range page {
		if h.role == role {
			found = append(found, h)
		}
	}
	return found
}

// use gives a node the focus and presses a key there, which is what a screen
// reader does.
func (p *tab) use(h *heard, key string) {
	p.t.Helper()
	_, err := chromedp.Call(p.ctx, dom.Focus, dom.FocusParams{BackendNodeID: h.node.BackendDOMNodeID})
	require.NoError(p.t, err, "%s %q takes no focus", h.role, h.name)
	p.press(key)
}

// title is the one main heading of what is heard.
func title(t *testing.T, page []*heard) string {
	t.Helper()
	var titles []string
	for _, h := range find(page, "heading") {
		if h.is["level"] == "1" {
			titles = append(titles, h.name)
		}
	}
	require.Len(t, titles, 1, "main headings")
	return titles[0]
}

// focused is what has the focus.
func focused(t *testing.T, page []*heard) *heard {
	t.Helper()
	var found []*heard
	for _, h := range page {
		if h.is["focused"] == "true" && h.role != "RootWebArea" {
			found = append(found, h)
		}
	}
	require.Len(t, found, 1, "nodes with the focus")
	return found[0]
}

// onward lists how the buttons are called that lead from the first screen to
// the results, from the nearest to the farthest; a name that ends in * begins
// so.
func onward(words *locale.Strings) []string {
	names := commits(words)
	for n := range 20 { // the steps that a short way left out
		names = append(names, words.Plural("debrief.more", n+1))
	}
	for _, key := range []string{"home.start", "home.resume", "briefing.begin", "seat.take", "reveal.next", "reveal.debrief", "debrief.next", "debrief.home", "home.results"} {
		open := "*"
		names = append(names, words.Get(key, locale.A("year", open), locale.A("title", open), locale.A("case", open)))
	}
	return names
}

// commits are the names of the button that ends a decision.
func commits(words *locale.Strings) []string {
	var names []string
	for _, k := range pack.StepKinds() {
		names = append(names, words.Get(k.Key("decision.commit")))
	}
	return names
}

// called says whether a name is the one wanted, as onward gives it.
func called(name, wanted string) bool {
	if head, open := strings.CutSuffix(wanted, "*"); open {
		return strings.HasPrefix(name, head)
	}
	return name == wanted
}

// button is the first of the wanted buttons that the page has.
func button(t *testing.T, page []*heard, wanted []string) *heard {
	t.Helper()
	for _, w := range wanted {
		for _, h := range find(page, "button") {
			if called(h.name, w) {
				return h
			}
		}
	}
	require.FailNow(t, "no way on", "from the screen %q", title(t, page))
	return nil
}

// answer chooses in each group of radio buttons, not always the same one.
func (p *tab) answer(page []*heard, n int) {
	p.t.Helper()
	groups := len(find(page, "radiogroup"))
	for g := range groups {
		page = p.listen() // a choice can change the page
		group := find(page, "radiogroup")[g]
		require.NotEmpty(p.t, group.name, "the name of a group")
		var radios []*heard
		for _, h := range find(page, "radio") {
			if h.within(group) {
				radios = append(radios, h)
			}
		}
		require.Greater(p.t, len(radios), 1, group.name)
		pick := radios[(n+g)%len(radios)]
		p.use(pick, " ")
		p.until(`document.activeElement.checked`) // to ask for all that is heard, again and again, would take long
		p.await(func(page []*heard) bool {
			for _, h := range find(page, "radio") {
				if h.name == pick.name && h.is["checked"] == "true" {
					return true
				}
			}
			return false
		}, "choose "+pick.name)
	}
}

// deciding says whether a page has a decision to make: other questions can wait.
func deciding(page []*heard, words *locale.Strings) bool {
	return slices.ContainsFunc(find(page, "button"), func(h *heard) bool { return slices.Contains(commits(words), h.name) })
}

// await listens until something is so.
func (p *tab) await(so func([]*heard) bool, what string) {
	p.t.Helper()
	for deadline := time.Now().Add(patience); !so(p.listen()); time.Sleep(20 * time.Millisecond) {
		require.True(p.t, time.Now().Before(deadline), what)
	}
}

// TestPlayByTheAccessibilityTree plays all cases by what a screen reader is
// given: roles, names and states, and the focus. In French it is the page alone.
func TestPlayByTheAccessibilityTree(t *testing.T) {
	catalog := packs.Words(t)
	for _, language := range []string{"en", "fr"} {
		t.Run(language, func(t *testing.T) {
			p := open(t, setup{languages: language, width: 640, height: 480, plain: language == "fr"})
			p.visit(serveSite(t))
			p.playing()
			words := catalog.Strings(language)
			end := words.Plural("results.headline", steps(t))
			decided := 0
			for page := p.listen(); title(t, page) != end; page = p.listen() {
				require.Less(t, decided, 100, "the game has no end")
				heading := title(t, page)
				require.Len(t, find(page, "main"), 1, heading)
				require.Len(t, find(page, "banner"), 1, heading)
				at := focused(t, page)
				require.Equal(t, []string{"heading", heading}, []string{at.role, at.name}, "a new screen begins at its heading")
				if deciding(page, words) {
					p.answer(page, decided)
					decided++
					page = p.listen()
				}
				b := button(t, page, onward(words))
				require.NotEqual(t, "true", b.is["disabled"], b.name)
				p.after(func() { p.use(b, "\r") })
				p.await(func(page []*heard) bool { return title(t, page) != heading }, b.name)
			}
			require.Equal(t, steps(t), decided)
			p.finished()
		})
	}
}
