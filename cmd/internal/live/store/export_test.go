package store

import (
	"context"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// Forget has the buckets forget what was deleted for good, as time does.
func (s *JetStream) Forget(ctx context.Context) error {
	for _, kv := range s.parts {
		if err := kv.PurgeDeletes(ctx, jetstream.DeleteMarkersOlderThan(-1)); err != nil {
			return err
		}
	}
	return nil
}

// IsAhead is isAhead.
func IsAhead(s jetstream.StreamState, now time.Time) bool { return isAhead(s, now) }

// Renew puts anew what lies ahead of a clock.
func (s *JetStream) Renew(ctx context.Context, now time.Time) error {
	for _, kv := range s.parts {
		if err := renew(ctx, kv, now); err != nil {
			return err
		}
	}
	return nil
}

// Clock has a store be kept by a clock, nil for one that is not this program's.
func (s *JetStream) Clock(now func() time.Time) { s.clock = now }

// Lives are how long each bucket keeps a value.
func (s *JetStream) Lives(ctx context.Context) (lives []string, err error) {
	for _, kv := range s.parts {
		stream, err := s.js.Stream(ctx, "KV_"+kv.Bucket())
		if err != nil {
			return nil, err
		}
		lives = append(lives, stream.CachedInfo().Config.MaxAge.String())
	}
	return lives, nil
}

// Shrink has each bucket hold so many bytes at most.
func (s *JetStream) Shrink(ctx context.Context, most int64) error {
	for i := range s.parts {
		_, err := s.js.UpdateKeyValue(ctx, jetstream.KeyValueConfig{
			Bucket: bucketName(i), Description: "votes of live classes", History: 1, TTL: Life, MaxValueSize: Longest, MaxBytes: most,
			Storage: jetstream.FileStorage, Replicas: 1, LimitMarkerTTL: time.Hour,
		})
		if err != nil {
			return err
		}
	}
	return nil
}
