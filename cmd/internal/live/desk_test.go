package live_test

import (
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"hardcases/cmd/internal/live/store"
)

// TestPupilsReadAnExtract votes on a round of the desk, whose answers alone are taken, and
// tells what is right once the teacher does. At the end there is no code: none holds rounds.
func TestPupilsReadAnExtract(t *testing.T) {
	te := start(t, store.NewMemory(time.Now)).open()
	round := map[string]any{"case": "desk", "step": "r1"}
	at := []string{"case", "desk", "step", "r1"}
	var pupils []*pupil
	for range 5 {
		pupils = append(pupils, te.comesIn(te.Code))
	}
	te.goes("vote", round)
	require.Contains(t, pupils[0].sees(), "abandonne le site Web de pêche à la traîne")
	require.NotContains(t, pupils[0].sees(), "The right answer")
	for _, p := range pupils {
		status, body := p.sends(append(at, "option", "a")...)
		require.Equal(t, http.StatusOK, status, body)
		require.Contains(t, body, "has arrived")
	}
	status, _ := pupils[0].sends(append(at, "option", "z")...)
	require.Equal(t, http.StatusUnprocessableEntity, status)
	require.Equal(t, []int{0, 0, 5, 0}, te.counts().Votes)
	te.goes("told", round)
	body := pupils[0].sees()
	require.Contains(t, body, "Right.")
	require.Contains(t, body, "The right answer")
	te.goes("over", round)
	require.NotContains(t, pupils[0].sees(), "Your choices as a code")
}
