package host_test

import (
	"bytes"
	"testing"

	"hardcases/game/play"

	"github.com/stretchr/testify/require"
)

// TestWhatIsWrittenOverIsPutAside: two windows save at the same moment, so that the
// second cannot yet see what the first wrote. As soon as the first hears of it, it puts
// its game aside, and says so.
func TestWhatIsWrittenOverIsPutAside(t *testing.T) {
	d := newDisk()
	first := newAbroad(t, d)
	name := first.pack.Head().ID
	first.Send(play.OpenCase{Case: "y2017"})
	first.Send(play.Begin{})
	before := bytes.Clone(d.files[name])
	second := newAbroad(t, d)

	first.Send(play.Pass{})
	answered := bytes.Clone(d.files[name])
	require.NotEqual(t, before, answered)
	require.False(t, first.Overwritten(), "its own")

	d.files[name] = before // as the second still sees it
	second.Send(play.OpenTerm{Term: "shield"})
	second.Send(play.Pass{})
	require.NotEqual(t, before, d.files[name])
	require.True(t, first.Overwritten())
	require.True(t, first.Follow())
	require.Equal(t, "notice.followed-aside", notice(first.Host))
	require.False(t, first.Overwritten(), "it is put aside")
	copies := 0
	for _, b := range d.files {
		if bytes.Equal(b, answered) {
			copies++
		}
	}
	require.Equal(t, 1, copies)

	second.Send(play.Pass{})
	require.False(t, first.Overwritten(), "the second has gone on from what both know")
}
