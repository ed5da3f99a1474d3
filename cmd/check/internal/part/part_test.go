package part

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tool"
	"hardcases/cmd/internal/manifest"
)

// script answers commands by how they begin; the longest beginning wins, and a
// command without an answer prints nothing and ends well. The answer "!" is a
// failure.
type script struct {
	answers map[string]string
	mu      sync.Mutex
	ran     []string
}

func (s *script) run(_ context.Context, c proc.Command) (proc.Output, error) {
	line := c.String()
	s.mu.Lock()
	s.ran = append(s.ran, line)
	s.mu.Unlock()
	best := ""
	for begin := range s.answers {
		if strings.HasPrefix(line, begin) && len(begin) > len(best) {
			best = begin
		}
	}
	text := s.answers[best]
	if why, bad := strings.CutPrefix(text, "!"); bad {
		return proc.Output{}, fmt.Errorf("exit status 1: what is wrong %s", why)
	}
	return proc.Output{Stdout: text, Text: text}, nil
}

// env is a tree with the files and a computer with the answers.
func env(t *testing.T, files, answers map[string]string) (Env, *script) {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		path := filepath.Join(root, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	s := &script{answers: answers}
	bare := tool.Machine{
		Find: func(string) (string, error) { return "", errors.New("not found") },
		Has:  func(string) bool { return false },
		Run:  s.run,
	}
	engine := func() (string, error) { return "/engine/go.mod", nil }
	return Env{Root: root, Run: s.run, Behind: s.run, Engine: engine, Machine: bare}, s
}

// outcome is what comes of the named part.
func outcome(t *testing.T, e Env, name string) (string, error) {
	t.Helper()
	found, err := Select(All(e), []string{name})
	require.NoError(t, err)
	return found[0].Run(t.Context(), func(string) {})
}

// TestParts runs each part on a tree, and holds what it runs and what comes of it.
func TestParts(t *testing.T) {
	const (
		tested    = "ok  \ta\t0.1s\n?   \tb\t[no test files]\nok  \tc\t(cached)\nok  \td\t0.1s [no tests to run]\n"
		fuzzA     = "go test '-run=^$' '-fuzz=^FuzzA$' -fuzztime=10000x -fuzzminimizetime=1x"
		fuzzLarge = "go test '-run=^$' '-fuzz=^FuzzSources$' -fuzztime=2000x -fuzzminimizetime=1x"
		count     = "fuzz: elapsed: 0s, gathering baseline coverage: 0/9 completed\n" +
			"fuzz: elapsed: 3s, execs: 7 (2/sec), new interesting: 1 (total: 10)\nfuzz: elapsed: 6s, execs: %d (2000/sec), new interesting: 4\nok  \tp\t6.1s\n"
	)
	fuzzTests := map[string]string{"p/a_test.go": "package p\n\nfunc FuzzA(f *testing.F) {\n}\n\nfunc FuzzSources(f *testing.F) {\n}\n"}
	forking := map[string]string{
		"a/a.go": "package a\n\nfunc f() {\n\tgo f()\n}\n", "a/a_test.go": "package a\n",
		"b/b.go": "package b\n\n// go on with this\n\nvar x = []string{\"net/http\"}\n", "b/b_test.go": "package b\n",
		"c/c_test.go": "package c\n\nimport \"sync\"\n", "d/d.go": "package d\n\nvar c = make(chan int)\n",
		"e/e_test.go": "//go:build browser\n\npackage e\n\nimport \"sync\"\n", "f/testdata/a_test.go": "import \"sync\"\n", "cmd/tools/a_test.go": "import \"sync\"\n",
	}
	tests := []struct {
		name, part     string
		files, answers map[string]string
		ran            []string // the commands that matter
		want           string   // the summary, or what an error says
	}{
		{"tests", "unit", nil, map[string]string{"go test": tested}, []string{
			"go test -timeout=9m -tags=whole -modfile=/engine/go.mod ./...", "go -C cmd/tools test ./...",
		}, "2 packages with tests"},
		{"no tests", "unit", nil, map[string]string{"go test": "?   \tb\t[no test files]\n"}, nil, "ran no test"},
		{"what runs side by side", "race", forking, map[string]string{"CGO_ENABLED=1": tested}, []string{
			"CGO_ENABLED=1 go test -race -timeout=9m -skip=^Test(Kills|Hostile) ./a ./c",
		}, "2 packages with tests"},
		{"nothing runs side by side", "race", nil, nil, nil, "found no package"},
		{"enough inputs", "fuzz", fuzzTests, map[string]string{fuzzA: fmt.Sprintf(count, 10_000), fuzzLarge: fmt.Sprintf(count, 2_001)}, nil, "2 fuzz tests"},
		{"too few inputs", "fuzz", fuzzTests, map[string]string{fuzzA: fmt.Sprintf(count, 9_999), fuzzLarge: fmt.Sprintf(count, 2_000)}, nil, "./p FuzzA tried 9999 inputs, and must try 10000"},
		{"no inputs, and go test is content", "fuzz", fuzzTests, map[string]string{fuzzA: fmt.Sprintf(count, 10_000), fuzzLarge: tested}, nil, "FuzzSources tried 0 inputs"},
		{"a fuzz test fails", "fuzz", fuzzTests, map[string]string{fuzzA: "!", fuzzLarge: fmt.Sprintf(count, 2_000)}, nil, "what is wrong"},
		{"no fuzz test", "fuzz", map[string]string{"b_test.go": "package p\n\n// func FuzzB(f *testing.F) is no test.\n"}, nil, nil, "found no fuzz test"},
		{"vulnerable", "vulnerabilities", nil, map[string]string{"GOOS=js": "!exit status 3 govulncheck: fetching vulnerabilities:"}, nil, "exit status 1: what is wrong"},
		{"not known", "vulnerabilities", nil, map[string]string{"GOOS=js": "!govulncheck: fetching vulnerabilities: no host"}, nil, "nobody has looked"},
		{"looked", "vulnerabilities", nil, map[string]string{"go -C cmd/tools tool": "/cache/vuln\n"}, []string{"go -C cmd/tools tool -n govulncheck", "/cache/vuln ./cmd/hardcases", "go -C cmd/tools tool -n govulncheck", "GOOS=js GOARCH=wasm /cache/vuln ./wasm"}, ""},
		{"generates nothing", "generated", nil, nil, nil, "go generate ran nothing"},
	}
	for _, test := range tests {
		t.Run(test.part+", "+test.name, func(t *testing.T) {
			e, s := env(t, test.files, test.answers)
			summary, err := outcome(t, e, test.part)
			if err != nil {
				summary = err.Error()
			}
			assert.Contains(t, summary, test.want)
			if test.want == "" {
				assert.NoError(t, err)
			}
			if test.ran != nil {
				assert.Equal(t, test.ran, s.ran)
			}
			var unasked Unasked
			assert.Equal(t, test.name == "not known", errors.As(err, &unasked))
		})
	}
}

// TestTaggedTestsAreRun holds that the parts which run tests behind a build tag name
// every package that has some.
func TestTaggedTestsAreRun(t *testing.T) {
	e, s := env(t, nil, map[string]string{"": "ok  \ta\t0.1s\n"})
	for _, name := range []string{"browser", "engines", "pictures"} {
		_, err := outcome(t, e, name)
		require.NoError(t, err)
	}
	e.Root = "../../../.."
	tag := regexp.MustCompile(`^//go:build (browser|pictures)\n`)
	require.NoError(t, e.sources(func(dir, name string, src []byte) {
		if of := tag.FindSubmatch(src); of != nil && strings.HasSuffix(name, "_test.go") {
			runs := func(line string) bool {
				return strings.HasSuffix(line, " "+dir) && strings.Contains(line, "-tags="+string(of[1])+" ")
			}
			assert.True(t, slices.ContainsFunc(s.ran, runs), name)
		}
	}))
}

// TestAFailureHidesNoOther has every command of a part fail.
func TestAFailureHidesNoOther(t *testing.T) {
	for _, name := range []string{"vet", "staticcheck", "web", "tidy", "unit", "cross"} {
		e, s := env(t, nil, map[string]string{"": "!", "go -C cmd/tools tool -n": "/cache/tool\n"})
		_, err := outcome(t, e, name)
		ran := len(s.ran) - strings.Count(strings.Join(s.ran, "\n"), " tool -n ")
		require.Positive(t, ran, name)
		assert.Equal(t, ran, strings.Count(err.Error(), "what is wrong"), name)
	}
}

func TestSetUp(t *testing.T) {
	e, s := env(t, nil, nil)
	_, err := outcome(t, e, "set-up")
	require.Error(t, err)
	for _, part := range []string{
		"there is no apt-get", "apt-get install -y --no-install-recommends bsdutils chromium fakeroot firefox-esr gcc git libc6-dev", "npm: missing",
	} {
		assert.ErrorContains(t, err, part)
	}
	assert.Equal(t, []string{"go mod download", "go -C cmd/tools mod download", "go -C cmd/tools/release mod download", "go build -tags=browser,pictures,whole,installed,speech ./..."}, s.ran)

	e, s = env(t, nil, map[string]string{"node --version": "v20.1.0"})
	e.Machine.Find = func(program string) (string, error) { return program, nil }
	e.Machine.Has = func(string) bool { return true }
	_, err = outcome(t, e, "set-up")
	require.NoError(t, err)
	assert.Contains(t, s.ran, "npm ci --ignore-scripts --no-audit --no-fund")
}

// TestGenerated makes files in a copy of a repository.
func TestGenerated(t *testing.T) {
	e, _ := env(t, map[string]string{"a/made.go": "old", ".gitignore": "/dist/\n"}, nil)
	for _, c := range [][]string{{"init", "-q"}, {"add", "a"}, {"-c", "user.name=a", "-c", "user.email=a", "commit", "-q", "-m", "a"}} {
		out, err := exec.CommandContext(t.Context(), "git", append([]string{"-C", e.Root}, c...)...).CombinedOutput()
		require.NoError(t, err, string(out))
	}
	require.NoError(t, os.WriteFile(filepath.Join(e.Root, "a/made.go"), []byte("of today"), 0o644))
	for name, test := range map[string]struct{ file, text, want string }{
		"same":                 {"a/made.go", "of today", ""},
		"stale":                {"a/made.go", "old", "commit:\na/made.go\n"},
		"missing":              {"a/more.go", "new", "commit:\na/more.go\n"},
		"builds are no source": {"dist/x", "new", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var copied string
			e.Behind = func(ctx context.Context, c proc.Command) (proc.Output, error) {
				if c.Args[0] == "git" {
					return proc.Exec(ctx, c)
				}
				copied = c.Dir
				path := filepath.Join(c.Dir, test.file)
				return proc.Output{Text: "msgp\n"}, errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(test.text), 0o644))
			}
			_, err := outcome(t, e, "generated")
			if test.want == "" {
				require.NoError(t, err)
			} else {
				require.ErrorContains(t, err, test.want)
			}
			assert.NoDirExists(t, copied, "the copy is cleared away")
			kept, err := os.ReadFile(filepath.Join(e.Root, "a/made.go"))
			require.NoError(t, err)
			assert.Equal(t, "of today", string(kept), "the tree itself is not touched")
		})
	}
}

func TestSizes(t *testing.T) {
	files := []manifest.File{{Name: "game.wasm", Brotli: 100}, {Name: "a.msgp", Brotli: 4}, {Name: "b.msgp", Brotli: 5}}
	summary, err := weighed(files, []budget{{"game.wasm", 100}, {"*.msgp", 5}})
	require.NoError(t, err)
	assert.Equal(t, "game.wasm 100, a.msgp 4, b.msgp 5", summary)
	_, err = weighed(files, []budget{{"game.wasm", 99}, {"b*", 4}, {"gone.js", 1}})
	assert.EqualError(t, err, "game.wasm: 100 bytes as brotli, the budget is 99\na.msgp: 4 bytes as brotli, the budget is 0\n"+
		"b.msgp: 5 bytes as brotli, the budget is 4\ngone.js: the site has no such file, and its budget says so still")
}
