package author

import (
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"strings"

	"hardcases/cmd/internal/whole"
)

// Tidied is a file of text whose marks were put right.
type Tidied struct {
	File  string
	Lines int // that were changed
}

// Tidy puts right the marks that keyboards lack, in the texts of a folder: curly
// apostrophes, the character of three dots, and in French the narrow no-break
// space before ; : ! ? and inside « ». Extracts stay as they were found. It
// writes a file only where nothing but such marks has changed, and gives the
// findings of files that cannot be read.
func Tidy(dir string) ([]Tidied, []Finding, error) {
	source, found := Load(dir)
	if Failed(found) {
		return nil, found, nil
	}
	var done []Tidied
	for _, locale := range source.content.Locales {
		name := locale + ".yaml"
		text, n := tidy(string(source.bytes[name]), strings.HasPrefix(locale, "fr"))
		if n == 0 {
			continue
		}
		r := &reader{file: source.file(name)}
		var now map[string]string
		if root := r.parse([]byte(text)); root != nil {
			_, now = r.words(root)
		}
		if !maps.EqualFunc(source.content.Text[locale], now, func(a, b string) bool { return bare(a) == bare(b) }) {
			return done, nil, fmt.Errorf("%s: its marks cannot be put right without changing more; nothing was written", r.file)
		}
		if err := whole.Write(r.file, []byte(text), 0o644); err != nil {
			return done, nil, err
		}
		done = append(done, Tidied{filepath.Join(dir, name), n})
	}
	return done, nil, nil
}

// tidy changes the lines of a file, and counts those that it has changed.
func tidy(text string, french bool) (string, int) {
	var (
		apostrophe = regexp.MustCompile(`(\pL)'(\pL)`)
		extract    = regexp.MustCompile(`\bextract:`)
		key        = regexp.MustCompile(`^ *[\w-]+ +:`)
		before     = regexp.MustCompile(`([^\s;:!?(\[{,-])[ \x{00A0}]([;:!?»])`)
		after      = regexp.MustCompile(`«[ \x{00A0}]?([^\s\x{202F}])`)
		close      = regexp.MustCompile(`([^\s\x{202F}])»`)
	)
	lines, changed := strings.SplitAfter(text, "\n"), 0
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimSpace(line), "#") || extract.MatchString(line) {
			continue
		}
		now := strings.ReplaceAll(line, "...", "…")
		now = apostrophe.ReplaceAllString(apostrophe.ReplaceAllString(now, "$1’$2"), "$1’$2") // twice, for d'l'eau
		if french && !key.MatchString(line) {
			now = before.ReplaceAllString(now, "$1\u202F$2")
			now = after.ReplaceAllString(now, "«\u202F$1")
			now = close.ReplaceAllString(now, "$1\u202F»")
		}
		if now != line {
			lines[i] = now
			changed++
		}
	}
	return strings.Join(lines, ""), changed
}

// bare is a text without the marks that tidy changes.
func bare(s string) string {
	return strings.NewReplacer(" ", "", "\u00A0", "", "\u202F", "", "’", "'", "…", "...").Replace(s)
}
