package author_test

import (
	"bytes"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/cmd/internal/author"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestDumpLosesNothing dumps each shipped pack and makes the same bytes of it.
func TestDumpLosesNothing(t *testing.T) {
	for _, id := range assets.Packs() {
		p := packs.Named(t, id)
		var out bytes.Buffer
		require.NoError(t, author.Dump(&out, p))
		back, err := author.Undump(out.Bytes())
		require.NoError(t, err)
		shipped, err := p.Whole()
		require.NoError(t, err)
		assert.True(t, bytes.Equal(shipped, back), id)
		marked, err := author.Undump(append([]byte("\ufeff"), out.Bytes()...))
		require.NoError(t, err)
		assert.True(t, bytes.Equal(shipped, marked), id)
	}
}

func TestUndumpRefuses(t *testing.T) {
	p := packs.First(t)
	var out bytes.Buffer
	require.NoError(t, author.Dump(&out, p))
	for name, tt := range map[string]struct{ old, new, want string }{
		"no JSON":        {"{", "", "is not a dumped pack"},
		"another format": {`"format": 3`, `"format": 9`, "format: is 9"},
		"a strange key":  {`"hash"`, `"hush"`, "hush"},
		"a broken date":  {`"date":`, `"date": 5, "was":`, "library"},
		"a half":         {`"ladder": 10`, `"ladder": 10.5`, "10.5"},
		"UTF-16":         {"{", "\xff\xfe{", "Save the file as UTF-8"},
		"more after it":  {"{", "{}{", "there is more"},
		"no such option": {`"happened": "c"`, `"happened": "z"`, "happened"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Contains(t, out.String(), tt.old)
			_, err := author.Undump([]byte(strings.Replace(out.String(), tt.old, tt.new, 1)))
			require.ErrorContains(t, err, tt.want)
		})
	}
}
