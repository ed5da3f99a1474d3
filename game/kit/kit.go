// Package kit makes the papers of a lesson from a pack: what a teacher needs to
// prepare it, sheets on which it can be played without any machine, the key to
// them, and a letter for families. Each is a page of HTML that stands alone and
// prints on A4 and on Letter. All text is text: nothing of a pack reaches a page
// as markup.
//
// It is pure and belongs to the game, so that the browser makes the same papers
// as the command line.
package kit

import (
	"fmt"

	"hardcases/game/class"
	"hardcases/game/element"
	"hardcases/game/locale"
	"hardcases/game/markup"
	"hardcases/game/pack"
	"hardcases/game/view"
)

// Options say which papers to make.
type Options struct {
	Plan  string // id of a plan of the pack
	Age   int    // one of the ages of package class: which steps, in which wording
	Paper Size   // "" leaves it to the printer
	// Draw draws the network for the sheets; nil where nothing can be drawn, and its
	// words and tables have to do.
	Draw markup.Draw
}

// Size is a size of paper.
type Size string

// The sizes.
const (
	A4     Size = "A4"
	Letter Size = "letter"
)

// File is one paper.
type File struct {
	Name string // such as student.html
	HTML string
}

// Make writes all papers of a plan, in the language of the context. It fails on
// a plan that the pack does not have.
func Make(ctx view.Context, o Options) ([]File, error) {
	lib, err := ctx.Pack.Library()
	if err != nil {
		return nil, err
	}
	i, plan := lib.Plan(o.Plan)
	if i < 0 {
		return nil, fmt.Errorf("the pack has no plan %q", o.Plan)
	}
	k := &maker{Context: ctx, options: o, plan: plan}
	if o.Age == class.Gentle {
		k.Text = k.Text.Gentle()
	}
	for l := range plan.Lessons {
		k.lessons = append(k.lessons, k.steps(l))
	}
	return []File{
		{"lesson.html", k.page("kit.lesson", k.lesson)},
		{"student.html", k.page("kit.student", k.student)},
		{"key.html", k.page("kit.key", k.key)},
		{"ticket.html", k.page("kit.ticket", k.ticket)},
		{"family.html", k.page("kit.family", k.family)},
	}, nil
}

// step is a step with the case that it is of.
type step struct {
	*pack.Step
	in    *pack.Case
	round *pack.Round // of the desk, nil for a step of a case
	older bool
	recap bool // the step before it is left out, and its recap is told
	opens bool // the lesson comes to the case with it, and its opening is told
	takes bool // the class sits elsewhere than before
	// try is the question to the working model with which the case begins, nil where
	// there is none.
	try *pack.Try
}

type maker struct {
	view.Context
	options Options
	plan    *pack.Plan
	lessons [][]step
	at      *element.Element // what is being added to
}

func (k *maker) steps(lesson int) []step {
	var out []step
	older := k.options.Age == class.Older
	at := k.state(lesson)
	for i, place := range at.Steps(k.Pack) {
		at.At = i
		c, _ := k.Pack.Case(place.Case)
		st, _ := k.Pack.StepAt(place)
		if place.Case == pack.AtDesk {
			d, _ := k.Pack.Desk()
			r, _ := d.Round(place.Step)
			out = append(out, step{Step: st, in: c, round: r, opens: at.OpensCase(k.Pack)})
			continue
		}
		opens := at.OpensCase(k.Pack) && len(st.Opening) > 0
		var try *pack.Try
		if asked, ok := at.Question(k.Pack); ok {
			try = asked
		}
		out = append(out, step{
			Step: st, try: try, in: c, older: place.Older, opens: opens, takes: at.TakesSeat(k.Pack) && len(st.Takes) > 0,
			recap: !opens && len(st.Recap) > 0 && k.plan.OutOfRow(lesson, c, st.ID, older),
		})
	}
	return out
}

// state is a lesson of the plan as this program gives it.
func (k *maker) state(lesson int) class.State {
	return class.State{Plan: k.plan.ID, Lesson: lesson, Older: k.options.Age == class.Older, Course: class.NewestCourse}
}

func (k *maker) all() []step {
	var out []step
	for _, l := range k.lessons {
		out = append(out, l...)
	}
	return out
}

// t is a text of the interface, c one of a step.
func (k *maker) t(key string, args ...locale.Arg) string { return k.Strings.Get(key, args...) }

func (k *maker) c(s step, parts ...string) string {
	if s.round != nil {
		return k.Text.Get(append([]string{"desk", "rounds", s.ID}, parts...)...)
	}
	return k.Text.Get(append([]string{"cases", s.in.ID, "steps", s.ID}, parts...)...)
}

func (k *maker) lessonName() string { return k.Text.Get("plans", k.plan.ID, "name") }

// when is a step's date, case and seat in one line.
func (k *maker) when(s step) string {
	if s.round != nil {
		return k.Text.Get("desk", "title") + " · " + k.t("desk.kind-"+string(s.round.Kind))
	}
	return k.Strings.Date(s.Date) + " · " + k.Text.Get("cases", s.in.ID, "title") + " · " + k.c(s, "seat")
}

// letter is the sign of an option: A for the first.
func letter(i int) string { return string(rune('A' + i)) }
