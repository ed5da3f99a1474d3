package pack

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"

	"github.com/tinylib/msgp/msgp"
)

// A pack file is the MessagePack array [magic, head, sum, section, section, …]:
// a string, then byte strings; the sum is the SHA-256 of the head. None of the
// sections is read before it is wanted. First come those that belong to no
// language, the structure. Since format 2 a file may end with them; the texts
// then come in files of their own, see Language.
const magic = "hardcases-pack"

// The largest file, head and section that are read, in bytes.
const (
	MaxFile    = 64 << 20
	MaxHead    = 8 << 20
	MaxSection = 16 << 20
)

// file is a pack's bytes, taken apart as far as its head.
type file struct {
	head     Head
	bytes    []byte        // of the head
	hash     string        // of the head
	sections [][]byte      // same order as head.Sections, nil for what is in no file given; they share the files' bytes
	index    map[place]int // into both
	left     int           // bytes of memory that may still be taken
}

// place says which section a section is.
type place struct {
	kind        SectionKind
	caseIndex   int // −1 where it does not apply
	localeIndex int // −1 where it does not apply
}

// IsPack says whether bytes begin like a pack, to tell one from other files. It
// does not say that they are a good one.
func IsPack(b []byte) bool { return begins(b, magic) }

// begins says whether b is a list that begins with a word.
func begins(b []byte, word string) bool {
	_, rest, err := msgp.ReadArrayHeaderBytes(b)
	if err != nil {
		return false
	}
	name, _, err := msgp.ReadStringZC(rest)
	return err == nil && string(name) == word
}

// readFile takes a pack's bytes apart. The sections keep pointing into b.
func readFile(b []byte) (*file, error) {
	if len(b) > MaxFile {
		return nil, fail("", "the file has %d bytes; a pack has at most %d", len(b), MaxFile)
	}
	n, rest, err := msgp.ReadArrayHeaderBytes(b)
	if errors.Is(err, msgp.ErrShortBytes) {
		return nil, fail("", "this is not a pack: %v", plain(err))
	}
	if err != nil || !IsPack(b) || n < 3 {
		return nil, fail("", "this is not a pack: it does not begin with the mark of one")
	}
	_, rest, _ = msgp.ReadStringZC(rest) // IsPack has read it
	f := &file{left: allowance(len(b))}
	if rest, err = f.readHead(rest); err != nil {
		return nil, err
	}
	if f.index, err = f.head.check(int(n) - 3); err != nil {
		return nil, err
	}
	f.sections = make([][]byte, len(f.head.Sections))
	if err := f.readSections(rest, f.sections[:n-3], 0); err != nil {
		return nil, err
	}
	return f, nil
}

// readHead reads the head and its sum, and gives the bytes after them.
func (f *file) readHead(b []byte) ([]byte, error) {
	head, rest, err := msgp.ReadBytesZC(b)
	if err != nil {
		return nil, fail("head", "%v", plain(err))
	}
	if len(head) > MaxHead {
		return nil, fail("head", "has %d bytes; at most %d are read", len(head), MaxHead)
	}
	format, err := formatOf(head)
	if err != nil {
		return nil, err
	}
	if format == 0 || format > Format {
		return nil, fail("head.format", "is %d; this program reads formats 1 to %d. A newer program reads it", format, Format)
	}
	sum, rest, err := msgp.ReadBytesZC(rest)
	if err != nil {
		return nil, fail("head", "%v", plain(err))
	}
	if got := sha256.Sum256(head); string(got[:]) != string(sum) {
		return nil, fail("head", "is damaged: its bytes do not have the sum that follows them")
	}
	f.bytes, f.hash = head, Sum(head)
	return rest, f.decode(&f.head, head, "head")
}

// readSections finds sections without reading them, and puts them where they
// belong: into, a part of f.sections that begins at first.
func (f *file) readSections(b []byte, into [][]byte, first int) error {
	for i := range into {
		section, rest, err := msgp.ReadBytesZC(b)
		name := f.head.name(first + i)
		if err != nil {
			return fail(name, "%v", plain(err))
		}
		if size := f.head.Sections[first+i].Size; len(section) != size {
			return fail(name, "has %d bytes where the head says %d", len(section), size)
		}
		into[i], b = section, rest
	}
	if len(b) > 0 {
		return fail("", "%d stray bytes follow the last section", len(b))
	}
	return nil
}

// formatOf reads the format number alone, so that a newer pack is told apart
// from a broken one. In every format it is the first field of the head.
func formatOf(head []byte) (uint16, error) {
	_, rest, err := msgp.ReadMapHeaderBytes(head)
	if err != nil {
		return 0, fail("head", "%v", plain(err))
	}
	key, rest, err := msgp.ReadStringZC(rest)
	if err != nil || string(key) != "format" {
		return 0, fail("head.format", "is missing")
	}
	n, _, err := msgp.ReadUint16Bytes(rest)
	if err != nil {
		return 0, fail("head.format", "%v", plain(err))
	}
	return n, nil
}

// check holds what must be true of a head before its sections are touched, and
// says where each section is.
func (h *Head) check(sections int) (map[place]int, error) {
	if err := h.checkNames(); err != nil {
		return nil, err
	}
	structure, each := h.counts()
	want := structure + len(h.Locales)*each
	if len(h.Sections) != want {
		return nil, fail("head.sections", "lists %d sections; %d cases in %d languages make %d", len(h.Sections), len(h.Cases), len(h.Locales), want)
	}
	if sections != want && (h.Format < 2 || sections != structure) {
		return nil, fail("head.sections", "lists %d sections; the file has %d", want, sections)
	}
	index := make(map[place]int, len(h.Sections))
	for i, s := range h.Sections {
		at := place{s.Kind, s.Case, s.Locale}
		switch {
		case s.Kind > DeskTextSection:
			return nil, fail(h.name(i), "is of an unknown kind, %d", s.Kind)
		case !h.has(at):
			return nil, fail(h.name(i), "belongs to a case or language that the pack does not have")
		case s.Size < 0 || s.Size > MaxSection:
			return nil, fail(h.name(i), "claims %d bytes; at most %d are read", s.Size, MaxSection)
		case len(s.Sum) != sha256.Size:
			return nil, fail(h.name(i), "has no SHA-256 sum")
		case h.Format >= 2 && s.Locale != h.localeAt(i):
			return nil, fail(h.name(i), "is not at its place: the structure comes first, then one language after the other")
		}
		if _, twice := index[at]; twice {
			return nil, fail(h.name(i), "is there twice")
		}
		index[at] = i
	}
	return index, nil
}

// counts says how many sections the structure has, and each language.
func (h *Head) counts() (structure, each int) {
	structure, each = 1+len(h.Cases), 2+len(h.Cases)
	if h.hasDesk() {
		structure, each = structure+1, each+1
	}
	return structure, each
}

// localeAt is the language of the section that comes at a place in the list, −1
// in the structure.
func (h *Head) localeAt(i int) int {
	structure, each := h.counts()
	if i < structure {
		return -1
	}
	return (i - structure) / each
}

// sectionsOf says where the sections of a language begin and end in the list.
func (h *Head) sectionsOf(locale int) (from, to int) {
	structure, each := h.counts()
	return structure + locale*each, structure + (locale+1)*each
}

// has says whether a section can be at a place: whether its kind goes with a
// case, with a language, with both or with neither, and whether there is a desk.
func (h *Head) has(at place) bool {
	ofCase, ofLocale, ofDesk := false, false, false
	switch at.kind {
	case LibrarySection:
	case CaseSection:
		ofCase = true
	case ShelfTextSection, LibraryTextSection:
		ofLocale = true
	case CaseTextSection:
		ofCase, ofLocale = true, true
	case DeskSection:
		ofDesk = true
	case DeskTextSection:
		ofLocale, ofDesk = true, true
	}
	return within(at.caseIndex, len(h.Cases), ofCase) && within(at.localeIndex, len(h.Locales), ofLocale) && (!ofDesk || h.hasDesk())
}

// within says whether i is an index below n where one is due, and −1 where not.
func within(i, n int, due bool) bool {
	if due {
		return i >= 0 && i < n
	}
	return i == -1
}

// section gives the bytes of one section after checking their sum.
func (f *file) section(kind SectionKind, caseIndex, localeIndex int) ([]byte, error) {
	i, ok := f.index[place{kind, caseIndex, localeIndex}]
	if !ok {
		return nil, fail("", "has no section for %s", sectionName(kind, caseIndex, localeIndex))
	}
	if f.sections[i] == nil {
		return nil, fail("text."+f.head.Locales[localeIndex], "is in a file of its own, which was not given")
	}
	if got := sha256.Sum256(f.sections[i]); string(got[:]) != string(f.head.Sections[i].Sum) {
		return nil, fail(f.head.name(i), "is damaged: its bytes do not have the sum that the head gives")
	}
	return f.sections[i], nil
}

// decode reads v from b, within the memory that the file may take.
func (f *file) decode(v msgp.Unmarshaler, b []byte, path string) error {
	bytes, err := weigh(b, f.left)
	if err != nil {
		return fail(path, "%v", plain(err))
	}
	f.left -= bytes
	if _, err := v.UnmarshalMsg(b); err != nil {
		return fail(path, "%v", plain(err))
	}
	return nil
}

// name says which section Sections[i] is, for messages.
func (h *Head) name(i int) string {
	s := h.Sections[i]
	return fmt.Sprintf("sections[%d] (%s)", i, sectionName(s.Kind, s.Case, s.Locale))
}

func sectionName(kind SectionKind, caseIndex, localeIndex int) string {
	switch kind {
	case LibrarySection:
		return "library"
	case CaseSection:
		return fmt.Sprintf("case %d", caseIndex)
	case ShelfTextSection:
		return fmt.Sprintf("titles, language %d", localeIndex)
	case LibraryTextSection:
		return fmt.Sprintf("library text, language %d", localeIndex)
	case DeskSection:
		return "desk"
	case DeskTextSection:
		return fmt.Sprintf("desk text, language %d", localeIndex)
	case CaseTextSection:
		return fmt.Sprintf("text of case %d, language %d", caseIndex, localeIndex)
	}
	return fmt.Sprintf("kind %d", kind)
}

// Sum is the hexadecimal SHA-256 of b.
func Sum(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:])
}

func fail(path, reason string, args ...any) *Error {
	return &Error{Path: path, Reason: fmt.Sprintf(reason, args...)}
}

// plain puts msgp's errors into an author's words.
func plain(err error) string {
	var ours *Error
	var short msgp.TypeError
	switch {
	case errors.As(err, &ours):
		return ours.Reason
	case errors.Is(err, msgp.ErrShortBytes):
		return "the bytes end too early"
	case errors.Is(err, msgp.ErrLimitExceeded):
		return "a list or table is longer than the format allows"
	case errors.As(err, &short):
		return fmt.Sprintf("holds a value of type %s where %s belongs", short.Encoded, short.Method)
	default:
		return err.Error()
	}
}
