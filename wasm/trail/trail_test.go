package trail

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestGoingOnAndBack(t *testing.T) {
	var tr Trail
	assert.Equal(t, Move{Push: []int{1}}, tr.Went(false, false))
	assert.Equal(t, Move{Push: []int{2}}, tr.Went(false, false))
	back, m := tr.Popped(1)
	assert.Equal(t, 1, back, "the browser's Back goes one screen back")
	assert.Equal(t, Move{}, m)
	back, m = tr.Popped(0)
	assert.Equal(t, 1, back)
	assert.Equal(t, Move{}, m)
	assert.Equal(t, Move{Push: []int{1}}, tr.Went(false, false))
}

func TestGoingBackWithinTheGameGivesAnEntryUp(t *testing.T) {
	var tr Trail
	tr.Went(false, false)
	tr.Went(false, false)
	assert.Equal(t, Move{Go: -1}, tr.Went(true, false))
	back, m := tr.Popped(1)
	assert.Zero(t, back, "the game is there already")
	assert.Equal(t, Move{}, m)
}

func TestHomeGivesAllEntriesUp(t *testing.T) {
	var tr Trail
	for range 5 {
		tr.Went(false, false)
	}
	assert.Equal(t, Move{Go: -5}, tr.Went(false, true))
	assert.Equal(t, Move{}, tr.Went(false, false), "while the browser is on its way nothing is added")
	back, m := tr.Popped(0)
	assert.Zero(t, back)
	assert.Equal(t, Move{Push: []int{1}}, m)
}

func TestForwardLeadsNowhere(t *testing.T) {
	var tr Trail
	tr.Went(false, false)
	tr.Popped(0)
	back, m := tr.Popped(1)
	assert.Zero(t, back)
	assert.Equal(t, Move{Go: -1}, m)
	back, m = tr.Popped(0)
	assert.Zero(t, back)
	assert.Equal(t, Move{}, m)
}

func TestSeveralAtOnce(t *testing.T) {
	var tr Trail
	for range 4 {
		tr.Went(false, false)
	}
	back, _ := tr.Popped(1)
	assert.Equal(t, 3, back)
}

func TestAGameThatWasGoneOnWith(t *testing.T) {
	var tr Trail
	assert.Equal(t, Move{Push: []int{1}}, tr.Away())
	assert.Equal(t, Move{}, tr.Away(), "once")
	back, _ := tr.Popped(0)
	assert.Equal(t, 1, back)
	assert.Equal(t, Move{Push: []int{1}}, tr.Away(), "and again after it has been used")
}

func TestAReloadKeepsThePlace(t *testing.T) {
	tr := Resume(3)
	back, m := tr.Popped(2)
	assert.Equal(t, 1, back)
	assert.Equal(t, Move{}, m)
	far := Resume(1000)
	assert.Equal(t, Move{Go: -Most}, far.Went(false, true), "an entry of another's making")
}

func TestNoMoreEntriesThanMost(t *testing.T) {
	var tr Trail
	pushed := 0
	for range 3 * Most {
		pushed += len(tr.Went(false, false).Push)
	}
	assert.Equal(t, Most, pushed)
	back, _ := tr.Popped(Most - 1)
	assert.Equal(t, 1, back)
}
