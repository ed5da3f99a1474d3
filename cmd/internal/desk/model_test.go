package desk_test

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/game/class"
	"hardcases/game/host"
	"hardcases/game/keep"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/wasm/store"

	"github.com/stretchr/testify/require"
)

var runs = flag.Int("runs", 60, "how many random games TestTwoWindows plays")

// TestTwoWindows drives two windows on one storage with random presses, kills,
// trouble, imports and changes of pack. What a window has shown as answered, and
// has not shown to be in trouble, is from then on in a slot or in a copy, until
// the player has it forgotten; a window that shows another game says so.
func TestTwoWindows(t *testing.T) {
	w := newWorld(t)
	for seed := range *runs {
		w.play(uint64(seed), 60)
	}
	t.Logf("%d runs: %v", *runs, w.done)
}

// world is two windows on one storage, and what must be in it.
type world struct {
	t       *testing.T
	words   *locale.Catalog
	shelf   []view.Book
	strange [2]*pack.Pack // with the id of the shipped one
	done    map[string]int

	random  *rand.Rand
	place   *place
	local   words
	pages   [2]words
	windows [2]*host.Host
	kept    []play.Journal // that must be there, none of which holds another
	files   [][]byte
	said    bool // the player was told something by the last act
	trace   []string
}

func newWorld(t *testing.T) *world {
	w := &world{t: t, done: map[string]int{}}
	var err error
	w.words, err = locale.Read(assets.Languages(), assets.Strings()...)
	require.NoError(t, err)
	w.shelf = []view.Book{{Pack: shipped(t), Shipped: true}, {Pack: elsewhere(t), Shipped: true}}
	for i := range w.strange {
		w.strange[i] = variant(t, func(c *pack.Content) { c.Version = fmt.Sprint("strange ", i) })
	}
	return w
}

func (w *world) play(seed uint64, presses int) {
	w.random = rand.New(rand.NewPCG(seed, 1))
	w.local, w.pages = words{}, [2]words{{}, {}}
	w.place = &place{Area: store.New(w.local, words{})}
	w.windows, w.kept, w.files, w.trace = [2]*host.Host{}, nil, nil, nil
	for range presses {
		w.step(seed)
	}
	w.check(seed)
}

// open starts the program in a window, with the pack that comes with it or with
// one of a stranger's files.
func (w *world) open(i int) {
	if w.random.IntN(3) > 0 {
		clear(w.pages[i]) // a new tab, and not the old one loaded again
	}
	area := *w.place
	area.Area = store.New(w.local, w.pages[i])
	ports := host.Ports{
		Keep: &shared{w.place, area.Area}, Give: &exporter{w: w}, Ask: nobody{}, Time: &watch{}, Lot: w.random.Uint64,
	}
	played := w.shelf[0]
	if n := w.random.IntN(6); n < len(w.strange) {
		played = view.Book{Pack: w.strange[n], Place: "/the/same/file.msgp"}
	}
	w.windows[i] = host.Start(ports, w.words, played, w.shelf, "en")
}

// shared is the storage as one page has it: in trouble when all are.
type shared struct {
	trouble *place
	area    keep.Area
}

func (s *shared) at() *place {
	return &place{Area: s.area, full: s.trouble.full, forbidden: s.trouble.forbidden}
}
func (s *shared) Read(name string) ([]byte, error)  { return s.at().Read(name) }
func (s *shared) Write(name string, b []byte) error { return s.at().Write(name, b) }
func (s *shared) Remove(name string) error          { return s.at().Remove(name) }
func (s *shared) List() ([]string, error)           { return s.at().List() }
func (s *shared) Erase() error                      { return s.at().Erase() }

// nobody can be asked.
type nobody struct{}

func (nobody) File() bool   { return false }
func (nobody) Codes() bool  { return false }
func (nobody) OwnTab() bool { return false }

// exporter keeps the saves that were exported, to be imported again.
type exporter struct {
	downloads
	w *world
}

func (e *exporter) Files(_ string, files []host.File, done host.Done) {
	e.w.files = append(e.w.files, files[0].Data)
	done(host.Given{Where: files[0].Name}, nil)
}

// step does one thing in one of the windows, or to the storage.
func (w *world) step(seed uint64) {
	i := w.random.IntN(2)
	if w.windows[i] == nil {
		w.open(i)
	}
	h := w.windows[i]
	before, lesson := h.Stage().Session().Journal(), h.Stage().State().InLesson()
	acts := w.acts(h)
	act := acts[w.random.IntN(len(acts))]
	w.trace = append(w.trace, fmt.Sprint(i, " ", act.name))
	w.done[act.name]++
	w.said = false
	act.do(i)
	if act.name == "forget" && said(h) == "Your answers have been forgotten." {
		w.kept = nil
	}
	if h != w.windows[i] {
		return // it was closed
	}
	now := h.Stage().Session().Journal()
	partly := strings.Contains(said(h), "some answers could not be") // told, and not yet written
	if h.Kept() && len(now.Msgs) != len(before.Msgs) && !partly {
		w.keep(now)
	}
	same := lesson == h.Stage().State().InLesson() // the lesson and the player's game are two
	if act.quiet && same && before.Played() && !now.Holds(before) {
		require.True(w.t, w.said || w.there(before), "seed %d: another game without a word\n%v", seed, w.trace)
	}
	if w.random.IntN(8) == 0 {
		w.check(seed)
	}
}

// act is something that may happen; quiet says that the player asked for no
// other game.
type act struct {
	name  string
	quiet bool
	do    func(i int)
}

func (w *world) acts(h *host.Host) []act {
	press := func(name string, msgs ...play.Msg) act {
		return act{name, true, func(int) {
			for _, m := range msgs {
				h.Send(m)
				w.said = w.said || said(h) != ""
			}
		}}
	}
	decide := func() act {
		cases := h.Stage().Session().Pack().Head().Cases
		c := cases[w.random.IntN(min(2, len(cases)))].ID
		return press("decide", play.OpenCase{Case: c}, play.Begin{}, play.Choose{Option: string(rune('a' + w.random.IntN(4)))}, play.Commit{}, play.Next{})
	}
	screens := []play.Screen{play.Home, play.Help, play.Settings, play.Log, play.Results, play.Aside}
	acts := []act{
		decide(), decide(), decide(), decide(),
		press("show", play.Show{Screen: screens[w.random.IntN(len(screens))]}),
		press("back", play.Back{}),
		press("comfort", play.SetTextSize{Percent: 100 + 25*w.random.IntN(4)}),
		press("lesson", play.Class{Act: class.Visit, Text: string(class.SetUp)}, play.Class{Act: class.Choose, Text: "m30"}, play.Class{Act: class.Start}),
		press("hands", play.Class{Act: class.Forward}, play.Class{Act: class.Add, N: 3}),
		press("export", play.Ask{What: play.ExportSave}),
		{"follow", true, func(int) { w.said = h.Follow() && said(h) != "" }},
		{"kill", false, func(i int) { w.windows[i] = nil }},
		{"pack", false, func(int) {
			shelf := h.Stage().Shelf()
			h.Send(play.Ask{What: play.OpenPack, Of: shelf[w.random.IntN(len(shelf))].Pack.Hash()})
		}},
		{"trouble", false, func(int) {
			w.place.full, w.place.forbidden = w.random.IntN(3) == 0, w.random.IntN(3) == 0
		}},
		{"room", false, func(int) { w.place.full, w.place.forbidden = false, false }},
	}
	if len(w.files) > 0 {
		acts = append(acts, act{"import", false, func(int) { h.Take(w.files[w.random.IntN(len(w.files))]) }})
	}
	if copies := keep.Copies(w.place.Area); len(copies) > 0 {
		acts = append(acts, act{"bring back", false, func(int) { h.Send(play.Ask{What: play.BringBack, Of: copies[w.random.IntN(len(copies))].Name}) }})
	}
	if w.random.IntN(6) == 0 {
		acts = append(acts, act{"forget", false, func(int) { h.Send(play.EraseAll{}) }})
	}
	return acts
}

// keep notes a game that has been shown as kept.
func (w *world) keep(j play.Journal) {
	for n := len(j.Msgs); n > 0 && !(play.Journal{Msgs: j.Msgs[n-1:]}).Played(); n-- {
		j.Msgs = j.Msgs[:n-1] // a look around after the last answer is none
	}
	if !j.Played() || slices.ContainsFunc(w.kept, func(k play.Journal) bool { return k.Holds(j) }) {
		return
	}
	w.kept = slices.DeleteFunc(w.kept, func(k play.Journal) bool { return j.Holds(k) })
	w.kept = append(w.kept, j)
}

// check holds that all that was shown as kept is there.
func (w *world) check(seed uint64) {
	found := w.found()
	for _, j := range w.kept {
		require.True(w.t, slices.ContainsFunc(found, func(k play.Journal) bool { return k.Holds(j) }),
			"seed %d: a game of %s, %v, is gone\n%v\n%v", seed, j.Pack, j.Msgs, w.trace, slices.Sorted(maps.Keys(w.local)))
	}
}

func (w *world) there(j play.Journal) bool {
	return slices.ContainsFunc(w.found(), func(k play.Journal) bool { return k.Holds(j) })
}

// found is every game in the storage.
func (w *world) found() []play.Journal {
	names, err := w.place.Area.List()
	require.NoError(w.t, err)
	var found []play.Journal
	for _, name := range names {
		b, err := w.place.Area.Read(name)
		require.NoError(w.t, err)
		if j, err := play.ReadJournal(b); err == nil {
			found = append(found, j)
		}
	}
	return found
}
