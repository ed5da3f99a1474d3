package weight

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tiny is a file with one import and three functions.
func tiny(names bool) []byte {
	b := []byte("\x00asm\x01\x00\x00\x00")
	section := func(kind byte, body string) {
		b = append(append(b, kind, byte(len(body))), body...)
	}
	section(2, "\x01\x01g\x01f\x00\x00")
	section(10, "\x03\x02\x00\x0b\x04\x00\x01\x01\x0b\x03\x00\x01\x0b")
	section(11, "\x00")
	if names {
		section(0, "\x04name\x01\x1b\x03\x01\x05a_b.F\x02\x05a_b.G\x03\x0agithub.com")
	}
	return b
}

func TestRead(t *testing.T) {
	f, err := Read(tiny(true))
	require.NoError(t, err)
	assert.Equal(t, 13, f.Code)
	assert.Equal(t, 1, f.Data)
	assert.Equal(t, []Part{{"a_b", 2, 6}, {"github", 1, 3}}, f.Parts)
}

func TestReadRefuses(t *testing.T) {
	for name, b := range map[string][]byte{
		"not a WebAssembly": []byte("hello"), "names no functions": tiny(false), "cut off": tiny(true)[:20],
	} {
		_, err := Read(b)
		assert.ErrorContains(t, err, name)
	}
}

func TestPackageOf(t *testing.T) {
	for name, want := range map[string]string{
		"runtime.main": "runtime", "hardcases_game_view.__writer_.home": "hardcases_game_view",
		"github.com_a_b.F": "github.com_a_b", "golang.org_x_text_language.Parse": "golang.org_x_text_language",
		"type:.eq.runtime.g": "equality and hashes of types", "wasm_export_run": "other",
	} {
		assert.Equal(t, want, packageOf(name))
	}
}
