package live

import (
	"testing"
	"time"

	"hardcases/cmd/internal/live/store"
	"hardcases/game/pack"
	"hardcases/game/room"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

// TestATallyIsCountedOnce looks at a room's tally again and again: it is counted anew only
// when somebody has come, gone or sent something.
func TestATallyIsCountedOnce(t *testing.T) {
	p := packs.Named(t, "cloudflare")
	e, err := New(t.Context(), Parts{Store: store.NewMemory(time.Now), Packs: []*pack.Pack{p}, Words: packs.Words(t), Now: time.Now, Random: func([]byte) {}})
	require.NoError(t, err)
	revision := uint64(0)
	hear := func(key, value string) {
		revision++
		e.hall.hear(store.Entry{Key: key, Value: []byte(value), Revision: revision})
	}
	rec := record{Pack: p.Hash(), Case: "y2017", Step: "A5", Phase: string(room.Choosing)}
	counted := func() (t room.Tally, at *room.Tally) {
		e.hall.with("BCDFGH", func(h *inHall) { t = e.tally(h); at = h.tally })
		return t, at
	}
	hear("room.BCDFGH", string(rec.bytes()))
	_, at := counted()
	for _, change := range []struct {
		do   func()
		want room.Tally
	}{
		{func() { hear("seat.BCDFGH.0", "") }, room.Tally{In: 1, Votes: []int{0, 0, 0, 0}}},
		{func() { hear("vote.BCDFGH.y2017/A5.0", room.Ballot{Option: "b"}.String()) }, room.Tally{In: 1, Sent: 1, Votes: []int{0, 1, 0, 0}}},
		{func() { e.hall.with("BCDFGH", func(h *inHall) { h.Sit("1") }) }, room.Tally{In: 2, Sent: 1, Votes: []int{0, 1, 0, 0}}},
		{func() { e.hall.with("BCDFGH", func(h *inHall) { h.Leave("0") }) }, room.Tally{In: 1, Votes: []int{0, 0, 0, 0}}},
	} {
		change.do()
		got, now := counted()
		require.Equal(t, change.want, room.Tally{In: got.In, Sent: got.Sent, Votes: got.Votes})
		require.NotSame(t, at, now)
		_, at = counted()
		require.Same(t, now, at)
	}
}
