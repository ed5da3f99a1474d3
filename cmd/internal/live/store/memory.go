package store

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"
)

// Memory is a store that ends with its program: for tests, and to measure others
// by. The zero value is not ready; use NewMemory.
type Memory struct {
	mu       sync.Mutex
	entries  map[string]kept
	revision uint64
	changed  chan struct{} // closed at the next change
	log      []Entry       // all changes, in order
	now      func() time.Time
}

type kept struct {
	Entry
	at time.Time
}

// NewMemory makes an empty store; now is its clock.
func NewMemory(now func() time.Time) *Memory {
	return &Memory{entries: map[string]kept{}, changed: make(chan struct{}), now: now}
}

// Put implements Store.
func (m *Memory) Put(ctx context.Context, key string, value []byte) (revision uint64, err error) {
	return m.put(ctx, key, value, func() error { return nil })
}

// Create implements Store.
func (m *Memory) Create(ctx context.Context, key string, value []byte) (revision uint64, err error) {
	return m.put(ctx, key, value, func() error {
		if _, ok := m.live(key); ok {
			return ErrExists
		}
		return nil
	})
}

// Update implements Store.
func (m *Memory) Update(ctx context.Context, key string, value []byte, revision uint64) (uint64, error) {
	return m.put(ctx, key, value, func() error {
		if e, _ := m.live(key); e.Revision != revision {
			return ErrChanged
		}
		return nil
	})
}

func (m *Memory) put(ctx context.Context, key string, value []byte, may func() error) (uint64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	if err := check(key, value); err != nil {
		return 0, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := may(); err != nil {
		return 0, err
	}
	m.change(Entry{Key: key, Value: slices.Clone(value)})
	return m.revision, nil
}

// live is what is kept under a key and not too old.
func (m *Memory) live(key string) (Entry, bool) {
	e, ok := m.entries[key]
	return e.Entry, ok && m.now().Sub(e.at) < Life
}

func (m *Memory) change(e Entry) {
	m.revision++
	e.Revision = m.revision
	if e.Gone {
		delete(m.entries, e.Key)
	} else {
		m.entries[e.Key] = kept{e, m.now()}
	}
	m.log = append(m.log, e)
	close(m.changed)
	m.changed = make(chan struct{})
}

// Get implements Store.
func (m *Memory) Get(ctx context.Context, key string) (Entry, error) {
	if err := ctx.Err(); err != nil {
		return Entry{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	e, ok := m.live(key)
	if !ok {
		return Entry{}, ErrNone
	}
	return e, nil
}

// Delete implements Store.
func (m *Memory) Delete(ctx context.Context, key string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.live(key); ok {
		m.change(Entry{Key: key, Gone: true})
	}
	return nil
}

// Sweep implements Store.
func (m *Memory) Sweep(ctx context.Context, second string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for key := range m.entries {
		if parts := strings.SplitN(key, ".", 3); len(parts) == 3 && parts[1] == second {
			delete(m.entries, key)
		}
	}
	return nil
}

// Try implements Store.
func (m *Memory) Try(ctx context.Context) error { return ctx.Err() }

// Follow implements Store.
func (m *Memory) Follow(ctx context.Context, each func(Entry)) error {
	m.mu.Lock()
	var first []Entry
	for key := range maps.Keys(m.entries) {
		if e, ok := m.live(key); ok {
			first = append(first, e)
		}
	}
	next := len(m.log)
	m.mu.Unlock()
	slices.SortFunc(first, func(a, b Entry) int { return int(a.Revision) - int(b.Revision) })
	for _, e := range first {
		each(e)
	}
	each(Entry{})
	for {
		m.mu.Lock()
		news, changed := m.log[next:], m.changed
		next = len(m.log)
		m.mu.Unlock()
		for _, e := range news {
			each(e)
		}
		if len(news) > 0 {
			continue
		}
		select {
		case <-ctx.Done():
			return nil
		case <-changed:
		}
	}
}

// Close implements Store.
func (m *Memory) Close() error { return nil }
