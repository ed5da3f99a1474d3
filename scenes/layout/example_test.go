package layout_test

import (
	"fmt"

	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/scenes/breaks"
	"hardcases/scenes/layout"
)

// typewriter measures a typeface in which all letters are as wide. The game's own
// are measured by package face.
type typewriter struct{ breaks.Unicode }

func (typewriter) Advance(text string, _ layout.Face) float64 { return 0.5 * float64(len(text)) }

func (typewriter) Extent(layout.Face) (ascent, descent float64) { return 0.9, 0.3 }

// A tree, a size and measures make boxes and lines of text. Nothing is drawn, and
// the same input gives the same result.
func ExampleEngine_Layout() {
	root := &view.Node{ID: "screen", Role: view.Document, Children: []view.Node{
		{ID: "main", Role: view.Main, Children: []view.Node{
			{ID: "title", Role: view.Heading, Level: 1, Text: "The last ferry"},
			{ID: "story", Role: view.Paragraph, Text: "The last ferry leaves at nine, and somebody at the gate asks you to wait for two more."},
			{ID: "go", Role: view.Button, Look: view.Primary, Text: "Go on", On: play.Next{}},
		}},
	}}
	r := layout.New(typewriter{}).Layout(root, layout.Input{Width: 320, Height: 480, TextScale: 1})

	story := r.Boxes[r.Find("story")]
	for _, run := range r.Runs[story.Runs.From:story.Runs.To] {
		fmt.Println(run.Text)
	}
	button := r.Boxes[r.Find("go")]
	fmt.Println("large enough for a finger:", button.Hit.W >= 44 && button.Hit.H >= 44)

	at, seen := r.OnWindow(r.Find("go"), nil)
	hit := r.Boxes[r.Hit(at.X+at.W/2, at.Y+at.H/2, nil)].Node
	fmt.Printf("seen: %v, a tap tells the game %T\n", seen, hit.On)
	// Output:
	// The last ferry leaves at nine,
	// and somebody at the gate asks you
	// to wait for two more.
	// large enough for a finger: true
	// seen: true, a tap tells the game play.Next
}
