package plain

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"hardcases/game/pack"
)

// Show writes what cannot be seen in a text so that it can: a terminal obeys
// control characters, which can clear it, colour it, or write what was never
// said, and marks of direction turn a line round. Line feeds and tabs stay. What
// is not UTF-8 becomes U+FFFD.
func Show(s string) string {
	if !strings.ContainsFunc(s, odd) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if odd(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// odd says whether a character does something instead of being seen.
func odd(r rune) bool {
	return r != '\n' && r != '\t' && (pack.Hidden(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff')
}

// Writer shows all that is written through it, on its way to a terminal. Line
// ends of both kinds stay.
type Writer struct {
	To   io.Writer
	rest []byte // the beginning of a character, or a return that may end a line
}

// Write implements io.Writer. What a write leaves open at its end, part of a
// character, goes out with the next one.
func (w *Writer) Write(b []byte) (int, error) {
	text := append(w.rest, b...)
	end := len(text) - unfinished(text)
	w.rest = append([]byte(nil), text[end:]...)
	lines := strings.Split(string(text[:end]), "\r\n")
	for i := range lines {
		lines[i] = Show(lines[i])
	}
	if _, err := io.WriteString(w.To, strings.Join(lines, "\r\n")); err != nil {
		return 0, err
	}
	return len(b), nil
}

// unfinished counts the bytes at the end of a text that only more of it can
// explain.
func unfinished(b []byte) int {
	if len(b) > 0 && b[len(b)-1] == '\r' {
		return 1
	}
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		if last := b[len(b)-n:]; utf8.RuneStart(last[0]) {
			if utf8.FullRune(last) {
				return 0
			}
			return n
		}
	}
	return 0
}
