//go:build unix

package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/desk"
	"hardcases/cmd/internal/lint"
	"hardcases/cmd/internal/manifest"
	"hardcases/cmd/internal/publish"
	"hardcases/cmd/internal/serve"
	"hardcases/cmd/internal/watch"
	"hardcases/game/keep"
	"hardcases/game/pack"
)

// kills is how many programs TestKills kills, over all that they do.
var kills = flag.Int("kills", 24, "programs to kill")

// killed holds the words of a command line, one in each line, where this program
// is not a test but one to be killed.
const killed = "HARDCASES_KILLED"

func TestMain(m *testing.M) {
	words, ok := os.LookupEnv(killed)
	if !ok {
		os.Exit(m.Run())
	}
	args, exit := strings.Split(words, "\n"), exitFine
	switch args[0] {
	case "publish", "served":
		if err := publishAndServe(args); err != nil {
			fmt.Fprintln(os.Stderr, err)
			exit = exitBad
		}
	case "watched":
		watched(args[1])
	default:
		exit = run(args, system{os.Stdin, os.Stdout, os.Stderr})
	}
	leaveStatus()
	os.Exit(exit)
}

// statusIn names a file in which a program leaves what the system says of it when
// it ends.
const statusIn = "HARDCASES_STATUS"

func leaveStatus() {
	file, ok := os.LookupEnv(statusIn)
	if !ok {
		return
	}
	b, err := os.ReadFile("/proc/self/status")
	if err == nil {
		err = os.WriteFile(file, b, 0o600)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}

// watched does what watch does before and after a save.
func watched(dir string) {
	c := packWatchCommand{Dir: dir}
	folder := watch.New(dir, lint.Settings{}, func(b watch.Built) { c.tell(system{out: os.Stdout}, b) })
	folder.Look()
	_ = os.Chtimes(filepath.Join(dir, "pack.yaml"), time.Time{}, time.Now().Add(time.Minute))
	folder.Look()
}

// publishAndServe does what site and serve do once the game is built: that would
// take a minute each time.
func publishAndServe(args []string) error {
	site, err := publish.Compress(context.Background(), webFiles(args[1]), publish.Quick, io.Discard)
	if err != nil {
		return err
	}
	if args[0] == "publish" {
		return site.Folder(args[2], time.Now())
	}
	return serve.Run(context.Background(), serve.Options{Addr: "127.0.0.1:0", Site: func(context.Context) (*manifest.Site, error) {
		files, err := site.FS()
		if err != nil {
			return nil, err
		}
		return manifest.Open(files)
	}})
}

// webFiles are those of one version of a site: each holds the version's name, and
// the page names them all.
func webFiles(version string) []bundle.Asset {
	var all []bundle.Asset
	page := "<title>" + version + "</title>"
	for n := range 8 {
		b := bytes.Repeat(fmt.Appendf(nil, "%s %d\n", version, n), 30_000)
		path := fmt.Sprintf("%d.%s.js", n, manifest.Sum(b)[:12])
		page += "\n" + path
		all = append(all, bundle.Asset{Name: fmt.Sprintf("%d.js", n), Path: path, Bytes: b})
	}
	all = append(all, bundle.Asset{Name: "index.html", Path: "index.html", Bytes: []byte(page)})
	return append(all, bundle.Asset{Name: "worker.js", Path: "worker.js", Bytes: []byte("// " + version)})
}

// victim is something that is killed while it writes.
type victim struct {
	name string
	// args are the words of the n-th program.
	args func(n int) []string
	in   string
	// check looks at what is there after a kill.
	check func(t *testing.T)
}

// TestKills kills programs at moments of its own choice: nothing half is ever
// served, opened, or left as the only copy.
func TestKills(t *testing.T) {
	home := t.TempDir()
	all := []victim{writing(t), serving(home), importing(t), tidying(t), building(t), saving(t)}
	for _, v := range all {
		t.Run(v.name, func(t *testing.T) {
			long := v.run(t, home, 0, nil)
			v.check(t)
			for n := range max(1, *kills/len(all)) {
				signal := []os.Signal{os.Kill, syscall.SIGTERM}[n%2]
				v.run(t, home, n+1, func(p *os.Process) {
					time.Sleep(time.Duration(rand.Int64N(int64(long) + 1)))
					_ = p.Signal(signal) // it may have ended before
				})
				v.check(t)
			}
		})
	}
}

// run runs a program and gives how long it took; a program that serves is only
// given some time.
func (v victim) run(t *testing.T, home string, n int, kill func(*os.Process)) time.Duration {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), killed+"="+strings.Join(v.args(n), "\n"), "HOME="+home, "XDG_CACHE_HOME="+home, "XDG_CONFIG_HOME="+home)
	c.Stdin = strings.NewReader(v.in)
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	begun := time.Now()
	require.NoError(t, c.Start())
	if kill == nil && v.name == "serve" {
		kill = func(p *os.Process) {
			time.Sleep(time.Second)
			require.NoError(t, p.Kill())
		}
	}
	if kill != nil {
		kill(c.Process)
		_ = c.Wait() // says that it was killed
		return time.Since(begun)
	}
	require.NoError(t, c.Wait(), said.String())
	return time.Since(begun)
}

func version(n int) string { return []string{"first", "second"}[n%2] }

// writing writes a site over another: whatever is there is one of the two, or is
// refused; and a web server that knows nothing of this has a page whose files are
// all there.
func writing(t *testing.T) victim {
	dir := t.TempDir()
	return victim{
		name: "site", args: func(n int) []string { return []string{"publish", version(n), dir} },
		check: func(t *testing.T) {
			if site, err := serve.Folder(dir)(t.Context()); err == nil {
				for _, f := range site.Manifest.Files {
					require.Equal(t, f.SHA256, manifest.Sum(site.Pages[f.Path].Forms[""]))
				}
			} else {
				require.ErrorContains(t, err, "build the site anew")
			}
			page, err := os.ReadFile(filepath.Join(dir, "index.html"))
			require.NoError(t, err)
			title, rest, _ := strings.Cut(string(page), "\n")
			for _, path := range strings.Split(rest, "\n") {
				b, err := os.ReadFile(filepath.Join(dir, path))
				require.NoError(t, err, "the page names it")
				require.Contains(t, path, manifest.Sum(b)[:12])
				require.Contains(t, "<title>"+string(b), strings.TrimSuffix(title, "</title>"))
			}
		},
	}
}

// serving makes a site to serve: what is kept for the next time is whole.
func serving(home string) victim {
	return victim{
		name: "serve", args: func(n int) []string { return []string{"served", fmt.Sprint("version", n)} },
		check: func(t *testing.T) {
			kept, err := filepath.Glob(filepath.Join(home, "hardcases", "site", "*.br"))
			require.NoError(t, err)
			for _, file := range kept {
				b, err := os.ReadFile(file)
				require.NoError(t, err)
				plain, err := io.ReadAll(brotli.NewReader(bytes.NewReader(b)))
				require.NoError(t, err, file)
				require.Equal(t, manifest.Sum(plain)+".q5.br", filepath.Base(file))
				require.NoError(t, os.Remove(file)) // else the next one finds it done
			}
		},
	}
}

// example is a new pack in a folder of its own.
func example(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "mine")
	code, out, err := call(t, "", "pack", "new", dir)
	require.Equal(t, 0, code, out+err)
	return dir
}

// oneOf checks that a file always is one of those that are meant.
func oneOf(t *testing.T, file string, meant ...[]byte) {
	t.Helper()
	b, err := os.ReadFile(file)
	require.NoError(t, err)
	for _, m := range meant {
		if bytes.Equal(m, b) {
			return
		}
	}
	require.Fail(t, "half a file", "%s has %d bytes: %.200s", file, len(b), b)
}

// importing takes a translation in, back and forth.
func importing(t *testing.T) victim {
	dir := example(t)
	fr := filepath.Join(dir, "fr.yaml")
	var po, meant [2][]byte
	exported := filepath.Join(t.TempDir(), "fr.po")
	code, out, e := call(t, "", "pack", "strings", dir, "--export", "fr", "-o", exported)
	require.Equal(t, 0, code, out+e)
	first, err := os.ReadFile(exported)
	require.NoError(t, err)
	po[0], po[1] = first, bytes.ReplaceAll(first, []byte("msgstr \"Le "), []byte("msgstr \"Un "))
	files := [2]string{exported, exported + ".po"}
	for n := range 4 { // the first time round, the file takes on the import's own form
		require.NoError(t, os.WriteFile(files[n%2], po[n%2], 0o600))
		code, out, e := call(t, "", "pack", "strings", dir, "--import", files[n%2])
		require.Equal(t, 0, code, out+e)
		meant[n%2], err = os.ReadFile(fr)
		require.NoError(t, err)
	}
	require.False(t, bytes.Equal(meant[0], meant[1]), "nothing to take in")
	return victim{
		name: "import", args: func(n int) []string { return []string{"pack", "strings", dir, "--import", files[n%2]} },
		check: func(t *testing.T) { oneOf(t, fr, meant[0], meant[1]) },
	}
}

// tidying mends the same file again and again.
func tidying(t *testing.T) victim {
	dir := example(t)
	fr := filepath.Join(dir, "fr.yaml")
	whole, err := os.ReadFile(fr)
	require.NoError(t, err)
	rough := bytes.ReplaceAll(whole, []byte("\u202f"), []byte(" "))
	require.NoError(t, os.WriteFile(fr, rough, 0o600))
	code, out, e := call(t, "", "pack", "tidy", dir)
	require.Equal(t, 0, code, out+e)
	tidy, err := os.ReadFile(fr)
	require.NoError(t, err)
	require.False(t, bytes.Equal(rough, tidy), "nothing to mend")
	return victim{
		name: "tidy", args: func(int) []string { return []string{"pack", "tidy", dir} },
		check: func(t *testing.T) {
			oneOf(t, fr, rough, tidy)
			require.NoError(t, os.WriteFile(fr, rough, 0o600))
		},
	}
}

// building writes a pack over another.
func building(t *testing.T) victim {
	file := filepath.Join(t.TempDir(), "mine.msgp")
	dirs := [2]string{example(t), example(t)}
	en := filepath.Join(dirs[1], "en.yaml")
	b, err := os.ReadFile(en)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(en, bytes.Replace(b, []byte("ferry"), []byte("boat"), 1), 0o600))
	return victim{
		name: "build", args: func(n int) []string { return []string{"pack", "build", dirs[n%2], "-o", file} },
		check: func(t *testing.T) {
			b, err := os.ReadFile(file)
			require.NoError(t, err)
			p, err := pack.Open(b)
			require.NoError(t, err)
			require.NoError(t, p.Validate())
		},
	}
}

// saving plays, and saves with each press.
func saving(t *testing.T) victim {
	dir := filepath.Join(t.TempDir(), "saves")
	return victim{
		name: "save", in: strings.Repeat("\n1\n2\n", 40) + "q\n",
		args: func(int) []string { return []string{"play", "--terminal", "--lang", "en", "--saves", dir} },
		check: func(t *testing.T) {
			saves := desk.Saves(dir)
			names, err := saves.List()
			require.NoError(t, err)
			games := 0
			for _, name := range names {
				if strings.HasPrefix(name, "@") {
					continue // no game's: parts of one are read with it
				}
				games++
				_, ok, err := keep.Open(saves, name, func() string { return "2022-09-03" }).Load()
				require.NoError(t, err, name)
				require.True(t, ok, name)
			}
			require.Positive(t, games)
		},
	}
}
