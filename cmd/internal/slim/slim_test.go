package slim

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/internal/gotool"
)

// linked is a program as the linker made it.
func linked(t *testing.T) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "program.wasm")
	_, err := gotool.Run(t.Context(), "testdata/program", []string{"GOOS=js", "GOARCH=wasm", "GOFLAGS="}, "build", "-ldflags=-s -w", "-o", file, ".")
	require.NoError(t, err)
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	return b
}

// TestSlim holds a program to doing the same with less.
func TestSlim(t *testing.T) {
	before := linked(t)
	after, err := Slim(before)
	require.NoError(t, err)
	again, err := Slim(after)
	require.NoError(t, err)
	require.Equal(t, after, again, "nothing is left to be taken out")

	old, err := split(before)
	require.NoError(t, err)
	now, err := split(after)
	require.NoError(t, err)
	require.Len(t, now, len(old))
	for i := range old {
		if old[i].id != dataSection {
			require.Equal(t, old[i], now[i], "all but the memory is as it was")
			continue
		}
		was, err := unpack(old[i].body)
		require.NoError(t, err)
		is, err := unpack(now[i].body)
		require.NoError(t, err)
		table := bytes.Index(was, tableHead)
		require.Equal(t, was[:table], is[:table], "what comes before the table is as it was")
		r := reader{rest: old[i].body}
		many := r.number()
		r = reader{rest: now[i].body}
		assert.Less(t, 20*r.number(), many, "segments")
	}
}

// TestMemory lays memory out and packs it again.
func TestMemory(t *testing.T) {
	for _, size := range []int{0, 1, 63, 64, 65, 127, 128, 8191, 8192, 8193, 1 << 20} {
		memory := make([]byte, size, size+600)
		memory = append(memory, 1, 0, 0, 2)
		memory = append(memory, make([]byte, gap)...)
		memory = append(memory, 3)
		body := pack(memory)
		require.EqualValues(t, 2, body[0], "one gap parts two segments")
		back, err := unpack(body)
		require.NoError(t, err)
		require.Equal(t, memory, back)
	}
	back, err := unpack(pack(make([]byte, 10)))
	require.NoError(t, err)
	require.Empty(t, back, "zeros are not written")
}

// TestSlimRefuses holds it to refusing what it was not written for.
func TestSlimRefuses(t *testing.T) {
	memory := make([]byte, 4096)
	module := func() []byte { return join([]section{{dataSection, pack(memory)}}) }
	refused := func(b []byte, why string) {
		t.Helper()
		_, err := Slim(b)
		require.ErrorContains(t, err, why)
	}
	refused([]byte("no program"), "no WebAssembly")
	refused([]byte(moduleHead), "no memory")
	refused([]byte(moduleHead+"\x0b\x7f"), errShort.Error())
	refused([]byte(moduleHead+"\x0b\x05\x01\x01\x41\x00\x0b"), errShort.Error())
	refused([]byte(moduleHead+"\x0b\x06\x01\x01\x41\x00\x0b\x00"), "another way")
	memory[4095] = 1
	refused(module(), "not where it was looked for")
	copy(memory[100:], tableHead)
	refused(module(), "another way")
	copy(memory[2000:], tableHead)
	refused(module(), "not where it was looked for")
}

// TestGo says that a new Go has come, whose table somebody must look at: runtime.pcHeader,
// runtime._func and internal/abi/symtab.go. Until then its programs stay as they are.
func TestGo(t *testing.T) {
	require.True(t, Knows(runtime.Version()), runtime.Version())
	for _, other := range []string{"go1.25.9", "go1.27", "go1.260", "devel go1.27-1a2b3c", ""} {
		require.False(t, Knows(other), other)
	}
}
