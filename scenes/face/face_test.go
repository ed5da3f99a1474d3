package face

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"hardcases/scenes/layout"
)

func TestEveryFaceIsRead(t *testing.T) {
	s := New()
	for f := range layout.Faces {
		assert.Positive(t, s.Advance("Hard Cases", f), fileOf(f))
		ascent, descent := s.Extent(f)
		assert.InDelta(t, 0.95, ascent, 0.3, fileOf(f))
		assert.InDelta(t, 0.3, descent, 0.2, fileOf(f))
	}
}

func TestAdvance(t *testing.T) {
	s := New()
	plain := s.Advance("Vraiment?", layout.Text)
	assert.InDelta(t, s.Advance("Vraiment", layout.Text)+s.Advance("?", layout.Text)+0.2,
		s.Advance("Vraiment\u202f?", layout.Text), 1e-9, "a narrow space is a fifth of an em")
	assert.Greater(t, s.Advance("Vraiment\u202f?", layout.Text), plain)
	assert.InDelta(t, plain, s.Advance("Vraiment\u2060?", layout.Text), 0.05, "a joiner takes no room")
	assert.Zero(t, s.Advance("", layout.Text))
	assert.Greater(t, s.Advance("Bold", layout.Bold), s.Advance("Bold", layout.Text)*0.99)
}

func TestAdvanceIsRemembered(t *testing.T) {
	s := New()
	s.Advance("Decision", layout.Text)
	allocs := testing.AllocsPerRun(100, func() { s.Advance("Decision", layout.Text) })
	assert.Zero(t, allocs)
}

func TestSizesAreLinear(t *testing.T) {
	s := New()
	const line = "Members of a forum you protect have published details."
	em := s.Advance(line, layout.Text)
	for _, size := range []float64{15, 18, 31, 64} {
		got := advanceAt(s, line, size)
		assert.InDelta(t, em*size, got, 0.5, "at %v px", size)
	}
}
