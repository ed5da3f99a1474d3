package part

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/check/internal/plan"
	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tool"
	"hardcases/cmd/internal/manifest"
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
	return Env{Root: root, Run: s.run, Behind: s.run, Engine: engine, Machine: bare}, s
}

func engine() (string, error) { return "/engine/go.mod", nil }

// part gives a part by its name.
func part(t *testing.T, e Env, name string) plan.Part {
	t.Helper()
	found, err := plan.Select(All(e), []string{name})
	require.NoError(t, err)
	return found[0]
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
		assert.Equal(t, i == 0, p.Lane == plan.First, "set-up runs before all: %s", p.Name)
		seen[p.Name] = true
	}
}

// TestCommands holds the parts that are nothing but commands to running all of
// them, and to failing with each.
func TestCommands(t *testing.T) {
	e, s := env(t, nil, map[string]proc.Result{"go -C cmd/tools tool -n lint": {Stdout: "/cache/lint\n"}})
	_, err := part(t, e, "vet").Run(t.Context(), quiet)
	require.NoError(t, err)
	assert.Equal(t, []string{
		"go -C cmd/tools tool -n lint",
		"go vet -vettool=/cache/lint -tags=browser,pictures,whole ./...",
		"go -C cmd/tools tool -n lint",
		"GOOS=js GOARCH=wasm go vet -vettool=/cache/lint -tags=browser,pictures,whole ./wasm/...",
		"go -C cmd/tools vet ./...",
		"go -C cmd/tools/release vet ./...",
	}, s.ran)

	for _, name := range []string{"vet", "staticcheck", "web", "tidy", "unit", "cross"} {
		for _, broken := range []bool{false, true} {
			e, ran := Env{Engine: engine}, 0
			e.Behind = func(_ context.Context, c proc.Command) proc.Result {
				if strings.Contains(c.String(), " tool -n ") && !broken {
					return proc.Result{Stdout: "/cache/tool\n"}
				}
				ran++
				return bad
			}
			_, err := part(t, e, name).Run(t.Context(), quiet)
			require.Positive(t, ran, name)
			assert.Equal(t, ran, strings.Count(err.Error(), "what is wrong"), "%s: a failure hides no other", name)
		}
	}
}

func TestSetUpNamesThePartsThatWillFail(t *testing.T) {
	e, s := env(t, nil, nil)
	_, err := All(e)[0].Run(t.Context(), quiet)
	require.Error(t, err)
	for _, part := range []string{
		"there is no apt-get", "Xvfb: missing", "Chromium: missing", "libGL.so.1", "Node.js: missing",
		"apt-get install -y --no-install-recommends chromium gcc libc6-dev", "npm: missing",
		"until then these parts will fail: web, race, wasm, pictures, browser",
	} {
		assert.ErrorContains(t, err, part)
	}
	assert.Equal(t, []string{"go mod download", "go -C cmd/tools mod download", "go -C cmd/tools/release mod download", "go build -tags=browser,pictures,whole ./..."}, s.ran)

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
			e, _ := env(t, map[string]string{"a/made.go": "old", "b.go": "package b", ".gitignore": "/dist/\n"}, nil)
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
				assert.Equal(t, "3 files compared", summary)
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

func TestTestsMustRun(t *testing.T) {
	const command = "go test -timeout=9m -tags=whole -modfile=/engine/go.mod ./..."
	e, _ := env(t, nil, map[string]proc.Result{command: {
		Stdout: "ok  \ta\t0.1s\n?   \tb\t[no test files]\nok  \tc\t(cached)\nok  \td\t0.1s [no tests to run]\n",
	}})
	summary, err := part(t, e, "unit").Run(t.Context(), quiet)
	require.NoError(t, err)
	assert.Equal(t, "2 packages with tests", summary)

	e, _ = env(t, nil, map[string]proc.Result{command: {Stdout: "?   \tb\t[no test files]\n"}})
	_, err = part(t, e, "unit").Run(t.Context(), quiet)
	assert.ErrorContains(t, err, "ran no test")
}

func TestRaceTestsWhatRunsSideBySide(t *testing.T) {
	e, s := env(t, map[string]string{
		"a/a.go": "package a\n\nfunc f() {\n\tgo f()\n}\n", "b/b.go": "package b\n\n// go on with this\n\nvar x = []string{\"net/http\"}\n", "c/c_test.go": "package c\n\nimport \"sync\"\n",
	}, nil)
	s.answers = map[string]proc.Result{
		"go list": {Stdout: fmt.Sprintf(`
			{"ImportPath": "a", "Dir": %[1]q, "GoFiles": ["a/a.go"], "TestGoFiles": ["b/b.go"]}
			{"ImportPath": "b", "Dir": %[1]q, "GoFiles": ["b/b.go"], "TestGoFiles": ["b/b.go"]}
			{"ImportPath": "c", "Dir": %[1]q, "XTestGoFiles": ["c/c_test.go"]}
			{"ImportPath": "untested", "Dir": %[1]q, "GoFiles": ["a/a.go"]}`, e.Root)},
		"CGO_ENABLED=1": {Stdout: "ok  \ta\t0.1s\n"},
	}
	_, err := e.race(t.Context(), quiet)
	require.NoError(t, err)
	assert.Equal(t, "CGO_ENABLED=1 go test -race -timeout=9m -skip=^Test(Kills|Hostile) a c", s.ran[1])

	e, _ = env(t, nil, nil)
	_, err = e.race(t.Context(), quiet)
	assert.ErrorContains(t, err, "found no package")
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
	_, err := e.wasm(t.Context(), quiet)
	require.NoError(t, err)
	assert.Equal(t, "GOOS=js GOARCH=wasm go test -timeout=4m -modfile=/engine/go.mod -exec=/go/lib/wasm/go_js_wasm_exec hardcases/game/play", s.ran[2])

	e, _ = env(t, nil, nil)
	_, err = e.wasm(t.Context(), quiet)
	assert.ErrorContains(t, err, "found no package with tests")

	for name, want := range map[string]bool{"PATH": true, "GOFLAGS": true, "TMPDIR": true, "LS_COLORS": false, "DISPLAY": false} {
		assert.Equal(t, want, forGo(name), name)
	}
}

func TestBrowserRunsOnlyWhatTheTagAdds(t *testing.T) {
	answers := map[string]proc.Result{
		"go list -json=ImportPath,Name,Dir,Imports,Deps,GoFiles,TestGoFiles,XTestGoFiles,Module ./...": {
			Stdout: `{"ImportPath": "a", "TestGoFiles": ["a_test.go"]} {"ImportPath": "b"}`,
		},
	}
	e, _ := env(t, nil, answers)
	_, err := e.browser(t.Context(), quiet)
	assert.ErrorContains(t, err, "found no test with the build tag browser")

	answers["go list -json=ImportPath,Name,Dir,Imports,Deps,GoFiles,TestGoFiles,XTestGoFiles,Module -tags=browser"] = proc.Result{
		Stdout: `{"ImportPath": "a", "TestGoFiles": ["a_test.go"]} {"ImportPath": "b", "TestGoFiles": ["b_test.go"]}`,
	}
	answers["go test -count=1"] = proc.Result{Stdout: "ok  \tb\t3.0s\n"}
	e, s := env(t, nil, answers)
	summary, err := e.browser(t.Context(), quiet)
	require.NoError(t, err)
	assert.Equal(t, "1 packages with tests", summary)
	assert.Equal(t, []string{
		"go test -exec=true -tags=browser b",
		"go test -count=1 -p=1 -timeout=29m0s -tags=browser b",
	}, s.ran[2:])
}

func TestFuzz(t *testing.T) {
	const (
		first  = "go test '-run=^$' '-fuzz=^FuzzA$' -fuzztime=100000x -fuzzminimizetime=1x"
		second = "go test '-run=^$' '-fuzz=^FuzzSources$' -fuzztime=20000x -fuzzminimizetime=1x"
	)
	count := func(n int) proc.Result {
		return proc.Result{Stdout: fmt.Sprintf("fuzz: elapsed: 0s, gathering baseline coverage: 0/9 completed\n"+
			"fuzz: elapsed: 3s, execs: 7 (2/sec), new interesting: 1 (total: 10)\n"+
			"fuzz: elapsed: 6s, execs: %d (2000/sec), new interesting: 4 (total: 13)\nPASS\nok  \tp\t6.1s\n", n)}
	}
	tests := []struct {
		name          string
		file          string // of the tests of p
		first, second proc.Result
		want          string
	}{
		{"fine", "a_test.go", count(100_000), count(20_001), ""},
		{"one fails", "a_test.go", bad, count(20_000), "what is wrong"},
		{"too few", "a_test.go", count(99_999), count(20_000), "p FuzzA tried 99999 inputs, and must try 100000"},
		{"none, and go test is content", "a_test.go", count(100_000), proc.Result{Stdout: "ok  \tp\t30.1s\n"}, "p FuzzSources tried 0 inputs"},
		{"no fuzz test", "b_test.go", bad, bad, "found no fuzz test"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e, s := env(t, map[string]string{
				"a_test.go": "package p\n\nfunc FuzzA(f *testing.F) {\n}\n\nfunc FuzzSources(f *testing.F) {\n}\n",
				"b_test.go": "package p\n\n// func FuzzB(f *testing.F) is no test.\n",
			}, map[string]proc.Result{first: test.first, second: test.second})
			s.answers["go list"] = proc.Result{Stdout: fmt.Sprintf(`{"ImportPath": "p", "Dir": %q, "TestGoFiles": [%q]}`, e.Root, test.file)}
			_, err := e.fuzz(t.Context(), quiet)
			if test.want == "" {
				assert.NoError(t, err)
				assert.Len(t, s.ran, 3)
			} else {
				assert.ErrorContains(t, err, test.want)
			}
		})
	}
}

func TestSizes(t *testing.T) {
	files := []manifest.File{{Name: "game.wasm", Brotli: 100}, {Name: "a.msgp", Brotli: 4}, {Name: "b.msgp", Brotli: 5}}
	summary, err := weighed(files, []budget{{"game.wasm", 100}, {"*.msgp", 5}})
	require.NoError(t, err)
	assert.Equal(t, "game.wasm 100, *.msgp 5", summary)
	_, err = weighed(files, []budget{{"game.wasm", 99}, {"b*", 4}, {"gone.js", 1}})
	assert.EqualError(t, err, "game.wasm: 100 bytes as brotli, the budget is 99\nb.msgp: 5 bytes as brotli, the budget is 4\n"+
		"gone.js: the site has no such file, and its budget says so still\na.msgp: 4 bytes as brotli, and no budget")
}

func TestVulnerabilities(t *testing.T) {
	status := http.StatusOK
	list := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }))
	t.Setenv("GOVULNDB", list.URL)
	e, s := env(t, nil, map[string]proc.Result{"go -C cmd/tools tool -n govulncheck": {Stdout: "/cache/vuln\n"}})
	_, err := e.vulnerabilities(t.Context(), quiet)
	require.NoError(t, err)
	assert.Contains(t, s.ran, "/cache/vuln ./cmd/hardcases")
	assert.Contains(t, s.ran, "GOOS=js GOARCH=wasm /cache/vuln ./wasm")

	s.answers["GOOS=js"] = bad
	_, err = e.vulnerabilities(t.Context(), quiet)
	assert.ErrorContains(t, err, "what is wrong")

	var unasked plan.Unasked
	status = http.StatusForbidden
	_, err = e.vulnerabilities(t.Context(), quiet)
	assert.ErrorAs(t, err, &unasked)
	assert.ErrorContains(t, err, "403 Forbidden")
	list.Close()
	_, err = e.vulnerabilities(t.Context(), quiet)
	assert.ErrorAs(t, err, &unasked)
}
