package room

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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

// ReadCode reads a code as somebody may have typed or pasted it: in small or wide letters,
// with spaces, hyphens and invisible characters in it, with the marks of a sentence around
// it, in letters of other alphabets that look the same. ok is false for what is none.
func ReadCode(typed string) (code string, ok bool) {
	if utf8.RuneCountInString(typed) > 4*CodeLength {
		return "", false
	}
	typed = strings.TrimFunc(typed, func(r rune) bool { return between(r) || unicode.IsPunct(r) })
	code = strings.Map(letter, strings.ToUpper(typed))
	if len(code) != CodeLength || strings.Trim(code, Letters) != "" {
		return "", false
	}
	return code, true
}

// between says whether a character can stand between the letters of a code and says
// nothing.
func between(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Pd, unicode.Cf)
}

// alike are letters of other alphabets, each before the one of a code that it looks like.
const alike = "ВBСCНHКKМMРPТTХXЅSЈJΒBΗHΚKΜMΝNΡPΤTΧXΖZ"

// letter is a capital as a code has it, -1 for none.
func letter(r rune) rune {
	switch {
	case between(r):
		return -1
	case r >= 'Ａ' && r <= 'Ｚ':
		return r - 'Ａ' + 'A'
	}
	if _, after, ok := strings.Cut(alike, string(r)); ok && r > unicode.MaxASCII {
		return rune(after[0])
	}
	return r
}
