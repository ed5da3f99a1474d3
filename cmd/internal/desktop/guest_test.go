//go:build pictures

package desktop

import (
	"testing"
	"time"

	"hardcases/assets"
	"hardcases/cmd/internal/desk"
	"hardcases/game/guard"
	"hardcases/game/host"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/stage"
	"hardcases/game/view"
	"hardcases/proving/guest"
	"hardcases/proving/screens"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) { guest.Main(m) }

// program is the program, its saves, and its player's home.
type program struct {
	t           *testing.T
	file        string
	home, saves string
	guest       *guest.Guest
	place       string // the screen that has been seen
}

// build builds the program to be a guest.
func build(t *testing.T) *program {
	t.Helper()
	return &program{t: t, home: t.TempDir(), saves: t.TempDir(), file: guest.Build(t, "hardcases/cmd/hardcases")}
}

// start starts the program and waits until it is there.
func (p *program) start() {
	p.t.Helper()
	p.place = ""
	p.guest = guest.Start(p.t, p.file, []string{"--saves", p.saves, "--lang", "en"}, []string{"HOME=" + p.home})
	require.NoError(p.t, p.guest.SetOutsideScreen(ebiten.NewImage(1366, 768)))
	p.guest.Ticks(5)
}

// key presses a key for one tick.
func (p *program) key(keys ...ebiten.Key) {
	p.t.Helper()
	for _, k := range keys {
		if k == ebiten.KeyEnter || k == ebiten.KeySpace {
			p.see()
		}
		p.guest.PressKey(k)
		p.guest.Ticks(1)
		p.guest.ReleaseKey(k)
		p.guest.Ticks(2)
	}
}

// see has a new screen painted and waits until it takes presses, as those for
// the screen before must not reach it.
func (p *program) see() {
	p.t.Helper()
	place := view.Place(p.game().Tree())
	if place == p.place {
		return
	}
	p.place = place
	p.guest.Frame()
	time.Sleep(guard.Moment)
}

// game is the game as the program has saved it.
func (p *program) game() *stage.Stage {
	p.t.Helper()
	words, err := locale.Read(assets.Languages(), assets.Strings()...)
	require.NoError(p.t, err)
	var shelf []view.Book
	for _, id := range assets.Packs() {
		content, err := pack.Open(assets.Pack(id)...)
		require.NoError(p.t, err)
		shelf = append(shelf, view.Book{Pack: content, Shipped: true})
	}
	ports := desk.Ports(desk.Saves(p.saves), desk.Files{Dir: p.home}, nil)
	return host.Start(ports, words, shelf[0], shelf, "en").Stage()
}

// tabTo moves the focus from the beginning of the screen to a control, and
// presses a key on it. A group of radio buttons is one stop.
func (p *program) tabTo(id string, key ebiten.Key) {
	p.t.Helper()
	stops, found := screens.Stops(p.game().Tree(), id)
	require.True(p.t, found, id)
	for range stops {
		p.key(ebiten.KeyTab)
	}
	p.key(key)
}
