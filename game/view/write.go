package view

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"hardcases/game/play"
)

// The small parts that screens are made of.

func heading(id string, level int, look Look, text string) Node {
	return Node{ID: id, Role: Heading, Level: level, Look: look, Text: text}
}

// unseenHeading heads what the eye finds by its place, for those who go from
// heading to heading.
func unseenHeading(id, text string) Node {
	return Node{ID: id, Role: Heading, Level: 2, Look: Unseen, Text: text}
}

func para(id string, look Look, text string) Node {
	return Node{ID: id, Role: Paragraph, Look: look, Text: text}
}

func stack(id string, children ...Node) Node {
	return Node{ID: id, Role: Generic, Look: Stack, Children: children}
}

func flow(id string, children ...Node) Node {
	return Node{ID: id, Role: Generic, Look: Flow, Children: children}
}

func dock(children ...Node) Node {
	return Node{ID: "dock", Role: Group, Look: Dock, Children: children}
}

// card is a panel with a small heading. It is no region: the name of one would be the
// same once more.
func card(id, title string, children ...Node) Node {
	return Node{ID: id, Role: Generic, Look: Card, Children: append([]Node{heading(id+"-title", 2, Label, title)}, children...)}
}

func button(id string, look Look, text string, on play.Msg, keys ...string) Node {
	return Node{ID: id, Role: Button, Look: look, Text: text, On: on, Keys: keys}
}

// named is a node with an accessible name that says more than its text does.
func (n Node) named(name string) Node {
	n.Name = name
	return n
}

// sentences is what stands in several lines, for the ear: each line ends.
func sentences(lines ...string) string {
	for i, line := range lines {
		if last, _ := utf8.DecodeLastRuneInString(line); !strings.ContainsRune(".?!…", last) {
			lines[i] = line + "."
		}
	}
	return strings.Join(lines, " ")
}

// scoreRow is one line of a score table: words, and a value.
func scoreRow(id, words, value string) Node {
	return Node{ID: id, Role: Row, Look: ScoreRow, Children: []Node{
		{ID: id + "-name", Role: RowHeader, Look: Body, Text: words},
		{ID: id + "-value", Role: Cell, Look: Value, Text: value},
	}}
}

// table is rows of text; the first row holds the headings of the columns, the
// first cell of each other row heads that row.
func table(id, name string, rows [][]string) Node {
	t := Node{ID: id, Role: Table, Look: Data, Name: name}
	for r, row := range rows {
		line := Node{ID: id + "-" + strconv.Itoa(r), Role: Row}
		for c, text := range row {
			role := Cell
			switch {
			case r == 0:
				role = ColHeader
			case c == 0:
				role = RowHeader
			}
			line.Children = append(line.Children, Node{ID: line.ID + "-" + strconv.Itoa(c), Role: role, Look: Small, Text: text})
		}
		t.Children = append(t.Children, line)
	}
	return t
}

// prose is text of several paragraphs, with glossary words explained in place.
func (w *writer) prose(id string, look Look, text string) []Node {
	var out []Node
	for i, p := range strings.Split(text, "\n\n") {
		name := id
		if i > 0 {
			name = id + "-" + strconv.Itoa(i+1)
		}
		out = append(out, w.explain(name, look, strings.ReplaceAll(strings.TrimSpace(p), "\n", " ")))
	}
	return out
}

// explain is one paragraph in which each glossary word can be asked about,
// the first time that the screen uses it.
func (w *writer) explain(id string, look Look, text string) Node {
	pieces := w.pieces(id, text)
	if len(pieces) == 1 && pieces[0].Role == TextRole {
		return para(id, look, text)
	}
	return Node{ID: id, Role: Paragraph, Look: look, Children: pieces}
}

// pieces is a text as pieces of a running one, in which each glossary word can be
// asked about, the first time that the screen uses it. There is always a piece.
func (w *writer) pieces(id, text string) []Node {
	var parts []Node
	add := func(text string) {
		parts = append(parts, Node{ID: id + "-text-" + strconv.Itoa(len(parts)), Role: TextRole, Text: text})
	}
	rest := text
	for {
		at, end, term := w.nextTerm(rest)
		if term == "" {
			break
		}
		w.explained[term] = true
		if at > 0 {
			add(rest[:at])
		}
		parts = append(parts, button(id+"-"+term, Term, rest[at:end], play.OpenTerm{Term: term}))
		rest = rest[end:]
	}
	if rest != "" || parts == nil {
		add(rest)
	}
	return parts
}

// nextTerm finds the first glossary word in a text that this screen has not
// explained yet; the longest of those that begin there.
func (w *writer) nextTerm(text string) (at, end int, term string) {
	lib, _ := w.Pack.Library()
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		return 0, 0, ""
	}
	at = len(text)
	for _, id := range lib.Glossary {
		if w.explained[id] {
			continue
		}
		for _, form := range strings.Split(w.Text.Get("glossary", id, "match"), "|") {
			i := indexWord(lower, form)
			if i >= 0 && (i < at || i == at && i+len(form) > end) {
				at, end, term = i, i+len(form), id
			}
		}
	}
	return at, end, term
}

// indexWord finds a word that stands by itself, −1 for none.
func indexWord(text, word string) int {
	if word == "" {
		return -1
	}
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(word):])
		if !inWord(before) && !inWord(after) {
			return i
		}
		from = i + len(word)
	}
}

func inWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-')
}

// lower gives a word that stands in a line a small first letter.
func lower(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// capital gives a line that begins with a date a capital letter, where its
// language writes days with a small one.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
