package terminal

import (
	"testing"

	"hardcases/game/view"

	"github.com/stretchr/testify/assert"
)

func TestLadderOnALine(t *testing.T) {
	at := func(x float64, mark string) view.Point { return view.Point{X: x, Mark: mark, Label: "some words"} }
	chart := func(others []view.Point, theirs, yours view.Point) *view.Chart {
		return &view.Chart{Kind: view.Ladder, Series: []view.Series{
			{Kind: view.Others, Points: others},
			{Kind: view.Happened, Points: []view.Point{theirs}},
			{Kind: view.You, Points: []view.Point{yours}},
		}}
	}
	assert.Equal(t, "──A────────●B─────────────────C────────◆D",
		ladder(chart([]view.Point{at(5, "A"), at(75, "C")}, at(100, "D"), at(30, "B"))))
	assert.Equal(t, "A───●◆B──────────────C────────────────D──",
		ladder(chart([]view.Point{at(0, "A"), at(52, "C"), at(95, "D")}, at(15, "B"), at(15, "B"))), "one place, both signs")
	assert.Equal(t, "A─●B─◆C─D────────────────────────────────",
		ladder(chart([]view.Point{at(0, "A"), at(3, "D")}, at(2, "C"), at(1, "B"))), "close ones stay apart")
	assert.Empty(t, ladder(&view.Chart{Kind: view.Road}))
	assert.Empty(t, ladder(nil))
}
