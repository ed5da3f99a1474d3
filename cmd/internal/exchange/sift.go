package exchange

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// sift parts the entries of a PO file that are finished from those that their
// tool marks as fuzzy, since the parser of PO files knows no marks. Entries that
// are obsolete (#~) and what a text was before (#|) are comments to it. The entry
// without a context is the header, which tools mark as well: it counts as
// finished. It fails on a line that the parser would lose.
func sift(text string) (sure string, unsure []string, err error) {
	var all, entry []string
	begun, fuzzy, keyed := false, false, false // of the entry: its message, its mark, its context
	end := func() {
		if fuzzy && keyed {
			unsure = append(unsure, strings.Join(entry, "\n"))
		} else {
			all = append(all, entry...)
		}
		entry, begun, fuzzy, keyed = nil, false, false, false
	}
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		word, _, _ := strings.Cut(line, " ")
		comment := strings.HasPrefix(line, "#")
		if begun && (comment || word == "msgctxt" || word == "msgid" && strings.HasPrefix(lastWord(entry), "msgstr")) {
			end()
		}
		switch {
		case strings.HasPrefix(line, "#~"):
			fuzzy = false // a mark before it was its own
		case strings.HasPrefix(line, "#,"):
			fuzzy = fuzzy || slices.Contains(flags(line), "fuzzy")
		case comment || line == "":
		case !readable(line):
			return "", nil, fmt.Errorf("line %d cannot be read: %s", n+1, line)
		default:
			begun, keyed = true, keyed || word == "msgctxt"
		}
		entry = append(entry, line)
	}
	end()
	return strings.Join(all, "\n"), unsure, nil
}

// flags are the marks of a line such as "#, fuzzy, c-format".
func flags(line string) []string {
	return strings.FieldsFunc(strings.TrimPrefix(line, "#"), func(r rune) bool { return r == ',' || r == ' ' || r == '\t' })
}

// lastWord is the keyword that the last text of an entry belongs to.
func lastWord(entry []string) string {
	for _, line := range slices.Backward(entry) {
		if strings.HasPrefix(line, "msg") {
			return line
		}
	}
	return ""
}

// readable says whether a line has the form of a PO file: a keyword and a text in
// quotes, or the text alone.
func readable(line string) bool {
	word, quote, _ := strings.Cut(line, "\"")
	word = strings.TrimSpace(word)
	if i := strings.IndexByte(word, '['); i >= 0 && strings.HasSuffix(word, "]") {
		word = word[:i]
	}
	if !slices.Contains([]string{"", "msgctxt", "msgid", "msgid_plural", "msgstr"}, word) {
		return false
	}
	_, err := strconv.Unquote("\"" + quote)
	return err == nil
}
