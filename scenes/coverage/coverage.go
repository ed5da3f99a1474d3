// Package coverage knows which characters can be shown: those that the fonts have
// glyphs for, and those that package glyph sets by a rule. It needs no display, so
// linters can use it.
package coverage

import (
	"bytes"
	"fmt"

	"github.com/go-text/typesetting/font"

	"hardcases/assets"
	"hardcases/scenes/glyph"
)

// Names are the names of all font files that texts are set in.
func Names() []string {
	return []string{"text-400", "text-600", "text-700", "head-400", "head-600"}
}

// Coverage is what a set of fonts can show.
type Coverage struct {
	fonts []*font.Face
}

// New reads the game's fonts.
func New() (*Coverage, error) {
	c := &Coverage{}
	for _, name := range Names() {
		f, err := font.ParseTTF(bytes.NewReader(assets.Font(name)))
		if err != nil {
			return nil, fmt.Errorf("font %s: %w", name, err)
		}
		c.fonts = append(c.fonts, f)
	}
	return c, nil
}

// Covers says whether every font has a glyph for the character, or a rule says
// how to show it. The line feed, which ends lines, counts as shown.
func (c *Coverage) Covers(r rune) bool {
	if first, _ := glyph.Next(string(r)); first.Text != string(r) || r == '\n' {
		return true
	}
	return c.Sets(r)
}

// Sets says whether every font has a glyph for the character, so that a browser, too,
// shows it in the game's own type.
func (c *Coverage) Sets(r rune) bool {
	for _, f := range c.fonts {
		if _, ok := f.NominalGlyph(r); !ok {
			return false
		}
	}
	return true
}

// Missing lists the characters of a text that cannot be shown, each once, in
// the order in which they come.
func (c *Coverage) Missing(text string) []rune {
	var missing []rune
	seen := map[rune]bool{}
	for _, r := range text {
		if !seen[r] && !c.Covers(r) {
			missing = append(missing, r)
		}
		seen[r] = true
	}
	return missing
}
