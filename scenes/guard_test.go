package scenes

import (
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/assert"

	"hardcases/game/guard"
	"hardcases/game/play"
	"hardcases/game/view"
)

// guarded is a scene whose Commit leads to another screen, with a clock.
func guarded(t *testing.T) (s *Scene, d *desk, wait func(time.Duration)) {
	t.Helper()
	now := time.Unix(0, 0)
	s, d = stage(t, Options{OwnKeyboard: true, Now: func() time.Time { return now }})
	d.change = func(d *desk, m play.Msg) {
		switch m.(type) {
		case play.Commit:
			d.tree = form("next-"+d.tree.ID, "")
		case play.Discuss:
			d.tree = withSheet(d.tree)
		}
	}
	return s, d, func(by time.Duration) { now = now.Add(by) }
}

// seen says that the screen has been painted; there is nothing to paint on.
func seen(s *Scene) { s.opts.Guard.Seen(s.opts.Now()) }

func TestASecondEnterDoesNotReachTheNextScreen(t *testing.T) {
	s, d, wait := guarded(t)
	s.Key(ebiten.KeyEnter, false)
	s.Key(ebiten.KeyEnter, false)
	assert.Len(t, d.sent, 1, "before it was painted")
	wait(time.Second)
	s.Key(ebiten.KeyEnter, false)
	assert.Len(t, d.sent, 1, "however long that takes")
	seen(s)
	wait(guard.Moment - time.Millisecond)
	s.Key(ebiten.KeyEnter, false)
	assert.Len(t, d.sent, 1, "nor a moment after")
	wait(2 * time.Millisecond)
	s.Key(ebiten.KeyEnter, false)
	assert.Len(t, d.sent, 2)
}

func TestASecondClickDoesNotReachTheNextScreen(t *testing.T) {
	s, d, wait := guarded(t)
	x, y := at(t, s, "commit")
	press := func() {
		s.Point(finger(PointerDown, x, y))
		s.Point(finger(PointerUp, x, y))
	}
	press()
	press()
	seen(s)
	press()
	assert.Len(t, d.sent, 1)
	s.Point(finger(PointerDown, x, y))
	wait(2 * guard.Moment)
	s.Point(finger(PointerUp, x, y))
	assert.Len(t, d.sent, 1, "a press that began too soon")
	press()
	assert.Len(t, d.sent, 2)
}

func TestChoicesAreNotGuarded(t *testing.T) {
	s, d, _ := guarded(t)
	s.Key(ebiten.KeyEnter, false)
	s.Type('b', false)
	x, y := at(t, s, "option-a")
	s.Point(finger(PointerDown, x, y))
	s.Point(finger(PointerUp, x, y))
	assert.Equal(t, []play.Msg{play.Commit{}, play.Choose{Option: "b"}, play.Choose{Option: "a"}}, d.sent)
	typed := &view.Node{On: play.Next{}} // as view.Shortcut gives it for a typed key
	assert.True(t, s.lets(typed))
}

func TestASheetThatOpensIsGuarded(t *testing.T) {
	s, d, wait := guarded(t)
	s.activate(s.placed.Find("more"))
	s.Key(ebiten.KeyEscape, false)
	assert.Equal(t, []play.Msg{play.Discuss{}}, d.sent)
	seen(s)
	wait(guard.Moment)
	s.Key(ebiten.KeyEscape, false)
	assert.Equal(t, []play.Msg{play.Discuss{}, play.Back{}}, d.sent)
}
