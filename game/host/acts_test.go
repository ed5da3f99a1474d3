package host_test

import (
	"time"

	"hardcases/game/class"
	"hardcases/game/host"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/proving/ledger"

	"github.com/stretchr/testify/require"
)

// act is something that may happen.
type act struct {
	name string
	do   func(i int)
}

// acts are what may happen next with a window.
func (w *world) acts(h *host.Host) []act {
	screens := []play.Screen{play.Home, play.Help, play.Settings, play.Log, play.Results, play.Aside}
	acts := []act{
		w.decide(h), w.decide(h), w.decide(h), w.decide(h),
		w.press(h, "show", play.Show{Screen: screens[w.random.IntN(len(screens))]}),
		w.press(h, "back", play.Back{}),
		w.press(h, "comfort", play.SetTextSize{Percent: 100 + 25*w.random.IntN(4)}),
		w.press(h, "lesson", play.Class{Act: class.Visit, Text: string(class.SetUp)}, play.Class{Act: class.Choose, Text: "m30"}, play.Class{Act: class.Start, N: class.NewestCourse}),
		w.press(h, "hands", play.Class{Act: class.Forward}, play.Class{Act: class.Add, N: 3}),
		w.press(h, "another class", play.Class{Act: class.Visit, Text: string(class.SetUp)}, play.Class{Act: class.Visit, Text: string(class.Renew)}, play.Class{Act: class.Anew, N: class.NewestCourse}),
		w.press(h, "export", play.Ask{What: play.ExportSave}),
		{"follow", func(int) { w.do(h, true, func() { h.Follow() }) }},
		{"tick", func(int) {
			w.now += time.Duration(w.random.IntN(15)) * time.Second
			h.Tick()
			w.told(h)
		}},
		{"close", func(i int) { w.windows[i] = nil }},
		{"pack", func(int) {
			shelf := h.Stage().Shelf()
			w.ask(h, play.Ask{What: play.OpenPack, Of: shelf[w.random.IntN(len(shelf))].Pack.Hash()})
		}},
		{"trouble", func(int) {
			w.disk.forbidden, w.disk.room = w.random.IntN(3) == 0, -1
			if w.random.IntN(2) == 0 {
				w.disk.room = w.random.IntN(500)
			}
		}},
		{"room", func(int) { w.disk.forbidden, w.disk.room = false, -1 }},
	}
	if len(w.files) > 0 {
		acts = append(acts, act{"import", func(int) { w.do(h, false, func() { h.Take(w.files[w.random.IntN(len(w.files))]) }) }})
	}
	if copies := w.copies(); len(copies) > 0 {
		acts = append(acts, act{"bring back", func(int) { w.ask(h, play.Ask{What: play.BringBack, Of: copies[w.random.IntN(len(copies))]}) }})
	}
	if h.Stage().Session().Pack().Head().Version != w.shelf[0].Pack.Head().Version { // an author's
		acts = append(acts, act{"author", func(int) { w.do(h, false, func() { h.Renew(w.built[w.random.IntN(len(w.built))]) }) }})
	}
	if !w.beside && w.disk.files["cloudflare"] == nil {
		acts = append(acts, act{"older program", func(int) {
			w.windows = [2]*host.Host{}
			w.older()
		}})
	}
	return append(acts, w.seldom(h)...)
}

// seldom is what may happen now and then.
func (w *world) seldom(h *host.Host) []act {
	var acts []act
	if w.random.IntN(3) == 0 {
		acts = append(acts, act{"another player", func(int) { w.ask(h, play.Ask{What: play.BeginAnew}) }})
	}
	if w.random.IntN(6) == 0 {
		acts = append(acts, act{"forget", func(int) {
			h.Send(play.EraseAll{})
			if notice(h) == "notice.erased" {
				w.kept = nil
			}
		}})
	}
	if w.beside && w.random.IntN(8) == 0 {
		acts = append(acts, act{"older program", func(int) { w.older() }})
	}
	if w.beside && w.random.IntN(2) == 0 {
		acts = append(acts, act{"hand over", func(i int) { w.handOver(i) }})
	}
	if w.random.IntN(12) == 0 {
		acts = append(acts, act{"clean up", func(int) { clear(w.disk.files); w.kept = nil }})
	}
	return acts
}

// press sends messages that ask for no other game.
func (w *world) press(h *host.Host, name string, msgs ...play.Msg) act {
	return act{name, func(int) {
		for _, m := range msgs {
			w.do(h, true, func() { h.Send(m) })
		}
	}}
}

func (w *world) decide(h *host.Host) act {
	cases := h.Stage().Session().Pack().Head().Cases
	c := cases[w.random.IntN(min(2, len(cases)))].ID
	return w.press(h, "decide", play.OpenCase{Case: c}, play.Begin{}, play.Choose{Option: string(rune('a' + w.random.IntN(4)))}, play.Commit{}, play.Next{})
}

// ask sends a message that asks for another game.
func (w *world) ask(h *host.Host, m play.Msg) { w.do(h, false, func() { h.Send(m) }) }

// do does something in a window, and holds what must be so afterwards; quiet says
// that the player asked for no other game.
func (w *world) do(h *host.Host, quiet bool, do func()) {
	session, before, lesson := h.Stage().Session(), h.Stage().Session().Journal(), h.Stage().State().InLesson()
	do()
	now := h.Stage().Session().Journal()
	came := h.Stage().Session() != session && (notice(h) == "notice.imported" || notice(h) == "notice.brought-back") // else it stands there from before
	partly := notice(h) == "notice.save-partly"                                                                      // what a pack cannot use is still there as it was
	same := h.Stage().Session() == session                                                                           // another that nobody asked for was read, and is as it was where that lies
	if h.Kept() && !partly && (!quiet && came || quiet && same && len(now.Msgs) > len(before.Msgs) && now.Holds(before)) {
		w.kept.Note(now)
	}
	beside := lesson == h.Stage().State().InLesson() // the lesson and the player's game are two
	if quiet && beside && before.Played() && !now.Holds(before) && notice(h) == "" {
		require.True(w.t, ledger.Holds(w.found(), before), "%v: another game without a word", w)
	}
	w.told(h)
}

// older goes on with a game as a program before this one kept it: answers and a
// lesson in one. Windows of this program may be open.
func (w *world) older() {
	s := play.NewSession(w.shelf[0].Pack, w.random.Uint64(), "en")
	if j, err := play.ReadJournal(w.disk.files["cloudflare"]); err == nil {
		s, _ = play.Restore(w.shelf[0].Pack, j)
	}
	for _, m := range []play.Msg{
		play.OpenCase{Case: "y2017"}, play.Begin{}, play.Choose{Option: "b"}, play.Commit{},
		play.Class{Act: class.Visit, Text: string(class.SetUp)}, play.Class{Act: class.Choose, Text: "m30"}, play.Class{Act: class.Start, N: class.NewestCourse},
	} {
		s.Send(m)
	}
	b, err := s.Journal().Bytes()
	require.NoError(w.t, err)
	w.disk.files["cloudflare"] = b
	w.kept.Note(s.Journal())
}

// nobody can be asked.
type nobody struct{}

func (nobody) File() bool   { return false }
func (nobody) Codes() bool  { return false }
func (nobody) OwnTab() bool { return false }
func (nobody) Update() bool { return false }

// watch is the world's clock.
type watch struct{ w *world }

func (c *watch) Now() time.Duration { return c.w.now }
func (*watch) Wake(bool)            {}
func (*watch) Today() string        { return "2026-11-29" }

// exporter keeps the saves that were exported, to be imported again.
type exporter struct{ w *world }

func (e *exporter) Files(_ string, files []host.File, done host.Done) {
	e.w.files = append(e.w.files, files[0].Data)
	done(host.Given{Where: files[0].Name}, nil)
}
func (*exporter) Picture(_ *view.Node, _ string, done host.Done) {
	done(host.Given{}, host.ErrNoPicture)
}
func (*exporter) Page(_ *view.Node, _ string, done host.Done) { done(host.Given{}, nil) }
func (*exporter) Text(_, _ string, done host.Done)            { done(host.Given{Copied: true}, nil) }
