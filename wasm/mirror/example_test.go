package mirror_test

import (
	"fmt"

	"hardcases/game/element"
	"hardcases/wasm/mirror"
)

// A page follows the game by what has changed on it: what stays is never taken
// out and put back, so that it keeps the focus.
func ExampleDiff() {
	page := func(elements ...*element.Element) *element.Element {
		return &element.Element{Key: "screen", Tag: "div", Children: elements}
	}
	text := func(key, tag, text string) *element.Element {
		return &element.Element{Key: key, Tag: tag, Text: text}
	}
	before := page(text("title", "h1", "What now?"), text("a", "button", "Wait"), text("b", "button", "Leave"))
	after := page(text("title", "h1", "What now?"), text("b", "button", "Leave at once"), text("why", "p", "It is nine."))
	names := map[mirror.OpKind]string{
		mirror.Create: "create", mirror.SetText: "set text of", mirror.Place: "place", mirror.Remove: "remove",
	}
	for _, op := range mirror.Diff(before, after) {
		fmt.Printf("%s %s %q\n", names[op.Kind], op.Key, op.Value)
	}
	// Output:
	// remove a ""
	// set text of b "Leave at once"
	// create why ""
	// place why ""
}
