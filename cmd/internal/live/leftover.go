package live

import (
	"context"
	"sync"
	"time"
)

// leftovers are keys that were to be deleted while the store did not answer, as of a seat
// that nobody has: it would count for hours.
type leftovers struct {
	mu   sync.Mutex
	list []leftover // the oldest first
}

type leftover struct {
	key   string
	until time.Time
}

const (
	// mostLeftovers is how many are remembered.
	mostLeftovers = 10_000
	// leftFor is how long it is tried to delete one, and leftEvery how often.
	leftFor   = time.Minute
	leftEvery = 2 * time.Second
)

// dispose deletes a key that nothing needs any more, later where that cannot be now.
func (e *Edge) dispose(ctx context.Context, key string) {
	if e.delete(context.WithoutCancel(ctx), key) == nil {
		return
	}
	e.left.mu.Lock()
	defer e.left.mu.Unlock()
	if len(e.left.list) < mostLeftovers {
		e.left.list = append(e.left.list, leftover{key, e.now().Add(leftFor)})
	}
}

// disposes deletes what could not be deleted, until the context ends.
func (e *Edge) disposes(ctx context.Context) {
	every(ctx, leftEvery, func() {
		for key := e.left.first(e.now()); key != "" && e.delete(ctx, key) == nil; key = e.left.first(e.now()) {
			e.left.drop()
		}
	})
}

// every does something each time a span has passed, until the context ends.
func every(ctx context.Context, span time.Duration, do func()) {
	tick := time.NewTicker(span)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			do()
		}
	}
}

// first is the oldest of them that is still to be deleted, "" where there is none.
func (l *leftovers) first(now time.Time) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	for len(l.list) > 0 && now.After(l.list[0].until) {
		l.list = l.list[1:]
	}
	if len(l.list) == 0 {
		return ""
	}
	return l.list[0].key
}

// drop forgets the oldest.
func (l *leftovers) drop() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.list = l.list[1:]
}
