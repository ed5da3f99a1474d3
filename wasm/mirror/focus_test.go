package mirror

import (
	"testing"

	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

func TestFocusMoves(t *testing.T) {
	one, two := screen("decision-1"), screen("decision-2")
	open, other := screen("decision-1", sheet("source")), screen("decision-1", sheet("term"))
	without := screen("decision-1")
	without.Children = without.Children[1:]
	french := screen("decision-1")
	french.Lang = "fr"
	type step struct {
		old, now *view.Node
		focused  string
		want     string
	}
	tests := map[string][]step{
		"start":                       {{nil, one, "", "title"}},
		"a new screen":                {{one, two, "commit", "title"}},
		"the same screen":             {{one, one, "option-a", ""}},
		"another language":            {{one, french, "log", "title"}},
		"another language, by choice": {{one, french, "option-a", ""}},
		"what had the focus is gone":  {{one, without, "log", "title"}},
		"nothing had the focus":       {{one, without, "", ""}},
		"a dialog and back":           {{one, open, "fact-1-b", "source-title"}, {open, one, "source-close", "fact-1-b"}},
		"a dialog after another":      {{one, open, "fact-1-b", "source-title"}, {open, other, "source-close", "term-title"}, {other, one, "term-close", "fact-1-b"}},
		"a dialog that stays":         {{open, open, "source-close", ""}},
		"a dialog to a new screen":    {{one, open, "fact-1-b", "source-title"}, {open, two, "source-close", "title"}},
		"the opener is gone as well":  {{one, open, "log", "source-title"}, {open, without, "source-close", "title"}},
		"a dialog that nobody opened": {{nil, open, "", "source-title"}, {open, one, "source-close", "title"}},
	}
	for name, steps := range tests {
		t.Run(name, func(t *testing.T) {
			var f Focus
			for _, s := range steps {
				require.Equal(t, s.want, f.Move(s.old, s.now, s.focused))
			}
		})
	}
}

func TestPress(t *testing.T) {
	plain := screen("decision-1")
	ready := screen("decision-1")
	view.Find(ready, "commit").Disabled = false
	onward := screen("reveal-1")
	view.Find(onward, "commit").Disabled, view.Find(onward, "commit").On = false, play.Next{}
	open := screen("decision-1", sheet("source"))
	tests := map[string]struct {
		root    *view.Node
		key     Key
		focused string
		want    string
	}{
		"letter":                     {plain, Key{Key: "b"}, "", "option-b"},
		"capital letter":             {plain, Key{Key: "B"}, "", "option-b"},
		"digit":                      {plain, Key{Key: "2", Code: "Digit2"}, "", "option-b"},
		"digit on a French keyboard": {plain, Key{Key: "é", Code: "Digit2"}, "", "option-b"},
		"a Russian keyboard":         {plain, Key{Key: "и", Code: "KeyB"}, "", "option-b"},
		"a Greek one, in capitals":   {plain, Key{Key: "Λ", Code: "KeyL"}, "", "log"},
		"an Arabic one":              {plain, Key{Key: "م", Code: "KeyL"}, "", "log"},
		"a dead place":               {plain, Key{Key: "и", Code: "Quote"}, "", ""},
		"a Latin letter elsewhere":   {plain, Key{Key: "a", Code: "KeyB"}, "", "option-a"},
		"log":                        {plain, Key{Key: "l"}, "option-a", "log"},
		"enter while disabled":       {plain, Key{Key: "Enter"}, "", ""},
		"enter on a radio":           {ready, Key{Key: "Enter"}, "option-a", "commit"},
		"enter on another button":    {ready, Key{Key: "Enter"}, "log", ""},
		"enter on a heading":         {ready, Key{Key: "Enter"}, "title", ""},
		"enter on no control":        {ready, Key{Key: "Enter"}, "", ""},
		"enter where it leads on":    {onward, Key{Key: "Enter"}, "title", "commit"},
		"escape":                     {plain, Key{Key: "Escape"}, "", "back"},
		"backspace":                  {plain, Key{Key: "Backspace"}, "", "back"},
		"escape in a dialog":         {open, Key{Key: "Escape"}, "", "source-close"},
		"letter under a dialog":      {open, Key{Key: "l"}, "", ""},
		"with control":               {plain, Key{Key: "l", Modified: true}, "", ""},
		"held down":                  {plain, Key{Key: "l", Repeat: true}, "", ""},
		"tab":                        {plain, Key{Key: "Tab"}, "", ""},
		"no key of ours":             {plain, Key{Key: "z", Code: "KeyZ"}, "", ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := ""
			if n := Press(test.root, test.key, test.focused); n != nil {
				got = n.ID
			}
			require.Equal(t, test.want, got)
		})
	}
}

func TestScroll(t *testing.T) {
	root := screen("decision-1")
	tests := map[string]struct {
		key     Key
		shift   bool
		focused string
		windows float64
		toEnd   bool
	}{
		"page down":          {Key{Key: "PageDown"}, false, "option-a", 0.9, false},
		"space":              {Key{Key: " "}, false, "title", 0.9, false},
		"shift and space":    {Key{Key: " "}, true, "title", -0.9, false},
		"space on a button":  {Key{Key: " "}, false, "commit", 0, false},
		"arrow":              {Key{Key: "ArrowDown"}, false, "title", 0.1, false},
		"arrow on a button":  {Key{Key: "ArrowUp"}, false, "commit", -0.1, false},
		"arrow among radios": {Key{Key: "ArrowDown"}, false, "option-a", 0, false},
		"end":                {Key{Key: "End"}, false, "", 1, true},
		"home":               {Key{Key: "Home"}, false, "", -1, true},
		"letter":             {Key{Key: "b"}, false, "", 0, false},
		"with control":       {Key{Key: "End", Modified: true}, false, "", 0, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			windows, toEnd := Scroll(root, test.key, test.shift, test.focused)
			require.Equal(t, test.windows, windows)
			require.Equal(t, test.toEnd, toEnd)
		})
	}
}
