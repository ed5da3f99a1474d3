package pack_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"hardcases/game/pack"
)

// TestWhatIsAskedOfLanes: the ends of those lanes of which anything was found; the
// others nobody can know.
func TestWhatIsAskedOfLanes(t *testing.T) {
	change := func(lanes ...pack.LaneState) pack.Change { return pack.Change{Lanes: lanes} }
	b := pack.Became{Changes: []pack.Change{
		change(pack.LaneState{Lane: pack.ShieldLane, State: pack.InPlace}, pack.LaneState{Lane: pack.ArchiveLane, State: pack.Unknown}),
		change(pack.LaneState{Lane: pack.NameLane, State: pack.Partly}, pack.LaneState{Lane: pack.ShieldLane, State: pack.Gone}),
		change(pack.LaneState{Lane: pack.NameLane, State: pack.Unknown}),
	}}
	assert.Equal(t, []pack.Lane{pack.NameLane, pack.ShieldLane}, b.Asked())
	for lane, want := range map[pack.Lane][2]pack.Stand{
		pack.NameLane: {pack.Unknown, pack.Unknown}, pack.ShieldLane: {pack.InPlace, pack.Gone}, pack.HostLane: {pack.Unknown, pack.Unknown},
	} {
		first, end := b.Stood(lane)
		assert.Equal(t, want, [2]pack.Stand{first, end}, lane)
	}
}
