package view_test

import (
	"testing"

	"hardcases/game/pack"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestNothingFollowed: where a step tells nothing of what followed, no heading
// stands over an empty list.
func TestNothingFollowed(t *testing.T) {
	p, c := shipped(t)
	reveal := func(p *pack.Pack) view.Node {
		return view.Screen(view.NewContext(p, c, "en"), at(t, p, "en", "y2017", "A1", true).State())
	}
	whole := reveal(p)
	require.NotNil(t, view.Find(&whole, "then-title"))
	content, err := p.Unpack()
	require.NoError(t, err)
	content.Cases[0].Steps[0].Then = nil
	b, err := pack.Build(content)
	require.NoError(t, err)
	p, err = pack.Open(b)
	require.NoError(t, err)
	bare := reveal(p)
	require.NotNil(t, view.Find(&bare, "gained"))
	require.Nil(t, view.Find(&bare, "then-title"))
	require.Nil(t, view.Find(&bare, "then"))
}
