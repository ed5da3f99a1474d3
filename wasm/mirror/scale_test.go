package mirror

import (
	"strconv"
	"testing"

	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// withBet is a screen with the two groups of a bet.
func withBet(lang string) *view.Node {
	letters := view.Node{ID: "bets", Role: view.RadioGroup, Look: view.Letters, Children: []view.Node{
		{ID: "bet-a", Role: view.Radio, Look: view.Key, Text: "A", On: play.Bet{Option: "a"}, Keys: []string{"A"}},
	}}
	scale := view.Node{ID: "stakes", Role: view.RadioGroup, Look: view.Scale}
	for n := 1; n <= 6; n++ {
		scale.Children = append(scale.Children, view.Node{ID: "stake-" + strconv.Itoa(n), Role: view.Radio, Look: view.Stop, On: play.Stake{Stop: n}})
	}
	root := screen("decision-1", letters, scale)
	root.Lang = lang
	return root
}

// TestArrowsOnAScale goes along it by arrows, which stop at its ends; elsewhere
// they stay the browser's.
func TestArrowsOnAScale(t *testing.T) {
	for _, tt := range []struct{ lang, key, from, to string }{
		{"en", "ArrowRight", "stake-1", "stake-2"},
		{"en", "ArrowDown", "stake-1", "stake-2"},
		{"en", "ArrowLeft", "stake-2", "stake-1"},
		{"en", "ArrowUp", "stake-6", "stake-5"},
		{"en", "ArrowLeft", "stake-1", "stake-1"},
		{"en", "ArrowUp", "stake-1", "stake-1"},
		{"en", "ArrowRight", "stake-6", "stake-6"},
		{"en", "ArrowDown", "stake-6", "stake-6"},
		{"ar", "ArrowLeft", "stake-1", "stake-2"},
		{"ar", "ArrowRight", "stake-1", "stake-1"},
		{"en", "ArrowRight", "bet-a", ""},
		{"en", "ArrowDown", "option-a", ""},
		{"en", "ArrowRight", "", ""},
	} {
		got := Press(withBet(tt.lang), Key{Key: tt.key}, tt.from)
		if tt.to == "" {
			require.Nil(t, got, "%+v", tt)
			continue
		}
		require.NotNil(t, got, "%+v", tt)
		require.Equal(t, tt.to, got.ID, "%+v", tt)
	}
}

// TestLettersWithShift tells an option from a bet on it.
func TestLettersWithShift(t *testing.T) {
	root := withBet("en")
	for _, tt := range []struct {
		key   Key
		wants string
	}{
		{Key{Key: "a"}, "option-a"},
		{Key{Key: "A", Shift: true}, "bet-a"},
		{Key{Key: "A"}, "option-a"},              // the letters are locked to capitals
		{Key{Key: "a", Shift: true}, "bet-a"},    // and so with Shift
		{Key{Key: "B", Shift: true}, "option-b"}, // nobody bets on this
	} {
		require.Equal(t, tt.wants, Press(root, tt.key, "").ID, "%+v", tt.key)
	}
	require.Nil(t, Press(root, Key{Key: "A", Shift: true, Modified: true}, ""))
}
