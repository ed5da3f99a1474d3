package store

import (
	"context"
	"errors"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// ahead is how far what is kept may lie ahead of the clock.
const ahead = time.Minute

// isAhead says whether the first or the last that is kept in a bucket lies ahead of now. What
// lies between them is the first once what is before it has been forgotten.
func isAhead(s jetstream.StreamState, now time.Time) bool {
	now = now.Add(ahead)
	return s.Msgs > 0 && (s.FirstTime.After(now) || s.LastTime.After(now))
}

// renew puts anew what was kept while the clock was ahead of now. Until the clock is there
// again JetStream would forget neither that nor whatever was kept since: it stops at the
// first that is not old enough. It is only for a store that has this program's clock: with a
// cluster's, what is put anew may lie ahead as well.
func renew(ctx context.Context, kv jetstream.KeyValue, now time.Time) error {
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	watcher, err := kv.WatchAll(ctx)
	if err != nil {
		return err
	}
	defer watcher.Stop()
	for {
		var e jetstream.KeyValueEntry
		select {
		case <-ctx.Done():
			return ctx.Err()
		case e = <-watcher.Updates():
		}
		switch {
		case e == nil: // that was all
			return nil
		case !e.Created().After(now.Add(ahead)):
			continue
		case e.Operation() == jetstream.KeyValuePut:
			_, err = kv.Update(ctx, e.Key(), e.Value(), e.Revision())
		default:
			err = kv.Purge(ctx, e.Key(), jetstream.LastRevision(e.Revision()))
		}
		if err != nil && !errors.Is(err, jetstream.ErrKeyRevisionMismatch) && !errors.Is(err, jetstream.ErrKeyExists) {
			return err
		}
	}
}
