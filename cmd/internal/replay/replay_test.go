package replay_test

import (
	"encoding/json"
	"testing"

	"hardcases/cmd/internal/replay"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

func open(t *testing.T) *pack.Pack {
	t.Helper()
	return packs.First(t)
}

func TestScript(t *testing.T) {
	s, err := replay.Read(open(t), []byte("# 2017\nA1 a safety c 4\nA2 skip\n\nA3 d 6 a safety # in any order\nA4 c b 1\n"), "", nil)
	require.NoError(t, err)
	r := replay.Sum(s)
	require.Equal(t, "cloudflare", r.Pack)
	require.Len(t, r.Cases, 4)
	c := r.Cases[0]
	require.Equal(t, 3, c.Of, "a skipped step counts for nothing")
	require.Equal(t, "A1", c.Steps[0].ID)
	require.Equal(t, 0.0, c.Steps[0].Match, "the match is that of the choice")
	require.Equal(t, replay.Bet{Option: "c", Stop: 4, Chance: 70, Right: true, Better: 84}, *c.Steps[0].Bet)
	require.Equal(t, "A3", c.Steps[1].ID)
	require.False(t, c.Steps[1].Bet.Right)
	require.InDelta(t, -166.67, c.Steps[1].Bet.Better, 0.01)
	require.Zero(t, c.Steps[2].Bet.Better, "a guess")
	require.Nil(t, c.Steps[0].Forecast)
	require.InDelta(t, (84-166.67)/3, *r.Better, 0.01)
	require.Equal(t, 3, r.Bets)
	require.Empty(t, r.Cases[1].Steps)
	require.Nil(t, r.Cases[1].Better)

	s, err = replay.Read(open(t), []byte("A1 a c 4\nA2 c c 6\n"), "", nil)
	require.NoError(t, err)
	require.Nil(t, replay.Sum(s).Better, "two bets are too few for an average")
	require.Equal(t, 2, replay.Sum(s).Bets)
}

// TestScriptsFromBeforeThereWereBets scores a level without a bet as it was then.
func TestScriptsFromBeforeThereWereBets(t *testing.T) {
	s, err := replay.Read(open(t), []byte("A1 c safety 4\nA2 c 5\n"), "", nil)
	require.NoError(t, err)
	r := replay.Sum(s)
	require.Equal(t, (93.75+99.75)/2, *r.Forecast)
	require.Zero(t, r.Bets)
	require.Nil(t, r.Cases[0].Steps[0].Bet)
}

func TestScriptErrorsNameTheLine(t *testing.T) {
	for _, tt := range []struct{ script, says string }{
		{"Z9 a", `line 1: no step is called "Z9"`},
		{"\nA1", "line 2: A1 needs an option: a, b, c, d, or skip"},
		{"A1 x", `line 1: A1 has no option "x"`},
		{"A1 a c 9", `line 1: "9" is not one stop from 1 to 6`},
		{"A1 a c 3 4", `line 1: "4" is not one stop`},
		{"A1 a 6", "line 1: 6 says how sure a bet is, and there is no bet before it, such as a"},
		{"A1 a c", "line 1: the bet on c needs how sure it is, a stop from 1 to 6"},
		{"A1 a c d 3", `line 1: "d" is neither one bet of A1 (a, b, c, d) nor one of its reasons (`},
		{"A1 a greed", `line 1: "greed" is neither one bet of A1`},
		{"A2 a", "line 1: A2 comes after A1, which is not decided yet"},
	} {
		_, err := replay.Read(open(t), []byte(tt.script), "", nil)
		require.ErrorContains(t, err, tt.says)
	}
}

// TestJournalAndScriptAgree plays a script, takes its journal, and replays it
// in both languages: the numbers are the same to the last digit.
func TestJournalAndScriptAgree(t *testing.T) {
	p := open(t)
	s, err := replay.Read(p, []byte("A1 a safety b 1\nA2 c process c 3\nB1 a neutrality d 2\nB2 d d 6\n"), "", nil)
	require.NoError(t, err)
	want, err := json.Marshal(replay.Sum(s))
	require.NoError(t, err)
	j := s.Journal()
	b, err := j.Bytes()
	require.NoError(t, err)
	for _, language := range []string{"", "en", "fr"} {
		screens := 0
		again, err := replay.Read(p, b, language, func(*play.Session) { screens++ })
		require.NoError(t, err)
		require.Equal(t, len(s.Journal().Msgs)+1, screens)
		got, err := json.Marshal(replay.Sum(again))
		require.NoError(t, err)
		require.JSONEq(t, string(want), string(got))
		if language != "" {
			require.Equal(t, language, again.State().Prefs.Locale)
		}
	}
}

func TestJournalOfAnotherPack(t *testing.T) {
	p := open(t)
	j := play.Journal{Format: play.JournalFormat, Pack: "other", Hash: p.Hash()}
	b, err := j.Bytes()
	require.NoError(t, err)
	_, err = replay.Read(p, b, "", nil)
	require.ErrorContains(t, err, `belongs to the pack "other"`)

	j = play.Journal{Format: play.JournalFormat, Pack: "cloudflare", Hash: "0123456789abcdef"}
	b, err = j.Bytes()
	require.NoError(t, err)
	_, err = replay.Read(p, b, "", nil)
	require.ErrorContains(t, err, "another version")

	_, err = replay.Read(p, []byte{0xc1, 0x00}, "", nil)
	require.ErrorContains(t, err, "not a save")
}

// TestScriptsAsEditorsSaveThem reads the same script with a mark before it, with
// the line ends of other systems, and names what cannot be read.
func TestScriptsAsEditorsSaveThem(t *testing.T) {
	p := open(t)
	for _, text := range []string{"A1 c\nA2 c\n", "\ufeffA1 c\nA2 c\n", "A1 c\r\nA2 c\r\n", "A1 c\rA2 c", "\ufeff# Été\nA1 c\nA2 c", "É 1 # no step\n"} {
		s, err := replay.Read(p, []byte(text), "", nil)
		if text[0] == 0xc3 {
			require.ErrorContains(t, err, `line 1: no step is called "É"`)
			continue
		}
		require.NoError(t, err, "%q", text)
		require.Len(t, s.State().Answers, 2, "%q", text)
	}
	_, err := replay.Read(p, []byte("\xff\xfeA\x001\x00"), "", nil)
	require.ErrorContains(t, err, "is saved as UTF-16")
	_, err = replay.Read(p, []byte("A1 c\n# caf\xe9\n"), "", nil)
	require.ErrorContains(t, err, "line 2, column 6: holds bytes that are not UTF-8")
}
