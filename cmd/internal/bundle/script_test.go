package bundle

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTerse(t *testing.T) {
	require.Equal(t, "a(); // why\n\nb(\"// text\");\n", string(terse([]byte("// What it does,\n  a(); // why\n\n\t// and\n\tb(\"// text\");\n"))))
}

// TestNoTextOfAScriptGoesOverLines: what terse takes away must be nobody's text.
func TestNoTextOfAScriptGoesOverLines(t *testing.T) {
	files, err := filepath.Glob("../../../wasm/*.js")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		for line := range strings.Lines(string(b)) {
			require.Zero(t, strings.Count(line, "`")%2, "%s: %s", file, line)
			require.NotContains(t, line, "/*", "%s: a comment that terse leaves", file)
		}
	}
}
