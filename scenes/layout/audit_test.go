package layout

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/view"
)

// good is a screen in which nothing is wrong, with a header and a dock.
func good() *Result {
	root := screen(append(long(9), dockOf(button("go", view.Primary, "Go on"), button("skip", view.Secondary, "Skip")))...)
	root.Children = append([]view.Node{bar()}, root.Children...)
	return place(root, 390, 844)
}

func TestAuditFindsWhatIsBroken(t *testing.T) {
	require.Empty(t, Audit(good()))
	runOf := func(r *Result, id string) *Run { return &r.Runs[r.Boxes[r.Find(id)].Runs.From] }
	tests := []struct {
		name   string
		damage func(r *Result)
		kind   ProblemKind
		id     string
	}{
		{"text wider than its box", func(r *Result) { runOf(r, "pa").Rect.W = 500 }, Clipped, "pa"},
		{"box wider than the one around it", func(r *Result) { r.Boxes[r.Find("pa")].Rect.W += 10 }, Clipped, "pa"},
		{"header cut off", func(r *Result) { r.Layers[layerIndex(r, BarLayer)].Content += 20 }, Clipped, ""},
		{"two lines on one place", func(r *Result) { runOf(r, "pb").Rect = runOf(r, "pa").Rect }, Overlap, "pa"},
		{"two buttons on one place", func(r *Result) { r.Boxes[r.Find("skip")].Rect = r.Boxes[r.Find("go")].Rect }, Overlap, "go"},
		{"sideways out of the window", func(r *Result) { r.Boxes[r.Find("pa")].Rect.X = -40 }, Offscreen, "pa"},
		{"below where scrolling ends", func(r *Result) { r.Layers[0].Content = 200 }, Offscreen, "screen"},
		{"small type", func(r *Result) { runOf(r, "pa").Size = 14 }, TooSmall, "pa"},
		{"small target", func(r *Result) { r.Boxes[r.Find("go")].Hit.H = 30 }, TooSmall, "go"},
		{"words missing", func(r *Result) { runOf(r, "pa").Text = "many" }, Lost, "pa"},
		{"dock over the page", func(r *Result) { r.Layers[0].View.H += 60 }, Covered, ""},
		{"no room to read", func(r *Result) { r.Layers[0].View.H = 100 }, Covered, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := good()
			tt.damage(r)
			var found []ProblemKind
			for _, p := range Audit(r) {
				if p.ID == tt.id {
					found = append(found, p.Kind)
				}
			}
			assert.Contains(t, found, tt.kind)
		})
	}
}
