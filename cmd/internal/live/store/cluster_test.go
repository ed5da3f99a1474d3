package store_test

import (
	"flag"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"hardcases/cmd/internal/live/store"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/stretchr/testify/require"
)

var leaders = flag.Int("leaders", 3, "how often the leader of a cluster is killed")

// node is set for a server of NATS that a test starts: its place in the cluster,
// the folder, and the ports of all.
const node = "HARDCASES_NATS_NODE"

func TestMain(m *testing.M) {
	if os.Getenv(node) == "" {
		os.Exit(m.Run())
	}
	f := strings.Fields(os.Getenv(node)) // place, folder, client ports, cluster ports
	at, err := strconv.Atoi(f[0])
	if err != nil {
		panic(err)
	}
	ports := make([]int, 6)
	for i := range ports {
		if ports[i], err = strconv.Atoi(f[2+i]); err != nil {
			panic(err)
		}
	}
	o := &server.Options{
		ServerName: "n" + f[0], Host: "127.0.0.1", Port: ports[at], NoSigs: true, NoLog: true,
		JetStream: true, StoreDir: filepath.Join(f[1], f[0]), SyncAlways: true, JetStreamMaxStore: 2 << 30, JetStreamMaxMemory: 1 << 20,
		Cluster: server.ClusterOpts{Name: "class", Host: "127.0.0.1", Port: ports[3+at]},
	}
	for i := range 3 {
		if i != at {
			o.Routes = append(o.Routes, &url.URL{Scheme: "nats", Host: "127.0.0.1:" + strconv.Itoa(ports[3+i])})
		}
	}
	ns, err := server.NewServer(o)
	if err != nil {
		panic(err)
	}
	ns.Start()
	ns.WaitForShutdown()
}

// cluster is three servers of NATS, each a process.
type cluster struct {
	t     *testing.T
	dir   string
	ports []int
	nodes [3]*exec.Cmd
}

func startCluster(t *testing.T) *cluster {
	c := &cluster{t: t, dir: t.TempDir()}
	var held []net.Listener
	for range 6 {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		require.NoError(t, err)
		held = append(held, l)
		c.ports = append(c.ports, l.Addr().(*net.TCPAddr).Port)
	}
	for _, l := range held {
		l.Close()
	}
	for i := range c.nodes {
		c.start(i)
	}
	t.Cleanup(func() {
		for i := range c.nodes {
			c.kill(i)
		}
	})
	return c
}

func (c *cluster) start(i int) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d %s %s", node, i, c.dir, strings.Trim(fmt.Sprint(c.ports), "[]")))
	cmd.Stderr = os.Stderr
	require.NoError(c.t, cmd.Start())
	c.nodes[i] = cmd
}

func (c *cluster) kill(i int) {
	c.nodes[i].Process.Kill()
	c.nodes[i].Wait()
}

func (c *cluster) urls() string {
	var list []string
	for _, p := range c.ports[:3] {
		list = append(list, "nats://127.0.0.1:"+strconv.Itoa(p))
	}
	return strings.Join(list, ",")
}

// connect waits for the cluster to be there.
func (c *cluster) connect() store.Store {
	var s store.Store
	require.Eventually(c.t, func() bool {
		js, err := store.Connect(c.t.Context(), c.urls(), "")
		if err != nil {
			return false
		}
		s = js
		return true
	}, time.Minute, 200*time.Millisecond)
	c.t.Cleanup(func() { s.Close() })
	return s
}

// leader is the place of the server that leads the bucket's stream.
func (c *cluster) leader() int {
	at := -1
	require.Eventually(c.t, func() bool {
		conn, err := nats.Connect(c.urls())
		if err != nil {
			return false
		}
		defer conn.Close()
		js, err := jetstream.New(conn)
		if err != nil {
			return false
		}
		stream, err := js.Stream(c.t.Context(), "KV_hardcases")
		if err != nil || stream.CachedInfo().Cluster == nil || stream.CachedInfo().Cluster.Leader == "" {
			return false
		}
		at, err = strconv.Atoi(strings.TrimPrefix(stream.CachedInfo().Cluster.Leader, "n"))
		return err == nil
	}, 30*time.Second, 100*time.Millisecond)
	return at
}

// TestACluster has two stores on a cluster whose leader is killed again and again:
// what was acknowledged is there, both followers hear it, and puts go on.
func TestACluster(t *testing.T) {
	c := startCluster(t)
	one, two := c.connect(), c.connect()
	heard := make(chan store.Entry, 10_000)
	go two.Follow(t.Context(), func(e store.Entry) { heard <- e })
	kept := map[string]string{}
	put := func(key, value string) (waited time.Duration) {
		begin := time.Now()
		require.Eventually(t, func() bool {
			_, err := one.Put(t.Context(), key, []byte(value))
			return err == nil
		}, time.Minute, 20*time.Millisecond)
		kept[key] = value
		return time.Since(begin)
	}
	var worst time.Duration
	for kill := range *leaders {
		for i := range 20 {
			put(fmt.Sprintf("vote.BCDFGH.y2017/A5.%d-%d", kill, i), strconv.Itoa(i))
		}
		at := c.leader()
		c.kill(at)
		worst = max(worst, put(fmt.Sprintf("vote.BCDFGH.y2017/A5.%d-gap", kill), "x"))
		c.start(at)
		for key, value := range kept {
			var e store.Entry
			require.Eventually(t, func() bool {
				var err error
				e, err = one.Get(t.Context(), key)
				return err == nil
			}, time.Minute, 20*time.Millisecond)
			require.Equal(t, value, string(e.Value), key)
		}
		require.Eventually(t, func() bool { return c.whole() }, time.Minute, 100*time.Millisecond, "all three are up to date again")
	}
	missing := map[string]bool{}
	for key := range kept {
		missing[key] = true
	}
	for len(missing) > 0 {
		select {
		case e := <-heard:
			delete(missing, e.Key)
		case <-time.After(45 * time.Second):
			t.Fatalf("the follower has not heard of %d of %d", len(missing), len(kept))
		}
	}
	t.Logf("%d kills of the leader, %d values kept, at most %v to the next acknowledged put", *leaders, len(kept), worst.Round(time.Millisecond))
}

// whole says whether all servers have the bucket as it is.
func (c *cluster) whole() bool {
	conn, err := nats.Connect(c.urls())
	if err != nil {
		return false
	}
	defer conn.Close()
	js, err := jetstream.New(conn)
	if err != nil {
		return false
	}
	stream, err := js.Stream(c.t.Context(), "KV_hardcases")
	if err != nil || stream.CachedInfo().Cluster == nil {
		return false
	}
	current := 0
	for _, r := range stream.CachedInfo().Cluster.Replicas {
		if r.Current && !r.Offline {
			current++
		}
	}
	return current == 2
}
