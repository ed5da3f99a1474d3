package stack

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/network"
	"hardcases/proving/contrast"
	"hardcases/scenes/theme"
)

func pictured(at network.Setting) Picture {
	return Picture{Setting: at, Report: network.New(3, at).Report(), Seat: Shield}
}

func each(t *testing.T, visit func(p Picture)) {
	t.Helper()
	for shield := range network.Shield.Values() {
		for flood := range network.Flood.Values() {
			for host := range network.Host.Values() {
				for carrier := range network.Carrier.Values() {
					visit(pictured(network.Setting{
						network.Shield: network.Value(shield), network.Flood: network.Value(flood),
						network.Host: network.Value(host), network.Carrier: network.Value(carrier),
					}))
				}
			}
		}
	}
}

// TestWhatMovesIsSeen holds every mark that moves to a contrast of 3 to 1 with what
// it moves on, in every theme.
func TestWhatMovesIsSeen(t *testing.T) {
	on := map[theme.Token][]theme.Token{ // a mark's colour, and what lies under it
		theme.Ink:     {theme.Road, theme.Card},                    // requests, pages, visitors, another's shield
		theme.You:     {theme.Card},                                // the shield lies on a line of this colour
		theme.Muted:   {theme.Card},                                // likewise one that is not the player's
		theme.Edge:    {theme.Card},                                // who waits
		theme.Sea:     {theme.Card},                                // the line of the waves
		theme.Machine: {theme.Tide, theme.TideMid, theme.TideDeep}, // what makes the flood
	}
	under := map[theme.Token]bool{theme.Card: true, theme.Road: true, theme.Tide: true, theme.TideMid: true, theme.TideDeep: true}
	each(t, func(p Picture) {
		for _, part := range []Part{Low, High, Traffic, Guard, People} {
			for _, s := range Draw(Wide, p, part) {
				require.True(t, under[s.Token] || on[s.Token] != nil, "%v in part %d", s.Token.Name(), part)
			}
		}
	})
	for _, th := range theme.All() {
		for mark, grounds := range on {
			for _, ground := range grounds {
				assert.GreaterOrEqual(t, contrast.Ratio(th.Color(mark), th.Color(ground)), 3.0, "%s: %s on %s", th.Name, mark.Name(), ground.Name())
			}
		}
	}
}

// TestAShowEndsAsItShould holds for every two pictures that what moves is over within
// two seconds, that shares stay between 0 and 1, and that the last frame is the new
// picture.
func TestAShowEndsAsItShould(t *testing.T) {
	each(t, func(was Picture) {
		each(t, func(is Picture) {
			s := NewShow(was, is)
			require.LessOrEqual(t, s.Length(), 2000.0)
			if was == is {
				require.Zero(t, s.Length())
			}
			for ms := 0.0; ms < s.Length(); ms += 50 {
				left, away, _ := s.Shield(ms)
				for _, v := range []float64{left, away, s.Flood(ms)} {
					require.GreaterOrEqual(t, v, 0.0)
					require.LessOrEqual(t, v, 1.0)
				}
			}
			left, away, moves := s.Shield(s.Length())
			require.False(t, moves)
			require.Equal(t, [2]float64{1, 0}, [2]float64{left, away})
			require.InDelta(t, 1, s.Flood(s.Length()), 1e-9)
			for i := range is.Report.Fates {
				require.True(t, s.Turned(i, s.Length()))
			}
		})
	})
}

// TestAShieldGoesBeforeTheFlood: first the shield lifts, then the flood breaks, and
// with it visitors lose their page one by one.
func TestAShieldGoesBeforeTheFlood(t *testing.T) {
	was := pictured(network.Setting{network.Flood: network.Heavy})
	s := NewShow(was, pictured(network.Setting{network.Flood: network.Heavy, network.Shield: network.Aside}))
	left, _, moves := s.Shield(Lifting / 2)
	assert.True(t, moves)
	assert.InDelta(t, 0.5, left, 1e-9)
	assert.Zero(t, s.Flood(Lifting))
	lost := func(ms float64) int {
		n := 0
		for i := range was.Report.Fates {
			if s.turns[i] > 0 && s.Turned(i, ms) {
				n++
			}
		}
		return n
	}
	assert.Zero(t, lost(Lifting))
	assert.Equal(t, 3, lost(Lifting+3*AVisit))
	assert.Equal(t, 8, lost(s.Length()))
}

// TestTheSeaComesBackToItself: after a whole run the waves look as they did.
func TestTheSeaComesBackToItself(t *testing.T) {
	p := pictured(network.Setting{network.Flood: network.Heavy})
	start, end := NewFlood(Small, p, p), NewFlood(Small, p, p)
	end.Drift = 1
	moved := end
	moved.Drift = 0.1
	for layer := range Seas {
		differs := false
		for i := range 100 {
			share := float64(i) / 100
			assert.InDelta(t, start.Surface(layer, share).Y, end.Surface(layer, share).Y, 1e-6)
			differs = differs || start.Surface(layer, share) != moved.Surface(layer, share)
		}
		assert.True(t, differs)
	}
}

// TestTheFloodStaysBehindTheShield while it is held.
func TestTheFloodStaysBehindTheShield(t *testing.T) {
	p := pictured(network.Setting{network.Flood: network.Heavy})
	for _, size := range []Size{Wide, Small} {
		f := NewFlood(size, p, p)
		for layer := range Seas {
			top := f.Surface(layer, 1)
			for depth := 0.0; depth <= 1; depth += 0.1 {
				at := f.Below(top, 1, depth)
				assert.LessOrEqual(t, at.X, size.arcAt(at.Y)+0.5)
			}
		}
	}
}
