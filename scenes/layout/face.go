package layout

// Face is one of the game's typefaces, at a weight.
type Face uint8

// The faces. What files they are is the business of package face.
const (
	Text     Face = iota // the reading face, 400
	SemiBold             // 600
	Bold                 // 700
	Headline             // the headline face, 600
	Reading              // the headline face, 400, for extracts
	Faces                // how many there are
)

// Measurer knows how wide texts are, and where they may be parted.
type Measurer interface {
	// Advance is the width of a text set on one line, in em.
	Advance(text string, f Face) float64
	// Extent is how far the face reaches above and below the baseline, in em,
	// both positive.
	Extent(f Face) (ascent, descent float64)
	// Lines tells of the end of each piece of a text, in bytes, after which a line may
	// end, or must; the last is that of the text.
	Lines(text string, each func(end int, must bool))
	// Graphemes tells of the end of each grapheme of a text, in bytes.
	Graphemes(text string, each func(end int))
}
