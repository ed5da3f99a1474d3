package pack

import (
	"crypto/sha256"
	"slices"

	"github.com/tinylib/msgp/msgp"
)

// The file of one language is the MessagePack array [languageMagic, id, locale,
// section, section, …]: strings, then byte strings. The id is that of the pack,
// and the sections come in the order of its head, which has their sums: so the
// file changes with its language and with nothing else.
const languageMagic = "hardcases-pack-language"

// Structure gives a pack that Build has written without its languages, as a file.
func (p *Pack) Structure() []byte {
	n, _ := p.file.head.counts()
	return join(p.file.bytes, p.file.sections[:n])
}

// Language gives the text of a pack that Build has written in one language as a
// file, nil where it is not there. Which pack it belongs to is part of it.
func (p *Pack) Language(locale string) []byte {
	i := slices.Index(p.file.head.Locales, locale)
	if i < 0 || !p.holds(i) {
		return nil
	}
	from, to := p.file.head.sectionsOf(i)
	out := msgp.AppendArrayHeader(nil, uint32(3+to-from))
	out = msgp.AppendString(out, languageMagic)
	out = msgp.AppendString(out, p.file.head.ID)
	out = msgp.AppendString(out, locale)
	for _, b := range p.file.sections[from:to] {
		out = msgp.AppendBytes(out, b)
	}
	return out
}

// Whole gives the pack in one file, all its languages with it. It fails where one
// has not been added.
func (p *Pack) Whole() ([]byte, error) {
	for i, locale := range p.file.head.Locales {
		if !p.holds(i) {
			return nil, fail("text."+locale, "is in a file of its own, which was not given")
		}
	}
	return join(p.file.bytes, p.file.sections), nil
}

// Join makes one file of the files that Open takes. It fails where a language is
// not among them.
func Join(files ...[]byte) ([]byte, error) {
	p, err := Open(files...)
	if err != nil {
		return nil, err
	}
	return p.Whole()
}

// Has says whether the text of a language is there.
func (p *Pack) Has(locale string) bool {
	i := slices.Index(p.file.head.Locales, locale)
	return i >= 0 && p.holds(i)
}

func (p *Pack) holds(locale int) bool {
	from, _ := p.file.head.sectionsOf(locale)
	return p.file.sections[from] != nil
}

// IsLanguage says whether bytes begin like the file of a language.
func IsLanguage(b []byte) bool { return begins(b, languageMagic) }

// Add gives the pack the file of one of its languages, and keeps b. It fails on
// the file of another pack, or of another version of this one; the pack then
// stays as it was. A language that is there already stays, too.
func (p *Pack) Add(b []byte) error {
	f := p.file
	if len(b) > MaxFile {
		return fail("", "the file has %d bytes; a language has at most %d", len(b), MaxFile)
	}
	if !IsLanguage(b) {
		return fail("", "this is not the file of a pack's language")
	}
	n, rest, _ := msgp.ReadArrayHeaderBytes(b)
	_, rest, _ = msgp.ReadStringZC(rest) // IsLanguage has read both
	id, rest, err := msgp.ReadStringZC(rest)
	if err != nil {
		return fail("", "%v", plain(err))
	}
	locale, rest, err := msgp.ReadStringZC(rest)
	if err != nil {
		return fail("", "%v", plain(err))
	}
	if string(id) != f.head.ID {
		return fail("", "this language belongs to another pack than %s", f.head.ID)
	}
	i := slices.Index(f.head.Locales, string(locale))
	from, to := f.head.sectionsOf(i)
	if i < 0 || int(n) != 3+to-from {
		return fail("text", "does not agree with the head of the pack")
	}
	if p.holds(i) {
		return nil
	}
	sections := make([][]byte, to-from)
	if err := f.readSections(rest, sections, from); err != nil {
		return err
	}
	for j, b := range sections {
		if got := sha256.Sum256(b); string(got[:]) != string(f.head.Sections[from+j].Sum) {
			return fail(f.head.name(from+j), "is damaged, or of another version of the pack: its bytes do not have the sum that the head gives")
		}
	}
	copy(f.sections[from:to], sections)
	delete(p.texts, string(locale)) // what was asked for in vain
	f.left += 3 * len(b)            // see allowance
	return nil
}
