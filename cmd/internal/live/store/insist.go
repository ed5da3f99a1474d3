package store

import (
	"context"
	"errors"
	"time"

	"github.com/nats-io/nats.go/jetstream"
)

// insists is how soon a cluster is sent something once more that it has not answered: what
// was on its way to a leader that is gone never arrives, and the next one hears it so.
const insists = 400 * time.Millisecond

// insist keeps something, and does so again every so often until one attempt is answered,
// or the context ends; 0 is for once. All attempts must come to the same.
func insist(ctx context.Context, every time.Duration, keep func(context.Context) (uint64, error)) (uint64, error) {
	if every == 0 {
		return keep(ctx)
	}
	type answer struct {
		revision uint64
		err      error
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	answers := make(chan answer, 64) // more than there are attempts, so that none of them waits
	tick := time.NewTicker(every)
	defer tick.Stop()
	send := func() {
		revision, err := keep(ctx)
		answers <- answer{revision, err}
	}
	go send()
	last := error(nil)
	for attempts := 1; ; {
		select {
		case a := <-answers:
			if a.err == nil || answered(a.err) {
				return a.revision, a.err
			}
			last = a.err
		case <-tick.C:
			if attempts < cap(answers) {
				attempts++
				go send()
			}
		case <-ctx.Done():
			return 0, errors.Join(ctx.Err(), last)
		}
	}
}

// unavailable is the code of JetStream's errors for what it cannot do just now.
const unavailable = 503

// answered says whether an error is what the cluster has answered for good.
func answered(err error) bool {
	var api *jetstream.APIError
	return errors.As(err, &api) && api.Code != unavailable || errors.Is(err, jetstream.ErrKeyRevisionMismatch) || errors.Is(err, jetstream.ErrInvalidKey)
}
