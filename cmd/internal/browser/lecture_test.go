//go:build browser

package browser

import (
	"context"
	"flag"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"hardcases/game/room"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

// lecture is how many devices a lecture has, more than the seats of a class.
var lecture = flag.Int("lecture", 120, "how many devices are in the lecture")

// TestALectureVotes has more devices than a class has seats for: the teacher's screen says
// so, more seats are opened, and all vote. axe-core finds nothing on a page among them.
func TestALectureVotes(t *testing.T) {
	for _, lang := range []string{"en", "fr"} {
		t.Run(lang, func(t *testing.T) { lectureVotes(t, lang) })
	}
}

func lectureVotes(t *testing.T, lang string) {
	c := &liveClass{pack: shipped(t)}
	c.teacher = open(t, setup{plain: true})
	c.livePupils = startPupils(t)
	p := c.teacher
	p.visit("http://" + c.addr + "/?lang=" + lang)
	p.playing()
	p.after(func() { p.hit("to-class") })
	p.until(`document.querySelector('` + at("to-devices") + `')`)
	p.hit("plan-m30-1")
	p.until(`document.getElementById("n-plan-m30-1-input").checked`)
	p.after(func() { p.hit("to-devices") })
	p.press("\r")
	p.until(`document.querySelector('` + at("room-code") + `')`)
	c.room = strings.ReplaceAll(eval[string](p, `document.querySelector('`+at("room-code")+`').textContent`), "\u00a0", "")
	for range room.UsualSeats {
		c.joins()
	}
	full := map[string]string{"en": "Every seat is taken", "fr": "Toutes les places sont prises"}[lang]
	p.until(`document.querySelector('` + at("in") + `').textContent.includes(` + strconv.Quote(full) + `)`)
	late := &form{t: t, base: "http://" + c.addr}
	answer, _ := late.asks("POST", "/"+c.room, nil)
	require.Equal(t, http.StatusForbidden, answer.StatusCode)
	p.after(func() { p.hit("to-room") })
	p.hit("seats-" + strconv.Itoa(room.MostSeats))
	p.until(`document.getElementById("n-seats-` + strconv.Itoa(room.MostSeats) + `-input").checked`)
	late.waits(c.room)
	c.forms = append(c.forms, late)
	more := make([]*form, *lecture-len(c.forms))
	c.together(len(more), func(i int) {
		more[i] = &form{t: t, base: "http://" + c.addr}
		more[i].enters(c.room)
	})
	c.forms = append(c.forms, more...)
	axe, err := os.ReadFile(axeFile)
	require.NoError(t, err)
	c.code = c.room
	phone := c.comesIn(p.apart(setup{before: string(axe)}), "http://"+c.addr, lang)
	c.pages = append(c.pages, &pupil{phone, true, packs.Words(t).Strings(lang)})
	phone.clean()
	p.after(func() { p.press("\x1b") })
	p.after(func() { p.press("\r") })
	for !strings.HasPrefix(p.screen(), "class-vote-") {
		p.after(func() { p.press("\r") })
	}
	step := strings.TrimPrefix(p.screen(), "class-vote-")
	options := c.options(step)
	sum := make([]int, len(options))
	for i := range c.forms {
		sum[choice(i, 0, len(options))]++
	}
	phone.phase("vote")
	c.pages[0].chooses("option", options[0].ID)
	sum[0]++
	c.pages[0].hears("live.sent")
	phone.clean()
	c.together(len(c.forms), func(i int) { c.forms[i].sends(url.Values{"option": {options[choice(i, 0, len(options))].ID}}) })
	c.all()
	c.projects(sum)
	for p.screen() != "class-shown-"+step {
		p.after(func() { p.press("\r") })
	}
	require.Equal(t, sum, c.forms[0].told())
	phone.phase("told")
	phone.clean()
}

// waits comes in as soon as there is a seat.
func (f *form) waits(code string) {
	f.t.Helper()
	require.Eventually(f.t, func() bool {
		answer, _ := f.asks("POST", "/"+code, nil)
		f.at = answer.Header.Get("Location")
		return answer.StatusCode == http.StatusSeeOther
	}, patience, patience/200)
}

// together does something so many times, some of them at once.
func (c *liveClass) together(times int, do func(i int)) {
	c.t.Helper()
	var all sync.WaitGroup
	next := make(chan int)
	for range 32 {
		all.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range times {
		next <- i
	}
	close(next)
	all.Wait()
}

// TestADoubleTapTakesOneSeat presses twice at the door of a server that takes its time: a
// second seat would never vote, and the class never be complete.
func TestADoubleTapTakesOneSeat(t *testing.T) {
	l := startPupils(t)
	to, err := url.Parse("http://" + l.addr)
	require.NoError(t, err)
	behind := httputil.NewSingleHostReverseProxy(to)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost {
			behind.ServeHTTP(w, r)
			return
		}
		kept := httptest.NewRecorder()
		behind.ServeHTTP(kept, r.WithContext(context.WithoutCancel(r.Context())))
		time.Sleep(time.Second) // the answer is on its way
		maps.Copy(w.Header(), kept.Header())
		w.WriteHeader(kept.Code)
	}))
	t.Cleanup(func() { server.CloseClientConnections(); server.Close() })
	p := open(t, setup{width: 390, height: 844})
	p.visit(server.URL + "/" + l.code)
	p.until(`document.readyState === "complete"`) // the page's script has run
	eval[any](p, `(document.querySelector("button").click(), setTimeout(() => document.querySelector("button").click(), 300), 0)`)
	p.until(`document.getElementById("page").dataset.phase`)
	require.Equal(t, 1, l.seats())
	p.visit(server.URL + "/" + l.code) // the door opens again
	p.until(`document.getElementById("page").dataset.phase`)
	require.Equal(t, 1, l.seats())
}

// seats is how many are taken.
func (l *livePupils) seats() int {
	l.t.Helper()
	var f struct{ In int }
	l.ask("GET", "/live/rooms/"+l.code, nil, &f)
	return f.In
}
