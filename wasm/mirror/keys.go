package mirror

import (
	"strings"
	"unicode/utf8"

	"hardcases/game/locale"
	"hardcases/game/play"
	"hardcases/game/view"
)

// Key is a key press, with the names of the DOM's KeyboardEvent.
type Key struct {
	Key, Code string
	// Modified: Control, Alt or Meta is held, so the key is not ours.
	Modified bool
	Command  bool // Control or Meta is
	Shift    bool
	// Repeat: the key is being held down.
	Repeat bool
}

// Press gives the node that a key press activates while the node focused (""
// for none) has the focus; nil leaves the key to the browser.
func Press(root *view.Node, k Key, focused string) *view.Node {
	f := view.Find(root, focused)
	if k.Modified {
		return nil
	}
	if on, ok := slid(root, k.Key, f); ok {
		return &view.Node{ID: f.ID, Role: view.Slider, On: on}
	}
	if k.Repeat {
		return nil
	}
	switch k.Key {
	case "Enter":
		if f != nil && (f.Role == view.Button || f.Role == view.Link) {
			return nil // the browser clicks it
		}
		n := view.Shortcut(root, "Enter")
		if n == nil {
			return nil
		}
		// Who reads by ear is often somewhere in the text, and means the word
		// that is read there: what counts for good is not done from there.
		if _, final := n.On.(play.Commit); final && (f == nil || f.Role != view.Radio && f.Role != view.Slider) {
			return nil
		}
		return n
	case "Escape":
		return view.Shortcut(root, "Escape")
	case "Backspace":
		if n := view.Shortcut(root, "Backspace"); n != nil {
			return n
		}
		return view.Shortcut(root, "Escape")
	case " ", "Tab":
		return nil
	case "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown":
		if n := onScale(root, k.Key, focused); n != nil {
			return n
		}
		return ours(root, k.Key, focused)
	}
	// On a French keyboard the row of digits gives them only with Shift; the
	// place of the key tells which one is meant. What that row gives instead
	// may be a shortcut too, so it comes second.
	if digit, ok := strings.CutPrefix(k.Code, "Digit"); ok {
		if n := view.Shortcut(root, digit); n != nil {
			return n
		}
	}
	typed := k.Key
	r, size := utf8.DecodeRuneInString(typed)
	if size != len(typed) {
		return nil
	}
	if letter, ok := strings.CutPrefix(k.Code, "Key"); ok && view.OfOtherScript(r) {
		typed = letter
	}
	if n := view.Shortcut(root, strings.ToUpper(typed)); n != nil && k.Shift {
		return n
	}
	return view.Shortcut(root, strings.ToLower(typed))
}

// Seeks says whether a key has the browser look for words in the page, or show a cursor
// in its text; quick says whether it does so by single signs, as Firefox does.
func Seeks(k Key, quick bool) bool {
	switch k.Key {
	case "F3", "F7":
		return !k.Modified || k.Command
	case "/", "'":
		return quick && !k.Modified
	}
	return k.Command && (k.Code == "KeyF" || k.Code == "KeyG" || strings.EqualFold(k.Key, "f") || strings.EqualFold(k.Key, "g"))
}

// slid is what a key tells the game while a node has the focus, if that is a slider
// which the key moves.
func slid(root *view.Node, key string, focused *view.Node) (on play.Msg, ok bool) {
	if focused == nil {
		return nil, false
	}
	return focused.Slid(key, locale.RightToLeft(root.Lang))
}

// onScale gives the stop that an arrow leads to from one that has the focus; at an
// end of the scale that stop itself, where a browser would go round. It is nil
// everywhere else.
func onScale(root *view.Node, key, focused string) *view.Node {
	var found *view.Node
	step := 1
	if key == "ArrowUp" || key == "ArrowLeft" && !locale.RightToLeft(root.Lang) || key == "ArrowRight" && locale.RightToLeft(root.Lang) {
		step = -1
	}
	view.Walk(root, func(n *view.Node, _ int) bool {
		if n.Look != view.Scale || !strings.HasPrefix(key, "Arrow") {
			return found == nil
		}
		var stops []*view.Node
		at := -1
		for i := range n.Children {
			if c := &n.Children[i]; c.Role == view.Radio {
				if c.ID == focused {
					at = len(stops)
				}
				stops = append(stops, c)
			}
		}
		if at >= 0 {
			found = stops[min(max(at+step, 0), len(stops)-1)]
		}
		return false
	})
	return found
}

// ours gives what a key does that would scroll elsewhere. In a radio group the
// arrows are the browser's.
func ours(root *view.Node, key, focused string) *view.Node {
	if f := view.Find(root, focused); f != nil && f.Role == view.Radio && strings.HasPrefix(key, "Arrow") {
		return nil
	}
	return view.Shortcut(root, key)
}

// Scroll says how far a key scrolls while the node focused has the focus: in
// windows, and whether to an end. Zero and false leave the key alone.
func Scroll(root *view.Node, k Key, shift bool, focused string) (windows float64, toEnd bool) {
	if k.Modified || ours(root, k.Key, focused) != nil {
		return 0, false
	}
	inRadios, onControl := false, false
	if f := view.Find(root, focused); f != nil {
		if _, ok := slid(root, k.Key, f); ok {
			return 0, false
		}
		inRadios = f.Role == view.Radio
		onControl = inRadios || f.Role == view.Button || f.Role == view.Link
	}
	switch k.Key {
	case "PageDown":
		return page, false
	case "PageUp":
		return -page, false
	case " ":
		switch {
		case onControl:
			return 0, false
		case shift:
			return -page, false
		}
		return page, false
	case "Home":
		return -1, true
	case "End":
		return 1, true
	case "ArrowDown", "ArrowUp":
		if inRadios {
			return 0, false
		}
		if k.Key == "ArrowUp" {
			return -line, false
		}
		return line, false
	}
	return 0, false
}

// How far keys scroll, in windows: a page leaves a little of what was seen.
const (
	page = 0.9
	line = 0.1
)
