//go:build browser

package browser

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/room"
	"hardcases/game/view"
	"hardcases/proving/packs"

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

// liveClass is a teacher with a whole class: pages of browsers, and forms.
type liveClass struct {
	*livePupils
	teacher *tab
	pages   []*pupil
	forms   []*form
	pack    *pack.Pack
	room    string // its code
	size    [2]int // how many pages it has in the end, and how many of them with scripts
}

// pupil is the page of a pupil's own device.
type pupil struct {
	*tab
	scripts bool
	words   *locale.Strings // of the language that it is read in
}

// wholeClass is how many pages a class has, and how many of them have scripts: the last
// have none.
var wholeClass, smallClass = [2]int{30, 20}, [2]int{6, 4}

// arrives brings another page in: half of them read English, half French. All share one
// process, and each comes by a name of its own, as Chromium has six connections to a name
// and each page with scripts holds one for news.
func (c *liveClass) arrives() {
	c.t.Helper()
	i := len(c.pages)
	s := setup{crowd: true, noWebGL: true, relayed: true, scriptless: i >= c.size[1], limit: lessonLimit}
	opens := c.teacher.apart
	if i > 0 {
		opens = c.pages[0].beside
	}
	p := opens(s)
	p.size(390, 844, 1)
	_, port, err := net.SplitHostPort(c.addr)
	require.NoError(c.t, err)
	lang := []string{"en", "fr"}[i%2]
	c.comesIn(p, fmt.Sprintf("http://pupil-%d.%s:%s", i+1, crowdSite, port), lang)
	c.pages = append(c.pages, &pupil{p, !s.scriptless, packs.Words(c.t).Strings(lang)})
}

// turns waits for a phase. Without scripts a page comes anew by itself where it waits, or
// what it sent has arrived; most pupils do not wait for that, and press what shows it, as
// all have to where they are asked what they do not answer.
func (p *pupil) turns(name string, patient bool) {
	p.t.Helper()
	if p.scripts {
		p.phase(name)
		return
	}
	asked := "true"
	if patient {
		asked = `document.getElementById("page").dataset.phase === "guess"`
	}
	p.until(`document.getElementById("page").dataset.phase === "` + name + `" || (` + asked + ` && !("left" in document.documentElement.dataset) &&
		(document.documentElement.dataset.left = "", document.querySelector("#languages noscript a")?.click()), false)`)
}

// leaves does what leads to another page, and waits until that is there.
func (p *pupil) leaves(do string) {
	p.t.Helper()
	p.until(`(document.documentElement.dataset.old = "", ` + do + `, true)`) // the page may just be renewing itself
	p.until(`document.readyState !== "loading" && document.documentElement.dataset.old === undefined`)
}

// chooses ticks answers, by their fields, and sends them.
func (p *pupil) chooses(answers ...string) {
	p.t.Helper()
	do := ""
	for i := 0; i < len(answers); i += 2 {
		do += fmt.Sprintf(`document.querySelector('input[name="%s"][value="%s"]').click(), `, answers[i], answers[i+1])
	}
	do += `document.querySelector("#page button").click()`
	if p.scripts {
		eval[any](p.tab, "("+do+", 0)")
	} else {
		p.leaves(do)
	}
}

// hears waits until the page says by a text of the interface that what it sent has
// arrived.
func (p *pupil) hears(key string) {
	p.t.Helper()
	p.until(`document.querySelector("#page button").getAttribute("aria-disabled") !== "true" && document.getElementById("n-sent").textContent.trim() === ` + strconv.Quote(p.words.Get(key)))
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

// devicesPlan is short by default, with few pages; m50 has five decisions, and thirty
// pages in both languages, which takes minutes.
var devicesPlan = flag.String("devices", shortPlan, "the plan of the lesson that devices vote in: any but the short one has thirty of them")

const shortPlan = "m30"

// lessonLimit is for all of a lesson with devices.
const lessonLimit = 20 * time.Minute

// TestALessonWithDevices gives a lesson to pages, a third of them without JavaScript, to
// its end: one is loaded again, one is without a network while it votes, one comes late,
// and the teacher's page is killed and goes on elsewhere. Projector, pupils, export and the journal, replayed, have the same figures.
func TestALessonWithDevices(t *testing.T) {
	size, languages := wholeClass, []string{"en", "fr"}
	if *devicesPlan == shortPlan {
		size = smallClass
	}
	if *devicesPlan == shortPlan && !*every {
		languages = languages[:1] // in French, others look at what a class sees
	}
	for _, lang := range languages {
		t.Run(lang, func(t *testing.T) { lessonWithDevices(t, lang, *devicesPlan, size) })
	}
}

func lessonWithDevices(t *testing.T, lang, plan string, size [2]int) {
	c := &liveClass{pack: shipped(t), size: size}
	c.teacher = open(t, setup{width: 800, height: 450, plain: lang != "en", before: copied, limit: lessonLimit})
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
	for range c.size[0] - 1 {
		c.arrives()
	}
	p.until(`document.querySelector('` + at("in") + `').textContent.startsWith("` + strconv.Itoa(c.size[0]-1) + ` ")`)
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
		page.turns("over", true)
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
	for _, page := range c.pages {
		page.until(`!document.getElementById("page")?.dataset.phase`)
	}
}

// copied has a page note what it copies, which a test's browser may not do.
const copied = `Object.defineProperty(navigator, "clipboard", {value: {writeText: async (text) => { window.copied = text; }}})`

// goesOnElsewhere kills the teacher's page in the middle of a vote, and opens the
// lesson in a browser that has kept nothing.
func (c *liveClass) goesOnElsewhere(link string) *tab {
	c.t.Helper()
	screen, votes, journal := c.teacher.screen(), c.onProjector(), c.teacher.journal()
	go chromedp.Call(c.teacher.ctx, page.Crash, cdp.Empty{}) // which nobody is left to answer
	c.teacher = c.teacher.apart(setup{limit: lessonLimit})
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
		c.arrives() // late
		c.in(c.size[0])
	}
	sum = make([]int, len(options))
	away := c.pages[0]
	for i, page := range c.pages {
		page.turns("vote", i == c.size[1])
		o := choice(i, n, len(options))
		sum[o]++
		if n == 0 && page == away {
			page.offline(true)
		}
		page.chooses("option", options[o].ID)
	}
	if n == 0 {
		away.until(`document.getElementById("n-sent").textContent === document.getElementById("page").dataset.offline`)
		require.Equal(c.t, away.words.Get("live.offline"), eval[string](away.tab, `document.getElementById("n-sent").textContent.trim()`))
		away.offline(false)
	}
	for i, page := range c.pages {
		page.hears("live.sent")
		if again := i == 1 || i == c.size[1]+1; n == 1 && again {
			page.reload()
			page.until(`document.querySelector('` + at("options") + ` input:checked')`)
		}
	}
	c.all()
	c.projects(sum)
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
// surely, in all. The first page, and one without scripts, bets twice: the last bet counts.
func (c *liveClass) bets(n int, step string) [][room.Stops]int {
	c.t.Helper()
	options := c.options(step)
	sure, on := make([][room.Stops]int, len(options)), make([]int, len(options))
	for i, page := range c.pages {
		page.turns("bet", i == c.size[1])
		if i == 0 || i == c.size[1] {
			page.chooses("bet", options[len(options)-1].ID, "stop", "6")
			page.hears("live.sent-bet")
		}
		o, k := bet(i, n, len(options))
		sure[o][k-1]++
		on[o]++
		page.chooses("bet", options[o].ID, "stop", strconv.Itoa(k))
	}
	for _, page := range c.pages {
		page.hears("live.sent-bet")
	}
	c.all()
	c.projects(on)
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

// projects waits for the projector to show votes: it hears of the last a moment after who
// sent it.
func (c *liveClass) projects(votes []int) {
	c.t.Helper()
	for deadline := time.Now().Add(patience); !slices.Equal(votes, c.onProjector()); time.Sleep(50 * time.Millisecond) {
		require.True(c.t, time.Now().Before(deadline), "%v, not %v", c.onProjector(), votes)
	}
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
	want, err := json.Marshal(sum)
	require.NoError(c.t, err)
	for i, page := range c.pages {
		page.turns("told", i == c.size[1])
		page.until(`JSON.stringify([...document.querySelectorAll('` + at("class-table") + ` td')].map((e) => Number(e.textContent)).filter((n) => !isNaN(n))) === "` + string(want) + `"`)
	}
	for _, f := range c.forms {
		require.Equal(c.t, sum, f.told())
	}
}
