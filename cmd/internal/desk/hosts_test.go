package desk_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"hardcases/assets"
	"hardcases/cmd/internal/desk"
	"hardcases/cmd/internal/terminal"
	"hardcases/game/class"
	"hardcases/game/code"
	"hardcases/game/host"
	"hardcases/game/keep"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/wasm/store"

	"github.com/stretchr/testify/require"
)

// place is where games are kept, by one of the hosts, for as many windows as a
// test opens: it can be full, or forbidden.
type place struct {
	keep.Area
	full, forbidden bool
	writes          int
}

func (p *place) Read(name string) ([]byte, error) {
	if p.forbidden {
		return nil, keep.ErrForbidden
	}
	return p.Area.Read(name)
}

func (p *place) Write(name string, b []byte) error {
	switch {
	case p.forbidden:
		return keep.ErrForbidden
	case p.full:
		return fmt.Errorf("the disk: %w", keep.ErrFull)
	}
	p.writes++
	return p.Area.Write(name, b)
}

func (p *place) Remove(name string) error {
	if p.forbidden {
		return keep.ErrForbidden
	}
	return p.Area.Remove(name)
}

func (p *place) List() ([]string, error) {
	if p.forbidden {
		return nil, keep.ErrForbidden
	}
	return p.Area.List()
}

func (p *place) Erase() error {
	if p.forbidden {
		return keep.ErrForbidden
	}
	return p.Area.Erase()
}

// words is a browser's storage.
type words map[string]string

func (w words) Get(key string) (string, error) { return w[key], nil }

func (w words) Set(key, value string) error {
	w[key] = value
	return nil
}

func (w words) Remove(key string) error {
	delete(w, key)
	return nil
}

func (w words) Keys() ([]string, error) { return slices.Collect(maps.Keys(w)), nil }

// watch is a clock that the test moves.
type watch struct {
	now  time.Duration
	wake bool
}

func (w *watch) Now() time.Duration { return w.now }
func (w *watch) Wake(on bool)       { w.wake = on }
func (*watch) Today() string        { return "2026-11-29" }

// downloads is a browser: what becomes of a file only the player sees.
type downloads struct{ files []host.File }

func (d *downloads) Files(_ string, files []host.File, done host.Done) {
	d.files = append(d.files, files...)
	done(host.Given{Where: files[0].Name}, nil)
}
func (d *downloads) Picture(_ *view.Node, _ string, done host.Done) {
	done(host.Given{}, host.ErrNoPicture)
}
func (d *downloads) Page(_ *view.Node, _ string, done host.Done) { done(host.Given{}, nil) }
func (d *downloads) Text(_, _ string, done host.Done)            { done(host.Given{Copied: true}, nil) }

// rig is one of the hosts, with its own way to keep, to give and to take.
type rig struct {
	t     *testing.T
	place *place
	watch *watch
	again bool // the same player is still there
	lots  uint64
	local words // of a browser
	dir   string
	page  words
	asker terminal.Asker
	given *downloads
}

// hosts are the programs that fill the ports.
var hosts = map[string]func(*testing.T) *rig{
	"browser": func(t *testing.T) *rig {
		r := &rig{t: t, watch: &watch{}, local: words{}, page: words{}, given: &downloads{}}
		r.place = &place{Area: store.New(r.local, r.page)}
		return r
	},
	"desktop":  onDisk,
	"terminal": onDisk,
}

func onDisk(t *testing.T) *rig {
	r := &rig{t: t, watch: &watch{}, dir: filepath.Join(t.TempDir(), "saves")}
	r.place = &place{Area: desk.Saves(r.dir)}
	return r
}

// everywhere runs a test with each of the hosts.
func everywhere(t *testing.T, test func(*testing.T, *rig)) {
	for _, name := range slices.Sorted(maps.Keys(hosts)) {
		t.Run(name, func(t *testing.T) {
			r := hosts[name](t)
			test(t, r)
		})
	}
}

func (r *rig) ports() host.Ports {
	p := desk.Ports(desk.Saves(r.dir), desk.Files{Dir: r.t.TempDir()}, nil)
	p.Keep, p.Time, p.Again = r.place, r.watch, r.again
	p.Lot = func() uint64 { r.lots++; return r.lots }
	if r.given != nil {
		p.Give = r.given
	} else if strings.HasSuffix(r.t.Name(), "terminal") {
		p.Ask = &r.asker
	}
	return p
}

// open opens a window. In a browser it is a new tab.
func (r *rig) open() *host.Host { return r.openPack(view.Book{Pack: shipped(r.t), Shipped: true}) }

func (r *rig) openPack(played view.Book) *host.Host {
	r.t.Helper()
	if r.page != nil {
		clear(r.page)
	}
	catalog, err := locale.Read(assets.Languages(), assets.Strings()...)
	require.NoError(r.t, err)
	var shelf []view.Book
	for _, id := range assets.Packs() {
		p, err := pack.Open(assets.Pack(id)...)
		require.NoError(r.t, err)
		shelf = append(shelf, view.Book{Pack: p, Shipped: true})
	}
	return host.Start(r.ports(), catalog, played, shelf, "en")
}

// names lists what is kept.
func (r *rig) names() []string {
	r.t.Helper()
	names, err := r.place.Area.List()
	require.NoError(r.t, err)
	return slices.Sorted(slices.Values(names))
}

// copies are the journals that were put aside.
func (r *rig) copies() []play.Journal {
	r.t.Helper()
	var found []play.Journal
	for _, c := range keep.Copies(r.place.Area) {
		j, err := c.Read(r.place.Area)
		require.NoError(r.t, err, c.Name)
		found = append(found, j)
	}
	return found
}

func shipped(t *testing.T) *pack.Pack {
	t.Helper()
	p, err := pack.Open(assets.First()...)
	require.NoError(t, err)
	return p
}

// built is the other pack that comes with the game, as one file.
func built(t *testing.T) []byte {
	t.Helper()
	b, err := pack.Build(unpack(t, elsewhere(t)))
	require.NoError(t, err)
	return b
}

// variant is the shipped pack with something changed.
func variant(t *testing.T, change func(*pack.Content)) *pack.Pack {
	t.Helper()
	c, err := shipped(t).Unpack()
	require.NoError(t, err)
	change(c)
	b, err := pack.Build(c)
	require.NoError(t, err)
	p, err := pack.Open(b)
	require.NoError(t, err)
	return p
}

// decide answers n steps of the first case from its beginning.
func decide(h *host.Host, n int) {
	h.Send(play.OpenCase{Case: "y2017"})
	for range n {
		for _, m := range []play.Msg{play.Begin{}, play.Choose{Option: "b"}, play.Commit{}, play.Next{}} {
			h.Send(m)
		}
	}
}

func answers(h *host.Host) int { return len(h.Stage().State().Answers) }

// said is what the player is told, and lasting what stays on the screen.
func said(h *host.Host) string    { return text(h, "notice") }
func lasting(h *host.Host) string { return text(h, "trouble") }

func text(h *host.Host, id string) string {
	if n := view.Find(h.Tree(), id); n != nil {
		return n.Text
	}
	return ""
}

func sealed(t *testing.T, j play.Journal) []byte {
	t.Helper()
	b, err := j.Bytes()
	require.NoError(t, err)
	return b
}

// TestResume opens a game again: at home, where it can be gone on with, since
// whoever opens it may be somebody else; and where it was, since the same player is
// still there.
func TestResume(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		decide(h, 2)
		h.Send(play.SetTextSize{Percent: 150})
		want := h.Stage().State()
		for _, again := range []bool{true, false} {
			r.again = again
			other := r.open()
			got := other.Stage().State()
			if !again {
				require.Equal(t, play.Home, got.Screen)
				other.Send(view.Find(other.Tree(), "start").On)
				got = other.Stage().State()
			}
			require.Equal(t, want, got)
			require.Empty(t, said(other))
			require.Empty(t, lasting(other))
		}
	})
}

// TestResumeInAnotherPack: where the same player is still there, the pack is the one
// that was on the screen; somebody else begins with the first.
func TestResumeInAnotherPack(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		decide(h, 2)
		h.Send(play.Ask{What: play.OpenPack, Of: elsewhere(t).Hash()})
		h.Send(play.OpenCase{Case: "gab2018"})
		for _, again := range []bool{true, false} {
			r.again = again
			other := r.open()
			require.Equal(t, map[bool]string{true: "briefing-gab2018", false: "home"}[again], other.Tree().ID)
			require.Equal(t, again, other.Stage().Session().Pack().Hash() == elsewhere(t).Hash())
		}
	})
}

// TestAnotherPlayer plays on a computer where somebody has played already: the
// home screen offers to go on and to begin anew, shows no answer, and what was
// there can be brought back.
func TestAnotherPlayer(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		require.Nil(t, view.Find(h.Tree(), "begin-anew"), "there is nothing to begin anew from")
		decide(h, 2)
		h.Send(play.Ask{What: play.OpenPack, Of: elsewhere(t).Hash()})
		h.Send(play.OpenCase{Case: "gab2018"})
		for _, m := range []play.Msg{play.Begin{}, play.Choose{Option: "a"}, play.Commit{}} {
			h.Send(m)
		}
		h.Send(play.Ask{What: play.OpenPack, Of: shipped(t).Hash()})
		require.Equal(t, play.Seat, h.Stage().State().Screen, "it is the same player")
		h.Send(play.SetTextSize{Percent: 150})

		h = r.open()
		require.NotNil(t, view.Find(h.Tree(), "start"))
		h.Send(view.Find(h.Tree(), "begin-anew").On)
		require.Equal(t, play.Home, h.Stage().State().Screen)
		require.Zero(t, answers(h))
		require.Equal(t, 150, h.Prefs().TextSize)
		require.Contains(t, said(h), "can be brought back in the settings")
		require.Nil(t, view.Find(h.Tree(), "begin-anew"))
		h.Send(play.Ask{What: play.OpenPack, Of: elsewhere(t).Hash()})
		require.Equal(t, play.Home, h.Stage().State().Screen, "what the first decided in another pack is not shown either")
		require.NotNil(t, view.Find(h.Tree(), "begin-anew"))
		h.Send(play.Ask{What: play.OpenPack, Of: shipped(t).Hash()})
		decide(h, 1)
		require.Equal(t, 1, answers(r.open()))

		h.Send(play.Show{Screen: play.Aside})
		card := view.Find(h.Tree(), "copy-1")
		require.Contains(t, view.Text(card), "2 answers")
		h.Send(card.On)
		require.Equal(t, 2, answers(h))
		require.Equal(t, 2, answers(r.open()))

		r.place.full = true
		h.Send(play.Ask{What: play.BeginAnew})
		require.Contains(t, said(h), "no room to put it aside")
		require.Equal(t, 2, answers(h))
		r.place.full, r.place.forbidden = false, true
		h.Send(play.Show{Screen: play.Home})
		require.Nil(t, view.Find(h.Tree(), "begin-anew"), "where nothing is kept, closing the game is enough")
	})
}

// TestAnotherClass begins a lesson anew: the class before can be brought back, and
// where there is no room for it its figures stay.
func TestAnotherClass(t *testing.T) {
	renew := func(h *host.Host) {
		h.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
		h.Send(play.Class{Act: class.Visit, Text: string(class.Renew)})
		h.Send(view.Find(h.Tree(), "anew").On)
	}
	votes := func(h *host.Host) int { return len(h.Stage().State().Class.Votes) }
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		lesson(h)
		for h.Stage().State().Class.Stage != class.Voting {
			h.Send(play.Class{Act: class.Forward})
		}
		h.Send(play.Class{Act: class.Add, N: 3})
		h.Send(play.Class{Act: class.Forward})
		require.Equal(t, 1, votes(h))

		r.place.full = true
		renew(h)
		require.Contains(t, said(h), "no room to put it aside")
		require.Equal(t, 1, votes(h))
		r.place.full = false
		renew(h)
		require.Contains(t, said(h), "The class before is put aside")
		require.Zero(t, votes(h))
		require.Equal(t, class.Opening, h.Stage().State().Class.Stage)
		h.Send(play.Class{Act: class.Anew, N: class.NewestCourse})
		require.Len(t, r.copies(), 1, "only the page that asks for it does it")

		h.Send(play.Show{Screen: play.Aside})
		card := view.Find(h.Tree(), "copy-1")
		require.Contains(t, view.Text(card), "A lesson with a class")
		h.Send(card.On)
		require.Equal(t, 1, votes(h))

		r.place.forbidden = true
		renew(h)
		require.Zero(t, votes(h), "as was said: nothing may be kept here")
	})
}

// TestPartialSave opens a save with an answer and a message of an unknown kind:
// a copy is kept, and the save stays one that is resumed.
func TestPartialSave(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		decide(h, 1)
		j := h.Stage().Session().Journal()
		j.Msgs = append(slices.Clone(j.Msgs), play.Record{Kind: "of a later program"})
		require.NoError(t, r.place.Write("cloudflare", sealed(t, j)))
		for range 3 { // start, look, quit
			h = r.open()
			require.Equal(t, 1, answers(h))
			require.Contains(t, said(h), "What still applies has been kept")
		}
		require.Equal(t, []play.Journal{j}, r.copies(), "one copy, of all of it")
		h.Send(play.Show{Screen: play.Help})
		require.Equal(t, 1, answers(r.open()))
		require.Equal(t, []play.Journal{j}, r.copies())
	})
}

func TestNewerSave(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		newer := []byte{0x81, 0xa6, 'f', 'o', 'r', 'm', 'a', 't', 99}
		require.NoError(t, r.place.Write("cloudflare", newer))
		h := r.open()
		require.Contains(t, said(h), "newer version")
		decide(h, 1)
		require.Empty(t, lasting(h))
		for _, name := range r.names() {
			require.NotContains(t, name, "damaged")
		}
		b, err := r.place.Read("cloudflare.newer-2026-11-29-1")
		require.NoError(t, err)
		require.Equal(t, newer, b, "it is kept as it was")
		require.Equal(t, 1, answers(r.open()))

		h.Take(newer)
		require.Contains(t, said(h), "newer version")
		require.Equal(t, 1, answers(h))
	})
}

// TestFilesTogether hands the host several files at once: lists of codes are taken as one
// where they are asked for; of all else none is, and the player is told how.
func TestFilesTogether(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		form, err := code.NewForm(shipped(t))
		require.NoError(t, err)
		choices := make([]code.Choice, len(form.Steps))
		lists := [][]byte{[]byte("\ufeffAna;" + form.Code(nil)), []byte(form.Code(choices))}
		h := r.open()
		saved := sealed(t, h.Stage().Session().Journal())
		h.TakeAll(lists)
		require.Contains(t, said(h), "one file")
		h.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
		h.TakeAll(lists)
		require.Contains(t, said(h), "Result codes")
		h.Send(play.Class{Act: class.Visit, Text: string(class.Codes)})
		h.TakeAll(append(lists, saved))
		require.Contains(t, said(h), "one file")
		require.Zero(t, h.Stage().State().Class.Added)
		h.TakeAll(lists)
		require.Empty(t, said(h))
		require.Equal(t, 2, h.Stage().State().Class.Added)
	})
}

// TestSaveOfAnotherPack finds a game of another pack under this one's name: it is put
// aside, and told of, and a new game begins.
func TestSaveOfAnotherPack(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		other := play.NewSession(variant(t, func(c *pack.Content) { c.ID = "other" }), 1, "en").Journal()
		require.NoError(t, r.place.Write("cloudflare", sealed(t, other)))
		h := r.open()
		require.Contains(t, said(h), "belongs to another pack")
		decide(h, 1)
		require.Equal(t, 1, answers(r.open()))
		require.Equal(t, []play.Journal{other}, r.copies())
	})
}

// TestListOfCodesIsTaken hands the host a file with a list of result codes, as one that
// is dropped: the screen for codes takes it, and no other does.
func TestListOfCodesIsTaken(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		form, err := code.NewForm(shipped(t))
		require.NoError(t, err)
		list := []byte("Prénom;Code\r\nAna;" + form.Code(nil) + "\r\n")
		h := r.open()
		h.Take(list)
		require.Contains(t, said(h), "could not be opened")
		h.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
		h.Take(list)
		require.Contains(t, said(h), "Result codes")
		h.Send(play.Class{Act: class.Visit, Text: string(class.Codes)})
		require.Empty(t, said(h))
		h.Take(list)
		require.Empty(t, said(h))
		require.Equal(t, 1, h.Stage().State().Class.Added)
		h.Take(bytes.Repeat([]byte("A\n"), code.MaxPaste))
		require.Contains(t, said(h), "too long")
		h.Refuse(fs.ErrNotExist)
		require.Contains(t, said(h), "no such file")
		h.Refuse(errors.New("the disk is broken"))
		require.Contains(t, said(h), "could not be opened")
	})
}

func TestDamagedSave(t *testing.T) {
	good := sealed(t, play.NewSession(shipped(t), 1, "en").Journal())
	for name, b := range map[string][]byte{
		"not a save": []byte("hello"), "nothing": {}, "cut off": good[:len(good)/2],
		"one bit": append(good[:20:20], append([]byte{good[20] ^ 4}, good[21:]...)...),
	} {
		t.Run(name, func(t *testing.T) {
			everywhere(t, func(t *testing.T, r *rig) {
				if len(b) == 0 && r.local != nil {
					r.local[store.Key("cloudflare")] = "%"
				} else {
					require.NoError(t, r.place.Write("cloudflare", b))
				}
				before, err := r.place.Read("cloudflare")
				require.NoError(t, err)
				for range 2 {
					require.Contains(t, said(r.open()), "could not be read")
				}
				h := r.open()
				decide(h, 1)
				got, err := r.place.Read("cloudflare.damaged-2026-11-29-1")
				require.NoError(t, err)
				require.Equal(t, before, got)
				require.Equal(t, 1, answers(r.open()))
				require.Len(t, keep.Copies(r.place), 1)
			})
		})
	}
}

// TestDamagedSaveWithoutRoom has no room to put a damaged save aside: nothing is
// written over it, and all is well when there is room again.
func TestDamagedSaveWithoutRoom(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		require.NoError(t, r.place.Write("cloudflare", []byte("damaged")))
		r.place.full = true
		h := r.open()
		decide(h, 1)
		require.Contains(t, lasting(h), "no room")
		b, err := r.place.Read("cloudflare")
		require.NoError(t, err)
		require.Equal(t, "damaged", string(b))
		r.place.full = false
		h.Send(play.Show{Screen: play.Help})
		require.Empty(t, lasting(h))
		require.Equal(t, 1, answers(r.open()))
		require.Len(t, keep.Copies(r.place), 1)
	})
}

// TestStorageInTrouble fills or forbids the storage in the middle of a game: the
// mark stands on every screen, with a way out, until the game is kept again.
func TestStorageInTrouble(t *testing.T) {
	for says, set := range map[string]func(*place, bool){
		"no room left":        func(p *place, on bool) { p.full = on },
		"Nothing may be kept": func(p *place, on bool) { p.forbidden = on },
	} {
		t.Run(says, func(t *testing.T) {
			everywhere(t, func(t *testing.T, r *rig) {
				h := r.open()
				decide(h, 1)
				set(r.place, true)
				for _, s := range []play.Screen{play.Help, play.Settings, play.Log, play.Home, play.Results} {
					h.Send(play.Show{Screen: s})
					require.Contains(t, lasting(h), says, s)
					require.Empty(t, said(h), "one message for one cause")
				}
				h.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
				require.Contains(t, lasting(h), says)
				h.Send(play.Back{})
				decide(h, 1)
				require.Equal(t, play.Ask{What: play.ExportSave}, view.Find(h.Tree(), "trouble-export").On)
				set(r.place, false)
				h.Send(play.Show{Screen: play.Help})
				require.Empty(t, lasting(h))
				require.Equal(t, 2, answers(r.open()), "what was done in trouble is kept now")
			})
		})
	}
}

func TestForbiddenFromTheStart(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		r.place.forbidden = true
		h := r.open()
		require.Contains(t, lasting(h), "Nothing may be kept")
		require.Nil(t, view.Find(h.Tree(), "own-tab"), "it is in no frame")
		decide(h, 1)
		require.Equal(t, 1, answers(h))
	})
}

// TestUnsavedGamesAreHeld changes to a lesson and to another pack while nothing
// can be kept: what was done is there when the player comes back, and is kept as
// soon as anything is.
func TestUnsavedGamesAreHeld(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		r.place.full = true
		decide(h, 2)
		lesson(h)
		h.Send(play.Ask{What: play.OpenPack, Of: elsewhere(t).Hash()})
		h.Send(play.Ask{What: play.OpenPack, Of: shipped(t).Hash()})
		require.Equal(t, 2, answers(h), "it is held in memory")
		h.Send(play.Ask{What: play.OpenPack, Of: elsewhere(t).Hash()})
		h.Send(play.Show{Screen: play.Log})
		require.Contains(t, lasting(h), "no room")
		r.place.full = false
		h.Send(play.Show{Screen: play.Help})
		require.Empty(t, lasting(h))
		again := r.open()
		require.Equal(t, 2, answers(again), "all that was held is kept now")
		again.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
		require.Equal(t, "m30", again.Stage().State().Class.Plan)
	})
}

// TestImport opens a save from a file: the game before it is put aside, and
// where that fails nothing is replaced.
func TestImport(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		older := r.open()
		decide(older, 1)
		file := sealed(t, older.Stage().Session().Journal())
		decide(older, 2)
		before := older.Stage().Session().Journal()

		r.place.full = true
		older.Take(file)
		require.Equal(t, 3, answers(older))
		require.Contains(t, said(older), "no room to put it aside")
		require.Equal(t, 3, answers(r.open()))

		r.place.full = false
		r.hand(older, file)
		require.Equal(t, 1, answers(older))
		require.Contains(t, said(older), "Your saved game is open")
		require.Equal(t, 1, answers(r.open()))
		require.Equal(t, []play.Journal{before}, r.copies())

		other := play.NewSession(variant(t, func(c *pack.Content) { c.ID = "other" }), 1, "en").Journal()
		older.Take(sealed(t, other))
		require.Contains(t, said(older), "belongs to another pack")
		older.Take([]byte("junk"))
		require.Contains(t, said(older), "could not be opened")
		older.Take(built(t)[:5000])
		require.Contains(t, said(older), "could not be opened")
		require.Equal(t, 1, answers(older))
	})
}

// TestAnotherVersionIsDropped: a pack that was dropped begins anew when another version
// of it is, and what was played before is offered, not moved.
func TestAnotherVersionIsDropped(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		version := func(v string) []byte {
			c := unpack(t, shipped(t))
			c.ID, c.Version = "mine", v
			b, err := pack.Build(c)
			require.NoError(t, err)
			return b
		}
		h := r.open()
		h.Take(version("1.0.0"))
		require.NotContains(t, said(h), "another version")
		decide(h, 3)
		h.Take(version("1.0.1"))
		require.Contains(t, said(h), "another version")
		require.Zero(t, answers(h))
		copies := r.copies()
		require.Len(t, copies, 1)
		h.Send(play.Show{Screen: play.Settings})
		h.Send(play.Show{Screen: play.Aside})
		require.Contains(t, view.Text(view.Find(h.Tree(), "copy-1")), "3 answers")
		h.Send(play.Ask{What: play.BringBack, Of: keep.Copies(r.place)[0].Name})
		require.Equal(t, 3, answers(h))

		h.Take(version("1.0.0"))
		require.Equal(t, 3, answers(h), "the game of the version before is where it was")
		h.Take(version("1.0.1"))
		require.NotContains(t, said(h), "another version", "it has a game of its own")
	})
}

// hand gives a file as the host's players do: by the terminal's line, or as a
// file that is dropped or chosen.
func (r *rig) hand(h *host.Host, b []byte) {
	r.t.Helper()
	if !strings.HasSuffix(r.t.Name(), "terminal") {
		h.Take(b)
		return
	}
	path := filepath.Join(r.t.TempDir(), "a.save")
	require.NoError(r.t, os.WriteFile(path, b, 0o600))
	h.Send(play.Ask{What: play.ImportSave})
	var out bytes.Buffer
	require.NoError(r.t, terminal.Play(h, &r.asker, os.ReadFile, strings.NewReader(path+"\n"), &out))
	require.Contains(r.t, out.String(), "Path of the file")
}

// TestExport gives the game as a file, which opens again. That it is there is
// said only where it is known.
func TestExport(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		decide(h, 2)
		h.Send(play.Ask{What: play.ExportSave})
		var b []byte
		if r.given != nil {
			require.Contains(t, said(h), "should now offer the file hard-cases.save")
			require.NotContains(t, said(h), "has been saved")
			b = r.given.files[0].Data
		} else {
			require.Contains(t, said(h), "has been saved as")
			_, rest, _ := strings.Cut(said(h), "has been saved as ")
			var err error
			b, err = os.ReadFile(strings.TrimSuffix(rest, "."))
			require.NoError(t, err)
		}
		h.Send(play.EraseAll{})
		h.Take(b)
		require.Equal(t, 2, answers(h))
	})
}

// TestErase forgets games of two packs, a lesson, copies and what was left half
// written; other windows do not bring anything back, and a failure is told.
func TestErase(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		decide(h, 2)
		h.Take(sealed(t, play.NewSession(shipped(t), 9, "en").Journal()))
		h.Send(play.Ask{What: play.OpenPack, Of: elsewhere(t).Hash()})
		h.Send(play.OpenCase{Case: "gab2018"})
		h.Send(play.Begin{})
		h.Send(play.Choose{Option: "a"})
		h.Send(play.Commit{})
		h.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
		other := r.open()
		decide(other, 1)
		if r.dir != "" {
			for _, left := range []string{"save-123", ".half-456", "cloudflare.save.damaged-1"} {
				require.NoError(t, os.WriteFile(filepath.Join(r.dir, left), []byte("left"), 0o600))
			}
			require.NoError(t, os.WriteFile(filepath.Join(r.dir, "window.json"), []byte("{}"), 0o600))
		} else {
			r.local["of another page"] = "x"
		}

		h.Send(play.Show{Screen: play.Settings})
		h.Send(play.SetTextSize{Percent: 150})
		seed, prefs := h.Stage().Session().Journal().Seed, h.Prefs()
		r.place.forbidden = true
		h.Send(play.EraseAll{})
		require.Contains(t, said(h), "Not everything could be forgotten")
		r.place.forbidden = false
		h.Send(play.EraseAll{})
		require.Contains(t, said(h), "have been forgotten")
		require.Equal(t, []string{"@forgotten"}, slices.DeleteFunc(r.names(), func(n string) bool { return n == keep.FrontName }))
		if r.dir != "" {
			entries, err := os.ReadDir(r.dir)
			require.NoError(t, err)
			for _, e := range entries {
				require.Contains(t, []string{"@forgotten.save", "@front.save", "window.json"}, e.Name())
			}
		} else {
			require.Equal(t, "x", r.local["of another page"])
		}

		require.NotEqual(t, seed, h.Stage().Session().Journal().Seed, "whoever plays next is shown another order")
		require.Equal(t, prefs, h.Prefs(), "comfort stays")

		other.Send(play.Show{Screen: play.Help})
		require.Zero(t, answers(other))
		require.Contains(t, said(other), "forgotten in another window")
		require.Empty(t, r.copies())
		require.Zero(t, answers(r.open()))
	})
}

func elsewhere(t *testing.T) *pack.Pack {
	t.Helper()
	p, err := pack.Open(assets.Pack("elsewhere")...)
	require.NoError(t, err)
	return p
}

// TestSecondWindow has two windows on one save: whoever comes later goes on with
// what is there, and nothing is wiped.
func TestSecondWindow(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		first, second := r.open(), r.open()
		decide(first, 3)
		second.Send(play.Show{Screen: play.Help})
		require.Equal(t, 3, answers(second), "it goes on with the game of the first")
		require.Contains(t, said(second), "went on in another window")
		require.Equal(t, 3, answers(r.open()))
		require.Empty(t, r.copies(), "nothing was lost that would need one")

		decide(second, 1)
		require.True(t, first.Follow(), "as a page that comes back does")
		require.Equal(t, 4, answers(first))
		require.Empty(t, said(first))
		require.False(t, first.Follow())
	})
}

// TestAnotherSaveInTheWay finds another game in the slot, as a program puts it
// there that does not ask: what was done here is put aside first.
func TestAnotherSaveInTheWay(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		decide(h, 3)
		mine := h.Stage().Session().Journal()
		stranger := play.NewSession(shipped(t), 99, "en")
		stranger.Send(play.OpenCase{Case: "y2019"})
		require.NoError(t, r.place.Write("cloudflare", sealed(t, stranger.Journal())))

		r.place.full = true
		h.Send(play.Show{Screen: play.Help})
		require.Contains(t, lasting(h), "no room")
		require.Equal(t, 3, answers(h), "it cannot be put aside, so it stays")
		r.place.full = false
		h.Send(play.Show{Screen: play.Log})
		require.Contains(t, said(h), "has been put aside")
		require.Empty(t, lasting(h))
		require.Zero(t, answers(h))
		require.Len(t, r.copies(), 1)
		require.True(t, r.copies()[0].Holds(mine))
	})
}

// TestBringBack lists what was put aside in the settings, and brings it back.
func TestBringBack(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		h.Send(play.Show{Screen: play.Settings})
		require.Nil(t, view.Find(h.Tree(), "to-aside"))
		decide(h, 3)
		h.Take(sealed(t, play.NewSession(shipped(t), 9, "en").Journal()))
		decide(h, 1)
		h.Send(play.Ask{What: play.OpenPack, Of: elsewhere(t).Hash()})
		h.Send(play.Show{Screen: play.Settings})
		h.Send(view.Find(h.Tree(), "to-aside").On)
		card := view.Find(h.Tree(), "copy-1")
		require.Contains(t, view.Text(card), "3 answers")
		require.Contains(t, view.Text(card), "29 November 2026")
		h.Send(card.On)
		require.Equal(t, "cloudflare", h.Stage().Session().Pack().Head().ID)
		require.Equal(t, 3, answers(h))
		require.Contains(t, said(h), "The game is back")
		require.Equal(t, 3, answers(r.open()))
		h.Send(play.Show{Screen: play.Aside})
		require.Contains(t, view.Text(view.Find(h.Tree(), "copy-1")), "1 answer", "they have changed places")
		require.Nil(t, view.Find(h.Tree(), "copy-2"))

		require.NoError(t, r.place.Write("cloudflare.damaged-1", []byte("junk")))
		h.Send(play.Show{Screen: play.Settings})
		h.Send(play.Show{Screen: play.Aside})
		bad := view.Find(h.Tree(), "copy-2")
		require.True(t, bad.Disabled)
		require.Contains(t, view.Text(bad), "Damaged")
		h.Send(play.Ask{What: play.BringBack, Of: "cloudflare.damaged-1"})
		require.Contains(t, said(h), "could not be opened")
		h.Send(play.Ask{What: play.BringBack, Of: "../../etc/passwd"})
		require.Equal(t, 3, answers(h))
	})
}

// TestSwitchOfPack changes packs and back: each goes on where it was. Strangers'
// packs with the id of the shipped one, and two of one id, have games of their
// own; a pack that was changed in its place goes on with its own.
func TestSwitchOfPack(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		decide(h, 2)
		h.Send(play.SetTextSize{Percent: 150})
		h.Send(play.Ask{What: play.OpenPack, Of: elsewhere(t).Hash()})
		require.Zero(t, answers(h))
		require.Equal(t, 150, h.Prefs().TextSize, "comfort stays")

		one := variant(t, func(c *pack.Content) { c.Version = "of a stranger" })
		two := variant(t, func(c *pack.Content) { c.Version = "of another stranger" })
		for i, p := range []*pack.Pack{one, two} {
			b, err := pack.Build(unpack(t, p))
			require.NoError(t, err)
			h.Take(b)
			require.Equal(t, p.Hash(), h.Stage().Session().Pack().Hash())
			require.Zero(t, answers(h))
			decide(h, i+3)
		}
		for hash, n := range map[string]int{shipped(t).Hash(): 2, two.Hash(): 4} {
			h.Send(play.Ask{What: play.OpenPack, Of: hash})
			require.Equal(t, n, answers(h))
			require.Empty(t, said(h))
		}
		require.Len(t, r.copies(), 1, "that of the one, which calls itself a version of the other, is offered")

		file := view.Book{Pack: one, Place: "/home/a/pack.msgp"}
		h = r.openPack(file)
		require.Equal(t, 3, answers(h), "the very same pack, wherever it lies")
		decide(h, 1)
		file.Pack = variant(t, func(c *pack.Content) { c.Version = "written anew" })
		require.Equal(t, 4, answers(r.openPack(file)), "the place is kept")
		file.Place = "/home/b/pack.msgp"
		require.Zero(t, answers(r.openPack(file)))
		require.Equal(t, 2, answers(r.open()), "and the shipped pack's game was touched by nobody")
	})
}

func unpack(t *testing.T, p *pack.Pack) *pack.Content {
	t.Helper()
	c, err := p.Unpack()
	require.NoError(t, err)
	return c
}

// TestGamesOfOlderPrograms opens what older programs left under a pack's id.
func TestGamesOfOlderPrograms(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		mine := variant(t, func(c *pack.Content) { c.ID = "mine" })
		s := play.NewSession(mine, 1, "en")
		for _, m := range []play.Msg{play.OpenCase{Case: "y2017"}, play.Begin{}, play.Choose{Option: "b"}, play.Commit{}} {
			s.Send(m)
		}
		old := s.Journal()
		old.Format = 1
		b, err := old.MarshalMsg(nil)
		require.NoError(t, err)
		require.NoError(t, r.place.Write("mine", b))
		changed := variant(t, func(c *pack.Content) { c.ID, c.Version = "mine", "2.0" })
		h := r.openPack(view.Book{Pack: changed, Place: "/a"})
		require.Equal(t, 1, answers(h))
		h.Send(play.Show{Screen: play.Help})
		require.Zero(t, answers(r.openPack(view.Book{Pack: mine, Place: "/b"})), "it is taken once")
		require.Equal(t, 1, answers(r.openPack(view.Book{Pack: changed, Place: "/a"})))
	})
}

// TestLessonClock lets time pass in a lesson on every screen, and wakes nobody
// when no timer runs and the class is at no step.
func TestLessonClock(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		h.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
		require.False(t, r.watch.wake)
		lesson(h)
		require.True(t, r.watch.wake, "its minutes pass")
		h.Send(play.Class{Act: class.SetTime, N: 120})
		require.True(t, r.watch.wake)
		left := 120
		for _, m := range []play.Msg{
			play.Show{Screen: play.Settings}, play.Show{Screen: play.Help}, play.Show{Screen: play.Log}, play.Back{}, play.Show{Screen: play.Home}, play.OpenCase{Case: "y2019"},
		} {
			h.Send(m)
			r.watch.now += 5500 * time.Millisecond
			h.Tick()
			r.watch.now += 500 * time.Millisecond
			h.Tick()
			left -= 6
			require.Equal(t, left, h.Stage().State().Class.Timer.Left, "%T%v", m, m)
			tree := h.Tree()
			require.False(t, h.Tick(), "no whole second")
			require.Same(t, tree, h.Tree())
		}
		h.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
		require.False(t, r.watch.wake, "the plan has no timer")

		h.Send(play.Class{Act: class.Start, N: class.NewestCourse})
		h.Send(play.Class{Act: class.SetTime, N: 120})
		h.Send(play.Ask{What: play.OpenPack, Of: elsewhere(t).Hash()})
		require.False(t, r.watch.wake, "nobody is woken for a lesson that is gone")
		r.watch.now += time.Hour
		require.False(t, h.Tick())
	})
}

// lesson starts a lesson of 30 minutes.
func lesson(h *host.Host) {
	for _, m := range []play.Class{{Act: class.Visit, Text: string(class.SetUp)}, {Act: class.Choose, Text: "m30"}, {Act: class.Start, N: class.NewestCourse}} {
		h.Send(m)
	}
}

// TestTimeUsed lets a class be at the parts of a step for some minutes: what runs is on
// the screen from minute to minute and is written nowhere; what has been left is in the
// turn that left it, also after the game was opened again.
func TestTimeUsed(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		lesson(h)
		where := func() string {
			n := view.Find(h.Tree(), "progress")
			return n.Text
		}
		require.Contains(t, where(), " 0 of ")
		before, tree := r.place.writes, h.Tree()
		for range 59 {
			r.watch.now += time.Second
			require.False(t, h.Tick())
		}
		require.Same(t, tree, h.Tree(), "nothing is drawn within a minute")
		r.watch.now += 90 * time.Second
		require.True(t, h.Tick())
		require.Contains(t, where(), " 2 of ")
		require.Equal(t, before, r.place.writes)
		h.Send(play.Class{Act: class.Forward})
		require.Contains(t, where(), " 0 of ", "another part")
		h.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
		at, _, _ := lessonState(h).Step(h.Stage().Session().Pack())
		require.Equal(t, 149, func() int { s := lessonState(h); return s.UsedAt(at, class.Opens) }())
		require.NotNil(t, view.Find(h.Tree(), "class-time"))

		again := r.open()
		again.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
		s := lessonState(again)
		require.Equal(t, 149, s.UsedAt(at, ""))
		r.watch.now += 3 * time.Hour
		again.Send(play.Class{Act: class.Start, N: class.NewestCourse})
		r.watch.now += 3 * time.Hour
		again.Send(play.Class{Act: class.Forward})
		s = lessonState(again)
		require.Equal(t, 149, s.UsedAt(at, ""), "what was left standing does not count")
	})
}

func lessonState(h *host.Host) *class.State {
	s := h.Stage().State().Class
	return &s
}

// TestTicksAreSavedSeldom holds that a timer that runs for a minute is no minute
// of writing.
func TestTicksAreSavedSeldom(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		lesson(h)
		h.Send(play.Class{Act: class.SetTime, N: 120})
		before := r.place.writes
		for range 60 {
			r.watch.now += time.Second
			require.True(t, h.Tick())
		}
		require.InDelta(t, 6, r.place.writes-before, 1)
		again := r.open()
		require.InDelta(t, 60, again.Stage().State().Class.Timer.Left, 10)
		require.False(t, again.Stage().State().Class.Timer.Running)
	})
}

// TestLessonHasASaveOfItsOwn opens the game in a second window while a lesson is
// on the projector: neither drives the other.
func TestLessonHasASaveOfItsOwn(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		decide(h, 2)
		lesson(h)
		projected := h.Stage().State()
		require.True(t, projected.InLesson())

		laptop := r.open()
		laptop.Send(play.Show{Screen: play.Home})
		decide(laptop, 3)
		require.False(t, h.Follow())
		require.Equal(t, projected.Class, h.Stage().State().Class)
		require.True(t, h.Stage().State().InLesson())

		alone := laptop.Stage().State()
		h.Send(play.Class{Act: class.Forward})
		require.False(t, laptop.Follow())
		require.Equal(t, alone, laptop.Stage().State())
		require.Empty(t, said(laptop))

		h.Send(play.Show{Screen: play.Log})
		h.Send(play.Back{})
		h.Send(play.Show{Screen: play.Home})
		require.Equal(t, 5, answers(h), "the player's game has gone on in the second window")
		require.Empty(t, r.copies())
		again := r.open()
		require.Equal(t, 5, answers(again))
		again.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
		require.Equal(t, "m30", again.Stage().State().Class.Plan)
	})
}

// TestOlderLessonIsTakenOut opens a save in which an older program kept a lesson
// and the player's own game as one.
func TestOlderLessonIsTakenOut(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		s := play.NewSession(shipped(t), 1, "en")
		for _, m := range []play.Msg{
			play.OpenCase{Case: "y2017"}, play.Begin{}, play.Choose{Option: "b"}, play.Commit{},
			play.Class{Act: class.Visit, Text: string(class.SetUp)}, play.Class{Act: class.Choose, Text: "m30"}, play.Class{Act: class.Start},
		} {
			s.Send(m)
		}
		old := s.Journal()
		old.Format = 1
		b, err := old.MarshalMsg(nil)
		require.NoError(t, err)
		require.NoError(t, r.place.Write("cloudflare", b))
		for range 2 {
			h := r.open()
			require.True(t, h.Stage().State().InLesson())
			require.Equal(t, class.Facts, h.Stage().State().Class.Stage)
			require.Equal(t, 1, answers(h))
			h.Send(play.Class{Act: class.Forward})
		}
	})
}

// TestNoticesLeaveTheProjector has the papers of a lesson made: what is said of
// them names no home, and is gone at the next act.
func TestNoticesLeaveTheProjector(t *testing.T) {
	home, err := os.UserHomeDir()
	require.NoError(t, err)
	everywhere(t, func(t *testing.T, r *rig) {
		h := r.open()
		h.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
		h.Send(play.Class{Act: class.Choose, Text: "m30"})
		h.Send(play.Ask{What: play.TakeKit})
		require.NotEmpty(t, said(h))
		require.NotContains(t, said(h), home)
		h.Send(play.Class{Act: class.Start, N: class.NewestCourse})
		require.Empty(t, said(h))
	})
}

// TestMessagesPassBeforeAClass has a lesson's table saved: what is said of it goes
// away by itself after six seconds, anew from each that is made. Before the player
// alone, and of what went wrong, it stays until the next act.
func TestMessagesPassBeforeAClass(t *testing.T) {
	everywhere(t, func(t *testing.T, r *rig) {
		r.given = nil // a browser says where to look, which stays
		h := r.open()
		lesson(h)
		wait := func(d time.Duration) bool {
			r.watch.now += d
			return h.Tick()
		}
		h.Send(play.Ask{What: play.TakeTable})
		require.NotEmpty(t, said(h))
		require.True(t, r.watch.wake)
		require.False(t, wait(5*time.Second))
		h.Send(play.Ask{What: play.TakeTable})
		require.False(t, wait(5*time.Second))
		require.NotEmpty(t, said(h))
		require.True(t, wait(time.Second))
		require.Empty(t, said(h))

		h.Refuse(fs.ErrPermission)
		require.NotEmpty(t, said(h))
		wait(time.Minute)
		require.NotEmpty(t, said(h), "what is to be done stays")

		h.Send(play.Class{Act: class.SetTime, N: 120})
		h.Send(play.Ask{What: play.TakeTable})
		require.True(t, wait(2500*time.Millisecond))
		require.Equal(t, 118, h.Stage().State().Class.Timer.Left, "the timer runs on beside it")
		require.NotEmpty(t, said(h))
		require.True(t, wait(3500*time.Millisecond))
		require.Empty(t, said(h))
		require.True(t, r.watch.wake)

		h.Send(play.Show{Screen: play.Home})
		h.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
		h.Send(play.Show{Screen: play.Home})
		h.Send(play.Ask{What: play.ExportSave})
		wait(time.Minute)
		require.NotEmpty(t, said(h), "a player alone has all the time")
	})
}

// TestFailuresAreToldInThePlayersLanguage has files fail to be made and opened:
// what the system says of it, in English, is not for the player.
func TestFailuresAreToldInThePlayersLanguage(t *testing.T) {
	r := hosts["desktop"](t)
	ports := r.ports()
	ports.Give = desk.Files{Dir: "/nowhere/at/all", Paint: func(*view.Node) ([]byte, error) { return nil, errors.New("on fire") }}
	catalog, err := locale.Read(assets.Languages(), assets.Strings()...)
	require.NoError(t, err)
	h := host.Start(ports, catalog, view.Book{Pack: shipped(t), Shipped: true}, nil, "fr")
	for _, fail := range []func(){
		func() { h.Send(play.Ask{What: play.ExportSave}) },
		func() { h.Send(play.Ask{What: play.TakeText}) },
		func() { h.Send(play.Ask{What: play.TakeCard}) },
		func() { h.Send(play.Ask{What: play.TakePage}) },
		func() { h.Take(built(t)[:5000]) },
		func() { h.Take([]byte("junk")) },
		func() { h.Refuse(errors.New("on fire")) },
	} {
		h.Notify("", "")
		fail()
		require.Contains(t, said(h), "pas pu")
		require.NotContains(t, said(h), "{")
		require.Empty(t, h.Stage().State().Detail)
	}
}
