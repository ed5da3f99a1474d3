package host_test

import (
	"errors"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"hardcases/game/class"
	"hardcases/game/host"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

// handOver has another program go on in a window, where that may be: on the screen
// nothing changes, and nothing of the game.
func (w *world) handOver(i int) {
	h := w.windows[i]
	b, ok := h.Yield()
	if !ok {
		return
	}
	before := w.games()
	next, err := resumed(w.t, w.ports(w.areas[i]), w.shelf, b)
	if errors.Is(err, host.ErrOther) { // an older program has mixed a player's answers into a lesson: the window goes on
		require.Equal(w.t, before, w.games(), "%v", w)
		w.done["not handed over"]++
		return
	}
	require.NoError(w.t, err)
	w.done["handed over"]++
	require.Equal(w.t, h.Tree(), next.Tree(), "%v", w)
	require.Equal(w.t, h.Stage().Session().Journal(), next.Stage().Session().Journal(), "%v", w)
	require.Equal(w.t, slices.Sorted(maps.Keys(before)), slices.Sorted(maps.Keys(w.games())), "%v", w)
	w.windows[i] = next
	w.told(next)
}

// games is what is kept, but for which game is in front.
func (w *world) games() map[string][]byte {
	games := maps.Clone(w.disk.files)
	delete(games, "@front")
	return games
}

// resumed goes on with what a program has given, as it came.
func resumed(t *testing.T, ports host.Ports, shelf []view.Book, b host.Baton) (*host.Host, error) {
	t.Helper()
	bytes, err := b.MarshalMsg(nil)
	require.NoError(t, err)
	var came host.Baton
	rest, err := came.UnmarshalMsg(bytes)
	require.NoError(t, err)
	require.Empty(t, rest)
	return host.Resume(ports, packs.Words(t), shelf[0], shelf, came)
}

// TestHandOver gives a game on at the places where what is kept is not all.
func TestHandOver(t *testing.T) {
	answered := []play.Msg{play.OpenCase{Case: "y2017"}, play.Begin{}, play.Choose{Option: "b"}, play.Commit{}}
	for name, msgs := range map[string][]play.Msg{
		"a game that has not begun": nil,
		"a draft":                   answered[:3],
		"a reveal":                  answered,
		"a press too early":         {play.OpenCase{Case: "y2017"}, play.Begin{}, play.Commit{}},
		"an unfolded part":          {play.Unfold{ID: "more"}},
		"another size of text":      {play.SetTextSize{Percent: 150}, play.Show{Screen: play.Settings}},
		"a notice":                  {play.Ask{What: play.ImportSave}},
		"a lesson":                  {play.Class{Act: class.Visit, Text: string(class.SetUp)}, play.Class{Act: class.Choose, Text: "m30"}, play.Class{Act: class.Start}},
		"a lesson that was left": {
			play.Class{Act: class.Visit, Text: string(class.SetUp)}, play.Class{Act: class.Choose, Text: "m30"}, play.Class{Act: class.Start}, play.Show{Screen: play.Home},
		},
		"another player": append(answered[:4:4], play.Ask{What: play.BeginAnew}),
		"another pack":   append(answered[:4:4], play.Ask{What: play.OpenPack, Of: packs.Named(t, "elsewhere").Hash()}),
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.random, w.disk = rand.New(rand.NewPCG(1, 1)), newDisk()
			area := &sight{disk: w.disk}
			h := host.Start(w.ports(area), w.words, w.shelf[0], w.shelf, "en")
			for _, m := range msgs {
				h.Send(m)
			}
			for range 3 {
				b, ok := h.Yield()
				require.True(t, ok)
				next, err := resumed(t, w.ports(area), w.shelf, b)
				require.NoError(t, err)
				require.Equal(t, h.Tree(), next.Tree())
				require.Equal(t, h.Stage().Session().Journal(), next.Stage().Session().Journal())
				h = next
			}
			h.Send(play.Show{Screen: play.Help})
			require.True(t, h.Kept())
		})
	}
}

// waking is the world's clock, which knows whether it is to wake the program.
type waking struct {
	*watch
	on bool
}

func (c *waking) Wake(on bool) { c.on = on }

// TestTheTimeGoesOnOverAHandOver holds that of two programs with one lesson the one that
// is played tells the time: one that only looks at the game wakes nobody, one that takes
// it knows how long the class has been at the step.
func TestTheTimeGoesOnOverAHandOver(t *testing.T) {
	w := newWorld(t)
	w.random, w.disk = rand.New(rand.NewPCG(1, 1)), newDisk()
	area := &sight{disk: w.disk}
	ports := func() (host.Ports, *waking) {
		p, c := w.ports(area), &waking{watch: &watch{w}}
		p.Time = c
		return p, c
	}
	p, played := ports()
	h := host.Start(p, w.words, w.shelf[0], w.shelf, "en")
	for _, m := range []play.Msg{play.Class{Act: class.Visit, Text: string(class.SetUp)}, play.Class{Act: class.Choose, Text: "m30"}, play.Class{Act: class.Start}} {
		h.Send(m)
	}
	w.now += 150 * time.Second
	require.True(t, h.Tick())
	require.True(t, played.on)

	p, other := ports()
	_, err := resumed(t, p, w.shelf, host.Baton{})
	require.ErrorIs(t, err, host.ErrOther)
	require.False(t, other.on, "a game that is none wakes nobody")

	b, ok := h.Yield()
	require.True(t, ok)
	require.True(t, played.on, "nobody has taken the game yet")
	p, other = ports()
	next, err := resumed(t, p, w.shelf, b)
	require.NoError(t, err)
	require.True(t, other.on)
	require.Equal(t, h.Tree(), next.Tree())
	next.Rest()
	require.False(t, other.on)
	w.now += time.Minute
	require.True(t, h.Tick(), "who plays on tells the minutes")
	require.False(t, next.Tick())

	b, ok = h.Yield()
	require.True(t, ok)
	p, other = ports()
	next, err = resumed(t, p, w.shelf, b)
	require.NoError(t, err)
	h.Rest()
	require.False(t, played.on)
	require.True(t, other.on)
	require.Equal(t, h.Tree(), next.Tree())
	w.now += 10 * time.Second
	next.Send(play.Class{Act: class.Forward})
	msgs := next.Stage().Session().Journal().Msgs
	require.Equal(t, 220, msgs[len(msgs)-1].N, "the seconds before the hand-over count")
}

// TestNoHandOver names what a game waits for before it is given on.
func TestNoHandOver(t *testing.T) {
	for name, do := range map[string]func(w *world, h *host.Host){
		"nothing may be kept": func(w *world, h *host.Host) {
			w.disk.forbidden = true
			h.Send(play.OpenCase{Case: "y2017"})
		},
		"kept no longer": func(w *world, _ *host.Host) { w.disk.forbidden = true },
		"gone on elsewhere": func(w *world, _ *host.Host) {
			host.Start(w.ports(&sight{disk: w.disk}), w.words, w.shelf[0], w.shelf, "en").Send(play.OpenCase{Case: "y2017"})
		},
		"a pack from a file": func(w *world, h *host.Host) { h.Take(w.built[0]) },
		"a timer": func(_ *world, h *host.Host) {
			does(h, class.Visit, string(class.SetUp), 0)
			does(h, class.Choose, "m30", 0)
			does(h, class.Start, "", 0)
			does(h, class.SetTime, "", 60)
			does(h, class.Run, "", 1)
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.random, w.disk = rand.New(rand.NewPCG(1, 1)), newDisk()
			h := host.Start(w.ports(&sight{disk: w.disk}), w.words, w.shelf[0], w.shelf, "en")
			do(w, h)
			_, ok := h.Yield()
			require.False(t, ok)
		})
	}
	t.Run("another game", func(t *testing.T) {
		w := newWorld(t)
		w.random, w.disk = rand.New(rand.NewPCG(1, 1)), newDisk()
		h := host.Start(w.ports(&sight{disk: w.disk}), w.words, w.shelf[0], w.shelf, "en")
		b, ok := h.Yield()
		require.True(t, ok)
		h.Send(play.OpenCase{Case: "y2017"})
		_, err := host.Resume(w.ports(&sight{disk: w.disk}), w.words, w.shelf[0], w.shelf, b)
		require.ErrorIs(t, err, host.ErrOther)
	})
}
