//go:build browser

package browser

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"hardcases/game/class"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/room"
	"hardcases/game/view"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// form is a pupil whose browser runs no script: it gets pages and posts forms.
type form struct {
	t    *testing.T
	base string
	at   string // the address of the seat, from the root
}

var (
	placeFields = regexp.MustCompile(`name="(case|step)" value="([^"]+)"`)
	voteWords   = regexp.MustCompile(`(\d+) (?:vote|bet|pari)s?`)
	cell        = regexp.MustCompile(`<td[^>]*>(\d+)</td>`)
)

// asks gets or posts, and follows no redirection.
func (f *form) asks(method, path string, values url.Values) (*http.Response, string) {
	f.t.Helper()
	r, err := http.NewRequestWithContext(f.t.Context(), method, f.base+path, strings.NewReader(values.Encode()))
	require.NoError(f.t, err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Accept-Language", "fr")
	answer, err := http.DefaultTransport.RoundTrip(r)
	require.NoError(f.t, err)
	defer answer.Body.Close()
	var b bytes.Buffer
	_, err = io.Copy(&b, answer.Body)
	require.NoError(f.t, err)
	return answer, b.String()
}

// enters takes a seat in a room.
func (f *form) enters(code string) {
	f.t.Helper()
	answer, body := f.asks("POST", "/"+code, nil)
	require.Equal(f.t, http.StatusSeeOther, answer.StatusCode, body)
	f.at = answer.Header.Get("Location")
}

// sends sends answers to what the page asks.
func (f *form) sends(values url.Values) {
	f.t.Helper()
	_, body := f.asks("GET", f.at, nil)
	for _, field := range placeFields.FindAllStringSubmatch(body, -1) {
		values.Set(field[1], field[2])
	}
	answer, body := f.asks("POST", f.at, values)
	require.Equal(f.t, http.StatusSeeOther, answer.StatusCode, body)
}

// told is what the class chose, as the page of the pupil says.
func (f *form) told() (votes []int) {
	f.t.Helper()
	for deadline := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		_, body := f.asks("GET", f.at, nil)
		if strings.Contains(body, `data-phase="told"`) {
			return numbers(f.t, cell.FindAllStringSubmatch(body, -1))
		}
		require.True(f.t, time.Now().Before(deadline), body)
	}
}

func numbers(t *testing.T, found [][]string) (list []int) {
	t.Helper()
	for _, f := range found {
		n, err := strconv.Atoi(f[1])
		require.NoError(t, err)
		list = append(list, n)
	}
	return list
}

// liveClass is a teacher with a whole class: pages with scripts, and forms.
type liveClass struct {
	*livePupils
	teacher *tab
	pages   []*tab
	forms   []*form
	pack    *pack.Pack
	room    string // its code
}

// choice is the index of the option that the pupil i chooses at the nth step; bet is
// the one that it bets on, and how surely.
func choice(i, n, options int) int { return (i + i/3 + n) % options }

func bet(i, n, options int) (option, stop int) {
	return (i + i/5 + 2*n) % options, 1 + (i+n)%room.Stops
}

// joins brings another form in.
func (c *liveClass) joins() {
	c.t.Helper()
	f := &form{t: c.t, base: "http://" + c.addr}
	f.enters(c.room)
	c.forms = append(c.forms, f)
}

// in waits for the projector to say how many are in.
func (c *liveClass) in(n int) {
	c.t.Helper()
	c.teacher.until(`document.querySelector('` + at("way-in") + `')?.textContent.includes("· ` + strconv.Itoa(n) + ` ")`)
}

// offline takes the network from a page, or gives it back.
func (p *tab) offline(yes bool) {
	p.t.Helper()
	conditions := []*network.Conditions{{DownloadThroughput: -1, UploadThroughput: -1, Offline: yes}}
	_, err := chromedp.Call(p.ctx, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: conditions})
	require.NoError(p.t, err)
}

// devicesPlan is short by default: m50 has five decisions.
var devicesPlan = flag.String("devices", "m30", "the plan of the lesson that thirty devices vote in")

// TestALessonWithDevices gives a lesson to thirty devices, three with scripts, to its end:
// one page is loaded again, one is without a network while it votes, one pupil comes
// late, and the teacher's page is killed and goes on elsewhere. Projector, pupils, export and the journal, replayed, have the same figures.
func TestALessonWithDevices(t *testing.T) {
	for _, lang := range []string{"en", "fr"} {
		t.Run(lang, func(t *testing.T) { lessonWithDevices(t, lang, *devicesPlan) })
	}
}

func lessonWithDevices(t *testing.T, lang, plan string) {
	c := &liveClass{pack: shipped(t)}
	c.teacher = open(t, setup{before: copied})
	c.livePupils = startPupils(t)
	p := c.teacher
	p.visit("http://" + c.addr + "/?lang=" + lang)
	p.playing()
	p.after(func() { p.hit("to-class") })
	p.until(`document.querySelector('` + at("to-devices") + `')`)
	p.hit("plan-" + plan + "-1")
	p.until(`document.getElementById("n-plan-` + plan + `-1-input").checked`)
	p.after(func() { p.hit("to-devices") })
	p.press("\r")
	p.until(`document.querySelector('` + at("room-code") + `')`)
	c.room = strings.ReplaceAll(eval[string](p, `document.querySelector('`+at("room-code")+`').textContent`), "\u00a0", "")
	require.Len(t, c.room, 6)
	c.code = c.room
	base := "http://" + c.addr
	c.pages = append(c.pages, c.comesIn(p.apart(setup{}), base, "en"), c.comesIn(p.apart(setup{}), base, "fr"), c.comesIn(p.apart(setup{}), base, "fr"))
	for range 26 {
		c.joins()
	}
	p.until(`document.querySelector('` + at("in") + `').textContent.startsWith("29 ")`)
	p.after(func() { p.hit("to-room") })
	p.hit("room-link")
	p.until(`window.copied`)
	link := eval[string](p, `window.copied`)
	p.after(func() { p.press("\x1b") })
	p.after(func() { p.press("\r") })
	p.after(func() { p.press("\r") })
	sum, bets := map[string][]int{}, map[string][][room.Stops]int{}
	for n := 0; p.screen() != "class-end"; {
		screen := p.screen()
		if strings.HasPrefix(screen, "class-vote-") {
			step := strings.TrimPrefix(screen, "class-vote-")
			sum[step] = c.vote(n, step)
			if n++; n == 2 {
				p = c.goesOnElsewhere(link)
			}
		}
		step, betting := strings.CutPrefix(screen, "class-bet-")
		if betting {
			bets[step] = c.bets(n, step)
		}
		p.after(func() { p.press("\r") })
		if betting {
			c.told(sum[step], bets[step])
		}
	}
	for _, page := range c.pages {
		page.phase("over")
		page.until(`document.querySelector('` + at("code-value") + `')`)
	}
	state := p.native().Session().State()
	require.Equal(t, class.Ended, state.Class.Stage)
	require.Len(t, sum, len(state.Class.Votes))
	for _, v := range state.Class.Votes {
		require.Equal(t, sum[v.Step], v.Sum, "the journal, replayed")
		require.Equal(t, bets[v.Step], v.Sure, "the journal, replayed")
	}
	dir := p.downloads()
	p.hit("take-table")
	game := p.native()
	table := string(p.saved(filepath.Join(dir, "hard-cases-class.csv")))
	require.Equal(t, "\ufeff"+view.ClassTable(game.Context(), play.State{Class: state.Class, Prefs: state.Prefs}), table)
	p.after(func() { p.hit("bar-home") })
	p.after(func() { p.hit("to-devices") })
	p.after(func() { p.hit("to-room") })
	p.hit("room-close")
	p.until(`(` + notice + `).length > 0`)
	c.pages[0].until(`!document.getElementById("page")?.dataset.phase`)
}

// copied has a page note what it copies, which a test's browser may not do.
const copied = `Object.defineProperty(navigator, "clipboard", {value: {writeText: async (text) => { window.copied = text; }}})`

// goesOnElsewhere kills the teacher's page in the middle of a vote, and opens the
// lesson in a browser that has kept nothing.
func (c *liveClass) goesOnElsewhere(link string) *tab {
	c.t.Helper()
	screen, votes, journal := c.teacher.screen(), c.onProjector(), c.teacher.journal()
	go chromedp.Call(c.teacher.ctx, page.Crash, cdp.Empty{}) // which nobody is left to answer
	c.teacher = c.teacher.apart(setup{})
	p := c.teacher
	p.visit(link)
	p.playing()
	p.until(atScreen + ` === ` + strconv.Quote(screen))
	require.Empty(c.t, eval[string](p, `location.hash`), "the token stands in no address bar")
	require.Equal(c.t, votes, c.onProjector())
	require.True(c.t, p.journal().Holds(journal), "nothing is lost")
	return p
}

// vote has all vote at the nth step, and gives what they chose, in all.
func (c *liveClass) vote(n int, step string) (sum []int) {
	c.t.Helper()
	options := c.options(step)
	if n == 1 {
		c.joins() // late
		c.in(30)
	}
	sum = make([]int, len(options))
	pick := func(i int) string {
		o := choice(i, n, len(options))
		sum[o]++
		return options[o].ID
	}
	for i, page := range c.pages {
		page.phase("vote")
		page.ticks("option", pick(i))
		if n == 0 && i == 0 {
			page.offline(true)
			page.sends()
			page.until(`document.getElementById("n-sent").textContent === document.getElementById("page").dataset.offline`)
			page.offline(false)
		} else {
			page.sends()
		}
		page.sent("options")
		if n == 1 && i == 1 {
			page.reload()
			page.until(`document.querySelector('` + at("options") + ` input:checked')`)
		}
	}
	var all sync.WaitGroup
	for i, f := range c.forms {
		option := pick(len(c.pages) + i)
		all.Go(func() { f.sends(url.Values{"option": {option}}) })
	}
	all.Wait()
	c.all()
	require.Equal(c.t, sum, c.onProjector())
	return sum
}

// options are those of a step.
func (c *liveClass) options(step string) []pack.Option {
	c.t.Helper()
	for _, h := range c.pack.Head().Cases {
		k, err := c.pack.Case(h.ID)
		require.NoError(c.t, err)
		if i, st := k.Step(step); i >= 0 {
			return st.Options
		}
	}
	require.Fail(c.t, "no such step", step)
	return nil
}

// all waits for the projector to have heard of all.
func (c *liveClass) all() {
	c.t.Helper()
	sent := strconv.Itoa(len(c.pages)+len(c.forms)) + " "
	c.teacher.until(fmt.Sprintf(`[...document.querySelectorAll('%s')].some((e) => e.textContent.startsWith(%q))`, at("count"), sent))
}

// sent waits until what a page sent of a group has arrived.
func (p *tab) sent(group string) {
	p.t.Helper()
	p.until(`document.querySelector("#page button").getAttribute("aria-disabled") !== "true" && document.querySelector('` + at(group) + ` input:checked')`)
}

// bets has all bet before the reveal of the nth step, and gives on what and how
// surely, in all. The first page bets twice: the last bet counts.
func (c *liveClass) bets(n int, step string) [][room.Stops]int {
	c.t.Helper()
	options := c.options(step)
	sure, on := make([][room.Stops]int, len(options)), make([]int, len(options))
	pick := func(i int) (option, stop string) {
		o, k := bet(i, n, len(options))
		sure[o][k-1]++
		on[o]++
		return options[o].ID, strconv.Itoa(k)
	}
	for i, page := range c.pages {
		page.phase("bet")
		if i == 0 {
			page.ticks("bet", options[len(options)-1].ID)
			page.ticks("stop", "6")
			page.sends()
			page.sent("sure")
		}
		option, stop := pick(i)
		page.ticks("bet", option)
		page.ticks("stop", stop)
		page.sends()
		page.sent("sure")
	}
	var all sync.WaitGroup
	for i, f := range c.forms {
		option, stop := pick(len(c.pages) + i)
		all.Go(func() { f.sends(url.Values{"bet": {option}, "stop": {stop}}) })
	}
	all.Wait()
	c.all()
	require.Equal(c.t, on, c.onProjector())
	return sure
}

// onProjector are the votes as the projector says them, by option.
func (c *liveClass) onProjector() (votes []int) {
	c.t.Helper()
	for _, name := range eval[[]string](c.teacher, `[...document.querySelectorAll('[id^="n-vote-"][id$="-input"]')].map((e) => e.getAttribute("aria-label"))`) {
		votes = append(votes, numbers(c.t, voteWords.FindAllStringSubmatch(name, -1))...)
	}
	return votes
}

// told holds that every pupil is shown the figures of the projector: votes and bets.
func (c *liveClass) told(votes []int, bets [][room.Stops]int) {
	c.t.Helper()
	var sum []int
	for i, n := range votes {
		on := 0
		for _, at := range bets[i] {
			on += at
		}
		sum = append(sum, n, on)
	}
	for _, page := range c.pages {
		page.phase("told")
		require.Equal(c.t, sum, eval[[]int](page, `[...document.querySelectorAll('`+at("class-table")+` td')].map((e) => Number(e.textContent)).filter((n) => !isNaN(n))`))
	}
	for _, f := range c.forms {
		require.Equal(c.t, sum, f.told())
	}
}
