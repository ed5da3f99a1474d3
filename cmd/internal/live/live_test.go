package live_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"hardcases/cmd/internal/live"
	"hardcases/cmd/internal/live/store"
	"hardcases/game/pack"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

// class is a live server under test, with a clock of its own.
type class struct {
	t      *testing.T
	url    string
	server *httptest.Server // nil where it is a process of its own
	mu     sync.Mutex
	clock  time.Time
	pack   string
}

func (c *class) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.clock
}

func (c *class) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.clock = c.clock.Add(d)
}

func start(t *testing.T, s store.Store) *class {
	t.Helper()
	c := &class{t: t, clock: time.Now()}
	p := packs.Named(t, "cloudflare")
	c.pack = p.Hash()
	ctx, cancel := context.WithCancel(t.Context())
	edge, err := live.New(ctx, live.Parts{
		Store: s, Packs: []*pack.Pack{p}, Words: packs.Words(t), Now: c.now,
		Site:   http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { http.Error(w, "the site", http.StatusTeapot) }),
		Random: func(b []byte) { rand.Read(b) },
	})
	require.NoError(t, err)
	c.server = httptest.NewServer(edge.Handler())
	c.url = c.server.URL
	t.Cleanup(func() { cancel(); c.server.CloseClientConnections(); c.server.Close() })
	return c
}

// teacher is a teacher's game.
type teacher struct {
	*class
	Code, Token, Address, Camera string
}

func (c *class) open() *teacher {
	c.t.Helper()
	status, b := c.ask("POST", "/live/rooms", "", map[string]any{"pack": c.pack, "locale": "en"})
	require.Equal(c.t, http.StatusCreated, status, string(b))
	te := &teacher{class: c}
	require.NoError(c.t, json.Unmarshal(b, te))
	return te
}

func (c *class) ask(method, path, token string, body any) (int, []byte) {
	c.t.Helper()
	var in io.Reader
	if body != nil {
		b, err := json.Marshal(body)
		require.NoError(c.t, err)
		in = bytes.NewReader(b)
	}
	r, err := http.NewRequestWithContext(c.t.Context(), method, c.url+path, in)
	require.NoError(c.t, err)
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	answer, err := http.DefaultClient.Do(r)
	require.NoError(c.t, err)
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	require.NoError(c.t, err)
	return answer.StatusCode, b
}

func (te *teacher) goes(phase string, more ...map[string]any) figures {
	te.t.Helper()
	body := map[string]any{"case": "y2017", "step": "A5", "phase": phase, "n": 1, "of": 5}
	for _, m := range more {
		for k, v := range m {
			body[k] = v
		}
	}
	status, b := te.ask("PUT", "/live/rooms/"+te.Code, te.Token, body)
	require.Equal(te.t, http.StatusOK, status, string(b))
	return parse(te.t, b)
}

type figures struct {
	In, Sent             int
	Votes, Bets, Reasons []int
	Phase, Tag           string
	Locked               bool
}

func parse(t *testing.T, b []byte) figures {
	var f figures
	require.NoError(t, json.Unmarshal(b, &f))
	return f
}

func (te *teacher) sees() figures {
	te.t.Helper()
	status, b := te.ask("GET", "/live/rooms/"+te.Code, te.Token, nil)
	require.Equal(te.t, http.StatusOK, status, string(b))
	return parse(te.t, b)
}

// pupil is a browser without scripts.
type pupil struct {
	*class
	at string // the address of the seat
}

func (c *class) get(path string) (int, string) {
	status, b := c.ask("GET", path, "", nil)
	return status, string(b)
}

func (c *class) post(path string, form url.Values) (status int, body, at string) {
	c.t.Helper()
	status, body, at, err := c.tryPost(path, form)
	require.NoError(c.t, err)
	return status, body, at
}

func (c *class) tryPost(path string, form url.Values) (status int, body, at string, err error) {
	r, err := http.NewRequestWithContext(c.t.Context(), "POST", c.url+path, strings.NewReader(form.Encode()))
	if err != nil {
		return 0, "", "", err
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, "", "", err
	}
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	if err != nil {
		return 0, "", "", err
	}
	return answer.StatusCode, string(b), answer.Request.URL.RequestURI(), nil
}

func (c *class) comesIn(room string) *pupil {
	c.t.Helper()
	status, body, at := c.post("/"+room, nil)
	require.Equal(c.t, http.StatusOK, status, body)
	return &pupil{c, at}
}

func (p *pupil) sees() string {
	p.t.Helper()
	status, body := p.get(p.at)
	require.Equal(p.t, http.StatusOK, status, body)
	return body
}

func (p *pupil) sends(fields ...string) (int, string) {
	p.t.Helper()
	status, body, err := p.try(fields...)
	require.NoError(p.t, err)
	return status, body
}

func (p *pupil) try(fields ...string) (int, string, error) {
	form := url.Values{"case": {"y2017"}, "step": {"A5"}}
	for i := 0; i < len(fields); i += 2 {
		form.Set(fields[i], fields[i+1])
	}
	status, body, _, err := p.tryPost(p.at, form)
	return status, body, err
}

func TestAClassVotes(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	require.Regexp(t, `^[B-DF-HJ-NP-TV-XZ]{6}$`, te.Code)
	require.Equal(t, strings.ToUpper(c.url)+"/"+te.Code, te.Camera[:len(te.Camera)-5])

	status, door := c.get("/" + strings.ToLower(te.Code))
	require.Equal(t, http.StatusOK, status)
	require.Contains(t, door, "Come in")
	require.Zero(t, te.sees().In, "looking at the door takes no seat")

	var pupils []*pupil
	for range 7 {
		pupils = append(pupils, c.comesIn(te.Code))
	}
	require.Equal(t, 7, te.sees().In)
	require.Contains(t, pupils[0].sees(), "You are in")
	require.Contains(t, pupils[0].sees(), `http-equiv="refresh"`, "a page that waits renews itself")

	te.goes("wait")
	status, body := pupils[0].sends("option", "a")
	require.Equal(t, http.StatusConflict, status, body)

	te.goes("vote")
	require.NotContains(t, pupils[0].sees(), "refresh", "a form that is filled in does not")
	for i, p := range pupils {
		status, body := p.sends("option", string("abca"[i%4]), "reason", "process")
		require.Equal(t, http.StatusOK, status, body)
		require.Contains(t, body, "Your vote has arrived")
	}
	status, body = pupils[6].sends("option", "d")
	require.Equal(t, http.StatusOK, status, body)
	require.Regexp(t, `value="d"[^>]* checked`, body)
	f := te.sees()
	require.Equal(t, 7, f.Sent)
	require.Equal(t, []int{3, 2, 1, 1}, f.Votes)

	status, body = pupils[0].sends()
	require.Equal(t, http.StatusUnprocessableEntity, status)
	require.Contains(t, body, "Something is still to be chosen")

	te.goes("bet")
	status, body = pupils[0].sends("bet", "d", "stop", "3")
	require.Equal(t, http.StatusOK, status, body)
	require.Contains(t, body, "Your bet has arrived")
	require.Equal(t, []int{0, 0, 0, 1}, te.sees().Bets)

	require.NotContains(t, pupils[0].sees(), "Your class", "no pupil sees a figure before the reveal")
	te.goes("told")
	told := pupils[0].sees()
	require.Contains(t, told, "You would have chosen:")
	require.Contains(t, told, "You bet on:")
	require.Contains(t, told, "Your class")

	te.goes("over")
	require.Regexp(t, `[A-Z0-9]{4}-[A-Z0-9]{4}`, pupils[0].sees(), "a result code")
}

func TestFrench(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	_, body := c.get("/" + te.Code + "?lang=fr")
	require.Contains(t, body, `<html lang="fr">`)
	require.Contains(t, body, "Entrer")
	r, err := http.NewRequestWithContext(t.Context(), "GET", c.url+"/"+te.Code, nil)
	require.NoError(t, err)
	r.Header.Set("Accept-Language", "de, fr-CA;q=0.8, en;q=0.5")
	answer, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	defer answer.Body.Close()
	require.Equal(t, "fr", answer.Header.Get("Content-Language"))
	_, _, at := c.post("/"+te.Code+"?lang=fr", nil)
	require.Contains(t, at, "?lang=fr", "the language stays from page to page")
}

func TestDoors(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	te.goes("wait", map[string]any{"most": 2})
	one := c.comesIn(te.Code)
	c.comesIn(te.Code)
	status, body, _ := c.post("/"+te.Code, nil)
	require.Equal(t, http.StatusForbidden, status)
	require.Contains(t, body, "full")
	te.goes("wait", map[string]any{"most": 10, "locked": true})
	status, body, _ = c.post("/"+te.Code, nil)
	require.Equal(t, http.StatusForbidden, status)
	require.Contains(t, body, "closed the door")
	require.Contains(t, one.sees(), "You can vote in a moment", "who is in stays in")

	status, _ = c.ask("DELETE", "/live/rooms/"+te.Code+"/seats", te.Token, nil)
	require.Equal(t, http.StatusNoContent, status)
	status, body = c.get(one.at)
	require.Equal(t, http.StatusGone, status)
	require.Contains(t, body, "no longer taken")
	require.Zero(t, te.sees().In)

	status, _ = c.ask("DELETE", "/live/rooms/"+te.Code, te.Token, nil)
	require.Equal(t, http.StatusNoContent, status)
	status, _ = c.get("/" + te.Code)
	require.Equal(t, http.StatusNotFound, status)
}

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
// a code is right, while the class at the same address goes on and its cameras let
// new pupils in.
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
	join := te.Camera[strings.LastIndexByte(te.Camera, '/')+1:]
	c.comesIn(join)
	require.Equal(t, 2, te.sees().In)
	status, _ = c.get("/" + te.Code + "-BBBB")
	require.NotEqual(t, http.StatusOK, status)
	c.pass(11 * time.Minute)
	c.comesIn(te.Code)
}

// TestAWeekOfGuessing counts what one address can try in a week of a thousand
// tries a second, waiting as cleverly as may be.
func TestAWeekOfGuessing(t *testing.T) {
	for _, rest := range []time.Duration{time.Second, 13 * time.Hour} {
		tried := live.TriesIn(7*24*time.Hour, rest)
		require.Less(t, tried, 2000)
		found := float64(tried) * 334 / 64e6
		require.Less(t, found, 0.0105, "chance of finding one of 334 rooms")
	}
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
	require.Equal(t, []int{0, 1, 0, 0}, te.sees().Votes)
}

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

// TestNews has a pupil's page and a teacher's game hear of what changes.
func TestNews(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	p := c.comesIn(te.Code)
	turns := c.listen(p.at + "/events")
	require.Equal(t, "event: turn", next(t, turns))
	tag := te.goes("vote").Tag
	for next(t, turns) != "data: 2" {
	}
	heard := make(chan figures, 1)
	go func() {
		_, b := te.ask("GET", "/live/rooms/"+te.Code+"?after="+tag, te.Token, nil)
		heard <- parse(t, b)
	}()
	time.Sleep(50 * time.Millisecond)
	require.Empty(t, heard, "nothing has changed yet")
	status, body := p.sends("option", "a")
	require.Equal(t, http.StatusOK, status, body)
	f := <-heard
	require.Equal(t, 1, f.Sent)
	require.NotEqual(t, tag, f.Tag)
	_, b := te.ask("GET", "/live/rooms/"+te.Code+"?after="+tag, te.Token, nil)
	require.Equal(t, f, parse(t, b), "what has changed meanwhile is told at once")
	te.ask("DELETE", "/live/rooms/"+te.Code+"/seats", te.Token, nil)
	for next(t, turns) != "event: gone" {
	}
	f = te.sees()
	go te.ask("DELETE", "/live/rooms/"+te.Code, te.Token, nil)
	status, _ = te.ask("GET", "/live/rooms/"+te.Code+"?after="+f.Tag, te.Token, nil)
	require.Equal(t, http.StatusForbidden, status, "that a room is gone is heard, too")
}

func (c *class) listen(path string) <-chan string {
	c.t.Helper()
	r, err := http.NewRequestWithContext(c.t.Context(), "GET", c.url+path, nil)
	require.NoError(c.t, err)
	answer, err := http.DefaultClient.Do(r)
	require.NoError(c.t, err)
	require.Equal(c.t, "text/event-stream", answer.Header.Get("Content-Type"))
	lines := make(chan string, 100)
	go func() {
		defer answer.Body.Close()
		b := make([]byte, 4096)
		rest := ""
		for {
			n, err := answer.Body.Read(b)
			rest += string(b[:n])
			for {
				line, more, ok := strings.Cut(rest, "\n")
				if !ok {
					break
				}
				if line != "" {
					lines <- line
				}
				rest = more
			}
			if err != nil {
				close(lines)
				return
			}
		}
	}()
	return lines
}

func next(t *testing.T, lines <-chan string) string {
	t.Helper()
	select {
	case line := <-lines:
		return line
	case <-time.After(10 * time.Second):
		t.Fatal("nothing came")
		return ""
	}
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

// TestPagesAreSmall holds what a pupil's first page takes to its budget.
func TestPagesAreSmall(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	p := c.comesIn(te.Code)
	te.goes("vote")
	_, js := c.get("/live/pupil.js")
	_, css := c.get("/live/pupil.css")
	require.LessOrEqual(t, len(js), 8<<10)
	for _, phase := range []string{"wait", "vote", "bet", "told", "over"} {
		te.goes(phase)
		for _, lang := range []string{"en", "fr"} {
			_, page := c.get(p.at + "?lang=" + lang)
			require.LessOrEqual(t, len(js)+len(css)+len(page), 40<<10, "%s %s", phase, lang)
			require.Empty(t, regexp.MustCompile(`(src|href|action)="https?:`).FindString(page), "nothing is fetched from elsewhere")
		}
	}
}

// failing is a store whose disk is full, or gone.
type failing struct {
	store.Store
	err error
}

func (f *failing) Put(ctx context.Context, key string, value []byte) (uint64, error) {
	if f.err != nil {
		return 0, f.err
	}
	return f.Store.Put(ctx, key, value)
}

func TestWhatIsNotKeptIsNotAcknowledged(t *testing.T) {
	s := &failing{Store: store.NewMemory(time.Now)}
	c := start(t, s)
	te := c.open()
	p := c.comesIn(te.Code)
	te.goes("vote")
	for _, err := range []error{store.ErrFull, fmt.Errorf("no quorum"), context.DeadlineExceeded} {
		s.err = err
		status, body := p.sends("option", "b")
		require.Equal(t, http.StatusServiceUnavailable, status)
		require.Contains(t, body, "Not sent yet")
		require.Regexp(t, `value="b"[^>]* checked`, body, "what was chosen need not be chosen again")
		require.Zero(t, te.sees().Sent)
	}
	s.err = nil
	status, _ := p.sends("option", "b")
	require.Equal(t, http.StatusOK, status)
	require.Equal(t, 1, te.sees().Sent)
}
