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
		rows := Code(tt.text)
		require.Len(t, rows, tt.side, tt.text)
		for _, row := range rows {
			require.Len(t, row, tt.side)
			require.Empty(t, strings.Trim(row, "#."))
		}
	}
	require.Equal(t, "#######.", Code("K4PX")[0][:8], "the finder at the first corner")
}
