package slip_test

import (
	"errors"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"hardcases/game/pack"
	"hardcases/game/slip"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

func shipped(t testing.TB) *pack.Pack {
	t.Helper()
	return packs.First(t)
}

// rebuilt is the shipped pack after a change.
func rebuilt(t testing.TB, change func(*pack.Content)) *slip.Form {
	t.Helper()
	c, err := shipped(t).Unpack()
	require.NoError(t, err)
	change(c)
	b, err := pack.Build(c)
	require.NoError(t, err)
	p, err := pack.Open(b)
	require.NoError(t, err)
	f, err := slip.NewForm(p)
	require.NoError(t, err)
	return f
}

func form(t testing.TB) *slip.Form { return rebuilt(t, func(*pack.Content) {}) }

func choices(f *slip.Form, r *rand.Rand) []int {
	out := make([]int, len(f.Steps))
	for i, s := range f.Steps {
		out[i] = r.IntN(s.Options+1) - 1
	}
	return out
}

func kindOf(t testing.TB, err error) slip.Kind {
	t.Helper()
	var e *slip.Error
	require.True(t, errors.As(err, &e), "%v", err)
	require.NotEmpty(t, e.Error())
	return e.Kind
}

func TestCodesComeBack(t *testing.T) {
	f := form(t)
	r := rand.New(rand.NewPCG(1, 2))
	none, last := make([]int, len(f.Steps)), make([]int, len(f.Steps))
	for i, s := range f.Steps {
		none[i], last[i] = slip.None, s.Options-1
	}
	for i := range 2000 {
		want := choices(f, r)
		switch i {
		case 0:
			want = none
		case 1:
			want = last
		}
		code := f.Code(want)
		got, err := f.Read(code)
		require.NoError(t, err)
		require.Equal(t, want, got)
		if i < 2 {
			require.LessOrEqual(t, len(code), 24, "short enough to be read aloud: %s", code)
		}
	}
}

func TestReadingIsLenient(t *testing.T) {
	f := form(t)
	want := choices(f, rand.New(rand.NewPCG(3, 4)))
	code := f.Code(want)
	for _, variant := range []string{
		strings.ToLower(code), strings.ReplaceAll(code, "-", " "), strings.ReplaceAll(code, "-", ""),
		" " + strings.ReplaceAll(code, "-", " – ") + "\n", strings.Join(strings.Split(code, ""), " "),
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
		code := []byte(strings.ReplaceAll(f.Code(choices(f, r)), "-", ""))
		for i := range code {
			for _, c := range []byte(slip.Alphabet) {
				if c == code[i] {
					continue
				}
				wrong := append([]byte(nil), code...)
				wrong[i] = c
				_, err := f.Read(string(wrong))
				require.Equal(t, slip.Damaged, kindOf(t, err), "%s for %s", wrong, code)
			}
			for j := range i {
				if code[i] == code[j] {
					continue
				}
				wrong := append([]byte(nil), code...)
				wrong[i], wrong[j] = wrong[j], wrong[i]
				_, err := f.Read(string(wrong))
				require.Equal(t, slip.Damaged, kindOf(t, err), "%s for %s", wrong, code)
			}
		}
	}
}

// TestTwoWrongCharactersAreCaught tries all pairs of changes in one code.
func TestTwoWrongCharactersAreCaught(t *testing.T) {
	f := form(t)
	code := []byte(strings.ReplaceAll(f.Code(choices(f, rand.New(rand.NewPCG(7, 8)))), "-", ""))
	for i := range code {
		for j := range i {
			for _, a := range []byte(slip.Alphabet) {
				for _, b := range []byte(slip.Alphabet) {
					if a == code[i] || b == code[j] {
						continue
					}
					wrong := append([]byte(nil), code...)
					wrong[i], wrong[j] = a, b
					if _, err := f.Read(string(wrong)); err == nil {
						t.Fatalf("%s was read for %s", wrong, code)
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
	newer := rebuilt(t, func(c *pack.Content) { c.Version = "9.9.9" })
	for _, tt := range []struct {
		name, code string
		want       slip.Kind
	}{
		{"a letter that looks like a digit", "O" + good[1:], slip.UnknownCharacter},
		{"a word", "hello", slip.UnknownCharacter},
		{"nothing", "", slip.WrongLength},
		{"too short", good[:len(good)-1], slip.WrongLength},
		{"too long", good + "7", slip.WrongLength},
		{"twice", good + good, slip.WrongLength},
		{"one wrong", swapLast(good), slip.Damaged},
		{"other pack", other.Code(nil), slip.OtherPack},
		{"other pack, other length", shorter.Code(nil), slip.OtherPack},
		{"other version", newer.Code(nil), slip.OtherVersion},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := f.Read(tt.code)
			require.Equal(t, tt.want, kindOf(t, err))
		})
	}
}

func swapLast(code string) string {
	last := strings.IndexByte(slip.Alphabet, code[len(code)-1])
	return code[:len(code)-1] + string(slip.Alphabet[(last+1)%len(slip.Alphabet)])
}

func TestAlphabetHasNoLookAlikes(t *testing.T) {
	for _, alike := range []string{"0OQD", "1IL", "2Z", "5S", "6G", "8B", "UV"} {
		n := 0
		for _, r := range alike {
			if strings.ContainsRune(slip.Alphabet, r) {
				n++
			}
		}
		require.LessOrEqual(t, n, 1, alike)
	}
}

func TestManyAtOnce(t *testing.T) {
	f := form(t)
	r := rand.New(rand.NewPCG(11, 12))
	var codes []string
	for range 200 {
		codes = append(codes, f.Code(choices(f, r)))
	}
	spaced := make([]string, len(codes))
	for i, c := range codes {
		spaced[i] = strings.ToLower(strings.ReplaceAll(c, "-", " "))
	}
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"a line each", strings.Join(codes, "\n"), codes},
		{"Windows lines", strings.Join(codes, "\r\n") + "\r\n\r\n", codes},
		{"commas", strings.Join(codes, ", "), codes},
		{"one line", strings.Join(codes, " "), codes},
		{"one line, groups apart", strings.Join(spaced, " "), spaced},
		{"a line each, groups apart", strings.Join(spaced, "\n"), spaced},
		{"nothing", " \n ", nil},
		{"one cut short among others", codes[0] + " " + codes[1][:8] + " " + codes[2], []string{codes[0], codes[1][:8], codes[2]}},
	} {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.want, f.Split(tt.text)) })
	}
	require.LessOrEqual(t, len(f.Split(strings.Repeat("A\n", slip.MaxPaste))), slip.MaxPaste/2)
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
	_, err = slip.NewForm(p)
	require.ErrorIs(t, err, slip.ErrTooMany)
}

func FuzzRead(f *testing.F) {
	fm := form(f)
	f.Add("hello")
	f.Add(fm.Code(nil))
	f.Fuzz(func(t *testing.T, text string) {
		for _, code := range fm.Split(text) {
			got, err := fm.Read(code)
			if err == nil {
				require.Equal(t, strings.Map(bare, fm.Code(got)), strings.Map(bare, strings.ToUpper(code)))
			}
		}
	})
}

func bare(r rune) rune {
	if strings.ContainsRune(slip.Alphabet, r) {
		return r
	}
	return -1
}
