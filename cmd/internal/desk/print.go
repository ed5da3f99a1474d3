package desk

import (
	"hardcases/game/markup"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/scenes/face"
	"hardcases/scenes/svg"
	"hardcases/scenes/theme"
)

// Printable is a screen as a page to print, with its charts.
func Printable(root *view.Node) string {
	return markup.Paper(root, OnPaper()).HTML()
}

// OnPaper draws charts for pages that are printed.
func OnPaper() markup.Draw { return svg.ForPaper(face.New(), theme.Of(play.Light, false)).Draw }
