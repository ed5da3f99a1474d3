package code

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Decode gives the text of a file that may be in any of the encodings in which
// lists come out of programs: UTF-8 and UTF-16, with or without a mark in front,
// and the one-byte encodings of Windows and of old Macs. ok is false for what is
// no text.
func Decode(b []byte) (text string, ok bool) {
	if t, is := decodeWide(b); is {
		return t, t != ""
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if bytes.IndexByte(b, 0) >= 0 {
		return "", false
	}
	if utf8.Valid(b) {
		return string(b), true
	}
	// Which of the one-byte encodings it is does not matter for codes: only spaces
	// and hyphens beyond ASCII can stand in one, and what is a hyphen in one is a
	// rare letter in the other.
	var out strings.Builder
	odd := 0
	for _, c := range b {
		switch {
		case c < 0x80:
			if c < ' ' && c != '\n' && c != '\r' && c != '\t' {
				return "", false
			}
			out.WriteByte(c)
		case strings.IndexByte(oneByteHyphens, c) >= 0:
			out.WriteByte('-')
		case strings.IndexByte(oneByteSpaces, c) >= 0:
			out.WriteByte(' ')
		default:
			odd++
			out.WriteRune(utf8.RuneError)
		}
	}
	return out.String(), odd < len(b)/2
}

// The hyphens and no-break spaces of Windows-1252 and Mac OS Roman.
// https://encoding.spec.whatwg.org/index-windows-1252.txt
// https://encoding.spec.whatwg.org/index-macintosh.txt
const (
	oneByteHyphens = "\x96\x97\xad" + "\xd0\xd1"
	oneByteSpaces  = "\xa0" + "\xca"
)

// decodeWide decodes UTF-16; is says whether it is that.
func decodeWide(b []byte) (text string, is bool) {
	var order binary.ByteOrder
	switch {
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}):
		order, b = binary.LittleEndian, b[2:]
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		order, b = binary.BigEndian, b[2:]
	case len(b) > 3 && b[0] != 0 && b[1] == 0 && b[2] != 0 && b[3] == 0:
		order = binary.LittleEndian
	case len(b) > 3 && b[0] == 0 && b[1] != 0 && b[2] == 0 && b[3] != 0:
		order = binary.BigEndian
	default:
		return "", false
	}
	units := make([]uint16, len(b)/2)
	for i := range units {
		if units[i] = order.Uint16(b[2*i:]); units[i] == 0 {
			return "", true
		}
	}
	return string(utf16.Decode(units)), true
}
