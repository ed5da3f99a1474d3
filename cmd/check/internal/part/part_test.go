package part

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tool"
)

// script answers commands by how they begin; the longest beginning wins, and a
// command without an answer prints nothing and ends well.
type script struct {
	answers map[string]proc.Result
	mu      sync.Mutex
	ran     []string
}

func (s *script) run(_ context.Context, c proc.Command) proc.Result {
	line := c.String()
	s.mu.Lock()
	s.ran = append(s.ran, line)
	s.mu.Unlock()
	best, answer := "", proc.Result{}
	for begin, a := range s.answers {
		if strings.HasPrefix(line, begin) && len(begin) > len(best) {
			best, answer = begin, a
		}
	}
	if answer.Text == "" {
		answer.Text = answer.Stdout
	}
	return answer
}

// env is a tree with the files and a computer with the answers.
func env(t *testing.T, files map[string]string, answers map[string]proc.Result) (Env, *script) {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		path := filepath.Join(root, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	s := &script{answers: answers}
	bare := tool.Machine{
		Find:   func(string) (string, error) { return "", errors.New("not found") },
		Exists: func(string) bool { return false },
		Run:    s.run,
	}
	return Env{Root: root, Run: s.run, Machine: bare}, s
}

func quiet(string) {}

var bad = proc.Result{Err: errors.New("exit status 1"), Text: "what is wrong\n"}

func TestAll(t *testing.T) {
	e, _ := env(t, nil, nil)
	seen := map[string]bool{}
	for i, p := range All(e) {
		assert.NotEmpty(t, p.About, p.Name)
		assert.Positive(t, p.Limit, p.Name)
		assert.NotNil(t, p.Run, p.Name)
		assert.False(t, seen[p.Name], "%s is there twice", p.Name)
		assert.Equal(t, i == 0, p.Name == "set-up", "set-up comes first")
		seen[p.Name] = true
	}
}

func TestSetUpNamesThePartsThatWillFail(t *testing.T) {
	e, s := env(t, nil, nil)
	_, err := All(e)[0].Run(t.Context(), quiet)
	require.Error(t, err)
	for _, part := range []string{
		"there is no apt-get", "Xvfb: missing", "Chromium: missing", "libGL.so.1", "Node.js: missing",
		"apt-get install -y --no-install-recommends chromium gcc libc6-dev", "npm: missing",
		"until then these parts will fail: race, wasm, pictures, browser",
	} {
		assert.ErrorContains(t, err, part)
	}
	assert.Equal(t, []string{"go mod download", "go build -tags=browser,pictures,whole ./..."}, s.ran)

	e, s = env(t, nil, nil)
	e.Machine.Find = func(program string) (string, error) { return program, nil }
	e.Machine.Exists = func(string) bool { return true }
	libraries := strings.Join(tool.Graphics().Libraries, " (libc6,x86-64) => there\n\t")
	s.answers = map[string]proc.Result{"ldconfig -p": {Stdout: "\t" + libraries + " ("}, "node --version": {Stdout: "v20.1.0"}}
	_, err = All(e)[0].Run(t.Context(), quiet)
	require.NoError(t, err)
	assert.Contains(t, s.ran, "npm ci --ignore-scripts --no-audit --no-fund")

	e, _ = env(t, nil, map[string]proc.Result{"go mod download": bad})
	_, err = All(e)[0].Run(t.Context(), quiet)
	assert.ErrorContains(t, err, "what is wrong")
}

func TestFormat(t *testing.T) {
	e, _ := env(t, map[string]string{"a.go": "package a\n", "b.txt": "  x"}, nil)
	summary, err := e.format(t.Context(), quiet)
	require.NoError(t, err)
	assert.Equal(t, "1 files", summary)

	e, _ = env(t, map[string]string{"a/a.go": "package a\nvar  x = 1\n", "b.go": "package\n", "c.go": "package c\n"}, nil)
	_, err = e.format(t.Context(), quiet)
	assert.ErrorContains(t, err, "gofmt -w):\na/a.go\nb.go: 1:9")
	assert.NotContains(t, err.Error(), "c.go")

	e, _ = env(t, nil, nil)
	_, err = e.format(t.Context(), quiet)
	assert.ErrorContains(t, err, "found no Go file")
}

func TestStaticChecksLookAtBothWorlds(t *testing.T) {
	e, s := env(t, nil, map[string]proc.Result{"go tool -n": {Stdout: "/cache/staticcheck\n"}})
	_, err := e.vet(t.Context(), quiet)
	require.NoError(t, err)
	_, err = e.staticcheck(t.Context(), quiet)
	require.NoError(t, err)
	const browser = " ./game/... ./scenes/... ./assets/... ./wasm/..."
	assert.Equal(t, []string{
		"go vet -tags=browser,pictures,whole ./...",
		"GOOS=js GOARCH=wasm go vet -tags=browser,pictures,whole" + browser,
		"go tool -n staticcheck",
		"/cache/staticcheck -tags=browser,pictures,whole ./...",
		"GOOS=js GOARCH=wasm /cache/staticcheck -tags=browser,pictures,whole" + browser,
	}, s.ran)

	e, s = env(t, nil, map[string]proc.Result{"go vet": bad, "GOOS=js GOARCH=wasm go vet": bad})
	_, err = e.vet(t.Context(), quiet)
	assert.Len(t, s.ran, 2, "a finding in one world does not hide the other's")
	assert.Equal(t, 2, strings.Count(err.Error(), "what is wrong"))
}

func TestTidy(t *testing.T) {
	e, s := env(t, nil, map[string]proc.Result{"go mod tidy -diff": bad})
	_, err := e.tidy(t.Context(), quiet)
	assert.ErrorContains(t, err, "what is wrong")
	assert.Equal(t, []string{"go mod tidy -diff"}, s.ran)
}

func TestGenerated(t *testing.T) {
	tests := []struct {
		name  string
		write map[string]string // what go generate writes
		text  string            // what it prints
		want  string
	}{
		{"same", map[string]string{"a/made.go": "old"}, "msgp\n", ""},
		{"stale", map[string]string{"a/made.go": "new"}, "msgp\n", "a/made.go: differs"},
		{"missing", map[string]string{"a/more.go": "new"}, "msgp\n", "a/more.go: not in the tree"},
		{"nothing generated", nil, "", "go generate ran nothing"},
		{"builds are no source", map[string]string{"dist/x": "new"}, "msgp\n", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e, _ := env(t, map[string]string{"a/made.go": "old", "b.go": "package b"}, nil)
			var copied string
			e.Run = func(_ context.Context, c proc.Command) proc.Result {
				copied = c.Dir
				for name, text := range test.write {
					path := filepath.Join(c.Dir, name)
					require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
					require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
				}
				return proc.Result{Text: test.text}
			}
			summary, err := e.generated(t.Context(), quiet)
			if test.want == "" {
				require.NoError(t, err)
				assert.Equal(t, "2 files compared", summary)
			} else {
				assert.ErrorContains(t, err, test.want)
			}
			assert.NotEqual(t, e.Root, copied)
			assert.NoDirExists(t, copied, "the copy is cleared away")
			kept, err := os.ReadFile(filepath.Join(e.Root, "a/made.go"))
			require.NoError(t, err)
			assert.Equal(t, "old", string(kept), "the tree itself is not touched")
		})
	}
}

func TestUnit(t *testing.T) {
	const command = "go test -timeout=5m -tags=whole ./..."
	e, s := env(t, nil, map[string]proc.Result{command: {
		Stdout: "ok  \ta\t0.1s\n?   \tb\t[no test files]\nok  \tc\t(cached)\nok  \td\t0.1s [no tests to run]\n",
	}})
	summary, err := e.unit(t.Context(), quiet)
	require.NoError(t, err)
	assert.Equal(t, "2 packages with tests", summary)
	assert.Equal(t, []string{command}, s.ran)

	e, _ = env(t, nil, map[string]proc.Result{command: {Stdout: "?   \tb\t[no test files]\n"}})
	_, err = e.unit(t.Context(), quiet)
	assert.ErrorContains(t, err, "ran no test")

	e, _ = env(t, nil, map[string]proc.Result{command: bad})
	_, err = e.unit(t.Context(), quiet)
	assert.ErrorContains(t, err, "what is wrong")
}

func TestRace(t *testing.T) {
	const command = "CGO_ENABLED=1 go test -race -timeout=9m ./..."
	e, s := env(t, nil, map[string]proc.Result{command: bad})
	_, err := e.race(t.Context(), quiet)
	assert.ErrorContains(t, err, "what is wrong")
	assert.Equal(t, []string{command}, s.ran)
}

func TestWasmLeavesOutWhatDraws(t *testing.T) {
	e, s := env(t, nil, map[string]proc.Result{
		"GOOS=js GOARCH=wasm go list": {Stdout: `
			{"ImportPath": "hardcases/game/play"}
			{"ImportPath": "hardcases/game/play.test"}
			{"ImportPath": "hardcases/game/untested"}
			{"ImportPath": "hardcases/scenes"}
			{"ImportPath": "hardcases/scenes.test", "Deps": ["github.com/hajimehoshi/ebiten/v2"]}`},
		"go env GOROOT":               {Stdout: "/go\n"},
		"GOOS=js GOARCH=wasm go test": {Stdout: "ok  \thardcases/game/play\t0.1s\n"},
	})
	summary, err := e.wasm(t.Context(), quiet)
	require.NoError(t, err)
	assert.Equal(t, "1 packages with tests", summary)
	assert.Equal(t, "GOOS=js GOARCH=wasm go test -timeout=4m -exec=/go/lib/wasm/go_js_wasm_exec hardcases/game/play", s.ran[2])

	e, _ = env(t, nil, nil)
	_, err = e.wasm(t.Context(), quiet)
	assert.ErrorContains(t, err, "found no package with tests")
}

func TestForGo(t *testing.T) {
	for _, name := range []string{"PATH", "HOME", "GOFLAGS", "GOPROXY", "TMPDIR"} {
		assert.True(t, forGo(name), name)
	}
	for _, name := range []string{"LS_COLORS", "GITHUB_EVENT", "DISPLAY"} {
		assert.Equal(t, false, forGo(name), name)
	}
}

func TestBrowserRunsOnlyWhatTheTagAdds(t *testing.T) {
	answers := map[string]proc.Result{
		"go list": {Stdout: `{"ImportPath": "a", "TestGoFiles": ["a_test.go"]} {"ImportPath": "b"}`},
	}
	e, _ := env(t, nil, answers)
	_, err := e.browser(t.Context(), quiet)
	assert.ErrorContains(t, err, "found no test with the build tag browser")

	e, s := env(t, nil, answers)
	run := e.Run
	e.Run = func(ctx context.Context, c proc.Command) proc.Result {
		got := run(ctx, c)
		switch line := c.String(); {
		case strings.Contains(line, "go list") && strings.Contains(line, "-tags=browser"):
			got.Stdout = `{"ImportPath": "a", "TestGoFiles": ["a_test.go"]} {"ImportPath": "b", "TestGoFiles": ["b_test.go"]}`
		case strings.HasPrefix(line, "go test -count=1"):
			got.Stdout = "ok  \tb\t3.0s\n"
		}
		return got
	}
	summary, err := e.browser(t.Context(), quiet)
	require.NoError(t, err)
	assert.Equal(t, "1 packages with tests", summary)
	assert.Equal(t, []string{
		"go test -exec=true -tags=browser b",
		"go test -count=1 -p=1 -timeout=16m0s -tags=browser b",
	}, s.ran[2:])
}

func TestFuzzTargets(t *testing.T) {
	got := fuzzTargets("FuzzOpen\nFuzzUnpack\nok  \thardcases/game/pack\t0.004s\n" +
		"?   \thardcases/game/view\t[no test files]\nok  \thardcases/game/x\t0.003s\nFuzzMsg\nok  \thardcases/game/play\t0.1s\n")
	assert.Equal(t, []target{
		{"hardcases/game/pack", "FuzzOpen"}, {"hardcases/game/pack", "FuzzUnpack"}, {"hardcases/game/play", "FuzzMsg"},
	}, got)
}

func TestFuzz(t *testing.T) {
	const (
		list   = "go test -list=^Fuzz ./..."
		first  = "go test '-run=^$' '-fuzz=^FuzzA$' -fuzztime=10s"
		second = "go test '-run=^$' '-fuzz=^FuzzB$' -fuzztime=10s"
		again  = "go test -count=1 '-run=^FuzzA$' p"
	)
	listing := proc.Result{Stdout: "FuzzA\nFuzzB\nok  \tp\t0.1s\n"}
	timeOut := proc.Result{Err: errors.New("exit status 1"), Text: "--- FAIL: FuzzA (30.1s)\n    context deadline exceeded\n"}
	crash := proc.Result{Err: errors.New("exit status 1"), Text: "context deadline exceeded\nFailing input written to testdata/fuzz/FuzzA/1\n"}
	tests := []struct {
		name    string
		answers map[string]proc.Result
		ran     []string
		want    string
	}{
		{"fine", map[string]proc.Result{list: listing}, []string{list, first, second}, ""},
		{"one fails, the other still runs", map[string]proc.Result{list: listing, first: bad}, []string{list, first, second}, "what is wrong"},
		{"only time ran out", map[string]proc.Result{list: listing, first: timeOut}, []string{list, first, again, second}, ""},
		{"a failure as time ran out", map[string]proc.Result{list: listing, first: crash}, []string{list, first, second}, "Failing input"},
		{"time ran out and known inputs fail", map[string]proc.Result{list: listing, first: timeOut, again: bad}, []string{list, first, again, second}, "what is wrong"},
		{"no fuzz test", map[string]proc.Result{list: {Stdout: "ok  \tp\t0.1s\n"}}, []string{list}, "found no fuzz test"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e, s := env(t, nil, test.answers)
			_, err := e.fuzz(t.Context(), quiet)
			require.Len(t, s.ran, len(test.ran))
			for _, begin := range test.ran { // two run side by side, so in any order
				assert.True(t, slices.ContainsFunc(s.ran, func(line string) bool { return strings.HasPrefix(line, begin) }), begin)
			}
			if test.want == "" {
				assert.NoError(t, err)
			} else {
				assert.ErrorContains(t, err, test.want)
			}
		})
	}
}

func TestFormatsAreFuzzedForLonger(t *testing.T) {
	e, s := env(t, nil, map[string]proc.Result{"go test -list": {Stdout: "FuzzOpen\nFuzzMoment\nok  \tp\t0.1s\n"}})
	_, err := e.fuzz(t.Context(), quiet)
	require.NoError(t, err)
	ran := strings.Join(s.ran, "\n")
	assert.Regexp(t, "FuzzOpen.*-fuzztime=30s", ran)
	assert.Regexp(t, "FuzzMoment.*-fuzztime=10s", ran)
}

func TestCross(t *testing.T) {
	e, s := env(t, nil, map[string]proc.Result{"CGO_ENABLED=0 GOOS=windows GOARCH=amd64": bad})
	_, err := e.cross(t.Context(), quiet)
	assert.Len(t, s.ran, len(systems()))
	assert.Contains(t, systems(), runtime.GOOS+"/"+runtime.GOARCH)
	for _, line := range s.ran {
		native := strings.Contains(line, "GOOS="+runtime.GOOS+" GOARCH="+runtime.GOARCH+" ")
		assert.Equal(t, !native, strings.Contains(line, "-gcflags"), line)
	}
	assert.Equal(t, 1, strings.Count(err.Error(), "what is wrong"))
}

func TestReplay(t *testing.T) {
	const folder = "cmd/hardcases/testdata/games/"
	tests := []struct {
		name  string
		files map[string]string
		out   string
		want  string
	}{
		{"same but for the hash", map[string]string{folder + "a.journal": "x", folder + "a.json": `{"hash":"1","match":2}`}, `{"match":2,"hash":"3"}`, ""},
		{
			"other scores", map[string]string{folder + "a.script": "x", folder + "a.json": `{"match":1,"cases":[{"id":"a","of":2}]}`},
			`{"match":2,"cases":[{"id":"a","of":3,"new":[]}]}`,
			"a.script: the scores are not those recorded:\n  cases[0].new: recorded <nil>, now []\n  cases[0].of: recorded 2, now 3\n  match: recorded 1, now 2",
		},
		{
			"a step more", map[string]string{folder + "a.script": "x", folder + "a.json": `{"steps":[1]}`},
			`{"steps":[1,2]}`, "steps: recorded [1], now [1 2]",
		},
		{"no JSON", map[string]string{folder + "a.script": "x", folder + "a.json": `{}`}, "", "unexpected end of JSON"},
		{"no scores", map[string]string{folder + "a.journal": "x"}, "{}", "a.json"},
		{"no game", nil, "", "found no recorded game"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e, _ := env(t, test.files, nil)
			e.Run = func(_ context.Context, c proc.Command) proc.Result {
				if c.Args[0] == "go" {
					return proc.Result{}
				}
				assert.Equal(t, []string{"replay", "--json"}, c.Args[1:3])
				return proc.Result{Stdout: test.out}
			}
			_, err := e.replay(t.Context(), quiet)
			if test.want == "" {
				assert.NoError(t, err)
			} else {
				assert.ErrorContains(t, err, test.want)
			}
		})
	}
}
