package hostile

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"

	"hardcases/game/pack"

	"github.com/tinylib/msgp/msgp"
)

// The places of sections in a pack of the game's own making.
const (
	library = 0
	oneCase = 1
)

// sections puts bytes that no compiler writes into sections whose sums are
// right.
func (m *maker) sections() {
	last := len(m.parts().bodies) - 1
	if m.err != nil {
		return
	}
	list := func(key string, n uint32, elements []byte) []byte {
		b := msgp.AppendString(msgp.AppendMapHeader(nil, 1), key)
		return append(msgp.AppendArrayHeader(b, n), elements...)
	}
	twice := msgp.AppendMapHeader(nil, 2)
	for range 2 {
		twice = msgp.AppendString(msgp.AppendString(twice, "id"), "one")
	}
	for _, s := range []struct {
		name  string
		at    int
		bytes []byte
	}{
		{"an empty library", library, nil},
		{"a library of a number", library, []byte{7}},
		{"stray bytes in a section", library, []byte{0x80, 0}},
		{"a billion claims", library, list("claims", 1<<30, nil)},
		{"20,000 empty claims", library, list("claims", 20_000, bytes.Repeat([]byte{0x80}, 20_000))},
		{"a billion steps", oneCase, list("steps", 1<<30, nil)},
		{"16,384 empty steps", oneCase, list("steps", 16_384, bytes.Repeat([]byte{0x80}, 16_384))},
		{"a key twice", oneCase, twice},
		{"a million empty texts", last, list("entries", 1_000_000, bytes.Repeat([]byte{0x80}, 1_000_000))},
		{"100,000 lists in each other", oneCase, bytes.Repeat([]byte{0x91}, 100_000)},
		{"100,000 maps in each other", oneCase, bytes.Repeat([]byte{0x81, 0xa0}, 100_000)},
		{"a string of 1 GiB", oneCase, []byte{0x81, 0xdb, 0x40, 0, 0, 0}},
	} {
		p := m.parts()
		p.bodies[s.at] = s.bytes
		m.put(s.name, p.seal(m))
	}
	for _, s := range []struct {
		name   string
		change func(*pack.Head)
	}{
		{"a section twice", func(h *pack.Head) { h.Sections[3] = h.Sections[2] }},
		{"a section of an unknown kind", func(h *pack.Head) { h.Sections[0].Kind = 9 }},
		{"a section of no case", func(h *pack.Head) { h.Sections[1].Case = 70 }},
		{"one more case than sections", func(h *pack.Head) { h.Cases = append(h.Cases, pack.CaseHead{ID: "more"}) }},
		{"a newer format", func(h *pack.Head) { h.Format = pack.Format + 1 }},
		{"a million rounds in the head", func(h *pack.Head) { h.Rounds = 1_000_000 }},
	} {
		p := m.parts()
		s.change(&p.head)
		m.put(s.name, p.seal(m))
	}
}

// bytes cuts the good pack and changes bytes of it.
func (m *maker) bytes() {
	draw := rand.New(rand.NewPCG(1, 1))
	for i := range 30 {
		b := bytes.Clone(m.good)
		for range 1 + i%3 {
			b[40+draw.IntN(len(b)-40)] ^= byte(1 + draw.IntN(255))
		}
		m.put(fmt.Sprint("changed bytes ", i), b)
	}
	for i := range 15 {
		m.put(fmt.Sprint("cut ", i), bytes.Clone(m.good[:20+draw.IntN(len(m.good)-20)]))
	}
	m.put("and more", append(bytes.Clone(m.good), "more"...))
	m.put("longer than any pack", append(bytes.Clone(m.good), make([]byte, pack.MaxFile)...))
	m.put("twice", append(bytes.Clone(m.good), m.good...))
	m.put("a head of 1 GiB", append(msgp.AppendString([]byte{0x93}, "hardcases-pack"), 0xc6, 0x40, 0, 0))
}

// parts is a pack file taken apart.
type parts struct {
	head   pack.Head
	bodies [][]byte
}

// parts takes the good pack apart.
func (m *maker) parts() parts {
	var p parts
	n, rest, err := msgp.ReadArrayHeaderBytes(m.good)
	if err == nil {
		rest, err = msgp.Skip(rest) // the mark
	}
	for i := uint32(1); err == nil && i < n; i++ {
		var body []byte
		if body, rest, err = msgp.ReadBytesBytes(rest, nil); err == nil {
			p.bodies = append(p.bodies, body)
		}
	}
	if err == nil {
		_, err = p.head.UnmarshalMsg(p.bodies[0])
		p.bodies = p.bodies[2:]
	}
	if err != nil {
		m.fail("the good pack", err)
	}
	return p
}

// seal puts a file together, with the sums and sizes that its sections have.
func (p parts) seal(m *maker) []byte {
	for i := range p.bodies {
		sum := sha256.Sum256(p.bodies[i])
		p.head.Sections[i].Size, p.head.Sections[i].Sum = len(p.bodies[i]), sum[:]
	}
	head, err := p.head.MarshalMsg(nil)
	if err != nil {
		m.fail("the head", err)
	}
	sum := sha256.Sum256(head)
	out := msgp.AppendString(msgp.AppendArrayHeader(nil, uint32(3+len(p.bodies))), "hardcases-pack")
	out = msgp.AppendBytes(msgp.AppendBytes(out, head), sum[:])
	for _, b := range p.bodies {
		out = msgp.AppendBytes(out, b)
	}
	return out
}
