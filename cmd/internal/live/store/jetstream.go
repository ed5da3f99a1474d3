package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

const (
	bucket = "hardcases"
	// room is how much a bucket may hold, in bytes: 10,000 seats that vote forty
	// times need a fifth of it.
	room = 512 << 20
	// patience is how long a put may take before it counts as failed.
	patience = 2 * time.Second
	// look is how often a follower looks whether it has heard all: those of a
	// server that is gone can be deaf for twenty seconds without being told.
	look = time.Second
)

// JetStream is a store in a key-value bucket of NATS.
type JetStream struct {
	conn  *nats.Conn
	js    jetstream.JetStream
	kv    jetstream.KeyValue
	close func()
}

// Connect opens the store in an existing NATS, which replicates it three times
// where it is a cluster. creds is a file of credentials, "" for none.
func Connect(ctx context.Context, url, creds string) (*JetStream, error) {
	options := []nats.Option{nats.Name("hardcases"), nats.MaxReconnects(-1), nats.ReconnectWait(200 * time.Millisecond)}
	if creds != "" {
		options = append(options, nats.UserCredentials(creds))
	}
	conn, err := nats.Connect(url, options...)
	if err != nil {
		return nil, fmt.Errorf("cannot connect to NATS at %s: %w", url, err)
	}
	replicas := 1
	if conn.ConnectedClusterName() != "" {
		replicas = 3
	}
	return open(ctx, conn, replicas, conn.Close)
}

// open makes the bucket where there is none.
func open(ctx context.Context, conn *nats.Conn, replicas int, end func()) (*JetStream, error) {
	js, err := jetstream.New(conn)
	if err != nil {
		end()
		return nil, err
	}
	kv, err := js.CreateOrUpdateKeyValue(ctx, jetstream.KeyValueConfig{
		Bucket: bucket, Description: "votes of live classes", History: 1, TTL: Life,
		MaxValueSize: Longest, MaxBytes: room, Storage: jetstream.FileStorage, Replicas: replicas,
		LimitMarkerTTL: time.Hour,
	})
	if err != nil {
		end()
		return nil, fmt.Errorf("the bucket for votes cannot be opened: %w", err)
	}
	return &JetStream{conn: conn, js: js, kv: kv, close: end}, nil
}

// Put implements Store.
func (s *JetStream) Put(ctx context.Context, key string, value []byte) (revision uint64, err error) {
	if err := check(key, value); err != nil {
		return 0, err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	revision, err = s.kv.Put(ctx, key, value)
	return revision, told(err)
}

// Create implements Store.
func (s *JetStream) Create(ctx context.Context, key string, value []byte) (revision uint64, err error) {
	if err := check(key, value); err != nil {
		return 0, err
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	revision, err = s.kv.Create(ctx, key, value)
	return revision, told(err)
}

// Get implements Store.
func (s *JetStream) Get(ctx context.Context, key string) (Entry, error) {
	if !writable(key) {
		return Entry{}, ErrKey
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	e, err := s.kv.Get(ctx, key)
	if err != nil {
		return Entry{}, told(err)
	}
	return entry(e), nil
}

// Delete implements Store.
func (s *JetStream) Delete(ctx context.Context, key string) error {
	if !writable(key) {
		return ErrKey
	}
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	err := told(s.kv.Purge(ctx, key))
	if errors.Is(err, ErrNone) {
		return nil
	}
	return err
}

// Follow implements Store.
func (s *JetStream) Follow(ctx context.Context, each func(Entry)) error {
	for ctx.Err() == nil {
		s.follow(ctx, each)
		select {
		case <-ctx.Done():
		case <-time.After(look / 4):
		}
	}
	return nil
}

// follow follows until it has missed something, or the watcher ends.
func (s *JetStream) follow(ctx context.Context, each func(Entry)) {
	watcher, err := s.kv.WatchAll(ctx)
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
				each(Entry{})
			default:
				heard = max(heard, e.Revision())
				each(entry(e))
			}
		case <-tick.C:
			if !whole {
				continue
			}
			last, err := s.last(ctx)
			if err != nil {
				continue
			}
			// What was written a moment ago may be on its way: a follower is deaf
			// when it has not heard by the next look what this one found.
			if late > heard {
				return
			}
			late = last
		}
	}
}

// last is the newest revision in the bucket.
func (s *JetStream) last(ctx context.Context) (uint64, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	stream, err := s.js.Stream(ctx, "KV_"+bucket)
	if err != nil {
		return 0, err
	}
	return stream.CachedInfo().State.LastSeq, nil
}

// Close implements Store.
func (s *JetStream) Close() error {
	s.close()
	return nil
}

func entry(e jetstream.KeyValueEntry) Entry {
	return Entry{Key: e.Key(), Value: e.Value(), Gone: e.Operation() != jetstream.KeyValuePut, Revision: e.Revision()}
}

// full is JetStream's code for a stream that has no room left.
const full = 10077

// told gives the store's own errors for those of NATS that it has.
func told(err error) error {
	var api *jetstream.APIError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, jetstream.ErrKeyNotFound), errors.Is(err, jetstream.ErrKeyDeleted):
		return ErrNone
	case errors.Is(err, jetstream.ErrKeyExists):
		return ErrExists
	case errors.As(err, &api) && api.ErrorCode == full:
		return ErrFull
	}
	return err
}
