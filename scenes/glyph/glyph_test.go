package glyph

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNext(t *testing.T) {
	tests := []struct {
		text string
		want []Segment
	}{
		{"plain", []Segment{{Text: "plain"}}},
		{"Vraiment\u202f?", []Segment{{Text: "Vraiment"}, {Advance: narrow}, {Text: "?"}}},
		{"\u25cf\u00a0You", []Segment{{Shape: Disc, Advance: 0.78}, {Text: "\u00a0You"}}},
		{"a\u2011b", []Segment{{Text: "a"}, {Text: "-"}, {Text: "b"}}},
		{"\u202f\u202f", []Segment{{Advance: narrow}, {Advance: narrow}}},
		{"broken \xff byte", []Segment{{Text: "broken \xff byte"}}},
	}
	for _, tt := range tests {
		var got []Segment
		for rest := tt.text; rest != ""; {
			var s Segment
			s, rest = Next(rest)
			got = append(got, s)
		}
		assert.Equal(t, tt.want, got, "%q", tt.text)
	}
}

func TestCoverage(t *testing.T) {
	c, err := NewCoverage()
	require.NoError(t, err)
	assert.Empty(t, c.Missing("« Où ? » “No”, l’œuvre d’août 2022 – 5 % · Çà et là… ÀÉÈÊËÎÏÔÙÛÜ\n"))
	assert.Empty(t, c.Missing("\u202f\u00a0\u2011\u25cf\u25c6\u2713\u2192\u21b5"), "set by rules")
	assert.Equal(t, []rune{'漢', '😀', '★'}, c.Missing("漢 a 漢 😀 b★"))
}
