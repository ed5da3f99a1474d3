package live_test

import (
	"net/http"
	"testing"
	"time"

	"hardcases/cmd/internal/live/store"
	"hardcases/proving/cluster"

	"github.com/stretchr/testify/require"
)

// TestPupilsOfAClusterAreToldThatItIsNotSentYet kills the server of a cluster that leads,
// while pupils at two programs before it vote: until another one leads they are told that
// their vote is not sent yet, with what they chose still chosen. Then it arrives, once.
func TestPupilsOfAClusterAreToldThatItIsNotSentYet(t *testing.T) {
	nats := cluster.Start(t, "KV_hardcases")
	connect := func() *class {
		s := cluster.Connected(t, nats, func(urls string) (store.Store, error) { return store.Connect(t.Context(), urls, "") })
		t.Cleanup(func() { s.Close() })
		return start(t, s)
	}
	one, two := connect(), connect()
	te := one.open()
	require.Eventually(t, func() bool { // the other program has heard of the room
		status, _ := two.get("/" + te.Code)
		return status == http.StatusOK
	}, 20*time.Second, 50*time.Millisecond)
	pupils := []*pupil{one.comesIn(te.Code), two.comesIn(te.Code)}
	te.goes("vote")
	require.Eventually(t, func() bool {
		status, _ := pupils[1].sends("option", "a")
		return status == http.StatusOK
	}, 20*time.Second, 50*time.Millisecond, "the other program has heard of the vote")

	nats.Kill(nats.Leader())
	begin := time.Now()
	refused := 0
	for _, p := range pupils {
		require.Eventually(t, func() bool {
			status, body := p.sends("option", "b")
			if status == http.StatusOK {
				return true
			}
			refused++
			require.Equal(t, http.StatusServiceUnavailable, status, body)
			require.Contains(t, body, "Not sent yet")
			require.Regexp(t, `value="b"[^>]* checked`, body, "what was chosen need not be chosen again")
			return false
		}, time.Minute, 100*time.Millisecond)
	}
	t.Logf("%v to the next votes, which were refused %d times", time.Since(begin).Round(time.Millisecond), refused)
	require.Positive(t, refused, "no vote is acknowledged that nobody keeps")
	require.Eventually(t, func() bool {
		f := te.counts()
		return f.Sent == 2 && f.Votes[1] == 2
	}, 20*time.Second, 50*time.Millisecond, "each counts once")
}
