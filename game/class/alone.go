package class

import (
	"slices"
	"strings"

	"hardcases/game/code"
	"hardcases/game/pack"
)

// MostCodes is how many codes a lesson keeps.
const MostCodes = 2000

// maxRefused is how many useless codes are shown; with so many, one more says
// nothing new. All are counted.
const maxRefused = 50

// Glean gives what looks like a code in a text, one a line, and leaves the rest:
// names and times are nobody's business, and must not come into a saved game.
// Gleaning again changes nothing.
func Glean(p *pack.Pack, text string) string {
	form, err := code.NewForm(p)
	if err != nil {
		return ""
	}
	var lines []string
	size := 0
	for text != "" {
		var now string
		now, text = cut(text)
		for _, f := range form.Find(now) {
			if size += len(f.Code) + 1; size > code.MaxPaste { // far more than a lesson keeps
				return strings.Join(lines, "\n")
			}
			lines = append(lines, f.Code)
		}
	}
	return strings.Join(lines, "\n")
}

// cut parts a text that is too long to be looked through at once, between lines where it
// has any.
func cut(text string) (now, rest string) {
	if len(text) <= code.MaxPaste {
		return text, ""
	}
	n := strings.LastIndexByte(text[:code.MaxPaste], '\n') + 1
	if n == 0 {
		n = code.MaxPaste
	}
	return text[:n], text[n:]
}

// paste takes the codes in a text. Two who chose the same have the same code, so
// a code may stand in a list several times, and each counts. But a list may be
// pasted again, or have grown since: so of each code there are as many as in the
// list that has most of it. Those that are left out are kept, in case they are of
// other players. With all, none is left out.
func (s *State) paste(p *pack.Pack, text string, all bool) {
	s.forgetLast()
	form, err := code.NewForm(p)
	if err != nil {
		return
	}
	var codes []Code
	found := form.Find(text)
	for _, f := range found {
		if f.Err == nil {
			codes = append(codes, codeOf(f.Choices))
			continue
		}
		if s.Bad++; s.Bad <= maxRefused {
			s.Refused = append(s.Refused, Refusal{Code: clip(f.Code), Kind: string(f.Err.Kind), Detail: f.Err.Detail, Want: f.Err.Want})
		}
	}
	s.Nothing = len(found) == 0
	if all {
		s.count(codes)
		return
	}
	once := twice(codes)
	left := map[string]int{} // how many of each were counted before
	for _, one := range s.Codes {
		left[one.key()]++
	}
	var fresh, again []Code
	for i, one := range codes {
		if k := one.key(); i >= once || left[k] > 0 {
			left[k]--
			again = append(again, one)
		} else {
			fresh = append(fresh, one)
		}
	}
	s.count(fresh)
	s.Again = again
}

// codeOf is a code as a lesson keeps it.
func codeOf(choices []code.Choice) Code {
	var c Code
	for _, one := range choices {
		c.Choices = append(c.Choices, one.Option)
		c.Bets = append(c.Bets, one.Bet)
		c.Stops = append(c.Stops, one.Stop)
	}
	return c
}

// twice says where a list begins that is there again as a whole, as when it was
// pasted two times into one box. A list that is not there again has its end there.
// A few codes alone may be alike by chance.
func twice(codes []Code) int {
	const few = 3
	for n := few; n <= len(codes)/2; n++ {
		if len(codes)%n != 0 {
			continue
		}
		same, different := true, map[string]bool{}
		for i := range codes {
			same = same && codes[i].key() == codes[i%n].key()
			different[codes[i].key()] = true
		}
		if same && len(different) >= few {
			return n
		}
	}
	return len(codes)
}

// count takes codes, as one paste. There is room for so many.
func (s *State) count(codes []Code) {
	room := min(len(codes), MostCodes-len(s.Codes))
	s.Over += len(codes) - room
	codes = codes[:room]
	s.Codes = append(slices.Clip(s.Codes), codes...)
	s.Added = len(codes)
	s.Pastes = append(slices.Clip(s.Pastes), len(codes))
}

// countAgain counts those too that the last paste left out.
func (s *State) countAgain() {
	last := len(s.Pastes) - 1
	if last < 0 || len(s.Again) == 0 {
		return
	}
	first := s.Added
	s.count(s.Again)
	s.Again, s.Added = nil, first+s.Added
	s.Pastes = append(slices.Clone(s.Pastes[:last]), s.Added) // one paste, to be taken back as one
}

// takeBack forgets the last paste, and what was wrong with it.
func (s *State) takeBack() {
	s.forgetLast()
	if last := len(s.Pastes) - 1; last >= 0 {
		s.Codes = s.Codes[:max(0, len(s.Codes)-s.Pastes[last])]
		s.Pastes = s.Pastes[:last]
	}
}

// forgetLast forgets what became of the last paste.
func (s *State) forgetLast() {
	s.Added, s.Again, s.Bad, s.Refused, s.Over, s.Nothing = 0, nil, 0, nil, 0, false
}

// key is the same for the same choices and bets.
func (c Code) key() string {
	var b []byte
	for _, list := range [][]int{c.Choices, c.Bets, c.Stops} {
		for _, n := range list {
			b = append(b, byte(n))
		}
	}
	return string(b)
}

// clip shortens what is shown of a text that may be anything.
func clip(code string) string {
	const most = 40
	if r := []rune(code); len(r) > most {
		return string(r[:most]) + "…"
	}
	return code
}

// Alone counts the options that those chose who played alone. ok is false where
// fewer than Least answered: then there is nothing to show.
func (s *State) Alone(p *pack.Pack, at pack.Place) (counts []int, ok bool) {
	form, err := code.NewForm(p)
	if err != nil {
		return nil, false
	}
	for i, st := range form.Steps {
		if st.Case != at.Case || st.Step != at.Step {
			continue
		}
		counts, n := make([]int, st.Options), 0
		for _, one := range s.Codes {
			if i < len(one.Choices) && one.Choices[i] >= 0 && one.Choices[i] < st.Options {
				counts[one.Choices[i]]++
				n++
			}
		}
		if n < Least {
			return nil, false
		}
		return counts, true
	}
	return nil, false
}
