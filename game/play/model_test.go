package play_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/network"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// ferry is the sample that authors begin with: its case has a question to the
// working model, and tells what became of a page.
func ferry(t *testing.T) (*pack.Pack, *play.Session) {
	t.Helper()
	b, err := os.ReadFile("../view/testdata/sample.msgp")
	require.NoError(t, err)
	p, err := pack.Open(b)
	require.NoError(t, err)
	s := play.NewSession(p, 5, "en")
	s.Send(play.OpenCase{Case: "crossing"})
	require.Equal(t, play.Briefing, s.State().Screen)
	return p, s
}

func TestTheModelIsGuessedThenTried(t *testing.T) {
	p, s := ferry(t)
	require.Equal(t, "m1", s.State().Model.Try)
	s.Send(play.Guess{Try: "m1", Option: "a"})
	s.Send(play.Guess{Try: "m1", Option: "z"})
	s.Send(play.Guess{Try: "m2", Option: "b"})
	guess, ok := s.State().Guessed("crossing", "m1")
	assert.True(t, ok)
	assert.Equal(t, "a", guess, "an option that is none changes nothing")

	s.Send(play.Guess{Try: "m1", Option: "b"})
	s.Send(play.Turn{Switch: "shield", To: "none"})
	s.Send(play.Turn{Switch: "name", To: "moved"})
	assert.Equal(t, network.Setting{}, s.State().Model.Net.Setting, "only what the screen offers can be turned")
	assert.False(t, s.State().Model.Tried)

	s.Send(play.Turn{Switch: "name", To: "on-hold"})
	assert.True(t, s.State().Model.Tried)
	_, try := mustCase(t, p).Try("m1")
	assert.Equal(t, try.Reached, s.State().Model.Net.Report().Reached)
	s.Send(play.Guess{Try: "m1", Option: "c"})
	guess, _ = s.State().Guessed("crossing", "m1")
	assert.Equal(t, "b", guess, "who has seen guesses no more")
	assert.Len(t, s.State().Guesses, 1)

	s.Send(play.Later{Hours: 0})
	s.Send(play.Later{Hours: play.LongLater + 1})
	assert.Zero(t, s.State().Model.Net.Hours)
	s.Send(play.Later{Hours: 14})
	assert.Zero(t, s.State().Model.Net.Report().Reached)

	s.Send(play.OpenRules{})
	assert.Equal(t, play.RulesSheet, s.State().Sheet.Kind)
	s.Send(play.Back{})
	s.Send(play.OpenTry{Try: "m1"})
	assert.Equal(t, network.New(5, network.Setting{}), s.State().Model.Net, "a question begins anew")
	assert.False(t, s.State().Model.Tried)
}

func mustCase(t *testing.T, p *pack.Pack) *pack.Case {
	t.Helper()
	c, err := p.Case("crossing")
	require.NoError(t, err)
	return c
}

func TestTheModelLiesBesideThePlay(t *testing.T) {
	p, s := ferry(t)
	s.Send(play.Begin{})
	s.Send(play.Show{Screen: play.BecameScreen})
	require.Equal(t, play.Deciding, s.State().Screen, "what became of it is not shown before a decision")
	s.Send(play.Show{Screen: play.ModelScreen})
	require.Equal(t, play.ModelScreen, s.State().Screen)
	s.Send(play.Turn{Switch: "name", To: "on-hold"})
	s.Send(play.Back{})
	require.Equal(t, play.Deciding, s.State().Screen)

	j, err := play.ReadJournal(bytesOf(t, s.Journal()))
	require.NoError(t, err)
	again, report := play.Restore(p, j)
	assert.Equal(t, play.Report{}, report)
	assert.Equal(t, s.State(), again.State())

	s.Send(play.Show{Screen: play.Home})
	s.Send(play.Show{Screen: play.ModelScreen})
	assert.Equal(t, play.Home, s.State().Screen, "it belongs to a case")
}

func TestWhatBecameOfItIsGuessedOnce(t *testing.T) {
	_, s := ferry(t)
	s.Send(play.Begin{})
	for s.State().Screen != play.Debrief {
		if s.State().Screen == play.Deciding {
			s.Send(play.Skip{})
			continue
		}
		require.Equal(t, play.Reveal, s.State().Screen)
		s.Send(play.Next{})
	}
	s.Send(play.Show{Screen: play.BecameScreen})
	require.Equal(t, play.BecameScreen, s.State().Screen)
	s.Send(play.Guess{Try: play.BecameGuess, Option: "b"})
	s.Send(play.Guess{Try: play.BecameGuess, Option: "c"})
	guess, ok := s.State().Guessed("crossing", play.BecameGuess)
	assert.True(t, ok)
	assert.Equal(t, "b", guess, "what is shown then cannot be guessed any more")
	s.Send(play.Back{})
	assert.Equal(t, play.Debrief, s.State().Screen)
}

// TestACaseWithoutAModel plays as before: the shipped pack of the first format.
func TestACaseWithoutAModel(t *testing.T) {
	b, err := os.ReadFile("../pack/testdata/format2/cloudflare/structure.msgp")
	require.NoError(t, err)
	p, err := pack.Open(b)
	require.NoError(t, err)
	s := play.NewSession(p, 1, "en")
	s.Send(play.OpenCase{Case: "y2017"})
	before := s.State()
	for _, m := range []play.Msg{
		play.Turn{Switch: "shield", To: "none"}, play.Later{Hours: 1}, play.Guess{Option: "a"}, play.OpenRules{},
		play.OpenTry{Try: "m1"}, play.Show{Screen: play.ModelScreen}, play.Show{Screen: play.BecameScreen},
	} {
		s.Send(m)
		assert.Equal(t, before, s.State())
	}
}
