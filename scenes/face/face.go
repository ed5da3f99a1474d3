// Package face measures and draws text in the game's typefaces.
package face

import (
	"bytes"
	"fmt"

	"github.com/go-text/typesetting/segmenter"
	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"hardcases/assets"
	"hardcases/scenes/glyph"
	"hardcases/scenes/layout"
)

// Set is the game's typefaces. Each is read when it is first needed. It is not
// safe for use by several goroutines at once.
type Set struct {
	sources [layout.Faces]*text.GoTextFaceSource
	sized   [layout.Faces]map[float64]*text.GoTextFace
	widths  [layout.Faces]map[string]float64
	asked   int
	known   int
	parts   segmenter.Segmenter
}

// Asked says how often the width of a text was asked for, and how often it was
// remembered then.
func (s *Set) Asked() (asked, known int) { return s.asked, s.known }

// New is a set that has read nothing yet.
func New() *Set { return &Set{} }

// fileOf is the name of a typeface's file.
func fileOf(f layout.Face) string {
	switch f {
	case layout.SemiBold:
		return "text-600"
	case layout.Bold:
		return "text-700"
	case layout.Headline:
		return "head-600"
	case layout.Reading:
		return "head-400"
	case layout.Text, layout.Faces:
	}
	return "text-400"
}

// measured is the size at which texts are measured. Outlines are not hinted,
// so that widths grow with the size exactly.
const measured = 1000

// remembered bounds the widths kept for a typeface: several times the words of
// the longest screen.
const remembered = 4096

// Advance is the width of a text set on one line, in em.
func (s *Set) Advance(words string, f layout.Face) float64 {
	s.asked++
	if w, ok := s.widths[f][words]; ok {
		s.known++
		return w
	}
	w := 0.0
	for rest := words; rest != ""; {
		var seg glyph.Segment
		seg, rest = glyph.Next(rest)
		if seg.Text == "" {
			w += seg.Advance
			continue
		}
		w += text.AdvanceAt(seg.Text, len(seg.Text), s.At(f, measured)) / measured
	}
	if s.widths[f] == nil || len(s.widths[f]) >= remembered {
		s.widths[f] = map[string]float64{}
	}
	s.widths[f][words] = w
	return w
}

// Extent is how far a typeface reaches above and below the baseline, in em.
func (s *Set) Extent(f layout.Face) (ascent, descent float64) {
	m := s.At(f, measured).Metrics()
	return m.HAscent / measured, m.HDescent / measured
}

// Lines implements layout.Measurer. What is not UTF-8 is one piece, as it is measured
// and shown.
func (s *Set) Lines(words string, each func(end int, must bool)) {
	if err := s.parts.InitWithString(words); err != nil {
		each(len(words), false)
		return
	}
	for it := s.parts.LineIterator(); it.Next(); {
		l := it.Line()
		each(l.OffsetInBytes+l.LengthInBytes, l.IsMandatoryBreak)
	}
}

// Graphemes implements layout.Measurer; there are none in what is not UTF-8.
func (s *Set) Graphemes(words string, each func(end int)) {
	if err := s.parts.InitWithString(words); err != nil {
		return
	}
	for it := s.parts.GraphemeIterator(); it.Next(); {
		g := it.Grapheme()
		each(g.OffsetInBytes + g.LengthInBytes)
	}
}

// At is a typeface at a size in whole pixels: at others the shaper's advances
// would not be those of the outlines.
func (s *Set) At(f layout.Face, size float64) *text.GoTextFace {
	if at, ok := s.sized[f][size]; ok {
		return at
	}
	if s.sized[f] == nil {
		s.sized[f] = map[float64]*text.GoTextFace{}
	}
	at := &text.GoTextFace{Source: s.source(f), Size: size}
	s.sized[f][size] = at
	return at
}

// source reads a typeface. A font that the game comes with and that cannot be
// read is a fault of the build, which tests find: there is nothing to show an
// error with.
func (s *Set) source(f layout.Face) *text.GoTextFaceSource {
	if s.sources[f] == nil {
		src, err := text.NewGoTextFaceSource(bytes.NewReader(assets.Font(fileOf(f))))
		if err != nil {
			panic(fmt.Sprintf("face: %s: %v", fileOf(f), err))
		}
		s.sources[f] = src
	}
	return s.sources[f]
}
