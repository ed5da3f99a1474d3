package pack_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"hardcases/game/pack"

	"github.com/stretchr/testify/require"
)

// FuzzOpen reads any bytes as a pack file.
func FuzzOpen(f *testing.F) {
	f.Add(build(f, whole()))
	f.Add([]byte{})
	for _, file := range shipped(f) {
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file []byte) { use(t, file) })
}

// FuzzSections reads any bytes as the sections of a pack whose sums are right,
// which changing a file at random never gives.
func FuzzSections(f *testing.F) {
	head, sections := parts(f, build(f, whole()))
	f.Add(sections[0], sections[1], sections[2], sections[3], sections[6])
	f.Add([]byte{0x80}, []byte{0x80}, []byte{0x80}, []byte{0x80}, []byte{0x80})
	f.Fuzz(func(t *testing.T, library, oneCase, desk, titles, text []byte) {
		h, s := head, slices.Clone(sections)
		s[0], s[1], s[2], s[3], s[6] = library, oneCase, desk, titles, text
		h.Sections = slices.Clone(head.Sections)
		use(t, seal(t, h, s))
	})
}

// FuzzHead reads any bytes as a head whose sum is right.
func FuzzHead(f *testing.F) {
	head, sections := parts(f, build(f, whole()))
	b, err := head.MarshalMsg(nil)
	require.NoError(f, err)
	f.Add(b)
	f.Fuzz(func(t *testing.T, head []byte) { use(t, sealHead(head, sections)) })
}

// FuzzMoment reads any text as a date, and any bytes as one in MessagePack.
func FuzzMoment(f *testing.F) {
	for _, s := range []string{"2017", "2017-08", "2017-08-16", "2017-08-16T22:17Z", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := pack.ParseMoment(s)
		if err == nil && m.String() != s {
			t.Fatalf("%q is written as %q", s, m.String())
		}
		_, _ = new(pack.Moment).UnmarshalMsg([]byte(s))
	})
}

// use does with a file what play does, and checks that what opens holds what
// Validate promises.
func use(t *testing.T, file []byte) {
	before := bytes.Clone(file)
	p, err := pack.Open(file)
	if err != nil {
		if _, ours := err.(*pack.Error); !ours {
			t.Fatalf("the error is a %T: %v", err, err)
		}
		return
	}
	for _, head := range p.Head().Cases {
		c, err := p.Case(head.ID)
		if err != nil && len(c.Steps) > 0 {
			t.Fatal("a case that failed has steps")
		}
		for _, s := range c.Steps {
			if i, _ := s.Option(s.Happened); i < 0 && s.Kind != pack.Reflection {
				t.Fatal("what happened is no option")
			}
		}
		for _, locale := range p.Head().Locales {
			_ = p.Text(locale).Get("cases", head.ID, "title")
			_ = p.Text(locale).Get("cases", head.ID, "briefing")
		}
	}
	if d, err := p.Desk(); err == nil {
		for _, r := range d.Rounds {
			if i, _ := r.Verdict(r.Answer); i < 0 {
				t.Fatal("the answer of a round is no option")
			}
		}
	}
	c, err := p.Unpack()
	if err != nil {
		return
	}
	again, err := pack.Build(c)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := unpack(again); err != nil {
		t.Fatalf("what was unpacked cannot be built and opened again: %v", err)
	}
	if !bytes.Equal(before, file) {
		t.Fatal("reading changed the file")
	}
}

// shipped gives the structures of the packs in assets, as seeds.
func shipped(f *testing.F) [][]byte {
	names, err := filepath.Glob(filepath.Join("..", "..", "assets", "packs", "*", "structure.msgp"))
	require.NoError(f, err)
	require.NotEmpty(f, names)
	var files [][]byte
	for _, name := range names {
		b, err := os.ReadFile(name)
		require.NoError(f, err)
		files = append(files, b)
	}
	return files
}
