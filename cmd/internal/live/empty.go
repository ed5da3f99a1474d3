package live

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"
)

// What is to be forgotten is forgotten also where the browser that asked for it is gone.

// empty takes all seats out, with all that they sent.
func (e *Edge) empty(w http.ResponseWriter, r *http.Request, code string) {
	if err := e.clear(context.WithoutCancel(r.Context()), code); err != nil {
		e.failed(w, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// clear forgets what pupils sent: their seats first, so that what is still on its way
// finds none (cast).
func (e *Edge) clear(ctx context.Context, code string) error {
	if err := e.deleteAll(ctx, e.hall.seatKeys(code)); err != nil {
		return err
	}
	return e.deleteAll(ctx, e.hall.strayKeys(code))
}

// remove forgets the room now, in which nobody takes a seat meanwhile.
func (e *Edge) remove(w http.ResponseWriter, r *http.Request, code string) {
	ctx := context.WithoutCancel(r.Context())
	err := e.change(r.WithContext(ctx), keyRoom, code, func(h *inHall) ([]byte, error) {
		shut := *h.record
		shut.Locked = true
		return shut.bytes(), nil
	})
	if err == nil {
		err = e.clear(ctx, code)
	}
	if err == nil {
		err = e.store.Sweep(ctx, code) // of what this server has not heard
	}
	for _, kind := range []string{keyLesson, keyRoom} {
		if err == nil {
			err = e.delete(ctx, kind+"."+code)
		}
	}
	if err != nil {
		e.failed(w, err)
		return
	}
	time.AfterFunc(onItsWay, func() { // what was being kept at another server has been by then
		if !e.hall.with(code, func(*inHall) {}) {
			_ = e.store.Sweep(ctx, code) // it counts nowhere, and lives for hours at most
		}
	})
	w.WriteHeader(http.StatusNoContent)
}

// onItsWay is longer than any server tries to keep what a seat sends, with a second for
// what a store has been given by then.
const onItsWay = ballotMost + time.Second

// atOnce is how many keys are deleted side by side: a store with a disk waits for that at
// each.
const atOnce = 32

// deleteAll forgets keys, until one cannot be.
func (e *Edge) deleteAll(ctx context.Context, keys []string) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	next, errs := make(chan string), make([]error, min(atOnce, len(keys)))
	var all sync.WaitGroup
	for i := range errs {
		all.Go(func() {
			for key := range next {
				if err := e.delete(ctx, key); err != nil {
					errs[i] = err
					stop()
					return
				}
			}
		})
	}
	for _, key := range keys {
		select {
		case next <- key:
		case <-ctx.Done():
		}
	}
	close(next)
	all.Wait()
	return errors.Join(errs...)
}

// delete forgets a key, here at once.
func (e *Edge) delete(ctx context.Context, key string) error {
	if err := e.store.Delete(ctx, key); err != nil {
		return err
	}
	e.hall.forget(key)
	return nil
}
