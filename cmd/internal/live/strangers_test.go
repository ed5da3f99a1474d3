package live_test

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"hardcases/cmd/internal/live/store"

	"github.com/stretchr/testify/require"
)

// from sends a request as if from an address.
func (c *class) from(address, method, path, token, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequestWithContext(c.t.Context(), method, "http://127.0.0.1"+path, strings.NewReader(body))
	r.RemoteAddr = net.JoinHostPort(address, "1234")
	if !strings.HasPrefix(path, "/live/") {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	w := httptest.NewRecorder()
	c.server.Config.Handler.ServeHTTP(w, r)
	return w
}

// opening is what asks for a room.
func (c *class) opening(locale string) string {
	b, err := json.Marshal(map[string]any{"pack": c.pack, "locale": locale})
	require.NoError(c.t, err)
	return string(b)
}

// TestWhatARoomIsOpenedWith holds that nothing is kept of what no game of ours says.
func TestWhatARoomIsOpenedWith(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	for locale, want := range map[string]int{
		"": http.StatusCreated, "fr": http.StatusCreated, "xx": http.StatusBadRequest, strings.Repeat("x", 100<<10): http.StatusBadRequest,
	} {
		require.Equal(t, want, c.from("127.0.0.1", "POST", "/live/rooms", "", c.opening(locale)).Code, "%.9s", locale)
	}
	te := c.open()
	for _, place := range []string{strings.Repeat("x", 100<<10), "y1999"} {
		status, _ := te.ask("PUT", "/live/rooms/"+te.Code, te.Token, map[string]any{"phase": "wait", "case": place})
		require.Equal(t, http.StatusBadRequest, status)
	}
	status, _ := te.ask("PUT", "/live/rooms/"+te.Code, te.Token, map[string]any{"phase": "wait"})
	require.Equal(t, http.StatusOK, status)
}

// TestStrangersFillNoServer has strangers keep lessons in rooms of theirs: they are refused
// long before there is no room for votes.
func TestStrangersFillNoServer(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	te.goes("vote")
	p := c.comesIn(te.Code)
	long := strings.Repeat("x", 256<<10)
	require.Equal(t, http.StatusRequestEntityTooLarge, c.from("10.0.0.7", "PUT", "/live/rooms/"+te.Code+"/lesson", te.Token, long+"x").Code)
	kept := 0
	for {
		other := c.open()
		w := c.from("10.0.0.7", "PUT", "/live/rooms/"+other.Code+"/lesson", other.Token, long)
		if w.Code != http.StatusNoContent {
			require.Equal(t, http.StatusInsufficientStorage, w.Code, w.Body)
			break
		}
		kept++
		require.LessOrEqual(t, kept, 256)
	}
	require.Equal(t, 256, kept)
	status, body := p.sends("option", "a")
	require.Equal(t, http.StatusOK, status, body)
	c.ask("DELETE", "/live/rooms/"+te.Code, te.Token, nil)
}

// TestALessonMayBeLong keeps one with 2,000 codes that were pasted twice; all else is short.
func TestALessonMayBeLong(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	at, long := "/live/rooms/"+te.Code, strings.Repeat("x", 2*2000*44)
	require.Equal(t, http.StatusNoContent, c.from("10.0.0.7", "PUT", at+"/lesson", te.Token, long).Code)
	require.Equal(t, long, c.from("10.0.0.7", "GET", at+"/lesson", te.Token, "").Body.String())
	turn := `{"phase":"wait"` + strings.Repeat(" ", 16<<10) + "}"
	require.Equal(t, http.StatusBadRequest, c.from("10.0.0.7", "PUT", at, te.Token, turn).Code)
	require.Equal(t, http.StatusOK, c.from("10.0.0.7", "PUT", at, te.Token, turn[:100]+"}").Code)
}

// TestTooManyTurns turns a room's pages a hundred times in a second, and keeps its lesson so
// often that figures of a lecture may come.
func TestTooManyTurns(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	often, lessons := 0, 0
	for range 100 {
		c.pass(10 * time.Millisecond)
		status, b := te.ask("PUT", "/live/rooms/"+te.Code, te.Token, map[string]any{"phase": "wait"})
		if status == http.StatusTooManyRequests {
			often++
		} else {
			require.Equal(t, http.StatusOK, status, string(b))
		}
		if status, _ = te.ask("PUT", "/live/rooms/"+te.Code+"/lesson", te.Token, "x"); status == http.StatusNoContent {
			lessons++
		}
	}
	require.Equal(t, 59, often, "40 at once, and two come back in a second")
	require.Equal(t, 100, lessons)
}

// TestALectureIsKept keeps a lesson as often as figures can come, for three minutes.
func TestALectureIsKept(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	for range 1200 {
		c.pass(150 * time.Millisecond)
		require.Equal(t, http.StatusNoContent, c.from("10.0.0.7", "PUT", "/live/rooms/"+te.Code+"/lesson", te.Token, "x").Code)
	}
}

// TestZonesAreNoAddresses opens rooms from one address with other zones each time.
func TestZonesAreNoAddresses(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	opened := 0
	for i := range 40 {
		if c.from(fmt.Sprintf("fe80::1%%%d", i), "POST", "/live/rooms", "", c.opening("en")).Code == http.StatusCreated {
			opened++
		}
	}
	require.Equal(t, 30, opened)
}

// TestStrangersLeaveRooms has strangers open as many rooms as they can: a teacher at this
// computer opens another one, and is never told to wait.
func TestStrangersLeaveRooms(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	opens := func(address string) int {
		return c.from(address, "POST", "/live/rooms", "", c.opening("en")).Code
	}
	for range 30 {
		require.Equal(t, http.StatusCreated, opens("203.0.113.7"))
	}
	require.Equal(t, http.StatusTooManyRequests, opens("203.0.113.7"))
	for range 920 {
		require.Equal(t, http.StatusCreated, opens("127.0.0.1"))
	}
	require.Equal(t, http.StatusConflict, opens("203.0.113.8"), "it need not wait a minute")
	for range 50 {
		require.Equal(t, http.StatusCreated, opens("::1"))
	}
	require.Equal(t, http.StatusConflict, opens("::1"))
}

// TestStrangersHaveTheStoreAskedOnlySoOften has an address ask for seats, rooms and lessons
// that are not there: others find what this server has not heard of all the same.
func TestStrangersHaveTheStoreAskedOnlySoOften(t *testing.T) {
	s := &counting{Store: deaf{store.NewMemory(time.Now)}}
	c, other := start(t, s), start(t, s)
	te := other.open()
	away := 0
	for i := range 6000 {
		at := []string{"/ZZZZZZ-ZZZZZZ", "/ZZZZZZ/nobody", "/live/rooms/ZZZZZZ"}[i%3]
		if c.from("203.0.113.7", "GET", at, "x", "").Code == http.StatusServiceUnavailable {
			away++
		}
	}
	require.Equal(t, 2000, away)
	require.LessOrEqual(t, s.gets.Load(), int32(4000*4/3))
	require.Equal(t, http.StatusOK, c.from("203.0.113.8", "GET", "/"+te.Code, "", "").Code)
}

// TestARoomHasNoBudgetToSpend tries second codes, teachers' tokens and seats at a room, from
// the address of its class, far beyond what an address may have the store asked: whoever has
// the right ones goes on as before, and what is refused is refused as at no room.
func TestARoomHasNoBudgetToSpend(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	te.goes("vote")
	p := c.comesIn(te.Code)
	c.pass(time.Minute) // so that what it may have asked runs out between two pairs
	tries := []struct{ method, path, token string }{
		{"GET", "/CODE-BBBBBB", ""}, {"POST", "/CODE-BBBBBB", ""}, {"GET", "/live/rooms/CODE", "nobody"}, {"PUT", "/live/rooms/CODE/lesson", "nobody"},
		{"GET", "/CODE/nobody", ""}, {"POST", "/CODE/nobody", ""}, {"GET", "/CODE/nobody/turn", ""}, {"GET", "/CODE/nobody/events", ""},
	}
	for range 1000 {
		for _, try := range tries {
			var said []string
			for _, code := range []string{te.Code, "ZZZZZZ"} {
				w := c.from("127.0.0.1", try.method, strings.Replace(try.path, "CODE", code, 1), try.token, "")
				require.GreaterOrEqual(t, w.Code, 400)
				said = append(said, fmt.Sprint(w.Code, strings.ReplaceAll(w.Body.String(), code, "CODE")))
			}
			require.Equal(t, said[1], said[0], "%v", try)
		}
	}
	status, body := p.sends("option", "a")
	require.Equal(t, http.StatusOK, status, body)
	c.comesIn(te.Camera[strings.LastIndexByte(te.Camera, '/')+1:])
	require.Equal(t, 2, te.sees().In)
	te.goes("told")
}

// TestNobodyClosesTheDoorToAClass has a device ask for a room that is not there until its
// address may have the store asked no more: the class behind that address comes in by the
// code of the picture, and by no other.
func TestNobodyClosesTheDoorToAClass(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	asks := func(method, at string) int { return c.from("203.0.113.7", method, at, "", "").Code }
	for range 4000 {
		require.Equal(t, http.StatusNotFound, asks("GET", "/ZZZZZZ-ZZZZZZ"))
	}
	require.Equal(t, http.StatusServiceUnavailable, asks("GET", "/ZZZZZZ-ZZZZZZ"))
	require.Equal(t, http.StatusServiceUnavailable, asks("GET", "/"+te.Code+"-ZZZZZZ"))
	picture := te.Camera[strings.LastIndexByte(te.Camera, '/'):]
	require.Equal(t, http.StatusOK, asks("GET", picture))
	require.Equal(t, http.StatusSeeOther, asks("POST", picture))
	require.Equal(t, 1, te.sees().In)
}
