// Package code writes what a player chose as a short code that can be read
// aloud, written on paper or shown as a picture, and finds and reads such codes.
// A code holds the options that were chosen, the bets, and nothing else: no name,
// no time, no device. It is pure: a code is a function of the pack and the choices.
package code

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Choice is what a player answered at one step.
type Choice struct {
	Option int // the index of an option, or None
	// Bet is the index of the option that was bet on, and Stop how sure that was:
	// 1 to pack.Stops, 0 where there was no bet.
	Bet, Stop int
}

// None is the option at a step that was skipped or not reached.
const None = -1

// Code writes the choices, one for each step. What is no choice counts as None, and
// what is no bet as none.
func (f *Form) Code(choices []Choice) string {
	n := make(number, f.data)
	for i := len(f.Steps) - 1; i >= 0; i-- {
		digit := 0
		if i < len(choices) {
			digit = f.Steps[i].digit(choices[i])
		}
		n.add(digit, f.Steps[i].answers())
	}
	return write(checked(append(slices.Clone(f.tag), n...)))
}

// Read gives the choices of one code, of any version. Lower case, spaces and
// hyphens do not matter. Its error is an *Error.
func (f *Form) Read(code string) ([]Choice, error) {
	symbols, err := spell(code)
	if err != nil {
		return nil, err
	}
	fail := func(k Kind, detail string) ([]Choice, error) {
		return nil, &Error{Kind: k, Code: code, Detail: detail, Want: f.want(symbols)}
	}
	if len(symbols) == f.chars() && sound(symbols) && f.mine(symbols) {
		if choices, ok := f.answers(symbols[tagChars:tagChars+f.data], Step.answers, Step.choice); ok {
			return choices, nil
		}
		return fail(Damaged, "")
	}
	for _, o := range f.older {
		if len(symbols) == o.chars() && o.sound(symbols) && o.mine(symbols) {
			if choices, ok := f.answers(symbols[tagChars:tagChars+o.data], Step.choices, plainChoice); ok {
				return choices, nil
			}
			return fail(Damaged, "")
		}
	}
	whole := len(symbols) > tagChars+checkChars && len(symbols) <= maxChars
	switch {
	case whole && (sound(symbols) || oldSound(symbols) && f.another(symbols)):
		if !slices.Equal(symbols[:packChars], f.tag[:packChars]) {
			return fail(OtherPack, "")
		}
		return fail(OtherVersion, spellOut(symbols[:tagChars]))
	case !slices.Contains(f.lengths(), len(symbols)):
		return fail(WrongLength, strconv.Itoa(len(symbols)))
	}
	return fail(Damaged, "")
}

// answers takes the number that symbols are apart into one digit for each step;
// size is how many values that has, and of what it means. ok is false where
// something is left over.
func (f *Form) answers(symbols []int, size func(Step) int, of func(Step, int) Choice) (choices []Choice, ok bool) {
	n := append(number(nil), symbols...)
	choices = make([]Choice, len(f.Steps))
	for i, s := range f.Steps {
		choices[i] = of(s, n.take(size(s)))
	}
	return choices, n.zero()
}

// plainChoice is the answer of a digit of the versions without bets.
func plainChoice(_ Step, digit int) Choice { return Choice{Option: digit - 1} }

// mine says whether symbols begin with the tag of the form.
func (f *Form) mine(symbols []int) bool {
	return len(symbols) >= tagChars && slices.Equal(symbols[:tagChars], f.tag)
}

// mine says whether symbols begin with a tag of the older version.
func (o *older) mine(symbols []int) bool {
	return len(symbols) >= tagChars && slices.Contains(o.tags, spellOut(symbols[:tagChars]))
}

// another says whether symbols may be a code of version 1 of this pack at another
// time: its id, and another tag than today's. One that differs in one symbol is
// today's with a slip in it.
func (f *Form) another(symbols []int) bool {
	return slices.Equal(symbols[:packChars], f.tag[:packChars]) && !f.near(spellOut(symbols[:tagChars]))
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
