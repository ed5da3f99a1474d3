package store

import (
	"encoding/base64"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"hardcases/game/play"

	"github.com/stretchr/testify/require"
)

// fakeArea is a storage with room for so many bytes; a negative room is a
// storage that is forbidden.
type fakeArea struct {
	values map[string]string
	room   int
}

func (a *fakeArea) Get(key string) (string, error) {
	if a.room < 0 {
		return "", errors.New("forbidden")
	}
	return a.values[key], nil
}

func (a *fakeArea) Set(key, value string) error {
	if a.room < 0 {
		return errors.New("forbidden")
	}
	used := len(value)
	for k, v := range a.values {
		if k != key {
			used += len(v)
		}
	}
	if used > a.room {
		return ErrFull
	}
	a.values[key] = value
	return nil
}

func (a *fakeArea) Remove(key string) error {
	if a.room < 0 {
		return errors.New("forbidden")
	}
	delete(a.values, key)
	return nil
}

func (a *fakeArea) Keys() ([]string, error) {
	if a.room < 0 {
		return nil, errors.New("forbidden")
	}
	return slices.Collect(maps.Keys(a.values)), nil
}

func newArea() *fakeArea { return &fakeArea{values: map[string]string{}, room: 1 << 20} }

const key = "hardcases.save.one"

func journal() play.Journal {
	return play.Journal{Format: play.JournalFormat, Pack: "one", Hash: "h", Seed: 7, Locale: "fr",
		Msgs: []play.Record{{Kind: "choose", A: "a"}}}
}

func TestSavedGameComesBack(t *testing.T) {
	area := newArea()
	s := New(area, "one")
	_, ok, notice := s.Load()
	require.False(t, ok)
	require.Empty(t, notice)
	require.Empty(t, s.Save(journal()))
	got, ok, notice := New(area, "one").Load()
	require.True(t, ok)
	require.Empty(t, notice)
	require.Equal(t, journal(), got)
	_, ok, _ = New(area, "two").Load()
	require.False(t, ok, "each pack has its own")
}

func TestDamagedSaveIsPutAside(t *testing.T) {
	good, err := new(play.Journal).MarshalMsg(nil)
	require.NoError(t, err)
	for name, text := range map[string]string{
		"not base64":  "%%%",
		"not a save":  base64.StdEncoding.EncodeToString([]byte("hello")),
		"cut off":     base64.StdEncoding.EncodeToString(good[:len(good)/2]),
		"format zero": base64.StdEncoding.EncodeToString(good),
	} {
		t.Run(name, func(t *testing.T) {
			area := newArea()
			area.values[key] = text
			area.values[key+".damaged-1"] = "an older one"
			s := New(area, "one")
			_, ok, notice := s.Load()
			require.False(t, ok)
			require.Equal(t, NoticeDamaged, notice)
			require.Equal(t, text, area.values[key+".damaged-2"])
			require.Empty(t, s.Save(journal()))
			require.Equal(t, text, area.values[key+".damaged-2"])
			require.Equal(t, "an older one", area.values[key+".damaged-1"])
		})
	}
}

func TestDamagedSaveWithoutRoomIsNotOverwritten(t *testing.T) {
	area := newArea()
	area.values[key] = strings.Repeat("%", 100)
	area.room = 150
	s := New(area, "one")
	_, ok, notice := s.Load()
	require.False(t, ok)
	require.Equal(t, NoticeFull, notice)
	require.Equal(t, NoticeFull, s.Save(journal()))
	require.Equal(t, strings.Repeat("%", 100), area.values[key])
}

func TestFullStorageKeepsTheLastSave(t *testing.T) {
	area := newArea()
	s := New(area, "one")
	require.Empty(t, s.Save(journal()))
	before := area.values[key]
	area.room = len(before)
	longer := journal()
	longer.Msgs = append(longer.Msgs, longer.Msgs...)
	require.Equal(t, NoticeFull, s.Save(longer))
	require.Equal(t, before, area.values[key])
	area.room = 1 << 20
	require.Empty(t, s.Save(longer), "room again")
}

func TestForbiddenStorage(t *testing.T) {
	s := New(&fakeArea{room: -1}, "one")
	_, ok, notice := s.Load()
	require.False(t, ok)
	require.Equal(t, NoticeForbidden, notice)
	require.Equal(t, NoticeForbidden, s.Save(journal()))
}

func TestPutAsideTwiceKeepsOneCopy(t *testing.T) {
	area := newArea()
	s := New(area, "one")
	require.Empty(t, s.Save(journal()))
	require.NoError(t, s.PutAside("before"))
	require.NoError(t, s.PutAside("before"))
	require.Len(t, area.values, 2)
}

func TestEraseDeletesAllOfOursAndNothingElse(t *testing.T) {
	area := newArea()
	area.values["of another page"] = "x"
	area.values["hardcases.save.two"] = "y"
	area.values[key+".damaged-1"] = "z"
	s := New(area, "one")
	s.SaveLook(Look{"fr", "dark"})
	require.Equal(t, "fr dark", area.values["hardcases.look"])
	require.Empty(t, s.Save(journal()))
	require.Empty(t, s.Erase())
	require.Equal(t, map[string]string{"of another page": "x"}, area.values)
	area.room = -1
	require.Equal(t, NoticeForbidden, s.Erase())
}
