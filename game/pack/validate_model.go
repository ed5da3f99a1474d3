package pack

import (
	"slices"

	"hardcases/game/network"
)

// checkModel checks the claims that the rules of the working model rest on.
func (l *Library) checkModel(claims map[string]bool) error {
	seen := map[string]bool{}
	for _, g := range l.Model {
		path := "model." + clip(g.Rule)
		switch {
		case !slices.Contains(network.Rules(), network.Rule(g.Rule)):
			return fail(path, "is no rule of the working model")
		case seen[g.Rule]:
			return fail(path, "is there twice")
		}
		seen[g.Rule] = true
		for _, id := range g.Claims {
			if !claims[id] {
				return fail(path, "names the claim %q, which is not in this pack", clip(id))
			}
		}
	}
	return nil
}

// tries checks the questions that a case puts to the working model.
func (k *checker) tries(path string, c *Case) error {
	if err := checkIDs(path+".tries", idsOf(c.Tries, func(t *Try) string { return t.ID })); err != nil {
		return err
	}
	for i := range c.Tries {
		t, at := &c.Tries[i], path+".tries."+c.Tries[i].ID
		turns := slices.Concat(t.Start, t.Turns)
		for _, o := range t.Switches {
			if len(o.To) < 2 {
				return fail(at+".switches."+clip(o.Switch), "offers %d positions; a switch has 2 at least", len(o.To))
			}
			for _, to := range o.To {
				turns = append(turns, Turn{Switch: o.Switch, To: to})
			}
		}
		for _, turn := range turns {
			if _, _, ok := network.Parse(turn.Switch, turn.To); !ok {
				return fail(at, "turns %q to %q, which the working model does not have", clip(turn.Switch), clip(turn.To))
			}
		}
		if t.Hours < 0 || t.Hours > 1000 {
			return fail(at+".hours", "is %d; it goes from 0 to 1000", t.Hours)
		}
		if err := t.Guess.check(at); err != nil {
			return err
		}
		if err := k.claims(at+".claims", t.Claims); err != nil {
			return err
		}
	}
	return nil
}

func (g *Guess) check(at string) error {
	if len(g.Options) < 2 || len(g.Options) > 6 {
		return fail(at+".options", "has %d; a guess has 2 to 6", len(g.Options))
	}
	if err := checkIDs(at+".options", g.Options); err != nil {
		return err
	}
	if !g.Has(g.Answer) {
		return fail(at+".answer", "is %q, which is none of the options", clip(g.Answer))
	}
	return nil
}

// became checks what became of a case's site.
func (k *checker) became(path string, b *Became) error {
	if b == nil {
		return nil
	}
	path += ".became"
	if err := b.Guess.check(path); err != nil {
		return err
	}
	if len(b.Changes) == 0 {
		return fail(path+".changes", "is empty")
	}
	if err := checkIDs(path+".changes", idsOf(b.Changes, func(c *Change) string { return c.ID })); err != nil {
		return err
	}
	for i := range b.Changes {
		c, at := &b.Changes[i], path+".changes."+b.Changes[i].ID
		if c.Date.IsZero() {
			return fail(at+".date", "is missing")
		}
		for _, l := range c.Lanes {
			if !slices.Contains(Lanes(), l.Lane) || !slices.Contains(Stands(), l.State) {
				return fail(at+".lanes", "has %q in the lane %q, which is not known", clip(string(l.State)), clip(string(l.Lane)))
			}
		}
		if err := k.claims(at+".claims", c.Claims); err != nil {
			return err
		}
	}
	return nil
}
