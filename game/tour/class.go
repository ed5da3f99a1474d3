package tour

import (
	"strconv"
	"strings"

	"hardcases/game/class"
	"hardcases/game/code"
	"hardcases/game/pack"
	"hardcases/game/play"
)

func act(a class.Act, n int) play.Msg { return play.Class{Act: a, N: n} }

// class gives a lesson by the pack's longest plan, with all that the room and
// the teacher can see on the way.
func (t *tour) class() {
	lib, _ := t.pack.Library()
	if len(lib.Plans) == 0 {
		return
	}
	t.send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
	t.visit("class-plans")
	best, longest := longestPlan(lib)
	t.send(play.Class{Act: class.Choose, Text: best})
	t.send(act(class.SetAge, class.Older))
	t.visit("class-plan-chosen")
	t.send(act(class.Start, class.NewestCourse))
	for n := 0; t.session.State().Class.Stage != class.Ended && n < longest; n++ {
		t.lesson(n)
	}
	t.visit("class-end")
	t.send(act(class.Forward, 0))
	t.visit("class-end-next")
	t.send(act(class.Forward, 0))
	if now := t.session.State().Class; now.AtGuesses(t.pack) {
		t.visit("class-end-guesses")
	}
	t.codes()
	t.send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
	t.visit("class-plan-done")
	t.send(play.Show{Screen: play.Home})
	t.gentle(best)
	t.devices(best)
	t.openings(lib)
	t.rounds(lib)
}

// longestPlan is the plan whose first lesson has most steps, and how many.
func longestPlan(lib *pack.Library) (id string, steps int) {
	for _, p := range lib.Plans {
		if n := len(p.Lessons[0].Steps(true)); n > steps {
			id, steps = p.ID, n
		}
	}
	return id, steps
}

// through gives a lesson of a plan by itself, without votes, and calls visit at
// each of its screens. It gives the lesson at its end.
func (t *tour) through(plan string, lesson, age int, visit func(*play.Session)) *play.Session {
	s := play.NewSession(t.pack, 1, t.session.State().Prefs.Locale)
	s.Send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
	s.Send(play.Class{Act: class.Choose, Text: plan, N: lesson})
	s.Send(act(class.SetAge, age))
	for s.Send(act(class.Start, class.NewestCourse)); s.State().Class.Stage != class.Ended; s.Send(act(class.Forward, 0)) {
		visit(s)
	}
	return s
}

// rounds gives each lesson that begins at the desk, with votes, and visits all of it.
func (t *tour) rounds(lib *pack.Library) {
	for p := range lib.Plans {
		plan := &lib.Plans[p]
		for lesson := range plan.Lessons {
			if plan.Lessons[lesson].Parts[0].Case != pack.AtDesk {
				continue
			}
			name := "class-" + plan.ID + "-" + strconv.Itoa(lesson+1)
			stop := func(name string, s *play.Session) { t.stops = append(t.stops, Stop{name, s.State(), s.Journal()}) }
			end := t.through(plan.ID, lesson, class.AnyAge, func(s *play.Session) {
				now := s.State().Class
				at, st, _ := now.Step(t.pack)
				here := name + "-" + at.Step + "-" + string(now.Stage)
				stop(here, s)
				if now.Stage != class.Voting {
					return
				}
				for i := range st.Options {
					s.Send(act(class.Digit, (5*i+3*now.At+2)%10))
					s.Send(act(class.Move, 1))
				}
				stop(here+"-counted", s)
				s.Send(act(class.Unfold, 1))
				stop(here+"-shown", s)
			})
			stop(name+"-end", end)
		}
	}
}

// gentle gives the same lesson anew in the gentler wording, and visits the steps
// that have one.
func (t *tour) gentle(plan string) {
	text := t.pack.Text(t.session.State().Prefs.Locale)
	t.through(plan, 0, class.Gentle, func(s *play.Session) {
		c := s.State().Class
		if at, _, ok := c.Step(t.pack); ok && text.Softens(at.Case, at.Step) {
			name := "class-gentle-" + at.Step + "-" + string(c.Stage)
			if c.Page > 0 {
				name += "-" + strconv.Itoa(c.Page+1)
			}
			t.stops = append(t.stops, Stop{name, s.State(), s.Journal()})
		}
	})
}

// openings goes through every lesson and visits, once each, the openings of cases
// and seats, with the switch turned too, and the steps that it plays without the one
// before them, where the class is told what it must know.
func (t *tour) openings(lib *pack.Library) {
	seen := map[string]bool{}
	once := func(name string, s *play.Session) {
		if !seen[name] {
			seen[name] = true
			t.stops = append(t.stops, Stop{name, s.State(), s.Journal()})
		}
	}
	for p := range lib.Plans {
		plan := &lib.Plans[p]
		for lesson := range plan.Lessons {
			for _, age := range []int{class.Older, class.Gentle} {
				t.through(plan.ID, lesson, age, func(s *play.Session) {
					now := s.State().Class
					at, st, ok := now.Step(t.pack)
					c, err := t.pack.Case(at.Case)
					switch {
					case !ok || err != nil:
					case now.Stage == class.Opening && age == class.Gentle:
						once("class-opens-gently-"+at.Step, s)
					case now.Stage == class.Guessing, now.Stage == class.Trying:
						once("class-"+string(now.Stage)+"-"+at.Step, s)
					case now.Stage == class.Opening:
						once("class-opens-"+at.Step, s)
						s.Send(act(class.Switch, 1))
						once("class-opens-"+at.Step+"-turned", s)
					case now.Stage == class.Facts && len(st.Recap) > 0 && plan.OutOfRow(lesson, c, at.Step, age == class.Older):
						once("class-recap-"+at.Step, s)
					}
				})
			}
		}
	}
}

// lesson plays one step with the class; n is which it is.
func (t *tour) lesson(n int) {
	here := func() (class.State, string, int) {
		s := t.session.State().Class
		at, st, _ := s.Step(t.pack)
		return s, at.Step, len(st.Options)
	}
	s, step, options := here()
	for now := step; now == step && s.Stage != class.Ended; s, now, _ = here() {
		name := "class-" + step + "-" + string(s.Stage)
		if s.Page > 0 {
			name += "-" + strconv.Itoa(s.Page+1)
		}
		t.visit(name)
		switch s.Stage {
		case class.Voting, class.Betting, class.Guessing:
			t.vote(n, options)
			t.visit(name + "-counted")
			t.send(act(class.Unfold, 1))
			t.visit(name + "-shown")
		case class.Trying:
			t.classTry(name)
		default: // there is nothing to do but to go on
		}
		if n == 2 && s.Stage == class.Voting {
			t.send(act(class.SkipIt, 0))
			return
		}
		t.send(act(class.Forward, 95)) // seconds
	}
}

// classTry turns every switch of the working model as the question asks, and lets an hour
// pass.
func (t *tour) classTry(name string) {
	now := t.session.State().Class
	try, _ := now.Question(t.pack)
	for _, turn := range try.Turns {
		t.send(play.Class{Act: class.Turn, Text: turn.Switch + ":" + turn.To})
	}
	t.visit(name + "-turned")
	t.send(act(class.Later, 1))
	t.visit(name + "-later")
}

// vote enters counts that differ from step to step, one decision of the class,
// and a timer in each of its states.
func (t *tour) vote(n, options int) {
	for i := range options {
		t.send(act(class.Digit, (3*i+2*n+4)%10))
		t.send(act(class.Move, 1))
	}
	if t.session.State().Class.Stage != class.Voting {
		return
	}
	switch n {
	case 0:
		t.send(act(class.SetTime, 90))
		t.visit("class-timer-runs")
		t.send(act(class.Run, 0))
		t.visit("class-timer-held")
		t.send(act(class.Run, 1))
		t.send(act(class.Tick, 100))
		t.visit("class-timer-over")
		t.send(act(class.SetTime, 0))
		t.send(act(class.Cover, 1))
		t.visit("class-blank")
		t.send(act(class.Cover, 0))
	case 1:
		t.send(act(class.Decide, 0))
	}
}

// codes pastes the codes of those who played alone, good ones and bad.
func (t *tour) codes() {
	t.send(play.Class{Act: class.Visit, Text: string(class.Codes)})
	t.visit("class-codes-none")
	form, err := code.NewForm(t.pack)
	if err != nil {
		return
	}
	var codes []string
	for n := range 9 {
		choices := make([]code.Choice, len(form.Steps))
		for i, s := range form.Steps {
			choices[i] = code.Choice{Option: (n*n + i) % s.Options, Bet: n % s.Options, Stop: (n + i) % 7}
		}
		codes = append(codes, form.Code(choices))
	}
	last := codes[len(codes)-1]
	codes = append(codes, "HELLO", last[:len(last)-2], last[1:2]+last[:1]+last[2:])
	t.send(play.Class{Act: class.Paste, Text: strings.Join(codes, "\n")})
	t.visit("class-codes")
	t.send(play.Class{Act: class.Visit, Text: string(class.Ended)})
	t.visit("class-end-with-codes")
	t.send(play.Class{Act: class.Visit, Text: string(class.SetUp)})
	t.visit("class-plan-again")
	t.send(play.Class{Act: class.Visit, Text: string(class.Renew)})
	t.visit("class-renew")
}
