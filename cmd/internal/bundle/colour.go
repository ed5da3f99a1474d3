package bundle

import (
	"bytes"
	"fmt"
	"slices"

	"hardcases/game/play"
	"hardcases/scenes/theme"
)

// colourRules are the themes as custom properties, of those that a style sheet
// uses, and of others: what the system prefers, and what a class on the page's root asks for
// instead.
func colourRules(sheet []byte, others []theme.Token) []byte {
	var b bytes.Buffer
	rule := func(selector string, choice play.Theme, dark bool) {
		t := theme.Of(choice, dark)
		scheme := "light"
		if dark {
			scheme = "dark"
		}
		fmt.Fprintf(&b, "%s { color-scheme: %s;", selector, scheme)
		for _, k := range theme.Named() {
			if slices.Contains(others, k) || bytes.Contains(sheet, []byte("var(--"+k.Name()+")")) {
				fmt.Fprintf(&b, " --%s: %s;", k.Name(), t.Hex(k))
			}
		}
		b.WriteString(" }\n")
	}
	rule(":root", play.Auto, false)
	rule(":root.contrast", play.Contrast, false)
	b.WriteString("@media (prefers-color-scheme: dark) {\n")
	rule(":root", play.Auto, true)
	rule(":root.contrast", play.Contrast, true)
	b.WriteString("}\n")
	b.WriteString("@media (prefers-contrast: more) {\n")
	rule(":root", play.Contrast, false)
	b.WriteString("}\n@media (prefers-contrast: more) and (prefers-color-scheme: dark) {\n")
	rule(":root", play.Contrast, true)
	b.WriteString("}\n")
	rule(":root.light", play.Light, false)
	rule(":root.dark", play.Dark, true)
	b.WriteString("@media print {\n") // paper is light
	rule(":root, :root.dark", play.Light, false)
	rule(":root.contrast", play.Contrast, false)
	b.WriteString("}\n")
	return b.Bytes()
}
