package store

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// Get implements Store. It asks the leader of the bucket: of a cluster any server answers
// what jetstream.KeyValue.Get asks, also one that has not heard yet of what two others
// have on their disks, and so of a seat that it was never taken.
func (s *JetStream) Get(ctx context.Context, key string) (Entry, error) {
	if !writable(key) {
		return Entry{}, ErrKey
	}
	ctx, cancel := context.WithTimeout(ctx, Patience)
	defer cancel()
	bucket := s.part(key).Bucket()
	ask, err := json.Marshal(lastBy{"$KV." + bucket + "." + key})
	if err != nil {
		return Entry{}, err
	}
	answer, err := s.js.Conn().RequestWithContext(ctx, "$JS.API.STREAM.MSG.GET.KV_"+bucket, ask)
	if err != nil {
		return Entry{}, err
	}
	return lastOf(key, answer.Data)
}

// lastBy asks JetStream for the last message of a subject.
type lastBy struct {
	Subject string `json:"last_by_subj"`
}

// lastOf reads the answer to that.
func lastOf(key string, answer []byte) (Entry, error) {
	var a struct {
		Error   *jetstream.APIError `json:"error"`
		Message *struct {
			Seq    uint64 `json:"seq"`
			Header []byte `json:"hdrs"`
			Data   []byte `json:"data"`
		} `json:"message"`
	}
	err := json.Unmarshal(answer, &a)
	switch {
	case err != nil:
		return Entry{}, err
	case a.Error != nil && a.Error.ErrorCode == jetstream.JSErrCodeMessageNotFound:
		return Entry{}, ErrNone
	case a.Error != nil:
		return Entry{}, a.Error
	case a.Message == nil:
		return Entry{}, errors.New("JetStream has answered neither with a value nor with an error")
	}
	if len(a.Message.Header) > 0 {
		head, err := nats.DecodeHeadersMsg(a.Message.Header)
		if err != nil {
			return Entry{}, err
		}
		if head.Get("KV-Operation") != "" || head.Get(jetstream.MarkerReasonHeader) != "" { // it was deleted, or its life is over
			return Entry{}, ErrNone
		}
	}
	return Entry{Key: key, Value: a.Message.Data, Revision: a.Message.Seq}, nil
}
