package pack

import "slices"

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -file plan.go -o plan_gen.go

//msgp:limit arrays:16384 maps:64
//msgp:noduplicates

// Plan is a way through the pack for a class: which steps to play in the time
// that there is. Its name and what it is about are texts.
type Plan struct {
	ID      string   `msg:"id"`
	Lessons []Lesson `msg:"lessons,limit=16"`
}

// Lesson is what is played in one sitting.
type Lesson struct {
	Minutes int    `msg:"minutes"` // 1 to 600, with the talk
	Parts   []Part `msg:"parts,limit=64"`
}

// Part is some steps of one case, in the order of the case; or some rounds of the desk,
// where Case is AtDesk.
type Part struct {
	Case  string   `msg:"case"`
	Steps []string `msg:"steps,limit=64"`
	// Older are the steps that are played only where the teacher chooses them,
	// with older pupils.
	Older []string `msg:"older,limit=64,omitempty"`
}

// AtDesk stands in a plan for a case where its steps are rounds of the desk. No case has
// that id.
const AtDesk = "desk"

// Place is one step of one case, or one round of the desk.
type Place struct {
	Case, Step string
	Older      bool // only where the teacher chooses it
}

// Steps lists what a lesson plays, in order; with older also what only older
// pupils are asked.
func (l *Lesson) Steps(older bool) []Place {
	var out []Place
	for _, p := range l.Parts {
		for _, id := range p.Steps {
			out = append(out, Place{Case: p.Case, Step: id})
		}
		for _, id := range p.Older {
			if older {
				out = append(out, Place{Case: p.Case, Step: id, Older: true})
			}
		}
	}
	return out
}

// OutOfRow says whether a class comes to a step without the one before it in its
// case: neither this lesson of the plan nor an earlier one has played it.
func (p *Plan) OutOfRow(lesson int, c *Case, step string, older bool) bool {
	at, _ := c.Step(step)
	if at < 1 {
		return false
	}
	for i := range p.Lessons[:min(lesson+1, len(p.Lessons))] {
		for _, played := range p.Lessons[i].Steps(older) {
			if played.Case == c.ID && played.Step == c.Steps[at-1].ID {
				return false
			}
		}
	}
	return true
}

// OpeningTexts names the texts of an opening, in the order in which they are read.
func OpeningTexts() []string { return []string{"who", "news", "why", "can", "cannot"} }

// StepAt is the step of a place; a round of the desk is one with its answers as options,
// and nothing else. ok is false where the pack has none.
func (p *Pack) StepAt(at Place) (st *Step, ok bool) {
	if at.Case == AtDesk {
		d, _ := p.Desk()
		if r, ok := d.Round(at.Step); ok {
			return r.step(), true
		}
		return &Step{}, false
	}
	c, _ := p.Case(at.Case)
	i, st := c.Step(at.Step)
	return st, i >= 0
}

// step is a round as a class votes on it.
func (r *Round) step() *Step {
	st := &Step{ID: r.ID, Kind: Reflection}
	for _, v := range r.Options {
		st.Options = append(st.Options, Option{ID: v.ID})
	}
	return st
}

// Plan finds a plan by id; the index is −1 for none.
func (l *Library) Plan(id string) (int, *Plan) {
	for i := range l.Plans {
		if l.Plans[i].ID == id {
			return i, &l.Plans[i]
		}
	}
	return -1, &Plan{ID: id}
}

// checkPlans holds plans to what play relies on, as far as the library knows.
// That their steps are there is checked by Unpack.
func (l *Library) checkPlans() error {
	if err := checkIDs("plans", idsOf(l.Plans, func(p *Plan) string { return p.ID })); err != nil {
		return err
	}
	for i := range l.Plans {
		path := "plans." + l.Plans[i].ID
		if len(l.Plans[i].Lessons) == 0 {
			return fail(path+".lessons", "is empty")
		}
		for _, lesson := range l.Plans[i].Lessons {
			if lesson.Minutes < 1 || lesson.Minutes > 600 {
				return fail(path+".lessons", "has a lesson of %d minutes; one takes 1 to 600", lesson.Minutes)
			}
			if len(lesson.Steps(false)) == 0 {
				return fail(path+".lessons", "has a lesson without steps")
			}
		}
	}
	return nil
}

// checkPlans checks that what the plans name is there.
func (c *Content) checkPlans() error {
	for i := range c.Library.Plans {
		p := &c.Library.Plans[i]
		for _, lesson := range p.Lessons {
			for _, at := range lesson.Steps(true) {
				if at.Case == AtDesk {
					if _, ok := c.Desk.Round(at.Step); !ok {
						return fail("plans."+p.ID, "names the round %q, which the desk does not have", clip(at.Step))
					}
					continue
				}
				n := slices.IndexFunc(c.Cases, func(x Case) bool { return x.ID == at.Case })
				if n < 0 {
					return fail("plans."+p.ID, "names the case %q, which is not in this pack", clip(at.Case))
				}
				if j, _ := c.Cases[n].Step(at.Step); j < 0 {
					return fail("plans."+p.ID, "names the step %q of %s, which is not in this pack", clip(at.Step), at.Case)
				}
			}
		}
	}
	return nil
}
