package stack

import (
	"math"

	"hardcases/game/network"
)

// Picture is what is drawn of a network.
type Picture struct {
	Setting network.Setting
	Report  network.Report
	// Seat is the player's layer, "" for none of the picture's.
	Seat string
}

// Size is one of the sizes in which the network is drawn.
type Size uint8

// The sizes: for windows, and for phones.
const (
	Wide Size = iota
	Small
)

// Width and Height are a size's measures in units of the drawing.
func (s Size) Width() float64  { return s.plan().width }
func (s Size) Height() float64 { return s.plan().height }

// plan is where things are in a size.
type plan struct {
	width, height float64
	visitors      [2]float64 // their columns
	row, rows     float64    // the first row of visitors, and from row to row
	person        float64    // how large a visitor is
	road          [2]float64 // upper and lower road
	meet, from    float64    // where they meet, and where they begin
	roadWide      float64
	bend          [4]float64 // the X at which roads bend: two handles and two ends
	host          [4]float64 // x, y, width, height
	drawers       int
	board         [4]float64 // of the signpost: x, y, width of its straight part, height
	post          float64    // where it stands
	arc           [4]float64 // of the shield: x of its ends and of its handles, top, bottom
	arcWide       float64
	bars          float64 // where a carrier refuses
	shelf         [3]float64
	copies        int
	sheets        [3]Point // pages beside the host
	sheet         float64
	cut           [2]float64 // the corner of what the flood leaves free
	wave          float64    // from wavelet to wavelet
	low           float64    // how high the flood stands at the visitors
	square        float64
}

func (s Size) plan() plan {
	if s == Small {
		return plan{
			width: 358, height: 236, visitors: [2]float64{10, 34}, row: 112, rows: 24, person: 0.6,
			road: [2]float64{116, 156}, meet: 134, from: 58, roadWide: 14, bend: [4]float64{186, 206, 214, 236},
			host: [4]float64{284, 98, 42, 74}, drawers: 3, board: [4]float64{72, 28, 79.4, 28}, post: 110.6,
			arc: [4]float64{233.6, 196, 72, 232}, arcWide: 8, bars: 122, shelf: [3]float64{250, 223, 36}, copies: 2,
			sheets: [3]Point{{334, 112}, {338, 138}, {}}, sheet: 1.3, cut: [2]float64{240, 200}, wave: 24, low: 9, square: 3.2,
		}
	}
	return plan{
		width: 800, height: 404, visitors: [2]float64{28, 72}, row: 156, rows: 40, person: 1,
		road: [2]float64{172, 262}, meet: 216, from: 112, roadWide: 21, bend: [4]float64{410, 450, 470, 512},
		host: [4]float64{622, 152, 80, 132}, drawers: 4, board: [4]float64{150, 34, 151.8, 36}, post: 220.6,
		arc: [4]float64{494.6, 423.2, 94, 398}, arcWide: 12, bars: 236, shelf: [3]float64{610, 385, 74}, copies: 4,
		sheets: [3]Point{{716, 176}, {722, 206}, {716, 236}}, sheet: 1.7, cut: [2]float64{596, 330}, wave: 38, low: 34, square: 4,
	}
}

// Place is where a visitor stands, the middle of its shoulders.
func (s Size) Place(visitor int) Point {
	p := s.plan()
	return Point{p.visitors[visitor%2], p.row + p.rows*float64(visitor/2)}
}

// Person is how large a visitor is drawn.
func (s Size) Person() float64 { return s.plan().person }

// Road is a road from the visitors to the host: 0 the upper one, 1 the lower one.
func (s Size) Road(road int) []Point {
	p := s.plan()
	y := p.road[road]
	points := []Point{{p.from, y}}
	a, d := Point{p.bend[0], y}, Point{p.bend[3], p.meet}
	points = append(points, a)
	points = append(points, cubic(a, Point{p.bend[1], y}, Point{p.bend[2], p.meet}, d)...)
	return append(points, Point{p.host[0] - 8, p.meet})
}

// Arc is the line of the shield, from above to below, moved to a side.
func (s Size) Arc(aside float64) []Point {
	p := s.plan()
	top, bottom := p.arc[2], p.arc[3]
	third := (bottom - top) * 0.23
	a, d := Point{p.arc[0] + aside, top}, Point{p.arc[0] + aside, bottom}
	return append([]Point{a}, cubic(a, Point{p.arc[1] + aside, top + third}, Point{p.arc[1] + aside, bottom - third}, d)...)
}

// arcAt is where the shield stands at a height.
func (s Size) arcAt(y float64) float64 {
	p := s.plan()
	return p.arcAt(y)
}

func (p *plan) arcAt(y float64) float64 {
	top, bottom := p.arc[2], p.arc[3]
	third := (bottom - top) * 0.23
	a, d := Point{p.arc[0], top}, Point{p.arc[0], bottom}
	b, c := Point{p.arc[1], top + third}, Point{p.arc[1], bottom - third}
	from := a
	for i := 1; i <= curve; i++ {
		to := bezier(a, b, c, d, float64(i)/curve)
		if y <= to.Y && to.Y > from.Y {
			return from.X + (to.X-from.X)*math.Max(0, (y-from.Y)/(to.Y-from.Y))
		}
		from = to
	}
	return d.X
}

// Tide is how the flood stands.
type Tide uint8

// The tides.
const (
	Ebb     Tide = iota // there is none
	Held                // it swells against the shield
	Through             // it is over the host
)

// Tide says how the flood stands: over the host where its address is known and no
// shield stands before it.
func (p Picture) Tide() Tide {
	switch {
	case p.Setting[network.Flood] == network.Calm:
		return Ebb
	case p.Setting[network.Shield] == network.Aside && p.Setting[network.Name] != network.Held:
		return Through
	}
	return Held
}
