package author

import (
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/token"
)

// syntax reports YAML that cannot be read, as near as can be to the slip that
// made it so: the parser stops where it notices, which may be later.
func (r *reader) syntax(err error, src string, open *token.Token) {
	var bad yaml.Error
	if !errors.As(err, &bad) {
		r.report("yaml-syntax", &node{line: 1, column: 1}, err.Error(), "")
		return
	}
	tok, message := bad.GetToken(), bad.GetMessage()
	place := at(tok)
	if open != nil && open.Position.Line < place.line {
		r.unclosed(open)
		return
	}
	switch {
	case stuckHyphen(src, place.line):
		r.report("yaml-syntax", &node{line: place.line, column: 1}, "lacks the space after its hyphen", "Write a hyphen, a space, and the item.")
		return
	case strings.HasSuffix(message, "must be specified") && tok.Prev != nil:
		place = at(tok.Prev)
	case message == "mapping value is not allowed in this context":
		place = colonAfter(src, place)
	}
	if oddIndent(src, place.line) {
		r.report("yaml-syntax", &node{line: place.line - 1, column: 1 + indentOf(src, place.line-1)}, "stands one space off", straight)
		return
	}
	for _, m := range messages() {
		if strings.Contains(message, m.parser) {
			r.report("yaml-syntax", place, m.reason, m.mend)
			return
		}
	}
	r.report("yaml-syntax", place, "is not YAML: "+message, "Look at this line and the one before it.")
}

// message says in an author's words what the parser says in its own.
type message struct{ parser, reason, mend string }

const straight = "Begin the line straight below its neighbours: keys of one kind stand in one column, two spaces further in than what they belong to."

func messages() []message {
	return []message{
		{"mapping value is not allowed", "has a colon where no key can be", "Put text that holds a colon in quotes, or correct the indent."},
		{"non-map value is specified", "is neither a key with a colon and a space, nor an item with a hyphen and a space", "Add what is missing, or correct the indent."},
		{"value is not allowed in this context", "does not fit in here", straight},
		{"unexpected key name", "does not fit in here", straight},
		{"block sequence entries are not allowed", "begins a list where there can be none", "Put text that begins with a hyphen in quotes, or begin the list on a line of its own."},
		{"must be specified", "is followed by neither a comma nor the closing bracket", "Close the bracket, or put text that holds commas, colons or quotes in quotes."},
		{"could not find end character", "opens a quotation mark that nothing closes", "Close it."},
		{"not found", "opens a bracket that nothing closes", "Close it."},
		{"could not find flow map", "opens a bracket that nothing closes", "Close it."},
		{"corresponding to", "closes a bracket that nothing opened", "Open it, or put the text in quotes."},
		{"cannot start any token", "holds a tab", "Indent with spaces."},
		{"tab character", "holds a tab", "Indent with spaces."},
		{"reserved character", "begins with a character that YAML keeps for itself", "Put the text in quotes."},
	}
}

// openQuote finds the first quoted text that runs over the end of its line. YAML
// allows it; in packs it is a quotation mark that somebody forgot to close, and
// all the text up to the next one has been swallowed.
func openQuote(tokens token.Tokens) *token.Token {
	for _, t := range tokens {
		if t.Type != token.DoubleQuoteType && t.Type != token.SingleQuoteType {
			continue
		}
		if strings.Contains(strings.TrimSpace(t.Origin), "\n") {
			return t
		}
	}
	return nil
}

func (r *reader) unclosed(t *token.Token) {
	r.report("yaml-syntax", at(t), "opens a quotation mark that is not closed on its line", "Close it; write text of several lines after a | instead.")
}

// oddIndent says whether the line before is indented by an odd number of spaces,
// and this one by an even number: then the slip is there, and shows only here.
func oddIndent(src string, line int) bool {
	return line > 1 && indentOf(src, line-1)%2 == 1 && indentOf(src, line)%2 == 0
}

// indentOf counts the spaces that a line begins with.
func indentOf(src string, line int) int {
	lines := strings.Split(src, "\n")
	text := lines[min(line, len(lines))-1]
	return len(text) - len(strings.TrimLeft(text, " "))
}

// stuckHyphen says whether a line begins an item of a list without the space.
func stuckHyphen(src string, line int) bool {
	lines := strings.Split(src, "\n")
	text := strings.TrimLeft(lines[min(line, len(lines))-1], " ")
	return len(text) > 1 && text[0] == '-' && text[1] != ' ' && text[1] != '-'
}

// colonAfter gives the place of the line with the colon that should not be
// there, when the text that the parser points at began on a line before.
func colonAfter(src string, place *node) *node {
	lines := strings.Split(src, "\n")
	for n := place.line; n <= min(place.line+5, len(lines)); n++ {
		line := lines[n-1]
		rest := line
		if n == place.line {
			rest = after(line, place.column)
		}
		if strings.Contains(rest, ": ") || strings.HasSuffix(rest, ":") {
			if n == place.line {
				return place
			}
			return &node{line: n, column: 1 + len(line) - len(strings.TrimLeft(line, " "))}
		}
	}
	return place
}

// after gives what of a line begins at a column.
func after(line string, column int) string {
	for ; column > 1 && line != ""; column-- {
		_, n := utf8.DecodeRuneInString(line)
		line = line[n:]
	}
	return line
}
