package author

import (
	"bytes"
	"fmt"

	"github.com/go-text/typesetting/font"
)

// Coverage says which characters can be shown: those that every one of the
// fonts (WOFF, TrueType or OpenType files) has a glyph for, the line feed, and
// the narrow no-break space, which is drawn as a narrow space.
func Coverage(fonts ...[]byte) (func(rune) bool, error) {
	faces := make([]*font.Face, len(fonts))
	for i, b := range fonts {
		face, err := font.ParseTTF(bytes.NewReader(b))
		if err != nil {
			return nil, fmt.Errorf("font %d: %w", i+1, err)
		}
		faces[i] = face
	}
	return func(r rune) bool {
		if r == '\n' || r == '\u202F' {
			return true
		}
		for _, f := range faces {
			if _, ok := f.NominalGlyph(r); !ok {
				return false
			}
		}
		return true
	}, nil
}
