package author

import (
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"strings"

	"hardcases/cmd/internal/whole"
	"hardcases/game/pack"
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
		text, n := tidy(string(source.bytes[name]), mendsOf(locale), extracts(source.trees[name]))
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

// mend puts one kind of mark right.
type mend struct {
	wrong *regexp.Regexp
	right string
}

// anyMends are those of every language. An apostrophe is looked for twice, for
// d'l'eau.
var anyMends = []mend{
	{regexp.MustCompile(`\.\.\.`), "…"},
	{regexp.MustCompile(`(\pL)'(\pL)`), "$1’$2"},
	{regexp.MustCompile(`(\pL)'(\pL)`), "$1’$2"},
}

// mends are those of languages, by the first part of their tag, beside those of
// every language. They are not made in keys.
var mends = map[string][]mend{
	"fr": {
		{regexp.MustCompile(`([^\s;:!?(\[{,-])[ \x{00A0}]([;:!?»])`), "$1\u202F$2"},
		{regexp.MustCompile(`«[ \x{00A0}]?([^\s\x{202F}])`), "«\u202F$1"},
		{regexp.MustCompile(`([^\s\x{202F}])»`), "$1\u202F»"},
	},
}

func mendsOf(locale string) []mend {
	primary, _, _ := strings.Cut(locale, "-")
	return mends[primary]
}

var spacedKey = regexp.MustCompile(`^ *[\w-]+ +:`)

// eachLine is a line with its end, whichever system it was written on.
var eachLine = regexp.MustCompile(`[^\r\n]*(\r\n|\r|\n)|[^\r\n]+`)

// key is where a key of a text begins, and whether that is an extract.
type key struct {
	line, column int
	extract      bool
}

// extracts are the keys of a file of texts, from top to bottom.
func extracts(root *node) []key {
	var keys []key
	var walk func(n *node, path string)
	walk = func(n *node, path string) {
		for _, f := range n.fields {
			keys = append(keys, key{f.line, f.column, pack.IsExtract(path + f.key)})
			walk(f.value, path+f.key+".")
		}
	}
	walk(root, "")
	return keys
}

// tidy changes the lines of a file but for those of extracts, and counts those that
// it has changed.
func tidy(text string, own []mend, keys []key) (string, int) {
	lines, changed, inside := eachLine.FindAllString(text, -1), 0, false
	for i, line := range lines {
		begins := len(line) - len(strings.TrimLeft(line, " ")) + 1
		kept := inside && (len(keys) == 0 || keys[0].line > i+1 || keys[0].column > begins)
		for ; len(keys) > 0 && keys[0].line <= i+1; keys = keys[1:] {
			inside = keys[0].extract
			kept = kept || inside
		}
		if kept || strings.HasPrefix(strings.TrimSpace(line), "#") {
			continue
		}
		now := apply(anyMends, line)
		if !spacedKey.MatchString(line) {
			now = apply(own, now)
		}
		if now != line {
			lines[i] = now
			changed++
		}
	}
	return strings.Join(lines, ""), changed
}

func apply(mends []mend, line string) string {
	for _, m := range mends {
		line = m.wrong.ReplaceAllString(line, m.right)
	}
	return line
}

// bare is a text without the marks that tidy changes.
func bare(s string) string {
	return strings.NewReplacer(" ", "", "\u00A0", "", "\u202F", "", "’", "'", "…", "...").Replace(s)
}
