package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPapers: the manual and what completes a command line know every command and
// every flag.
func TestPapers(t *testing.T) {
	files, err := papers("1.2.3")
	require.NoError(t, err)
	require.Len(t, files, 4)
	k, err := grammar(system{}, func(int) {})
	require.NoError(t, err)
	page := string(files["man/man1/hardcases.1"])
	require.True(t, strings.HasPrefix(page, `.TH HARDCASES 1 "" "Hard Cases 1.2.3"`))
	leaves := 0
	for _, s := range places(k.Model.Node, "") {
		for name, b := range files {
			for _, c := range s.next {
				require.Contains(t, string(b), c.Name, name)
			}
			for _, f := range s.node.Flags {
				if f.Name != "help" {
					require.Contains(t, strings.ReplaceAll(string(b), `\-`, "-"), f.Name, name)
				}
			}
		}
		if len(s.next) == 0 {
			leaves++
		}
	}
	require.Equal(t, leaves, strings.Count(page, "\n.SS "))
	for _, line := range strings.Split(page, "\n") {
		require.NotRegexp(t, `^'`, line, "man would take it for an order")
	}
}
