package layout

import (
	"math"

	"hardcases/game/network"
	"hardcases/game/view"
	"hardcases/scenes/stack"
	"hardcases/scenes/theme"
)

// Scene is a picture of the network: what its painter needs to let it move. The
// parts of it that stand still are marks, so that all who do not move show them.
type Scene struct {
	Box     int
	Picture stack.Picture
	Size    stack.Size
	// At is where the picture begins, Factor how many layout units one of its own
	// is.
	At     Point
	Factor float64
	// Mirrored says that the picture runs from right to left.
	Mirrored bool
	// Back is what lies behind it.
	Back theme.Token
	// Parts are the marks of each part; Movers and Visitors those of each mark on
	// the roads and of each visitor.
	Parts    [stack.AllParts]Span
	Movers   []Mover
	Visitors [network.Visitors]Span
	// Flood is the flood as it stands.
	Flood stack.Flood
}

// Mover is a mark on a road.
type Mover struct {
	stack.Mover
	Marks Span
}

// Place is where a point of the picture is.
func (s *Scene) Place(q stack.Point) Point {
	x := q.X
	if s.Mirrored {
		x = s.Size.Width() - x
	}
	return Point{s.At.X + x*s.Factor, s.At.Y + q.Y*s.Factor}
}

// Rect is what the picture covers.
func (s *Scene) Rect() Rect {
	return Rect{X: s.At.X, Y: s.At.Y, W: s.Size.Width() * s.Factor, H: s.Size.Height() * s.Factor}
}

// leastWide is from which width on the network is drawn in its wide size.
const leastWide = 640.0

// network places the picture of the working model: in the wide size where its
// labels can be read there, else in the small one. Where the player's letters are
// larger than the picture can hold, they stand below it.
func (pl *plot) network(r Rect) float64 {
	pic := pl.chart.Picture
	if pic == nil {
		return 0
	}
	sc := Scene{Box: pl.box, Picture: stack.Picture{Setting: pic.Setting, Report: pic.Report, Seat: pic.Seat}, Size: stack.Small, At: Point{r.X, r.Y}, Back: pl.halo}
	if r.W >= leastWide {
		sc.Size = stack.Wide
	}
	sc.Factor = r.W / sc.Size.Width()
	labelled := pl.scaled(style{Text, 15, 20, theme.Ink}).size <= labelSize(sc.Size)*sc.Factor*1.25
	sc.Flood = stack.NewFlood(sc.Size, sc.Picture, sc.Picture)
	for part := range stack.AllParts {
		sc.Parts[part] = pl.part(&sc, part)
	}
	h := sc.Size.Height() * sc.Factor
	if labelled {
		pl.labels(&sc, &pic.Words)
	}
	pl.out.Scenes = append(pl.out.Scenes, sc)
	below := Rect{X: r.X, Y: r.Y + h + 6, W: r.W}
	if !labelled {
		return h + 6 + pl.label(pic.Line, pl.small(), below, atStart)
	}
	if sc.Size == stack.Small || pic.Words.Key == ([5]string{}) {
		return h + 6 // a phone has no room for the key: the marks are few there
	}
	return h + 6 + pl.key(below, pic.Words.Key)
}

// part draws a part of the picture.
func (pl *plot) part(sc *Scene, part stack.Part) Span {
	drawn := func(shapes []stack.Shape) Span {
		from := len(pl.out.Marks)
		pl.shapes(pl.box, shapes, sc.At, sc.Factor)
		return Span{From: from, To: len(pl.out.Marks)}
	}
	from := len(pl.out.Marks)
	switch part {
	case stack.Traffic:
		for _, m := range stack.Movers(sc.Size, sc.Picture) {
			sc.Movers = append(sc.Movers, Mover{Mover: m, Marks: drawn(m.Shapes(sc.Size))})
		}
	case stack.People:
		for i := range sc.Visitors {
			sc.Visitors[i] = drawn(stack.Visit(sc.Size, sc.Picture, i))
		}
	default:
		drawn(stack.Draw(sc.Size, sc.Picture, part))
	}
	return Span{From: from, To: len(pl.out.Marks)}
}

// labelSize is how large the labels of a size are meant to be, in its own units.
func labelSize(s stack.Size) float64 {
	if s == stack.Wide {
		return 16
	}
	return 15
}

// labels writes what the parts of the picture are.
func (pl *plot) labels(sc *Scene, words *view.PictureWords) {
	seat := func(layer string, k theme.Token) theme.Token {
		if sc.Picture.Seat == layer {
			return theme.You
		}
		return k
	}
	bold := func(k theme.Token) style { return pl.inPicture(sc, Bold, k) }
	plain := func(k theme.Token) style { return pl.inPicture(sc, Text, k) }
	name := bold(seat(stack.Name, theme.Ink))
	host, archive := bold(seat(stack.Host, theme.Ink)), bold(seat(stack.Archive, theme.Ink))
	if sc.Size == stack.Wide {
		pl.at(sc, words.Visitors, bold(theme.Ink), 12, 118, atStart)
		pl.at(sc, words.Name, name, 150, 24, atStart)
		pl.at(sc, words.Sign, plain(theme.Ink), 229, 57.6, atCenter)
		pl.at(sc, words.Carriers, plain(seat(stack.Carrier, theme.Muted)), 330, 156, atCenter)
		pl.above(sc, words.Host, host, pl.at(sc, words.Keeps, plain(theme.Muted), 622, 143, atStart))
		pl.above(sc, words.Archive, archive, pl.at(sc, words.Copies, plain(theme.Muted), 694, 391, atStart))
	} else {
		pl.at(sc, words.Visitors, bold(theme.Ink), 0, 86, atStart)
		pl.at(sc, words.Name, name, 72, 20, atStart)
		pl.at(sc, words.ShortSign, plain(theme.Ink), 114, 47.2, atCenter)
		pl.at(sc, words.Host, host, 284, 88, atStart)
		pl.at(sc, words.Archive, archive, 294, 226, atStart)
	}
	pl.shieldLabel(sc, words, pl.address(sc, words))
	pl.floodLabel(sc, words)
}

// inPicture is the style of a label: as large as the picture has it, and never
// smaller than the player can read.
func (pl *plot) inPicture(sc *Scene, face Face, k theme.Token) style {
	least := pl.scaled(style{face, 15, 20, k})
	if size := math.Floor(labelSize(sc.Size) * sc.Factor); size > least.size {
		least.size = size
	}
	least.line = math.Ceil(least.size * 1.3)
	return least
}

// at sets a label with its baseline at a place of the picture: after it, before it
// or round it. It keeps to the picture.
func (pl *plot) at(sc *Scene, text string, st style, x, base float64, al align) Rect {
	w := pl.wide(text, st)
	area := sc.Rect()
	left := sc.At.X + x*sc.Factor
	switch al {
	case atCenter:
		left -= w / 2
	case atEnd:
		left -= w
	case atStart:
	}
	left = math.Min(math.Max(area.X, left), math.Max(area.X, area.Right()-w))
	r := Rect{X: left, Y: sc.At.Y + base*sc.Factor - st.line*0.76, W: w + 1, H: st.line}
	pl.label(text, st, r, atStart)
	return r
}

// above sets a label on top of another one, from where that begins.
func (pl *plot) above(sc *Scene, text string, st style, below Rect) Rect {
	w := pl.wide(text, st)
	r := Rect{X: math.Min(below.X, sc.Rect().Right()-w-1), Y: below.Y - st.line, W: w + 1, H: st.line}
	pl.label(text, st, r, atStart)
	return r
}

// shieldLabel names the shield, with the sign of the player's seat before it,
// between the signpost and the host's address: in short where it is too long.
func (pl *plot) shieldLabel(sc *Scene, words *view.PictureWords, address Rect) {
	mine := sc.Picture.Seat == stack.Shield
	gone := words.Gone != ""
	k, ring := theme.Ink, sc.Picture.Setting[network.Shield] == network.Aside || gone
	if mine && !gone {
		k = theme.You
	}
	x, base, post, radius, text := 444.0, 64.0, 322.0, 7.0, words.Shield
	if sc.Size == stack.Small {
		x, base, post, radius, text = 194, 53, 168, 6, words.ShortShield
	}
	st := pl.inPicture(sc, Bold, k)
	room := (2*radius + 5) * sc.Factor
	from, to := sc.At.X+post*sc.Factor+room+6, address.X-10
	if sc.Size == stack.Small {
		to = sc.Rect().Right()
	}
	if pl.wide(text, st) > to-from {
		text = words.ShortShield
	}
	w := pl.wide(text, st)
	left := math.Max(from, math.Min(sc.At.X+x*sc.Factor, to-w))
	r := Rect{X: left, Y: sc.At.Y + base*sc.Factor - st.line*0.76, W: w + 1, H: st.line}
	if gone && sc.Size == stack.Wide {
		small := pl.inPicture(sc, Text, theme.You)
		second := Rect{X: left, Y: r.Y, W: pl.wide(words.Gone, small) + 1, H: small.line}
		r.Y -= st.line
		if second.Right() <= to {
			pl.label(words.Gone, small, second, atStart)
			pl.seatSign(second, radius*sc.Factor, ring)
		}
	} else if mine && !gone {
		pl.seatSign(r, radius*sc.Factor, ring)
	}
	pl.label(text, st, r, atStart)
}

// seatSign is the player's circle before a label: a ring where the player has left.
func (pl *plot) seatSign(label Rect, radius float64, ring bool) {
	m := Mark{Kind: Circle, Token: theme.You, Rect: Rect{X: label.X - 2*radius - 5, Y: label.Y + label.H/2 - radius, W: 2 * radius, H: 2 * radius}}
	if ring {
		m.Width = 2.5
	}
	pl.mark(pl.box, m)
}

// address is a pill above the host: dashed while it is hidden, full once anybody
// can see it.
func (pl *plot) address(sc *Scene, words *view.PictureWords) Rect {
	visible := sc.Picture.Report.Visible
	face, k := Text, theme.Muted
	if visible {
		face, k = Bold, theme.Paper
	}
	st := pl.inPicture(sc, face, k)
	x, y, high, most, text := 681.0, 78.0, 28.0, 230.0, words.Address
	if sc.Size == stack.Small {
		x, y, high, most = 293, 21.5, 27, 180
	}
	if pl.wide(text, st)+st.size*1.8 > most*sc.Factor {
		text = words.ShortAddress
	}
	w := pl.wide(text, st) + st.size*1.8
	h := math.Max(high*sc.Factor, st.line+4)
	area := sc.Rect()
	r := Rect{X: sc.At.X + x*sc.Factor - w/2, Y: sc.At.Y + y*sc.Factor - h/2, W: w, H: h}
	r.X = math.Min(r.X, area.Right()-r.W-1)
	if visible {
		pl.mark(pl.box, Mark{Kind: Block, Token: theme.Ink, Radius: h / 2, Rect: r})
	} else {
		pl.pill(r, theme.Edge)
	}
	pl.label(text, st, Rect{X: r.X, Y: r.Y + (h-st.line)/2, W: r.W}, atCenter)
	return r
}

// pill is a dashed outline with round ends.
func (pl *plot) pill(r Rect, k theme.Token) {
	var points []Point
	for i := range 33 {
		sin, cos := math.Sincos(math.Pi/2 + math.Pi*float64(i)/16)
		x := r.X + r.H/2
		if i > 16 {
			x = r.Right() - r.H/2
		}
		points = append(points, Point{x + cos*r.H/2, r.Y + r.H/2 - sin*r.H/2})
	}
	points = append(points, points[0])
	pl.lineMark(pl.box, Mark{Token: k, Width: 1.5, Dash: 3, Gap: 4}, points...)
}

// floodLabel names the flood, while there is one.
func (pl *plot) floodLabel(sc *Scene, words *view.PictureWords) {
	tide := sc.Picture.Tide()
	if tide == stack.Ebb {
		return
	}
	x, y, text := 300.0, 378.0, words.Flood
	if sc.Size == stack.Small {
		x, y, text = 120, 219.5, words.ShortFlood
	}
	st := pl.inPicture(sc, Text, theme.Ink)
	w, h := pl.wide(text, st)+st.size*1.6, st.line+6
	r := Rect{X: sc.At.X + x*sc.Factor, Y: sc.At.Y + y*sc.Factor - h/2, W: w, H: h}
	pl.mark(pl.box, Mark{Kind: Block, Token: theme.Ink, Radius: h / 2, Rect: r.Grow(1.5, 1.5)})
	pl.mark(pl.box, Mark{Kind: Block, Token: theme.Card, Radius: h / 2, Rect: r})
	pl.label(text, st, Rect{X: r.X, Y: r.Y + 3, W: r.W}, atCenter)
}

// key explains the marks, side by side below the picture.
func (pl *plot) key(r Rect, words [5]string) float64 {
	st := pl.small()
	signs := [5][]stack.Shape{stack.Request(), stack.Sheet(), stack.Pair(), stack.Water(), nil}
	wides := [5]float64{22, 15, 36, 26, 14}
	x, y := r.X, r.Y
	high := math.Max(st.line, 24)
	for i, text := range words {
		if text == "" {
			continue
		}
		w := wides[i] + 7 + pl.wide(text, st)
		if x > r.X && x+w > r.Right() {
			x, y = r.X, y+high
		}
		middle := y + high/2
		if signs[i] == nil {
			pl.mark(pl.box, Mark{Kind: Circle, Token: theme.You, Rect: Rect{X: x, Y: middle - 6, W: 12, H: 12}})
		} else {
			pl.shapes(pl.box, signs[i], Point{x + stack.SignAt(i).X, middle + stack.SignAt(i).Y}, 1)
		}
		pl.label(text, st, Rect{X: x + wides[i] + 7, Y: y + (high-st.line)/2, W: math.Min(w, r.W) - wides[i] - 7}, atStart)
		x += w + 20
	}
	return y + high - r.Y
}
