package play_test

import (
	"os"
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"

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
	b, err := j.MarshalMsg(nil)
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
	newer := played(t, shipped(t)).Journal()
	newer.Format = play.JournalFormat + 1
	for _, tt := range []struct {
		name, says string
		bytes      []byte
	}{
		{"nothing", "cut off", nil},
		{"half of it", "cut off", good[:len(good)/2]},
		{"more than it", "stray", append(append([]byte{}, good...), 0)},
		{"another kind of file", "not a save", []byte("hello, this is a text")},
		{"a newer format", "format 2", bytesOf(t, newer)},
		{"a length no file can have", "", []byte{0x81, 0xa4, 'm', 's', 'g', 's', 0xdd, 0x40, 0, 0, 0}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := play.ReadJournal(tt.bytes)
			require.ErrorContains(t, err, tt.says)
		})
	}
}

// TestOldJournal reads a save that version 0.1 wrote. It is never written anew:
// when the format changes, a file of the new format joins it.
func TestOldJournal(t *testing.T) {
	b, err := os.ReadFile("testdata/journal-format-1.save")
	require.NoError(t, err)
	j, err := play.ReadJournal(b)
	require.NoError(t, err)
	s, report := play.Restore(shipped(t), j)
	require.False(t, report.OtherPack)
	require.Zero(t, report.Unknown)
	require.Zero(t, report.Lost)
	require.Len(t, s.State().Answers, 2)
	require.Equal(t, "fr", s.State().Prefs.Locale)
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
