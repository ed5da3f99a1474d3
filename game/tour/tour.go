// Package tour visits every screen that a pack can show, so that tests and
// tools need no list of screens typed by hand.
package tour

import (
	"hardcases/game/pack"
	"hardcases/game/play"
)

// Stop is one screen of the tour.
type Stop struct {
	Name  string // unique, such as decision-A1-source-f1
	State play.State
	// Journal is the game that leads here.
	Journal play.Journal
}

// All plays a pack from its first screen to its last and gives each screen on
// the way, with everything that can lie over it. Choices vary from step to
// step, so that matches of all three grades, breaks and a skipped step occur
// where the pack has them. It fails on a pack that cannot be opened.
func All(p *pack.Pack, locale string) ([]Stop, error) {
	t := &tour{pack: p, session: play.NewSession(p, 1, locale), claims: map[string]bool{}}
	t.visit("home-fresh")
	t.beside(play.Before, play.Settings, play.Help, play.Log, play.Erase)
	t.check(play.BeforePlay)
	for _, h := range p.Head().Cases {
		c, err := p.Case(h.ID)
		if err != nil {
			return nil, err
		}
		t.play(c)
	}
	t.passes()
	t.desk()
	t.send(play.Show{Screen: play.Results})
	t.visit("results")
	for _, h := range p.Head().Cases {
		c, _ := p.Case(h.ID)
		t.rests("results", c.Said...)
	}
	lib, _ := p.Library()
	t.rests("results", lib.Across...)
	t.beside(play.TakeAway)
	t.send(play.Show{Screen: play.Log})
	t.visit("log-full")
	t.class()
	t.send(play.Show{Screen: play.Home})
	t.visit("home-done")
	return t.stops, t.shortWays(locale)
}

// shortWays plays each case that has a short way by that, in a game of its own, and
// then what it leaves out.
func (t *tour) shortWays(locale string) error {
	t.session = play.NewSession(t.pack, 1, locale)
	for _, h := range t.pack.Head().Cases {
		if h.Short == 0 {
			continue
		}
		c, err := t.pack.Case(h.ID)
		if err != nil {
			return err
		}
		t.send(play.OpenCase{Case: c.ID})
		t.send(play.Begin{Short: true})
		t.row(c)
		t.visit("short-debrief-" + c.ID)
		t.send(play.Show{Screen: play.Home})
		t.visit("short-home-" + c.ID)
		t.send(play.More{Case: c.ID})
		t.row(c)
	}
	return nil
}

// row decides steps for as long as one leads to the next, and visits each.
func (t *tour) row(c *pack.Case) {
	for t.seated(c, "short-"); t.session.State().Screen == play.Deciding; t.seated(c, "short-") {
		st := &c.Steps[t.session.State().Step]
		t.visit("short-decision-" + st.ID)
		t.send(play.Choose{Option: st.Options[0].ID})
		t.send(play.Commit{})
		t.visit("short-reveal-" + st.ID)
		t.send(play.Next{})
	}
}

// seated visits a change of seat and takes the seat, where the step has one.
func (t *tour) seated(c *pack.Case, name string) {
	if s := t.session.State(); s.Screen == play.Seat {
		t.visit(name + string(play.Seat) + "-" + c.Steps[s.Step].ID)
		t.send(play.Begin{})
	}
}

type tour struct {
	pack    *pack.Pack
	session *play.Session
	stops   []Stop
	decided int
	claims  map[string]bool // those that were visited
}

func (t *tour) send(m play.Msg) { t.session.Send(m) }

func (t *tour) visit(name string) {
	t.stops = append(t.stops, Stop{name, t.session.State(), t.session.Journal()})
}

// beside visits screens that lie beside the play and comes back.
func (t *tour) beside(screens ...play.Screen) {
	for _, s := range screens {
		t.send(play.Show{Screen: s})
		t.visit(string(s))
		t.send(play.Back{})
	}
}

// over visits a sheet and closes it.
func (t *tour) over(name string, m play.Msg) {
	t.send(m)
	if t.session.State().Sheet.Kind != play.NoSheet {
		t.visit(name)
		t.send(play.Back{})
	}
}

// rests visits each claim in full, the first time that a screen rests on it.
func (t *tour) rests(name string, claims ...string) {
	for _, c := range claims {
		if !t.claims[c] {
			t.claims[c] = true
			t.over(name+"-claim-"+c, play.OpenClaim{Claim: c})
		}
	}
}

// desk reads every round, and takes the checks that come after it.
func (t *tour) desk() {
	d, _ := t.pack.Desk()
	if len(d.Rounds) == 0 {
		return
	}
	t.send(play.Show{Screen: play.Desk})
	t.visit("desk")
	t.send(play.Begin{})
	for i, r := range d.Rounds {
		t.visit("round-" + r.ID)
		t.turnClocks(&r, "round-"+r.ID)
		if i == 1 {
			t.send(play.Skip{})
			continue
		}
		t.send(play.Choose{Option: r.Options[i%len(r.Options)].ID})
		t.visit("round-" + r.ID + "-ready")
		t.send(play.Commit{})
		t.visit("judged-" + r.ID)
		t.turnClocks(&r, "judged-"+r.ID)
		t.rests("judged-"+r.ID, r.Claims...)
		t.send(play.Next{})
	}
	t.visit("desk-end")
	t.check(play.AfterDesk)
	t.check(play.MuchLater)
}

// turnClocks turns the clocks of a round past midnight, as far as they go, and back.
func (t *tour) turnClocks(r *pack.Round, name string) {
	if len(r.Clocks) == 0 {
		return
	}
	t.send(play.TurnClocks{Hours: 9})
	t.visit(name + "-later")
	t.send(play.TurnClocks{Hours: -play.MostTurned})
	t.visit(name + "-earlier")
	t.send(play.TurnClocks{})
}

// check takes the check of a phase, where the pack has one.
func (t *tour) check(phase play.Phase) {
	d, _ := t.pack.Desk()
	t.send(play.Show{Screen: play.CheckIntro})
	if t.session.State().Screen != play.CheckIntro {
		return
	}
	name := "check-" + string(phase)
	t.visit(name)
	t.send(play.Begin{})
	for i, item := range t.session.State().CheckSet(d, phase).Items {
		t.visit(name + "-" + item.ID)
		t.send(play.Forecast{Level: i%5 + 1})
		t.send(play.Commit{})
	}
	t.visit(name + "-end")
	t.send(play.Next{})
	if t.session.State().Screen == play.CheckResult {
		t.visit(name + "-result")
	}
	t.send(play.Show{Screen: play.Home})
}

func (t *tour) play(c *pack.Case) {
	t.send(play.OpenCase{Case: c.ID})
	t.visit("briefing-" + c.ID)
	t.unfold()
	t.visit("briefing-" + c.ID + "-unfolded")
	t.unfold() // and folds it again
	lib, _ := t.pack.Library()
	for i, term := range lib.Glossary {
		if i%len(t.pack.Head().Cases) == t.pack.CaseIndex(c.ID) {
			t.over("briefing-"+c.ID+"-term-"+term, play.OpenTerm{Term: term})
		}
	}
	for i := range c.Tries {
		t.try(c, &c.Tries[i])
	}
	t.send(play.Begin{})
	for i := range c.Steps {
		t.step(c, &c.Steps[i])
	}
	t.visit("debrief-" + c.ID)
	t.became(c)
	t.unfold()
	t.visit("debrief-" + c.ID + "-unfolded")
	for _, v := range c.Voices {
		t.rests("debrief-"+c.ID, v.Claims...)
	}
	t.send(play.Show{Screen: play.Home})
	t.visit("home-after-" + c.ID)
}

// passes leaves the first step of each kind out, in a game of its own: what happened
// is shown there without a choice.
func (t *tour) passes() {
	own := *t
	own.session = play.NewSession(t.pack, 1, t.session.State().Prefs.Locale)
	met := map[pack.StepKind]bool{}
	for _, h := range t.pack.Head().Cases {
		c, _ := t.pack.Case(h.ID)
		own.send(play.OpenCase{Case: c.ID})
		own.send(play.Begin{})
		for i := range c.Steps {
			own.send(play.Pass{})
			if kind := c.Steps[i].Kind; !met[kind] {
				met[kind] = true
				own.visit(string(play.Reveal) + "-" + c.Steps[i].ID + "-passed")
			}
			own.send(play.Next{})
		}
		own.unguessed(c)
	}
	t.stops = own.stops
}

// unfold opens all that the screen can unfold.
func (t *tour) unfold() {
	for _, f := range []string{
		"fold-case", "fold-powers",
		"fold-whole", "fold-then", "fold-options", "fold-people", "fold-caveats", "fold-sources",
		"fold-voices", "fold-open", "fold-questions", "fold-profile", "fold-calibration",
	} {
		t.send(play.Unfold{ID: f})
	}
}

func (t *tour) step(c *pack.Case, st *pack.Step) {
	t.seated(c, "")
	id := string(play.Deciding) + "-" + st.ID
	t.visit(id)
	for _, f := range st.Known {
		t.over(id+"-source-"+f.ID, play.OpenSource{Fact: f.ID})
	}
	n := t.decided
	t.decided++
	if n == 0 { // press what commits before there is anything to commit
		t.send(play.TooEarly{})
		t.visit(id + "-early")
	}
	t.send(play.Choose{Option: st.Options[n%len(st.Options)].ID})
	if n == 0 {
		t.visit(id + "-partly")
	}
	if st.Draw != nil {
		t.visit(id + "-chosen")
		t.send(play.Drawing(st, 35))
	}
	if len(st.Reasons) > 0 {
		t.send(play.GiveReason{Principle: st.Reasons[n/2%len(st.Reasons)]})
	}
	if st.Kind.Traits().Bet {
		t.send(play.Bet{Option: st.Options[(n+n/3)%len(st.Options)].ID})
		t.send(play.Stake{Stop: n%pack.Stops + 1})
	}
	t.visit(id + "-ready")
	t.send(play.Commit{})
	id = string(play.Reveal) + "-" + st.ID
	t.visit(id)
	for _, then := range st.Then {
		t.over(id+"-source-"+then.ID, play.OpenSource{Fact: then.ID})
	}
	t.rests(id, st.Outcome...)
	for _, f := range st.Known {
		t.rests(id, f.Claims...)
	}
	t.over(id+"-discuss", play.Discuss{})
	t.unfold()
	t.visit(id + "-unfolded")
	t.shows(id+"-became", play.BecameScreen)
	if n == 1 { // change one's mind once
		t.send(play.Back{})
		t.visit(string(play.Deciding) + "-" + st.ID + "-again")
		t.send(play.Choose{Option: st.Happened})
		t.send(play.Commit{})
		t.visit(id + "-changed")
	}
	t.send(play.Next{})
}
