// Package length counts what the screens of a pack say, and how long it takes to
// read them. What the game prints as minutes, and what tools say of words, comes
// from here.
package length

import (
	"math"
	"slices"
	"time"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/reading"
	"hardcases/game/view"
)

// deciding is what a player takes to decide a step, besides reading.
const deciding = 30 * time.Second

// Case is how long a case takes in a language.
type Case struct {
	Case   string `json:"case"`
	Locale string `json:"locale"`
	// Short is the short way, and the whole case where there is none. Whole is all
	// steps in a row. Both read each screen once, as it is before anything is opened.
	Short Time `json:"short"`
	Whole Time `json:"whole"`
	// Opened is the whole case with all that can be unfolded, and with who says so
	// opened at every fact.
	Opened Time `json:"opened"`
}

// Time is words, and how long it takes to read them and to decide.
type Time struct {
	Words int           `json:"words"`
	Takes time.Duration `json:"takes"`
}

// Minutes is a time as players are told it: in whole minutes, the last one begun.
func (t Time) Minutes() int { return max(1, int(math.Ceil(t.Takes.Minutes()))) }

// Of measures all cases of a pack in all its languages that are at hand, case by
// case. It fails on a case that cannot be opened.
func Of(p *pack.Pack, words *locale.Catalog) ([]Case, error) {
	var all []Case
	for _, h := range p.Head().Cases {
		c, err := p.Case(h.ID)
		if err != nil {
			return nil, err
		}
		for _, l := range p.Head().Locales {
			if p.Has(l) {
				all = append(all, measure(view.NewContext(p, words, l), c))
			}
		}
	}
	return all, nil
}

// measure reads the screens of a case.
func measure(ctx view.Context, c *pack.Case) Case {
	r := reader{ctx: ctx, c: c, locale: ctx.Text.Locale()}
	m := Case{Case: c.ID, Locale: r.locale, Whole: r.way(false, false), Opened: r.way(false, true)}
	m.Short = m.Whole
	if c.HasShort() {
		m.Short = r.way(true, false)
	}
	return m
}

// reader reads screens of one case in one language.
type reader struct {
	ctx    view.Context
	c      *pack.Case
	locale string
}

// way reads the screens on a way through the case. Opened reads all that they can
// open, too.
func (r *reader) way(short, opened bool) Time {
	s := r.briefing()
	if short {
		s.Short = []string{r.c.ID}
	}
	words := r.screen(s, opened)
	way := r.c.Way(short)
	for _, i := range way {
		s.Step = i
		if s.TakesSeat(r.c, i) {
			s.Screen = play.Seat
			words += r.screen(s, opened)
		}
		words += r.step(s, &r.c.Steps[i], opened)
		s.Answers = append(s.Answers, r.answer(i))
	}
	s.Screen = play.Debrief
	words += r.screen(s, opened)
	return Time{words, reading.Time(words, r.locale) + time.Duration(len(way))*deciding}
}

// answer takes the first option of a step.
func (r *reader) answer(index int) play.Answer {
	st := &r.c.Steps[index]
	choice := play.Choice{Option: st.Options[0].ID}
	if len(st.Reasons) > 0 {
		choice.Principle = st.Reasons[0]
	}
	if st.Kind.Traits().Bet {
		choice.Bet, choice.Stop = choice.Option, 1
	}
	return play.Answer{Case: r.c.ID, Step: st.ID, First: choice, Last: choice}
}

// step reads a decision and its reveal.
func (r *reader) step(s play.State, st *pack.Step, opened bool) int {
	s.Screen = play.Deciding
	words := r.words(s)
	if opened {
		for _, f := range st.Known {
			s.Sheet = play.Sheet{Kind: play.SourceSheet, ID: f.ID}
			words += r.words(s)
		}
		s.Sheet = play.Sheet{}
	}
	s.Screen, s.Answers = play.Reveal, append(slices.Clone(s.Answers), r.answer(s.Step))
	return words + r.screen(s, opened)
}

// briefing is the case as it opens, with the working model where it has one.
func (r *reader) briefing() play.State {
	g := play.NewSession(r.ctx.Pack, 1, r.locale)
	g.Send(play.OpenCase{Case: r.c.ID})
	return g.State()
}

// screen reads a screen, with all that it can unfold where that is wanted.
func (r *reader) screen(s play.State, opened bool) int {
	if opened {
		s.Unfolded = r.folds(s)
	}
	return r.words(s)
}

// folds is the IDs of all that a screen can unfold.
func (r *reader) folds(s play.State) (ids []string) {
	root := view.Screen(r.ctx, s)
	view.Walk(&root, func(n *view.Node, _ int) bool {
		if n.Expanded == view.Folded {
			ids = append(ids, n.ID)
		}
		return true
	})
	return ids
}

func (r *reader) words(s play.State) int {
	root := view.Screen(r.ctx, s)
	return Words(&root)
}
