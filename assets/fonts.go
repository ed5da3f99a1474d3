package assets

import _ "embed"

//go:embed fonts/atkinson-hyperlegible-next-latin-400-normal.ttf
var text400 []byte

//go:embed fonts/atkinson-hyperlegible-next-latin-600-normal.ttf
var text600 []byte

//go:embed fonts/atkinson-hyperlegible-next-latin-700-normal.ttf
var text700 []byte

//go:embed fonts/newsreader-latin-400-normal.ttf
var head400 []byte

//go:embed fonts/newsreader-latin-600-normal.ttf
var head600 []byte

// Font gives a font file (WOFF) by its name, as listed here: text-400,
// text-600, text-700 (Atkinson Hyperlegible Next) and head-400, head-600
// (Newsreader). It gives nil for any other name.
func Font(name string) []byte {
	switch name {
	case "text-400":
		return text400
	case "text-600":
		return text600
	case "text-700":
		return text700
	case "head-400":
		return head400
	case "head-600":
		return head600
	}
	return nil
}
