package pack_test

import (
	"bytes"
	"fmt"
	"runtime"
	"testing"
	"time"

	"hardcases/game/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tinylib/msgp/msgp"
)

// mostMemory is what a bad file may take: the promise of the format. The other
// half of it is mostTime.
const mostMemory = 64 << 20

// refuse checks that a file is refused with an *Error, in time and memory.
func refuse(t *testing.T, name string, file []byte) *pack.Error {
	t.Helper()
	var err error
	spend(t, name, func() { err = validate(file) })
	require.Error(t, err, name)
	require.IsType(t, &pack.Error{}, err, name)
	assert.Less(t, len(err.Error()), 1000, "%s: a message must not repeat the file", name)
	return err.(*pack.Error)
}

// spend runs f and fails when it takes too long or allocates too much. What it
// allocates in all is more than it ever holds. Time is that of the processor,
// and the best of several runs counts, for a busy machine slows that down too.
func spend(t *testing.T, name string, f func()) {
	t.Helper()
	var took time.Duration
	for range 10 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := spent()
		f()
		took = spent() - start
		runtime.ReadMemStats(&after)
		require.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(mostMemory), name)
		if took < mostTime {
			return
		}
	}
	require.Less(t, took, mostTime, name)
}

func TestHostileFiles(t *testing.T) {
	start := append(msgp.AppendArrayHeader(nil, 4), msgp.AppendString(nil, "hardcases-pack")...)
	huge := []byte{0x40, 0, 0, 0} // 1 GiB
	with := func(parts ...[]byte) []byte { return bytes.Join(parts, nil) }
	deep := func(lead byte) []byte { return bytes.Repeat([]byte{lead}, 100_000) }
	headWith := func(key string, value []byte) []byte {
		h := msgp.AppendMapHeader(nil, 2)
		h = msgp.AppendString(h, "format")
		h = msgp.AppendInt(h, 1)
		return append(msgp.AppendString(h, key), value...)
	}
	tests := []struct {
		name string
		file []byte
		want string
	}{
		{"nothing", nil, "this is not a pack: the bytes end too early"},
		{"text", []byte("format: 1\nid: cloudflare\n"), "this is not a pack"},
		{"another file", []byte("\x89PNG\r\n\x1a\n"), "this is not a pack"},
		{"no head", start, "head: the bytes end too early"},
		{"a list of 1 Gi", with([]byte{0xdd}, huge), "this is not a pack"},
		{"a string of 1 GiB", with([]byte{0x94, 0xdb}, huge), "this is not a pack"},
		{"a head of 1 GiB", with(start, []byte{0xc6}, huge), "head: the bytes end too early"},
		{"a head of 1 Gi fields", sealHead(with([]byte{0xdf}, huge), nil), "head.format: is missing"},
		{"1 Gi sections", sealHead(headWith("sections", with([]byte{0xdd}, huge)), nil), "head: the bytes end too early"},
		{"an id of 1 GiB", sealHead(headWith("id", with([]byte{0xdb}, huge)), nil), "head: the bytes end too early"},
		{"1 Gi sections of nothing", sealHead(headWith("sections", with([]byte{0xdd, 0, 1, 0, 0}, bytes.Repeat([]byte{0x80}, 1<<16))), nil), "head.id"},
		{"lists 100,000 deep", sealHead(headWith("x", deep(0x91)), nil), "head: nests deeper than 12 levels"},
		{"maps 100,000 deep", sealHead(headWith("x", deep(0x81)), nil), "head: holds a value of type map"},
		{"lists all the way", deep(0x91), "this is not a pack"},
		{"deep before the format", sealHead(with([]byte{0x82, 0xa1, 'x'}, deep(0x91)), nil), "head.format: is missing"},
		{"format 0", sealHead(with([]byte{0x81, 0xa6}, []byte("format"), []byte{0x00}), nil), "head.format: is 0"},
		{"format -1", sealHead(with([]byte{0x81, 0xa6}, []byte("format"), []byte{0xff}), nil), "head.format"},
		{"the same field twice", sealHead(headWith("format", []byte{0x01}), nil), "head"},
		{"bytes of no type", sealHead(headWith("x", []byte{0xc1}), nil), "head"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Contains(t, refuse(t, tt.name, tt.file).Error(), tt.want)
		})
	}
}

// A 1 GiB claim fits into 20 bytes, head and all.
func TestLengthClaimInTwentyBytes(t *testing.T) {
	file := append(msgp.AppendString([]byte{0x93}, "hardcases-pack"), 0xc6, 0x40, 0, 0)
	require.Len(t, file, 20)
	assert.Equal(t, "head: the bytes end too early", refuse(t, "", file).Error())
	file = []byte{0x93, 0xdb, 0x40, 0, 0, 0, 'h', 'a', 'r', 'd', 'c', 'a', 's', 'e', 's', '-', 'p', 'a', 'c', 'k'}
	require.Len(t, file, 20)
	assert.Contains(t, refuse(t, "", file).Error(), "this is not a pack")
}

func TestNewerFormatIsNamed(t *testing.T) {
	head := msgp.AppendMapHeader(nil, 2)
	head = msgp.AppendString(head, "format")
	head = msgp.AppendInt(head, pack.Format+1)
	head = msgp.AppendString(head, "id")
	head = msgp.AppendInt(head, 3) // what a newer format makes of the rest is unknown
	err := refuse(t, "", sealHead(head, nil))
	assert.Equal(t, fmt.Sprintf("head.format: is %d; this program reads formats 1 to %d. A newer program reads it", pack.Format+1, pack.Format), err.Error())
}

// Sections with right sums that hold what no compiler writes.
func TestHostileSections(t *testing.T) {
	const library, oneCase, titles = 0, 1, 2
	list := func(key string, n int, element []byte) []byte {
		b := msgp.AppendString(msgp.AppendMapHeader(nil, 1), key)
		return append(msgp.AppendArrayHeader(b, uint32(n)), bytes.Repeat(element, n)...)
	}
	step := list("then", 32, list("claims", 16, []byte{0xa0})) // twelve times as much in memory
	tests := []struct {
		name    string
		section int
		bytes   []byte
		want    string
	}{
		{"empty", library, nil, "library: "},
		{"not a map", library, []byte{0x07}, "library: holds a value of type int"},
		{"stray bytes", library, []byte{0x80, 0x00}, "library: is followed by 1 stray bytes"},
		{"1 Gi claims", library, append(msgp.AppendString([]byte{0x81}, "claims"), 0xdd, 0x40, 0, 0, 0), "library: the bytes end too early"},
		{"more claims than the format has", library, list("claims", 20_000, []byte{0x80}), "library: a list or table is longer"},
		{"steps of nothing", oneCase, list("steps", 16_384, []byte{0x80}), "cases.one: does not agree"},
		{"steps of empty strings", oneCase, list("steps", 4000, step), "cases.one: would take more memory than a file of this size may"},
		{"deep lists", oneCase, bytes.Repeat([]byte{0x91}, 100_000), "cases.one: nests deeper than 12 levels"},
		{"deep maps", oneCase, bytes.Repeat([]byte{0x81, 0xa0}, 100_000), "cases.one: nests deeper than 12 levels"},
		{"entries of nothing", titles, list("entries", 200_000, []byte{0x80}), "text.en.shelf: has a key"},
		{"a million entries", titles, list("entries", 1_000_000, []byte{0x80}), "text.en.shelf: would take more memory"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			head, sections := parts(t, build(t, sample()))
			sections[tt.section] = tt.bytes
			assert.Contains(t, refuse(t, tt.name, seal(t, head, sections)).Error(), tt.want)
		})
	}
}

func TestHostileHeads(t *testing.T) {
	tests := []struct {
		name   string
		change func(*pack.Head)
		want   string
	}{
		{"a section twice", func(h *pack.Head) { h.Sections[3] = h.Sections[2] }, "is there twice"},
		{"an unknown kind", func(h *pack.Head) { h.Sections[0].Kind = 9 }, "is of an unknown kind, 9"},
		{"a case that is not there", func(h *pack.Head) { h.Sections[1].Case = 7 }, "belongs to a case or language that the pack does not have"},
		{"a library in a language", func(h *pack.Head) { h.Sections[0].Locale = 0 }, "belongs to a case or language that the pack does not have"},
		{"a language below none", func(h *pack.Head) { h.Sections[2].Locale = -2 }, "belongs to a case or language that the pack does not have"},
		{"one more case than sections", func(h *pack.Head) { h.Cases = append(h.Cases, pack.CaseHead{ID: "two"}) }, "2 cases in 2 languages make 11"},
		{"a long id", func(h *pack.Head) { h.ID = string(bytes.Repeat([]byte("x"), 1<<20)) }, "head.id"},
		{"a wrong date", func(h *pack.Head) { h.Cases[0].From.Year = 1999 }, "does not agree with the head"},
	}
	for _, tt := range tests {
		head, sections := parts(t, build(t, sample()))
		tt.change(&head)
		assert.Contains(t, refuse(t, tt.name, seal(t, head, sections)).Error(), tt.want, tt.name)
	}
}

func TestTruncatedAtEveryLength(t *testing.T) {
	file := build(t, whole())
	for n := range file {
		refuse(t, fmt.Sprint("the first ", n), file[:n:n])
	}
	refuse(t, "one byte more", append(bytes.Clone(file), 0))
}

func TestEveryBitFlipped(t *testing.T) {
	file := build(t, whole())
	for i := range file {
		spend(t, fmt.Sprint("the bits of byte ", i), func() {
			for bit := range 8 {
				file[i] ^= 1 << bit
				require.Error(t, validate(file), "byte %d, bit %d", i, bit)
				file[i] ^= 1 << bit
			}
		})
	}
}

// A file of the largest size is read within a few times its size.
func TestMemoryFollowsTheFile(t *testing.T) {
	c := sample()
	for i := range 3000 {
		c.Text["en"][fmt.Sprintf("claims.X-%d", i)] = string(bytes.Repeat([]byte("word "), 200))
	}
	file := build(t, c)
	require.Greater(t, len(file), 3_000_000)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	require.NoError(t, validate(file))
	runtime.ReadMemStats(&after)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(4*len(file)))
}
