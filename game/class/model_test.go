package class_test

import (
	"testing"

	"hardcases/game/class"
	"hardcases/game/network"

	"github.com/stretchr/testify/require"
)

// TestAClassGuessesFirst goes through the opening of a case: the guess is voted on
// before anything can be turned, and the answer is there once the network stands as the
// question asks.
func TestAClassGuessesFirst(t *testing.T) {
	l := newest(t, "m50")
	l.do(class.Size, 28)
	l.do(class.Forward)
	require.Equal(t, class.Guessing, l.Stage)
	try, ok := l.Question(l.pack)
	require.True(t, ok)
	require.Equal(t, "m2", try.ID, "the question about the class's own layer")
	l.say(class.Turn, "shield:none")
	require.Empty(t, l.Guesses, "nothing is turned before the guess")
	l.do(class.Digit, 1, 1)
	l.do(class.Move, 1)
	l.do(class.Digit, 1, 6)
	l.do(class.Decide)
	guess := func() class.Guess { g, _ := l.Guessed("y2017", "m2"); return g }
	require.Equal(t, []int{11, 16, 0}, guess().Counts)
	g := guess()
	require.False(t, l.GuessBared(&g))
	l.do(class.Add, 1)
	g = guess()
	require.True(t, l.GuessBared(&g), "all are in")
	require.Empty(t, l.Votes, "a guess is no vote")

	l.do(class.Forward)
	require.Equal(t, class.Trying, l.Stage)
	require.Equal(t, network.Heavy, l.Net.Setting[network.Flood])
	before := l.Net.Report().Reached
	l.say(class.Turn, "archive:hides")
	l.say(class.Turn, "shield")
	require.Equal(t, before, l.Net.Report().Reached, "the question has no such switch")
	require.False(t, guess().Tried)
	l.say(class.Turn, "shield:none")
	require.True(t, guess().Tried)
	require.Equal(t, try.Reached, l.Net.Report().Reached)
	hours := l.Net.Hours
	l.do(class.Later, 1, 0, 25, -1)
	require.Equal(t, hours+1, l.Net.Hours)
	l.do(class.Backward)
	require.Equal(t, class.Guessing, l.Stage)
	l.do(class.Forward)
	require.Zero(t, l.Net.Hours, "it begins anew")
	require.True(t, guess().Tried)
	l.do(class.Forward)
	require.Equal(t, class.Facts, l.Stage)
	require.Zero(t, l.Net)
}

// TestWithoutTheModel holds lessons that were begun before there was a model in class,
// and those that leave it out, to the way that they went.
func TestWithoutTheModel(t *testing.T) {
	for name, begin := range map[string]func(*lesson){
		"older": func(l *lesson) { l.do(class.Start, class.WithBets) },
		"without": func(l *lesson) {
			l.do(class.SetModel, 0)
			l.do(class.Start, class.NewestCourse)
		},
	} {
		l := &lesson{pack: shipped(t)}
		l.say(class.Choose, "m50")
		begin(l)
		require.Equal(t, class.Opening, l.Stage, name)
		l.do(class.Forward)
		require.Equal(t, class.Facts, l.Stage, name)
		l.say(class.Visit, string(class.SetUp))
		l.do(class.Forward)
		require.Equal(t, class.SetUp, l.Stage, name)
	}
}

// TestAGuessIsOfOneClass demands that a second class finds no guesses of the first.
func TestAGuessIsOfOneClass(t *testing.T) {
	l := newest(t, "m30")
	l.do(class.Forward)
	l.do(class.Digit, 5)
	require.True(t, l.Begun())
	l.say(class.Visit, string(class.Renew))
	l.do(class.Anew, class.NewestCourse)
	require.Empty(t, l.Guesses)
}
