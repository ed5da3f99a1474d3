package paint

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
	"golang.org/x/image/vector"
)

// point is a place in a mask, in its pixels.
type point struct{ X, Y float64 }

// pen draws shapes by the processor. Ebitengine's own paths are drawn by shaders,
// which a program has to compile before its first picture.
type pen struct{ raster *vector.Rasterizer }

func newPen(width, height int) pen { return pen{vector.NewRasterizer(width, height)} }

// mask is how much of each pixel the shapes cover.
func (p pen) mask() *image.Alpha {
	m := image.NewAlpha(p.raster.Bounds())
	p.raster.Draw(m, m.Bounds(), image.Opaque, image.Point{})
	return m
}

func (p pen) move(q point) { p.raster.MoveTo(float32(q.X), float32(q.Y)) }
func (p pen) line(q point) { p.raster.LineTo(float32(q.X), float32(q.Y)) }

// polygon fills what is between corners.
func (p pen) polygon(first point, others ...point) {
	p.move(first)
	for _, q := range others {
		p.line(q)
	}
	p.raster.ClosePath()
}

// circle fills a circle; one with a negative radius takes its inside out of
// what it lies in.
func (p pen) circle(middle point, r float64) {
	turn := math.Copysign(math.Pi/2, -r) // as polygons turn, so that both add up
	r = math.Abs(r)
	reach := 4.0 / 3 * math.Tan(turn/4) // of the handles of a cubic that is a quarter
	at := func(angle, out float64) (x, y float32) {
		sin, cos := math.Sincos(angle)
		return float32(middle.X + r*(cos-out*sin)), float32(middle.Y + r*(sin+out*cos))
	}
	p.move(point{middle.X + r, middle.Y})
	for n := range 4 {
		from, to := float64(n)*turn, float64(n+1)*turn
		bx, by := at(from, reach)
		cx, cy := at(to, -reach)
		x, y := at(to, 0)
		p.raster.CubeTo(bx, by, cx, cy, x, y)
	}
	p.raster.ClosePath()
}

// segment fills a line between two points, which ends straight at both.
func (p pen) segment(a, b point, width float64) {
	long := math.Hypot(b.X-a.X, b.Y-a.Y)
	if long == 0 {
		return
	}
	x, y := -(b.Y-a.Y)/long*width/2, (b.X-a.X)/long*width/2
	p.polygon(point{a.X + x, a.Y + y}, point{b.X + x, b.Y + y}, point{b.X - x, b.Y - y}, point{a.X - x, a.Y - y})
}

// stroke fills a line through points. Its corners are round, and its ends too.
func (p pen) stroke(points []point, width float64) {
	for i, q := range points {
		p.circle(q, width/2)
		if i > 0 {
			p.segment(points[i-1], q, width)
		}
	}
}

// band is how many rows of a mask are made into pixels at a time: a large mask
// would fill as much memory as all else.
const band = 32

// upload makes an image of a mask, in white.
func upload(m *image.Alpha) *ebiten.Image {
	size := m.Bounds().Size()
	img := ebiten.NewImage(size.X, size.Y)
	pixels := make([]byte, 0, 4*size.X*min(band, size.Y))
	for y := 0; y < size.Y; y += band {
		end := min(y+band, size.Y)
		pixels = pixels[:0]
		for _, a := range m.Pix[y*m.Stride : end*m.Stride] {
			pixels = append(pixels, a, a, a, a)
		}
		img.SubImage(image.Rect(0, y, size.X, end)).(*ebiten.Image).WritePixels(pixels)
	}
	return img
}
