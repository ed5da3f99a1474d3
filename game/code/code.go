// Package code writes what a player chose as a short code that can be read
// aloud, written on paper or shown as a picture, and finds and reads such codes.
// A code holds the options that were chosen and nothing else: no name, no time,
// no device. It is pure: a code is a function of the pack and the choices.
package code

import (
	"errors"
	"fmt"
	"slices"
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
	tag   []int    // of the pack and its shape
	older []string // tags of version 1 that mean the same, see before
	sizes []int    // how many answers each step can have, none included
	data  int      // characters that hold the choices
}

// ErrTooMany says that a pack has more steps than a code holds: over about
// thirty of four options.
var ErrTooMany = errors.New("the pack has too many steps for a code")

// mostSteps is more than a code ever holds: a step has at least three answers, none
// included, and 3^mostSteps is over 23^maxChars. A longer pack is not looked through.
const mostSteps = 64

// NewForm is the form of a pack. It fails on a pack that cannot be opened, and
// with ErrTooMany.
//
// Codes of one pack fit another where both have the same id and the same shape:
// the same cases, steps and options by their ids, in the same order, and the
// options at the same places of their ladders. Words, sources and dates may
// differ: they do not change what was chosen.
func NewForm(p *pack.Pack) (*Form, error) {
	f := &Form{Pack: p.Head().ID}
	var shape strings.Builder
	for _, h := range p.Head().Cases {
		c, err := p.Case(h.ID)
		if err != nil {
			return nil, err
		}
		if len(f.Steps)+len(c.Steps) > mostSteps {
			return nil, ErrTooMany
		}
		for i := range c.Steps {
			st := &c.Steps[i]
			fmt.Fprintf(&shape, "%s/%s:", h.ID, st.ID)
			for _, o := range st.Options {
				fmt.Fprintf(&shape, " %s=%d", o.ID, o.Ladder)
			}
			shape.WriteByte('\n')
			f.Steps = append(f.Steps, Step{Case: h.ID, Step: st.ID, Options: len(st.Options)})
			f.sizes = append(f.sizes, len(st.Options)+1)
		}
	}
	f.data = room(f.sizes)
	if f.chars() > maxChars {
		return nil, ErrTooMany
	}
	f.tag = append(tagOf(f.Pack), tagOf(shape.String())...)
	f.older = oldTags(p, f.tag)
	return f, nil
}

// chars is how many characters a code of the form has, hyphens apart.
func (f *Form) chars() int { return packChars + shapeChars + f.data + checkChars }

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
	symbols := append(slices.Clone(f.tag), n...)
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
	fail := func(k Kind, detail string) ([]int, error) {
		return nil, &Error{Kind: k, Code: code, Detail: detail, Want: f.chars()}
	}
	long := strconv.Itoa(len(symbols))
	whole := len(symbols) > packChars+shapeChars+checkChars && len(symbols) <= maxChars
	fits := len(symbols) == f.chars()
	switch {
	case fits && (sound(symbols) && f.mine(symbols) || oldSound(symbols) && f.ours(symbols)):
	case whole && (sound(symbols) || oldSound(symbols) && f.another(symbols)):
		if !slices.Equal(symbols[:packChars], f.tag[:packChars]) {
			return fail(OtherPack, "")
		}
		return fail(OtherVersion, spellOut(symbols[:packChars+shapeChars]))
	case !fits:
		return fail(WrongLength, long)
	default:
		return fail(Damaged, "")
	}
	n := append(number(nil), symbols[len(f.tag):len(f.tag)+f.data]...)
	choices := make([]int, len(f.sizes))
	for i, size := range f.sizes {
		choices[i] = n.take(size) - 1
	}
	if !n.zero() {
		return fail(Damaged, "")
	}
	return choices, nil
}

// mine says whether symbols begin with the tag of the form.
func (f *Form) mine(symbols []int) bool { return slices.Equal(symbols[:len(f.tag)], f.tag) }

// ours says whether symbols begin with a tag of version 1 that means the same.
func (f *Form) ours(symbols []int) bool {
	return slices.Contains(f.older, spellOut(symbols[:len(f.tag)]))
}

// another says whether symbols may be a code of version 1 of this pack at another
// time: its id, and another tag than today's. One that differs in one symbol is
// today's with a slip in it.
func (f *Form) another(symbols []int) bool {
	return slices.Equal(symbols[:packChars], f.tag[:packChars]) &&
		symbols[packChars] != f.tag[packChars] && symbols[packChars+1] != f.tag[packChars+1]
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

// tagOf is two symbols that stand for a text: of two texts, one in 529 pairs has
// the same.
func tagOf(text string) []int {
	h := uint32(2166136261) // FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return pair(uint64(h))
}

func pair(n uint64) []int {
	n %= uint64(base * base)
	return []int{int(n) / base, int(n) % base}
}
