package live_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"hardcases/cmd/internal/live"
	"hardcases/cmd/internal/live/store"
	"hardcases/game/room"

	"github.com/stretchr/testify/require"
)

// TestOnlyTheTeacher tries everything that is the teacher's with every other token.
func TestOnlyTheTeacher(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te, other := c.open(), c.open()
	p := c.comesIn(te.Code)
	seat := p.at[strings.LastIndexByte(p.at, '/')+1:]
	for _, token := range []string{"", "x", other.Token, seat, te.Token[1:], te.Token + "x"} {
		for _, at := range [][2]string{
			{"GET", ""}, {"PUT", ""}, {"DELETE", ""}, {"DELETE", "/seats"}, {"GET", "/lesson"}, {"PUT", "/lesson"},
		} {
			status, body := c.ask(at[0], "/live/rooms/"+te.Code+at[1], token, map[string]any{"phase": "told"})
			require.Equal(t, http.StatusForbidden, status, "%v with %q: %s", at, token, body)
			status, none := c.ask(at[0], "/live/rooms/BBBBBB"+at[1], token, map[string]any{"phase": "told"})
			require.Equal(t, http.StatusForbidden, status)
			require.Equal(t, string(body), string(none), "a room that is not there is told as one that is somebody else's")
		}
	}
	require.Equal(t, 1, te.sees().In)
	for _, page := range []string{p.sees(), func() string { _, b := c.get("/" + te.Code); return b }()} {
		require.NotContains(t, page, te.Token)
	}
}

// TestGuessing tries codes: after the budget nobody at that address hears whether
// a short code is right, while the class at the same address goes on, and new pupils come
// in by the whole code, scanned or typed.
func TestGuessing(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	te.goes("vote")
	p := c.comesIn(te.Code)
	wrong := 0
	for i := range 1000 {
		code := strings.Repeat("B", 5) + string("BCDFGHJKLM"[i%10])
		status, _ := c.get("/" + code)
		if status == http.StatusNotFound {
			wrong++
		} else {
			require.Equal(t, http.StatusTooManyRequests, status)
		}
	}
	require.Equal(t, 60, wrong)
	status, right := c.get("/" + te.Code)
	require.Equal(t, http.StatusTooManyRequests, status, "a right code says no more than a wrong one")
	_, another := c.get("/ZZZZZZ")
	require.Equal(t, strings.ReplaceAll(another, "ZZZZZZ", te.Code), right)
	status, body := p.sends("option", "b")
	require.Equal(t, http.StatusOK, status, body)
	whole := te.Camera[strings.LastIndexByte(te.Camera, '/')+1:]
	c.comesIn(whole)
	require.Equal(t, 2, te.sees().In)
	for _, typed := range []string{strings.ToLower(whole), strings.ReplaceAll(whole, "-", ""), strings.ReplaceAll(whole, "-", " "),
		strings.ReplaceAll(whole, "-", "\u2013"), whole[:3] + "-" + whole[3:10] + "-" + whole[10:]} {
		status, body = c.get("/in?code=" + url.QueryEscape(typed))
		require.Equal(t, http.StatusOK, status, "%q: %s", typed, body)
		require.Contains(t, body, `action="/`+whole+`"`, typed)
	}
	status, _ = c.get("/" + te.Code + "-BBBBBB")
	require.Equal(t, http.StatusNotFound, status)
	c.pass(11 * time.Minute)
	c.comesIn(te.Code)
}

// TestGuessingFromEverywhere tries codes from more addresses than one: in all, too, there
// is a budget, which locks no class out.
func TestGuessingFromEverywhere(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	tries := func(i int, code string) int {
		r := httptest.NewRequestWithContext(t.Context(), "GET", "http://127.0.0.1/"+code, nil)
		r.RemoteAddr = fmt.Sprintf("10.0.%d.%d:1234", i/250, i%250)
		w := httptest.NewRecorder()
		c.server.Config.Handler.ServeHTTP(w, r)
		return w.Code
	}
	wrong := 0
	for i := range 1000 {
		if tries(i, "BBBBBB") == http.StatusNotFound {
			wrong++
		}
	}
	require.Equal(t, 500, wrong)
	require.Equal(t, http.StatusTooManyRequests, tries(2000, te.Code))
	require.Equal(t, http.StatusOK, tries(2000, te.Camera[strings.LastIndexByte(te.Camera, '/')+1:]))
}

// TestWhoWasTakenOutTriesNoCodes has the pages of a class ask again and again after all of
// it was taken out, and after its room was closed: the way into the next room stays open.
func TestWhoWasTakenOutTriesNoCodes(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te, next := c.open(), c.open()
	var class []*pupil
	for range 30 {
		class = append(class, c.comesIn(te.Code))
	}
	asks := func() {
		for range 4 {
			for _, p := range class {
				status, body := c.get(p.at)
				require.Equal(t, http.StatusGone, status)
				require.Contains(t, body, `action="/`+te.Code+`"`)
			}
		}
	}
	status, _ := c.ask("DELETE", "/live/rooms/"+te.Code+"/seats", te.Token, nil)
	require.Equal(t, http.StatusNoContent, status)
	asks()
	_, there := c.get("/" + te.Code + "/nobody")
	status, _ = c.ask("DELETE", "/live/rooms/"+te.Code, te.Token, nil)
	require.Equal(t, http.StatusNoContent, status)
	asks()
	for range 100 {
		status, _, _ := c.post("/"+te.Code, nil) // they press the button there
		require.Equal(t, http.StatusNotFound, status)
	}
	c.comesIn(next.Code)
	_, nowhere := c.get("/BBBBBB/nobody")
	require.Equal(t, strings.ReplaceAll(nowhere, "BBBBBB", te.Code), there, "a seat's page says of no code whether there is a room")
}

// TestAWeekOfGuessing counts what can be tried in a week of a thousand tries a second,
// waiting as cleverly as may be, from one address and from as many as one likes.
func TestAWeekOfGuessing(t *testing.T) {
	for _, tt := range []struct {
		addresses int
		rest      time.Duration
		most      int
	}{{1, time.Second, 1100}, {1, 13 * time.Hour, 1100}, {600, 5 * time.Minute, 2520}, {600, 13 * time.Hour, 2520}} {
		tried := live.TriesIn(7*24*time.Hour, tt.rest, tt.addresses)
		require.Less(t, tried, tt.most, "%v", tt)
		found := float64(tried) * 334 / 64e6
		require.Less(t, found, 0.0132, "chance of finding one of 334 rooms")
	}
}

// TestSeatsOfOtherRooms sends with the tokens of others: of another room's seat, of a seat
// that was taken out, and the same thing again, which is one vote.
func TestSeatsOfOtherRooms(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te, other := c.open(), c.open()
	te.goes("vote")
	other.goes("vote")
	p, out := c.comesIn(te.Code), c.comesIn(other.Code)
	foreign := &pupil{c, "/" + te.Code + out.at[strings.LastIndexByte(out.at, '/'):]}
	status, _ := foreign.sends("option", "a")
	require.Equal(t, http.StatusGone, status)
	for range 5 {
		status, body := p.sends("option", "c")
		require.Equal(t, http.StatusOK, status, body)
	}
	require.Equal(t, []int{0, 0, 1, 0}, te.counts().Votes)
	status, body := out.sends("option", "a")
	require.Equal(t, http.StatusOK, status, body)
	status, _ = c.ask("DELETE", "/live/rooms/"+other.Code+"/seats", other.Token, nil)
	require.Equal(t, http.StatusNoContent, status)
	status, _ = out.sends("option", "b")
	require.Equal(t, http.StatusGone, status)
	require.Equal(t, []int{0, 0, 0, 0}, other.counts().Votes)
}

func TestForeignPagesCannotVote(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	p := c.comesIn(te.Code)
	te.goes("vote")
	for _, header := range [][2]string{{"Origin", "http://elsewhere.example"}, {"Sec-Fetch-Site", "cross-site"}, {"Origin", "null"}} {
		r, err := http.NewRequestWithContext(t.Context(), "POST", c.url+p.at, strings.NewReader("case=y2017&step=A5&option=a"))
		require.NoError(t, err)
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set(header[0], header[1])
		answer, err := http.DefaultClient.Do(r)
		require.NoError(t, err)
		answer.Body.Close()
		require.Equal(t, http.StatusForbidden, answer.StatusCode, "%v", header)
	}
	require.Zero(t, te.sees().Sent)
}

// TestForeignNames has a page of somebody else's name lead to this server, as a browser can
// be told that the name is an address here.
func TestForeignNames(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	for host, want := range map[string]int{
		"elsewhere.example": http.StatusMisdirectedRequest, "127.0.0.1.elsewhere.example:8080": http.StatusMisdirectedRequest,
		"localhost:8080": http.StatusOK, "192.168.137.1:8080": http.StatusOK, "[fd00::1]:8080": http.StatusOK, "laptop": http.StatusOK,
		"Laptop.local.": http.StatusOK, "laptop.lan:8080": http.StatusOK, "x.home.arpa": http.StatusOK,
		"x.home": http.StatusOK, "x.corp": http.StatusOK, "x.localdomain": http.StatusOK, "x.intranet:8080": http.StatusOK, "x.fritz.box": http.StatusOK,
		"evil.box": http.StatusMisdirectedRequest, "fritz.box.evil.example": http.StatusMisdirectedRequest, "evilfritz.box": http.StatusMisdirectedRequest,
	} {
		r := httptest.NewRequestWithContext(t.Context(), "GET", "/in", nil)
		r.Host = host
		w := httptest.NewRecorder()
		c.server.Config.Handler.ServeHTTP(w, r)
		require.Equal(t, want, w.Code, host)
	}
}

// oneLost is a store that cannot say anything of one room.
type oneLost struct{ store.Store }

func (s oneLost) Get(ctx context.Context, key string) (store.Entry, error) {
	if strings.HasSuffix(key, ".BCDFGH") {
		return store.Entry{}, context.DeadlineExceeded
	}
	return s.Store.Get(ctx, key)
}

// TestGuessingBuysNothingBack: what counts as no try gives none back.
func TestGuessingBuysNothingBack(t *testing.T) {
	c := start(t, oneLost{store.NewMemory(time.Now)})
	wrong := 0
	for i := range 200 {
		status, _ := c.get("/BCDFGH-BBBBBB")
		require.Equal(t, http.StatusServiceUnavailable, status)
		if status, _ = c.get("/" + strings.Repeat("B", 5) + string("BCDFGHJKLM"[i%10])); status == http.StatusNotFound {
			wrong++
		}
	}
	require.Equal(t, 60, wrong)
}

// TestManyStreams opens more streams of one seat than a pupil has tabs: the newest end the
// oldest, and another seat's go on.
func TestManyStreams(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	one, other := c.comesIn(te.Code), c.comesIn(te.Code)
	ended := make(chan int, 20)
	listen := func(i int, at string) {
		r, err := http.NewRequestWithContext(t.Context(), "GET", c.url+at+"/events", nil)
		require.NoError(t, err)
		answer, err := http.DefaultClient.Do(r)
		require.NoError(t, err)
		_, err = io.ReadFull(answer.Body, make([]byte, len("event: turn"))) // it counts from here on
		require.NoError(t, err)
		go func() {
			defer answer.Body.Close()
			_, _ = io.Copy(io.Discard, answer.Body)
			ended <- i
		}()
	}
	listen(-1, other.at)
	for i := range 10 {
		listen(i, one.at)
	}
	for range 7 {
		select {
		case i := <-ended:
			require.True(t, i >= 0 && i < 7, "%d", i)
		case <-time.After(5 * time.Second):
			t.Fatal("the oldest streams are still open")
		}
	}
	select {
	case i := <-ended:
		t.Fatalf("stream %d has ended", i)
	case <-time.After(200 * time.Millisecond):
	}
}

// TestManyComeAtOnce has more come at once than there are seats.
func TestManyComeAtOnce(t *testing.T) {
	c := start(t, slowly{store.NewMemory(time.Now)})
	te := c.open()
	var in atomic.Int32
	var all sync.WaitGroup
	for range 100 {
		all.Go(func() {
			if status, _, _, err := c.tryPost("/"+te.Code, nil); err == nil && status == http.StatusOK {
				in.Add(1)
			}
		})
	}
	all.Wait()
	require.EqualValues(t, room.UsualSeats, in.Load())
	require.Equal(t, room.UsualSeats, te.sees().In)
}

// TestComingInWhileTheRoomIsDeleted takes a seat that is being kept while the teacher
// deletes the room: nothing of it stays.
func TestComingInWhileTheRoomIsDeleted(t *testing.T) {
	s := held{store.NewMemory(time.Now), make(chan struct{}), make(chan struct{})}
	c := start(t, s)
	te := c.open()
	statuses := make(chan int)
	go func() {
		status, _, _, _ := c.tryPost("/"+te.Code, nil)
		statuses <- status
	}()
	<-s.keeps
	status, _ := c.ask("DELETE", "/live/rooms/"+te.Code, te.Token, nil)
	require.Equal(t, http.StatusNoContent, status)
	close(s.on)
	require.Contains(t, []int{http.StatusNotFound, http.StatusForbidden}, <-statuses)
	ctx, cancel := context.WithCancel(t.Context())
	require.NoError(t, s.Follow(ctx, func(e store.Entry) {
		if e.Key == "" {
			cancel()
			return
		}
		require.Failf(t, "something is left", "%s", e.Key)
	}))
}

// held says when it keeps a seat, and waits until it may.
type held struct {
	*store.Memory
	keeps, on chan struct{}
}

func (s held) Put(ctx context.Context, key string, value []byte) (uint64, error) {
	if strings.HasPrefix(key, "seat.") {
		s.keeps <- struct{}{}
		<-s.on
	}
	return s.Memory.Put(ctx, key, value)
}

// slowly takes its time to keep a seat.
type slowly struct{ *store.Memory }

func (s slowly) Put(ctx context.Context, key string, value []byte) (uint64, error) {
	if strings.HasPrefix(key, "seat.") {
		time.Sleep(100 * time.Millisecond)
	}
	return s.Memory.Put(ctx, key, value)
}

// TestBadRequests sends what no page of ours would send.
func TestBadRequests(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	p := c.comesIn(te.Code)
	te.goes("vote")
	for name, fields := range map[string][]string{
		"no such option": {"option", "zz"}, "another step": {"option", "a", "step", "A6"}, "another case": {"option", "a", "case", "y2022"},
		"a reason of nowhere": {"option", "a", "reason", "because"}, "a bet while voting": {"bet", "a", "stop", "3"},
		"dots in a step": {"option", "a", "step", "../A5"},
	} {
		status, _ := p.sends(fields...)
		require.GreaterOrEqual(t, status, 400, name)
		require.Less(t, status, 500, name)
	}
	status, _, _ := c.post(p.at, url.Values{"option": {strings.Repeat("a", 5000)}})
	require.Equal(t, http.StatusBadRequest, status)
	status, _ = c.ask("PUT", "/live/rooms/"+te.Code, te.Token, map[string]any{"phase": "dance"})
	require.Equal(t, http.StatusBadRequest, status)
	status, _ = c.ask("PUT", "/live/rooms/"+te.Code, te.Token, map[string]any{"phase": "vote", "case": "y2017", "step": "nowhere"})
	require.Equal(t, http.StatusBadRequest, status)
	status, _ = c.ask("PUT", "/live/rooms/"+te.Code, te.Token, map[string]any{"unheard": 1})
	require.Equal(t, http.StatusBadRequest, status)
	status, _ = c.ask("PUT", "/live/rooms/"+te.Code+"/lesson", te.Token, strings.Repeat("x", store.Longest))
	require.Equal(t, http.StatusRequestEntityTooLarge, status)
	require.Zero(t, te.sees().Sent)
	status, _ = c.get("/index.html")
	require.Equal(t, http.StatusTeapot, status, "the site is behind all that")
}

func TestTooOften(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	p := c.comesIn(te.Code)
	te.goes("vote")
	often := 0
	for range 40 {
		if status, _ := p.sends("option", "a"); status == http.StatusTooManyRequests {
			often++
		}
	}
	require.Equal(t, 20, often)
	c.pass(time.Second)
	status, body := p.sends("option", "b")
	require.Equal(t, http.StatusOK, status, body)
	require.Equal(t, []int{0, 1, 0, 0}, te.counts().Votes)
}
