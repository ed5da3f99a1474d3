package length

import (
	"slices"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"
)

// Kind is a kind of screen that says so many words at most.
type Kind string

// The kinds.
const (
	Home     Kind = "home"
	Briefing Kind = "briefing"
	Seat     Kind = "seat" // a change of seat
	Decision Kind = "decision"
	Estimate Kind = "estimate" // a step of that kind, before it is answered
	Reveal   Kind = "reveal"
	Debrief  Kind = "debrief"
)

// Limit is how many words a screen of a kind says at most before anything is
// opened, in a wide window and on a phone; 0 for no limit.
func (k Kind) Limit() (wide, phone int) {
	switch k {
	case Home:
		return 150, 0
	case Briefing:
		return 130, 0
	case Seat:
		return 80, 0
	case Decision:
		return 270, 170
	case Estimate:
		return 140, 0
	case Reveal:
		return 170, 0
	case Debrief:
		return 200, 0
	}
	return 0, 0
}

// Screen is how many words one screen says before anything is opened.
type Screen struct {
	Kind   Kind   `json:"kind"`
	Case   string `json:"case"` // "" for the home screen
	Step   string `json:"step"` // "" where it is of no step
	Locale string `json:"locale"`
	Words  int    `json:"words"`
	Phone  int    `json:"phone"` // in a narrow window
}

// Over says whether a screen says more than it may, in either window.
func (s Screen) Over() bool { return s.OverBy(1) }

// OverBy says whether a screen says more than so many times what it may, in either
// window.
func (s Screen) OverBy(times float64) bool {
	wide, phone := s.Kind.Limit()
	over := func(words, most int) bool { return most > 0 && float64(words) > times*float64(most) }
	return over(s.Words, wide) || over(s.Phone, phone)
}

// Screens counts the words of a pack's screens, language by language: the home
// screen, then of each case, in order, what its short way shows, and then what that
// leaves out.
func Screens(p *pack.Pack, words *locale.Catalog) ([]Screen, error) {
	var all []Screen
	for _, l := range p.Head().Locales {
		if !p.Has(l) {
			continue
		}
		ctx := view.NewContext(p, words, l)
		all = append(all, screen(ctx, Home, play.NewState(1, l), ""))
		for _, h := range p.Head().Cases {
			c, err := p.Case(h.ID)
			if err != nil {
				return nil, err
			}
			r := reader{ctx: ctx, c: c, locale: ctx.Text.Locale()}
			all = append(all, r.screens()...)
		}
	}
	return all, nil
}

// ScreensOf is Screens of a pack that has not been built: none where it could not
// be read.
func ScreensOf(c *pack.Content, words *locale.Catalog) []Screen {
	p, err := open(c)
	if err != nil {
		return nil
	}
	all, err := Screens(p, words)
	if err != nil {
		return nil
	}
	return all
}

func (r *reader) screens() []Screen {
	s := r.briefing()
	all := []Screen{screen(r.ctx, Briefing, s, "")}
	if r.c.HasShort() {
		s.Short = []string{r.c.ID}
	}
	way := r.c.Way(len(s.Short) > 0)
	for _, i := range way {
		all = append(all, r.screensOf(s, i)...)
		s.Answers = append(s.Answers, r.answer(i))
	}
	if len(s.Short) > 0 {
		for _, i := range r.c.LeftOut() {
			all = append(all, r.screensOf(s, i)...)
		}
	}
	if len(way) > 0 { // a way that leaves all out is said elsewhere
		s.Step = way[len(way)-1]
	}
	s.Screen = play.Debrief
	return append(all, screen(r.ctx, Debrief, s, ""))
}

// screensOf is a step before and after it is decided, with the change of seat that
// leads to it.
func (r *reader) screensOf(s play.State, index int) (all []Screen) {
	st := &r.c.Steps[index]
	kind := Decision
	if st.Kind == pack.Estimate {
		kind = Estimate
	}
	if s.Step = index; s.TakesSeat(r.c, index) {
		s.Screen = play.Seat
		all = append(all, screen(r.ctx, Seat, s, st.ID))
	}
	s.Screen = play.Deciding
	all = append(all, screen(r.ctx, kind, s, st.ID))
	return append(all, r.longestReveal(s, index))
}

// longestReveal is the reveal that says most, of all that can be chosen and bet on.
func (r *reader) longestReveal(s play.State, index int) (longest Screen) {
	st, last := &r.c.Steps[index], len(s.Answers)
	s.Screen, s.Answers = play.Reveal, append(slices.Clone(s.Answers), play.Answer{})
	for _, chosen := range st.Options {
		for _, bet := range st.Options {
			a := r.answer(index)
			a.First.Option = chosen.ID
			if a.First.Bet != "" {
				a.First.Bet, a.First.Stop = bet.ID, pack.Stops-1
			}
			a.Last = a.First
			s.Answers[last] = a
			if one := screen(r.ctx, Reveal, s, st.ID); one.Words > longest.Words {
				longest = one
			}
		}
	}
	return longest
}

func screen(ctx view.Context, k Kind, s play.State, step string) Screen {
	root := view.Screen(ctx, s)
	return Screen{Kind: k, Case: s.Case, Step: step, Locale: ctx.Text.Locale(), Words: Words(&root), Phone: PhoneWords(&root)}
}
