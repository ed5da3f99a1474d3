package live_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"io"
	stdlog "log"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"hardcases/cmd/internal/live"
	"hardcases/cmd/internal/live/store"
	"hardcases/game/pack"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

// TestNothingAboutAnybody has a class come in, vote and try wrong codes, on a server that
// is the program's own: no answer sets a cookie, and the log has nothing but what was
// printed at the start.
func TestNothingAboutAnybody(t *testing.T) {
	var log bytes.Buffer
	ready := make(chan net.Addr, 1)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	p := packs.Named(t, "cloudflare")
	go func() {
		ended <- live.Run(ctx, live.Options{
			Addr: "127.0.0.1:0", Memory: true, Packs: []*pack.Pack{p}, Words: packs.Words(t), Log: &log,
			Site: http.NotFoundHandler(), Ready: func(at net.Addr) { ready <- at },
		})
	}()
	c := &class{t: t, url: "http://" + (<-ready).String(), pack: p.Hash(), clock: time.Now()}
	te := c.open()
	te.goes("vote")
	seat := c.comesIn(te.Code)
	status, body := seat.sends("option", "a", "reason", "process")
	require.Equal(t, http.StatusOK, status, body)
	for _, ask := range []struct{ method, path, body string }{
		{"GET", "/" + te.Code, ""}, {"POST", "/" + te.Code, ""}, {"GET", seat.at, ""}, {"POST", seat.at, "case=y2017&step=A5&option=b"},
		{"GET", seat.at + "/turn", ""}, {"GET", "/BBBBBB", ""}, {"GET", "/" + te.Code + "/nobody", ""}, {"GET", "/live", ""}, {"POST", "/BBBBBB/x", "option=a"},
	} {
		r, err := http.NewRequestWithContext(t.Context(), ask.method, c.url+ask.path, strings.NewReader(ask.body))
		require.NoError(t, err)
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		answer, err := http.DefaultTransport.RoundTrip(r)
		require.NoError(t, err)
		_, err = io.Copy(io.Discard, answer.Body)
		require.NoError(t, err)
		require.NoError(t, answer.Body.Close())
		require.Empty(t, answer.Cookies(), ask.path)
	}
	stop()
	require.NoError(t, <-ended)
	require.Equal(t, "the game is at "+c.url+"/ (stop with Ctrl+C)\n", log.String())
}

// TestForgedAddresses tries codes with addresses made up for each try: without a proxy of
// ours nobody is believed, and behind one only what the proxy itself has added last.
func TestForgedAddresses(t *testing.T) {
	for _, behind := range []bool{false, true} {
		p := packs.Named(t, "cloudflare")
		edge, err := live.New(t.Context(), live.Parts{
			Store: store.NewMemory(time.Now), Packs: []*pack.Pack{p}, Words: packs.Words(t), Now: func() time.Time { return time.Unix(0, 0) },
			Site: http.NotFoundHandler(), Random: func(b []byte) { rand.Read(b) }, Behind: behind,
		})
		require.NoError(t, err)
		tries := func(n int, forwarded func(i int) string) (heard int) {
			for i := range n {
				r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1/BBBBBB", nil)
				r.Header.Set("X-Forwarded-For", forwarded(i))
				w := httptest.NewRecorder()
				edge.Handler().ServeHTTP(w, r)
				if w.Code == http.StatusNotFound {
					heard++
				} else {
					require.Equal(t, http.StatusTooManyRequests, w.Code)
				}
			}
			return heard
		}
		made := func(i int) string { return "10.0." + string(rune('0'+i%10)) + ".7" }
		require.Equal(t, 60, tries(200, func(i int) string { return made(i) + ", 192.0.2.1" }), "behind %v", behind)
		if behind {
			require.Equal(t, 60, tries(200, func(int) string { return "192.0.2.2" }), "another address has tries of its own")
		} else {
			require.Zero(t, tries(50, made))
		}
	}
}

// TestALogNamesNobody logs what net/http says of those who ask.
func TestALogNamesNobody(t *testing.T) {
	var log bytes.Buffer
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("a fault of ours") }))
	server.Config.ErrorLog = stdlog.New(live.Nameless(&log), "", 0)
	server.Start()
	_, err := http.Get(server.URL)
	require.Error(t, err)
	server.Close()
	require.Contains(t, log.String(), "a request failed: a fault of ours")
	require.NotContains(t, log.String(), "127.0.0.1")
	stdlog.New(live.Nameless(&log), "", 0).Print("http: TLS handshake error from 10.0.0.7:1234: EOF")
	require.NotContains(t, log.String(), "10.0.0.7")
}
