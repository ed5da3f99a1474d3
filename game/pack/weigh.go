package pack

import (
	"unsafe"

	"github.com/tinylib/msgp/msgp"
)

// maxDepth is how deep maps and lists may lie inside each other. The format
// itself needs six.
const maxDepth = 12

// A pack may take allowance(size of the file) bytes of memory when all of it is
// decoded. Without a limit, a file of empty lists could claim many times its
// own size: an empty string is one byte in the file and sixteen in memory.
func allowance(file int) int { return 3*file + 16<<20 }

// weigh says how many bytes the decoded form of b will take, about, without
// decoding it. It fails on more than most, on what nests too deep and on bytes
// that are not MessagePack.
func weigh(b []byte, most int) (int, error) {
	w := weigher{most: most}
	rest, err := w.value(b, 0, 0)
	if err != nil {
		return 0, err
	}
	if len(rest) > 0 {
		return 0, fail("", "is followed by %d stray bytes", len(rest))
	}
	return w.bytes, nil
}

type weigher struct{ bytes, most int }

// value weighs one value, which takes self bytes where it is kept, and gives
// the bytes after it.
func (w *weigher) value(b []byte, self, depth int) ([]byte, error) {
	if depth > maxDepth {
		return b, fail("", "nests deeper than %d levels", maxDepth)
	}
	w.bytes += self
	if w.bytes > w.most {
		return b, fail("", "would take more memory than a file of this size may")
	}
	switch msgp.NextType(b) {
	case msgp.MapType:
		n, rest, err := msgp.ReadMapHeaderBytes(b)
		for ; err == nil && n > 0; n-- {
			var key []byte
			if key, rest, err = msgp.ReadMapKeyZC(rest); err == nil {
				rest, err = w.field(rest, msgp.UnsafeString(key), depth+1)
			}
		}
		return rest, err
	case msgp.ArrayType:
		return w.field(b, "", depth)
	case msgp.StrType, msgp.BinType:
		rest, err := msgp.Skip(b)
		w.bytes += len(b) - len(rest)
		return rest, err
	default:
		return msgp.Skip(b)
	}
}

// field weighs the value of a map's key: a list by what that key's list holds.
func (w *weigher) field(b []byte, key string, depth int) ([]byte, error) {
	if msgp.NextType(b) != msgp.ArrayType {
		return w.value(b, 0, depth)
	}
	n, rest, err := msgp.ReadArrayHeaderBytes(b)
	for ; err == nil && n > 0; n-- {
		rest, err = w.value(rest, elementSize(key, msgp.NextType(rest)), depth+1)
	}
	return rest, err
}

// elementSize is what one element of a list takes in memory, by the key that
// the list stands under and the type of the element.
func elementSize(key string, t msgp.Type) int {
	if t != msgp.MapType {
		return int(unsafe.Sizeof(""))
	}
	switch key {
	case "sections":
		return int(unsafe.Sizeof(Section{}))
	case "cases":
		return int(unsafe.Sizeof(CaseHead{}))
	case "sources":
		return int(unsafe.Sizeof(Source{}))
	case "claims":
		return int(unsafe.Sizeof(Claim{}))
	case "steps":
		return int(unsafe.Sizeof(Step{}))
	case "known":
		return int(unsafe.Sizeof(Fact{}))
	case "options":
		return int(unsafe.Sizeof(Option{}))
	case "then":
		return int(unsafe.Sizeof(Consequence{}))
	case "voices":
		return int(unsafe.Sizeof(Voice{}))
	case "rounds":
		return int(unsafe.Sizeof(Round{}))
	case "clocks":
		return int(unsafe.Sizeof(Clock{}))
	case "checks":
		return int(unsafe.Sizeof(CheckSet{}))
	case "items":
		return int(unsafe.Sizeof(CheckItem{}))
	case "plans":
		return int(unsafe.Sizeof(Plan{}))
	case "lessons":
		return int(unsafe.Sizeof(Lesson{}))
	case "parts":
		return int(unsafe.Sizeof(Part{}))
	case "entries":
		return int(unsafe.Sizeof(Entry{}))
	default:
		return 0 // no list of the format; its elements are skipped
	}
}
