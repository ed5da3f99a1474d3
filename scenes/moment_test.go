package scenes

import (
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/play"
	"hardcases/game/view"
)

// reveal is a screen that shows itself bit by bit after another one.
func reveal(after string) *view.Node {
	root := form("reveal", "")
	root.After = after
	root.Children[1].Children = append([]view.Node{{ID: "ladder", Role: view.Figure, Text: "In words.", Chart: &view.Chart{
		Kind: view.Ladder,
		Series: []view.Series{
			{Kind: view.Others, Points: []view.Point{{X: 50, Mark: "B"}}},
			{Kind: view.Happened, Name: "They", Points: []view.Point{{X: 90, Mark: "C"}}},
			{Kind: view.You, Name: "You", Points: []view.Point{{X: 10, Mark: "A"}}},
		},
	}}}, root.Children[1].Children...)
	return root
}

// paints pretends that the picture is painted, and says whether it had to be.
func paints(s *Scene) bool {
	was := s.dirty != ""
	s.moment.painted, s.dirty = s.moment.on, ""
	return was
}

// committed is a scene whose movement has just begun.
func committed(t *testing.T, o Options) (*Scene, *desk) {
	t.Helper()
	s, d := stage(t, o)
	d.tree = reveal("form")
	ticks(t, s, 1)
	require.True(t, s.Moving())
	require.False(t, s.Idle())
	paints(s)
	return s, d
}

// TestTheMoment holds that a new screen shows itself in less than a second, paints
// nothing after that, and is then as if it had never moved.
func TestTheMoment(t *testing.T) {
	s, d := committed(t, Options{})
	n := 0
	for ; s.Moving(); n++ {
		require.Less(t, n, 60)
		ticks(t, s, 1)
		assert.True(t, paints(s), "each step is painted")
	}
	assert.Greater(t, n, 25, "half a second")
	assert.True(t, s.Idle())
	for range 120 {
		ticks(t, s, 1)
		require.False(t, paints(s), "no frame after the end")
	}
	end := s.seen()
	d.prefs.Motion = play.NoMotion
	d.tree = form("form", "")
	ticks(t, s, 1)
	d.tree = reveal("form")
	ticks(t, s, 1)
	assert.False(t, s.Moving(), "none where less motion is asked")
	assert.Equal(t, end, s.seen())
}

// TestItWaitsForItsFirstPicture: a slow layout takes nothing from the movement.
func TestItWaitsForItsFirstPicture(t *testing.T) {
	s, d := stage(t, Options{})
	d.tree = reveal("form")
	ticks(t, s, 100)
	assert.True(t, s.Moving())
	assert.Zero(t, s.moment.since)
}

// TestAnyPressEndsTheMoment holds that a key or a tap ends the movement at the
// picture in which it would have ended, and does nothing else.
func TestAnyPressEndsTheMoment(t *testing.T) {
	s, _ := committed(t, Options{})
	for s.Moving() {
		ticks(t, s, 1)
		paints(s)
	}
	end := s.seen()
	for name, press := range map[string]func(s *Scene){
		"tap": func(s *Scene) {
			x, y := at(t, s, "option-a")
			s.Point(finger(PointerDown, x, y))
			s.Point(finger(PointerUp, x, y))
		},
		"Enter":      func(s *Scene) { s.Key(ebiten.KeyEnter, false) },
		"Tab":        func(s *Scene) { s.Key(ebiten.KeyTab, false) },
		"a letter":   func(s *Scene) { s.Type('l', false) },
		"the host's": func(s *Scene) { assert.True(t, s.Skip()) },
	} {
		t.Run(name, func(t *testing.T) {
			s, d := committed(t, Options{})
			ticks(t, s, 10)
			paints(s)
			press(s)
			assert.False(t, s.Moving())
			assert.False(t, s.Skip(), "there is nothing left to end")
			assert.Empty(t, d.sent, "the press is for nothing else")
			ticks(t, s, 1)
			assert.True(t, paints(s), "its last picture is painted")
			assert.Equal(t, end, s.seen())
			ticks(t, s, 60)
			assert.False(t, paints(s))
			assert.True(t, s.Idle())
		})
	}
}

// TestOnlyWhoComesFromTheQuestionSeesTheMoment: going back shows the last picture.
func TestOnlyWhoComesFromTheQuestionSeesTheMoment(t *testing.T) {
	s, d := stage(t, Options{})
	for _, after := range []string{"", "another"} {
		d.tree = reveal(after)
		ticks(t, s, 1)
		assert.False(t, s.Moving())
		d.tree = form("form", "")
		ticks(t, s, 1)
	}
	d.tree = form("next", "")
	ticks(t, s, 1)
	d.tree = reveal("form")
	ticks(t, s, 1)
	assert.False(t, s.Moving())
}

// TestAMomentOutlivesAResize: a new size lays the screen out again and goes on.
func TestAMomentOutlivesAResize(t *testing.T) {
	s, d := committed(t, Options{})
	ticks(t, s, 5)
	since := s.moment.since
	s.width, s.height = 844, 390
	ticks(t, s, 1)
	assert.True(t, s.Moving())
	assert.Greater(t, s.moment.since, since)
	d.tree = form("form", "")
	ticks(t, s, 1)
	assert.False(t, s.Moving(), "and ends with its screen")
}
