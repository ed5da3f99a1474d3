//go:build !page

package main

import (
	"hardcases/assets"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"
)

// loadFonts gives the page the fonts that the picture is painted with, so that
// nothing is fetched for them.
func (*page) loadFonts() {
	for _, f := range typefaces {
		addFont(f.family, f.weight, assets.Font(f.font))
	}
}

// newMeasurer measures texts by the fonts that the picture is painted with.
func newMeasurer() layout.Measurer { return face.New() }
