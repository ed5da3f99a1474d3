package qr

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestCode(t *testing.T) {
	for _, tt := range []struct {
		text string
		side int
	}{
		{"K4PX-7HTM-2RWA-9CE", 21},
		{"K4PX-7HTM-2RWA-9CEF-KK", 25},
		{"", 0},
		{"lower case", 0},
		{strings.Repeat("A", 312), 0},
		{strings.Repeat("A", 311), 57},
	} {
		bars, side := Code(tt.text)
		require.Equal(t, tt.side, side, tt.text)
		for _, b := range bars {
			require.True(t, b.W > 0 && b.X >= 0 && b.X+b.W <= side && b.Y >= 0 && b.Y < side)
		}
	}
	bars, _ := Code("K4PX")
	require.Equal(t, Bar{0, 0, 7}, bars[0], "the finder at the first corner")
}
