package live_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"hardcases/cmd/internal/live"
	"hardcases/cmd/internal/live/store"
	"hardcases/game/pack"
	"hardcases/game/room"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

// run serves in this process, as the program does.
func run(t *testing.T, o live.Options) *class {
	t.Helper()
	p := packs.Named(t, "cloudflare")
	o.Packs, o.Words, o.Site = []*pack.Pack{p}, packs.Words(t), http.NotFoundHandler()
	ready := make(chan net.Addr, 1)
	o.Ready = func(at net.Addr) { ready <- at }
	if o.Addr == "" {
		o.Addr = "127.0.0.1:0"
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- live.Run(ctx, o) }()
	t.Cleanup(func() { cancel(); require.NoError(t, <-ended) })
	select {
	case at := <-ready:
		return &class{t: t, url: "http://" + at.String(), pack: p.Hash(), clock: time.Now()}
	case err := <-ended:
		t.Fatal(err)
		return nil
	}
}

// TestSlowConnectionsAreShed opens connections that say nothing, or a byte a second, in
// their heads or their bodies, while pupils vote: each is closed within 15 seconds.
func TestSlowConnectionsAreShed(t *testing.T) {
	c := run(t, live.Options{Memory: true})
	te := c.open()
	te.goes("vote")
	p := c.comesIn(te.Code)
	at := strings.TrimPrefix(c.url, "http://")
	const slow = 500
	ended := make(chan time.Duration, slow)
	for i := range slow {
		conn, err := net.Dial("tcp", at)
		require.NoError(t, err)
		begin := time.Now()
		go func() {
			defer conn.Close()
			go drips(conn, p.at, i)
			io.Copy(io.Discard, conn)
			ended <- time.Since(begin)
		}()
	}
	shed, worst := 0, time.Duration(0)
	for voted := 0; shed < slow; {
		sent := time.Now()
		status, body := p.sends("option", string("abcd"[voted%4]))
		require.Equal(t, http.StatusOK, status, body)
		require.Less(t, time.Since(sent), 5*time.Second)
		voted++
		for wait := time.After(600 * time.Millisecond); wait != nil && shed < slow; {
			select {
			case took := <-ended:
				shed, worst = shed+1, max(worst, took)
				require.Less(t, took, 15*time.Second)
			case <-wait:
				wait = nil
			}
		}
		require.Less(t, voted, 60, "connections that say nothing are still open")
	}
	t.Logf("%d connections were shed, the last after %v", shed, worst.Round(10*time.Millisecond))
}

// drips says nothing on a connection, or a byte a second of a head or of a body.
func drips(conn net.Conn, at string, i int) {
	head := "POST " + at + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n"
	switch i % 3 {
	case 0:
		return
	case 1:
		head += "\r\n" // the body is what is slow
	}
	io.WriteString(conn, head)
	for {
		if _, err := io.WriteString(conn, "X"); err != nil {
			return
		}
		time.Sleep(time.Second)
	}
}

// TestStoresThatCannotBe tries folders in which nothing can be kept.
func TestStoresThatCannotBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	_, err := store.Embedded(t.Context(), file)
	require.ErrorContains(t, err, "the folder for votes cannot be")
	_, err = store.Embedded(t.Context(), filepath.Join(file, "below"))
	require.ErrorContains(t, err, "the folder for votes cannot be made")
	err = live.Run(t.Context(), live.Options{Addr: "127.0.0.1:0", Store: file})
	require.ErrorContains(t, err, "the folder for votes")
	err = live.Run(t.Context(), live.Options{Addr: "127.0.0.1:0", Memory: true, Public: "class.example.org"})
	require.ErrorContains(t, err, "--public")
	err = live.Run(t.Context(), live.Options{Addr: "nowhere", Memory: true})
	require.ErrorContains(t, err, "cannot listen")
	_, err = store.Connect(t.Context(), "nats://127.0.0.1:1", "")
	require.ErrorContains(t, err, "cannot connect to NATS")
}

// TestRoomsOfOtherVersions has rooms in the store that other programs kept.
func TestRoomsOfOtherVersions(t *testing.T) {
	s := store.NewMemory(time.Now)
	c := start(t, s)
	te := c.open()
	e, err := s.Get(t.Context(), "room."+te.Code)
	require.NoError(t, err)
	var rec map[string]any
	require.NoError(t, json.Unmarshal(e.Value, &rec))
	rec["version"] = 99
	newer, err := json.Marshal(rec)
	require.NoError(t, err)
	for code, value := range map[string]string{"BCDFGH": string(newer), "BCDFGJ": "{", "BCDFGK": ""} {
		_, err := s.Put(t.Context(), "room."+code, []byte(value))
		require.NoError(t, err)
	}
	for _, key := range []string{"vote." + te.Code + ".y2017/A5.00", "vote." + te.Code + ".nowhere.00", "other." + te.Code + ".x", "room"} {
		_, err := s.Put(t.Context(), key, []byte("9 from a later version"))
		require.NoError(t, err)
	}
	var faults []string
	again := startWith(t, s, func(err error) { faults = append(faults, err.Error()) })
	require.Len(t, faults, 4)
	require.Contains(t, strings.Join(faults, "\n"), "the room BCDFGH: a room was made by a newer version of this program")
	for _, code := range []string{"BCDFGH", "BCDFGJ", "BCDFGK"} {
		status, _ := again.get("/" + code)
		require.Equal(t, http.StatusNotFound, status, code)
	}
	te.class = again
	te.goes("vote")
	p := again.comesIn(te.Code)
	status, body := p.sends("option", "a")
	require.Equal(t, http.StatusOK, status, body)
	require.Equal(t, 1, te.sees().Sent)
}

// TestTheClockGoesBack sets the clock back by an hour in the middle of a vote.
func TestTheClockGoesBack(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	te.goes("vote")
	p := c.comesIn(te.Code)
	for i, option := range []string{"a", "b", "c"} {
		status, body := p.sends("option", option)
		require.Equal(t, http.StatusOK, status, body)
		want := make([]int, 4)
		want[i] = 1
		require.Equal(t, want, te.counts().Votes)
		c.pass(-time.Hour)
	}
	c.comesIn(te.Code)
}

// TestStreamsThroughProxies has a stream held back and cut by proxies: what a
// device asks by itself still says where the lesson is.
func TestStreamsThroughProxies(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	p := c.comesIn(te.Code)
	target, err := url.Parse(c.url)
	require.NoError(t, err)
	for name, handler := range map[string]http.Handler{"gathers": gathers(target), "cuts": cuts(target, time.Second)} {
		t.Run(name, func(t *testing.T) {
			proxy := httptest.NewServer(handler)
			defer proxy.Close()
			through := &pupil{&class{t: t, url: proxy.URL}, p.at}
			te.goes("wait")
			te.goes("vote")
			_, turn := through.get(p.at + "/turn")
			te.goes("told")
			_, next := through.get(p.at + "/turn")
			require.NotEqual(t, turn, next)
			te.goes("vote")
			status, body := through.sends("option", "d")
			require.Equal(t, http.StatusOK, status, body)
		})
	}
}

// delays passes on everything two seconds late.
func delays(to *url.URL) http.Handler {
	on := cuts(to, time.Minute)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(2 * time.Second)
		on.ServeHTTP(w, r)
	})
}

// TestATeacherBehindProxies waits for news as a teacher's game does, for longer than one of
// the proxies lets anything be quiet: none of its requests is cut off, and a vote is told
// within five seconds.
func TestATeacherBehindProxies(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	target, err := url.Parse(c.url)
	require.NoError(t, err)
	for name, handler := range map[string]http.Handler{"gathers": gathers(target), "cuts": cuts(target, 20*time.Second), "delays": delays(target)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			proxy := httptest.NewServer(handler)
			defer proxy.Close()
			there := &class{t: t, url: proxy.URL, pack: c.pack}
			te := there.open()
			te.goes("vote")
			p := there.comesIn(te.Code)
			tag, quiet := te.sees().Tag, time.Now()
			status, _ := te.ask("GET", "/live/rooms/"+te.Code+"?after="+tag, te.Token, nil)
			require.Equal(t, http.StatusNoContent, status, "nothing new")
			require.Less(t, time.Since(quiet), 20*time.Second)
			told := make(chan time.Time)
			go func() {
				defer close(told)
				status, b := te.ask("GET", "/live/rooms/"+te.Code+"?after="+tag, te.Token, nil)
				if status == http.StatusOK && parse(t, b).Sent == 1 {
					told <- time.Now()
				}
			}()
			time.Sleep(3 * time.Second) // it waits
			sent := time.Now()
			status, body, _, err := there.tryPost(p.at, url.Values{"case": {"y2017"}, "step": {"A5"}, "option": {"b"}})
			require.NoError(t, err)
			require.Equal(t, http.StatusOK, status, body)
			at := <-told
			require.False(t, at.IsZero(), "it was not told")
			require.Less(t, at.Sub(sent), 5*time.Second)
			t.Log("told after", at.Sub(sent).Round(time.Millisecond))
		})
	}
}

// gathers passes on what it gets only when all of it is there; streams never end.
func gathers(to *url.URL) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer, err := forward(to, r)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer answer.Body.Close()
		b, err := io.ReadAll(answer.Body)
		if err != nil {
			return
		}
		pass(w, answer)
		w.Write(b)
	})
}

// cuts ends what takes longer than a while.
func cuts(to *url.URL, most time.Duration) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), most)
		defer cancel()
		answer, err := forward(to, r.WithContext(ctx))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer answer.Body.Close()
		pass(w, answer)
		io.Copy(w, answer.Body)
	})
}

func forward(to *url.URL, r *http.Request) (*http.Response, error) {
	next, err := http.NewRequestWithContext(r.Context(), r.Method, to.String()+r.URL.RequestURI(), r.Body)
	if err != nil {
		return nil, err
	}
	next.Header = r.Header.Clone()
	return http.DefaultTransport.RoundTrip(next)
}

func pass(w http.ResponseWriter, answer *http.Response) {
	for k, v := range answer.Header {
		w.Header()[k] = v
	}
	w.WriteHeader(answer.StatusCode)
}

// packed asks for a room in MessagePack.
func packed(t testing.TB, pack string) string {
	o := room.Opening{Pack: pack, Locale: "fr"}
	b, err := o.MarshalMsg(nil)
	require.NoError(t, err)
	return string(b)
}

// FuzzRequests sends anything anywhere: nothing panics, nothing fails but by the
// sender's fault, and no room is changed by it.
func FuzzRequests(f *testing.F) {
	f.Add("POST", "/BCDFGH/x", "option=a", "")
	f.Add("PUT", "/live/rooms/BCDFGH", `{"phase":"vote"}`, "Bearer x")
	f.Add("GET", "/in?code=bcd+fgh", "", "")
	f.Add("GET", "/BCDFGH-ZZZZ?lang=%00", "", "")
	var now, drawn atomic.Int64
	p, err := packs.Open("cloudflare")
	require.NoError(f, err)
	words, err := packs.Strings()
	require.NoError(f, err)
	edge, err := live.New(f.Context(), live.Parts{
		Store: store.NewMemory(time.Now), Packs: []*pack.Pack{p}, Words: words, Site: http.NotFoundHandler(),
		Random: func(b []byte) { copy(b, fmt.Sprint(drawn.Add(1), "not random, but enough of it")) },
		Now:    func() time.Time { return time.Unix(now.Add(600), 0) }, // nobody is refused for asking often
	})
	require.NoError(f, err)
	h := edge.Handler()
	asks := func(method, path, body, token string) *httptest.ResponseRecorder {
		r, w := httptest.NewRequest(method, "http://127.0.0.1"+path, strings.NewReader(body)), httptest.NewRecorder()
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Authorization", "Bearer "+token)
		h.ServeHTTP(w, r)
		return w
	}
	var o struct{ Code, Token string }
	require.NoError(f, json.Unmarshal(asks("POST", "/live/rooms", `{"pack":"`+p.Hash()+`"}`, "").Body.Bytes(), &o))
	at := "/live/rooms/" + o.Code
	require.Equal(f, http.StatusOK, asks("PUT", at, `{"phase":"vote","case":"y2017","step":"A5"}`, o.Token).Code)
	seat := asks("POST", "/"+o.Code, "", "").Header().Get("Location")
	for _, seed := range [][4]string{
		{"POST", seat, "case=y2017&step=A5&option=a", ""}, {"POST", seat, "case=y2017&step=A5&option=a&reason=process&bet=b&stop=7", ""},
		{"GET", seat + "/turn", "", ""}, {"POST", "/" + o.Code, "", ""}, {"PUT", at, `{"phase":"bet","most":1e9}`, "Bearer x"},
		{"PUT", at + "/lesson?hold=1", "{", "Bearer x"}, {"DELETE", at + "/seats", "", "Bearer x"},
		{"POST", "/live/rooms", packed(f, p.Hash()), ""}, {"POST", "/live/rooms", packed(f, "")[:5], ""},
	} {
		f.Add(seed[0], seed[1], seed[2], seed[3])
	}
	f.Fuzz(func(t *testing.T, method, path, body, token string) {
		u, err := url.ParseRequestURI("/" + strings.TrimLeft(path, "/"))
		if err != nil || strings.Contains(path, "/events") {
			return
		}
		r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/", strings.NewReader(body))
		r.Method, r.URL = method, u
		kind := "application/x-www-form-urlencoded"
		if body != "" && body[0] >= 0x80 { // no form, and no JSON, begins so
			kind = "application/msgpack"
		}
		r.Header.Set("Content-Type", kind)
		r.Header.Set("Authorization", token)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Fatalf("%s %q: %d %s", method, path, w.Code, w.Body)
		}
		if strings.Contains(token, o.Token) {
			return
		}
		if w := asks("GET", at, "", o.Token); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"vote"`) {
			t.Fatalf("%s %q, %q changed the room: %d %s", method, path, body, w.Code, w.Body)
		}
	})
}
