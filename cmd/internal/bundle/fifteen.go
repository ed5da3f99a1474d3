package bundle

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// firstOfFifteen is the character that stands for fifteen bits of 0. From it on
// there are 2^15 characters of one code unit each that a page keeps as they are.
const firstOfFifteen = 0x100

// blockSize is how many bytes of a packed file stand in one block of a page: few
// enough that what is read of it is little beside the game. A multiple of fifteen,
// so that only the last block has bits to spare.
const blockSize = 15 * 8192

// fifteen writes bytes as text, fifteen bits a character from the highest on. In
// UTF-16 that is 1.07 times as long, where base64 takes 1.33 in any encoding.
// gate.js reads it.
func fifteen(b []byte) string {
	var out strings.Builder
	out.Grow(len(b) * 8 / 5)
	bits, have := 0, 0
	for _, c := range b {
		bits, have = bits<<8|int(c), have+8
		if have >= 15 {
			have -= 15
			out.WriteRune(rune(firstOfFifteen + bits>>have))
			bits &= 1<<have - 1
		}
	}
	if have > 0 {
		out.WriteRune(rune(firstOfFifteen + bits<<(15-have)))
	}
	return out.String()
}

// utf16Page writes a page in UTF-16 with the mark by which every browser knows that,
// whatever a server or the page itself says.
// https://encoding.spec.whatwg.org/#bom-sniff
func utf16Page(page string) []byte {
	units := utf16.Encode([]rune(page))
	out := make([]byte, 0, 2+2*len(units))
	out = append(out, 0xff, 0xfe)
	for _, u := range units {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}
