package emblem

import (
	"fmt"
	"image"
	"image/draw"
	"strings"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"hardcases/assets"
	"hardcases/game/play"
	"hardcases/scenes/theme"
)

// CardWidth and CardHeight are the size of Card, in pixels: what sites ask for
// that show a picture beside a link.
const CardWidth, CardHeight = 1200, 630

// Card is the picture that other sites show beside a link: the marks, a title and
// one sentence.
func Card(title, sentence string) ([]byte, error) {
	picture := image.NewRGBA(image.Rect(0, 0, CardWidth, CardHeight))
	ground, _, _ := colours()
	draw.Draw(picture, picture.Bounds(), image.NewUniform(ground), image.Point{}, draw.Src)
	pen{picture, 9, 64, 24}.marks()
	const left, width = 96, CardWidth - 2*96
	y := 380
	for _, t := range []struct {
		font, text string
		size, line int
		colour     theme.Token
	}{{"head-600", title, 92, 100, theme.Ink}, {"text-400", sentence, 42, 56, theme.Muted}} {
		face, err := faceOf(t.font, t.size)
		if err != nil {
			return nil, err
		}
		d := font.Drawer{Dst: picture, Src: image.NewUniform(theme.Of(play.Dark, true).Color(t.colour)), Face: face}
		for _, line := range wrapped(&d, t.text, width) {
			d.Dot = fixed.P(left, y)
			d.DrawString(line)
			y += t.line
		}
	}
	return Encode(picture)
}

func faceOf(name string, size int) (font.Face, error) {
	f, err := opentype.Parse(assets.Font(name))
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	return opentype.NewFace(f, &opentype.FaceOptions{Size: float64(size), DPI: 72})
}

// wrapped breaks a text at its spaces into lines of a width, in pixels.
func wrapped(d *font.Drawer, text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimPrefix(line+" "+word, " ")
		if line != "" && d.MeasureString(longer).Ceil() > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	return append(lines, line)
}
