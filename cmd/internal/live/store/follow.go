package store

import (
	"context"
	"sync"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// look is how often a follower looks whether it has heard all: those of a server that
// is gone can be deaf for twenty seconds without being told.
const look = time.Second

// Follow implements Store.
func (s *JetStream) Follow(ctx context.Context, each func(Entry)) error {
	var mu sync.Mutex
	whole := map[int]bool{}
	var all sync.WaitGroup
	for i, kv := range s.parts {
		all.Go(func() {
			s.followPart(ctx, kv, func(e Entry) {
				mu.Lock()
				defer mu.Unlock()
				if e.Key == "" {
					whole[i] = true
					if len(whole) < len(s.parts) {
						return
					}
				}
				each(e)
			})
		})
	}
	all.Wait()
	return nil
}

// followPart follows one bucket.
func (s *JetStream) followPart(ctx context.Context, kv jetstream.KeyValue, each func(Entry)) {
	for ctx.Err() == nil {
		s.follow(ctx, kv, each)
		select {
		case <-ctx.Done():
		case <-time.After(look / 4):
		}
	}
}

// follow follows a bucket until it has missed something, or the watcher ends.
func (s *JetStream) follow(ctx context.Context, kv jetstream.KeyValue, each func(Entry)) {
	// A bucket remembers the revisions of what it has forgotten, of which no watcher hears.
	forgotten, err := s.last(ctx, kv)
	if err != nil {
		return
	}
	watcher, err := kv.WatchAll(ctx)
	if err != nil {
		return
	}
	defer watcher.Stop()
	tick := time.NewTicker(look)
	defer tick.Stop()
	heard, whole, late := uint64(0), false, uint64(0)
	for {
		select {
		case <-ctx.Done():
			return
		case e, open := <-watcher.Updates():
			switch {
			case !open:
				return
			case e == nil:
				whole = true
				heard = max(heard, forgotten.LastSeq)
				each(Entry{})
			default:
				heard = max(heard, e.Revision())
				each(entry(e))
			}
		case <-tick.C:
			if !whole {
				continue
			}
			last, err := s.last(ctx, kv)
			if err != nil {
				continue
			}
			if s.clock != nil && isAhead(last, s.clock()) {
				_ = renew(ctx, kv, s.clock()) // the next look tries again what fails
			}
			// What was written a moment ago may be on its way: a follower is deaf
			// when it has not heard by the next look what this one found.
			if late > heard {
				return
			}
			late = last.LastSeq
		}
	}
}

// last is how a bucket stands, with its newest revision.
func (s *JetStream) last(ctx context.Context, kv jetstream.KeyValue) (jetstream.StreamState, error) {
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	stream, err := s.js.Stream(ctx, "KV_"+kv.Bucket())
	if err != nil {
		return jetstream.StreamState{}, err
	}
	return stream.CachedInfo().State, nil
}
