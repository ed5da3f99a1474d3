package live_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"hardcases/cmd/internal/live/store"

	"github.com/stretchr/testify/require"
)

// slow is a store that calls a test before it puts or deletes a key.
type slow struct {
	store.Store
	puts, deletes func(key string)
}

func (s *slow) Put(ctx context.Context, key string, value []byte) (uint64, error) {
	if s.puts != nil {
		s.puts(key)
	}
	return s.Store.Put(ctx, key, value)
}

func (s *slow) Update(ctx context.Context, key string, value []byte, revision uint64) (uint64, error) {
	if s.puts != nil {
		s.puts(key)
	}
	return s.Store.Update(ctx, key, value, revision)
}

func (s *slow) Delete(ctx context.Context, key string) error {
	if s.deletes != nil {
		s.deletes(key)
	}
	return s.Store.Delete(ctx, key)
}

// left are the keys in a store that begin with a kind.
func left(t *testing.T, s store.Store, kind string) []string {
	t.Helper()
	var keys []string
	ctx, cancel := context.WithCancel(t.Context())
	require.NoError(t, s.Follow(ctx, func(e store.Entry) {
		if e.Key == "" {
			cancel()
		} else if strings.HasPrefix(e.Key, kind+".") {
			keys = append(keys, e.Key)
		}
	}))
	return keys
}

// TestAVoteOnItsWayWhenAllAreRemoved: it belongs to a seat that is gone when it is on the
// disk, and counts nowhere, nor is it kept.
func TestAVoteOnItsWayWhenAllAreRemoved(t *testing.T) {
	for _, at := range []string{"/seats", ""} {
		s := &slow{Store: store.NewMemory(time.Now)}
		c := start(t, s)
		te := c.open()
		te.goes("vote")
		p, other := c.comesIn(te.Code), c.comesIn(te.Code)
		status, body := other.sends("option", "a")
		require.Equal(t, http.StatusOK, status, body)
		removed := false
		s.puts = func(key string) {
			if strings.HasPrefix(key, "vote.") {
				status, _ := te.ask("DELETE", "/live/rooms/"+te.Code+at, te.Token, nil)
				removed = status == http.StatusNoContent
			}
		}
		status, _ = p.sends("option", "b")
		require.True(t, removed)
		require.Equal(t, http.StatusGone, status)
		require.Empty(t, left(t, s.Store, "vote"))
		require.Empty(t, left(t, s.Store, "seat"))
		if at != "" {
			require.Zero(t, te.sees().Sent)
			te.class = start(t, s.Store)
			require.Zero(t, te.sees().Sent, "nor at a server that has just been started")
		}
	}
}

// TestNobodyComesInWhileTheRoomIsDeleted has a pupil come back to a room whose seats are
// being deleted.
func TestNobodyComesInWhileTheRoomIsDeleted(t *testing.T) {
	s := &slow{Store: store.NewMemory(time.Now)}
	c := start(t, s)
	te := c.open()
	c.comesIn(te.Code)
	var came atomic.Int32
	s.deletes = func(key string) {
		if strings.HasPrefix(key, "seat.") {
			status, _, _, _ := c.tryPost("/"+te.Code, nil)
			came.Store(int32(status))
		}
	}
	status, _ := te.ask("DELETE", "/live/rooms/"+te.Code, te.Token, nil)
	require.Equal(t, http.StatusNoContent, status)
	require.EqualValues(t, http.StatusForbidden, came.Load())
	require.Empty(t, left(t, s.Store, "seat"))
}

// TestARoomIsEmptiedSideBySide: a store that waits for its disk takes as long for many
// keys as for one.
func TestARoomIsEmptiedSideBySide(t *testing.T) {
	const seats = 8
	s := &slow{Store: store.NewMemory(time.Now)}
	c := start(t, s)
	te := c.open()
	for range seats {
		c.comesIn(te.Code)
	}
	var waiting, alone atomic.Int32
	all := make(chan struct{})
	s.deletes = func(string) {
		if waiting.Add(1) == seats {
			close(all)
		}
		select {
		case <-all:
		case <-time.After(3 * time.Second):
			alone.Add(1)
		}
	}
	status, _ := te.ask("DELETE", "/live/rooms/"+te.Code+"/seats", te.Token, nil)
	require.Equal(t, http.StatusNoContent, status)
	require.Zero(t, alone.Load(), "one waits for the other")
}

// TestAStoreThatFailsWhileARoomIsDeleted: the teacher hears of it, and can try again.
func TestAStoreThatFailsWhileARoomIsDeleted(t *testing.T) {
	s := &halting{Store: store.NewMemory(time.Now)}
	c := start(t, s)
	te := c.open()
	te.goes("vote")
	for range 40 {
		p := c.comesIn(te.Code)
		status, body := p.sends("option", "a")
		require.Equal(t, http.StatusOK, status, body)
	}
	s.left.Store(50)
	status, _ := te.ask("DELETE", "/live/rooms/"+te.Code, te.Token, nil)
	require.Equal(t, http.StatusServiceUnavailable, status)
	s.left.Store(1000)
	status, _ = te.ask("DELETE", "/live/rooms/"+te.Code, te.Token, nil)
	require.Equal(t, http.StatusNoContent, status)
	for _, kind := range []string{"seat", "vote", "room", "lesson"} {
		require.Empty(t, left(t, s.Store, kind))
	}
}

// TestARoomIsDeletedThatAnotherServerKnowsBetter deletes a room at a server that has heard of
// neither its seats nor its votes: they are gone all the same.
func TestARoomIsDeletedThatAnotherServerKnowsBetter(t *testing.T) {
	s := store.NewMemory(time.Now)
	one := start(t, s)
	te := one.open()
	te.goes("vote")
	two := start(t, deaf{s})
	other := one.open()
	stays := one.comesIn(other.Code)
	p := one.comesIn(te.Code)
	status, body := p.sends("option", "a")
	require.Equal(t, http.StatusOK, status, body)
	status, _ = two.ask("DELETE", "/live/rooms/"+te.Code, te.Token, nil)
	require.Equal(t, http.StatusNoContent, status)
	require.Len(t, left(t, s, "seat"), 1)
	require.Empty(t, left(t, s, "vote"))
	require.Contains(t, stays.sees(), "You are in")
	late := "vote." + te.Code + ".y2017/A5.0"
	_, err := s.Put(t.Context(), late, []byte("1 a - - 0"))
	require.NoError(t, err)
	require.Eventually(t, func() bool { return len(left(t, s, "vote")) == 0 }, 30*time.Second, 50*time.Millisecond, "what was on its way")
}

// mute is a store that, once it is told to, keeps what it is given and neither says so nor
// deletes anything.
type mute struct {
	store.Store
	yes atomic.Bool
}

func (m *mute) Put(ctx context.Context, key string, value []byte) (uint64, error) {
	revision, err := m.Store.Put(ctx, key, value)
	if m.yes.Load() {
		return 0, context.DeadlineExceeded
	}
	return revision, err
}

func (m *mute) Delete(ctx context.Context, key string) error {
	if m.yes.Load() {
		return context.DeadlineExceeded
	}
	return m.Store.Delete(ctx, key)
}

// TestASeatThatNobodyHasGoes has a pupil be refused while the store keeps the seat all the
// same and does not answer: it goes once the store does.
func TestASeatThatNobodyHasGoes(t *testing.T) {
	s := &mute{Store: store.NewMemory(time.Now)}
	c := start(t, s)
	te := c.open()
	s.yes.Store(true)
	for range 3 {
		status, _, _ := c.post("/"+te.Code, nil)
		require.Equal(t, http.StatusServiceUnavailable, status)
	}
	require.Len(t, left(t, s.Store, "seat"), 3)
	s.yes.Store(false)
	require.Eventually(t, func() bool { return te.sees().In == 0 && len(left(t, s.Store, "seat")) == 0 }, 5*time.Second, 50*time.Millisecond)
	c.comesIn(te.Code)
	require.Equal(t, 1, te.sees().In)
}

// halting is a store that deletes so many keys, and then none.
type halting struct {
	store.Store
	left atomic.Int32
}

func (f *halting) Delete(ctx context.Context, key string) error {
	if f.left.Add(-1) < 0 {
		return errors.New("no disk")
	}
	return f.Store.Delete(ctx, key)
}
