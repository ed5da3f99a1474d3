package view_test

import (
	"fmt"

	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/packs"
)

// A screen is a tree of nodes, made anew of each state. What a node does when it
// is activated is a message: whoever shows the tree sends it to the game.
func ExampleScreen() {
	p, err := packs.Open("cloudflare")
	if err != nil {
		panic(err)
	}
	words, err := packs.Strings()
	if err != nil {
		panic(err)
	}
	ctx := view.NewContext(p, words, "en")
	s := play.NewSession(p, 1, "en")
	s.Send(play.OpenCase{Case: "y2017"})
	s.Send(play.Begin{})

	root := view.Screen(ctx, s.State())
	commit := view.Find(&root, "commit")
	fmt.Println(root.ID, commit.Role, "leads to:", commit.To)

	option := view.Find(&root, "option-b")
	fmt.Printf("%s does %#v\n", option.Role, option.On)
	s.Send(option.On)

	root = view.Screen(ctx, s.State())
	fmt.Println("checked:", view.Find(&root, "option-b").Checked)
	// Output:
	// decision-A1 button leads to: options
	// radio does play.Choose{Option:"b"}
	// checked: true
}
