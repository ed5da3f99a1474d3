// Package cluster runs three servers of NATS as processes of their own, for tests
// that kill them.
package cluster

import (
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

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/stretchr/testify/require"
)

// node is set for a process that is one of the servers: its place in the cluster,
// the folder, and the ports of all.
const node = "HARDCASES_NATS_NODE"

// Serve is the first thing in the TestMain of tests with a cluster, which start
// themselves again as its servers: in such a process it does not come back.
func Serve() {
	if os.Getenv(node) == "" {
		return
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
	os.Exit(0)
}

// Cluster is three servers, by their places 0 to 2.
type Cluster struct {
	t      *testing.T
	dir    string
	ports  []int
	nodes  [3]*exec.Cmd
	stream string
}

// Start starts a cluster, which ends with the test. Stream is the one whose leader
// and state are asked for.
func Start(t *testing.T, stream string) *Cluster {
	c := &Cluster{t: t, dir: t.TempDir(), stream: stream}
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
		c.Start(i)
	}
	t.Cleanup(func() {
		for i := range c.nodes {
			c.Kill(i)
		}
	})
	return c
}

// Start starts a server, after Kill again with what it had kept.
func (c *Cluster) Start(i int) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%d %s %s", node, i, c.dir, strings.Trim(fmt.Sprint(c.ports), "[]")))
	cmd.Stderr = os.Stderr
	require.NoError(c.t, cmd.Start())
	c.nodes[i] = cmd
}

// Kill ends a server at once, with SIGKILL.
func (c *Cluster) Kill(i int) {
	c.nodes[i].Process.Kill()
	c.nodes[i].Wait()
}

// URLs are the addresses of all three, parted by commas.
func (c *Cluster) URLs() string {
	var list []string
	for _, p := range c.ports[:3] {
		list = append(list, "nats://127.0.0.1:"+strconv.Itoa(p))
	}
	return strings.Join(list, ",")
}

// Connected waits until what connects to the cluster, which is starting, has done so.
func Connected[T any](t *testing.T, c *Cluster, connect func(urls string) (T, error)) T {
	var s T
	require.Eventually(t, func() bool {
		made, err := connect(c.URLs())
		if err == nil {
			s = made
		}
		return err == nil
	}, time.Minute, 200*time.Millisecond)
	return s
}

// Leader waits until a server leads the stream, and gives its place.
func (c *Cluster) Leader() int {
	at := -1
	require.Eventually(c.t, func() bool {
		info := c.info()
		if info == nil || info.Leader == "" {
			return false
		}
		var err error
		at, err = strconv.Atoi(strings.TrimPrefix(info.Leader, "n"))
		return err == nil
	}, 30*time.Second, 100*time.Millisecond)
	return at
}

// Whole says whether all servers have the stream as it is.
func (c *Cluster) Whole() bool {
	info := c.info()
	if info == nil {
		return false
	}
	current := 0
	for _, r := range info.Replicas {
		if r.Current && !r.Offline {
			current++
		}
	}
	return current == 2
}

// info is how the stream stands, nil where no server says it.
func (c *Cluster) info() *jetstream.ClusterInfo {
	conn, err := nats.Connect(c.URLs())
	if err != nil {
		return nil
	}
	defer conn.Close()
	js, err := jetstream.New(conn)
	if err != nil {
		return nil
	}
	stream, err := js.Stream(c.t.Context(), c.stream)
	if err != nil {
		return nil
	}
	return stream.CachedInfo().Cluster
}
