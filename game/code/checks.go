package code

import "strings"

// Alphabet is the 23 characters of a code, in the order of their values.
//
// It holds what is left when everything is taken out that is taken for
// something else: 0 O Q D, 1 I L, 2 Z, 5 S, 6 G, 8 B and U V each look alike on
// paper or on a screen; of a pair, the digit stays, and of U V neither. What
// is left has no vowel but A and E, so no word of either language comes up by
// chance. That 23 is prime makes the check symbols a matter of counting
// modulo 23.
const Alphabet = "23456789ACEFHJKMNPRTWXY"

// base is how many characters there are.
const base = len(Alphabet)

// The parts of a code, in characters: two for the pack's id, two for its
// shape, the answers, and for each strand two that check it.
const (
	packChars  = 2
	shapeChars = 2
	tagChars   = packChars + shapeChars
	checkChars = 2
)

// strandChars is the longest strand: over 22 characters two positions would weigh
// the same, and a swap of them would not be seen. A longer code is plaited of
// several strands, as a code of version 2 is one: character i belongs to strand
// i modulo their number. So what the hand does wrong in one place is shared out
// among them.
const (
	strandChars = base - 1
	maxStrands  = 3
	maxChars    = maxStrands * strandChars
)

// strandsFor is how many strands a code needs that says so many characters.
func strandsFor(data int) int {
	return max(1, (data+strandChars-checkChars-1)/(strandChars-checkChars))
}

// strandsOf is how many strands a code has that is so long in all.
func strandsOf(all int) int { return max(1, (all+strandChars-1)/strandChars) }

// group is how many characters are read aloud in one breath.
const group = 4

// root is a primitive root modulo 23: its first 22 powers are all different.
const root = 5

// sums are two sums of the symbols of a strand, each times a power of root and of its square
// that goes with its position; modulo 23. A strand is sound where both are 0. That
// is a Reed–Solomon code of distance 3 (Reed and Solomon 1960): any one or two
// wrong symbols give another sum, and so do any two symbols changed round. Since
// no sum is a plain one, symbols that change places in number, as when a group of
// four is read before another, are seen as any other error is: one time in 529
// both sums are right by chance.
func sums(symbols []int) (first, second int) {
	weight := 1
	for _, v := range symbols {
		weight = weight * root % base
		first += v * weight
		second += v * weight * weight
	}
	return first % base, second % base
}

// checked is a code with its check symbols, of which the strands have one in turn.
func checked(data []int) []int {
	n := strandsFor(len(data))
	symbols := make([]int, len(data)+checkChars*n)
	copy(symbols, data)
	for i := range n {
		at := len(data) + i
		for _, v := range checks(strand(data, at%n, n)) {
			symbols[at] = v
			at += n
		}
	}
	return symbols
}

// strand is every nth of some symbols, from the one at first.
func strand(symbols []int, first, n int) []int {
	var out []int
	for i := first; i < len(symbols); i += n {
		out = append(out, symbols[i])
	}
	return out
}

// checks are the two check symbols that make a strand sound.
func checks(data []int) [checkChars]int {
	first, second := sums(data)
	x := power(root, len(data)+1)
	// The last two, a and b, weigh x and root·x, and in the second sum the squares
	// of these: a + root·b = -first/x and a + root²·b = -second/x².
	p, q := modulo(-first*inverse(x)), modulo(-second*inverse(x*x))
	b := modulo((q - p) * inverse(root*root-root))
	return [checkChars]int{modulo(p - root*b), b}
}

// sound says whether the symbols of a code agree with its check symbols: whether
// all its strands do.
func sound(symbols []int) bool {
	n := strandsOf(len(symbols))
	for i := range n {
		if first, second := sums(strand(symbols, i, n)); first != 0 || second != 0 {
			return false
		}
	}
	return true
}

func modulo(n int) int { return (n%base + base) % base }

func power(n, exponent int) int {
	out := 1
	for range exponent {
		out = out * n % base
	}
	return out
}

// inverse is what n times gives 1 modulo 23 (Fermat).
func inverse(n int) int { return power(modulo(n), base-2) }

// number is a whole number of any size, as digits of the alphabet, the lowest
// first. Its length never changes.
type number []int

// add puts a digit of the given size at the low end: n·size + digit.
func (n number) add(digit, size int) {
	carry := digit
	for i := range n {
		v := n[i]*size + carry
		n[i], carry = v%base, v/base
	}
}

// take gives the low digit of the given size back and leaves the rest.
func (n number) take(size int) int {
	rest := 0
	for i := len(n) - 1; i >= 0; i-- {
		v := rest*base + n[i]
		n[i], rest = v/size, v%size
	}
	return rest
}

func (n number) zero() bool {
	for _, v := range n {
		if v != 0 {
			return false
		}
	}
	return true
}

// room is how many characters hold every combination of digits of these sizes.
func room(sizes []int) int {
	most := make(number, 4*len(sizes)+1) // a digit has at most 393 values, under 23²
	for i := len(sizes) - 1; i >= 0; i-- {
		most.add(sizes[i]-1, sizes[i])
	}
	n := len(most)
	for n > 1 && most[n-1] == 0 {
		n--
	}
	return n
}

// write spells symbols out in groups with a hyphen between them.
func write(symbols []int) string {
	var b strings.Builder
	for i, v := range symbols {
		if i > 0 && i%group == 0 {
			b.WriteByte('-')
		}
		b.WriteByte(Alphabet[v])
	}
	return b.String()
}

// spellOut spells symbols out with nothing between them.
func spellOut(symbols []int) string {
	var b strings.Builder
	for _, v := range symbols {
		b.WriteByte(Alphabet[v])
	}
	return b.String()
}
