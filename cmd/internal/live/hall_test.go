package live

import (
	"testing"

	"hardcases/cmd/internal/live/store"
	"hardcases/game/room"

	"github.com/stretchr/testify/require"
)

// TestASeatThatGoesWakesNobodyElse takes one seat out of a lecture: its own stream ends, and
// no other one is woken; one that was never there wakes nobody.
func TestASeatThatGoesWakesNobodyElse(t *testing.T) {
	h := newHall(func(err error) { require.NoError(t, err) })
	h.hear(store.Entry{Key: "room.BCDFGH", Value: (&record{Phase: string(room.Waiting)}).bytes(), Revision: 1})
	for i, seat := range []string{"a", "b"} {
		h.hear(store.Entry{Key: "seat.BCDFGH." + seat, Revision: uint64(2 + i)})
	}
	mine, leave := h.listens(t.Context(), "BCDFGH", "a")
	defer leave()
	other, leaves := h.listens(t.Context(), "BCDFGH", "b")
	defer leaves()
	var turned chan struct{}
	h.with("BCDFGH", func(r *inHall) { turned = r.turned })
	h.hear(store.Entry{Key: "seat.BCDFGH.a", Gone: true, Revision: 4})
	h.hear(store.Entry{Key: "seat.BCDFGH.nobody", Gone: true, Revision: 5})
	require.Error(t, mine.Err())
	require.NoError(t, other.Err())
	select {
	case <-turned:
		t.Fatal("all are woken")
	default:
	}
}
