// Package packs opens what is shipped with the game, for tests: each gets a
// pack of its own, which no other test has read from.
package packs

import (
	"fmt"
	"testing"

	"hardcases/assets"
	"hardcases/game/locale"
	"hardcases/game/pack"

	"github.com/stretchr/testify/require"
)

// Open gives a shipped pack. It fails where there is none of this id.
func Open(id string) (*pack.Pack, error) {
	p, err := pack.Open(assets.Pack(id)...)
	if err != nil {
		return nil, fmt.Errorf("the shipped pack %q: %w", id, err)
	}
	return p, nil
}

// Strings gives the interface strings.
func Strings() (*locale.Catalog, error) { return locale.Read(assets.Languages(), assets.Strings()...) }

// Named is Open for a test, which fails with it.
func Named(t testing.TB, id string) *pack.Pack {
	t.Helper()
	p, err := Open(id)
	require.NoError(t, err)
	return p
}

// First is the pack that the game begins with.
func First(t testing.TB) *pack.Pack {
	t.Helper()
	return Named(t, assets.Packs()[0])
}

// Words is Strings for a test, which fails with it.
func Words(t testing.TB) *locale.Catalog {
	t.Helper()
	c, err := Strings()
	require.NoError(t, err)
	return c
}
