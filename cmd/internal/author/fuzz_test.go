package author

import (
	"os"
	"testing"

	"hardcases/cmd/internal/lint"
	"hardcases/game/pack"

	"github.com/stretchr/testify/require"
)

// FuzzSources reads any bytes as the structure and as the text of a pack: what
// cannot be read is said, and nothing panics.
func FuzzSources(f *testing.F) {
	for _, name := range []string{"sample/pack.yaml", "sample/en.yaml"} {
		b, err := os.ReadFile(name)
		require.NoError(f, err)
		f.Add(b[:1500])
		f.Add(b[len(b)-1200:])
	}
	f.Add([]byte("a: [b, {c: d}]\nl: |\n  x\n- y: *z\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		r := &reader{file: "x.yaml"}
		root := r.parse(b)
		if root == nil {
			if len(r.found) == 0 {
				t.Fatal("the file could not be read, and nothing says why")
			}
			return
		}
		c := &pack.Content{Locales: []string{"en"}, Text: map[string]map[string]string{}}
		r.structure(root, c)
		_, c.Text["en"] = r.words(root)
		lint.Check(c, lint.Settings{})
	})
}
