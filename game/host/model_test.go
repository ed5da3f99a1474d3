package host_test

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"hardcases/assets"
	"hardcases/game/host"
	"hardcases/game/keep"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/ledger"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

var (
	runs  = flag.Int("runs", 60, "how many random games TestTwoWindows plays")
	first = flag.Uint64("seed", 0, "the first of them")
)

// faults are seeds of games that have found a fault.
var faults = []uint64{
	2,     // what became of a game was told on the screen that the same press left
	3,     // an author's change put a lesson aside that was not on the screen
	10317, // a lesson was on the screen, and the player's own game put aside
	2490,  // a copy was made, and the game itself could not be kept
	515,   // the game that was followed said nothing, and silenced what had to be told
	457,   // a copy that had been owed was made later, by a game in another pack
}

// TestTwoWindows drives two windows on one storage with random presses, kills in
// the midst of them, trouble, imports and changes of pack. What a window has shown
// as answered, and has not shown to be in trouble, is from then on in a slot or in
// a copy, until the player has it forgotten; a window that shows another game, and
// one that puts a game aside, says so.
func TestTwoWindows(t *testing.T) {
	w := newWorld(t)
	for _, seed := range faults {
		w.play(seed, 60)
	}
	w.beside = true
	for n := range *runs {
		w.play(*first+uint64(n), 60)
	}
	require.Less(t, 10*w.done["not handed over"], w.done["handed over"])
	t.Logf("%d runs: %v", *runs, w.done)
}

// world is two windows on one storage, and what must be in it.
type world struct {
	t       *testing.T
	words   *locale.Catalog
	shelf   []view.Book
	strange []*pack.Pack // with the id of the shipped one
	built   [][]byte     // the same, as files
	done    map[string]int
	beside  bool // an older program may be used beside the windows; not so when faults were found

	seed    uint64
	random  *rand.Rand
	disk    *disk
	now     time.Duration
	fronts  [2][]byte
	areas   [2]*sight
	windows [2]*host.Host
	kept    ledger.Ledger   // what must be there
	aside   map[string]bool // what was put aside, and told
	files   [][]byte
	trace   []string
}

// place is where the strangers' packs lie, each in its turn.
const place = "/the/same/file.msgp"

func newWorld(t *testing.T) *world {
	w := &world{t: t, done: map[string]int{}, words: packs.Words(t)}
	for _, id := range assets.Packs()[:2] {
		w.shelf = append(w.shelf, view.Book{Pack: packs.Named(t, id), Shipped: true})
	}
	for i := range 3 {
		c, err := packs.First(t).Unpack()
		require.NoError(t, err)
		c.Version = fmt.Sprint("strange ", i)
		if i == 2 { // what was decided there no longer applies
			st := &c.Cases[0].Steps[0]
			st.Options = st.Options[1:]
		}
		b, err := pack.Build(c)
		require.NoError(t, err)
		p, err := pack.Open(b)
		require.NoError(t, err)
		w.strange, w.built = append(w.strange, p), append(w.built, b)
	}
	return w
}

// play plays one random game of so many acts.
func (w *world) play(seed uint64, acts int) {
	w.seed, w.random, w.disk = seed, rand.New(rand.NewPCG(seed, 1)), newDisk()
	w.fronts, w.windows = [2][]byte{}, [2]*host.Host{}
	w.kept, w.aside, w.files, w.trace = nil, map[string]bool{}, nil, nil
	for range acts {
		w.step(w.random.IntN(2))
		if w.random.IntN(8) == 0 {
			w.check()
		}
	}
	w.check()
}

// step does one thing in a window, or to the storage. Now and then the window is
// killed in the midst of it.
func (w *world) step(i int) {
	name := "open"
	defer func() {
		w.disk.left = -1
		w.done[name]++
		switch thrown := recover().(type) {
		case nil:
		case killed:
			w.trace = append(w.trace, "killed")
			w.done["killed"]++
			w.windows[i] = nil
			for _, copied := range w.copies() {
				w.aside[string(w.disk.files[copied])] = true // there was no time to say so
			}
			if name == "forget" {
				w.kept = nil // it was asked for, and may be done
			}
		default:
			panic(thrown)
		}
	}()
	if w.random.IntN(12) == 0 {
		w.disk.left = w.random.IntN(12)
	}
	if w.windows[i] == nil {
		w.trace = append(w.trace, fmt.Sprint(i, " open"))
		w.open(i)
		return
	}
	acts := w.acts(w.windows[i])
	act := acts[w.random.IntN(len(acts))]
	name = act.name
	w.trace = append(w.trace, fmt.Sprint(i, " ", name))
	act.do(i)
}

// open starts the program in a window, with the pack that comes with it or with
// one of a stranger's files.
func (w *world) open(i int) {
	if w.random.IntN(3) > 0 {
		w.fronts[i] = nil // a new tab, and not the old one loaded again
	}
	area := &sight{disk: w.disk, front: w.fronts[i]}
	ports := w.ports(area)
	played := w.shelf[0]
	if n := w.random.IntN(6); n < len(w.strange) {
		played = view.Book{Pack: w.strange[n], Place: place}
	}
	h := host.Start(ports, w.words, played, w.shelf, "en")
	w.windows[i], w.areas[i], w.fronts[i] = h, area, area.front
	w.told(h)
}

// ports are those of a window that sees the storage so.
func (w *world) ports(area *sight) host.Ports {
	return host.Ports{
		Keep: area, Give: &exporter{w: w}, Ask: nobody{}, Time: &watch{w}, Lot: w.random.Uint64, Again: area.front != nil,
	}
}

// check holds that all that was shown as kept is there.
func (w *world) check() {
	j, lost := w.kept.Missing(w.found())
	require.False(w.t, lost, "%v: a game of %s, %v, is gone\n%v", w, j.Pack, j.Msgs, slices.Sorted(maps.Keys(w.disk.files)))
}

// told holds that the window says so where a game was put aside, the first time, and
// that a lesson is nowhere but in its own slot.
func (w *world) told(h *host.Host) {
	for _, id := range assets.Packs() {
		require.False(w.t, h.Follows(id) && h.Stage().State().InLesson(), "%v: a lesson in the player's game", w)
	}
	for _, name := range w.copies() {
		b := string(w.disk.files[name])
		require.True(w.t, w.aside[b] || notice(h) != "", "%v: %s was put aside without a word", w, name)
		w.aside[b] = true
	}
}

// String is the way to where the game is.
func (w *world) String() string { return fmt.Sprintf("seed %d\n%v", w.seed, w.trace) }

// found is every game in the storage that the player can come to.
func (w *world) found() []play.Journal {
	var found []play.Journal
	for _, name := range slices.Sorted(maps.Keys(w.disk.files)) {
		if j, err := play.ReadJournal(w.disk.files[name]); err == nil {
			found = append(found, j)
		}
	}
	return found
}

// copies are the names of what was put aside.
func (w *world) copies() []string {
	var names []string
	for name := range w.disk.files {
		if _, ok := keep.Find(name); ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

func notice(h *host.Host) string { return h.Stage().State().Notice }
