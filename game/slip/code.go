package slip

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
// version, the choices, two that check all.
const (
	packChars    = 2
	versionChars = 2
	checkChars   = 2
)

// maxChars is the longest code: over 22 characters two positions would weigh
// the same, and a swap of them would not be seen.
const maxChars = base - 1

// group is how many characters are read aloud in one breath.
const group = 4

// checks are the two check symbols of a code. With them the sum of all symbols
// is 0 modulo 23, and so is the sum of each symbol times its position. That is
// a Reed–Solomon code of distance 3 (Reed and Solomon 1960): any one or two
// wrong symbols, and any two symbols changed round, wherever they stand, give
// another sum.
func checks(data []int) [checkChars]int {
	n := len(data) + checkChars
	sum, weighed := 0, 0
	for i, v := range data {
		sum += v
		weighed += v * (i + 1)
	}
	// The last two, a and b, stand at n-1 and n: a + b = -sum and
	// (n-1)a + nb = -weighed, so a = -n·sum + weighed and b = -sum - a.
	a := modulo(weighed - n*sum)
	return [checkChars]int{a, modulo(-sum - a)}
}

// sound says whether the symbols of a code agree with its check symbols.
func sound(symbols []int) bool {
	sum, weighed := 0, 0
	for i, v := range symbols {
		sum += v
		weighed += v * (i + 1)
	}
	return sum%base == 0 && weighed%base == 0
}

func modulo(n int) int { return (n%base + base) % base }

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
	most := make(number, 4*len(sizes)+1) // a digit has at most 9 values, under 23²
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
