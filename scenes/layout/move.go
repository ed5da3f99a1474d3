package layout

import "math"

// Move is what comes to its place by itself, once, when the screen is new. All
// else is there at once, and all that moves is at its place in the layout: who
// wants no movement shows it as it is.
type Move struct {
	// Marks and Runs are what comes, in Result.Marks and Result.Runs.
	Marks, Runs Span
	// Path is the index of the mark whose points lead to the place, -1 for what
	// is simply not seen before To.
	Path int
	// From and To are when it sets out and when it is there, in milliseconds since
	// the screen came.
	From, To float64
}

// How long movements take, in milliseconds.
const (
	Travel  = 500.0 // of the diamond, from the player's place to its own
	ADay    = 90.0  // of one day, until the first consequence
	AllDays = 1200.0
)

// comes adds a movement.
func (p *pass) comes(m Move) { p.out.Moves = append(p.out.Moves, m) }

// Length is how long all movements take, in milliseconds: 0 where nothing moves.
func (r *Result) Length() float64 {
	longest := 0.0
	for i := range r.Moves {
		longest = max(longest, r.Moves[i].To)
	}
	return longest
}

// Along is the point at a share of the way of a line, 0 to 1, by its length.
func (r *Result) Along(mark int, share float64) Point {
	points := r.Points[r.Marks[mark].Points.From:r.Marks[mark].Points.To]
	total := 0.0
	for i := 1; i < len(points); i++ {
		total += apart(points[i-1], points[i])
	}
	left := total * share
	for i := 1; i < len(points); i++ {
		long := apart(points[i-1], points[i])
		if left <= long && long > 0 {
			t := left / long
			return Point{points[i-1].X + (points[i].X-points[i-1].X)*t, points[i-1].Y + (points[i].Y-points[i-1].Y)*t}
		}
		left -= long
	}
	return points[len(points)-1]
}

func apart(a, b Point) float64 { return math.Hypot(b.X-a.X, b.Y-a.Y) }
