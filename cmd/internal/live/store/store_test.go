package store_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"hardcases/cmd/internal/live/store"

	"github.com/stretchr/testify/require"
)

// stores are the kinds of store, which all do the same.
func stores(t *testing.T) map[string]store.Store {
	embedded, err := store.Embedded(t.Context(), t.TempDir())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, embedded.Close()) })
	return map[string]store.Store{"memory": store.NewMemory(time.Now), "embedded": embedded}
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
	for name, s := range stores(t) {
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
			require.NoError(t, s.Delete(ctx, "room.BCDFGH"))
			require.NoError(t, s.Delete(ctx, "room.NEVER"))
			_, err = s.Get(ctx, "room.BCDFGH")
			require.ErrorIs(t, err, store.ErrNone)
			require.NoError(t, create(ctx, s, "room.BCDFGH", []byte("four")), "a key that was deleted can be made again")
		})
	}
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
				last := heard[len(heard)-1]
				return last.Gone && last.Key == "w3.7"
			}, 10*time.Second, 5*time.Millisecond)
			mu.Lock()
			defer mu.Unlock()
			seen := map[string]int{}
			for i, e := range heard {
				seen[e.Key]++
				if i > 0 {
					require.Greater(t, e.Revision, heard[i-1].Revision)
				}
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
