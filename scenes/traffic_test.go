package scenes

import (
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/network"
	"hardcases/game/play"
	"hardcases/game/view"
	"hardcases/scenes/paint"
	"hardcases/scenes/stack"
)

// modelled is a screen with the picture of a network.
func modelled(net network.State) *view.Node {
	root := form("model", "")
	root.Children[1].Children = append([]view.Node{{ID: "network", Role: view.Figure, Text: "In words.", Chart: &view.Chart{
		Kind: view.Network, Picture: &view.Picture{Setting: net.Setting, Report: net.Report(), Seat: "shield", Line: "In a line."},
	}}}, root.Children[1].Children...)
	return root
}

// quiet is a network under attack, before anybody does anything.
func quiet() network.State {
	return network.New(1, network.Setting{network.Flood: network.Heavy})
}

// drawn pretends that what is to be drawn is drawn, and says whether there was any.
func drawn(s *Scene) bool {
	was := s.dirty != "" || s.traffic.stirred
	s.traffic.painted, s.traffic.stirred, s.dirty = true, false, ""
	return was
}

// modelStage is a scene with the picture, drawn once.
func modelStage(t *testing.T, o Options) (*Scene, *desk) {
	t.Helper()
	s, d := stage(t, o)
	d.tree = modelled(quiet())
	ticks(t, s, 1)
	require.True(t, drawn(s))
	return s, d
}

// frames lets time pass in sixtieths of a second, and counts those that are drawn.
func frames(t *testing.T, s *Scene, n int) int {
	t.Helper()
	count := 0
	for range n {
		ticks(t, s, 1)
		if drawn(s) {
			count++
		}
	}
	return count
}

// TestTheNetworkComesToRest holds that marks are on their way for twenty seconds
// after the last touch, that no frame is drawn afterwards, and that the picture is
// then the one that stands still.
func TestTheNetworkComesToRest(t *testing.T) {
	s, _ := modelStage(t, Options{})
	assert.False(t, s.Idle())
	assert.False(t, s.Moving(), "it holds up nothing")
	assert.True(t, s.Drifts())
	assert.Equal(t, 20*60, frames(t, s, 20*60))
	assert.Zero(t, frames(t, s, 300))
	assert.True(t, s.Idle())
	assert.False(t, s.Drifts())
	assert.InDelta(t, 0, s.seen().Net.Seconds, 1e-9)

	s.Key(ebiten.KeyTab, false)
	assert.InDelta(t, 20*60, frames(t, s, 30*60), 1, "a touch has them go on")
	assert.True(t, s.Idle())
	frames(t, s, 60)
	assert.Zero(t, frames(t, s, 60))
}

// TestATurnIsShown: the shield goes first, then the flood comes, and nothing else is
// left of it.
func TestATurnIsShown(t *testing.T) {
	s, d := modelStage(t, Options{})
	frames(t, s, 30)
	d.tree = modelled(quiet().Turn(network.Shield, network.Aside))
	ticks(t, s, 1)
	require.NotNil(t, s.traffic.show)
	since := s.traffic.since
	ticks(t, s, 50)
	assert.InDelta(t, since, s.traffic.since, 1e-9, "it waits for its first picture")
	drawn(s)
	n := 0
	for ; s.traffic.show != nil; n++ {
		require.Less(t, n, 200)
		frames(t, s, 1)
	}
	assert.InDelta(t, (stack.Lifting+8*stack.AVisit)*60/1000, n, 2, "eight visitors lose their page one by one")
	assert.Nil(t, s.seen().Net.Was, "the layout before is let go")
	assert.Positive(t, s.seen().Net.Seconds)
}

// TestAPressEndsATurn: and does what it is for.
func TestAPressEndsATurn(t *testing.T) {
	for name, press := range map[string]func(s *Scene, x, y float64){
		"tap": func(s *Scene, x, y float64) {
			s.Point(finger(PointerDown, x, y))
			s.Point(finger(PointerUp, x, y))
		},
		"key": func(s *Scene, _, _ float64) { s.Type('a', false) },
	} {
		t.Run(name, func(t *testing.T) {
			s, d := modelStage(t, Options{})
			d.tree = modelled(quiet().Turn(network.Shield, network.Aside))
			ticks(t, s, 1)
			drawn(s)
			frames(t, s, 5)
			require.NotNil(t, s.traffic.show)
			s.ScrollTo("option-a")
			frames(t, s, 5)
			x, y := at(t, s, "option-a")
			press(s, x, y)
			assert.Nil(t, s.traffic.show)
			assert.Equal(t, []play.Msg{play.Choose{Option: "a"}}, d.sent)
		})
	}
}

// TestTheNetworkStandsStill where less motion is asked, and where it is not seen.
func TestTheNetworkStandsStill(t *testing.T) {
	still := true
	s, d := modelStage(t, Options{Still: func() bool { return still }})
	d.tree = modelled(quiet().Turn(network.Shield, network.Aside))
	ticks(t, s, 1)
	drawn(s)
	assert.Zero(t, frames(t, s, 120))
	assert.Equal(t, paint.Net{Flood: &s.traffic.flood}, s.seen().Net)
	assert.True(t, s.Idle())

	still = false
	s, _ = modelStage(t, Options{Still: func() bool { return still }})
	assert.Equal(t, 10, frames(t, s, 10))
	still = true
	frames(t, s, 1)
	assert.Zero(t, frames(t, s, 120), "less motion is asked meanwhile")

	s, d = modelStage(t, Options{})
	s.ScrollBy(1e6)
	frames(t, s, 1)
	assert.Zero(t, frames(t, s, 120), "it is scrolled away")
	assert.True(t, s.Idle())
	s.ScrollBy(-1e6)
	assert.Equal(t, 10, frames(t, s, 10))

	d.tree = withSheet(d.tree)
	frames(t, s, 1)
	assert.Zero(t, frames(t, s, 120), "a sheet lies over it")

	d.tree = form("form", "")
	frames(t, s, 1)
	assert.True(t, s.Idle())
	assert.Zero(t, frames(t, s, 60))
}

// TestAMovingNetworkAllocatesNothing holds it for what is the scene's own of a frame;
// scenes/golden holds it for what is drawn.
func TestAMovingNetworkAllocatesNothing(t *testing.T) {
	s, d := modelStage(t, Options{})
	d.tree = modelled(quiet().Turn(network.Shield, network.Aside))
	ticks(t, s, 1)
	drawn(s)
	assert.Zero(t, testing.AllocsPerRun(30, func() {
		_ = s.Update()
		s.seen()
		drawn(s)
	}))
	assert.NotNil(t, s.traffic.show)
}
