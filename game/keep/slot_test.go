package keep_test

import (
	"bytes"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"hardcases/game/class"
	"hardcases/game/keep"
	"hardcases/game/play"

	"github.com/stretchr/testify/require"
)

// memory is an Area that forgets with the test.
type memory map[string][]byte

func (m memory) Read(name string) ([]byte, error) { return m[name], nil }

func (m memory) Write(name string, b []byte) error {
	m[name] = bytes.Clone(b)
	return nil
}

func (m memory) Remove(name string) error {
	delete(m, name)
	return nil
}

func (m memory) List() ([]string, error) { return slices.Collect(maps.Keys(m)), nil }

func (m memory) Erase() error {
	clear(m)
	return nil
}

func today() string { return "2026-11-29" }

// game is a journal of n messages that are all different.
func game(n int) play.Journal {
	j := play.Journal{Format: play.JournalFormat, Pack: "one", Hash: "h", Seed: 7, Locale: "fr", Msgs: make(play.Records, n)}
	for i := range n {
		j.Msgs[i] = play.RecordOf(play.Choose{Option: strconv.Itoa(i)})
	}
	if n > 0 {
		j.Msgs[0] = play.RecordOf(play.Commit{})
	}
	return j
}

func loaded(t *testing.T, a keep.Area) play.Journal {
	t.Helper()
	j, ok, err := keep.Open(a, "one", today).Load()
	require.NoError(t, err)
	require.True(t, ok)
	return j
}

// TestLongGamesComeBack saves a game of many lengths, press by press, and loads
// it; a copy of it shares its parts.
func TestLongGamesComeBack(t *testing.T) {
	a := memory{}
	s := keep.Open(a, "one", today)
	_, ok, err := s.Load()
	require.NoError(t, err)
	require.False(t, ok)
	for _, n := range []int{1, 3999, 4000, 4001, 5999, 6000, 6001, 6002, 9500} {
		require.NoError(t, s.Save(game(n)))
		require.Equal(t, game(n), loaded(t, a))
	}
	require.Less(t, len(a["one"]), 70_000, "the rest is in parts")
	parts := len(a) - 1
	require.Equal(t, 3, parts)
	_, err = s.PutAside(game(9500))
	require.NoError(t, err)
	require.Len(t, a, parts+2)
	copies := keep.Copies(a)
	require.Len(t, copies, 1)
	j, err := copies[0].Read(a)
	require.NoError(t, err)
	require.Equal(t, game(9500), j)

	// A game that begins anew is built on nothing of the old one.
	s.Anew()
	other := game(9000)
	for i := range other.Msgs {
		other.Msgs[i].B = "other"
	}
	require.NoError(t, s.Save(other))
	require.Equal(t, other, loaded(t, a))
	j, err = copies[0].Read(a)
	require.NoError(t, err)
	require.Equal(t, game(9500), j, "the copy is as it was")
}

// TestDamagedParts takes away, cuts and changes a part of a long game: that is
// noticed, and the game is put aside.
func TestDamagedParts(t *testing.T) {
	for name, spoil := range map[string]func(memory, string){
		"gone":    func(a memory, part string) { delete(a, part) },
		"cut":     func(a memory, part string) { a[part] = a[part][:100] },
		"one bit": func(a memory, part string) { a[part][50] ^= 1 },
		"another": func(a memory, part string) { a[part] = []byte("hello") },
	} {
		t.Run(name, func(t *testing.T) {
			a := memory{}
			require.NoError(t, keep.Open(a, "one", today).Save(game(9000)))
			for key := range a {
				if strings.HasPrefix(key, "@part.") {
					spoil(a, key)
					break
				}
			}
			s := keep.Open(a, "one", today)
			_, ok, err := s.Load()
			require.False(t, ok)
			require.ErrorIs(t, err, play.ErrDamaged)
			require.Len(t, keep.Copies(a), 1)
			require.NoError(t, s.Save(game(9000)))
			require.Equal(t, game(9000), loaded(t, a), "a part that was spoilt is written anew")
		})
	}
}

// TestTicksGoOnInTheLastMessage counts a timer on in the last message of a long
// game, at each length at which a part may be cut.
func TestTicksGoOnInTheLastMessage(t *testing.T) {
	for _, n := range []int{3999, 4000, 4001, 4002} {
		a := memory{}
		s := keep.Open(a, "one", today)
		j := game(n)
		for seconds := range 3 {
			j.Msgs[n-1] = play.RecordOf(play.Class{Act: class.Tick, N: seconds + 1})
			require.NoError(t, s.Save(j))
		}
		require.Equal(t, j, loaded(t, a))
	}
}

// torn is a memory of which nothing whose name begins so can be read.
type torn struct {
	memory
	prefix string
}

func (m *torn) Read(name string) ([]byte, error) {
	if m.prefix != "" && strings.HasPrefix(name, m.prefix) {
		return nil, keep.ErrForbidden
	}
	return m.memory.Read(name)
}

// TestNothingIsWrittenOverWhatCannotBeRead fails to read a game, a part of it, or
// the mark, for a while: what is there is not taken for seen, and stays.
func TestNothingIsWrittenOverWhatCannotBeRead(t *testing.T) {
	for _, prefix := range []string{"one", "@part.", "@forgotten"} {
		a := &torn{memory: memory{}}
		require.NoError(t, keep.Erase(a, today(), 1))
		require.NoError(t, keep.Open(a, "one", today).Save(game(9000)))
		a.prefix = prefix
		s := keep.Open(a, "one", today)
		_, ok, err := s.Load()
		require.False(t, ok, prefix)
		require.ErrorIs(t, err, keep.ErrForbidden, prefix)
		a.prefix = ""
		require.ErrorIs(t, s.Save(game(1)), keep.ErrMoved, prefix)
		require.Equal(t, game(9000), loaded(t, a.memory), prefix)
	}
}

// TestOwedCopyIsMadeAgain takes the copy away that was owed, as bringing it back
// does: it is made again before the slot is written.
func TestOwedCopyIsMadeAgain(t *testing.T) {
	a := memory{}
	require.NoError(t, keep.Open(a, "one", today).Save(game(3)))
	s := keep.Open(a, "one", today)
	_, _, err := s.Load()
	require.NoError(t, err)
	s.Owe(keep.Before)
	require.Len(t, keep.Copies(a), 1)
	require.NoError(t, a.Remove(keep.Copies(a)[0].Name))
	require.NoError(t, s.Save(game(2)))
	copies := keep.Copies(a)
	require.Len(t, copies, 1)
	j, err := copies[0].Read(a)
	require.NoError(t, err)
	require.Equal(t, game(3), j)
	require.NoError(t, a.Remove(copies[0].Name))
	require.NoError(t, s.Save(game(4)))
	require.Empty(t, keep.Copies(a), "once is enough")
}

func TestTooLong(t *testing.T) {
	a := memory{}
	s := keep.Open(a, "one", today)
	require.NoError(t, s.Save(game(play.MaxMessages)))
	require.ErrorIs(t, s.Save(game(play.MaxMessages+1)), play.ErrTooLong)
	require.Len(t, loaded(t, a).Msgs, play.MaxMessages, "what is written is read")
}

// TestMoved says what a slot makes of what happens to it from outside.
func TestMoved(t *testing.T) {
	for _, tt := range []struct {
		name string
		do   func(memory)
		want error
	}{
		{"nothing", func(memory) {}, nil},
		{"another game", func(a memory) { a["one"] = []byte("x") }, keep.ErrMoved},
		{"a clean-up of the browser", func(a memory) { clear(a) }, nil},
		{"forgotten", func(a memory) { require.NoError(t, keep.Erase(a, today(), 1)) }, keep.ErrForgotten},
		{"forgotten, and begun anew", func(a memory) {
			require.NoError(t, keep.Erase(a, today(), 1))
			a["one"] = []byte("x")
		}, keep.ErrForgotten},
	} {
		a := memory{}
		s := keep.Open(a, "one", today)
		require.NoError(t, s.Save(game(1)))
		tt.do(a)
		before := maps.Clone(a)
		require.ErrorIs(t, s.Moved(), tt.want, tt.name)
		if err := s.Save(game(2)); tt.want != nil {
			require.ErrorIs(t, err, tt.want, tt.name)
			require.Equal(t, before, a, "%s: nothing is written", tt.name)
		} else {
			require.NoError(t, err, tt.name)
		}
	}
	a := memory{}
	s := keep.Open(a, "one", today)
	for range 2 { // each time is told from the one before, on the same day
		_, _, err := s.Load()
		require.NoError(t, err)
		require.NoError(t, s.Save(game(1)))
		require.NoError(t, keep.Erase(a, today(), 1))
		require.ErrorIs(t, s.Moved(), keep.ErrForgotten)
	}
}

// TestForgottenAfterACleanUp: the browser's own clean-up takes the mark away, and
// the next one, on the same day, is another all the same. It tells nothing of whose
// it is.
func TestForgottenAfterACleanUp(t *testing.T) {
	a := memory{}
	require.NoError(t, keep.Erase(a, today(), 1234))
	require.Equal(t, today()+" 1 1234", string(a["@forgotten"]))
	s := keep.Open(a, "one", today)
	_, _, err := s.Load()
	require.NoError(t, err)
	require.NoError(t, s.Save(game(1)))
	clear(a)
	require.NoError(t, s.Save(game(2)))
	require.NoError(t, keep.Erase(a, today(), 98765))
	require.Equal(t, today()+" 1 8765", string(a["@forgotten"]))
	require.ErrorIs(t, s.Save(game(3)), keep.ErrForgotten)
	a["@forgotten"] = []byte("2026-11-28 7") // of an older program
	require.NoError(t, keep.Erase(a, today(), 0))
	require.Equal(t, today()+" 8 0000", string(a["@forgotten"]))
}

func TestCopies(t *testing.T) {
	a := memory{}
	for _, name := range []string{
		"one", "one@class", "@front", "@part.00ff", "@forgotten",
		"one.damaged-1", "one@class.before-2026-11-28-1", "one.newer-2026-11-29-12", "one.odd-1", "one.before",
	} {
		a[name] = []byte{}
	}
	require.Equal(t, []keep.Copy{
		{Name: "one.newer-2026-11-29-12", Slot: "one", Why: keep.Newer, Date: "2026-11-29"},
		{Name: "one@class.before-2026-11-28-1", Slot: "one@class", Why: keep.Before, Date: "2026-11-28"},
		{Name: "one.damaged-1", Slot: "one", Why: keep.Damaged},
	}, keep.Copies(a))
}

func TestNames(t *testing.T) {
	shipped := keep.Origin{ID: "one", Hash: "h", Shipped: true, Place: "/a"}
	require.Equal(t, "one", shipped.Name(), "as older programs kept it")
	names := map[string]bool{shipped.Name(): true}
	for _, o := range []keep.Origin{{ID: "one", Hash: "h"}, {ID: "one", Hash: "i"}, {ID: "one", Hash: "h", Place: "/a"}, {ID: "one", Hash: "h", Place: "/b"}} {
		require.False(t, names[o.Name()], o.Name())
		names[o.Name()] = true
		of, yes := keep.IsLesson(keep.Lesson(o.Name()))
		require.True(t, yes)
		require.Equal(t, o.Name(), of)
	}
	require.Equal(t, keep.Origin{ID: "one", Hash: "h", Place: "/a"}.Name(), keep.Origin{ID: "one", Hash: "i", Place: "/a"}.Name(), "written anew in its place")
}

// BenchmarkPress saves a game at each press: one of 200 messages, and one a
// thousand times as long. A press must not cost a thousand times as much.
func BenchmarkPress(b *testing.B) {
	for _, n := range []int{200, 200_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			s := keep.Open(memory{}, "one", today)
			j := game(n)
			require.NoError(b, s.Save(j))
			b.ReportAllocs()
			for b.Loop() {
				j.Msgs = append(j.Msgs, play.RecordOf(play.Next{}))
				if len(j.Msgs) >= n+partLength {
					j.Msgs = j.Msgs[:n]
				}
				if err := s.Save(j); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// partLength is how many presses go into a part.
const partLength = 2000

// TestPartsNameTheirPlaces holds that each part of a long game says itself where it goes on,
// and that what an older program wrote after them is not taken for the last of those places.
func TestPartsNameTheirPlaces(t *testing.T) {
	a := memory{}
	j := game(7000)
	j.Msgs[0].At = "y2017/A1"
	s := keep.Open(a, "one", today)
	require.NoError(t, s.Save(j))
	kept := loaded(t, a)
	require.True(t, kept.Holds(j))
	for _, i := range []int{0, 2000, 4000} {
		require.Equal(t, "y2017/A1", kept.Msgs[i].At, i)
	}
	require.Empty(t, j.Msgs[2000].At, "the game itself is as it was")

	older, err := play.ReadJournal(a["one"])
	require.NoError(t, err)
	require.Len(t, older.Parts, 2)
	for i := range older.Msgs {
		older.Msgs[i].At = ""
	}
	a["one"], err = older.Bytes()
	require.NoError(t, err)
	require.NotContains(t, []string{"", "y2017/A1"}, loaded(t, a).Msgs[4000].At)
	require.True(t, loaded(t, a).Holds(j))
}
