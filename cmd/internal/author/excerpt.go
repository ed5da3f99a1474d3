package author

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"hardcases/cmd/internal/plain"
)

const (
	widest = 200 // columns of a report
	margin = 4   // columns before what belongs to a finding
)

// excerpt gives the line that a finding points at, with the line before it and a
// mark under the column; "" where there is no line. Of a long line it gives what
// stands around the column.
func (f Finding) excerpt(lines []string) string {
	if f.Line < 1 || f.Line > len(lines) || len(lines) == 1 && lines[0] == "" {
		return ""
	}
	var b strings.Builder
	width := len(strconv.Itoa(f.Line))
	room := widest - margin - width - len(" | ")
	column := max(f.Column, 1)
	for n := max(f.Line-1, 1); n <= f.Line; n++ {
		number := strconv.Itoa(n)
		text, at := window(lines[n-1], column, room)
		b.WriteString(strings.Repeat(" ", width-len(number)) + number + " | " + text + "\n")
		if n == f.Line {
			b.WriteString(strings.Repeat(" ", width) + " | " + strings.Repeat(" ", at) + "^\n")
		}
	}
	return b.String()
}

// window gives so much of a line as fits into some columns, with a third of them
// before the character that stands in a column of the line, and says in which
// column that is shown, counted from 0.
func window(line string, column, room int) (text string, at int) {
	line = strings.ReplaceAll(line, "\t", " ")
	if column > utf8.RuneCountInString(line)+1 {
		return clip(plain.Show(line), room), column - 1
	}
	cut := len(line) - len(after(line, column))
	before := plain.Show(line[:cut])
	if utf8.RuneCountInString(before) > room*2/3 {
		before = clipStart(before, room/3)
	}
	at = utf8.RuneCountInString(before)
	return before + clip(plain.Show(line[cut:]), room-at), at
}

// clip shortens a text to so many characters, the last of which then says that
// there is more; clipStart keeps the end.
func clip(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	n := 0
	for i := range s {
		if n++; n == most {
			return s[:i] + "…"
		}
	}
	return s
}

func clipStart(s string, most int) string {
	drop := utf8.RuneCountInString(s) - most
	if drop <= 0 {
		return s
	}
	return "…" + after(s, drop+2)
}
