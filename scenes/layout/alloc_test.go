package layout_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/proving/screens"
	"hardcases/scenes/face"
	"hardcases/scenes/layout"
)

// TestLayoutIsFrugal bounds what a change of screen costs, so that no hitch is
// seen in a browser.
func TestLayoutIsFrugal(t *testing.T) {
	root, err := screens.Find("en", "debrief-y2022")
	require.NoError(t, err)
	engine := layout.New(face.New())
	in := layout.Input{Width: 390, Height: 844, TextScale: 2}
	engine.Layout(root, in)
	assert.Less(t, testing.AllocsPerRun(5, func() { engine.Layout(root, in) }), 1200.0)
}
