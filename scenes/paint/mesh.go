package paint

import (
	"image"
	"image/color"

	"github.com/hajimehoshi/ebiten/v2"

	"hardcases/scenes/theme"
)

// canvas is what is painted on.
type canvas = *ebiten.Image

// sub is a part of a canvas.
func sub(dst canvas, r image.Rectangle) canvas { return dst.SubImage(r).(*ebiten.Image) }

// mesh is triangles in the making: what changes its shape from frame to frame. Its
// memory is used again.
type mesh struct {
	vertices []ebiten.Vertex
	indices  []uint32
	options  ebiten.DrawTrianglesOptions
}

// begin begins anew, with room for the largest sea.
func (m *mesh) begin() {
	if m.vertices == nil {
		m.vertices, m.indices = make([]ebiten.Vertex, 0, 4096), make([]uint32, 0, 4*4096)
	}
	m.vertices, m.indices = m.vertices[:0], m.indices[:0]
}

// next is the index of the vertex that is added next.
func (m *mesh) next() uint32 { return uint32(len(m.vertices)) }

// vertex adds a corner, with how much of its colour is to be seen.
func (m *mesh) vertex(x, y float64, k ink, seen float32) {
	m.vertices = append(m.vertices, ebiten.Vertex{
		DstX: float32(x), DstY: float32(y), SrcX: 1.5, SrcY: 1.5, ColorR: k.r, ColorG: k.g, ColorB: k.b, ColorA: seen,
	})
}

// quad fills what is between four corners, in their order.
func (m *mesh) quad(a, b, c, d uint32) { m.indices = append(m.indices, a, b, c, a, c, d) }

func (m *mesh) draw(dst, pixel canvas) {
	dst.DrawTriangles32(m.vertices, m.indices, pixel, &m.options)
}

// ink is an opaque colour, each part from 0 to 1.
type ink struct{ r, g, b float32 }

func (p *Painter) ink(k theme.Token) ink { return inkOf(p.view.Theme.Color(k)) }

func inkOf(c color.RGBA) ink {
	return ink{float32(c.R) / 255, float32(c.G) / 255, float32(c.B) / 255}
}
