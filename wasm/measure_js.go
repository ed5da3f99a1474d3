//go:build page

package main

import (
	"strings"
	"syscall/js"

	"hardcases/scenes/breaks"
	"hardcases/scenes/glyph"
	"hardcases/scenes/layout"
)

// loadFonts fetches the fonts of the page, once it is seen and the browser has nothing
// else to do: until they are there it has its own.
func (p *page) loadFonts() {
	if js.Global().Get("gate").Get("stands").Bool() {
		return // appear asks again
	}
	whenIdle(func() {
		left := len(typefaces)
		for _, f := range typefaces {
			p.host.fetch(fontFile(f.font), func(b []byte, err error) {
				if err == nil { // else the browser's own are as good
					addFont(f.family, f.weight, b)
				}
				if left--; left == 0 {
					p.faces = nil // what was measured was in others
					p.show(p.host.shown, p.host.shown, p.host.Prefs())
				}
			})
		}
	})
}

// fontFile is the file of a font, by its name, as the build wrote it into the page.
func fontFile(name string) string {
	for path := range strings.FieldsSeq(dataset("fonts")) {
		if strings.HasPrefix(path, name+".") {
			return path
		}
	}
	return name
}

// measurer measures texts as the browser sets them.
type measurer struct {
	breaks.Unicode
	context js.Value
	widths  [layout.Faces]map[string]float64
}

func newMeasurer() layout.Measurer {
	canvas := js.Global().Get("document").Call("createElement", "canvas")
	return &measurer{context: canvas.Call("getContext", "2d")}
}

// measured is the size at which texts are measured, in CSS pixels.
const measured = 1000

// Advance implements layout.Measurer.
func (m *measurer) Advance(text string, f layout.Face) float64 {
	if w, ok := m.widths[f][text]; ok {
		return w
	}
	m.take(f)
	w := 0.0
	for rest := text; rest != ""; {
		var seg glyph.Segment
		if seg, rest = glyph.Next(rest); seg.Text == "" {
			w += seg.Advance
			continue
		}
		w += m.context.Call("measureText", seg.Text).Get("width").Float() / measured
	}
	if m.widths[f] == nil {
		m.widths[f] = map[string]float64{}
	}
	m.widths[f][text] = w
	return w
}

// Extent implements layout.Measurer. Browsers that cannot tell of a font set it a
// little over its size.
func (m *measurer) Extent(f layout.Face) (ascent, descent float64) {
	m.take(f)
	of := m.context.Call("measureText", "x")
	up, down := of.Get("fontBoundingBoxAscent"), of.Get("fontBoundingBoxDescent")
	if up.Type() != js.TypeNumber || down.Type() != js.TypeNumber {
		return 1, 0.25
	}
	return up.Float() / measured, down.Float() / measured
}

// take measures in a face from now on.
func (m *measurer) take(f layout.Face) {
	font := typefaces[fontOf[f]]
	m.context.Set("font", font.weight+" 1000px \""+font.family+"\", system-ui, sans-serif")
}

// fontOf are the places of faces among the typefaces.
var fontOf = [layout.Faces]int{layout.Text: 0, layout.SemiBold: 1, layout.Bold: 2, layout.Reading: 3, layout.Headline: 4}
