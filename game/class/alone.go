package class

import (
	"errors"

	"hardcases/game/pack"
	"hardcases/game/slip"
)

// MostSlips is how many codes a lesson keeps.
const MostSlips = 2000

// maxRefused is how many useless codes are told of; with so many, one more says
// nothing new.
const maxRefused = 50

// paste takes the codes in a text.
func (s *State) paste(p *pack.Pack, text string) {
	s.Refused, s.Added = nil, 0
	form, err := slip.NewForm(p)
	if err != nil {
		return
	}
	slips := append([]Slip(nil), s.Slips...)
	for _, code := range form.Split(text) {
		choices, err := form.Read(code)
		var bad *slip.Error
		switch {
		case err == nil && len(slips) < MostSlips:
			slips = append(slips, Slip{choices})
			s.Added++
		case errors.As(err, &bad) && len(s.Refused) < maxRefused:
			s.Refused = append(s.Refused, Refusal{Code: clip(bad.Code), Kind: string(bad.Kind), Detail: bad.Detail, Want: bad.Want})
		}
	}
	s.Slips = slips
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
	form, err := slip.NewForm(p)
	if err != nil {
		return nil, false
	}
	for i, st := range form.Steps {
		if st.Case != at.Case || st.Step != at.Step {
			continue
		}
		counts, n := make([]int, st.Options), 0
		for _, one := range s.Slips {
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

// AlonePlace is where those stand, in the mean, who played alone, 0 to 100; ok
// as for Alone.
func (s *State) AlonePlace(p *pack.Pack, at pack.Place, st *pack.Step) (ladder float64, ok bool) {
	counts, ok := s.Alone(p, at)
	if !ok {
		return 0, false
	}
	return mean(st, counts)
}
