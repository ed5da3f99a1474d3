package coverage_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/view"
	"hardcases/proving/screens"
	"hardcases/scenes/coverage"
)

// TestEveryScreenCanBeShown looks at every character of every screen.
func TestEveryScreenCanBeShown(t *testing.T) {
	c, err := coverage.New()
	require.NoError(t, err)
	for _, language := range screens.Languages() {
		list, err := screens.All(language)
		require.NoError(t, err)
		for _, s := range list {
			assert.Empty(t, string(c.Missing(view.Text(s.Root))), s.Name)
		}
	}
}
