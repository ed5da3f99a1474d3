package live_test

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"hardcases/cmd/internal/live"
	"hardcases/cmd/internal/live/store"
	"hardcases/game/pack"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

// stuck is a store that, once it is told to, refuses to keep ballots, and keeps them later
// all the same, as a connection does that comes back.
type stuck struct {
	store.Store
	sticks bool
	late   []func() error
}

func (s *stuck) Put(ctx context.Context, key string, value []byte) (uint64, error) {
	return s.keep(ctx, key, func(ctx context.Context) (uint64, error) { return s.Store.Put(ctx, key, value) })
}

func (s *stuck) Update(ctx context.Context, key string, value []byte, revision uint64) (uint64, error) {
	return s.keep(ctx, key, func(ctx context.Context) (uint64, error) { return s.Store.Update(ctx, key, value, revision) })
}

func (s *stuck) keep(ctx context.Context, key string, keep func(context.Context) (uint64, error)) (uint64, error) {
	if !s.sticks || !strings.HasPrefix(key, "vote.") {
		return keep(ctx)
	}
	s.late = append(s.late, func() error {
		_, err := keep(context.WithoutCancel(ctx))
		return err
	})
	return 0, context.DeadlineExceeded
}

// TestARefusedVoteStaysRefused has a vote be refused at one server, the next one be
// acknowledged at another, and then the first one reach the store.
func TestARefusedVoteStaysRefused(t *testing.T) {
	kept := store.NewMemory(time.Now)
	s := &stuck{Store: kept}
	one, two := start(t, s), start(t, kept)
	te := one.open()
	te.goes("vote")
	p := one.comesIn(te.Code)
	s.sticks = true
	status, body := p.sends("option", "a")
	require.Equal(t, http.StatusServiceUnavailable, status, body)
	p.class = two
	status, body = p.sends("option", "b")
	require.Equal(t, http.StatusOK, status, body)
	require.Len(t, s.late, 1)
	require.ErrorIs(t, s.late[0](), store.ErrChanged)
	te.class = start(t, kept)
	require.Equal(t, []int{0, 1, 0, 0}, te.counts().Votes)
}

// TestAVoteThatSeemedToFail is sent again, at a server that has heard of nothing: it
// counts once, and so does what is sent after it was deleted.
func TestAVoteThatSeemedToFail(t *testing.T) {
	kept := store.NewMemory(time.Now)
	s := &stuck{Store: deaf{kept}}
	c := start(t, s)
	te := c.open()
	te.goes("vote")
	p := c.comesIn(te.Code)
	s.sticks = true
	status, body := p.sends("option", "a")
	require.Equal(t, http.StatusServiceUnavailable, status, body)
	require.NoError(t, s.late[0]())
	s.sticks = false
	status, body = p.sends("option", "c")
	require.Equal(t, http.StatusOK, status, body)
	require.Equal(t, []int{0, 0, 1, 0}, te.counts().Votes)
	keys := left(t, kept, "vote")
	require.Len(t, keys, 1)
	require.NoError(t, kept.Delete(t.Context(), keys[0]))
	status, body = p.sends("option", "d")
	require.Equal(t, http.StatusOK, status, body)
	require.Equal(t, []int{0, 0, 0, 1}, te.counts().Votes)
}

// keeping is a store that, once it is told to, keeps a ballot a while after it was given
// it, and meanwhile refuses others, as a cluster that waits for its disks.
type keeping struct {
	store.Store
	mu    sync.Mutex
	takes time.Duration
	busy  bool
}

func (k *keeping) Update(ctx context.Context, key string, value []byte, revision uint64) (uint64, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.takes == 0 || !strings.HasPrefix(key, "vote.") {
		return k.Store.Update(ctx, key, value, revision)
	}
	if !k.busy {
		k.busy = true
		time.AfterFunc(k.takes, func() {
			k.mu.Lock()
			defer k.mu.Unlock()
			_, _ = k.Store.Update(context.WithoutCancel(ctx), key, value, revision)
			k.busy = false
		})
	}
	return 0, store.ErrChanged
}

func (k *keeping) Create(ctx context.Context, key string, value []byte) (uint64, error) {
	if _, err := k.Update(ctx, key, value, 0); err != nil {
		return 0, store.ErrExists
	}
	return 0, nil
}

// TestAVoteThatIsJustBeingKept has a vote take its time, and every attempt be refused until
// it is there: it has arrived, and so has the next one that is like it.
func TestAVoteThatIsJustBeingKept(t *testing.T) {
	s := &keeping{Store: store.NewMemory(time.Now)}
	c := start(t, s)
	te := c.open()
	te.goes("vote")
	p := c.comesIn(te.Code)
	s.takes = 300 * time.Millisecond
	for _, option := range []string{"a", "c"} {
		status, body := p.sends("option", option)
		require.Equal(t, http.StatusOK, status, body)
		require.Contains(t, body, "Your vote has arrived")
	}
	require.Equal(t, []int{0, 0, 1, 0}, te.counts().Votes)
}

// slowest is a store that has not heard of anything since it began, refuses a ballot as long
// as that is tried again, keeps it at the end of the last attempt, and does not say so.
type slowest struct {
	deaf
	begin time.Time
}

func (s *slowest) Update(ctx context.Context, key string, value []byte, revision uint64) (uint64, error) {
	if !strings.HasPrefix(key, "vote.") {
		return s.Store.Update(ctx, key, value, revision)
	}
	if s.begin.IsZero() {
		s.begin = time.Now()
	}
	if left := live.ChangesMost - time.Since(s.begin); left > 200*time.Millisecond {
		time.Sleep(left / 2)
		return 0, store.ErrChanged
	}
	time.Sleep(store.Patience - time.Millisecond)
	_, _ = s.Store.Put(context.WithoutCancel(ctx), key, value)
	return 0, context.DeadlineExceeded
}

func (s *slowest) Create(ctx context.Context, key string, value []byte) (uint64, error) {
	if strings.HasPrefix(key, "vote.") {
		return 0, store.ErrExists
	}
	return s.Store.Create(ctx, key, value)
}

// TestTheSlowestVoteIsForgottenWithItsRoom has one server try as long as it may to keep a
// vote, whose room another one deletes meanwhile: nothing of it stays.
func TestTheSlowestVoteIsForgottenWithItsRoom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		kept := store.NewMemory(time.Now)
		late := &slowest{deaf: deaf{kept}}
		one, two := quiet(t, late), quiet(t, kept)
		te := new(teacher)
		require.NoError(t, json.Unmarshal(one.from("127.0.0.1", "POST", "/live/rooms", "", one.opening("en")).Body.Bytes(), te))
		room := "/live/rooms/" + te.Code
		require.Equal(t, http.StatusOK, one.from("127.0.0.1", "PUT", room, te.Token, `{"case":"y2017","step":"A5","phase":"vote","n":1,"of":5}`).Code)
		seat := one.from("127.0.0.1", "POST", "/"+te.Code, "", "").Header().Get("Location")
		begin := time.Now()
		status := make(chan int)
		go func() { status <- one.from("127.0.0.1", "POST", seat, "", "case=y2017&step=A5&option=a").Code }()
		time.Sleep(time.Second)
		require.Equal(t, http.StatusNoContent, two.from("127.0.0.1", "DELETE", room, te.Token, "").Code)
		require.Equal(t, http.StatusServiceUnavailable, <-status)
		require.Greater(t, time.Since(begin), live.ChangesMost+store.Patience-200*time.Millisecond, "it took as long as it can")
		require.Len(t, left(t, kept, "vote"), 1)
		time.Sleep(10 * time.Second)
		require.Empty(t, left(t, kept, "vote"))
	})
}

// quiet is a server that listens nowhere.
func quiet(t *testing.T, s store.Store) *class {
	t.Helper()
	p := packs.Named(t, "cloudflare")
	edge, err := live.New(t.Context(), live.Parts{
		Store: s, Packs: []*pack.Pack{p}, Words: packs.Words(t), Now: time.Now, Site: http.NotFoundHandler(),
		Random: func(b []byte) { rand.Read(b) },
	})
	require.NoError(t, err)
	return &class{t: t, edge: edge, pack: p.Hash(), server: &httptest.Server{Config: &http.Server{Handler: edge.Handler()}}}
}
