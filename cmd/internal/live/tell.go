package live

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync/atomic"
	"time"

	"hardcases/cmd/internal/live/store"
)

// telling is a store that tells whoever runs the program when nothing can be kept any
// more, and when something can be again.
type telling struct {
	store.Store
	log     io.Writer
	failing atomic.Bool
	// tries is when it was last tried whether all can be kept again, in seconds since 1970.
	tries atomic.Int64
	now   func() time.Time
}

// Put implements store.Store.
func (s *telling) Put(ctx context.Context, key string, value []byte) (uint64, error) {
	revision, err := s.Store.Put(ctx, key, value)
	return revision, s.told(ctx, err)
}

// Create implements store.Store.
func (s *telling) Create(ctx context.Context, key string, value []byte) (uint64, error) {
	revision, err := s.Store.Create(ctx, key, value)
	return revision, s.told(ctx, err)
}

// Update implements store.Store.
func (s *telling) Update(ctx context.Context, key string, value []byte, revision uint64) (uint64, error) {
	now, err := s.Store.Update(ctx, key, value, revision)
	return now, s.told(ctx, err)
}

// answers are errors of a store that works.
var answers = []error{store.ErrNone, store.ErrExists, store.ErrChanged, store.ErrLong, store.ErrKey}

// told tells how an attempt to keep something went, where the last one went otherwise.
func (s *telling) told(ctx context.Context, err error) error {
	for _, answer := range answers {
		if errors.Is(err, answer) {
			return err
		}
	}
	switch {
	case err != nil && ctx.Err() != nil: // whoever asked has gone
	case err != nil && s.failing.CompareAndSwap(false, true):
		fmt.Fprintf(s.log, "what the class sends cannot be kept now, and devices say so: %v. What had arrived is not lost. %s\n", err, advice(err))
	case err == nil && s.failing.Load() && s.whole(ctx) && s.failing.CompareAndSwap(true, false):
		fmt.Fprintln(s.log, "what the class sends is kept again")
	}
	return err
}

// triesEvery is how often it is tried whether all can be kept again.
const triesEvery = 10 // seconds

// whole says whether anything can be kept again: of several files on a disk that was full,
// some go on being refused, and with them some seats, until the program is started again.
func (s *telling) whole(ctx context.Context) bool {
	last, now := s.tries.Load(), s.now().Unix()
	return (last == 0 || now >= last+triesEvery || now < last) && s.tries.CompareAndSwap(last, now) && s.Store.Try(ctx) == nil
}

// advice is what whoever runs the program can do.
func advice(err error) string {
	if errors.Is(err, store.ErrFull) {
		return "It holds as much as it may: have classes delete rooms that they need no more, or wait until what is twelve hours old is forgotten"
	}
	return "Where a disk is full, make room and start the program again"
}
