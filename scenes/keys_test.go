package scenes

import (
	"strings"
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/play"
)

// focused is the ID of the node with the ring.
func focused(s *Scene) string {
	if s.focus.shown() < 0 {
		return ""
	}
	return s.placed.Boxes[s.focus.box].Node.ID
}

func TestTab(t *testing.T) {
	s, d := stage(t, Options{OwnKeyboard: true})
	assert.Empty(t, focused(s))
	var order []string
	for range 6 {
		s.Key(ebiten.KeyTab, false)
		order = append(order, focused(s))
		ticks(t, s, 12)
		_, seen := s.placed.OnWindow(s.focus.box, s.scroll.at)
		assert.True(t, seen, focused(s))
	}
	assert.Equal(t, []string{"brand", "log", "option-a", "more", "commit", "brand"}, order, "a group is one stop; what is disabled is none; round the end")
	s.Key(ebiten.KeyTab, true)
	assert.Equal(t, "commit", focused(s))
	d.tree = form("form", "c")
	s.sync()
	s.Key(ebiten.KeyTab, true)
	s.Key(ebiten.KeyTab, true)
	assert.Equal(t, "option-c", focused(s), "the chosen one stands for its group")
	assert.Empty(t, d.sent, "looking chooses nothing")
}

func TestArrowsInAGroup(t *testing.T) {
	s, d := stage(t, Options{OwnKeyboard: true})
	d.change = func(d *desk, m play.Msg) {
		if c, ok := m.(play.Choose); ok {
			d.tree = form("form", c.Option)
		}
	}
	for range 3 {
		s.Key(ebiten.KeyTab, false)
	}
	for _, k := range []ebiten.Key{ebiten.KeyArrowDown, ebiten.KeyArrowRight, ebiten.KeyArrowDown, ebiten.KeyArrowUp, ebiten.KeyArrowLeft} {
		s.Key(k, false)
	}
	assert.Equal(t, []play.Msg{
		play.Choose{Option: "b"}, play.Choose{Option: "c"}, play.Choose{Option: "a"}, play.Choose{Option: "c"}, play.Choose{Option: "b"},
	}, d.sent, "they move, and choose, round the ends")
	assert.Equal(t, "option-b", focused(s))
	assert.Zero(t, s.scroll.at[0], "and do not scroll")
}

func TestArrowsElsewhereScroll(t *testing.T) {
	s, _ := stage(t, Options{OwnKeyboard: true})
	s.Key(ebiten.KeyArrowDown, false)
	ticks(t, s, 12)
	assert.Equal(t, 60.0, s.scroll.at[0])
	s.Key(ebiten.KeyArrowUp, false)
	ticks(t, s, 12)
	assert.Zero(t, s.scroll.at[0])
}

func TestPageKeys(t *testing.T) {
	s, _ := stage(t, Options{OwnKeyboard: true})
	page := s.placed.Layers[0].View.H - 54
	end := s.placed.Layers[0].MaxScroll()
	for _, tt := range []struct {
		key   ebiten.Key
		shift bool
		want  float64
	}{
		{ebiten.KeyPageDown, false, page}, {ebiten.KeyPageUp, false, 0}, {ebiten.KeySpace, false, page}, {ebiten.KeySpace, true, 0},
		{ebiten.KeyEnd, false, end}, {ebiten.KeyHome, false, 0},
	} {
		s.Key(tt.key, tt.shift)
		ticks(t, s, 12)
		assert.InDelta(t, min(tt.want, end), s.scroll.at[0], 0.01, "%v", tt.key)
	}
}

func TestEnterAndSpace(t *testing.T) {
	s, d := stage(t, Options{OwnKeyboard: true})
	s.Key(ebiten.KeyEnter, false)
	assert.Equal(t, []play.Msg{play.Commit{}}, d.sent, "without a focus the main action")
	d.sent = nil
	s.Key(ebiten.KeyTab, false)
	s.Key(ebiten.KeyTab, false)
	s.Key(ebiten.KeyEnter, false)
	s.Key(ebiten.KeySpace, false)
	assert.Equal(t, []play.Msg{play.Show{Screen: play.Log}, play.Show{Screen: play.Log}}, d.sent)
	d.sent = nil
	s.Key(ebiten.KeyTab, false)
	s.Key(ebiten.KeySpace, false)
	s.Key(ebiten.KeyEnter, false)
	assert.Equal(t, []play.Msg{play.Choose{Option: "a"}, play.Commit{}}, d.sent, "on a choice Space chooses and Enter commits")
}

func TestShortcuts(t *testing.T) {
	s, d := stage(t, Options{OwnKeyboard: true})
	s.Type('B', false)
	s.Type('l', false)
	s.Type('x', false)
	s.Type(' ', false)
	assert.Equal(t, []play.Msg{play.Choose{Option: "b"}, play.Show{Screen: play.Log}}, d.sent)
	assert.Equal(t, "option-b", focused(s), "the ring is where the key chose")
}

func TestPointerHidesTheRing(t *testing.T) {
	s, _ := stage(t, Options{OwnKeyboard: true})
	s.Key(ebiten.KeyTab, false)
	require.NotEmpty(t, focused(s))
	x, y := at(t, s, "option-c")
	s.Point(PointerEvent{Kind: PointerDown, X: x, Y: y})
	s.Point(PointerEvent{Kind: PointerUp, X: x, Y: y})
	assert.Empty(t, focused(s))
	s.Key(ebiten.KeyTab, false)
	assert.Equal(t, "more", focused(s), "keys go on from where the pointer was")
}

func TestSheetTrapsTheFocus(t *testing.T) {
	now := time.Unix(0, 0)
	s, d := stage(t, Options{OwnKeyboard: true, Now: func() time.Time { return now }})
	for range 4 {
		s.Key(ebiten.KeyTab, false)
	}
	require.Equal(t, "more", focused(s))
	d.change = func(d *desk, m play.Msg) {
		switch m.(type) {
		case play.Discuss:
			d.tree = withSheet(form("form", ""))
		case play.Back:
			d.tree = form("form", "")
		}
	}
	before := s.scroll.at[0]
	s.Key(ebiten.KeyEnter, false)
	require.True(t, s.current())
	assert.Equal(t, -1, s.focus.box, "a sheet begins at its top")
	var order []string
	for range 3 {
		s.Key(ebiten.KeyTab, false)
		order = append(order, focused(s))
	}
	assert.Equal(t, []string{"again", "close", "again"}, order)
	s.Type('a', false)
	assert.Equal(t, []play.Msg{play.Discuss{}}, d.sent, "what lies below has no keys")
	now = now.Add(time.Minute)
	s.Key(ebiten.KeyEscape, false)
	require.True(t, s.current())
	assert.Equal(t, "more", focused(s), "the focus goes back to what opened it")
	assert.Equal(t, before, s.scroll.at[0])
}

// TestKeysOfOtherScripts: where a keyboard gives no Latin letters, the place of the key
// tells which is meant; a Latin letter is what it says, wherever its key is.
func TestKeysOfOtherScripts(t *testing.T) {
	for k := ebiten.KeyA; k <= ebiten.KeyZ; k++ {
		require.Equal(t, strings.ToLower(k.String()), string(meant('я', []ebiten.Key{ebiten.KeyShiftLeft, k})))
	}
	require.Equal(t, 'a', meant('a', []ebiten.Key{ebiten.KeyQ}), "a French keyboard")
	require.Equal(t, 'é', meant('é', []ebiten.Key{ebiten.KeyDigit2}))
	require.Equal(t, 'я', meant('я', nil))
	require.Equal(t, '?', meant('?', []ebiten.Key{ebiten.KeyM}))
}
