// Command floor is the least that an Ebitengine program with text can be: one
// line, drawn with text/v2 in every frame, with the engine's own settings. The
// bench compares the game with it.
package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"image/color"
	"os"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/text/v2"
)

//go:embed atkinson-hyperlegible-next-latin-400-normal.ttf
var font []byte

func main() {
	source, err := text.NewGoTextFaceSource(bytes.NewReader(font))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	ebiten.SetWindowSize(1366, 768)
	if err := ebiten.RunGame(&floor{face: &text.GoTextFace{Source: source, Size: 32}}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

type floor struct {
	face  *text.GoTextFace
	drawn bool
}

// Update implements ebiten.Game.
func (*floor) Update() error { return nil }

// Draw implements ebiten.Game.
func (f *floor) Draw(screen *ebiten.Image) {
	screen.Fill(color.White)
	op := &text.DrawOptions{}
	op.GeoM.Translate(40, 40)
	op.ColorScale.ScaleWithColor(color.Black)
	text.Draw(screen, "One line of text.", f.face, op)
	if !f.drawn {
		f.drawn = true
		playing()
	}
}

// Layout implements ebiten.Game.
func (*floor) Layout(width, height int) (int, int) { return width, height }
