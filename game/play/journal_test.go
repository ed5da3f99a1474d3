package play_test

import (
	"bytes"
	"os"
	"slices"
	"testing"

	"hardcases/game/class"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"

	"github.com/stretchr/testify/require"
)

func played(t testing.TB, p *pack.Pack) *play.Session {
	s := play.NewSession(p, 7, "en")
	for _, m := range join(begin(), decide("b", "safety", 4), []play.Msg{play.Next{}}, decide("a", "process", 2), []play.Msg{play.SetLocale{Locale: "fr"}, play.SetTextSize{Percent: 150}}) {
		s.Send(m)
	}
	return s
}

func bytesOf(t testing.TB, j play.Journal) []byte {
	b, err := j.Bytes()
	require.NoError(t, err)
	return b
}

func TestRestoreGivesTheSameState(t *testing.T) {
	p := shipped(t)
	s := played(t, p)
	j, err := play.ReadJournal(bytesOf(t, s.Journal()))
	require.NoError(t, err)
	again, report := play.Restore(p, j)
	require.Equal(t, play.Report{}, report)
	require.Equal(t, s.State(), again.State())
	require.Equal(t, s.Journal(), again.Journal())
}

// TestRestoreOnAChangedPack takes options and a whole case away from the pack
// under a save: what still applies is kept, the rest is reported.
func TestRestoreOnAChangedPack(t *testing.T) {
	c, err := shipped(t).Unpack()
	require.NoError(t, err)
	s := played(t, shipped(t))

	without := *c
	without.Cases = append([]pack.Case{}, c.Cases...)
	steps := append([]pack.Step{}, c.Cases[0].Steps...)
	steps[1].Options = steps[1].Options[1:] // option a of the second step is gone
	without.Cases[0].Steps = steps
	again, report := play.Restore(reopen(t, &without), s.Journal())
	require.Equal(t, play.Report{Changed: true, Lost: 1}, report)
	require.Equal(t, "notice.save-partly", again.State().Notice)
	require.Len(t, again.State().Answers, 2)
	require.Equal(t, s.State().Answers[0], again.State().Answers[0])
	require.True(t, again.State().Answers[1].Skipped, "what no longer applies is passed over")
	require.Equal(t, 150, again.State().Prefs.TextSize, "what came later still applies")

	renamed := *c
	renamed.Version = "1.0.1"
	again, report = play.Restore(reopen(t, &renamed), s.Journal())
	require.Equal(t, play.Report{Changed: true}, report)
	require.Equal(t, s.State().Answers, again.State().Answers)

	// The desk and the checks are kept over a change as well.
	full := play.NewSession(shipped(t), 7, "en")
	for _, m := range join([]play.Msg{play.Show{Screen: play.CheckIntro}, play.Begin{}, play.Forecast{Level: 2}, play.Commit{}, play.Show{Screen: play.Desk}, play.Begin{}, play.Choose{Option: "a"}, play.Commit{}}) {
		full.Send(m)
	}
	again, report = play.Restore(reopen(t, &renamed), full.Journal())
	require.Equal(t, play.Report{Changed: true}, report)
	require.Equal(t, full.State().Rounds, again.State().Rounds)
	require.Equal(t, full.State().Checks, again.State().Checks)
	require.Len(t, again.State().Checks, 1)

	other := *c
	other.ID = "other"
	again, report = play.Restore(reopen(t, &other), s.Journal())
	require.True(t, report.OtherPack)
	require.Empty(t, again.State().Answers)
}

func reopen(t *testing.T, c *pack.Content) *pack.Pack {
	b, err := pack.Build(c)
	require.NoError(t, err)
	p, err := pack.Open(b)
	require.NoError(t, err)
	return p
}

func TestReadJournalRefuses(t *testing.T) {
	good := bytesOf(t, played(t, shipped(t)).Journal())
	unsealed := func(format uint16) []byte {
		j := played(t, shipped(t)).Journal()
		j.Format = format
		b, err := j.MarshalMsg(nil)
		require.NoError(t, err)
		return b
	}
	old := unsealed(1)
	_, err := play.ReadJournal(old)
	require.NoError(t, err)
	for _, tt := range []struct {
		name, says string
		is         error
		bytes      []byte
	}{
		{"nothing", "cut off", play.ErrDamaged, nil},
		{"half of it", "cut off", play.ErrDamaged, good[:len(good)/2]},
		{"more than it", "sum", play.ErrDamaged, append(append([]byte{}, good...), 0)},
		{"half of an old one", "cut off", play.ErrDamaged, old[:len(old)/2]},
		{"more than an old one", "stray", play.ErrDamaged, append(append([]byte{}, old...), 0)},
		{"another kind of file", "not a save", play.ErrDamaged, []byte("hello, this is a text")},
		{"a sealed one without its seal", "format 2", play.ErrDamaged, unsealed(2)},
		{"format 0", "format 0", play.ErrDamaged, unsealed(0)},
		{"a newer format", "format 6", play.ErrNewer, unsealed(play.JournalFormat + 1)},
		{"a newer format of another shape", "format 70", play.ErrNewer, []byte{0x82, 0xa1, 'x', 0x90, 0xa6, 'f', 'o', 'r', 'm', 'a', 't', 70}},
		{"a length no file can have", "", play.ErrDamaged, []byte{0x81, 0xa4, 'm', 's', 'g', 's', 0xdd, 0x40, 0, 0, 0}},
		{"more than is read", "bytes", play.ErrTooLong, make([]byte, play.MaxJournal+1)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := play.ReadJournal(tt.bytes)
			require.ErrorIs(t, err, tt.is)
			require.ErrorContains(t, err, tt.says)
		})
	}
}

// TestEveryFlippedBitIsNoticed flips each bit of a save.
func TestEveryFlippedBitIsNoticed(t *testing.T) {
	good := bytesOf(t, played(t, shipped(t)).Journal())
	for i := range len(good) * 8 {
		bad := bytes.Clone(good)
		bad[i/8] ^= 1 << (i % 8)
		_, err := play.ReadJournal(bad)
		require.Error(t, err, i)
	}
}

// TestLongestJournal holds that what is written can be read: at the limit, and
// not beyond it.
func TestLongestJournal(t *testing.T) {
	j := play.NewSession(shipped(t), 1, "en").Journal()
	j.Msgs = slices.Repeat(play.Records{play.RecordOf(play.Back{})}, play.MaxMessages)
	again, err := play.ReadJournal(bytesOf(t, j))
	require.NoError(t, err)
	require.Len(t, again.Msgs, play.MaxMessages)
	j.Msgs = append(j.Msgs, j.Msgs[0])
	_, err = j.Bytes()
	require.ErrorIs(t, err, play.ErrTooLong)
}

// TestOldJournals reads saves of every format. They are never written anew: when
// the format changes, a file of the new one joins them.
func TestOldJournals(t *testing.T) {
	for format, file := range []string{1: "testdata/journal-format-1.save", "testdata/journal-format-2.save", "testdata/journal-format-3.save", "testdata/journal-format-4.save", "testdata/journal-format-5.save"} {
		if file == "" {
			continue
		}
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		j, err := play.ReadJournal(b)
		require.NoError(t, err)
		s, report := play.Restore(shipped(t), j)
		require.False(t, report.OtherPack)
		require.Zero(t, report.Unknown)
		require.Zero(t, report.Lost)
		require.Len(t, s.State().Answers, 2)
		require.Equal(t, "fr", s.State().Prefs.Locale)
		require.Equal(t, format < 3, report.Forecasts)
		require.EqualValues(t, play.JournalFormat, s.Journal().Format, "it is written anew in the newest")
	}
}

// TestForecastsKeepTheirScore opens a game of format 2 with forecasts on steps of
// all kinds, steps left out, and one decided again: its figures are those that the
// program of then gave, and the player is told by which rule. From then on it goes
// on with bets, and is told of no more.
func TestForecastsKeepTheirScore(t *testing.T) {
	b, err := os.ReadFile("testdata/journal-format-2-forecasts.save")
	require.NoError(t, err)
	j, err := play.ReadJournal(b)
	require.NoError(t, err)
	s, report := play.Restore(shipped(t), j)
	require.True(t, report.Forecasts)
	require.Zero(t, report.Lost+report.Unknown)
	require.Equal(t, "notice.old-forecasts", s.State().Notice)
	cases, all := score.All(shipped(t), s.State())
	require.Equal(t, 59.5, cases[0].Forecast) // (93.75 + 9.75 + 75) / 3
	require.Equal(t, 3, cases[0].Forecasts)
	require.Equal(t, 67.92857142857143, cases[2].Forecast) // (99.75 + 93.75 + 93.75 + 9.75 + 9.75 + 93.75 + 75) / 7
	require.Equal(t, 7, cases[2].Forecasts)
	require.Equal(t, 65.4, all.Forecast)
	require.Equal(t, 3.5, all.Match)
	require.Equal(t, 10, all.Of)
	require.Zero(t, all.Bets)
	require.Equal(t, play.Choice{Option: "b", Level: 4}, s.State().Draft, "a step that was not decided yet keeps its picks")

	for _, m := range []play.Msg{play.Bet{Option: "b"}, play.Stake{Stop: 3}, play.Commit{}} {
		s.Send(m)
	}
	again, report := play.Restore(shipped(t), s.Journal())
	require.False(t, report.Forecasts, "it was told once")
	require.Equal(t, s.State().Answers, again.State().Answers)
	_, now := score.All(shipped(t), again.State())
	require.Equal(t, 65.4, now.Forecast)
	require.Equal(t, 1, now.Bets, "the new answer is a bet, and no forecast")
}

// TestHolds says which games go on from which.
func TestHolds(t *testing.T) {
	tick := func(n int) play.Record { return play.RecordOf(play.Class{Act: class.Tick, N: n}) }
	next := play.RecordOf(play.Next{})
	news := func(step string, in int) play.Record {
		return play.RecordOf(play.Class{Act: class.Heard, Text: class.News{Place: pack.Place{Case: "y2017", Step: step}, In: in}.String()})
	}
	heard, elsewhere := func(in int) play.Record { return news("A1", in) }, news("A2", 5)
	clocks := func(n int) play.Record { return play.RecordOf(play.TurnClocks{Hours: n}) }
	led := play.RecordOf(play.Reopen{Place: "y2019/B2"})
	at := func(place string) play.Record {
		r := play.RecordOf(play.Choose{Option: "a"})
		r.At = place
		return r
	}
	game := func(msgs ...play.Record) play.Journal { return play.Journal{Pack: "p", Seed: 1, Msgs: msgs} }
	for _, tt := range []struct {
		name        string
		now, before play.Journal
		want        bool
	}{
		{"itself", game(next), game(next), true},
		{"more", game(next, next), game(next), true},
		{"less", game(next), game(next, next), false},
		{"another", game(next, tick(1)), game(tick(1)), false},
		{"a longer wait", game(tick(5)), game(tick(3)), true},
		{"a shorter wait", game(tick(3)), game(tick(5)), false},
		{"clocks turned on", game(clocks(3), next), game(clocks(2)), true},
		{"clocks turned elsewhere", game(next, clocks(3)), game(clocks(3)), false},
		{"what devices sent later", game(heard(7), next), game(heard(5)), true},
		{"what devices sent before", game(heard(5)), game(heard(7)), true},
		{"what devices sent, and more", game(heard(7)), game(heard(5), next), false},
		{"what devices sent elsewhere", game(elsewhere), game(heard(5)), false},
		{"all that devices sent", game(heard(7), next), game(heard(5), heard(6), heard(7), next), true},
		{"all that devices sent, kept by an older program", game(heard(5), heard(6), heard(7), next), game(heard(7), next), true},
		{"led to a place of another version", game(next, led, at("y2019/B2")), game(next, at("y2019/B2")), true},
		{"led there in another version", game(next, at("y2019/B2"), next), game(next, led, at("y2019/B2")), true},
		{"at another place", game(next, led, at("y2019/B2")), game(next, at("y2019/B1")), false},
		{"at a place that was not said", game(at("y2019/B2")), game(at("")), true},
		{"another game", play.Journal{Pack: "p", Seed: 2, Msgs: play.Records{next}}, game(next), false},
		{"another pack", play.Journal{Pack: "q", Seed: 1, Msgs: play.Records{next}}, game(next), false},
	} {
		require.Equal(t, tt.want, tt.now.Holds(tt.before), tt.name)
	}
}

func FuzzReadJournal(f *testing.F) {
	f.Add(bytesOf(f, played(f, shipped(f)).Journal()))
	f.Add([]byte{0x81, 0xa4, 'm', 's', 'g', 's', 0xdd, 0x40, 0, 0, 0})
	p := shipped(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		j, err := play.ReadJournal(b)
		if err != nil {
			return
		}
		s, _ := play.Restore(p, j) // whatever it holds, it plays or is left out
		again, err := play.ReadJournal(bytesOf(t, s.Journal()))
		require.NoError(t, err)
		require.Equal(t, s.Journal(), again)
	})
}

// TestSavesOfTheFirstPack opens a save made with the pack as it was first
// shipped: a choice that is gone is passed over, and those after it stay with
// their own steps.
func TestSavesOfTheFirstPack(t *testing.T) {
	b, err := os.ReadFile("../pack/testdata/format1/cloudflare.msgp")
	require.NoError(t, err)
	old, err := pack.Open(b)
	require.NoError(t, err)
	for _, tt := range []struct {
		name string
		b2   []play.Msg
		lost int
		kept string // of B2
	}{
		{"an option that is gone", decide("b", "safety", 4), 1, ""},
		{"another chosen before it", append([]play.Msg{play.Choose{Option: "c"}}, decide("b", "safety", 4)...), 1, ""},
		{"an option that is there", decide("d", "safety", 4), 0, "d"},
	} {
		s := play.NewSession(old, 1, "en")
		round := []play.Msg{play.Show{Screen: play.Desk}, play.Begin{}, play.Choose{Option: "b"}, play.Commit{}, play.Next{}, play.Choose{Option: "c"}, play.Commit{}}
		for _, m := range join([]play.Msg{play.OpenCase{Case: "y2019"}, play.Begin{}}, decide("a", "process", 3), []play.Msg{play.Next{}},
			tt.b2, []play.Msg{play.Next{}}, decide("c", "safety", 2), []play.Msg{play.Next{}}, round) {
			s.Send(m)
		}
		require.Len(t, s.State().Answers, 3)
		again, report := play.Restore(shipped(t), s.Journal())
		require.Equal(t, tt.lost+1, report.Lost, tt.name+", and an answer at the desk")
		require.Equal(t, "notice.save-partly", again.State().Notice)
		got := map[string]string{}
		for _, a := range again.State().Answers {
			got[a.Step] = a.First.Option
		}
		require.Equal(t, map[string]string{"B1": "a", "B2": tt.kept, "B3": "c"}, got, tt.name)
		require.Equal(t, []play.RoundAnswer{{Round: "r1", Skipped: true}, {Round: "r2", Option: "c"}}, again.State().Rounds)

		twice, _ := play.Restore(shipped(t), again.Journal())
		require.Equal(t, again.State().Answers, twice.State().Answers, "and so it stays")
	}
}

// TestOtherLineEndsInSaves keeps the line ends that only some programs take for
// such (NEL, LS, PS) as they are, in every word that a save holds; and what holds
// them plays on.
func TestOtherLineEndsInSaves(t *testing.T) {
	p := shipped(t)
	for _, end := range []string{"\u0085", "\u2028", "\u2029"} {
		word := "a" + end + "b"
		j := play.Journal{Pack: p.Head().ID, Hash: word, Seed: 7, Locale: word}
		for _, m := range []play.Msg{
			play.OpenCase{Case: word}, play.Choose{Option: word}, play.GoTo{Case: word, Step: word}, play.SetLocale{Locale: word},
			play.Class{Act: class.Visit, Text: string(class.Codes)}, play.Class{Act: class.Paste, Text: word}, play.Show{Screen: play.Screen(word)},
		} {
			j.Msgs = append(j.Msgs, play.RecordOf(m))
		}
		b, err := j.Bytes()
		require.NoError(t, err)
		again, err := play.ReadJournal(b)
		require.NoError(t, err)
		again.Format = j.Format
		require.Equal(t, j, again)
		s, _ := play.Restore(p, again)
		require.True(t, s.Journal().Played())
		s.Send(play.Show{Screen: play.Home})
		require.Equal(t, play.Home, s.State().Screen)
	}
}
