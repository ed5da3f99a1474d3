package live

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync/atomic"

	"hardcases/cmd/internal/live/store"
)

// telling is a store that tells whoever runs the program when nothing can be kept any
// more, and when something can be again.
type telling struct {
	store.Store
	log     io.Writer
	failing atomic.Bool
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
	case err == nil && s.failing.CompareAndSwap(true, false):
		fmt.Fprintln(s.log, "what the class sends is kept again")
	}
	return err
}

// advice is what whoever runs the program can do.
func advice(err error) string {
	if errors.Is(err, store.ErrFull) {
		return "It holds as much as it may: have classes delete rooms that they need no more, or wait until what is twelve hours old is forgotten"
	}
	return "Where a disk is full, make room and start the program again"
}
