package live

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"time"

	"hardcases/cmd/internal/live/store"

	"github.com/stretchr/testify/require"
)

// stubborn keeps nothing while it has an error.
type stubborn struct {
	store.Store
	err  error
	part error // of what is tried
}

func (s *stubborn) Try(context.Context) error { return s.part }

func (s *stubborn) Put(ctx context.Context, key string, value []byte) (uint64, error) {
	if s.err != nil {
		return 0, s.err
	}
	return s.Store.Put(ctx, key, value)
}

// TestAStoreThatFailsIsToldOnce reads what whoever runs the program is told: once, however
// many votes are refused, and once more when they are not.
func TestAStoreThatFailsIsToldOnce(t *testing.T) {
	var log bytes.Buffer
	inner := &stubborn{Store: store.NewMemory(time.Now)}
	clock := time.Unix(1000, 0)
	s := &telling{Store: inner, log: &log, now: func() time.Time { return clock }}
	put := func(ctx context.Context, err error) {
		inner.err = err
		_, got := s.Put(ctx, "vote.a", []byte("x"))
		require.ErrorIs(t, got, err)
	}
	gone, leave := context.WithCancel(t.Context())
	leave()
	put(t.Context(), nil)
	put(t.Context(), store.ErrLong)
	put(gone, context.Canceled)
	require.Empty(t, log.String(), "all is well")
	full := errors.New("no space left on device")
	for range 3 {
		put(t.Context(), full)
	}
	require.Equal(t, "what the class sends cannot be kept now, and devices say so: no space left on device. What had arrived is not lost. Where a disk is full, make room and start the program again\n", log.String())
	log.Reset()
	require.Contains(t, advice(store.ErrFull), "delete rooms")
	inner.part = full
	put(t.Context(), nil)
	require.Empty(t, log.String(), "an eighth of what is sent is still refused")
	inner.part = nil
	put(t.Context(), nil)
	require.Empty(t, log.String(), "it is not tried at each vote")
	clock = clock.Add(10 * time.Second)
	put(t.Context(), nil)
	put(t.Context(), nil)
	_, err := s.Create(t.Context(), "vote.a", nil)
	require.ErrorIs(t, err, store.ErrExists)
	require.Equal(t, "what the class sends is kept again\n", log.String())
}
