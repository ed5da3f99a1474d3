package view_test

import (
	"strings"
	"testing"

	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestWhole parts headlines around their words with hyphens, and nowhere else.
func TestWhole(t *testing.T) {
	for text, want := range map[string][]string{
		"":                                  {""},
		"What do you say?":                  {"What do you say?"},
		"Auriez-vous fait de même\u202f?":   {"", "Auriez-vous", " fait de même\u202f?"},
		"Que faites-vous\u202f? Et ce jour": {"Que ", "faites-vous\u202f?", " Et ce jour"},
		"Ce jour-là":                        {"Ce ", "jour-là", ""},
		"De A - B à 4-5, HC1-7 et -x":       {"De A - B à 4-5, HC1-7 et -x"},
	} {
		got := view.Whole(text)
		require.Equal(t, want, got, text)
		require.Equal(t, text, strings.Join(got, ""))
	}
}
