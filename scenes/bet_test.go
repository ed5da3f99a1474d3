package scenes

import (
	"strconv"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/assert"

	"hardcases/game/play"
	"hardcases/game/view"
)

// withBet is a form whose commit leads to the scale of a bet, at its end.
func withBet(stop int) *view.Node {
	root := form("form", "a")
	letters := view.Node{ID: "bets", Role: view.RadioGroup, Look: view.Letters, Name: "Bet"}
	for _, l := range []string{"A", "B"} {
		letters.Children = append(letters.Children, view.Node{ID: "bet-" + l, Role: view.Radio, Look: view.Key, Text: l, On: play.Bet{Option: l}, Keys: []string{l}})
	}
	scale := view.Node{ID: "stakes", Role: view.RadioGroup, Look: view.Scale, Name: "How sure"}
	for n := 1; n <= 6; n++ {
		scale.Children = append(scale.Children, view.Node{ID: "stake-" + strconv.Itoa(n), Role: view.Radio, Look: view.Stop,
			Name: strconv.Itoa(n), Checked: n == stop, On: play.Stake{Stop: n}})
	}
	main := &root.Children[1]
	last := len(main.Children) - 1
	dock := main.Children[last]
	dock.Children[0].On, dock.Children[0].To = play.TooEarly{}, "stakes"
	main.Children = append(main.Children[:last:last], letters, scale, dock)
	return root
}

func TestArrowsOnAScaleStopAtItsEnds(t *testing.T) {
	s, d := stage(t, Options{OwnKeyboard: true})
	d.change = func(d *desk, m play.Msg) {
		if stake, ok := m.(play.Stake); ok {
			d.tree = withBet(stake.Stop)
		}
	}
	d.tree = withBet(5)
	s.sync()
	s.focusOn(s.placed.Find("stake-5"))
	for _, k := range []ebiten.Key{ebiten.KeyArrowRight, ebiten.KeyArrowRight, ebiten.KeyArrowDown, ebiten.KeyArrowLeft} {
		s.Key(k, false)
	}
	assert.Equal(t, []play.Msg{play.Stake{Stop: 6}, play.Stake{Stop: 5}}, d.sent, "at the end nothing is sent")
	d.sent = nil
	for range 7 {
		s.Key(ebiten.KeyArrowUp, false)
	}
	assert.Equal(t, play.Stake{Stop: 1}, d.sent[len(d.sent)-1])
	assert.Len(t, d.sent, 4)
	assert.Equal(t, "stake-1", focused(s))
}

func TestLettersWithShift(t *testing.T) {
	s, d := stage(t, Options{OwnKeyboard: true})
	d.tree = withBet(0)
	s.sync()
	s.Type('B', true)
	s.Type('B', false) // the letters are locked to capitals
	s.Type('b', true)  // and so with Shift
	s.Type('C', true)  // nobody bets on this, but it is an option
	assert.Equal(t, []play.Msg{play.Bet{Option: "B"}, play.Choose{Option: "b"}, play.Bet{Option: "B"}, play.Choose{Option: "c"}}, d.sent)
}

// TestCommitLeadsToWhatIsMissing presses it by a key and by a pointer: the scale
// comes into view, with the focus on its first stop, or on the chosen one.
func TestCommitLeadsToWhatIsMissing(t *testing.T) {
	for _, stop := range []int{0, 4} {
		want := "stake-" + strconv.Itoa(max(1, stop))
		s, d := stage(t, Options{OwnKeyboard: true})
		d.tree = withBet(stop)
		s.sync()
		s.Key(ebiten.KeyEnter, false)
		ticks(t, s, 30)
		assert.Equal(t, []play.Msg{play.TooEarly{}}, d.sent)
		assert.Equal(t, want, s.placed.Boxes[s.focus.box].Node.ID)
		_, seen := s.placed.OnWindow(s.placed.Find(want), s.scroll.at)
		assert.True(t, seen)
		assert.Positive(t, s.scroll.at[0])

		s.scrollTo(0, 0, false)
		x, y := at(t, s, "commit")
		s.Point(PointerEvent{Kind: PointerDown, X: x, Y: y})
		s.Point(PointerEvent{Kind: PointerUp, X: x, Y: y})
		ticks(t, s, 30)
		assert.Positive(t, s.scroll.at[0], "the same by a pointer")
	}
}
