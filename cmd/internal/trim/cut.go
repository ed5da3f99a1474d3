package trim

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"strings"
)

//go:embed whole
var whole embed.FS

// file is a file of a module of which the browser's build needs a part or
// nothing.
type file struct {
	path string
	// whole is the file that stands in its place, of the folder whole; "" where
	// only cuts are made. sum is then that of what it replaces.
	whole, sum string
	cuts       []cut
}

// cut replaces the text from a mark, found once, up to the next mark or, where
// toEnd says so, to the end of the file; without either, only the mark. sum is that of
// all the text between marks, which somebody has looked at: whatever a newer version
// has there, it is not left out unseen.
type cut struct {
	from, to  string
	toEnd     bool
	sum, with string
}

func drop(text string) cut                 { return cut{from: text} }
func swap(text, with string) cut           { return cut{from: text, with: with} }
func until(sum, from, to, with string) cut { return cut{from: from, to: to, sum: sum, with: with} }
func rest(sum, from, with string) cut      { return cut{from: from, toEnd: true, sum: sum, with: with} }

// instead puts a file of the folder whole in the place of one.
func instead(sum, path, whole string) file { return file{path: path, whole: whole, sum: sum} }

// sumOf is the first 64 bits of a text's hash.
func sumOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}

// apply gives the text of the file without what is left out. It fails where a
// cut does not fit.
func (f file) apply(text string) (string, error) {
	if f.whole != "" {
		if got := sumOf(text); got != f.sum {
			return "", fmt.Errorf("%s is not the file that was looked at: its sum is %s, not %s", f.path, got, f.sum)
		}
		return f.replacement(text)
	}
	for _, c := range f.cuts {
		var err error
		if text, err = c.apply(text); err != nil {
			return "", fmt.Errorf("%s %w", f.path, err)
		}
	}
	return text, nil
}

// replacement gives the file that stands in the place of text, as part of the
// same package.
func (f file) replacement(text string) (string, error) {
	b, err := whole.ReadFile("whole/" + f.whole)
	if err != nil {
		return "", err
	}
	_, name, _ := strings.Cut("\n"+text, "\npackage ")
	name, _, _ = strings.Cut(name, "\n")
	return strings.Replace(string(b), "package whole", "package "+name, 1), nil
}

func (c cut) apply(text string) (string, error) {
	n := strings.Count(text, c.from)
	if n != 1 {
		return "", fmt.Errorf("has %q %d times, not once", c.from, n)
	}
	before, after, _ := strings.Cut(text, c.from)
	gone := c.from
	switch {
	case c.toEnd:
		gone, after = gone+after, ""
	case c.to != "":
		i := strings.Index(after, c.to)
		if i < 0 {
			return "", fmt.Errorf("has no %q after %q", c.to, c.from)
		}
		gone, after = gone+after[:i], after[i:]
	default:
		return before + c.with + after, nil
	}
	if got := sumOf(gone); got != c.sum {
		return "", fmt.Errorf("has another text to leave out after %q than was looked at: its sum is %s, not %s", c.from, got, c.sum)
	}
	return before + c.with + after, nil
}
