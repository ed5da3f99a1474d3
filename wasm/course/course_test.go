package course

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"hardcases/game/keep"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/tour"
	"hardcases/game/view"
	"hardcases/proving/packs"
	"hardcases/proving/scorm"

	"github.com/stretchr/testify/require"
)

// desk is a platform that holds the course to SCORM 1.2, and tells the test what it
// was told.
type desk struct {
	t         *testing.T
	sitting   scorm.Sitting
	values    map[string]string // what can be read
	set       map[string]string // all that was set
	commits   int
	refusing  bool
	committed string // suspend_data at the last commit
}

func newDesk(t *testing.T, values map[string]string) *desk {
	t.Helper()
	if values == nil {
		values = map[string]string{"cmi.core.lesson_mode": "normal", "cmi.core.lesson_status": "not attempted"}
	}
	d := &desk{t: t, values: values, set: map[string]string{}}
	d.sitting.Status = values["cmi.core.lesson_status"]
	d.sitting.Interactions, _ = strconv.Atoi(values["cmi.interactions._count"])
	d.call("LMSInitialize", "")
	return d
}

func (d *desk) call(name string, args ...string) {
	d.t.Helper()
	require.NoError(d.t, d.sitting.Call(name, args...))
}

func (d *desk) Get(element string) string {
	require.NotContains(d.t, element, "student", "nobody's name is asked")
	d.call("LMSGetValue", element)
	return d.values[element]
}

func (d *desk) Set(element, value string) bool {
	d.call("LMSSetValue", element, value)
	if strings.HasSuffix(element, ".result") {
		require.Equal(d.t, "neutral", value, "nothing is right or wrong")
	}
	if d.refusing {
		return false
	}
	d.set[element] = value
	return true
}

func (d *desk) Commit() bool {
	d.call("LMSCommit", "")
	d.commits++
	if !d.refusing {
		d.committed = d.set["cmi.suspend_data"]
	}
	return !d.refusing
}

func (d *desk) Finish() bool {
	d.call("LMSFinish", "")
	return true
}

type watch struct{ now time.Duration }

func (w *watch) Now() time.Duration  { return w.now }
func (w *watch) Wall() (h, m, s int) { return 9, 5, 7 }

// games plays a pack whole, and gives what it is after each decision.
func games(t *testing.T) (*pack.Pack, []tour.Stop) {
	t.Helper()
	p := packs.First(t)
	stops, err := tour.All(p, "en")
	require.NoError(t, err)
	var after []tour.Stop
	for _, s := range stops {
		if s.State.InLesson() {
			break
		}
		after = append(after, s)
	}
	return p, after
}

func save(t *testing.T, c *Course, j play.Journal) error {
	t.Helper()
	b, err := j.Bytes()
	require.NoError(t, err)
	return c.Write("cloudflare", b)
}

// TestWholeCourse plays everything in two sittings on two devices: each decision is
// told once, the end once, and what is kept brings the game back.
func TestWholeCourse(t *testing.T) {
	p, stops := games(t)
	half := len(stops) / 2
	first, clock := newDesk(t, nil), &watch{}
	c := Begin(first, clock, Played)
	require.False(t, c.Resumed())
	require.Equal(t, "incomplete", first.set["cmi.core.lesson_status"])
	require.Equal(t, 1, first.commits)
	c.Report(p, play.NewState(1, "en"), "home")
	for _, s := range stops[:half] {
		clock.now += 1500 * time.Millisecond
		require.NoError(t, save(t, c, s.Journal))
		c.Report(p, s.State, s.Name)
	}
	clock.now = 2*time.Hour + 3*time.Minute
	told := len(stops[half-1].State.Answers)
	require.Equal(t, told, first.sitting.Interactions)
	require.Equal(t, 1+told, first.commits, "one for each decision")
	c.Pause()
	c.Leave()
	c.Leave()
	require.Equal(t, "02:03:00.00", first.set["cmi.core.session_time"])
	require.Equal(t, "suspend", first.set["cmi.core.exit"])
	require.Equal(t, "incomplete", first.set["cmi.core.lesson_status"])
	require.NotContains(t, first.set, "cmi.core.score.raw")

	second := newDesk(t, map[string]string{
		"cmi.core.lesson_mode": "normal", "cmi.core.lesson_status": "incomplete", "cmi.suspend_data": first.committed, "cmi.interactions._count": strconv.Itoa(told),
	})
	c = Begin(second, clock, Played)
	require.True(t, c.Resumed())
	b, err := c.Read("cloudflare")
	require.NoError(t, err)
	j, err := play.ReadJournal(b)
	require.NoError(t, err)
	require.Equal(t, stops[half-1].Journal, j)
	for _, s := range stops[half-1:] {
		require.NoError(t, save(t, c, s.Journal))
		c.Report(p, s.State, s.Name)
	}
	last := stops[len(stops)-1].State
	require.Equal(t, len(last.Answers), second.sitting.Interactions)
	require.Equal(t, "completed", second.set["cmi.core.lesson_status"])
	_, share := Done(p, last)
	raw, err := strconv.ParseFloat(second.set["cmi.core.score.raw"], 64)
	require.NoError(t, err)
	require.InDelta(t, 100*share, raw, 0.01)
}

// TestShare: what is skipped is past, and not played; optional cases do not count.
func TestShare(t *testing.T) {
	p := packs.First(t)
	var s play.State
	all := 0
	for _, h := range p.Head().Cases {
		c, err := p.Case(h.ID)
		require.NoError(t, err)
		for _, st := range c.Steps {
			done, _ := Done(p, s)
			require.Equal(t, all > 0 && h.Optional, done)
			s.Answers = append(s.Answers, play.Answer{Case: h.ID, Step: st.ID, Skipped: all == 0})
			if !h.Optional {
				all++
			}
		}
	}
	done, share := Done(p, s)
	require.True(t, done)
	require.InDelta(t, float64(all-1)/float64(all), share, 1e-9)
	done, share = Done(p, play.State{})
	require.False(t, done)
	require.Zero(t, share)
}

// TestShortWay: who takes the short way through every case is done at its end.
func TestShortWay(t *testing.T) {
	p := packs.First(t)
	session := play.NewSession(p, 1, "en")
	for _, h := range p.Head().Cases {
		if h.Optional {
			continue
		}
		done, _ := Done(p, session.State())
		require.False(t, done)
		session.Send(play.OpenCase{Case: h.ID})
		session.Send(play.Begin{Short: true})
		for range cmp.Or(h.Short, h.Steps) {
			session.Send(play.Skip{})
			session.Send(play.Next{})
		}
	}
	done, share := Done(p, session.State())
	require.True(t, done)
	require.Zero(t, share)
}

// TestLookingOnWritesNothing: who reviews or browses a course changes nothing.
func TestLookingOnWritesNothing(t *testing.T) {
	p, stops := games(t)
	for _, mode := range []string{"browse", "review"} {
		d := newDesk(t, map[string]string{"cmi.core.lesson_mode": mode, "cmi.core.lesson_status": "completed"})
		c := Begin(d, &watch{}, Played)
		for _, s := range stops[:60] {
			require.NoError(t, save(t, c, s.Journal))
			c.Report(p, s.State, s.Name)
		}
		c.Pause()
		c.Leave()
		require.Empty(t, d.set)
		require.Zero(t, d.commits)
		require.Error(t, d.sitting.Call("LMSCommit", ""), "the sitting has ended")
	}
}

// TestDoneStaysDone: who goes on after the end loses no mark.
func TestDoneStaysDone(t *testing.T) {
	p, stops := games(t)
	for _, status := range []string{"completed", "passed", "failed"} {
		d := newDesk(t, map[string]string{"cmi.core.lesson_mode": "normal", "cmi.core.lesson_status": status})
		c := Begin(d, &watch{}, Forecast)
		for _, s := range stops {
			c.Report(p, s.State, s.Name)
		}
		require.NotContains(t, d.set, "cmi.core.lesson_status")
		require.NotContains(t, d.set, "cmi.core.score.raw")
	}
}

// TestForecastIsTold: a teacher may ask for the forecasts instead.
func TestForecastIsTold(t *testing.T) {
	p, stops := games(t)
	d := newDesk(t, nil)
	c := Begin(d, &watch{}, Forecast)
	for _, s := range stops {
		c.Report(p, s.State, s.Name)
	}
	require.Equal(t, "completed", d.set["cmi.core.lesson_status"])
	require.NotEmpty(t, d.set["cmi.core.score.raw"])
}

// TestRoom: what does not fit loses its detours, and with them the presses that closed
// what they opened: the game goes on where it was, with the same answers. What does not
// fit then either is left out: the game kept before stays, and the host is told.
func TestRoom(t *testing.T) {
	p := packs.First(t)
	long, s := strayed(t, p)
	whole, err := long.Bytes()
	require.NoError(t, err)
	require.Greater(t, len(write(map[string][]byte{"cloudflare": whole})), room)
	d := newDesk(t, nil)
	c := Begin(d, &watch{}, Played)
	require.NoError(t, save(t, c, long))
	kept := d.set["cmi.suspend_data"]
	require.LessOrEqual(t, len(kept), room)
	back, err := play.ReadJournal(open(kept).kept["cloudflare"])
	require.NoError(t, err)
	require.Less(t, len(back.Msgs), len(long.Msgs))
	again, report := play.Restore(p, back)
	require.Zero(t, report)
	require.Equal(t, sober(s.State()), sober(again.State()))
	for i := range 3000 { // what cannot be left out, in an order that packs badly
		long.Msgs = append(long.Msgs[:len(long.Msgs):len(long.Msgs)], play.RecordOf(play.OpenCase{Case: strconv.Itoa(i * 7919 % 10007)}))
	}
	require.ErrorIs(t, save(t, c, long), keep.ErrFull)
	require.Equal(t, kept, d.set["cmi.suspend_data"])
	c.Pause()
	require.Equal(t, kept, d.committed)
}

// TestStraight compares a game with its detours and without them all along, in sheets, too.
func TestStraight(t *testing.T) {
	p := packs.First(t)
	long, _ := strayed(t, p)
	s := play.NewSession(p, long.Seed, long.Locale)
	for i, r := range long.Msgs {
		m, err := r.Msg()
		require.NoError(t, err)
		s.Send(m)
		if i%37 != 0 {
			continue
		}
		b, err := s.Journal().Bytes()
		require.NoError(t, err)
		short, err := play.ReadJournal(straight(b))
		require.NoError(t, err)
		again, _ := play.Restore(p, short)
		require.Equal(t, sober(s.State()), sober(again.State()), "after %d presses, the last %v", i+1, r)
	}
}

// strayed is the whole of a game, with the decisions made in their order, whose player
// looks things up at random wherever that is offered, goes from one to the next, and
// closes them.
func strayed(t *testing.T, p *pack.Pack) (play.Journal, *play.Session) {
	t.Helper()
	_, stops := games(t)
	words := packs.Words(t)
	lots := rand.New(rand.NewPCG(1, 2))
	s := play.NewSession(p, 1, "en")
	for _, r := range stops[len(stops)-1].Journal.Msgs {
		m, err := r.Msg()
		require.NoError(t, err)
		s.Send(m)
		if s.State().Sheet.Kind != play.NoSheet {
			continue // it is one of the tour's own, which closes it
		}
		for lots.IntN(2) == 0 && look(s, words, lots) {
			for lots.IntN(3) == 0 && look(s, words, lots) {
			}
			s.Send(play.Back{})
		}
	}
	return s.Journal(), s
}

// look presses one of what the screen, or what lies over it, offers to look up.
func look(s *play.Session, words *locale.Catalog, lots *rand.Rand) bool {
	root := view.Screen(view.NewContext(s.Pack(), words, "en"), s.State())
	from := &root
	if last := len(root.Children) - 1; s.State().Sheet.Kind != play.NoSheet {
		from = &root.Children[last]
	}
	var offers []play.Msg
	view.Walk(from, func(n *view.Node, _ int) bool {
		switch n.On.(type) {
		case play.OpenSource, play.OpenClaim, play.OpenTerm, play.Discuss, play.OpenRules:
			offers = append(offers, n.On)
		}
		return true
	})
	if len(offers) == 0 {
		return false
	}
	s.Send(offers[lots.IntN(len(offers))])
	return true
}

// sober is a state but for what was opened, which is all that is lost with detours.
func sober(s play.State) play.State {
	s.Opened, s.Notice = nil, ""
	s.Answers = slices.Clone(s.Answers)
	for i := range s.Answers {
		s.Answers[i].Opened = nil
	}
	return s
}

// TestRefused: a platform that takes nothing is noticed, and asked again.
func TestRefused(t *testing.T) {
	_, stops := games(t)
	d := newDesk(t, nil)
	c := Begin(d, &watch{}, Played)
	d.refusing = true
	require.ErrorIs(t, save(t, c, stops[5].Journal), errUntaken)
	b, err := c.Read("cloudflare")
	require.NoError(t, err)
	require.Nil(t, b, "all of it, or what was there before")
	c.Pause()
	d.refusing = false
	require.NoError(t, save(t, c, stops[6].Journal))
	require.Equal(t, d.set["cmi.suspend_data"], d.committed)
}

// TestForeignData: what another course left is nothing.
func TestForeignData(t *testing.T) {
	good := write(map[string][]byte{"a": {1, 2, 3}})
	require.Equal(t, map[string][]byte{"a": {1, 2, 3}}, open(good).kept)
	for _, text := range []string{"", "page=3", "2" + good[1:], "1!!", "17", "1gA"} {
		a := open(text)
		require.Empty(t, a.kept, text)
		require.False(t, a.resumed)
		require.Nil(t, a.torn)
	}
}

// TestATornGameIsPutAside: a platform gives back half of a game. It is not lost to the
// first thing that is written, whoever plays is told, and a copy of it stays.
func TestATornGameIsPutAside(t *testing.T) {
	_, stops := games(t)
	at := 0
	var whole string
	for ; len(whole) < 1500; at++ {
		d := newDesk(t, nil)
		c := Begin(d, &watch{}, Played)
		keep.SetFront(c, "cloudflare")
		require.NoError(t, save(t, c, stops[at].Journal))
		whole = d.set["cmi.suspend_data"]
	}
	today := func() string { return "2026-12-01" }
	resume := func(text string) (*desk, *Course) {
		d := newDesk(t, map[string]string{"cmi.core.lesson_mode": "normal", "cmi.core.lesson_status": "incomplete", "cmi.suspend_data": text})
		c := Begin(d, &watch{}, Played)
		require.True(t, c.Resumed())
		return d, c
	}
	for _, left := range []int{least + 1, 60, len(whole) / 2, len(whole) - 10} {
		torn := whole[:left]
		d, c := resume(torn)
		keep.SetFront(c, "cloudflare")
		require.NotContains(t, d.set, "cmi.suspend_data", "nothing takes its place before there is a copy")
		slot := keep.Open(c, "cloudflare", today)
		_, ok, err := slot.Load()
		require.False(t, ok)
		require.ErrorIs(t, err, play.ErrDamaged, "so that it is told")
		require.NoError(t, slot.Save(stops[3].Journal))
		require.Empty(t, c.PutAside(today), "it was told")
		d, c = resume(d.set["cmi.suspend_data"])
		b, err := c.Read("cloudflare.damaged-2026-12-01-1")
		require.NoError(t, err)
		require.Equal(t, torn, string(b))
		j, ok, err := keep.Open(c, "cloudflare", today).Load()
		require.NoError(t, err)
		require.True(t, ok)
		require.Equal(t, stops[3].Journal, j)
		require.NoError(t, c.Erase())
		require.NotContains(t, open(d.set["cmi.suspend_data"]).kept, "cloudflare.damaged-2026-12-01-1")
	}

	// There is room for it alone: nothing else is kept, until all is forgotten.
	noise := uint32(1)
	full := strings.Map(func(rune) rune {
		noise = noise*1664525 + 1013904223
		return rune("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[noise>>26])
	}, strings.Repeat("x", room-1))
	d, c := resume(form + full)
	slot := keep.Open(c, "cloudflare", today)
	_, _, err := slot.Load()
	require.ErrorIs(t, err, play.ErrDamaged)
	require.ErrorIs(t, slot.Save(stops[3].Journal), keep.ErrFull)
	require.ErrorIs(t, c.Remove("cloudflare"), keep.ErrFull)
	require.NotContains(t, d.set, "cmi.suspend_data")
	require.NoError(t, c.Erase())
	require.NoError(t, save(t, c, stops[3].Journal))

	// The game is whole, and not what was put aside before.
	d = newDesk(t, nil)
	c = Begin(d, &watch{}, Played)
	require.NoError(t, save(t, c, stops[3].Journal))
	before, err := stops[at].Journal.Bytes()
	require.NoError(t, err)
	require.NoError(t, c.Write("cloudflare.before-2026-11-30-1", before))
	torn := d.set["cmi.suspend_data"]
	torn = torn[:len(torn)*3/4]
	_, c = resume(torn)
	j, ok, err := keep.Open(c, "cloudflare", today).Load()
	require.NoError(t, err)
	require.True(t, ok)
	require.Equal(t, stops[3].Journal, j)
	require.Equal(t, "notice.owed-aside", c.PutAside(today))
	require.Empty(t, c.PutAside(today), "once")
	b, err := c.Read("cloudflare.damaged-2026-12-01-1")
	require.NoError(t, err)
	require.Equal(t, torn, string(b))
	require.NoError(t, save(t, c, stops[4].Journal))

	// What was put aside on that day stays; where there is no room for a copy, the game goes
	// on without, and can be kept.
	for size, want := range map[int]string{200: "notice.owed-aside", 2_700: "notice.owed-lost"} {
		d = newDesk(t, nil)
		c = Begin(d, &watch{}, Played)
		require.NoError(t, save(t, c, stops[3].Journal))
		random := make([]byte, size)
		rand.NewChaCha8([32]byte{}).Read(random)
		require.NoError(t, c.Write("cloudflare.damaged-2026-12-01-1", []byte("of this day")))
		require.NoError(t, c.Write("elsewhere.before-2026-11-30-1", random))
		all := d.set["cmi.suspend_data"]
		_, c = resume(all[:len(all)-8])
		require.Equal(t, want, c.PutAside(today))
		b, err = c.Read("cloudflare.damaged-2026-12-01-1")
		require.NoError(t, err)
		require.Equal(t, "of this day", string(b))
		require.NoError(t, save(t, c, stops[4].Journal))
		require.NoError(t, c.Remove("cloudflare"))
	}
}

// TestKeeps holds the area to what every host's is held to.
func TestKeeps(t *testing.T) {
	c := Begin(newDesk(t, nil), &watch{}, Played)
	require.NoError(t, c.Write("one", []byte{1}))
	require.NoError(t, c.Write("two", []byte{2}))
	names, err := c.List()
	require.NoError(t, err)
	require.Equal(t, []string{"one", "two"}, names)
	require.NoError(t, c.Remove("one"))
	b, err := c.Read("one")
	require.NoError(t, err)
	require.Nil(t, b)
	require.NoError(t, c.Erase())
	names, err = c.List()
	require.NoError(t, err)
	require.Empty(t, names)
}

func FuzzOpen(f *testing.F) {
	f.Add(write(map[string][]byte{"a": {1, 2, 3}, "b": nil}))
	f.Fuzz(func(t *testing.T, text string) {
		a := open(text)
		if again := write(a.kept); a.resumed {
			require.Equal(t, len(a.kept), len(open(again).kept))
			require.NoError(t, scorm.Value("cmi.suspend_data", again[:min(len(again), room)]))
		}
	})
}
