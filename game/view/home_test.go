package view_test

import (
	"crypto/sha256"
	"slices"
	"testing"

	"hardcases/assets"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestHomeReadsTheShelfOnly damages everything in a pack but its head and the
// texts of the shelf: the first screen is the same without.
func TestHomeReadsTheShelfOnly(t *testing.T) {
	p, c := shipped(t)
	whole := view.Screen(view.NewContext(p, c, "fr"), play.NewState(1, "fr"))
	require.NotNil(t, view.Find(&whole, "to-check"))

	file, err := pack.Join(assets.First()...)
	require.NoError(t, err)
	end, damaged := len(file), 0
	for _, s := range slices.Backward(p.Head().Sections) {
		content := file[end-s.Size : end]
		sum := sha256.Sum256(content)
		require.Equal(t, s.Sum, sum[:], "sections lie one after the other, up to the end")
		if s.Kind != pack.ShelfTextSection {
			content[0] ^= 1
			damaged++
		}
		end -= s.Size + binHeader(s.Size)
	}
	require.Positive(t, damaged)
	shelf, err := pack.Open(file)
	require.NoError(t, err)
	_, err = shelf.Desk()
	require.ErrorContains(t, err, "damaged")
	assert.Equal(t, whole, view.Screen(view.NewContext(shelf, c, "fr"), play.NewState(1, "fr")))
}

// binHeader is how many bytes stand before binary data in MessagePack.
// https://github.com/msgpack/msgpack/blob/master/spec.md#bin-format-family
func binHeader(size int) int {
	switch {
	case size < 1<<8:
		return 2
	case size < 1<<16:
		return 3
	default:
		return 5
	}
}

// TestHomeOffersTheCheck: until it is taken or a case begun.
func TestHomeOffersTheCheck(t *testing.T) {
	p, c := shipped(t)
	offered := func(s play.State) bool {
		root := view.Screen(view.NewContext(p, c, "en"), s)
		return view.Find(&root, "to-check") != nil
	}
	fresh := play.NewState(1, "en")
	assert.True(t, offered(fresh))

	d, err := p.Desk()
	require.NoError(t, err)
	taken := fresh
	for i, item := range fresh.CheckSet(d, play.BeforePlay).Items {
		taken.Checks = append(taken.Checks, play.CheckAnswer{Phase: play.BeforePlay, Item: item.ID})
		assert.Equal(t, i+1 < p.Head().CheckItems, offered(taken), "%d answered", i+1)
	}
	begun := fresh
	begun.Answers = []play.Answer{{Case: p.Head().Cases[0].ID}}
	assert.False(t, offered(begun))
}

// TestHomeResumesOnlyWhatWasBegun: another case is started, whatever was played
// before it.
func TestHomeResumesOnlyWhatWasBegun(t *testing.T) {
	p, c := shipped(t)
	says := func(s play.State) string {
		root := view.Screen(view.NewContext(p, c, "en"), s)
		return view.Find(&root, "start").Text
	}
	heads := p.Head().Cases
	s := play.NewState(1, "en")
	assert.Equal(t, "Start with 2017", says(s))
	first, err := p.Case(heads[0].ID)
	require.NoError(t, err)
	for i := range first.Steps {
		s.Answers = append(s.Answers, play.Answer{Case: first.ID, Step: first.Steps[i].ID})
		if i+1 < len(first.Steps) {
			assert.Equal(t, "Resume: "+p.Text("en").Get("cases", first.ID, "title"), says(s))
		}
	}
	assert.Equal(t, "Start with 2019", says(s))

	root := view.Screen(view.NewContext(p, c, "en"), s)
	assert.Equal(t, "Source desk", view.Find(&root, "to-desk").Text, "the desk can be played first, alone")
	s.Rounds = []play.RoundAnswer{{}}
	root = view.Screen(view.NewContext(p, c, "en"), s)
	assert.Equal(t, "Go on at the desk: round 2 of 26", view.Find(&root, "to-desk").Text)
	assert.Equal(t, view.Primary, view.Find(&root, "start").Look)
}

// TestHomeIsTouchedFirst turns the shield on the first screen: the page of most
// visitors is gone, and comes back with it. A pack without the model tells what it is.
func TestHomeIsTouchedFirst(t *testing.T) {
	p, c := shipped(t)
	ctx := view.NewContext(p, c, "en")
	s := play.NewSession(p, 7, "en")
	says := func() string {
		root := view.Screen(ctx, s.State())
		return view.Find(&root, "network-state").Text
	}
	assert.Equal(t, "Ten of ten visitors get the page. The host’s address is hidden.", says())
	s.Send(play.Turn{Switch: "shield", To: "none"})
	assert.Equal(t, "Two of ten visitors get the page. The host’s address is visible.", says())
	s.Send(play.Turn{Switch: "shield", To: "notice"})
	s.Send(play.Turn{Switch: "name", To: "on-hold"})
	assert.Equal(t, "Two of ten visitors get the page. The host’s address is visible.", says(), "other switches are for the cases")
	s.Send(play.Turn{Switch: "shield", To: "yours"})
	assert.Contains(t, says(), "Ten of ten visitors get the page.")
	assert.Empty(t, s.State().Answers)

	other, _ := named(t, "elsewhere")
	root := view.Screen(view.NewContext(other, c, "en"), play.NewState(1, "en"))
	assert.Nil(t, view.Find(&root, "hero"))
	assert.NotEmpty(t, view.Text(view.Find(&root, "summary")))
}
