package live_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"hardcases/cmd/internal/live"
	"hardcases/cmd/internal/live/store"
	"hardcases/game/pack"
	"hardcases/game/room"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

// class is a live server under test, with a clock of its own.
type class struct {
	t      *testing.T
	url    string
	server *httptest.Server // nil where it is a process of its own
	edge   *live.Edge       // the same
	site   http.Handler     // nil for one that has nothing
	stop   func()           // ends the server, but for what is being asked
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
	return startWith(t, s, nil)
}

// startWith tells what cannot be read.
func startWith(t *testing.T, s store.Store, fault func(error)) *class {
	t.Helper()
	c := &class{t: t, clock: time.Now()}
	p := packs.Named(t, "cloudflare")
	c.pack = p.Hash()
	ctx, cancel := context.WithCancel(t.Context())
	edge, err := live.New(ctx, live.Parts{
		Store: s, Packs: []*pack.Pack{p}, Words: packs.Words(t), Now: c.now,
		Site: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if c.site != nil {
				c.site.ServeHTTP(w, r)
				return
			}
			http.Error(w, "the site", http.StatusTeapot)
		}),
		Random: func(b []byte) { rand.Read(b) }, Fault: fault,
	})
	require.NoError(t, err)
	c.edge, c.stop = edge, cancel
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
	In, Sent, SentBets, Guessed   int
	Votes, Bets, Reasons, Guesses []int
	Sure                          [][]int
	Phase, Tag                    string
	Locked                        bool
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

// counts are what the room's seats have sent, also where too few have for the teacher to
// be told.
func (te *teacher) counts() room.Tally { return te.edge.Tally(te.Code) }

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
