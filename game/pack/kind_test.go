package pack_test

import (
	"testing"

	"hardcases/game/pack"

	"github.com/stretchr/testify/require"
)

func TestTraitsOfKinds(t *testing.T) {
	for _, k := range pack.StepKinds() {
		traits := k.Traits()
		require.Equal(t, k, traits.Kind)
		if !traits.Answered {
			require.Equal(t, []pack.Match{pack.NoMatch}, k.Grades(), "%s: where nothing answers, all is open", k)
			require.False(t, traits.Bet, "%s: nobody can bet on what nothing answers", k)
			require.False(t, traits.Chosen, "%s: what nobody chose answers nothing", k)
		}
	}
	road := pack.Step{Kind: pack.Decision}
	require.True(t, road.OnRoad())
	road.OwnScale = true
	require.False(t, road.OnRoad())
	require.False(t, (&pack.Step{Kind: pack.Estimate}).OnRoad())
	require.True(t, (&pack.Step{Kind: pack.Estimate}).InOrder(), "a scale")
	require.False(t, (&pack.Step{Kind: pack.Decision}).InOrder())
	require.True(t, (&pack.Step{Kind: pack.Decision, Ordered: true}).InOrder())
	require.Equal(t, "reveal.this", pack.Decision.Key("reveal.this"))
	require.Equal(t, "reveal.this-estimate", pack.Estimate.Key("reveal.this"))

	unknown := pack.StepKind("riddle")
	require.Equal(t, unknown, unknown.Traits().Kind)
	require.Equal(t, pack.Matches(), unknown.Grades(), "of a kind that is not known the author is told, and of nothing that follows")
}
