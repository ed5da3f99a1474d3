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

// TestDocumentedOldCode reads a code of version 1 with the pack of its time.
func TestDocumentedOldCode(t *testing.T) {
	b, err := os.ReadFile("../pack/testdata/format1/cloudflare.msgp")
	require.NoError(t, err)
	p, err := pack.Open(b)
	require.NoError(t, err)
	f := old(t, func(*pack.Content) {})
	lines, err := os.ReadFile("testdata/version1/lines.txt")
	require.NoError(t, err)
	for code := range strings.Lines(string(lines)) {
		want, err := f.Read(strings.TrimSpace(code))
		require.NoError(t, err)
		s := symbols(t, code)
		n, err := strconv.ParseUint(p.Hash()[:8], 16, 64)
		require.NoError(t, err)
		require.Equal(t, append(hashed(p.Head().ID), two(n)...), s[:4])
		plain, placed := 0, 0
		for i, v := range s {
			plain, placed = plain+v, placed+v*(i+1)
		}
		require.Zero(t, plain%23)
		require.Zero(t, placed%23)
		_, sizes := shape(t, p)
		require.Equal(t, want, chosen(s[4:len(s)-2], sizes))
	}
}

// documented reads a code of version 2.
func documented(t *testing.T, p *pack.Pack, code string) []int {
	s := symbols(t, code)
	text, sizes := shape(t, p)
	require.Equal(t, append(hashed(p.Head().ID), hashed(text)...), s[:4])
	once, twice, w := 0, 0, 1
	for _, v := range s {
		w = w * 5 % 23
		once, twice = once+v*w, twice+v*w*w
	}
	require.Zero(t, once%23)
	require.Zero(t, twice%23)
	most := big.NewInt(0)
	for i := len(sizes) - 1; i >= 0; i-- {
		most.Mul(most, big.NewInt(int64(sizes[i]))).Add(most, big.NewInt(int64(sizes[i]-1)))
	}
	require.Len(t, s, 4+len(most.Text(23))+2)
	return chosen(s[4:len(s)-2], sizes)
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

// shape is the text that a pack's shape is hashed from, and the sizes of the
// digits.
func shape(t *testing.T, p *pack.Pack) (text string, sizes []int) {
	for _, h := range p.Head().Cases {
		c, err := p.Case(h.ID)
		require.NoError(t, err)
		for _, st := range c.Steps {
			text += h.ID + "/" + st.ID + ":"
			for _, o := range st.Options {
				text += fmt.Sprintf(" %s=%d", o.ID, o.Ladder)
			}
			text += "\n"
			sizes = append(sizes, 1+len(st.Options))
		}
	}
	return text, sizes
}

func hashed(text string) []int {
	h := fnv.New32a()
	h.Write([]byte(text))
	return two(uint64(h.Sum32()))
}

func two(n uint64) []int { return []int{int(n % 529 / 23), int(n % 529 % 23)} }

// chosen takes a number apart, the lowest symbol first.
func chosen(s, sizes []int) []int {
	n := big.NewInt(0)
	for i := len(s) - 1; i >= 0; i-- {
		n.Mul(n, big.NewInt(23)).Add(n, big.NewInt(int64(s[i])))
	}
	out := make([]int, len(sizes))
	for i, size := range sizes {
		digit := new(big.Int)
		n.DivMod(n, big.NewInt(int64(size)), digit)
		out[i] = int(digit.Int64()) - 1
	}
	return out
}
