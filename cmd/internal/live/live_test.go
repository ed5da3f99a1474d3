package live_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"hardcases/assets"
	"hardcases/cmd/internal/live"
	"hardcases/cmd/internal/live/store"
	"hardcases/game/code"
	"hardcases/game/host"
	"hardcases/game/pack"
	"hardcases/game/room"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAClassVotes(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	require.Regexp(t, `^[B-DF-HJ-NP-TV-XZ]{6}$`, te.Code)
	require.Equal(t, strings.ToUpper(c.url)+"/"+te.Code, te.Camera[:len(te.Camera)-7])

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
	require.Contains(t, pupils[0].sees(), "This page renews itself every 4 seconds.")

	te.goes("wait")
	status, body := pupils[0].sends("option", "a")
	require.Equal(t, http.StatusConflict, status, body)

	te.goes("vote")
	require.NotContains(t, pupils[0].sees(), "refresh", "a form that is filled in does not")
	require.Contains(t, pupils[0].sees(), "See whether the class has gone on", "it has a link for that")
	for i, p := range pupils {
		status, body := p.sends("option", string("abca"[i%4]), "reason", "process")
		require.Equal(t, http.StatusOK, status, body)
		require.Contains(t, body, "Your vote has arrived")
		require.Contains(t, body, `http-equiv="refresh"`, "and renews itself once its vote has arrived")
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
	require.NotContains(t, body, "refresh")

	te.goes("bet")
	status, body = pupils[0].sends("bet", "d", "stop", "3")
	require.Equal(t, http.StatusOK, status, body)
	require.Contains(t, body, "Your bet has arrived")
	require.Equal(t, []int{0, 0, 0, 1}, te.counts().Bets)

	require.NotContains(t, pupils[0].sees(), "Your class", "no pupil sees a figure before the reveal")
	te.goes("told")
	told := pupils[0].sees()
	require.Contains(t, told, "You would have chosen:")
	require.Contains(t, told, "You bet on:")
	require.Contains(t, told, "Your class")

	te.goes("over")
	form, err := code.NewForm(packs.Named(t, "cloudflare"))
	require.NoError(t, err)
	found := form.Find(regexp.MustCompile(`n-code-value[^>]*>([^<]+)<`).FindStringSubmatch(pupils[0].sees())[1])
	require.Len(t, found, 1)
	at := slices.IndexFunc(form.Steps, func(s code.Step) bool { return s.Case == "y2017" && s.Step == "A5" })
	require.Equal(t, code.Choice{Option: 0, Bet: 3, Stop: 3}, found[0].Choices[at], "the result code has choice and bet")
}

// TestAClassGuesses asks what the working model will show, on plain forms: no pupil sees
// a figure, or the answer, before it was tried on the screen.
func TestAClassGuesses(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	var pupils []*pupil
	for range 6 {
		pupils = append(pupils, c.comesIn(te.Code))
	}
	te.goes("guess")
	form := pupils[0].sees()
	require.Contains(t, form, "What becomes of the pages?")
	require.Regexp(t, `name="guess"[^>]*value="b"[^>]*required`, form)
	require.NotContains(t, form, "refresh", "a form that is filled in does not renew itself")
	status, body := pupils[0].sends()
	require.Equal(t, http.StatusUnprocessableEntity, status, body)
	status, body = pupils[0].sends("guess", "z")
	require.Equal(t, http.StatusUnprocessableEntity, status, body)
	for i, p := range pupils {
		status, body = p.sends("guess", string("abc"[i%3]))
		require.Equal(t, http.StatusOK, status, body)
		require.Contains(t, body, "Your guess has arrived")
	}
	status, body = pupils[0].sends("guess", "c")
	require.Equal(t, http.StatusOK, status, body)
	require.Regexp(t, `value="c"[^>]* checked`, body)
	require.Equal(t, []int{1, 2, 3}, te.counts().Guesses)

	te.goes("try")
	tried := pupils[0].sees()
	require.Contains(t, tried, "You guessed:")
	require.NotContains(t, tried, "The model shows:")
	require.Contains(t, tried, "refresh")
	status, _ = pupils[0].sends("guess", "a")
	require.Equal(t, http.StatusConflict, status, "the guesses are closed")
	te.goes("tried")
	told := pupils[0].sees()
	require.Contains(t, told, "The model shows:")
	require.Contains(t, told, "Your class")

	te.goes("vote")
	status, body = pupils[0].sends("option", "a")
	require.Equal(t, http.StatusOK, status, body)
	require.Equal(t, []int{1, 2, 3}, te.counts().Guesses, "a vote leaves the guess")
	status, b := te.ask("DELETE", "/live/rooms/"+te.Code+"/seats", te.Token, nil)
	require.Equal(t, http.StatusNoContent, status, string(b))
	require.Equal(t, []int{0, 0, 0}, te.counts().Guesses)
}

// TestWhatFewHaveSent is told to nobody, and to whoever has the teacher's token neither: how
// many they are, and not what each of them chose, nor that one of them changed that.
func TestWhatFewHaveSent(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	var pupils []*pupil
	for range 5 {
		pupils = append(pupils, c.comesIn(te.Code))
	}
	for _, tt := range []struct {
		phase       string
		sent, other []string
		told        func(f figures) (sent int, counts [][]int)
	}{
		{"guess", []string{"guess", "a"}, []string{"guess", "b"}, func(f figures) (int, [][]int) { return f.Guessed, [][]int{f.Guesses} }},
		{"vote", []string{"option", "a", "reason", "process"}, []string{"option", "b", "reason", "process"}, func(f figures) (int, [][]int) { return f.Sent, [][]int{f.Votes, f.Reasons} }},
		{"bet", []string{"bet", "a", "stop", "3"}, []string{"bet", "b", "stop", "3"}, func(f figures) (int, [][]int) { return f.SentBets, append(f.Sure, f.Bets) }},
	} {
		te.goes(tt.phase)
		tag := ""
		for i, p := range pupils {
			status, body := p.sends(tt.sent...)
			require.Equal(t, http.StatusOK, status, body)
			f := te.sees()
			sent, counts := tt.told(f)
			require.Equal(t, i+1, sent)
			for _, c := range counts {
				require.Equal(t, i == 4, c != nil, "%s of %d", tt.phase, i+1)
			}
			tag = f.Tag
			if i == 3 {
				status, _ = p.sends(tt.other...)
				require.Equal(t, http.StatusOK, status)
				require.Equal(t, tag, te.sees().Tag)
			}
		}
	}
}

// TestARoomOfAnOlderProgram finds a room in the store as it was kept before there were
// guesses, and goes on with it.
func TestARoomOfAnOlderProgram(t *testing.T) {
	b, err := os.ReadFile("testdata/room-version-1.json")
	require.NoError(t, err)
	var kept map[string]string
	require.NoError(t, json.Unmarshal(b, &kept))
	s := store.NewMemory(time.Now)
	for key, value := range kept {
		_, err := s.Put(t.Context(), key, []byte(strings.ReplaceAll(value, "PACK", packs.Named(t, "cloudflare").Hash())))
		require.NoError(t, err)
	}
	c := start(t, s)
	te, p := &teacher{class: c, Code: "BCDFGH", Token: "teacher"}, &pupil{c, "/BCDFGH/pupil"}
	require.Equal(t, []int{0, 1, 0, 0}, te.counts().Votes)
	require.Equal(t, []int{0, 0, 0, 1}, te.counts().Bets)
	require.Regexp(t, `value="b"[^>]* checked`, p.sees())
	te.goes("guess")
	status, body := p.sends("guess", "b")
	require.Equal(t, http.StatusOK, status, body)
	require.Equal(t, []int{0, 1, 0}, te.counts().Guesses)
	require.Equal(t, []int{0, 1, 0, 0}, te.counts().Votes)
}

// TestTheFirstRequestsComeAtOnce: pupils and their teacher ask a server that has just
// come back and answered nobody yet.
func TestTheFirstRequestsComeAtOnce(t *testing.T) {
	kept := store.NewMemory(time.Now)
	before := start(t, kept)
	te := before.open()
	te.goes("vote")
	ways := []string{"/" + te.Code + "?lang=fr"}
	for range 4 {
		ways = append(ways, before.comesIn(te.Code).at)
	}
	after := start(t, kept)
	var all sync.WaitGroup
	for _, way := range slices.Concat(ways, ways) {
		all.Go(func() {
			status, body := after.get(way)
			assert.Equal(t, http.StatusOK, status, body)
		})
		all.Go(func() {
			status, b := after.ask("GET", "/live/rooms/"+te.Code, te.Token, nil)
			assert.Equal(t, http.StatusOK, status, string(b))
		})
	}
	all.Wait()
}

// TestTheScriptIsShort holds how much of a script a pupil's device loads.
func TestTheScriptIsShort(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	status, script := c.get("/live/pupil.js")
	require.Equal(t, http.StatusOK, status)
	require.LessOrEqual(t, len(script), 8192)
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

// TestCodesAsTheyComeToTheDoor types and pastes the code of a room as pupils do: with the
// space of the projector, as a whole address, on other keyboards.
func TestCodesAsTheyComeToTheDoor(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	a, b := te.Code[:3], te.Code[3:]
	for _, typed := range []string{
		te.Code, a + "\u00a0" + b, strings.ToLower(a) + " " + b + ".", c.url + "/" + te.Code, strings.TrimPrefix(c.url, "http://") + "/" + strings.ToLower(te.Code) + "/",
		te.Camera, " " + te.Camera + "\n", c.url + "/" + te.Code + "?lang=fr",
	} {
		status, body := c.get("/in?code=" + url.QueryEscape(typed))
		require.Equal(t, http.StatusOK, status, typed)
		require.Contains(t, body, "Come in", typed)
		require.Contains(t, body, `action="/`+te.Code, "%q", typed)
	}
	for _, path := range []string{a + "-" + b, a + "%20" + b, a + "%C2%A0" + b, strings.ToLower(te.Code) + "."} {
		status, body := c.get("/" + path)
		require.Equal(t, http.StatusOK, status, path)
		require.Contains(t, body, "Come in", path)
	}
	status, _ := c.get("/" + te.Code + "-a%20b%2Fc")
	require.Equal(t, http.StatusNotFound, status, "what no camera reads")
}

// TestPublicAddresses holds that a server is not started for addresses that no page of it
// would be found at.
func TestPublicAddresses(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	for public, says := range map[string]string{
		"school.example": "no address", "ftp://school.example": "no address", "http://": "no address",
		"https://school.example/class/": "no folder", "https://school.example?room=1": "no folder",
	} {
		err := live.Run(ctx, live.Options{Addr: "127.0.0.1:0", Memory: true, Public: public})
		require.ErrorContains(t, err, says, public)
	}
}

// TestADamagedPackIsSaid: a server that cannot play what it is given does not end as if it
// had been stopped.
func TestADamagedPackIsSaid(t *testing.T) {
	parts := slices.Clone(assets.Pack("cloudflare"))
	parts[0] = bytes.Clone(parts[0])
	parts[0][len(parts[0])-1] ^= 1
	damaged, err := pack.Open(parts...)
	require.NoError(t, err, "its head is whole")
	err = live.Run(t.Context(), live.Options{Addr: "127.0.0.1:0", Memory: true, Packs: []*pack.Pack{damaged}})
	require.Error(t, err)
}

// TestLanguagesOfAddresses asks for languages as people write them.
func TestLanguagesOfAddresses(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	for asked, want := range map[string]string{"fr": "fr", "FR": "fr", "fr-CA": "fr", "fr_FR": "fr", "en-GB": "en", "xx": "en", "../..": "en"} {
		_, body := c.get("/" + te.Code + "?lang=" + url.QueryEscape(asked))
		require.Contains(t, body, `<html lang="`+want+`">`, asked)
	}
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
	require.Contains(t, body, "place in the class is gone")
	require.Contains(t, body, `action="/`+te.Code+`"`, "its button leads in again")
	require.NotContains(t, body, "data-phase", "and it is the page of no seat")
	require.Zero(t, te.sees().In)

	status, _ = c.ask("DELETE", "/live/rooms/"+te.Code, te.Token, nil)
	require.Equal(t, http.StatusNoContent, status)
	status, _ = c.get("/" + te.Code)
	require.Equal(t, http.StatusNotFound, status)
}

// TestALecture opens more seats than a class needs.
func TestALecture(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	for range room.UsualSeats {
		c.comesIn(te.Code)
	}
	status, body, _ := c.post("/"+te.Code, nil)
	require.Equal(t, http.StatusForbidden, status)
	require.Contains(t, body, "Ask your teacher to let more in")
	te.goes("vote", map[string]any{"most": room.MostSeats})
	for range room.MostSeats - room.UsualSeats {
		c.comesIn(te.Code)
	}
	require.Equal(t, room.MostSeats, te.sees().In)
	status, _, _ = c.post("/"+te.Code, nil)
	require.Equal(t, http.StatusForbidden, status)
	te.goes("vote", map[string]any{"most": room.UsualSeats})
	require.Equal(t, room.MostSeats, te.sees().In, "fewer seats put nobody out")
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

func (f *failing) Update(ctx context.Context, key string, value []byte, revision uint64) (uint64, error) {
	if f.err != nil {
		return 0, f.err
	}
	return f.Store.Update(ctx, key, value, revision)
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

// TestRunSaysWhereTheGameIs reads what is printed at the start, with --check.
func TestRunSaysWhereTheGameIs(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	var log bytes.Buffer
	at := ""
	err := live.Run(ctx, live.Options{
		Addr: "127.0.0.1:0", Memory: true, Check: true, Site: http.NotFoundHandler(), Packs: []*pack.Pack{packs.Named(t, "cloudflare")},
		Words: packs.Words(t), Log: &log, Ready: func(a net.Addr) { at = a.String(); stop() },
	})
	require.NoError(t, err)
	require.Equal(t, "the game is at http://"+at+"/ (stop with Ctrl+C)\nopen this in your browser to see whether the class can vote: http://"+at+"/live/check\n", log.String())
}

// TestFormsSayWhereTheyComeFrom: with this policy a form of a page over plain HTTP is posted
// with its origin, which TestALessonWithDevices tries; with none it is not.
func TestFormsSayWhereTheyComeFrom(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	te := c.open()
	for _, path := range []string{"/" + te.Code, c.comesIn(te.Code).at, "/in"} {
		answer, err := http.Get(c.url + path)
		require.NoError(t, err)
		answer.Body.Close()
		require.Equal(t, "same-origin", answer.Header.Get("Referrer-Policy"), path)
	}
}

// TestTheGameIsMarked looks at what a game asks before anything else.
func TestTheGameIsMarked(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	r, err := http.NewRequestWithContext(t.Context(), "HEAD", c.url+"/", nil)
	require.NoError(t, err)
	answer, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	answer.Body.Close()
	require.Equal(t, "1", answer.Header.Get(host.Mark))
}

// TestAGameSpeaksMessagePack asks as a teacher's game does.
func TestAGameSpeaksMessagePack(t *testing.T) {
	c := start(t, store.NewMemory(time.Now))
	o := room.Opening{Pack: c.pack, Locale: "fr"}
	body, err := o.MarshalMsg(nil)
	require.NoError(t, err)
	for sent, want := range map[string]int{
		string(body): http.StatusCreated, string(body[:9]): http.StatusBadRequest, "{}": http.StatusBadRequest, "": http.StatusBadRequest,
	} {
		r, err := http.NewRequestWithContext(t.Context(), "POST", c.url+"/live/rooms", strings.NewReader(sent))
		require.NoError(t, err)
		r.Header.Set("Content-Type", host.Packed)
		r.Header.Set("Accept", host.Packed)
		answer, err := http.DefaultClient.Do(r)
		require.NoError(t, err)
		b, err := io.ReadAll(answer.Body)
		require.NoError(t, err)
		answer.Body.Close()
		require.Equal(t, want, answer.StatusCode, string(b))
		if want != http.StatusCreated {
			continue
		}
		var opened room.Opened
		_, err = opened.UnmarshalMsg(b)
		require.NoError(t, err)
		_, ok := room.ReadCode(opened.Code)
		require.True(t, ok)
	}
}

// TestPupilsAreGivenAnAddressThatTheyFind opens the game on the computer that serves
// it, by its own name.
func TestPupilsAreGivenAnAddressThatTheyFind(t *testing.T) {
	p := packs.Named(t, "cloudflare")
	edge, err := live.New(t.Context(), live.Parts{
		Store: store.NewMemory(time.Now), Packs: []*pack.Pack{p}, Words: packs.Words(t), Now: time.Now, Site: http.NotFoundHandler(),
		Random: func(b []byte) { rand.Read(b) }, Addresses: []string{"http://192.168.137.1:8080/", "http://127.0.0.1:8080/"},
	})
	require.NoError(t, err)
	for host, want := range map[string]string{
		"localhost:8080": "192.168.137.1:8080", "127.0.0.1:8080": "192.168.137.1:8080", "[::1]:8080": "192.168.137.1:8080",
		"192.168.137.1:8080": "192.168.137.1:8080", "laptop.local:8080": "laptop.local:8080",
	} {
		r := httptest.NewRequestWithContext(t.Context(), "POST", "http://"+host+"/live/rooms", strings.NewReader(`{"pack":"`+p.Hash()+`"}`))
		w := httptest.NewRecorder()
		edge.Handler().ServeHTTP(w, r)
		var o room.Opened
		require.NoError(t, json.Unmarshal(w.Body.Bytes(), &o), w.Body.String())
		require.Equal(t, want, o.Address)
	}
}
