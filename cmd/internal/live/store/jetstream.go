package store

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

const (
	bucket = "hardcases"
	// room is how much a bucket may hold, in bytes: 10,000 seats that vote forty
	// times need a fifth of it.
	room = 512 << 20
	// Patience is how long one call of a store may take before it counts as failed.
	Patience = 2 * time.Second
)

// JetStream is a store in key-value buckets of NATS: in one, or parted by the hashes of
// keys into several.
type JetStream struct {
	js    jetstream.JetStream
	parts []jetstream.KeyValue
	// every is how often what is to be kept is sent until that is answered, 0 for once.
	every time.Duration
	// clock is the one by which all is kept, nil where that is not this program's.
	clock func() time.Time
	close func()
}

// Connect opens the store in an existing NATS, which replicates it three times
// where it is a cluster. creds is a file of credentials, "" for none.
func Connect(ctx context.Context, addresses, creds string) (*JetStream, error) {
	options := []nats.Option{
		nats.Name("hardcases"), nats.MaxReconnects(-1), nats.ReconnectWait(200 * time.Millisecond),
		nats.ReconnectBufSize(-1), // else what was refused meanwhile is sent after all
		// A machine that says nothing any more is left after three seconds.
		nats.PingInterval(time.Second), nats.MaxPingsOutstanding(2), nats.Timeout(2 * time.Second),
	}
	if creds != "" {
		options = append(options, nats.UserCredentials(creds))
	}
	shown, err := redacted(addresses)
	if err != nil {
		return nil, err
	}
	conn, err := nats.Connect(addresses, options...)
	if err != nil {
		return nil, fmt.Errorf("cannot connect to NATS at %s: %w", shown, err)
	}
	replicas := 1
	if conn.ConnectedClusterName() != "" {
		replicas = 3
	}
	for begin := time.Now(); ; {
		s, err := open(ctx, conn, replicas, 1, conn.Close)
		switch {
		case err == nil:
			return s, nil
		case errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil && time.Since(begin) < gathers:
			continue // its servers have just been started, and are not of one mind yet
		case errors.Is(err, context.DeadlineExceeded):
			err = fmt.Errorf("%w: do all servers at %s run, with JetStream?", err, conn.ConnectedAddr())
		case errors.Is(err, jetstream.ErrLimitMarkerTTLNotSupported):
			err = fmt.Errorf("%w: NATS %s is too old, it must be 2.11 or newer", err, conn.ConnectedServerVersion())
		}
		conn.Close()
		return nil, err
	}
}

// redacted is a list of addresses without names, tokens and passwords. It fails for one
// that cannot be read, and says which by its place: its text may hold a password.
func redacted(list string) (string, error) {
	addresses := strings.Split(list, ",")
	for i, a := range addresses {
		u, err := url.Parse(strings.TrimSpace(a))
		if err != nil {
			return "", fmt.Errorf("the address of NATS (number %d of the list) cannot be read: in a password, write /, %%, @, : and commas as %%2F, %%25, %%40, %%3A and %%2C, or use a file of credentials", i+1)
		}
		if u.User != nil {
			u.User = url.User("…")
		}
		addresses[i] = strings.Replace(u.String(), "%E2%80%A6", "…", 1)
	}
	return strings.Join(addresses, ","), nil
}

// gathers is how long the servers of a cluster may take to find each other.
const gathers = 30 * time.Second

// open makes the buckets where there are none.
func open(ctx context.Context, conn *nats.Conn, replicas, parts int, end func()) (*JetStream, error) {
	js, err := jetstream.New(conn)
	if err != nil {
		return nil, err
	}
	s := &JetStream{js: js, close: end}
	if replicas > 1 {
		s.every = insists
	}
	for i := range parts {
		kv, err := js.CreateOrUpdateKeyValue(ctx, jetstream.KeyValueConfig{
			Bucket: bucketName(i), Description: "votes of live classes", History: 1, TTL: Life,
			MaxValueSize: Longest, MaxBytes: room / int64(parts), Storage: jetstream.FileStorage, Replicas: replicas,
			LimitMarkerTTL: time.Hour,
		})
		if err != nil {
			return nil, fmt.Errorf("the bucket for votes cannot be opened: %w", err)
		}
		s.parts = append(s.parts, kv)
	}
	if err := s.sort(ctx); err != nil {
		return nil, fmt.Errorf("votes that an earlier program kept cannot be read: %w", err)
	}
	return s, nil
}

// sort puts what an earlier program kept in the first bucket, the only one that it had,
// into the one where it belongs.
func (s *JetStream) sort(ctx context.Context) error {
	first := s.parts[0]
	keys, err := first.ListKeys(ctx)
	if err != nil {
		return err
	}
	defer keys.Stop()
	for key := range keys.Keys() {
		to := s.part(key)
		if to == first {
			continue
		}
		e, err := first.Get(ctx, key)
		if errors.Is(err, jetstream.ErrKeyNotFound) { // its life has just ended
			continue
		}
		if err != nil {
			return err
		}
		if _, err := to.Create(ctx, key, e.Value()); err != nil && !errors.Is(err, jetstream.ErrKeyExists) {
			return err
		}
		if err := first.Purge(ctx, key); err != nil {
			return err
		}
	}
	return nil
}

// bucketName is the name of a part's bucket.
func bucketName(part int) string {
	if part == 0 {
		return bucket
	}
	return bucket + "-" + strconv.Itoa(part)
}

// part is the bucket that a key is in.
func (s *JetStream) part(key string) jetstream.KeyValue {
	h := fnv.New32a()
	h.Write([]byte(key))
	return s.parts[h.Sum32()%uint32(len(s.parts))]
}

// Put implements Store.
func (s *JetStream) Put(ctx context.Context, key string, value []byte) (revision uint64, err error) {
	if err := check(key, value); err != nil {
		return 0, err
	}
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	revision, err = insist(ctx, s.every, func(ctx context.Context) (uint64, error) { return s.part(key).Put(ctx, key, value) })
	return revision, told(err)
}

// Create implements Store.
func (s *JetStream) Create(ctx context.Context, key string, value []byte) (revision uint64, err error) {
	if err := check(key, value); err != nil {
		return 0, err
	}
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	revision, err = s.part(key).Create(ctx, key, value)
	return revision, told(err)
}

// Update implements Store.
func (s *JetStream) Update(ctx context.Context, key string, value []byte, revision uint64) (uint64, error) {
	if err := check(key, value); err != nil {
		return 0, err
	}
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	now, err := insist(ctx, s.every, func(ctx context.Context) (uint64, error) { return s.part(key).Update(ctx, key, value, revision) })
	if errors.Is(err, jetstream.ErrKeyRevisionMismatch) {
		return 0, ErrChanged
	}
	return now, told(err)
}

// Delete implements Store.
func (s *JetStream) Delete(ctx context.Context, key string) error {
	if !writable(key) {
		return ErrKey
	}
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	err := told(s.part(key).Purge(ctx, key))
	if errors.Is(err, ErrNone) {
		return nil
	}
	return err
}

// Sweep implements Store.
func (s *JetStream) Sweep(ctx context.Context, second string) error {
	if !writable(second) || strings.Contains(second, ".") {
		return ErrKey
	}
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	for _, kv := range s.parts {
		stream, err := s.js.Stream(ctx, "KV_"+kv.Bucket())
		if err != nil {
			return told(err)
		}
		if err := stream.Purge(ctx, jetstream.WithPurgeSubject("$KV."+kv.Bucket()+".*."+second+".>")); err != nil {
			return told(err)
		}
	}
	return nil
}

// Try implements Store.
func (s *JetStream) Try(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	errs := make([]error, len(s.parts))
	var all sync.WaitGroup
	for i, kv := range s.parts {
		all.Go(func() {
			if _, err := kv.Put(ctx, Tried, nil); err != nil {
				errs[i] = told(err)
				return
			}
			errs[i] = told(kv.Purge(ctx, Tried))
		})
	}
	all.Wait()
	return errors.Join(errs...)
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
