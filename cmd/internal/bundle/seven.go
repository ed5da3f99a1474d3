package bundle

import "bytes"

// blockSize is how many bytes of a packed file stand in one block of a page: few
// enough that what is read of it is little beside the game. A multiple of seven, so
// that only the last block has bits to spare.
const blockSize = 7 * 8192

// seven writes bytes as text that may stand in a script block of a page in UTF-8,
// seven bits a character from the highest on: 1.17 times as long, where base64
// takes 1.33. Three characters have another in their place: NUL and CR, which a
// page does not keep, and <, which could end the block. gate.js reads it.
func seven(b []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(b)*8/7 + len(b)/16)
	put := func(c byte) {
		switch c {
		case 0x00:
			out.WriteRune(0xa1)
		case '\r':
			out.WriteRune(0xa2)
		case '<':
			out.WriteRune(0xa3)
		default:
			out.WriteByte(c)
		}
	}
	bits, have := 0, 0
	for _, c := range b {
		bits, have = bits<<8|int(c), have+8
		for have >= 7 {
			have -= 7
			put(byte(bits >> have & 0x7f))
		}
		bits &= 1<<have - 1
	}
	if have > 0 {
		put(byte(bits << (7 - have) & 0x7f))
	}
	return out.Bytes()
}
