// Package slip writes what a player chose as a short code that can be read
// aloud, written on paper or shown as a picture, and reads such codes back. A
// code holds the options that were chosen and nothing else: no name, no time,
// no device. It is pure: a code is a function of the pack and the choices.
package slip

import (
	"errors"
	"strconv"
	"strings"
	"unicode"

	"hardcases/game/pack"
)

// Step is one step of a form, in the order of the pack.
type Step struct {
	Case, Step string
	Options    int
}

// Form is what a code of one pack says: one choice for each step.
type Form struct {
	Pack  string // the pack's id
	Steps []Step
	tag   []int // of the pack and its version
	sizes []int // how many answers each step can have, none included
	data  int   // characters that hold the choices
}

// ErrTooMany says that a pack has more steps than a code holds: over about
// thirty of four options.
var ErrTooMany = errors.New("the pack has too many steps for a code")

// NewForm is the form of a pack. It fails on a pack that cannot be opened, and
// with ErrTooMany.
func NewForm(p *pack.Pack) (*Form, error) {
	f := &Form{Pack: p.Head().ID}
	for _, h := range p.Head().Cases {
		c, err := p.Case(h.ID)
		if err != nil {
			return nil, err
		}
		for i := range c.Steps {
			n := len(c.Steps[i].Options)
			f.Steps = append(f.Steps, Step{Case: h.ID, Step: c.Steps[i].ID, Options: n})
			f.sizes = append(f.sizes, n+1)
		}
	}
	f.data = room(f.sizes)
	if f.chars() > maxChars {
		return nil, ErrTooMany
	}
	f.tag = append(idTag(f.Pack), versionTag(p.Hash())...)
	return f, nil
}

// chars is how many characters a code of the form has, hyphens apart.
func (f *Form) chars() int { return packChars + versionChars + f.data + checkChars }

// None is the choice at a step that was skipped or not reached.
const None = -1

// Code writes the choices, one for each step: the index of an option, or None.
// What is no choice counts as None.
func (f *Form) Code(choices []int) string {
	n := make(number, f.data)
	for i := len(f.sizes) - 1; i >= 0; i-- {
		digit := 0
		if i < len(choices) && choices[i] >= 0 && choices[i] < f.sizes[i]-1 {
			digit = choices[i] + 1
		}
		n.add(digit, f.sizes[i])
	}
	symbols := append(append([]int(nil), f.tag...), n...)
	check := checks(symbols)
	return write(append(symbols, check[:]...))
}

// Read gives the choices of one code. Lower case, spaces and hyphens do not
// matter. Its error is an *Error.
func (f *Form) Read(code string) ([]int, error) {
	symbols, err := spell(code)
	if err != nil {
		return nil, err
	}
	fail := func(k Kind) ([]int, error) {
		return nil, &Error{Kind: k, Code: code, Detail: strconv.Itoa(len(symbols)), Want: f.chars()}
	}
	whole := len(symbols) > packChars+versionChars+checkChars && len(symbols) <= maxChars && sound(symbols)
	switch {
	case !whole && len(symbols) != f.chars():
		return fail(WrongLength)
	case !whole:
		return fail(Damaged)
	case !equal(symbols[:packChars], f.tag[:packChars]):
		return fail(OtherPack)
	case !equal(symbols[:len(f.tag)], f.tag):
		return fail(OtherVersion)
	case len(symbols) != f.chars():
		return fail(WrongLength)
	}
	n := append(number(nil), symbols[len(f.tag):len(f.tag)+f.data]...)
	choices := make([]int, len(f.sizes))
	for i, size := range f.sizes {
		choices[i] = n.take(size) - 1
	}
	if !n.zero() {
		return fail(Damaged)
	}
	return choices, nil
}

// spell gives the values of the characters of a code, hyphens and spaces left
// out.
func spell(code string) ([]int, error) {
	var symbols []int
	for _, r := range code {
		if unicode.IsSpace(r) || unicode.Is(unicode.Dash, r) {
			continue
		}
		v := strings.IndexRune(Alphabet, unicode.ToUpper(r))
		if v < 0 {
			return nil, &Error{Kind: UnknownCharacter, Code: code, Detail: string(r)}
		}
		symbols = append(symbols, v)
	}
	return symbols, nil
}

func equal(a, b []int) bool {
	for i := range b {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// idTag is two symbols that stand for a pack's id: of two packs, one in 529
// pairs has the same.
func idTag(id string) []int {
	h := uint32(2166136261) // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
	for i := range len(id) {
		h = (h ^ uint32(id[i])) * 16777619
	}
	return pair(uint64(h))
}

// versionTag is two symbols that stand for the first eight digits of a pack's
// hash.
func versionTag(hash string) []int {
	n, _ := strconv.ParseUint(hash[:min(8, len(hash))], 16, 64)
	return pair(n)
}

func pair(n uint64) []int {
	n %= uint64(base * base)
	return []int{int(n) / base, int(n) % base}
}
