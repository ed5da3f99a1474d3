package store_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"hardcases/cmd/internal/live/store"
	"hardcases/proving/cluster"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/stretchr/testify/require"
)

// stores are the kinds of store, which all do the same.
func stores(t *testing.T) map[string]store.Store {
	embedded, err := store.Embedded(t.Context(), t.TempDir())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, embedded.Close()) })
	return map[string]store.Store{"memory": store.NewMemory(time.Now), "embedded": embedded}
}

// withCluster are those and a cluster.
func withCluster(t *testing.T) map[string]store.Store {
	all := stores(t)
	all["cluster"] = connect(t, cluster.Start(t, "KV_hardcases"))
	return all
}

func put(ctx context.Context, s store.Store, key string, value []byte) error {
	_, err := s.Put(ctx, key, value)
	return err
}

func create(ctx context.Context, s store.Store, key string, value []byte) error {
	_, err := s.Create(ctx, key, value)
	return err
}

func TestWhatIsPutIsGot(t *testing.T) {
	for name, s := range withCluster(t) {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			_, err := s.Get(ctx, "room.BCDFGH")
			require.ErrorIs(t, err, store.ErrNone)
			require.NoError(t, create(ctx, s, "room.BCDFGH", []byte("one")))
			require.ErrorIs(t, create(ctx, s, "room.BCDFGH", []byte("two")), store.ErrExists)
			require.NoError(t, put(ctx, s, "room.BCDFGH", []byte("three")))
			e, err := s.Get(ctx, "room.BCDFGH")
			require.NoError(t, err)
			require.Equal(t, "three", string(e.Value))
			next, err := s.Update(ctx, "room.BCDFGH", []byte("more"), e.Revision)
			require.NoError(t, err)
			require.Greater(t, next, e.Revision)
			_, err = s.Update(ctx, "room.BCDFGH", []byte("late"), e.Revision)
			require.ErrorIs(t, err, store.ErrChanged)
			_, err = s.Update(ctx, "room.BCDFGH", []byte("late"), 0)
			require.ErrorIs(t, err, store.ErrChanged)
			_, err = s.Update(ctx, "lesson.BCDFGH", []byte("first"), 0)
			require.NoError(t, err)
			e, err = s.Get(ctx, "room.BCDFGH")
			require.NoError(t, err)
			require.Equal(t, "more", string(e.Value))
			require.NoError(t, s.Delete(ctx, "room.BCDFGH"))
			require.NoError(t, s.Delete(ctx, "room.NEVER"))
			_, err = s.Get(ctx, "room.BCDFGH")
			require.ErrorIs(t, err, store.ErrNone)
			require.NoError(t, create(ctx, s, "room.BCDFGH", []byte("four")), "a key that was deleted can be made again")
		})
	}
}

// TestWhatIsSweptIsGone sweeps what belongs to one room: not itself, nor another one's.
func TestWhatIsSweptIsGone(t *testing.T) {
	for name, s := range withCluster(t) {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			stays, goes := []string{"room.BCDFGH", "seat.BCDFGJ.0", "vote.BCDFGJ.y2017/A5.BCDFGH"}, []string{"seat.BCDFGH.0", "seat.BCDFGH.1", "vote.BCDFGH.y2017/A5.0"}
			for _, key := range append(stays, goes...) {
				require.NoError(t, put(ctx, s, key, []byte("x")))
			}
			require.NoError(t, s.Sweep(ctx, "BCDFGH"))
			require.NoError(t, s.Sweep(ctx, "BCDFGK"))
			for _, key := range stays {
				_, err := s.Get(ctx, key)
				require.NoError(t, err, key)
			}
			for _, key := range goes {
				_, err := s.Get(ctx, key)
				require.ErrorIs(t, err, store.ErrNone, key)
				require.NoError(t, create(ctx, s, key, nil))
			}
		})
	}
}

// TestStoresAreTried tries stores that work, and one that has no room: nothing of that stays.
func TestStoresAreTried(t *testing.T) {
	for name, s := range stores(t) {
		require.NoError(t, s.Try(t.Context()), name)
		_, err := s.Get(t.Context(), store.Tried)
		require.ErrorIs(t, err, store.ErrNone, name)
	}
	s, err := store.Embedded(t.Context(), t.TempDir())
	require.NoError(t, err)
	defer s.Close()
	require.NoError(t, s.Shrink(t.Context(), 40))
	require.ErrorIs(t, s.Try(t.Context()), store.ErrFull)
}

func TestKeysAndLengths(t *testing.T) {
	for name, s := range stores(t) {
		t.Run(name, func(t *testing.T) {
			for _, key := range []string{"", ".", "a.", ".a", "a..b", "a b", "é", "a:b", "a*", ">"} {
				require.ErrorIs(t, put(t.Context(), s, key, nil), store.ErrKey, "%q", key)
			}
			require.NoError(t, put(t.Context(), s, "vote.BCDFGH.y2017/A5.0f_=-", make([]byte, store.Longest)))
			require.ErrorIs(t, put(t.Context(), s, "a", make([]byte, store.Longest+1)), store.ErrLong)
		})
	}
}

// TestFollowersHearAll follows while others write, and demands every change after
// the first state, in order, and none twice.
func TestFollowersHearAll(t *testing.T) {
	for name, s := range stores(t) {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			require.NoError(t, put(ctx, s, "before", []byte("x")))
			require.NoError(t, put(ctx, s, "before", []byte("y")))
			require.NoError(t, put(ctx, s, "deleted", nil))
			require.NoError(t, s.Delete(ctx, "deleted"))
			var mu sync.Mutex
			var heard []store.Entry
			whole := make(chan struct{})
			go s.Follow(ctx, func(e store.Entry) {
				mu.Lock()
				defer mu.Unlock()
				if e.Key == "" {
					close(whole)
					return
				}
				heard = append(heard, e)
			})
			<-whole
			var writers sync.WaitGroup
			for i := range 8 {
				writers.Go(func() {
					for j := range 20 {
						require.NoError(t, put(ctx, s, fmt.Sprintf("w%d.%d", i, j), []byte{byte(j)}))
					}
				})
			}
			writers.Wait()
			require.NoError(t, s.Delete(ctx, "w3.7"))
			require.Eventually(t, func() bool {
				mu.Lock()
				defer mu.Unlock()
				writes := 0
				for _, e := range heard {
					if e.Key[0] == 'w' {
						writes++
					}
				}
				return writes == 161 // the deletion, too
			}, 10*time.Second, 5*time.Millisecond)
			mu.Lock()
			defer mu.Unlock()
			seen, last := map[string]int{}, map[string]uint64{}
			for _, e := range heard {
				seen[e.Key]++
				require.Greater(t, e.Revision, last[e.Key])
				last[e.Key] = e.Revision
				if e.Key == "deleted" {
					require.True(t, e.Gone)
				}
			}
			require.Equal(t, 1, seen["before"])
			for i := range 8 {
				for j := range 20 {
					want := 1
					if i == 3 && j == 7 {
						want = 2
					}
					require.Equal(t, want, seen[fmt.Sprintf("w%d.%d", i, j)])
				}
			}
		})
	}
}

// TestAStoreComesBack closes a store and opens its folder again.
func TestAStoreComesBack(t *testing.T) {
	dir := t.TempDir()
	for i := range 3 {
		s, err := store.Embedded(t.Context(), dir)
		require.NoError(t, err)
		if i > 0 {
			e, err := s.Get(t.Context(), "vote.BCDFGH.y2017/A5.0f")
			require.NoError(t, err)
			require.Equal(t, fmt.Sprint(i-1), string(e.Value))
		}
		require.NoError(t, put(t.Context(), s, "vote.BCDFGH.y2017/A5.0f", fmt.Append(nil, i)))
		require.NoError(t, s.Close())
	}
}

// TestAFolderIsOneStores opens a folder twice: the second server would write over what
// the first has acknowledged.
func TestAFolderIsOneStores(t *testing.T) {
	dir := t.TempDir()
	one, err := store.Embedded(t.Context(), dir)
	require.NoError(t, err)
	require.NoError(t, put(t.Context(), one, "vote.BCDFGH.y2017/A5.0f", []byte("x")))
	_, err = store.Embedded(t.Context(), dir)
	require.ErrorContains(t, err, "if another live server runs with it, stop that one")
	require.NoError(t, put(t.Context(), one, "vote.BCDFGH.y2017/A5.1f", []byte("y")))
	require.NoError(t, one.Close())
	two, err := store.Embedded(t.Context(), dir)
	require.NoError(t, err)
	_, err = two.Get(t.Context(), "vote.BCDFGH.y2017/A5.1f")
	require.NoError(t, err)
	require.NoError(t, two.Close())
}

// TestAStoreOfOneBucket opens the folder of a program that kept all in one bucket.
func TestAStoreOfOneBucket(t *testing.T) {
	dir := t.TempDir()
	ns, err := server.NewServer(&server.Options{DontListen: true, NoSigs: true, NoLog: true, JetStream: true, StoreDir: dir, SyncAlways: true})
	require.NoError(t, err)
	ns.Start()
	require.True(t, ns.ReadyForConnections(10*time.Second))
	conn, err := nats.Connect("", nats.InProcessServer(ns))
	require.NoError(t, err)
	js, err := jetstream.New(conn)
	require.NoError(t, err)
	kv, err := js.CreateKeyValue(t.Context(), jetstream.KeyValueConfig{Bucket: "hardcases", History: 1, TTL: store.Life, Storage: jetstream.FileStorage, LimitMarkerTTL: time.Hour})
	require.NoError(t, err)
	keys := map[string]bool{}
	for i := range 40 {
		key := fmt.Sprintf("vote.BCDFGH.y2017/A5.%d", i)
		keys[key] = true
		_, err := kv.Put(t.Context(), key, fmt.Append(nil, i))
		require.NoError(t, err)
	}
	require.NoError(t, kv.Purge(t.Context(), "vote.BCDFGH.y2017/A5.7"))
	delete(keys, "vote.BCDFGH.y2017/A5.7")
	conn.Close()
	ns.Shutdown()
	ns.WaitForShutdown()
	for range 2 { // the second time they are where they belong
		s, err := store.Embedded(t.Context(), dir)
		require.NoError(t, err)
		for i := range 40 {
			key := fmt.Sprintf("vote.BCDFGH.y2017/A5.%d", i)
			e, err := s.Get(t.Context(), key)
			if !keys[key] {
				require.ErrorIs(t, err, store.ErrNone)
				continue
			}
			require.NoError(t, err)
			require.Equal(t, fmt.Sprint(i), string(e.Value))
		}
		ctx, cancel := context.WithCancel(t.Context())
		heard := map[string]int{}
		require.NoError(t, s.Follow(ctx, func(e store.Entry) {
			switch {
			case e.Key == "":
				cancel()
			case !e.Gone:
				heard[e.Key]++
			}
		}))
		cancel()
		for key := range keys {
			require.Equal(t, 1, heard[key], key)
		}
		require.Len(t, heard, len(keys))
		require.NoError(t, s.Close())
	}
}

// TestAFollowerOfAnEmptiedStore follows a store in which everything was deleted and
// forgotten: it begins once, and does not think again and again that it has missed
// something.
func TestAFollowerOfAnEmptiedStore(t *testing.T) {
	s, err := store.Embedded(t.Context(), t.TempDir())
	require.NoError(t, err)
	defer s.Close()
	for i := range 40 {
		require.NoError(t, put(t.Context(), s, fmt.Sprintf("a.%d", i), nil))
		require.NoError(t, s.Delete(t.Context(), fmt.Sprintf("a.%d", i)))
	}
	require.NoError(t, s.Forget(t.Context()))
	ctx, cancel := context.WithTimeout(t.Context(), 6*time.Second)
	defer cancel()
	begun := 0
	require.NoError(t, s.Follow(ctx, func(e store.Entry) {
		if e.Key == "" {
			begun++
		}
	}))
	require.Equal(t, 1, begun)
}

// TestAFullStore fills a store: what is new is refused as it should be, what is there can be
// put again, and once something is deleted there is room.
func TestAFullStore(t *testing.T) {
	s, err := store.Embedded(t.Context(), t.TempDir())
	require.NoError(t, err)
	defer s.Close()
	require.NoError(t, s.Shrink(t.Context(), 20_000))
	value := make([]byte, 1000)
	var kept []string
	for i := 0; err == nil; i++ {
		key := fmt.Sprintf("a.%d", i)
		if err = put(t.Context(), s, key, value); err == nil {
			kept = append(kept, key)
		}
		require.Less(t, i, 1000)
	}
	require.ErrorIs(t, err, store.ErrFull)
	require.NoError(t, put(t.Context(), s, kept[0], value), "a seat that has voted may vote again")
	for _, key := range kept {
		_, err := s.Get(t.Context(), key)
		require.NoError(t, err)
		require.NoError(t, s.Delete(t.Context(), key))
	}
	require.NoError(t, put(t.Context(), s, "b", value))
}

// TestBucketsForget asks JetStream itself how long it keeps a value.
func TestBucketsForget(t *testing.T) {
	s, err := store.Embedded(t.Context(), t.TempDir())
	require.NoError(t, err)
	defer s.Close()
	lives, err := s.Lives(t.Context())
	require.NoError(t, err)
	require.Len(t, lives, 8)
	for _, life := range lives {
		require.Equal(t, "12h0m0s", life)
	}
}

// TestTheClockWasAhead looks at a store by a clock that is two hours behind the one that it
// was written by: all of it is put anew, and only then.
func TestTheClockWasAhead(t *testing.T) {
	s, err := store.Embedded(t.Context(), t.TempDir())
	require.NoError(t, err)
	defer s.Close()
	before := map[string]uint64{}
	for i := range 20 {
		key := fmt.Sprintf("vote.BCDFGH.y2017/A5.%d", i)
		before[key], err = s.Put(t.Context(), key, fmt.Append(nil, i))
		require.NoError(t, err)
	}
	require.NoError(t, s.Delete(t.Context(), "vote.BCDFGH.y2017/A5.7"))
	for _, again := range []bool{false, true} {
		now := time.Now()
		if again {
			now = now.Add(-2 * time.Hour)
		}
		require.NoError(t, s.Renew(t.Context(), now))
		for i := range 20 {
			key := fmt.Sprintf("vote.BCDFGH.y2017/A5.%d", i)
			e, err := s.Get(t.Context(), key)
			if i == 7 {
				require.ErrorIs(t, err, store.ErrNone)
				continue
			}
			require.NoError(t, err)
			require.Equal(t, fmt.Sprint(i), string(e.Value))
			require.Equal(t, again, e.Revision > before[key])
		}
	}
}

// TestOnlyAClockThatIsOursCounts follows a store that was written by a clock two hours ahead:
// what is kept by a cluster's clock is left as it is.
func TestOnlyAClockThatIsOursCounts(t *testing.T) {
	for _, ours := range []bool{true, false} {
		s, err := store.Embedded(t.Context(), t.TempDir())
		require.NoError(t, err)
		t.Cleanup(func() { s.Close() })
		s.Clock(nil)
		if ours {
			s.Clock(func() time.Time { return time.Now().Add(-2 * time.Hour) })
		}
		_, err = s.Put(t.Context(), "room.BCDFGH", []byte("x"))
		require.NoError(t, err)
		heard := make(chan store.Entry, 1000)
		go s.Follow(t.Context(), func(e store.Entry) { heard <- e })
		again := func() bool {
			for times, late := 0, time.After(2500*time.Millisecond); ; {
				select {
				case e := <-heard:
					if e.Key == "room.BCDFGH" {
						times++
					}
				case <-late:
					return times > 1
				}
			}
		}
		if ours {
			require.Eventually(t, again, 30*time.Second, time.Millisecond)
		} else {
			require.False(t, again())
		}
	}
}

// TestWhenTheClockWasAhead looks where the first and the last that are kept stand.
func TestWhenTheClockWasAhead(t *testing.T) {
	now := time.Now()
	for _, tt := range []struct {
		messages    uint64
		first, last time.Duration
		want        bool
	}{
		{0, time.Hour, time.Hour, false}, {2, -time.Hour, 0, false}, {2, -time.Hour, 30 * time.Second, false},
		{2, -time.Hour, time.Hour, true}, {2, time.Hour, 0, true},
	} {
		require.Equal(t, tt.want, store.IsAhead(jetstream.StreamState{Msgs: tt.messages, FirstTime: now.Add(tt.first), LastTime: now.Add(tt.last)}, now), "%v", tt)
	}
}

// TestLife lets a value get too old, by the memory's clock.
func TestLife(t *testing.T) {
	now := time.Now()
	s := store.NewMemory(func() time.Time { return now })
	require.NoError(t, put(t.Context(), s, "a", nil))
	now = now.Add(store.Life - time.Second)
	_, err := s.Get(t.Context(), "a")
	require.NoError(t, err)
	now = now.Add(2 * time.Second)
	_, err = s.Get(t.Context(), "a")
	require.ErrorIs(t, err, store.ErrNone)
	require.NoError(t, create(t.Context(), s, "a", nil))
}
