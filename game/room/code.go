package room

import "strings"

// Letters are those of which codes are made: consonants, so that no code is a
// word.
const Letters = "BCDFGHJKLMNPQRSTVWXZ"

// CodeLength is how many letters a code has: there are 64 million codes.
const CodeLength = 6

// Code makes a code of random bits. That some codes come up more often than others
// is below one in ten thousand millions.
func Code(bits uint64) string {
	var b [CodeLength]byte
	for i := range b {
		b[i] = Letters[bits%uint64(len(Letters))]
		bits /= uint64(len(Letters))
	}
	return string(b[:])
}

// ReadCode reads a code as somebody may have typed it: in small letters, with
// spaces or hyphens. ok is false for what is none.
func ReadCode(typed string) (code string, ok bool) {
	if len(typed) > 4*CodeLength {
		return "", false
	}
	code = strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' {
			return -1
		}
		return r
	}, strings.ToUpper(typed))
	if len(code) != CodeLength || strings.Trim(code, Letters) != "" {
		return "", false
	}
	return code, true
}
