// Package store keeps what a live class must not lose, under keys: in the memory
// of one program, or in NATS JetStream, embedded or in a cluster.
//
// Keys are parts joined by dots, each of letters, digits and -/_=, as JetStream
// has them. The last value that was put under a key counts. What is not put again
// for Life is forgotten.
package store

import (
	"context"
	"errors"
	"time"
)

// Life is how long a value is kept after it was put.
const Life = 12 * time.Hour

// Tried is the key that Try keeps something under.
const Tried = "try"

// Longest is the most that a value may hold, in bytes.
const Longest = 512 << 10

// The errors of a store. Others say that it cannot be reached or cannot write now:
// whether a put that failed so was kept is not known.
var (
	ErrNone   = errors.New("nothing is kept under this key")
	ErrExists = errors.New("something is kept under this key already")
	// ErrChanged says that a value is another by now than the one that was read.
	ErrChanged = errors.New("what is kept under this key has changed meanwhile")
	ErrFull    = errors.New("the store is full")
	ErrLong    = errors.New("the value is too long to be kept")
	ErrKey     = errors.New("no key can be written so")
)

// Entry is one value and the key that it is kept under.
type Entry struct {
	Key   string
	Value []byte
	// Gone says that the key has been deleted, or that its life is over; Value
	// is empty then.
	Gone bool
	// Revision grows with each change of the key. Two changes with the same value
	// have different revisions.
	Revision uint64
}

// Store keeps values. It may be used by several goroutines at once.
type Store interface {
	// Put keeps a value under a key and gives its revision. When it gives no error, the value is on the
	// disk, in a cluster on those of most servers.
	Put(ctx context.Context, key string, value []byte) (revision uint64, err error)
	// Create does the same where nothing is kept under the key; else it fails
	// with ErrExists.
	Create(ctx context.Context, key string, value []byte) (revision uint64, err error)
	// Update does the same where the last change of the key has a revision, 0 for
	// none; else it fails with ErrChanged.
	Update(ctx context.Context, key string, value []byte, revision uint64) (uint64, error)
	// Get fails with ErrNone where nothing is kept under the key.
	Get(ctx context.Context, key string) (Entry, error)
	// Delete forgets a key. That nothing is kept under it is no error.
	Delete(ctx context.Context, key string) error
	// Sweep forgets all keys whose second part is one, and that have more parts after it,
	// also those of which no follower has heard. It leaves nothing that a follower hears of.
	Sweep(ctx context.Context, second string) error
	// Try keeps something wherever values are kept, and forgets it. It fails where that
	// cannot be at one of those places.
	Try(ctx context.Context) error
	// Follow calls each with all that is kept, then once with the zero Entry, then
	// with every change, those of a key in order of revisions, until the context ends, which is
	// not an error. After the store could not be reached it goes on by itself:
	// each may be called again with what it has seen, and then with the zero
	// Entry again.
	Follow(ctx context.Context, each func(Entry)) error
	// Close ends the store. What was put stays.
	Close() error
}

// check says whether a value can be kept under a key.
func check(key string, value []byte) error {
	if !writable(key) {
		return ErrKey
	}
	if len(value) > Longest {
		return ErrLong
	}
	return nil
}

// writable says whether a key has parts of what keys are made of.
func writable(key string) bool {
	dot := true // a part begins here
	for _, r := range key {
		switch {
		case r == '.':
			if dot {
				return false
			}
			dot = true
			continue
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '/', r == '_', r == '=':
		default:
			return false
		}
		dot = false
	}
	return !dot
}
