package bundle

import (
	"bytes"
	"fmt"

	"hardcases/game/play"
	"hardcases/scenes/theme"
)

// cssNames are the custom properties of the style sheet, by token, so that the
// page has the very colours of the picture.
var cssNames = []struct {
	name  string
	token theme.Token
}{
	{"paper", theme.Paper}, {"card", theme.Card}, {"ink", theme.Ink}, {"muted", theme.Muted},
	{"line", theme.Line}, {"edge", theme.Edge}, {"you", theme.You}, {"you-back", theme.YouBack},
	{"theirs", theme.Theirs}, {"theirs-back", theme.TheirsBack}, {"warn", theme.Warn},
	{"over", theme.Over}, {"ink-over", theme.InkOver},
}

// colourRules are the themes as custom properties, of those that a style sheet
// uses: what the system prefers, and what a class on the page's root asks for
// instead.
func colourRules(sheet []byte) []byte {
	var b bytes.Buffer
	rule := func(selector string, choice play.Theme, dark bool) {
		t := theme.Of(choice, dark)
		scheme := "light"
		if dark {
			scheme = "dark"
		}
		fmt.Fprintf(&b, "%s { color-scheme: %s;", selector, scheme)
		for _, n := range cssNames {
			if !bytes.Contains(sheet, []byte("var(--"+n.name+")")) {
				continue
			}
			c := t.Color(n.token)
			fmt.Fprintf(&b, " --%s: #%02x%02x%02x;", n.name, c.R, c.G, c.B)
		}
		b.WriteString(" }\n")
	}
	rule(":root", play.Auto, false)
	rule(":root.contrast", play.Contrast, false)
	b.WriteString("@media (prefers-color-scheme: dark) {\n")
	rule(":root", play.Auto, true)
	rule(":root.contrast", play.Contrast, true)
	b.WriteString("}\n")
	rule(":root.light", play.Light, false)
	rule(":root.dark", play.Dark, true)
	b.WriteString("@media print {\n") // paper is light
	rule(":root, :root.dark", play.Light, false)
	rule(":root.contrast", play.Contrast, false)
	b.WriteString("}\n")
	return b.Bytes()
}
