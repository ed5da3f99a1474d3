package live_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"hardcases/cmd/internal/live/store"

	"github.com/stretchr/testify/require"
)

// TestTwoServers has a teacher at one server and pupils at another, on one store.
func TestTwoServers(t *testing.T) {
	s := store.NewMemory(time.Now)
	one, two := start(t, s), start(t, s)
	te := one.open()
	te.goes("vote")
	require.Eventually(t, func() bool { status, _ := two.get("/" + te.Code); return status == http.StatusOK }, 5*time.Second, time.Millisecond)
	p := two.comesIn(te.Code)
	require.Eventually(t, func() bool { return strings.Contains(p.sees(), `data-phase="vote"`) }, 5*time.Second, time.Millisecond)
	status, body := p.sends("option", "c")
	require.Equal(t, http.StatusOK, status, body)
	require.Eventually(t, func() bool { return te.sees().Sent == 1 }, 5*time.Second, time.Millisecond)
	p.class = one
	require.Regexp(t, `value="c"[^>]* checked`, p.sees(), "the seat is the same at each")
}

// TestTheLessonIsKept keeps a teacher's game and gives it to another device.
func TestTheLessonIsKept(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	r, err := http.NewRequestWithContext(t.Context(), "PUT", c.url+"/live/rooms/"+te.Code+"/lesson", strings.NewReader("\x00saved"))
	require.NoError(t, err)
	r.Header.Set("Authorization", "Bearer "+te.Token)
	answer, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	answer.Body.Close()
	require.Equal(t, http.StatusNoContent, answer.StatusCode)
	_, b := c.ask("GET", "/live/rooms/"+te.Code+"/lesson", te.Token, nil)
	require.Equal(t, "\x00saved", string(b))
}

// TestTheLastToTakeTheLeadLeads has two of a teacher's games at one room.
func TestTheLastToTakeTheLeadLeads(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	hold := func() int {
		status, b := te.ask("POST", "/live/rooms/"+te.Code+"/hold", te.Token, nil)
		require.Equal(t, http.StatusOK, status)
		var o struct {
			Hold  int
			Token string
		}
		require.NoError(t, json.Unmarshal(b, &o))
		require.Empty(t, o.Token, "the token is kept hashed")
		return o.Hold
	}
	keep := func(hold int) int {
		status, _ := te.ask("PUT", fmt.Sprintf("/live/rooms/%s/lesson?hold=%d", te.Code, hold), te.Token, "lesson")
		return status
	}
	first, second := hold(), hold()
	require.Greater(t, second, first)
	at := "/live/rooms/" + te.Code
	status, _ := te.ask("PUT", at, te.Token, map[string]any{"case": "y2017", "step": "A5", "phase": "vote", "n": 1, "of": 5, "hold": first})
	require.Equal(t, http.StatusConflict, status)
	require.Equal(t, http.StatusConflict, keep(first))
	for _, odd := range []string{"none", "2.0", "-1", "9999999999999999999"} {
		status, _ := te.ask("PUT", at+"/lesson?hold="+odd, te.Token, "lesson")
		require.Equal(t, http.StatusConflict, status, odd)
	}
	require.Equal(t, http.StatusNoContent, keep(second))
	require.Equal(t, "vote", te.goes("vote", map[string]any{"hold": second}).Phase)
	status, _ = te.ask("POST", at+"/hold", "someone's", nil)
	require.Equal(t, http.StatusForbidden, status)
}

// TestTurnsAndLeadsAtTwoServers has one game turn pages at one server while others take
// the lead at another: no turn takes a lead back, and whoever leads can go on.
func TestTurnsAndLeadsAtTwoServers(t *testing.T) {
	s := store.NewMemory(time.Now)
	one, two := start(t, s), start(t, s)
	te := one.open()
	at := "/live/rooms/" + te.Code
	require.Eventually(t, func() bool { status, _ := two.get("/" + te.Code); return status == http.StatusOK }, 5*time.Second, time.Millisecond)
	const leads = 40
	var all sync.WaitGroup
	all.Go(func() {
		for i := range 200 {
			one.pass(time.Second) // nobody turns pages so soon
			phase := []string{"wait", "vote"}[i%2]
			status, b := one.ask("PUT", at, te.Token, map[string]any{"case": "y2017", "step": "A5", "phase": phase, "n": 1, "of": 5, "hold": 1})
			if status == http.StatusConflict {
				return // the lead is gone, and does not come back
			}
			require.Equal(t, http.StatusOK, status, string(b))
		}
	})
	for _, c := range []*class{one, two} {
		all.Go(func() {
			for range leads / 2 {
				c.pass(time.Second)
				status, b := c.ask("POST", at+"/hold", te.Token, nil)
				require.Equal(t, http.StatusOK, status, string(b))
			}
		})
	}
	all.Wait()
	for _, c := range []*class{one, two} {
		status, b := c.ask("PUT", at, te.Token, map[string]any{"case": "y2017", "step": "A5", "phase": "told", "n": 1, "of": 5, "hold": 1 + leads})
		require.Equal(t, http.StatusOK, status, "every lead counts: %s", b)
	}
}
