package live_test

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"hardcases/cmd/internal/live/store"

	"github.com/stretchr/testify/require"
)

// deaf is a store whose follower hears what was there when it began, and nothing after.
type deaf struct{ store.Store }

func (d deaf) Follow(ctx context.Context, each func(store.Entry)) error {
	hears := true
	return d.Store.Follow(ctx, func(e store.Entry) {
		if hears {
			each(e)
		}
		hears = hears && e.Key != ""
	})
}

// TestAServerThatIsBehind has a class come to a server that has heard of nothing since it
// was started, as while a cluster chooses a leader: it looks itself, and neither sends
// anybody away nor takes what another server would refuse.
func TestAServerThatIsBehind(t *testing.T) {
	s := store.NewMemory(time.Now)
	one, two := start(t, s), start(t, deaf{s})
	te := one.open()
	at := "/live/rooms/" + te.Code
	keeps := func(hold int, lesson string) int {
		status, _ := two.ask("PUT", fmt.Sprintf("%s/lesson?hold=%d", at, hold), te.Token, lesson)
		return status
	}
	turns := func(hold int, phase string) int {
		status, _ := two.ask("PUT", at, te.Token, map[string]any{"case": "y2017", "step": "A5", "phase": phase, "n": 1, "of": 5, "hold": hold})
		return status
	}
	status, b := two.ask("GET", at, te.Token, nil)
	require.Equal(t, http.StatusOK, status, "a room that was opened elsewhere: %s", b)
	require.Equal(t, http.StatusNoContent, keeps(1, "first"))

	p := one.comesIn(te.Code)
	p.class = two
	require.Contains(t, p.sees(), "You are in", "a seat that was taken elsewhere")
	te.goes("vote", map[string]any{"hold": 1})
	status, body := p.sends("option", "c")
	require.Equal(t, http.StatusOK, status, body)
	require.Eventually(t, func() bool { return te.sees().Sent == 1 }, 5*time.Second, time.Millisecond, "a vote that was opened elsewhere")

	status, _ = one.ask("POST", at+"/hold", te.Token, nil)
	require.Equal(t, http.StatusOK, status)
	require.Equal(t, http.StatusConflict, keeps(1, "late"), "the lesson of a former leader")
	require.Equal(t, http.StatusConflict, turns(1, "told"))
	_, b = one.ask("GET", at+"/lesson", te.Token, nil)
	require.Equal(t, `"first"`, string(b))

	status, _ = one.ask("POST", at+"/hold", te.Token, nil)
	require.Equal(t, http.StatusOK, status)
	require.Equal(t, http.StatusOK, turns(3, "told"), "whoever leads by now")
	require.Equal(t, http.StatusNoContent, keeps(3, "third"))

	status, _ = one.ask("PUT", at+"/lesson?hold=3", te.Token, "fourth")
	require.Equal(t, http.StatusNoContent, status)
	status, _ = one.ask("POST", at+"/hold", te.Token, nil)
	require.Equal(t, http.StatusOK, status)
	_, b = two.ask("GET", at+"/lesson?hold=4", te.Token, nil)
	require.Equal(t, `"fourth"`, string(b), "what the former leader did last")
}

// TestWhatHasArrivedIsShownByAServerThatIsBehind has the page that follows on a vote, and
// on its change, come from a server that has heard of neither.
func TestWhatHasArrivedIsShownByAServerThatIsBehind(t *testing.T) {
	s := store.NewMemory(time.Now)
	one, two := start(t, s), start(t, deaf{s})
	te := one.open()
	p := one.comesIn(te.Code)
	_, before := two.get(p.at)
	require.Contains(t, before, `data-phase="wait"`)
	te.goes("vote")
	for _, option := range []string{"b", "c"} {
		status, body, at := one.post(p.at, url.Values{"case": {"y2017"}, "step": {"A5"}, "option": {option}})
		require.Equal(t, http.StatusOK, status, body)
		_, body = two.get(at)
		require.Regexp(t, `value="`+option+`"[^>]* checked`, body)
		require.Equal(t, regexp.MustCompile(`data-turn="\d+"`).FindString(p.sees()), regexp.MustCompile(`data-turn="\d+"`).FindString(body))
	}
	for _, odd := range []string{"x", "1", "1.x", "-1.-1", "99999.9", "2.0"} {
		status, _ := two.get(p.at + "?arrived=" + odd)
		require.Equal(t, http.StatusOK, status, odd)
	}
}

// lost is a store that is deaf and cannot be asked, as a cluster without most of its
// servers.
type lost struct{ deaf }

func (lost) Get(context.Context, string) (store.Entry, error) {
	return store.Entry{}, context.DeadlineExceeded
}

// TestAServerThatCannotLook sends nobody away for what it cannot know: a room, a seat and a
// lesson of which it has not heard.
func TestAServerThatCannotLook(t *testing.T) {
	s := store.NewMemory(time.Now)
	one := start(t, s)
	early := one.open()
	before := one.comesIn(early.Code)
	two := start(t, lost{deaf{s}})
	te := one.open()
	p, late := one.comesIn(te.Code), one.comesIn(early.Code)
	for range 100 { // pages ask again and again, and use up no tries
		for _, at := range []string{p.at, late.at, "/" + te.Code, "/" + early.Code, p.at + "/turn"} {
			status, body := two.get(at)
			require.Equal(t, http.StatusServiceUnavailable, status, "%s: %s", at, body)
			require.Contains(t, body, "The class cannot be reached just now", at)
			require.Contains(t, body, `http-equiv="refresh"`, at)
		}
	}
	status, body := two.get(before.at)
	require.Equal(t, http.StatusOK, status, "a seat of which it had heard: %s", body)
	status, _ = two.ask("GET", "/live/rooms/"+te.Code, te.Token, nil)
	require.Equal(t, http.StatusServiceUnavailable, status)
	status, _ = two.ask("GET", "/live/rooms/"+early.Code, early.Token, nil)
	require.Equal(t, http.StatusOK, status, "of which it had heard")
}

// counting is a store that counts how often it is asked.
type counting struct {
	store.Store
	gets atomic.Int32
	err  error
}

func (s *counting) Get(ctx context.Context, key string) (store.Entry, error) {
	s.gets.Add(1)
	if s.err != nil {
		return store.Entry{}, s.err
	}
	return s.Store.Get(ctx, key)
}

// TestCodesAreAnsweredAlike asks for a room of which the server has heard and for one that
// is not there: neither what is answered while the store does not answer, nor how often
// the store is asked, says which of them there is.
func TestCodesAreAnsweredAlike(t *testing.T) {
	s := &counting{Store: store.NewMemory(time.Now)}
	c := start(t, s)
	te := c.open()
	ask := func(method, path, token string) (int, string, int32) {
		begin := s.gets.Load()
		status, b := c.ask(method, path, token, nil)
		return status, string(b), s.gets.Load() - begin
	}
	for _, err := range []error{nil, context.DeadlineExceeded} {
		s.err = err
		for _, way := range [][3]string{
			{"GET", "/CODE-BBBBBB"}, {"POST", "/CODE-BBBBBB"}, {"GET", "/CODE/nobody"}, {"GET", "/live/rooms/CODE", "x"}, {"PUT", "/live/rooms/CODE", "x"}, {"GET", "/CODE"},
		} {
			status, body, gets := ask(way[0], strings.ReplaceAll(way[1], "CODE", te.Code), way[2])
			none, other, tries := ask(way[0], strings.ReplaceAll(way[1], "CODE", "ZZZZZZ"), way[2])
			require.Equal(t, tries, gets, "%v", way)
			if way[1] == "/CODE" && err == nil {
				continue // it opens
			}
			require.Equal(t, none, status, "%v with %v", way, err)
			require.Equal(t, other, strings.ReplaceAll(body, te.Code, "ZZZZZZ"), "%v with %v", way, err)
		}
	}
}

// TestWhatNeverArrivesIsLookedForRarely has a page follow on what was never kept, at a
// server that is behind: it waits for a while, and hardly has the store asked.
func TestWhatNeverArrivesIsLookedForRarely(t *testing.T) {
	s := &counting{Store: store.NewMemory(time.Now)}
	c := start(t, s)
	te := c.open()
	te.goes("vote")
	p := c.comesIn(te.Code)
	before, begin := s.gets.Load(), time.Now()
	status, _ := c.get(p.at + "?arrived=2.999")
	require.Equal(t, http.StatusOK, status)
	require.Greater(t, time.Since(begin), time.Second)
	require.LessOrEqual(t, s.gets.Load()-before, int32(10))
}
