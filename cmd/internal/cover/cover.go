// Package cover plays a pack as no one person would: every option of every step
// in every language, each screen with all that can lie over it, and routes drawn
// at random. It says what was never reached, never scored and never shown.
package cover

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"

	"hardcases/cmd/internal/length"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"
	"hardcases/game/tour"
	"hardcases/game/view"
)

// Options say how much is played.
type Options struct {
	Catalog *locale.Catalog
	// Seed draws the random routes; the same seed gives the same routes.
	Seed uint64
	// Routes is the number of random routes, Moves how long each is.
	Routes, Moves int
}

// Report is what was found. Its lists are in the order of the pack.
type Report struct {
	Pack    string   `json:"pack"`
	Hash    string   `json:"hash"`
	Locales []string `json:"locales"`
	Looked  int      `json:"screens"` // screens that were looked at
	Moves   int      `json:"moves"`   // on random routes

	Steps   Count `json:"steps"`   // reached
	Options Count `json:"options"` // answered, and scored where the step is
	Claims  Count `json:"claims"`  // shown in full
	Sources Count `json:"sources"` // shown
	Texts   Count `json:"texts"`   // shown, in all languages together

	// Stuck are the screens from which nothing leads on.
	Stuck   []string  `json:"stuck"`
	Longest []Longest `json:"longest"`
	// Screens is how many words each screen says before anything is opened.
	Screens []length.Screen `json:"words"`
	Times   []CaseMinutes   `json:"times"`
}

// Count is how many of all were met, and which were not.
type Count struct {
	Met   int      `json:"met"`
	All   int      `json:"all"`
	Never []string `json:"never"`
}

// Whole says whether nothing was left out.
func (r *Report) Whole() bool {
	return len(r.Steps.Never)+len(r.Options.Never)+len(r.Claims.Never)+len(r.Sources.Never)+len(r.Stuck) == 0
}

// Longest is the longest piece of text on screens of one kind.
type Longest struct {
	Screen     string `json:"screen"`
	Locale     string `json:"locale"`
	At         string `json:"at"` // the screen's name in the tour
	Characters int    `json:"characters"`
	Text       string `json:"text"`
}

// CaseMinutes is how long a case takes in a language, and what the pack says of it
// in whole minutes: of its short way, and of all of it.
type CaseMinutes struct {
	length.Case
	Short int `json:"says_short"`
	Whole int `json:"says_whole"`
}

// Run plays a pack. It fails on one that cannot be opened.
func Run(p *pack.Pack, o Options) (*Report, error) {
	c, err := p.Unpack()
	if err != nil {
		return nil, err
	}
	s := &survey{
		pack: p, content: c, options: o,
		steps: map[string]bool{}, chosen: map[string]bool{}, claims: map[string]bool{}, sources: map[string]bool{},
		longest: map[string]Longest{}, report: Report{Pack: c.ID, Hash: p.Hash(), Locales: c.Locales, Stuck: []string{}},
	}
	for _, l := range c.Locales {
		s.begin(l)
		stops, err := tour.All(p, l)
		if err != nil {
			return nil, err
		}
		for _, stop := range stops {
			s.look(stop.Name, stop.State)
		}
		s.everyOption()
		s.texts()
	}
	s.random()
	return s.sum()
}

// survey is one run on its way to a report.
type survey struct {
	pack    *pack.Pack
	content *pack.Content
	options Options
	report  Report

	context view.Context
	seen    *seen // what the screens of the language said

	steps, chosen, claims, sources map[string]bool
	longest                        map[string]Longest
}

func (s *survey) begin(language string) {
	s.context = view.NewContext(s.pack, s.options.Catalog, language)
	s.seen = newSeen()
}

// look takes in one screen.
func (s *survey) look(name string, state play.State) view.Node {
	root := view.Screen(s.context, state)
	s.report.Looked++
	if state.Screen == play.Deciding {
		if c, _ := s.pack.Case(state.Case); state.Step < len(c.Steps) {
			s.steps[c.ID+"."+c.Steps[state.Step].ID] = true
		}
	}
	stuck := true
	view.Active(&root, func(*view.Node) { stuck = false })
	if stuck {
		s.report.Stuck = append(s.report.Stuck, name)
	}
	view.Walk(&root, func(n *view.Node, _ int) bool {
		s.node(n)
		return true
	})
	s.measure(name, state, &root)
	return root
}

// everyOption plays each case once for each place that an option can have in
// its step, and sees that what was chosen is scored.
func (s *survey) everyOption() {
	for i := range s.content.Cases {
		c := &s.content.Cases[i]
		most := 0
		for _, st := range c.Steps {
			most = max(most, len(st.Options))
		}
		for n := range most {
			s.route(c, n)
		}
	}
	s.desk()
}

// desk answers every round, which the tour does but for the one that it skips.
func (s *survey) desk() {
	session := play.NewSession(s.pack, 1, s.context.Text.Locale())
	session.Send(play.Show{Screen: play.Desk})
	session.Send(play.Begin{})
	for _, r := range s.content.Desk.Rounds {
		session.Send(play.Choose{Option: r.Answer})
		session.Send(play.Commit{})
		s.look("judged-"+r.ID, session.State())
		session.Send(play.Next{})
	}
}

// route plays a case and always takes the option at one place, or the last.
func (s *survey) route(c *pack.Case, n int) {
	session := play.NewSession(s.pack, 1, s.context.Text.Locale())
	session.Send(play.OpenCase{Case: c.ID})
	session.Send(play.Begin{})
	for i := range c.Steps {
		st := &c.Steps[i]
		option := st.Options[min(n, len(st.Options)-1)].ID
		session.Send(play.Choose{Option: option})
		for r := range st.Reasons { // all are read, the last one stands
			session.Send(play.GiveReason{Principle: st.Reasons[(n+r)%len(st.Reasons)]})
			if n == 0 {
				s.look("decision-"+st.ID+"-reason", session.State())
			}
		}
		session.Send(play.Bet{Option: st.Options[len(st.Options)-1-min(n, len(st.Options)-1)].ID})
		session.Send(play.Stake{Stop: n%pack.Stops + 1})
		s.look(fmt.Sprintf("decision-%s-%s", st.ID, option), session.State())
		session.Send(play.Commit{})
		s.look(fmt.Sprintf("reveal-%s-%s", st.ID, option), session.State())
		if a, ok := session.State().Answer(c.ID, st.ID); ok && !st.Kind.Traits().Answered {
			s.chosen[c.ID+"."+st.ID+"."+a.First.Option] = true
		}
		session.Send(play.Next{})
	}
	s.look("debrief-"+c.ID, session.State())
	for _, st := range score.Case(c, session.State()).Steps {
		s.chosen[c.ID+"."+st.ID+"."+st.Option] = true
	}
}

// random plays routes of random moves, as a cat on the keyboard would.
func (s *survey) random() {
	for n := range s.options.Routes {
		draw := rand.New(rand.NewPCG(s.options.Seed, uint64(n)))
		language := s.content.Locales[draw.IntN(len(s.content.Locales))]
		s.begin(language)
		session := play.NewSession(s.pack, s.options.Seed+uint64(n), language)
		for range s.options.Moves {
			root := s.look(fmt.Sprintf("random-%d", n), session.State())
			var moves []play.Msg
			view.Active(&root, func(n *view.Node) { moves = append(moves, n.On) })
			if len(moves) == 0 {
				break
			}
			session.Send(moves[draw.IntN(len(moves))])
			s.report.Moves++
			if l := session.State().Prefs.Locale; l != s.context.Text.Locale() {
				s.context = view.NewContext(s.pack, s.options.Catalog, l)
			}
		}
	}
}

// sum draws up the report.
func (s *survey) sum() (*Report, error) {
	r := &s.report
	times, err := length.Of(s.pack, s.options.Catalog)
	if err != nil {
		return nil, err
	}
	for _, t := range times {
		h := s.pack.Head().Cases[s.pack.CaseIndex(t.Case)]
		short, whole := h.Takes(slices.Index(s.pack.Head().Locales, t.Locale))
		r.Times = append(r.Times, CaseMinutes{t, short, whole})
	}
	if r.Screens, err = length.Screens(s.pack, s.options.Catalog); err != nil {
		return nil, err
	}
	for i := range s.content.Cases {
		c := &s.content.Cases[i]
		for _, st := range c.Steps {
			r.Steps.add(s.steps, c.ID+"."+st.ID)
			for _, o := range st.Options {
				r.Options.add(s.chosen, c.ID+"."+st.ID+"."+o.ID)
			}
		}
	}
	for _, c := range s.content.Library.Claims {
		r.Claims.add(s.claims, c.ID)
	}
	for _, src := range s.content.Library.Sources {
		r.Sources.add(s.sources, src.ID)
	}
	for _, key := range slices.Sorted(maps.Keys(s.longest)) {
		r.Longest = append(r.Longest, s.longest[key])
	}
	return r, nil
}

func (c *Count) add(met map[string]bool, id string) {
	c.All++
	if met[id] {
		c.Met++
	} else {
		c.Never = append(c.Never, id)
	}
}

// measure keeps the longest text of each kind of screen.
func (s *survey) measure(name string, state play.State, root *view.Node) {
	kind := string(state.Screen)
	if m := view.Modal(root); m != nil {
		kind += " with " + string(state.Sheet.Kind)
		root = m
	}
	language := s.context.Text.Locale()
	key := kind + " " + language
	view.Walk(root, func(n *view.Node, _ int) bool {
		if n.Role == view.Banner {
			return false
		}
		text := n.Text
		if view.Running(n) {
			text = view.Text(n)
		}
		if l := len([]rune(text)); l > s.longest[key].Characters {
			s.longest[key] = Longest{kind, language, name, l, text}
		}
		return !view.Running(n)
	})
}
