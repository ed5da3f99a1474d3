package coverage

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCoverage(t *testing.T) {
	c, err := New()
	require.NoError(t, err)
	assert.Empty(t, c.Missing("« Où ? » “No”, l’œuvre d’août 2022 – 5 % · Çà et là… ÀÉÈÊËÎÏÔÙÛÜ\n"))
	assert.Empty(t, c.Missing("\u202f\u00a0\u2011\u25cf\u25c6\u2713\u2192\u21b5"), "set by rules")
	assert.Equal(t, []rune{'漢', '😀', '★'}, c.Missing("漢 a 漢 😀 b★"))
}
