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
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/manifest"
	"hardcases/cmd/internal/release"
	"hardcases/game/play"
	"hardcases/proving/chromium"
	"hardcases/wasm/course"

	"github.com/stretchr/testify/require"
)

// lms is a learning platform: scorm-again, the package as it is unpacked, and what
// the platform has kept.
type lms struct {
	*httptest.Server
	mu      sync.Mutex
	cmi     map[string]any // as it was committed last, nil for nothing
	commits int
	broken  bool // commits fail
}

// lmsPage is the page of a platform with the course in a frame. It notes every call.
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
		calls.push([name, ...args, answer, real.LMSGetLastError()]);
		return answer;
	};
</script>
%s`

// course unpacks a package into a platform.
func newLMS(t *testing.T) *lms {
	t.Helper()
	site, err := manifest.Open(os.DirFS(built))
	require.NoError(t, err)
	dir := t.TempDir()
	_, err = release.Make(t.Context(), bundle.Of(site), dir, release.Options{Only: []release.Kind{release.SCORM}, Version: "1.2.3", Score: "played"})
	require.NoError(t, err)
	packed, err := os.ReadFile(filepath.Join(dir, "hard-cases-1.2.3-scorm12.zip"))
	require.NoError(t, err)
	files, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	require.NoError(t, err)
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
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		l.mu.Lock()
		defer l.mu.Unlock()
		kept, err := json.Marshal(l.cmi)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		body := `<iframe ` + r.URL.Query().Get("frame") + ` src="/course/index.html"></iframe>`
		if r.URL.Path == "/opening" {
			body = `<button onclick="window.opened = window.open('/course/index.html')">open the course</button>`
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprintf(w, lmsPage, kept, body)
	})
	l.Server = httptest.NewServer(mux)
	t.Cleanup(l.Close)
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
	l.cmi = sent.CMI
	l.commits++
	w.Header().Set("Content-Type", "application/json")
	fmt.Fprint(w, `{"result": "true", "errorCode": 0}`)
}

// value is a value as it was committed last.
func (l *lms) value(path ...string) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	var v any = map[string]any(l.cmi)
	for _, name := range path {
		m, ok := v.(map[string]any)
		if !ok {
			return ""
		}
		v = m[name]
	}
	s, _ := v.(string)
	return s
}

// answers counts the decisions in what was committed last.
func (l *lms) answers(t *testing.T) int {
	t.Helper()
	text := l.value("suspend_data")
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

// taken looks at every call that was made: the platform took each, and nobody's
// name was asked.
func (p *tab) taken() {
	p.t.Helper()
	frame := p.frame
	p.frame = ""
	calls := eval[[][]any](p, `calls`)
	p.frame = frame
	require.NotEmpty(p.t, calls)
	for _, c := range calls {
		require.Equal(p.t, "0", fmt.Sprint(c[len(c)-1]), "%v", c)
		require.NotContains(p.t, fmt.Sprint(c[:len(c)-1]), "student_name")
		require.NotContains(p.t, fmt.Sprint(c[:len(c)-1]), "student_id")
		require.NotContains(p.t, fmt.Sprint(c[:len(c)-1]), "undefined")
	}
}

// TestCourse plays on a learning platform, leaves in the middle of a decision, comes
// back in another browser, goes on there, and finishes.
func TestCourse(t *testing.T) {
	for name, frame := range map[string]string{"frame": "", "sandbox": `sandbox="allow-scripts%20allow-same-origin"`} {
		t.Run(name, func(t *testing.T) {
			l := newLMS(t)
			p := open(t, setup{limit: 15 * time.Minute})
			l.attend(t, p, frame)
			require.Equal(t, "incomplete", l.value("core", "lesson_status"))
			require.Equal(t, "home", p.screen())
			p.playOneStep()
			require.Equal(t, 1, l.answers(t))
			p.after(func() { p.press("\r") })
			p.takeSeat()
			p.press("b")
			p.until(`document.activeElement.checked`)
			screen, chosen := p.screen(), p.checked()
			p.taken()
			require.Zero(t, eval[int](p, `localStorage.length`), "the next at this computer may be another pupil")
			p.frame = ""
			p.visit(l.URL + "/opening")
			require.Equal(t, "suspend", l.value("core", "exit"))
			require.Equal(t, "incomplete", l.value("core", "lesson_status"))
			require.Regexp(t, `^\d\d:\d\d:\d\d\.\d\d$`, l.value("core", "session_time"))
			require.Empty(t, l.value("core", "score", "raw"))

			q := p.apart(setup{limit: 15 * time.Minute})
			l.attend(t, q, frame)
			require.Equal(t, screen, q.screen())
			require.Equal(t, chosen, q.checked())
			if name != "frame" {
				q.taken()
				return // to the end once
			}
			q.playToTheEnd(func() bool { return l.value("core", "lesson_status") == "completed" })
			q.taken()
			require.Equal(t, "completed", l.value("core", "lesson_status"))
			require.Equal(t, "100", l.value("core", "score", "raw"))
			steps := 0
			for _, h := range shipped(t).Head().Cases {
				if !h.Optional {
					steps += cmp.Or(h.Short, h.Steps) // what Enter begins
				}
			}
			require.Equal(t, steps, l.answers(t))
			for i := range steps - 1 { // of the second sitting
				at := []string{"interactions", "childArray", strconv.Itoa(i)}
				require.NotEqual(t, "correct", l.value(append(at, "result")...))
			}
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
	require.Equal(t, "incomplete", l.value("core", "lesson_status"))
	require.Equal(t, "suspend", l.value("core", "exit"))
	p.taken()
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
