package slip

import (
	"fmt"
	"strings"
	"unicode"
)

// Error says why a code cannot be used.
type Error struct {
	Kind   Kind
	Code   string // as it was given
	Detail string // the character that no code has, or how many characters there are
	Want   int    // how many characters there should be
}

// Error says it in English, for programs; screens have their own words.
func (e *Error) Error() string {
	switch e.Kind {
	case UnknownCharacter:
		return fmt.Sprintf("%s: no code has the character %q", e.Code, e.Detail)
	case WrongLength:
		return fmt.Sprintf("%s: has %s characters; a code has %d", e.Code, e.Detail, e.Want)
	case OtherPack:
		return e.Code + ": belongs to another pack"
	case OtherVersion:
		return e.Code + ": belongs to another version of this pack"
	}
	return e.Code + ": is damaged: a character is wrong, or two are changed round"
}

// Kind is what is wrong with a code.
type Kind string

// The kinds of fault.
const (
	UnknownCharacter Kind = "character"
	WrongLength      Kind = "length"
	Damaged          Kind = "damaged"
	OtherPack        Kind = "pack"
	OtherVersion     Kind = "version"
)

// MaxPaste is the longest text that Split reads, in bytes: some thousand codes.
const MaxPaste = 64 << 10

// Split finds the codes in a text in which many were pasted. A new line, a
// comma, a semicolon or a tab ends a code. On one line, codes may stand behind
// each other with spaces between them, and may have spaces in them: a code is
// over when it has its characters.
func (f *Form) Split(text string) []string {
	if len(text) > MaxPaste {
		text = strings.ToValidUTF8(text[:MaxPaste], "")
	}
	var codes []string
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\r\n,;\t", r) }) {
		codes = append(codes, f.splitLine(strings.TrimSpace(line))...)
	}
	return codes
}

func (f *Form) splitLine(line string) []string {
	fields := strings.Fields(line)
	if len(fields) == 0 {
		return nil
	}
	if letters(line) <= f.chars()+group/2 {
		return []string{line}
	}
	var codes []string
	code, seen := "", 0
	for _, field := range fields {
		n := letters(field)
		if seen > 0 && (seen+n > f.chars() || n > group) {
			codes, code, seen = append(codes, code), "", 0
		}
		if seen > 0 {
			code += " "
		}
		code, seen = code+field, seen+n
		if seen >= f.chars() || n > group {
			codes, code, seen = append(codes, code), "", 0
		}
	}
	if seen > 0 {
		codes = append(codes, code)
	}
	return codes
}

// letters counts what is no hyphen and no space.
func letters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) && !unicode.Is(unicode.Dash, r) {
			n++
		}
	}
	return n
}
