package store

import (
	"errors"
	"maps"
	"slices"
	"testing"

	"hardcases/game/keep"

	"github.com/stretchr/testify/require"
)

// fakeWords is a storage that may be forbidden, and from which a key may refuse
// to go.
type fakeWords struct {
	values    map[string]string
	forbidden bool
	stuck     string
}

var errForbidden = errors.New("forbidden")

func (w *fakeWords) err() error {
	if w.forbidden {
		return errForbidden
	}
	return nil
}

func (w *fakeWords) Get(key string) (string, error) { return w.values[key], w.err() }

func (w *fakeWords) Set(key, value string) error {
	if !w.forbidden {
		w.values[key] = value
	}
	return w.err()
}

func (w *fakeWords) Remove(key string) error {
	if key == w.stuck {
		return errForbidden
	}
	if !w.forbidden {
		delete(w.values, key)
	}
	return w.err()
}

func (w *fakeWords) Keys() ([]string, error) { return slices.Collect(maps.Keys(w.values)), w.err() }

func newWords() *fakeWords { return &fakeWords{values: map[string]string{}} }

func TestWhatIsKeptComesBack(t *testing.T) {
	local := newWords()
	s := New(local, newWords())
	b, err := s.Read("one")
	require.NoError(t, err)
	require.Nil(t, b, "nothing is nothing")
	require.NoError(t, s.Write("one", []byte{1, 2, 0xff}))
	require.Equal(t, "AQL/", local.values["hardcases.save.one"], "as older programs kept it")
	b, err = s.Read("one")
	require.NoError(t, err)
	require.Equal(t, []byte{1, 2, 0xff}, b)
	names, err := s.List()
	require.NoError(t, err)
	require.Equal(t, []string{"one"}, names)
	require.NoError(t, s.Remove("one"))
	require.Empty(t, local.values)
}

func TestWhatIsNoBase64IsGivenAsItIs(t *testing.T) {
	local := newWords()
	local.values["hardcases.save.one"] = "%%%"
	b, err := New(local, newWords()).Read("one")
	require.NoError(t, err)
	require.Equal(t, "%%%", string(b))
}

// TestEachPageShowsItsOwn has two pages on different games: each is loaded again
// on its own, and a new one comes to the last.
func TestEachPageShowsItsOwn(t *testing.T) {
	local, one, two := newWords(), newWords(), newWords()
	require.NoError(t, New(local, one).Write(keep.FrontName, []byte("lesson")))
	require.NoError(t, New(local, two).Write(keep.FrontName, []byte("game")))
	for want, page := range map[string]*fakeWords{"lesson": one, "game": newWords()} {
		require.Equal(t, want, keep.Front(New(local, page)))
	}
}

// TestEachPageKnowsThatItWasLoadedAgain: also one that shows what another has shown
// last.
func TestEachPageKnowsThatItWasLoadedAgain(t *testing.T) {
	local := newWords()
	for range 2 {
		s := New(local, newWords())
		require.False(t, s.Again())
		keep.SetFront(s, "game")
		require.True(t, s.Again())
	}
}

func TestForbiddenStorage(t *testing.T) {
	s := New(&fakeWords{forbidden: true}, newWords())
	_, err := s.Read("one")
	require.ErrorIs(t, err, errForbidden)
	require.ErrorIs(t, s.Write("one", nil), errForbidden)
	require.ErrorIs(t, s.Erase(), errForbidden)
	_, err = s.List()
	require.ErrorIs(t, err, errForbidden)
}

func TestEraseDeletesAllOfOursAndNothingElse(t *testing.T) {
	local := newWords()
	s := New(local, newWords())
	fill := func() {
		local.values["of another page"] = "x"
		require.NoError(t, s.Write("two", []byte("y")))
		require.NoError(t, s.Write("one.damaged-1", []byte("z")))
		require.NoError(t, s.Write(keep.FrontName, []byte("two")))
		s.SaveLook(Look{"fr", "dark", "never"})
	}
	fill()
	require.Equal(t, "fr dark never", local.values["hardcases.look"])
	require.NoError(t, s.Erase())
	require.Equal(t, map[string]string{"of another page": "x"}, local.values)
	require.Empty(t, keep.Front(s))

	fill()
	local.stuck = "hardcases.save.two"
	require.ErrorIs(t, s.Erase(), errForbidden)
	require.Len(t, local.values, 2, "it goes on over what cannot be deleted")
}

// TestUnder: two pages that share a storage without knowing of each other neither
// see nor erase what the other keeps, nor what others keep there.
func TestUnder(t *testing.T) {
	local := newWords()
	local.values["foreign"] = "x"
	site := New(local, newWords())
	one := New(Under("a:", local), Under("a:", newWords()))
	two := New(Under("ab:", local), Under("ab:", newWords()))
	for i, s := range []*Store{site, one, two} {
		require.NoError(t, s.Write("game", []byte{byte(i)}))
		s.SaveLook(Look{"fr", "dark", "never"})
	}
	require.Contains(t, local.values, "a:hardcases.save.game")
	for i, s := range []*Store{site, one, two} {
		b, err := s.Read("game")
		require.NoError(t, err)
		require.Equal(t, []byte{byte(i)}, b)
		names, err := s.List()
		require.NoError(t, err)
		require.Equal(t, []string{"game"}, names)
	}
	require.NoError(t, one.Erase())
	for i, s := range []*Store{site, one, two} {
		b, err := s.Read("game")
		require.NoError(t, err)
		require.Equal(t, i != 1, b != nil)
	}
	require.Equal(t, "x", local.values["foreign"])
}
