package hostile_test

import (
	"bytes"
	"testing"

	"hardcases/proving/hostile"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPacksAreManyAndTheSame(t *testing.T) {
	all, err := hostile.Packs()
	require.NoError(t, err)
	assert.Greater(t, len(all), 200)
	again, err := hostile.Packs()
	require.NoError(t, err)
	require.Len(t, again, len(all))
	names := map[string]bool{}
	for i, p := range all {
		assert.False(t, names[p.Name], "%s is there twice", p.Name)
		names[p.Name] = true
		assert.True(t, bytes.Equal(p.Bytes, again[i].Bytes), p.Name)
	}
}
