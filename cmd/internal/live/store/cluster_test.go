package store_test

import (
	"flag"
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"

	"hardcases/cmd/internal/live/store"
	"hardcases/proving/cluster"

	"github.com/stretchr/testify/require"
)

var leaders = flag.Int("leaders", 3, "how often the leader of a cluster is killed")

func TestMain(m *testing.M) {
	cluster.Serve()
	os.Exit(m.Run())
}

// connect waits for the cluster to be there.
func connect(t *testing.T, c *cluster.Cluster) store.Store {
	s := cluster.Connected(t, c, func(urls string) (store.Store, error) { return store.Connect(t.Context(), urls, "") })
	t.Cleanup(func() { s.Close() })
	return s
}

// TestAClusterIsReadAsItIsWritten reads from another server than was written to, at once:
// what was acknowledged is there.
func TestAClusterIsReadAsItIsWritten(t *testing.T) {
	c := cluster.Start(t, "KV_hardcases")
	one, two := connect(t, c), connect(t, c)
	for i := range 300 {
		key := fmt.Sprintf("seat.BCDFGH.%d", i)
		revision, err := one.Put(t.Context(), key, []byte("x"))
		require.NoError(t, err)
		e, err := two.Get(t.Context(), key)
		require.NoError(t, err, key)
		require.Equal(t, revision, e.Revision)
		require.NoError(t, two.Delete(t.Context(), key))
		_, err = one.Get(t.Context(), key)
		require.ErrorIs(t, err, store.ErrNone)
	}
}

// TestACluster has two stores on a cluster whose leader is killed again and again:
// what was acknowledged is there, both followers hear it, and puts go on.
func TestACluster(t *testing.T) {
	c := cluster.Start(t, "KV_hardcases")
	one, two := connect(t, c), connect(t, c)
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
		at := c.Leader()
		c.Kill(at)
		worst = max(worst, put(fmt.Sprintf("vote.BCDFGH.y2017/A5.%d-gap", kill), "x"))
		c.Start(at)
		for key, value := range kept {
			var e store.Entry
			require.Eventually(t, func() bool {
				var err error
				e, err = one.Get(t.Context(), key)
				return err == nil
			}, time.Minute, 20*time.Millisecond)
			require.Equal(t, value, string(e.Value), key)
		}
		require.Eventually(t, func() bool { return c.Whole() }, time.Minute, 100*time.Millisecond, "all three are up to date again")
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
