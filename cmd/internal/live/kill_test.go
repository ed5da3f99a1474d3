package live_test

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"hardcases/cmd/internal/live"
	"hardcases/game/pack"
	"hardcases/proving/cluster"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

var kills = flag.Int("kills", 8, "how often the server is killed while a class votes")

// killed is set for the server that TestKillsLoseNoVote kills: where its store is.
const killed = "HARDCASES_LIVE_STORE"

// inMemory is in its place for a server that keeps nothing.
const inMemory = "memory"

func TestMain(m *testing.M) {
	cluster.Serve()
	dir := os.Getenv(killed)
	if dir == "" {
		os.Exit(m.Run())
	}
	p, err := packs.Open("cloudflare")
	if err != nil {
		panic(err)
	}
	words, err := packs.Strings()
	if err != nil {
		panic(err)
	}
	err = live.Run(context.Background(), live.Options{
		Addr: os.Getenv(killed + "_ADDR"), Store: dir, Memory: dir == inMemory, Behind: true, Packs: []*pack.Pack{p}, Words: words, Site: http.NotFoundHandler(),
		Ready: func(at net.Addr) { fmt.Println("ready", at) },
	})
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// server is a server in a process of its own.
type process struct {
	cmd *exec.Cmd
	at  string
}

func startProcess(t testing.TB, dir, addr string) *process {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), killed+"="+dir, killed+"_ADDR="+addr)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err, "the server says where it listens")
	go io.Copy(io.Discard, out)
	return &process{cmd, strings.TrimSpace(strings.TrimPrefix(line, "ready "))}
}

func (p *process) kill() {
	p.cmd.Process.Kill()
	p.cmd.Wait()
}

// TestKillsLoseNoVote kills the server with SIGKILL at random moments while pupils
// vote. Each vote that was acknowledged is there afterwards, each once.
func TestKillsLoseNoVote(t *testing.T) {
	dir := t.TempDir()
	server := startProcess(t, dir, "127.0.0.1:0")
	defer func() { server.kill() }()
	c := &class{t: t, url: "http://" + server.at, pack: packs.Named(t, "cloudflare").Hash()}
	te := c.open()
	te.goes("vote", map[string]any{"most": 40})
	const pupils = 12
	seats := make([]*pupil, pupils)
	for i := range seats {
		seats[i] = c.comesIn(te.Code)
	}
	var mu sync.Mutex
	acknowledged := map[int]string{} // by pupil: the last option that was acknowledged
	pending := map[int]string{}      // sent, and not known to be kept or not
	stop := make(chan struct{})
	var voters sync.WaitGroup
	for i, p := range seats {
		voters.Go(func() {
			random := rand.New(rand.NewPCG(uint64(i), 7))
			for {
				select {
				case <-stop:
					return
				case <-time.After(time.Duration(600+random.IntN(300)) * time.Millisecond):
				}
				option := string(rune('a' + random.IntN(4)))
				mu.Lock()
				pending[i] = option
				mu.Unlock()
				status, _, err := p.try("option", option)
				mu.Lock()
				if err == nil && status == http.StatusOK {
					acknowledged[i] = option
					delete(pending, i)
				}
				mu.Unlock()
			}
		})
	}
	var worst time.Duration
	for i := range *kills {
		time.Sleep(time.Duration(300+rand.IntN(1200)) * time.Millisecond)
		server.kill()
		down := time.Now()
		server = startProcess(t, dir, server.at)
		worst = max(worst, time.Since(down))
		require.Equal(t, pupils, te.sees().In, "seats after kill %d", i+1)
	}
	close(stop)
	voters.Wait()
	server.kill()
	server = startProcess(t, dir, server.at)
	want := map[string][]string{}
	for i, p := range seats {
		page := p.sees()
		if acknowledged[i] == "" && pending[i] == "" {
			continue
		}
		may := []string{acknowledged[i], pending[i]}
		got := ""
		for _, o := range []string{"a", "b", "c", "d"} {
			if strings.Contains(page, `value="`+o+`" required="" checked=""`) {
				got = o
			}
		}
		require.Contains(t, may, got, "pupil %d", i)
		want[got] = append(want[got], p.at)
	}
	f := te.sees()
	for i, o := range []string{"a", "b", "c", "d"} {
		require.Equal(t, len(want[o]), f.Votes[i], "each vote counts once")
	}
	t.Logf("%d kills, %d of %d pupils voted, the server was back after %v at the most", *kills, f.Sent, pupils, worst.Round(time.Millisecond))
}
