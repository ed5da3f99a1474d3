package glyph

import (
	"testing"

	"github.com/stretchr/testify/assert"
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
