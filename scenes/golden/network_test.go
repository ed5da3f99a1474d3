//go:build pictures

package golden

import (
	"image"
	"runtime"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/network"
	"hardcases/game/play"
	"hardcases/game/stage"
	"hardcases/proving/screens"
	"hardcases/scenes"
)

// model is a scene with the working model of 2022, in this process.
type model struct {
	t      testing.TB
	scene  *scenes.Scene
	stage  *stage.Stage
	screen *ebiten.Image
}

func openModel(t testing.TB, width, height int, moving bool) *model {
	t.Helper()
	st, err := screens.Open("en")
	require.NoError(t, err)
	st.Send(play.SetTheme{Theme: play.Light})
	st.Send(play.OpenCase{Case: "y2022"})
	st.Send(play.OpenTry{Try: "m3"})
	m := &model{t: t, stage: st, screen: ebiten.NewImage(width, height)}
	t.Cleanup(m.screen.Deallocate)
	m.scene = scenes.New(st, scenes.Options{
		FedPointer: true, Dark: func() bool { return false }, Still: func() bool { return !moving }, Now: screens.Patient(),
	})
	m.scene.LayoutF(float64(width), float64(height))
	m.frames(1)
	require.Len(t, m.scene.Placed().Scenes, 1)
	return m
}

// frames lets time pass, a sixtieth of a second each.
func (m *model) frames(n int) {
	for range n {
		require.NoError(m.t, m.scene.Update())
		m.scene.Draw(m.screen)
	}
}

func (m *model) picture() *image.RGBA {
	img := image.NewRGBA(m.screen.Bounds())
	m.screen.ReadPixels(img.Pix)
	return img
}

func (m *model) turn(w network.Switch, to network.Value) {
	m.stage.Send(play.Turn{Switch: w.ID(), To: w.Values()[to]})
}

// TestTheNetworkMoves holds that requests and pages travel, that a turned switch is
// shown and ends in the picture that stands still, and that at rest the picture is as
// if it had never moved.
func TestTheNetworkMoves(t *testing.T) {
	for _, size := range [][2]int{{1366, 768}, {390, 844}} {
		still := openModel(t, size[0], size[1], false)
		moving := openModel(t, size[0], size[1], true)
		start := still.picture()
		assert.Zero(t, different(start, moving.picture()))
		moving.frames(40)
		assert.Positive(t, different(start, moving.picture()))
		moving.rest()
		assert.Zero(t, different(start, moving.picture()), "as if it had never moved")

		for _, turn := range []struct {
			w  network.Switch
			to network.Value
		}{{network.Shield, network.Aside}, {network.Flood, network.Heavy}, {network.Shield, network.Another}, {network.Flood, network.Calm}} {
			moving.turn(turn.w, turn.to)
			still.turn(turn.w, turn.to)
			still.frames(1)
			end := still.picture()
			moving.frames(12)
			assert.Positive(t, different(end, moving.picture()), "%v", turn)
			moving.rest()
			assert.Less(t, different(end, moving.picture()), 1e-5, "%v: but for the edge of a curve", turn)
		}
	}
}

// rest lets time pass until nothing moves, and draws only the last of it.
func (m *model) rest() {
	m.t.Helper()
	for range 20*60 + 5 {
		require.NoError(m.t, m.scene.Update())
	}
	m.frames(5)
	require.True(m.t, m.scene.Idle())
}

// TestAMovingNetworkAllocatesNothing while update and draw show shield, flood and
// visitors on their way, and marks on the roads.
func TestAMovingNetworkAllocatesNothing(t *testing.T) {
	for _, size := range [][2]int{{1366, 768}, {390, 844}} {
		m := openModel(t, size[0], size[1], true)
		m.turn(network.Flood, network.Heavy)
		m.turn(network.Shield, network.Aside)
		m.allocs(100)
		m.turn(network.Shield, network.Yours)
		m.allocs(100)
		m.turn(network.Shield, network.Aside)
		m.allocs(3) // what is new is drawn once
		assert.Zero(t, m.allocs(50), "a turn")
		m.allocs(40)
		assert.Zero(t, m.allocs(100), "marks on their way")
	}
}

// allocs is how many allocations update and draw make in a frame, on the average and
// rounded down, as by testing.AllocsPerRun: the engine's own queue grows now and then.
// After each frame what was drawn is sent to the graphics, as in a window.
func (m *model) allocs(frames int) uint64 {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	var before, after runtime.MemStats
	all := uint64(0)
	pixel := make([]byte, 4)
	for range frames {
		runtime.ReadMemStats(&before)
		m.frames(1)
		runtime.ReadMemStats(&after)
		all += after.Mallocs - before.Mallocs
		m.screen.SubImage(image.Rect(0, 0, 1, 1)).(*ebiten.Image).ReadPixels(pixel)
	}
	return all / uint64(frames)
}

// BenchmarkNetwork is what one frame of the moving picture costs the processor, with
// what is then sent to the graphics.
func BenchmarkNetwork(b *testing.B) {
	for _, size := range []struct {
		name string
		w, h int
	}{{"1366x768", 1366, 768}, {"390x844", 390, 844}} {
		b.Run(size.name, func(b *testing.B) {
			m := openModel(b, size.w, size.h, true)
			m.turn(network.Flood, network.Heavy)
			m.turn(network.Shield, network.Aside)
			m.frames(100)
			m.picture()
			b.ReportAllocs()
			pixel := make([]byte, 4)
			for b.Loop() {
				m.frames(1)
				b.StopTimer() // what was drawn is sent to the graphics, as after each frame of a window
				m.screen.SubImage(image.Rect(0, 0, 1, 1)).(*ebiten.Image).ReadPixels(pixel)
				m.scene.Skip() // a touch: it goes on
				b.StartTimer()
			}
		})
	}
}
