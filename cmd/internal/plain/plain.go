// Package plain reads text that somebody else's program has saved, and shows
// text that somebody else has written.
package plain

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// A Fault says why bytes are no text that can be read, and where. Line and
// Column count from 1, in characters.
type Fault struct {
	Line, Column int
	Reason       string // what is wrong, a phrase
	Mend         string // what to do about it, a sentence
}

// Error gives place, reason and remedy on one line.
func (f *Fault) Error() string {
	return fmt.Sprintf("line %d, column %d: %s. %s", f.Line, f.Column, f.Reason, f.Mend)
}

// The byte order mark, which some programs put before a text, in UTF-8 and in
// UTF-16 with either end of a number first.
const (
	mark      = "\ufeff"
	littleEnd = "\xff\xfe"
	bigEnd    = "\xfe\xff"
)

// Text gives the text that a file holds, without the byte order mark before it:
// a mark says how the text is saved, and is no part of it. It fails with a
// *Fault on what is not UTF-8.
func Text(b []byte) ([]byte, error) {
	const save = "Save the file as UTF-8."
	if IsUTF16(b) {
		return nil, &Fault{1, 1, "is saved as UTF-16, which some programs call Unicode", save}
	}
	b = bytes.TrimPrefix(b, []byte(mark))
	if utf8.Valid(b) {
		return b, nil
	}
	good := 0
	for good < len(b) {
		r, n := utf8.DecodeRune(b[good:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		good += n
	}
	line, column := place(b[:good])
	return nil, &Fault{line, column, "holds bytes that are not UTF-8, as older Windows programs save letters with accents", save}
}

// IsUTF16 says whether a file begins with a mark of UTF-16.
func IsUTF16(b []byte) bool {
	return bytes.HasPrefix(b, []byte(littleEnd)) || bytes.HasPrefix(b, []byte(bigEnd))
}

// place says in which line and column a text goes on that begins like this.
func place(before []byte) (line, column int) {
	before = Lines(before)
	return 1 + bytes.Count(before, []byte("\n")), 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
}

// Lines gives a text with each of its lines ended by one line feed, however the
// system that it was written on ends them.
func Lines(b []byte) []byte {
	if bytes.IndexByte(b, '\r') < 0 {
		return b
	}
	return bytes.ReplaceAll(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
}
