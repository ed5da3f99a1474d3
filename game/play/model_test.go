package play_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/network"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"
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

// ferryOver is the ferry's case at what became of the page, with all its steps passed.
func ferryOver(t *testing.T) (*pack.Pack, *play.Session) {
	t.Helper()
	p, s := ferry(t)
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
	return p, s
}

// TestWhatBecameOfItIsGuessedOnce: the question and the ends of the lanes are thought
// over until what became of it is shown, and never again.
func TestWhatBecameOfItIsGuessedOnce(t *testing.T) {
	p, s := ferryOver(t)
	host := play.EndGuess(pack.HostLane)
	send := func(try string, options ...string) {
		for _, o := range options {
			s.Send(play.Guess{Try: try, Option: o})
		}
	}
	guessed := func(try, want string, is bool) {
		t.Helper()
		guess, ok := s.State().Guessed("crossing", try)
		assert.Equal(t, is, ok)
		assert.Equal(t, want, guess)
	}
	send(play.BecameDraft, "z")
	send(host, "ajar")
	send(play.EndGuess(pack.ArchiveLane), "gone") // of which nothing was found
	send("became.moon", "gone")
	assert.Empty(t, s.State().Guesses)

	send(play.BecameDraft, "c", "b")
	send(host, "gone", "unknown", "partly")
	guessed(play.BecameDraft, "b", true)
	guessed(host, "partly", true)
	guessed(play.BecameGuess, "", false)

	send(play.BecameGuess, "z")
	guessed(play.BecameGuess, "", false)
	send(play.BecameGuess, "b", "c", "")
	send(play.BecameDraft, "a")
	send(host, "gone")
	send(play.EndGuess(pack.VisitorsLane), "gone")
	guessed(play.BecameGuess, "b", true)
	guessed(play.BecameDraft, "b", true)
	guessed(host, "partly", true)
	guessed(play.EndGuess(pack.VisitorsLane), "", false)

	j, err := play.ReadJournal(bytesOf(t, s.Journal()))
	require.NoError(t, err)
	again, report := play.Restore(p, j)
	assert.Equal(t, play.Report{}, report)
	assert.Equal(t, s.State(), again.State())
	assert.Equal(t, s.Journal(), again.Journal())
	s.Send(play.Back{})
	assert.Equal(t, play.Debrief, s.State().Screen)
}

// TestWhatBecameOfItUnguessed is shown by one press, and then cannot be guessed.
func TestWhatBecameOfItUnguessed(t *testing.T) {
	_, s := ferryOver(t)
	s.Send(play.Guess{Try: play.BecameGuess})
	before := s.State()
	guess, seen := before.Guessed("crossing", play.BecameGuess)
	assert.True(t, seen)
	assert.Empty(t, guess)
	for _, m := range []play.Msg{
		play.Guess{Try: play.BecameGuess, Option: "b"}, play.Guess{Try: play.BecameDraft, Option: "b"}, play.Guess{Try: play.EndGuess(pack.HostLane), Option: "gone"},
	} {
		s.Send(m)
		assert.Equal(t, before, s.State())
	}
}

// TestWhatOlderGamesSaw opens a game of a program that asked the question alone: its
// answer is kept, what was seen is not asked again, and the game goes on as it was kept.
func TestWhatOlderGamesSaw(t *testing.T) {
	b, err := os.ReadFile("testdata/became-before-ends.save")
	require.NoError(t, err)
	j, err := play.ReadJournal(b)
	require.NoError(t, err)
	s, report := play.Restore(shipped(t), j)
	assert.Zero(t, report.Lost+report.Unknown)
	assert.Equal(t, play.BecameScreen, s.State().Screen)
	guess, seen := s.State().Guessed("y2017", play.BecameGuess)
	assert.True(t, seen)
	assert.Equal(t, "b", guess)
	before := s.State()
	s.Send(play.Guess{Try: play.EndGuess(pack.NameLane), Option: "gone"})
	assert.Equal(t, before, s.State())
	assert.True(t, s.Journal().Holds(j))
}

// TestEndsAreNotScored: the same game with other guesses of what became of the site has
// the same figures.
func TestEndsAreNotScored(t *testing.T) {
	p, s := ferryOver(t)
	cases, all := score.All(p, s.State())
	for _, lane := range []pack.Lane{pack.HostLane, pack.VisitorsLane} {
		s.Send(play.Guess{Try: play.EndGuess(lane), Option: string(pack.Gone)})
	}
	s.Send(play.Guess{Try: play.BecameGuess, Option: "a"})
	after, allAfter := score.All(p, s.State())
	assert.Equal(t, cases, after)
	assert.Equal(t, all, allAfter)
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
