//go:build browser

package browser

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/release"
	"hardcases/game/play"
	"hardcases/proving/chromium"
	"hardcases/proving/scorm"
	"hardcases/wasm/course"

	"github.com/stretchr/testify/require"
)

// lms is a learning platform: scorm-again, the package as it is unpacked, and what
// the platform has kept. What is called and kept is held to SCORM 1.2.
type lms struct {
	*httptest.Server
	mu     sync.Mutex
	cmi    map[string]any // as it was committed last, nil for nothing
	before scorm.Sitting  // what the platform knew when its page was asked for last
	ended  [][]call       // the calls of each sitting that was finished
	wrong  []error        // what may not be kept
	broken bool           // commits fail
}

// call is one that a course made: its name, its arguments, the answer, and the number
// of the error, "0" for none.
type call []string

// lmsPage is the page of a platform with the course in a frame. It notes every call,
// and reports them when the sitting ends.
const lmsPage = `<!doctype html><title>platform</title><style>body{margin:0}iframe{position:absolute;border:0;width:100%%;height:100%%}</style>
<script src="/scorm12.js"></script>
<script>
window.calls = [];
const real = new Scorm12API({autocommit: false, logLevel: 5, lmsCommitUrl: "/commit", mastery_override: false});
const kept = %s;
if (kept) real.loadFromJSON(kept, "");
else real.cmi.core.lesson_mode = "normal";
window.API = {};
for (const name of ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish"])
	API[name] = (...args) => {
		const answer = real[name](...args);
		calls.push([name, ...args, answer, real.LMSGetLastError()].map(String));
		if (name === "LMSFinish") navigator.sendBeacon("/finished", JSON.stringify(calls));
		return answer;
	};
</script>
%s`

// coursePackage makes a package of the built site.
func coursePackage(t *testing.T, o release.Options) *zip.Reader {
	t.Helper()
	site, err := whole(t.Context())
	require.NoError(t, err)
	dir := t.TempDir()
	o.Only, o.Score = []release.Kind{release.SCORM}, "played"
	_, err = release.Make(t.Context(), bundle.Of(site), dir, o)
	require.NoError(t, err)
	packed, err := os.ReadFile(filepath.Join(dir, "hard-cases-"+o.Version+"-scorm12.zip"))
	require.NoError(t, err)
	files, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	require.NoError(t, err)
	return files
}

// newLMS unpacks a package into a platform.
func newLMS(t *testing.T) *lms {
	t.Helper()
	files := coursePackage(t, release.Options{Version: "1.2.3"})
	again, err := os.ReadFile("testdata/scorm/node_modules/scorm-again/dist/scorm12.js")
	require.NoError(t, err)
	l := &lms{}
	mux := http.NewServeMux()
	mux.Handle("/course/", http.StripPrefix("/course/", http.FileServerFS(files)))
	mux.HandleFunc("/scorm12.js", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/javascript")
		_, _ = w.Write(again) // the page is what is looked at
	})
	mux.HandleFunc("/commit", l.commit)
	mux.HandleFunc("/finished", l.finish)
	show := func(w http.ResponseWriter, r *http.Request) {
		l.mu.Lock()
		defer l.mu.Unlock()
		kept, err := json.Marshal(l.cmi)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		l.before = scorm.Sitting{Status: l.values()["cmi.core.lesson_status"], Interactions: l.interactions()}
		body := `<iframe ` + r.URL.Query().Get("frame") + ` src="/course/index.html"></iframe>`
		if r.URL.Path == "/opening" {
			body = `<button onclick="window.opened = window.open('/course/index.html')">open the course</button>`
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, lmsPage, kept, body)
	}
	mux.HandleFunc("/{$}", show)
	mux.HandleFunc("/opening", show)
	l.Server = httptest.NewServer(mux)
	t.Cleanup(func() {
		l.Close()
		require.Empty(t, l.wrong)
		for _, calls := range l.ended {
			require.Equal(t, "LMSFinish", calls[len(calls)-1][0])
		}
	})
	return l
}

func (l *lms) commit(w http.ResponseWriter, r *http.Request) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.broken {
		http.Error(w, "broken", http.StatusInternalServerError)
		return
	}
	b, err := io.ReadAll(r.Body)
	var sent struct{ CMI map[string]any }
	if err == nil {
		err = json.Unmarshal(b, &sent)
	}
	if err != nil || sent.CMI == nil {
		http.Error(w, "no values", http.StatusBadRequest)
		return
	}
	if _, err := scorm.Kept(sent.CMI); err != nil {
		l.wrong = append(l.wrong, err)
	}
	l.cmi = sent.CMI
	w.Header().Set("Content-Type", "application/json")
	fmt.Fprint(w, `{"result": "true", "errorCode": 0}`)
}

// finish takes the calls of a sitting that has ended.
func (l *lms) finish(w http.ResponseWriter, r *http.Request) {
	var calls []call
	if err := json.NewDecoder(r.Body).Decode(&calls); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ended = append(l.ended, calls)
}

// values are those that were committed last, by their elements; what is wrong with them
// is noted elsewhere.
func (l *lms) values() map[string]string {
	all, _ := scorm.Kept(l.cmi)
	return all
}

// interactions counts those that were committed.
func (l *lms) interactions() int {
	all, n := l.values(), 0
	for all[interaction(n, "id")] != "" {
		n++
	}
	return n
}

// interaction names a part of one.
func interaction(n int, part string) string {
	return "cmi.interactions." + strconv.Itoa(n) + "." + part
}

// value is a value as it was committed last.
func (l *lms) value(element string) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.values()[element]
}

// follows holds calls to SCORM 1.2, from what the platform knew before: each is one
// that a course may make, the platform took it, and nobody's name was asked.
func (l *lms) follows(t *testing.T, calls []call) {
	t.Helper()
	require.NotEmpty(t, calls)
	l.mu.Lock()
	sitting := l.before
	l.mu.Unlock()
	for _, c := range calls {
		args, failed := c[1:len(c)-2], c[len(c)-1]
		require.NoError(t, sitting.Call(c[0], args...))
		require.Equal(t, "0", failed, "%q", c)
		require.NotContains(t, strings.Join(args, " "), "cmi.core.student")
	}
}

// finished waits for the end of so many sittings, and looks at the last.
func (l *lms) finished(t *testing.T, n int) {
	t.Helper()
	var last []call
	require.Eventually(t, func() bool {
		l.mu.Lock()
		defer l.mu.Unlock()
		if len(l.ended) < n {
			return false
		}
		last = l.ended[n-1]
		return true
	}, patience, 20*time.Millisecond)
	l.follows(t, last)
}

// answers counts the decisions in what was committed last.
func (l *lms) answers(t *testing.T) int {
	t.Helper()
	text := l.value("cmi.suspend_data")
	require.LessOrEqual(t, len(text), 4096)
	c := course.Begin(lookedAt{"cmi.suspend_data": text, "cmi.core.lesson_mode": "browse"}, still{}, course.Played)
	b, err := c.Read("cloudflare")
	require.NoError(t, err)
	j, err := play.ReadJournal(b)
	require.NoError(t, err)
	session, _ := play.Restore(shipped(t), j)
	return len(session.State().Answers)
}

// lookedAt is a platform that is only asked.
type lookedAt map[string]string

func (l lookedAt) Get(element string) string { return l[element] }
func (l lookedAt) Set(string, string) bool   { return false }
func (l lookedAt) Commit() bool              { return false }
func (l lookedAt) Finish() bool              { return false }

// still is a clock that stands.
type still struct{}

func (still) Now() time.Duration  { return 0 }
func (still) Wall() (h, m, s int) { return 0, 0, 0 }

// attend opens the platform's page with the course in a frame.
func (l *lms) attend(t *testing.T, p *tab, frame string) {
	t.Helper()
	p.frame = ""
	p.visit(l.URL + "/?frame=" + frame)
	p.until(`frames[0].document.readyState === "complete"`)
	eval[bool](p, `frames[0].focus() === undefined`)
	p.frame = "frames[0]"
	p.playing()
	p.ready()
}

// longTitle are the texts of a pack of somebody's own, with a title that no schema takes.
type longTitle struct{}

func (longTitle) Locales() []string { return []string{"fr"} }
func (longTitle) Text(_, _ string) string {
	return strings.Repeat("« Ça coûte <combien> & à qui\u202f? » ", 9)
}

// TestCourseManifest holds what a platform reads of a package to the schemas that lie in
// it, by libxml2.
func TestCourseManifest(t *testing.T) {
	for name, o := range map[string]release.Options{
		"plain": {Version: "1.2.3"},
		"long":  {Version: "1.2.3-rc.1+20261130.0123456789abcdef", Pack: &bundle.OwnPack{ID: "ferry-2", Bytes: []byte("pack"), Texts: longTitle{}}},
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			require.NoError(t, os.CopyFS(dir, coursePackage(t, o)))
			validate := func() (string, error) {
				said, err := exec.CommandContext(t.Context(), "node", "testdata/scorm/validate.mjs", dir).CombinedOutput()
				return string(said), err
			}
			said, err := validate()
			require.NoError(t, err, said)
			file := filepath.Join(dir, "imsmanifest.xml")
			b, err := os.ReadFile(file)
			require.NoError(t, err)
			for from, to := range map[string]string{`scormtype="sco"`: `scormtype="game"`, "<organizations": "<organisations", `version="1`: `edition="1`, ` type="webcontent"`: ""} {
				require.NoError(t, os.WriteFile(file, bytes.Replace(b, []byte(from), []byte(to), 1), 0o600))
				said, err := validate()
				require.Error(t, err, "%s: %s", to, said)
			}
		})
	}
}

// follows looks at every call that the course has made in this sitting.
func (p *tab) follows(l *lms) {
	p.t.Helper()
	frame := p.frame
	p.frame = ""
	calls := eval[[]call](p, `calls`)
	p.frame = frame
	l.follows(p.t, calls)
}

// TestCourse plays on a learning platform, leaves in the middle of a decision, comes
// back in another browser, goes on there, and finishes.
func TestCourse(t *testing.T) {
	for name, frame := range map[string]string{"frame": "", "sandbox": `sandbox="allow-scripts%20allow-same-origin"`} {
		t.Run(name, func(t *testing.T) {
			l := newLMS(t)
			p := open(t, setup{limit: 15 * time.Minute, relayed: true}) // as most play: what asks for the picture is kept, too
			l.attend(t, p, frame)
			require.Equal(t, "incomplete", l.value("cmi.core.lesson_status"))
			require.Equal(t, "home", p.screen())
			p.playOneStep()
			require.Equal(t, 1, l.answers(t))
			p.after(func() { p.press("\r") })
			p.takeSeat()
			p.press("b")
			p.until(`document.activeElement.checked`)
			screen, chosen := p.screen(), p.checked()
			require.Zero(t, eval[int](p, `localStorage.length`), "the next at this computer may be another pupil")
			p.frame = ""
			p.visit(l.URL + "/course/licences.txt")
			l.finished(t, 1)
			require.Equal(t, "suspend", l.value("cmi.core.exit"))
			require.Equal(t, "incomplete", l.value("cmi.core.lesson_status"))
			require.NotEmpty(t, l.value("cmi.core.session_time"))
			require.Empty(t, l.value("cmi.core.score.raw"))

			q := p.apart(setup{limit: 15 * time.Minute})
			l.attend(t, q, frame)
			require.Equal(t, screen, q.screen())
			require.Equal(t, chosen, q.checked())
			q.follows(l)
			if name != "frame" {
				return // to the end once
			}
			q.playToTheEnd(func() bool { return l.value("cmi.core.lesson_status") == "completed" })
			q.follows(l)
			require.Equal(t, "100", l.value("cmi.core.score.raw"))
			steps := 0
			for _, h := range shipped(t).Head().Cases {
				if !h.Optional {
					steps += cmp.Or(h.Short, h.Steps) // what Enter begins
				}
			}
			require.Equal(t, steps, l.answers(t))
			require.Equal(t, steps, l.interactions())
			for n := range steps {
				require.Equal(t, "neutral", l.value(interaction(n, "result")))
				require.Equal(t, "choice", l.value(interaction(n, "type")))
				require.NotEmpty(t, l.value(interaction(n, "student_response")))
				require.NotEmpty(t, l.value(interaction(n, "latency")))
			}
			q.frame = ""
			q.visit(l.URL + "/course/licences.txt")
			l.finished(t, 2)
			require.Equal(t, "completed", l.value("cmi.core.lesson_status"))
		})
	}
}

// playToTheEnd decides step after step until the end is reached.
func (p *tab) playToTheEnd(ended func() bool) {
	p.t.Helper()
	for n := 0; !ended(); n++ {
		require.Less(p.t, n, 200, "there is no end: %s", p.screen())
		if strings.HasPrefix(p.screen(), "decision") {
			p.decideByKeys(n)
		} else {
			p.after(func() { p.press("\r") })
		}
	}
}

// TestCourseInAWindow: the platform opened the course in a window of its own, whose
// sitting ends with it.
func TestCourseInAWindow(t *testing.T) {
	l := newLMS(t)
	p := open(t, setup{})
	p.visit(l.URL + "/opening")
	r := p.rect("button")
	require.NoError(t, chromium.Click(p.ctx, r.X+r.W/2, r.Y+r.H/2))
	p.until(`window.opened`)
	p.frame = "opened"
	p.until(`window.gate`)
	p.playing()
	require.Equal(t, "incomplete", l.value("cmi.core.lesson_status"))
	require.Equal(t, "suspend", l.value("cmi.core.exit"))
	p.follows(l)
	p.frame = ""
	eval[bool](p, `opened.close() === undefined`)
	p.until(`calls.some(([name]) => name === "LMSFinish")`) // a browser may let a page that goes send nothing more
}

// TestCourseWithoutAPlatform plays as any page does, and says nothing.
func TestCourseWithoutAPlatform(t *testing.T) {
	l := newLMS(t)
	p := open(t, setup{})
	p.visit(l.URL + "/course/index.html")
	p.playing()
	p.playOneStep()
	require.Equal(t, 1, p.answers())
	require.Nil(t, eval[any](p, `document.querySelector('`+at("trouble")+`')`))
	require.Empty(t, p.said())
}

// TestCourseThatIsNotKept: a platform that takes nothing is told of, and takes all
// of it once it can again. The course may keep nothing in the browser.
func TestCourseThatIsNotKept(t *testing.T) {
	l := newLMS(t)
	p := open(t, setup{before: `for (const name of ["localStorage", "sessionStorage"])
		Object.defineProperty(window, name, {get() { throw new DOMException("no", "SecurityError"); }})`})
	l.attend(t, p, "")
	l.mu.Lock()
	l.broken = true
	l.mu.Unlock()
	p.playOneStep()
	p.after(func() { p.press("\r") })
	p.until(`document.querySelector('` + at("trouble") + `').textContent.includes("cannot be saved just now")`)
	l.mu.Lock()
	l.broken = false
	l.mu.Unlock()
	p.takeSeat()
	p.press("b")
	p.until(`document.activeElement.checked && !document.querySelector('` + at("trouble") + `')`)
	require.Equal(t, 1, l.answers(t))
}

// TestCourseThatCameBackTorn: a platform gives back half of what it was given to keep. The
// pupil is told, begins afresh, and what came back is put aside.
func TestCourseThatCameBackTorn(t *testing.T) {
	l := newLMS(t)
	p := open(t, setup{})
	l.attend(t, p, "")
	p.playOneStep()
	require.Equal(t, 1, l.answers(t))
	p.frame = ""
	p.visit(l.URL + "/course/licences.txt")
	l.finished(t, 1)
	l.mu.Lock()
	whole, _ := l.cmi["suspend_data"].(string)
	torn := whole[:len(whole)/2]
	l.cmi["suspend_data"] = torn
	l.mu.Unlock()

	q := p.apart(setup{})
	l.attend(t, q, "")
	q.until(`document.querySelector('` + at("notice") + `').textContent.includes("could not be read")`)
	require.Equal(t, "home", q.screen())
	q.playOneStep()
	require.Equal(t, 1, l.answers(t))
	q.follows(l)
	c := course.Begin(lookedAt{"cmi.suspend_data": l.value("cmi.suspend_data"), "cmi.core.lesson_mode": "browse"}, still{}, course.Played)
	names, err := c.List()
	require.NoError(t, err)
	i := slices.IndexFunc(names, func(name string) bool { return strings.HasPrefix(name, "cloudflare.damaged-") })
	require.GreaterOrEqual(t, i, 0, "%q", names)
	b, err := c.Read(names[i])
	require.NoError(t, err)
	require.Equal(t, torn, string(b))
}
