package layout

import (
	"math"
	"strings"

	"hardcases/game/view"
	"hardcases/scenes/theme"
)

// style is how a text is set. Lengths are in layout units.
type style struct {
	face       Face
	size, line float64
	token      theme.Token
}

// span is a stretch of running text in one style, belonging to one box.
type span struct {
	text  string
	style style
	under Underline
	box   int
	head  bool // words of a headline: none is parted at its hyphen where there is room
}

// align says where the lines of a text stand.
type align uint8

const (
	atStart align = iota
	atCenter
	atEnd
)

// piece is what stands between two places where a line may end: UAX #14 line
// breaking opportunities. https://www.unicode.org/reports/tr14/
type piece struct {
	to     int  // the byte after it, white space at its end included
	word   int  // the byte after what is not white space
	spaces int  // how many spaces there are at its end
	must   bool // the line ends here
	// advances are the widths of the word, in em, by face; 0 where not known yet.
	advances [Faces]float64
}

// part is some text of one span on the line being filled.
type part struct {
	span     int
	from, to int     // bytes in the joined text
	width    float64 // without white space at the end
	tail     float64 // of that white space
	hyphen   bool    // the line ends in a word, and in a hyphen, which is in width
}

// textLines breaks spans, whose text is joined, into lines of at most w and calls emit for each, with
// the parts of the line and its width. A word wider than w is parted, as nothing
// may be cut off. It returns the width of the widest.
func (p *pass) textLines(spans []span, joined string, w float64, emit func(line []part, width float64)) float64 {
	line, widest, width, tail := p.line[:0], 0.0, 0.0, 0.0
	flush := func() {
		widest = math.Max(widest, width)
		if emit != nil {
			emit(line, width)
		}
		line, width, tail = line[:0], 0, 0
	}
	from := 0
	pieces := p.pieces(joined)
	for i := range pieces {
		pc := &pieces[i]
		var parts []part
		switch {
		case p.hyphened(spans, joined, pc.to, w):
			continue
		case len(spans) == 1 && from == startOf(pieces, i):
			p.parts = append(p.parts[:0], p.measurePiece(&spans[0], joined, from, pc))
			parts = p.parts
		case !pc.must && p.whole(spans, pc.to, w):
			continue
		default:
			parts = p.measure(spans, joined, from, pc.to)
		}
		long := lineWidth(parts)
		if len(line) > 0 && width+tail+long > w+slack {
			flush()
		}
		if long > w+slack {
			parts = p.partWord(spans, joined, parts, w, func(full []part) {
				line, width = append(line, full...), lineWidth(full)
				flush()
			})
			long = lineWidth(parts)
		}
		if len(parts) > 0 {
			line = append(line, parts...)
			width += tail + long
			tail = parts[len(parts)-1].tail
		}
		from = pc.to
		if pc.must {
			flush()
		}
	}
	if len(line) > 0 || from == 0 {
		flush()
	}
	p.line = line[:0]
	return widest
}

// whole says whether a byte of the joined text lies within a control that is
// not to be broken there, as it fits on a line of its own.
func (p *pass) whole(spans []span, at int, w float64) bool {
	start := 0
	for i := range spans {
		s := &spans[i]
		end := start + len(s.text)
		if at > start && at < end {
			return len(spans) > 1 && s.under == Solid && p.measurer.Advance(s.text, s.style.face)*s.style.size <= w
		}
		start = end
	}
	return false
}

// hyphened says whether a byte of the joined text lies behind the hyphen of a word that is
// not to be parted there, as it fits on a line of its own.
func (p *pass) hyphened(spans []span, joined string, at int, w float64) bool {
	if !spans[0].head || !view.Hyphened(joined, at) {
		return false
	}
	from := strings.LastIndexByte(joined[:at], ' ') + 1
	to := at + strings.IndexByte(joined[at:]+" ", ' ')
	return lineWidth(p.measure(spans, joined, from, to)) <= w+slack
}

// startOf is the byte that a piece begins at.
func startOf(pieces []piece, i int) int {
	if i == 0 {
		return 0
	}
	return pieces[i-1].to
}

// slack lets a word stay on its line that is too wide by a rounding error.
const slack = 0.01

// lineWidth is the width of parts that stand on one line, without white space
// at the end.
func lineWidth(parts []part) float64 {
	w := 0.0
	for i, pt := range parts {
		w += pt.width
		if i+1 < len(parts) {
			w += pt.tail
		}
	}
	return w
}

// join is the text of all spans.
func join(spans []span) string {
	if len(spans) == 1 {
		return spans[0].text
	}
	var b strings.Builder
	for i := range spans {
		b.WriteString(spans[i].text)
	}
	return b.String()
}

// measure splits joined[from:to] at the borders of spans and measures the
// parts. The result is good until the next call.
func (p *pass) measure(spans []span, joined string, from, to int) []part {
	parts, start := p.parts[:0], 0
	for i := range spans {
		end := start + len(spans[i].text)
		a, b := max(from, start), min(to, end)
		if a < b {
			parts = append(parts, p.measureOne(&spans[i], i, joined, a, b))
		}
		start = end
	}
	p.parts = parts
	return parts
}

func (p *pass) measureOne(s *span, index int, joined string, from, to int) part {
	end, spaces := wordEnd(joined, from, to)
	pt := part{span: index, from: from, to: to, tail: p.spaces(s, spaces)}
	if end > from {
		pt.width = p.measurer.Advance(joined[from:end], s.style.face) * s.style.size
	}
	return pt
}

// measurePiece measures a whole piece of a text in one style, and remembers.
func (p *pass) measurePiece(s *span, joined string, from int, pc *piece) part {
	advance := &pc.advances[s.style.face]
	if *advance == 0 && pc.word > from {
		*advance = p.measurer.Advance(joined[from:pc.word], s.style.face)
	}
	return part{from: from, to: pc.to, width: *advance * s.style.size, tail: p.spaces(s, pc.spaces)}
}

// spaces is the width of n spaces.
func (p *pass) spaces(s *span, n int) float64 {
	if n == 0 {
		return 0
	}
	space := &p.space[s.style.face]
	if *space == 0 {
		*space = p.measurer.Advance(" ", s.style.face)
	}
	return float64(n) * *space * s.style.size
}

// wordEnd is where the word in text[from:to] ends, and how many of the white
// space characters after it are spaces: line breaks take no room.
func wordEnd(text string, from, to int) (end, spaces int) {
	for end = to; end > from; end-- {
		switch text[end-1] {
		case ' ':
			spaces++
		case '\t', '\r', '\n':
		default:
			return end, spaces
		}
	}
	return end, spaces
}

// pieces finds where lines of a text may end.
func (p *pass) pieces(text string) []piece {
	if known, ok := p.breaks[text]; ok {
		return known
	}
	var found []piece
	from := 0
	p.measurer.Lines(text, func(end int, must bool) {
		pc := piece{to: end, must: must && end < len(text)}
		pc.word, pc.spaces = wordEnd(text, from, end)
		found, from = append(found, pc), end
	})
	if len(p.breaks) >= rememberedTexts {
		clear(p.breaks)
	}
	p.breaks[text] = found
	return found
}

// rememberedTexts bounds the memory of an engine: several times the texts of the
// longest screen.
const rememberedTexts = 512

// natural is the width of a text that is not broken where it need not be.
func (p *pass) natural(spans []span) float64 {
	return p.textLines(spans, join(spans), math.Inf(1), nil)
}

// text sets spans in the column at x with width w and returns how high they
// are. Parts of one span on one line become one run; all runs of a span follow
// each other, and are noted in the span's box.
func (p *pass) text(spans []span, x, y, w float64, al align) float64 {
	main := mainStyle(spans)
	ascent, descent := p.measurer.Extent(main.face)
	base := (main.line-(ascent+descent)*main.size)/2 + ascent*main.size
	joined, top := join(spans), y
	p.textLines(spans, joined, w, func(line []part, width float64) {
		at := x
		switch al {
		case atStart:
		case atCenter:
			at += (w - width) / 2
		case atEnd:
			at += w - width
		}
		p.runs(spans, joined, line, Rect{X: at, Y: top, H: main.line}, top+base)
		top += main.line
	})
	return top - y
}

// runs places one line at the corner of at. White space at the ends of a run is
// left out of it, so that pictures can be mirrored and lines drawn under words.
func (p *pass) runs(spans []span, joined string, line []part, at Rect, base float64) {
	before := len(p.out.Runs)
	defer func() { p.reorder(p.out.Runs[before:]) }()
	for i := 0; i < len(line); {
		first, from, width := line[i], line[i].from, 0.0
		end := from
		for ; i < len(line) && line[i].span == first.span; i++ {
			width += line[i].width
			if i+1 < len(line) {
				width += line[i].tail
			}
			end = line[i].to
		}
		s := &spans[first.span]
		text := strings.Trim(joined[from:end], "\r\n")
		words := strings.TrimLeft(text, " ")
		lead := p.spaces(s, len(text)-len(words))
		words = strings.TrimRight(words, " ")
		if line[i-1].hyphen {
			words += Hyphen
		}
		tail := 0.0
		if i < len(line) {
			tail = p.spaces(s, len(text)-len(strings.TrimRight(text, " ")))
		}
		p.run(s, Run{
			Text: words, Face: s.style.face, Size: s.style.size, Token: s.style.token, Under: s.under,
			Rect: Rect{X: at.X + lead, Y: at.Y, W: width - lead - tail, H: at.H}, Base: base, Box: s.box,
			Parted: line[i-1].hyphen,
		})
		at.X += width
	}
}

func (p *pass) run(s *span, r Run) {
	if r.Text == "" {
		return
	}
	p.out.Runs = append(p.out.Runs, r)
	b := &p.out.Boxes[s.box]
	if b.Runs.Len() == 0 {
		b.Runs.From = len(p.out.Runs) - 1
	}
	b.Runs.To = len(p.out.Runs)
}

// mainStyle is the style that gives a paragraph its line height and baseline.
func mainStyle(spans []span) style {
	main := spans[0].style
	for _, s := range spans[1:] {
		if s.style.line > main.line {
			main = s.style
		}
	}
	return main
}

// fitting is the style made smaller, down to least, until the longest word
// fits into w: at 200 % a headline must not break its words on a phone.
func (p *pass) fitting(text string, s style, w, least float64) style {
	longest, from := 0.0, 0
	pieces, one := p.pieces(text), span{style: style{face: s.face, size: 1}}
	for i := range pieces {
		longest = math.Max(longest, p.measurePiece(&one, text, from, &pieces[i]).width)
		from = pieces[i].to
	}
	if longest*s.size <= w {
		return s
	}
	unit := p.in.DeviceScale * p.out.Zoom
	size := math.Max(least, math.Floor(w/longest*unit)/unit)
	if size < s.size {
		s.line = math.Ceil(s.line * size / s.size)
		s.size = size
	}
	return s
}
