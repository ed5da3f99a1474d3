package replay

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hardcases/game/pack"
	"hardcases/game/play"
)

// A script has one line a step: STEP OPTION [PRINCIPLE] [BET STOP 1-6], or STEP
// skip. A number without a bet is a level from 1 to 5, as scripts had from before
// there were bets, and is scored by the rule of then. Empty lines and what follows a # are passed over. Steps of a case come
// in their order; cases come in any.

// line is one line of a script, found in the pack.
type line struct {
	caseID string
	step   *pack.Step
	skip   bool
	play.Choice
}

func runScript(p *pack.Pack, text, locale string, seen func(*play.Session)) (*play.Session, error) {
	if locale == "" {
		locale = p.Head().Locales[0]
	}
	s := play.NewSession(p, 0, locale)
	seen(s)
	send := func(m play.Msg) {
		s.Send(m)
		seen(s)
	}
	for i, raw := range strings.Split(text, "\n") {
		words, _, _ := strings.Cut(raw, "#")
		fields := strings.Fields(words)
		if len(fields) == 0 {
			continue
		}
		l, err := parseLine(p, fields)
		if err == nil {
			err = l.play(s, send)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	return s, nil
}

func parseLine(p *pack.Pack, fields []string) (line, error) {
	l := line{}
	for _, h := range p.Head().Cases {
		c, err := p.Case(h.ID)
		if err != nil {
			return l, err
		}
		if i, st := c.Step(fields[0]); i >= 0 {
			l.caseID, l.step = h.ID, st
		}
	}
	if l.step == nil {
		return l, fmt.Errorf("no step is called %q", fields[0])
	}
	if len(fields) < 2 {
		return l, fmt.Errorf("%s needs an option: %s, or skip", l.step.ID, strings.Join(optionIDs(l.step), ", "))
	}
	if l.Option = fields[1]; l.Option == "skip" {
		l.skip = true
		return l, nil
	}
	if !slices.Contains(optionIDs(l.step), l.Option) {
		return l, fmt.Errorf("%s has no option %q: it has %s, or skip", l.step.ID, l.Option, strings.Join(optionIDs(l.step), ", "))
	}
	for _, word := range fields[2:] {
		if err := l.detail(word); err != nil {
			return l, err
		}
	}
	switch {
	case l.Bet != "" && l.Stop == 0:
		return l, fmt.Errorf("the bet on %s needs how sure it is, a stop from 1 to %d", l.Bet, pack.Stops)
	case l.Bet == "" && l.Stop == pack.Stops:
		return l, fmt.Errorf("%d says how sure a bet is, and there is no bet before it, such as %s", l.Stop, l.step.Options[0].ID)
	case l.Bet == "":
		l.Level, l.Stop = l.Stop, 0
	}
	return l, nil
}

// detail reads a principle, the option of a bet or its stop, in whichever order
// they come.
func (l *line) detail(word string) error {
	if n, err := strconv.Atoi(word); err == nil {
		if n < 1 || n > pack.Stops || l.Stop != 0 {
			return fmt.Errorf("%q is not one stop from 1 to %d", word, pack.Stops)
		}
		l.Stop = n
		return nil
	}
	if slices.Contains(optionIDs(l.step), word) && l.Bet == "" {
		if !l.step.Kind.Traits().Bet {
			return fmt.Errorf("%s asks for no bet", l.step.ID)
		}
		l.Bet = word
		return nil
	}
	if !slices.Contains(l.step.Reasons, word) || l.Principle != "" {
		return fmt.Errorf("%q is neither one bet of %s (%s) nor one of its reasons (%s)", word, l.step.ID, strings.Join(optionIDs(l.step), ", "), strings.Join(l.step.Reasons, ", "))
	}
	l.Principle = word
	return nil
}

func optionIDs(st *pack.Step) []string {
	ids := make([]string, len(st.Options))
	for i := range st.Options {
		ids[i] = st.Options[i].ID
	}
	return ids
}

// play goes to the step as a player would and decides it.
func (l *line) play(s *play.Session, send func(play.Msg)) error {
	if s.State().Case != l.caseID || s.State().Screen == play.Home {
		send(play.OpenCase{Case: l.caseID})
	}
	if s.State().Screen == play.Briefing {
		send(play.Begin{})
	}
	c, err := s.Pack().Case(l.caseID)
	if err != nil {
		return err
	}
	at, _ := c.Step(l.step.ID)
	if next := s.State().Frontier(c); at > next {
		return fmt.Errorf("%s comes after %s, which is not decided yet", l.step.ID, c.Steps[next].ID)
	}
	if s.State().Screen != play.Deciding || s.State().Step != at {
		send(play.GoTo{Case: l.caseID, Step: l.step.ID})
	}
	if s.State().Screen == play.Reveal {
		send(play.Back{}) // decided before: decide again
	}
	if s.State().Screen == play.Seat {
		send(play.Begin{})
	}
	if l.skip {
		send(play.Pass{})
		send(play.Next{})
		return nil
	}
	send(play.Choose{Option: l.Option})
	if l.Principle != "" {
		send(play.GiveReason{Principle: l.Principle})
	}
	if l.Bet != "" {
		send(play.Bet{Option: l.Bet})
		send(play.Stake{Stop: l.Stop})
	}
	if l.Level != 0 {
		send(play.Forecast{Level: l.Level})
	}
	send(play.Commit{})
	if s.State().Step == len(c.Steps)-1 || s.State().Frontier(c) > at {
		send(play.Next{})
	}
	return nil
}
