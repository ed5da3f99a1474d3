package code

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"hardcases/game/pack"
)

// Step is one step of a form, in the order of the pack.
type Step struct {
	Case, Step string
	Options    int
	Bet        bool // the step asks for a bet
}

// answers is how many different answers there are, none included.
func (s Step) answers() int { return 1 + s.Options*s.bets() }

// bets is how many different bets there are, none included.
func (s Step) bets() int {
	if !s.Bet {
		return 1
	}
	return 1 + s.Options*pack.Stops
}

// digit is an answer as a number from 0, which is none, to below answers.
func (s Step) digit(c Choice) int {
	if c.Option < 0 || c.Option >= s.Options {
		return 0
	}
	bet := 0
	if s.Bet && c.Bet >= 0 && c.Bet < s.Options && c.Stop >= 1 && c.Stop <= pack.Stops {
		bet = 1 + c.Bet*pack.Stops + c.Stop - 1
	}
	return 1 + c.Option*s.bets() + bet
}

// choice is the answer of a digit.
func (s Step) choice(digit int) Choice {
	if digit == 0 {
		return Choice{Option: None}
	}
	option, bet := (digit-1)/s.bets(), (digit-1)%s.bets()
	if bet == 0 {
		return Choice{Option: option}
	}
	return Choice{Option: option, Bet: (bet - 1) / pack.Stops, Stop: (bet-1)%pack.Stops + 1}
}

// Form is what a code of one pack says: one answer for each step.
type Form struct {
	Pack  string // the pack's id
	Steps []Step
	tag   []int   // of the pack and its shape
	data  int     // characters that hold the answers
	older []older // forms that codes of older versions of the same pack have
}

// older is a form of an older version, whose codes hold no bets.
type older struct {
	tags  []string // that mean the same, see before
	data  int
	sound func(symbols []int) bool
}

// ErrTooMany says that a pack has more steps than a code holds: over some forty
// of four options.
var ErrTooMany = errors.New("the pack has too many steps for a code")

// mostSteps is how many steps a pack has at most that is looked through.
const mostSteps = 64

// NewForm is the form of a pack. It fails on a pack that cannot be opened, and
// with ErrTooMany.
//
// Codes of one pack fit another where both have the same id and the same shape:
// the same cases, steps and options by their ids, in the same order, the options at
// the same places of their ladders, and bets on the same steps. Words, sources and
// dates may differ: they do not change what was chosen.
func NewForm(p *pack.Pack) (*Form, error) {
	f := &Form{Pack: p.Head().ID}
	var shape, plain strings.Builder // plain as it was before there were bets
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
			f.Steps = append(f.Steps, Step{Case: h.ID, Step: st.ID, Options: len(st.Options), Bet: st.Kind.Traits().Bet})
			line := h.ID + "/" + st.ID + ":"
			for _, o := range st.Options {
				line += fmt.Sprintf(" %s=%d", o.ID, o.Ladder)
			}
			plain.WriteString(line + "\n")
			if st.Kind.Traits().Bet {
				line += " bet"
			}
			shape.WriteString(line + "\n")
		}
	}
	f.data = room(f.sizes(Step.answers))
	if f.chars() > maxChars {
		return nil, ErrTooMany
	}
	f.tag = append(tagOf(f.Pack), tagOf(shape.String())...)
	f.read(p, append(tagOf(f.Pack), tagOf(plain.String())...))
	return f, nil
}

// read notes which codes of older versions can be read. tag is the one that the
// pack had in version 2. One that is near to today's is left out where codes of
// both are equally long: a code of today with a slip in it must not be read as an
// old one.
func (f *Form) read(p *pack.Pack, tag []int) {
	data := room(f.sizes(Step.choices))
	second, first := older{data: data, sound: sound}, older{data: data, sound: oldSound}
	if second.chars() > strandChars {
		return // there were none
	}
	far := func(old string) bool { return second.chars() != f.chars() || !f.near(old) }
	if text := spellOut(tag); far(text) {
		second.tags = append(second.tags, text)
	}
	for _, text := range oldTags(p, tag) {
		if far(text) {
			first.tags = append(first.tags, text)
		}
	}
	f.older = []older{second, first}
}

// chars is how many characters a code of the older version has.
func (o *older) chars() int { return tagChars + o.data + checkChars }

// want is how many characters a code should have that begins with these symbols.
func (f *Form) want(symbols []int) int {
	for _, o := range f.older {
		if o.mine(symbols) && !f.mine(symbols) {
			return o.chars()
		}
	}
	return f.chars()
}

// near says whether a tag of the same pack differs from today's in one symbol of
// its shape at most.
func (f *Form) near(tag string) bool {
	own := spellOut(f.tag)
	return tag[packChars] == own[packChars] || tag[packChars+1] == own[packChars+1]
}

// choices is how many different options can be chosen, none included.
func (s Step) choices() int { return 1 + s.Options }

// sizes is how many answers each step can have, by what counts them.
func (f *Form) sizes(of func(Step) int) []int {
	sizes := make([]int, len(f.Steps))
	for i, s := range f.Steps {
		sizes[i] = of(s)
	}
	return sizes
}

// chars is how many characters a code of the form has, hyphens apart.
func (f *Form) chars() int { return tagChars + f.data + checkChars*strandsFor(tagChars+f.data) }

// lengths are the numbers of characters that codes of this pack can have, those of
// today first.
func (f *Form) lengths() []int {
	all := []int{f.chars()}
	for _, o := range f.older {
		if n := o.chars(); !slices.Contains(all, n) {
			all = append(all, n)
		}
	}
	return all
}
