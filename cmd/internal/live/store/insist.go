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
// or the context ends; 0 is for once. All attempts must come to the same. That something has
// changed is an answer only once all attempts before are answered: JetStream says so also
// where one of these is just being kept.
func insist(ctx context.Context, every time.Duration, keep func(context.Context) (uint64, error)) (uint64, error) {
	if every == 0 {
		return keep(ctx)
	}
	type answer struct {
		attempt  int
		revision uint64
		err      error
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	answers := make(chan answer, 64) // more than there are attempts, so that none of them waits
	tick := time.NewTicker(every)
	defer tick.Stop()
	open := map[int]bool{} // attempts that are not answered
	attempts := 0
	send := func() {
		attempts++
		open[attempts] = true
		go func(attempt int) {
			revision, err := keep(ctx)
			answers <- answer{attempt, revision, err}
		}(attempts)
	}
	send()
	last := error(nil)
	for {
		select {
		case a := <-answers:
			delete(open, a.attempt)
			own := errors.Is(a.err, jetstream.ErrKeyRevisionMismatch) && anyBefore(open, a.attempt) // the change may be an attempt of this
			if a.err == nil || answered(a.err) && !own {
				return a.revision, a.err
			}
			last = a.err
		case <-tick.C:
			if attempts < cap(answers) {
				send()
			}
		case <-ctx.Done():
			return 0, errors.Join(ctx.Err(), last)
		}
	}
}

// anyBefore says whether there is one of these numbers before another one.
func anyBefore(open map[int]bool, attempt int) bool {
	for n := range open {
		if n < attempt {
			return true
		}
	}
	return false
}

// unavailable is the code of JetStream's errors for what it cannot do just now.
const unavailable = 503

// answered says whether an error is what the cluster has answered for good.
func answered(err error) bool {
	var api *jetstream.APIError
	return errors.As(err, &api) && (api.Code != unavailable || api.ErrorCode == full) || errors.Is(err, jetstream.ErrKeyRevisionMismatch) || errors.Is(err, jetstream.ErrInvalidKey)
}
