package author

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"hardcases/assets"
	"hardcases/game/pack"

	"golang.org/x/text/unicode/norm"
)

// maxID is the most letters of an id.
const maxID = 64

// Name gives the id of a pack in a folder: the folder's name where it is an id,
// else what is left of it without accents and spaces, in lower case. It is none
// that the game's own packs have, since saved games are found by it. It fails
// where nothing is left.
func Name(dir string) (string, error) {
	full, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	folder := filepath.Base(full)
	id := folder
	if !pack.ValidID(id) {
		id = spelled(folder)
	}
	if !pack.ValidID(id) {
		return "", fmt.Errorf("the folder's name %q gives the pack no id, which has letters from a to z and digits: choose a name such as my-harbour; the title can be in any script", folder)
	}
	if slices.Contains(assets.Packs(), strings.ToLower(id)) {
		id = "my-" + id
	}
	return id, nil
}

// spelled writes a name with the letters of ids: Été 2020 becomes ete-2020.
func spelled(name string) string {
	name = strings.NewReplacer("ß", "ss", "ẞ", "ss", "æ", "ae", "Æ", "ae", "œ", "oe", "Œ", "oe", "ø", "o", "Ø", "o",
		"ł", "l", "Ł", "l", "đ", "d", "Đ", "d", "ð", "d", "þ", "th", "ı", "i", "’", "", "'", "").Replace(name)
	var b strings.Builder
	for _, r := range strings.ToLower(norm.NFKD.String(name)) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	id := b.String()
	return strings.Trim(id[:min(len(id), maxID)], "-")
}
