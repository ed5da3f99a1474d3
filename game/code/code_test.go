package code_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"hardcases/game/code"
	"hardcases/game/pack"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

func shipped(t testing.TB) *pack.Pack {
	t.Helper()
	return packs.First(t)
}

// content is the shipped pack, to be changed.
func content(t testing.TB) *pack.Content {
	t.Helper()
	c, err := shipped(t).Unpack()
	require.NoError(t, err)
	return c
}

// formOf is the form of a pack of this content.
func formOf(t testing.TB, c *pack.Content) *code.Form {
	t.Helper()
	b, err := pack.Build(c)
	require.NoError(t, err)
	p, err := pack.Open(b)
	require.NoError(t, err)
	f, err := code.NewForm(p)
	if err != nil { // the change broke the pack: its shape is what matters here
		t.Fatal(err)
	}
	return f
}

// rebuilt is the shipped pack after a change.
func rebuilt(t testing.TB, change func(*pack.Content)) *code.Form {
	t.Helper()
	c := content(t)
	change(c)
	return formOf(t, c)
}

func form(t testing.TB) *code.Form { return rebuilt(t, func(*pack.Content) {}) }

// choices are drawn at random: options or none, and bets on some of the steps that
// take them.
func choices(f *code.Form, r *rand.Rand) []code.Choice {
	out := make([]code.Choice, len(f.Steps))
	for i, s := range f.Steps {
		if out[i].Option = r.IntN(s.Options+1) - 1; out[i].Option != code.None && s.Bet && r.IntN(5) > 0 {
			out[i].Bet, out[i].Stop = r.IntN(s.Options), 1+r.IntN(pack.Stops)
		}
	}
	return out
}

func kindOf(t testing.TB, err error) code.Kind {
	t.Helper()
	var e *code.Error
	require.True(t, errors.As(err, &e), "%v", err)
	require.NotEmpty(t, e.Error())
	return e.Kind
}

func TestCodesComeBack(t *testing.T) {
	f := form(t)
	r := rand.New(rand.NewPCG(1, 2))
	none, last := make([]code.Choice, len(f.Steps)), make([]code.Choice, len(f.Steps))
	for i, s := range f.Steps {
		none[i].Option, last[i].Option = code.None, s.Options-1
		if s.Bet {
			last[i].Bet, last[i].Stop = s.Options-1, pack.Stops
		}
	}
	for i := range 2000 {
		want := choices(f, r)
		switch i {
		case 0:
			want = none
		case 1:
			want = last
		}
		text := f.Code(want)
		got, err := f.Read(text)
		require.NoError(t, err)
		require.Equal(t, want, got)
		if i < 2 {
			require.LessOrEqual(t, len(text), 43, "nine groups at most, to be read aloud: %s", text)
		}
	}
}

func TestReadingIsLenient(t *testing.T) {
	f := form(t)
	want := choices(f, rand.New(rand.NewPCG(3, 4)))
	text := f.Code(want)
	for _, variant := range []string{
		strings.ToLower(text), strings.ReplaceAll(text, "-", " "), strings.ReplaceAll(text, "-", ""),
		" " + strings.ReplaceAll(text, "-", " – ") + "\n", strings.Join(strings.Split(text, ""), " "),
	} {
		got, err := f.Read(variant)
		require.NoError(t, err, "%q", variant)
		require.Equal(t, want, got)
	}
}

// TestEverySlipOfOneHandIsCaught changes every character of codes into every
// other, and changes every two characters round, neighbours or not.
func TestEverySlipOfOneHandIsCaught(t *testing.T) {
	f := form(t)
	r := rand.New(rand.NewPCG(5, 6))
	for range 40 {
		text := []byte(strings.ReplaceAll(f.Code(choices(f, r)), "-", ""))
		for i := range text {
			for _, c := range []byte(code.Alphabet) {
				if c == text[i] {
					continue
				}
				wrong := append([]byte(nil), text...)
				wrong[i] = c
				_, err := f.Read(string(wrong))
				require.Equal(t, code.Damaged, kindOf(t, err), "%s for %s", wrong, text)
			}
			for j := range i {
				if text[i] == text[j] {
					continue
				}
				wrong := append([]byte(nil), text...)
				wrong[i], wrong[j] = wrong[j], wrong[i]
				_, err := f.Read(string(wrong))
				require.Equal(t, code.Damaged, kindOf(t, err), "%s for %s", wrong, text)
			}
		}
	}
}

// TestBurstsAreCaught changes any two neighbours and any whole group into anything
// else: what is wrong in one place is shared out among the strands.
func TestBurstsAreCaught(t *testing.T) {
	f := form(t)
	r := rand.New(rand.NewPCG(2, 2))
	require.Greater(t, len(strings.ReplaceAll(f.Code(nil), "-", "")), 22, "more than one strand")
	for range 200 {
		good := []byte(strings.ReplaceAll(f.Code(choices(f, r)), "-", ""))
		for i := 0; i+4 <= len(good); i++ {
			bad := append([]byte(nil), good...)
			for j := range 4 {
				bad[i+j] = code.Alphabet[r.IntN(len(code.Alphabet))]
			}
			if string(bad) == string(good) {
				continue
			}
			_, err := f.Read(string(bad))
			require.Error(t, err, "%s for %s", bad, good)
		}
	}
}

// TestTwoWrongCharactersAreCaught tries all pairs of changes in one code.
func TestTwoWrongCharactersAreCaught(t *testing.T) {
	f := form(t)
	text := []byte(strings.ReplaceAll(f.Code(choices(f, rand.New(rand.NewPCG(7, 8)))), "-", ""))
	for i := range text {
		for j := range i {
			for _, a := range []byte(code.Alphabet) {
				for _, b := range []byte(code.Alphabet) {
					if a == text[i] || b == text[j] {
						continue
					}
					wrong := append([]byte(nil), text...)
					wrong[i], wrong[j] = a, b
					if _, err := f.Read(string(wrong)); err == nil {
						t.Fatalf("%s was read for %s", wrong, text)
					}
				}
			}
		}
	}
}

func TestFaultsAreNamed(t *testing.T) {
	f := form(t)
	good := f.Code(choices(f, rand.New(rand.NewPCG(9, 1))))
	other := rebuilt(t, func(c *pack.Content) { c.ID = "elsewhere" })
	shorter := rebuilt(t, func(c *pack.Content) { c.ID = "shorter"; c.Cases = c.Cases[:1] })
	newer := rebuilt(t, func(c *pack.Content) { c.Cases[0].Steps[0].Options[1].ID = "z" })
	for _, tt := range []struct {
		name, text string
		want       code.Kind
	}{
		{"a letter that looks like a digit", "O" + good[1:], code.UnknownCharacter},
		{"a word", "hello", code.UnknownCharacter},
		{"nothing", "", code.WrongLength},
		{"too short", good[:len(good)-1], code.WrongLength},
		{"too long", good + "7", code.WrongLength},
		{"twice", good + good, code.WrongLength},
		{"one wrong", swapLast(good), code.Damaged},
		{"other pack", other.Code(nil), code.OtherPack},
		{"other pack, other length", shorter.Code(nil), code.OtherPack},
		{"other version", newer.Code(nil), code.OtherVersion},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := f.Read(tt.text)
			require.Equal(t, tt.want, kindOf(t, err))
		})
	}
}

func swapLast(text string) string {
	last := strings.IndexByte(code.Alphabet, text[len(text)-1])
	return text[:len(text)-1] + string(code.Alphabet[(last+1)%len(code.Alphabet)])
}

func TestAlphabetHasNoLookAlikes(t *testing.T) {
	for _, alike := range []string{"0OQD", "1IL", "2Z", "5S", "6G", "8B", "UV"} {
		n := 0
		for _, r := range alike {
			if strings.ContainsRune(code.Alphabet, r) {
				n++
			}
		}
		require.LessOrEqual(t, n, 1, alike)
	}
}

func TestTooManySteps(t *testing.T) {
	c, err := shipped(t).Unpack()
	require.NoError(t, err)
	for i := range 30 {
		st := c.Cases[0].Steps[0]
		st.ID = "more" + strconv.Itoa(i)
		c.Cases[0].Steps = append(c.Cases[0].Steps, st)
	}
	b, err := pack.Build(c)
	require.NoError(t, err)
	p, err := pack.Open(b)
	require.NoError(t, err)
	_, err = code.NewForm(p)
	require.ErrorIs(t, err, code.ErrTooMany)
}

func FuzzFind(f *testing.F) {
	fm := form(f)
	f.Add("hello")
	f.Add(fm.Code(nil))
	f.Add("1. " + fm.Code(nil) + "\n> 7teh 2222-" + fm.Code(nil)[:9])
	f.Fuzz(func(t *testing.T, text string) {
		for _, found := range fm.Find(text) {
			if found.Err != nil {
				require.NotEmpty(t, found.Err.Kind)
				continue
			}
			require.Len(t, found.Choices, len(fm.Steps))
			got, err := fm.Read(found.Code)
			require.NoError(t, err)
			require.Equal(t, found.Choices, got)
		}
	})
}

// TestALongPackIsNotLookedThrough asks for the form of a pack of two cases, the
// first too long for a code and the second damaged: it is not opened.
func TestALongPackIsNotLookedThrough(t *testing.T) {
	c := content(t)
	for i := range 70 {
		st := c.Cases[0].Steps[0]
		st.ID = "more" + strconv.Itoa(i)
		c.Cases[0].Steps = append(c.Cases[0].Steps, st)
	}
	b, err := pack.Build(c)
	require.NoError(t, err)
	damaged := bytes.LastIndex(b, []byte(c.Cases[1].Steps[0].Options[0].Does[0]))
	require.Positive(t, damaged)
	b[damaged] ^= 1
	p, err := pack.Open(b)
	require.NoError(t, err)
	_, err = p.Case(c.Cases[1].ID)
	require.ErrorContains(t, err, "is damaged")
	_, err = code.NewForm(p)
	require.ErrorIs(t, err, code.ErrTooMany)
}
