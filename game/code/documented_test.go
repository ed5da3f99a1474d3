package code_test

import (
	"fmt"
	"hash/fnv"
	"math/big"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"hardcases/game/code"
	"hardcases/game/pack"

	"github.com/stretchr/testify/require"
)

// TestDocumentedCode reads codes by docs/formats.md alone: it knows the steps and
// options of a pack, and nothing of this package.
func TestDocumentedCode(t *testing.T) {
	p := shipped(t)
	f := form(t)
	r := rand.New(rand.NewPCG(4, 2))
	for range 200 {
		want := choices(f, r)
		require.Equal(t, want, documented(t, p, f.Code(want)))
	}
}

// TestDocumentedOldCodes reads codes of versions 1 and 2, as the programs of then
// wrote them, with the pack of the time of version 1.
func TestDocumentedOldCodes(t *testing.T) {
	b, err := os.ReadFile("../pack/testdata/format1/cloudflare.msgp")
	require.NoError(t, err)
	p, err := pack.Open(b)
	require.NoError(t, err)
	f := old(t, func(*pack.Content) {})
	for version := 1; version <= 2; version++ {
		lines, err := os.ReadFile(fmt.Sprintf("testdata/version%d/lines.txt", version))
		require.NoError(t, err)
		for one := range strings.Lines(string(lines)) {
			want, err := f.Read(strings.TrimSpace(one))
			require.NoError(t, err)
			s := symbols(t, one)
			text, steps := shape(t, p, false)
			n, err := strconv.ParseUint(p.Hash()[:8], 16, 64)
			require.NoError(t, err)
			tag := two(n)
			if version == 2 {
				tag = hashed(text)
				holdsStrands(t, s, 1)
			} else {
				plain, placed := 0, 0
				for i, v := range s {
					plain, placed = plain+v, placed+v*(i+1)
				}
				require.Zero(t, plain%23)
				require.Zero(t, placed%23)
			}
			require.Equal(t, append(hashed(p.Head().ID), tag...), s[:4])
			require.Equal(t, want, answered(s[4:len(s)-2], steps, false))
		}
	}
}

// TestOlderCodesAsTheyWere holds what the codes of version 2 meant when they were
// made.
func TestOlderCodesAsTheyWere(t *testing.T) {
	f := old(t, func(*pack.Content) {})
	for text, want := range map[string][]int{
		"7T2N-X2NC-4A27-8858": {2, 1, 3, 2, 0, 0, 2, 3, 0, -1, 0, 2, 3, 2, 1, 1, 1, 2, 2},
		"7T2N-FCNY-5F95-T3MH": {2, 2, -1, -1, -1, 2, 1, -1, 2, 0, 3, 0, 2, 2, -1, -1, 1, -1, 0},
	} {
		got, err := f.Read(text)
		require.NoError(t, err)
		for i, c := range got {
			require.Equal(t, code.Choice{Option: want[i]}, c, "no bets")
		}
		_, err = f.Read(text[:len(text)-1] + "4")
		require.Equal(t, code.Damaged, kindOf(t, err))
		_, err = f.Read(text[:len(text)-1])
		require.ErrorContains(t, err, "a code has 16", "as long as codes that begin so")
	}
}

// documented reads a code of version 3.
func documented(t *testing.T, p *pack.Pack, text string) []code.Choice {
	s := symbols(t, text)
	plain, steps := shape(t, p, true)
	require.Equal(t, append(hashed(p.Head().ID), hashed(plain)...), s[:4])
	strands := (len(s) + 21) / 22
	holdsStrands(t, s, strands)
	most := big.NewInt(0)
	for i := len(steps) - 1; i >= 0; i-- {
		size := int64(steps[i].size(true))
		most.Mul(most, big.NewInt(size)).Add(most, big.NewInt(size-1))
	}
	require.Len(t, s, 4+len(most.Text(23))+2*strands)
	return answered(s[4:len(s)-2*strands], steps, true)
}

// holdsStrands holds both sums of each strand.
func holdsStrands(t *testing.T, s []int, strands int) {
	for k := range strands {
		once, twice, w := 0, 0, 1
		for i := k; i < len(s); i += strands {
			w = w * 5 % 23
			once, twice = once+s[i]*w, twice+s[i]*w*w
		}
		require.Zero(t, once%23)
		require.Zero(t, twice%23)
	}
}

func symbols(t *testing.T, code string) (values []int) {
	for _, r := range strings.ToUpper(strings.TrimSpace(code)) {
		if r == '-' || r == ' ' {
			continue
		}
		v := strings.IndexRune("23456789ACEFHJKMNPRTWXY", r)
		require.GreaterOrEqual(t, v, 0, code)
		values = append(values, v)
	}
	return values
}

// asked is what a step asks: how many options it has, and whether it takes a bet.
type asked struct {
	options int
	bet     bool
}

func (a asked) bets(version3 bool) int {
	if version3 && a.bet {
		return 1 + 6*a.options
	}
	return 1
}

func (a asked) size(version3 bool) int { return 1 + a.options*a.bets(version3) }

// shape is the text that a pack's shape is hashed from, and what its steps ask.
func shape(t *testing.T, p *pack.Pack, version3 bool) (text string, steps []asked) {
	for _, h := range p.Head().Cases {
		c, err := p.Case(h.ID)
		require.NoError(t, err)
		for _, st := range c.Steps {
			text += h.ID + "/" + st.ID + ":"
			for _, o := range st.Options {
				text += fmt.Sprintf(" %s=%d", o.ID, o.Ladder)
			}
			if version3 && st.Kind == "decision" {
				text += " bet"
			}
			text += "\n"
			steps = append(steps, asked{len(st.Options), st.Kind == "decision"})
		}
	}
	return text, steps
}

func hashed(text string) []int {
	h := fnv.New32a()
	h.Write([]byte(text))
	return two(uint64(h.Sum32()))
}

func two(n uint64) []int { return []int{int(n % 529 / 23), int(n % 529 % 23)} }

// answered takes a number apart, the lowest symbol first.
func answered(s []int, steps []asked, version3 bool) []code.Choice {
	n := big.NewInt(0)
	for i := len(s) - 1; i >= 0; i-- {
		n.Mul(n, big.NewInt(23)).Add(n, big.NewInt(int64(s[i])))
	}
	out := make([]code.Choice, len(steps))
	for i, a := range steps {
		rest := new(big.Int)
		n.DivMod(n, big.NewInt(int64(a.size(version3))), rest)
		digit := int(rest.Int64())
		if digit == 0 {
			out[i].Option = code.None
			continue
		}
		out[i].Option = (digit - 1) / a.bets(version3)
		if b := (digit - 1) % a.bets(version3); b > 0 {
			out[i].Bet, out[i].Stop = (b-1)/6, (b-1)%6+1
		}
	}
	return out
}
