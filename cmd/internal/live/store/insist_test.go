package store

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nats-io/nats.go/jetstream"
	"github.com/stretchr/testify/require"
)

// TestWhatIsNotAnsweredIsSentAgain has attempts be lost, be refused by nobody, come late,
// and be answered, also by what another attempt has changed.
func TestWhatIsNotAnsweredIsSentAgain(t *testing.T) {
	const every = insists
	nobody := errors.New("no responders")
	noRoom, notNow := &jetstream.APIError{Code: unavailable, ErrorCode: full}, &jetstream.APIError{Code: unavailable}
	for name, tt := range map[string]struct {
		keep     func(ctx context.Context, attempt int32) (uint64, error)
		attempts int32
		want     error
	}{
		"the first is lost": {func(ctx context.Context, n int32) (uint64, error) {
			if n == 1 {
				<-ctx.Done()
				return 0, ctx.Err()
			}
			return 7, nil
		}, 2, nil},
		"nobody leads at first": {func(_ context.Context, n int32) (uint64, error) {
			if n < 4 {
				return 0, nobody
			}
			return 7, nil
		}, 4, nil},
		"the first is late": {func(ctx context.Context, n int32) (uint64, error) {
			if n > 1 {
				<-ctx.Done()
				return 0, ctx.Err()
			}
			time.Sleep(every * 3 / 2)
			return 7, nil
		}, 2, nil},
		"the first is being kept": {func(_ context.Context, n int32) (uint64, error) {
			if n > 1 {
				return 0, jetstream.ErrKeyRevisionMismatch
			}
			time.Sleep(every * 7 / 2)
			return 7, nil
		}, 4, nil},
		"the first is lost, and it has changed": {func(ctx context.Context, n int32) (uint64, error) {
			if n > 1 {
				return 0, jetstream.ErrKeyRevisionMismatch
			}
			<-ctx.Done()
			return 0, ctx.Err()
		}, 5, jetstream.ErrKeyRevisionMismatch},
		"it has changed where nobody led": {func(_ context.Context, n int32) (uint64, error) {
			if n == 1 {
				return 0, nobody
			}
			return 0, jetstream.ErrKeyRevisionMismatch
		}, 2, jetstream.ErrKeyRevisionMismatch},
		"it is full":        {func(context.Context, int32) (uint64, error) { return 0, noRoom }, 1, noRoom},
		"it cannot now":     {func(context.Context, int32) (uint64, error) { return 0, notNow }, 5, context.DeadlineExceeded},
		"it has changed":    {func(context.Context, int32) (uint64, error) { return 0, jetstream.ErrKeyRevisionMismatch }, 1, jetstream.ErrKeyRevisionMismatch},
		"nobody ever leads": {func(context.Context, int32) (uint64, error) { return 0, nobody }, 5, context.DeadlineExceeded},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), every*5-every/4)
				defer cancel()
				var attempts atomic.Int32
				revision, err := insist(ctx, every, func(ctx context.Context) (uint64, error) { return tt.keep(ctx, attempts.Add(1)) })
				require.ErrorIs(t, err, tt.want)
				if err == nil {
					require.EqualValues(t, 7, revision)
				}
				require.Equal(t, tt.attempts, attempts.Load())
			})
		})
	}
}
