package pack

import "slices"

// looksBack checks what a case's debrief is made of.
func (k *checker) looksBack(path string, c *Case) error {
	if i, _ := c.Step(c.Key); c.Key != "" && i < 0 {
		return fail(path+".key", "is %q, which is no step of this case", clip(c.Key))
	}
	if err := k.claims(path+".said", c.Said); err != nil {
		return err
	}
	if err := checkIDs(path+".voices", idsOf(c.Voices, func(v *Voice) string { return v.ID })); err != nil {
		return err
	}
	for i := range c.Voices {
		at := path + ".voices." + c.Voices[i].ID
		if !slices.Contains(Sides(), c.Voices[i].Side) {
			return fail(at+".side", "is %q; it is late, far or other", clip(string(c.Voices[i].Side)))
		}
		if err := k.claims(at, c.Voices[i].Claims); err != nil {
			return err
		}
	}
	if err := checkIDs(path+".open", c.Open); err != nil {
		return err
	}
	return checkIDs(path+".questions", c.Questions)
}

// check holds a desk to what Validate promises.
func (d *Desk) check(p *Pack) error {
	lib, err := p.Library()
	if err != nil {
		return err
	}
	k := &checker{pack: p, library: lib}
	if d.After != "" && p.CaseIndex(d.After) < 0 {
		return fail("desk.after", "is %q, which is no case of this pack", clip(d.After))
	}
	if err := checkIDs("desk.rounds", idsOf(d.Rounds, func(r *Round) string { return r.ID })); err != nil {
		return err
	}
	for i := range d.Rounds {
		if err := k.round("desk.rounds."+d.Rounds[i].ID, &d.Rounds[i]); err != nil {
			return err
		}
	}
	if err := checkIDs("check.sets", idsOf(d.Checks, func(s *CheckSet) string { return s.ID })); err != nil {
		return err
	}
	for i := range d.Checks {
		at := "check.sets." + d.Checks[i].ID
		if n := len(d.Checks[i].Items); n == 0 || n != len(d.Checks[0].Items) {
			return fail(at, "has %d items; every set has the same number, and at least one", n)
		}
		if err := checkIDs(at, idsOf(d.Checks[i].Items, func(c *CheckItem) string { return c.ID })); err != nil {
			return err
		}
		for _, item := range d.Checks[i].Items {
			if !ValidID(item.Tests) {
				return fail(at+"."+item.ID+".tests", "is %q, which names no skill", clip(item.Tests))
			}
		}
	}
	return nil
}

func (k *checker) round(path string, r *Round) error {
	switch {
	case !slices.Contains(RoundKinds(), r.Kind):
		return fail(path+".kind", "is %q, which is no kind of round", clip(string(r.Kind)))
	case !slices.Contains(Showings(), r.Shows):
		return fail(path+".shows", "is %q, which is nothing that a round shows", clip(r.Shows))
	case r.Lang != "" && !ValidID(r.Lang):
		return fail(path+".lang", "is %q, which is no language", clip(r.Lang))
	case !slices.Contains(Bases(), r.Basis):
		return fail(path+".basis", "is %q; it is checked or inferred", clip(string(r.Basis)))
	case len(r.Options) < 2 || len(r.Options) > MostVerdicts:
		return fail(path+".options", "has %d; a round has 2 to %d", len(r.Options), MostVerdicts)
	case r.Kind == ClockRound && (r.At.Minute == 0 || len(r.Clocks) == 0):
		return fail(path+".at", "a clock round needs a time to the minute and clocks")
	}
	if err := checkIDs(path+".options", idsOf(r.Options, func(v *Verdict) string { return v.ID })); err != nil {
		return err
	}
	for i := range r.Options {
		if !slices.Contains(Judgments(), r.Options[i].Judges) {
			return fail(path+".options."+r.Options[i].ID+".judges", "is %q; it is sound, faulty, unsure or none", clip(string(r.Options[i].Judges)))
		}
	}
	if i, _ := r.Verdict(r.Answer); i < 0 {
		return fail(path+".answer", "is %q, which is no option of this round", clip(r.Answer))
	}
	if err := checkIDs(path+".clocks", idsOf(r.Clocks, func(c *Clock) string { return c.Place })); err != nil {
		return err
	}
	for _, c := range r.Clocks {
		if c.Offset < -12*60 || c.Offset > 14*60 {
			return fail(path+".clocks."+c.Place+".offset", "is %d minutes; clocks run from 720 west to 840 east of UTC", c.Offset)
		}
	}
	if err := checkIDs(path+".anatomy", r.Anatomy); err != nil {
		return err
	}
	if err := checkIDs(path+".disagreements", r.Disagreements); err != nil {
		return err
	}
	return k.claims(path+".claims", r.Claims)
}
