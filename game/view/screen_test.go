package view_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/tour"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

func shipped(t testing.TB) (*pack.Pack, *locale.Catalog) { return named(t, "cloudflare") }

// named opens a shipped pack.
func named(t testing.TB, id string) (*pack.Pack, *locale.Catalog) {
	t.Helper()
	return packs.Named(t, id), packs.Words(t)
}

// TestTrees holds what must be true of every screen.
func TestTrees(t *testing.T) {
	for _, id := range []string{"cloudflare", "elsewhere"} {
		p, c := named(t, id)
		holdTrees(t, p, c)
	}
}

func holdTrees(t *testing.T, p *pack.Pack, c *locale.Catalog) {
	for _, language := range p.Head().Locales {
		stops, err := tour.All(p, language)
		require.NoError(t, err)
		for _, s := range stops {
			root := view.Screen(view.NewContext(p, c, language), s.State)
			for _, problem := range problems(&root) {
				t.Errorf("%s, %s: %s", language, s.Name, problem)
			}
		}
	}
}

// bareNumber is the number of a claim or a source in the file, by itself.
var bareNumber = regexp.MustCompile(`^[A-Z]+[0-9]*-[0-9]+$`)

func problems(root *view.Node) []string {
	var out []string
	bad := func(n *view.Node, format string, args ...any) {
		out = append(out, fmt.Sprintf("%s #%s ", n.Role, n.ID)+fmt.Sprintf(format, args...))
	}
	seen := map[string]bool{}
	level, ones := 0, 0
	view.Walk(root, func(n *view.Node, _ int) bool {
		switch {
		case n.ID == "":
			bad(n, "has no id")
		case seen[n.ID]:
			bad(n, "is there twice")
		}
		seen[n.ID] = true
		if n.Text != "" && len(n.Children) > 0 {
			bad(n, "has both text and children")
		}
		for _, text := range []string{n.Text, n.Name} {
			if strings.ContainsAny(text, "{}") || looksLikeKey(text) {
				bad(n, "says %q, which is not a text", text)
			}
		}
		switch n.Role {
		case view.Heading:
			if n.Level == 1 {
				ones++
			}
			if n.Level > level+1 {
				bad(n, "jumps from level %d to %d", level, n.Level)
			}
			level = n.Level
			if view.Text(n) == "" {
				bad(n, "is empty")
			}
		case view.Button, view.Radio:
			if n.On == nil {
				bad(n, "does nothing")
			}
			if n.Name == "" && view.Text(n) == "" {
				bad(n, "has no name")
			}
		case view.Region, view.RadioGroup, view.Dialog, view.Navigation, view.Document:
			if n.Name == "" {
				bad(n, "has no name")
			}
		case view.Figure:
			told := view.Text(n) != "" || n.Chart != nil && n.Chart.Kind == view.Network && view.Find(root, "network-state") != nil
			if n.Name == "" || !told || n.Chart == nil || len(n.Chart.Table) < 2 {
				bad(n, "lacks its name, its summary or its data")
			}
		case view.Paragraph, view.Cell, view.RowHeader, view.ColHeader, view.TextRole, view.Strong:
			if view.Text(n) == "" && n.Role != view.Cell {
				bad(n, "is empty")
			}
		default:
		}
		if n.ID == "crumb" && n.Text == view.Headline(root) {
			bad(n, "repeats the heading")
		}
		// Who says what is to be seen must be understood: WCAG 2.5.3, label in name.
		if n.Role == view.Button && n.Name != "" && n.Text != "" && !strings.Contains(strings.ToLower(n.Name), strings.ToLower(n.Text)) && hasLetters(n.Text) {
			bad(n, "shows %q, which is not in its name %q", n.Text, n.Name)
		}
		if (n.Role == view.Button || n.Role == view.Link) && bareNumber.MatchString(view.Text(n)) {
			bad(n, "says nothing but a number of the file")
		}
		if n.Look == view.Fact && strings.HasPrefix(n.ID, "fact-") && len(n.Claims) == 0 {
			bad(n, "is a fact without a claim")
		}
		return true
	})
	if ones != 1 {
		out = append(out, fmt.Sprintf("the screen has %d first-level headings", ones))
	}
	return out
}

// hasLetters says whether a text has words: signs such as + need not be said.
func hasLetters(s string) bool { return strings.ContainsFunc(s, unicode.IsLetter) }

// looksLikeKey says whether a text is a key of the string tables that found no
// text: dotted lower-case words.
func looksLikeKey(s string) bool {
	before, after, ok := strings.Cut(s, ".")
	const letters = "abcdefghijklmnopqrstuvwxyz"
	return ok && strings.ContainsAny(before, letters) && strings.ContainsAny(after, letters) &&
		strings.Trim(s, letters+"0123456789-.") == ""
}
