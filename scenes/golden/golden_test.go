//go:build pictures

package golden

import (
	"errors"
	"flag"
	"image"
	"image/draw"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the pictures anew")

// TestPlayACase plays the first case to its end in both languages, by mouse,
// wheel and keys, and looks at four screens on the way.
func TestPlayACase(t *testing.T) {
	for _, language := range []string{"en", "fr"} {
		t.Run(language, func(t *testing.T) {
			p := open(t, language, 1366, 768)
			compare(t, language+"-home", p.picture())
			p.begin()
			require.Equal(t, "decision-A2", p.screenID())

			p.letter('b')
			p.click("reason-process")
			p.click("bet-c")
			p.click("stake-3")
			p.away()
			compare(t, language+"-decision", p.picture())
			p.click("commit")
			p.away()
			require.Equal(t, "reveal-A2", p.screenID())
			compare(t, language+"-reveal", p.picture())
			p.key(ebiten.KeyEnter)

			for p.screenID() != "debrief-y2017" {
				p.decide()
			}
			p.away()
			compare(t, language+"-debrief", p.picture())
		})
	}
}

// decide takes one step by keys alone, and goes on.
func (p *player) decide() {
	p.t.Helper()
	if strings.HasPrefix(p.screenID(), "seat-") {
		p.key(ebiten.KeyEnter)
	}
	before := p.screenID()
	p.decideAt('c')
	require.NotEqual(p.t, before, p.screenID())
	p.key(ebiten.KeyEnter)
}

// begin goes to the first decision: past the briefing, and past the seat that is
// taken there.
func (p *player) begin() {
	p.t.Helper()
	p.click("start")
	for range 3 {
		if strings.HasPrefix(p.screenID(), "decision-") {
			return
		}
		p.key(ebiten.KeyEnter)
	}
	require.Contains(p.t, p.screenID(), "decision-")
}

func TestSheetOverAPhone(t *testing.T) {
	p := open(t, "fr", 390, 844)
	p.begin()
	p.click("fact-f1-who")
	p.away()
	compare(t, "fr-phone-sheet", p.picture())
	p.key(ebiten.KeyEscape)
	p.key(ebiten.KeyTab)
	compare(t, "fr-phone-focus", p.picture())
}

// TestThemes looks at the colours, on a screen with most kinds of things.
func TestThemes(t *testing.T) {
	for _, theme := range []string{"dark", "contrast"} {
		p := open(t, "en", 768, 1024, "-theme", theme)
		p.begin()
		p.letter('a')
		p.away()
		compare(t, "en-"+theme, p.picture())
	}
}

// TestFlingByTouch drags the page with a finger and lets it run on to its rest.
func TestFlingByTouch(t *testing.T) {
	p := open(t, "en", 390, 844, "-moving")
	before := p.picture()
	p.guest.PressTouch(1, 200, 700)
	p.ticks(1)
	for y := 660.0; y > 400; y -= 40 {
		p.guest.MoveTouch(1, 200, y)
		p.ticks(1)
	}
	p.guest.ReleaseTouch(1)
	p.ticks(90)
	after := p.picture()
	assert.Greater(t, different(before, after), 0.02, "the page has moved")
	assert.Zero(t, different(after, p.picture()), "and come to rest")
}

// TestTheMomentEndsInOnePicture commits a choice and looks at how the reveal comes
// about: it moves, and ends in the picture that it is from the start for who wants
// no movement, whether it is waited for or ended by a key.
func TestTheMomentEndsInOnePicture(t *testing.T) {
	reveal := func(args ...string) *player {
		p := open(t, "en", 1366, 768, args...)
		p.begin()
		p.decideAt('b')
		return p
	}
	still := reveal()
	end := still.frame(0)
	p := reveal("-moving")
	first, later := p.frame(0), p.frame(15)
	assert.Positive(t, different(first, later), "it moves")
	assert.Positive(t, different(later, end), "and is not there yet")
	assert.Zero(t, different(p.frame(200), end), "where it ends, nothing differs")
	assert.Zero(t, different(p.frame(60), end), "nor later")

	skipped := reveal("-moving")
	assert.Positive(t, different(skipped.frame(10), end))
	skipped.guest.PressKey(ebiten.KeySpace)
	skipped.guest.Ticks(1)
	skipped.guest.ReleaseKey(ebiten.KeySpace)
	assert.Zero(t, different(skipped.frame(1), end), "a key ends it in the same picture")
}

// decideAt chooses an option by its letter, and the reason, the bet and how sure by
// Tab and Space, and commits.
func (p *player) decideAt(letter rune) {
	p.t.Helper()
	p.letter(letter)
	for range 3 {
		p.key(ebiten.KeyTab)
		p.key(ebiten.KeySpace)
	}
	p.key(ebiten.KeyEnter)
}

// frame is what the guest shows after so many ticks, each with its frame, as of
// a screen of sixty a second.
func (p *player) frame(ticks int) *image.RGBA {
	p.t.Helper()
	for range ticks {
		p.guest.Ticks(1)
		p.guest.Frame()
	}
	p.guest.Frame()
	require.True(p.t, p.guest.CompositeFrame())
	img := image.NewRGBA(p.screen.Bounds())
	p.screen.ReadPixels(img.Pix)
	return img
}

// compare holds a picture against the one that is kept. Edges of letters and
// curves may differ between graphics drivers: one pixel in five hundred may be
// off by more than a little.
func compare(t *testing.T, name string, got *image.RGBA) {
	t.Helper()
	file := filepath.Join("testdata", name+".png")
	if *update {
		write(t, file, got)
		return
	}
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("%s is missing: run with -update and look at it", file)
	}
	require.NoError(t, err)
	defer f.Close()
	decoded, err := png.Decode(f)
	require.NoError(t, err)
	want := image.NewRGBA(decoded.Bounds())
	draw.Draw(want, want.Bounds(), decoded, image.Point{}, draw.Src)
	require.Equal(t, want.Bounds(), got.Bounds(), name)
	if d := different(want, got); d > 0.002 {
		failed := filepath.Join(os.TempDir(), name+"-got.png")
		write(t, failed, got)
		t.Errorf("%s: %.2f %% of the pixels differ; see %s", name, 100*d, failed)
	}
}

// different is the part of the pixels that differ by more than an eighth in
// any channel.
func different(a, b *image.RGBA) float64 {
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		for c := range 3 {
			if d := int(a.Pix[i+c]) - int(b.Pix[i+c]); d > 32 || d < -32 {
				n++
				break
			}
		}
	}
	return float64(n) / float64(len(a.Pix)/4)
}

func write(t *testing.T, file string, img image.Image) {
	t.Helper()
	f, err := os.Create(file)
	require.NoError(t, err)
	require.NoError(t, png.Encode(f, img))
	require.NoError(t, f.Close())
}
