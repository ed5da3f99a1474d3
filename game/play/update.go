package play

import (
	"slices"

	"hardcases/game/pack"
)

// Effect is something that a host must do, as data: Save, Erased, or an Ask. The
// set is closed.
type Effect interface{ effect() }

type (
	// Save asks the host to keep the journal.
	Save struct{}
	// Erased asks the host to delete all that it has kept.
	Erased struct{}
)

func (Save) effect()   {}
func (Erased) effect() {}

// Update is the whole of the rules: what a message makes of a state. It is
// pure; a message that means nothing now leaves the state as it is.
func Update(p *pack.Pack, s State, m Msg) (State, []Effect) {
	t := turn{pack: p, State: s}
	t.seated(m)
	s.Screen = t.Screen
	before := s.Screen
	switch m := m.(type) {
	case Ask:
		return s, []Effect{m}
	case Class:
		t.inClass(m)
	case OpenCase:
		t.openCase(m.Case)
	case Begin:
		t.begin(m.Short)
	case More:
		t.more(m.Case)
	case Unfold:
		t.unfold(m.ID)
	case Choose:
		if t.hasOption(m.Option) {
			t.Draft.Option, t.Draft.Drawn = m.Option, 0
		}
	case Draw:
		if t.hasOption(m.Option) {
			t.Draft.Option, t.Draft.Drawn = m.Option, t.drawn(m)
		}
	case GiveReason:
		if s.Screen == Deciding && slices.Contains(t.step().Reasons, m.Principle) {
			t.Draft.Principle = m.Principle
		}
	case Forecast:
		if (s.Screen == Deciding || s.Screen == AtCheckItem) && m.Level >= 1 && m.Level <= 5 {
			t.Draft.Level = m.Level
		}
	case Bet:
		if t.bets() && t.hasOption(m.Option) {
			t.Draft.Bet, t.Draft.Level = m.Option, 0
		}
	case Stake:
		if t.bets() && m.Stop >= 1 && m.Stop <= pack.Stops {
			t.Draft.Stop, t.Draft.Level = m.Stop, 0
		}
	case Commit:
		t.commit()
	case TooEarly:
		t.TooEarly = s.Screen == Deciding
	case Pass:
		t.pass()
	case Skip:
		t.skip()
	case Next:
		t.next()
	case Back:
		t.back()
	case GoTo:
		t.goTo(m.Case, m.Step)
	case Reopen:
		t.reopen(m.Place)
	case OpenSource:
		t.openSource(m.Fact)
	case OpenClaim:
		if looksBack(s.Screen) {
			t.Sheet = Sheet{ClaimSheet, m.Claim}
		}
	case OpenTerm:
		t.Sheet = Sheet{TermSheet, m.Term}
	case Discuss:
		if s.Screen == Reveal || s.Screen == Debrief {
			t.Sheet = Sheet{DiscussSheet, t.step().ID}
		}
	case OpenTry:
		if i, _ := t.theCase().Try(m.Try); i >= 0 && t.ShowsModel() {
			t.openModel(m.Try)
		}
	case Turn:
		t.turnSwitch(m.Switch, m.To)
	case Later:
		t.later(m.Hours)
	case Guess:
		t.guess(m.Try, m.Option)
	case OpenRules:
		if t.ShowsModel() && t.Model.Try != "" {
			t.Sheet = Sheet{Kind: RulesSheet}
		}
	case TurnClocks:
		t.turnClocks(m.Hours)
	case Show:
		t.show(m.Screen)
	case ShowDebrief:
		if c, err := p.Case(m.Case); err == nil && t.Finished(c) {
			t.Case, t.Step, t.Screen = m.Case, last(t.Way(c)), Debrief
		}
	case SetLocale:
		if slices.Contains(p.Head().Locales, m.Locale) {
			t.Prefs.Locale = m.Locale
		}
	case SetTextSize:
		if m.Percent >= 100 && m.Percent <= 200 {
			t.Prefs.TextSize = m.Percent
		}
	case SetTheme:
		if slices.Contains([]Theme{Auto, Light, Dark, Contrast}, m.Theme) {
			t.Prefs.Theme = m.Theme
		}
	case SetMotion:
		if slices.Contains([]Motion{AutoMotion, FullMotion, NoMotion}, m.Motion) {
			t.Prefs.Motion = m.Motion
		}
	case SetSpacing:
		if m.Percent >= 100 && m.Percent <= 200 {
			t.Prefs.Spacing = m.Percent
		}
	case SetPicture:
		if slices.Contains(pictures[:], m.When) {
			t.Prefs.Picture = m.When
		}
	case SetAloud:
		t.Prefs.Aloud = m.On
	case SetKeys:
		t.Prefs.NoKeys = !m.On
	case EraseAll:
		fresh := NewState(s.Seed, s.Prefs.Locale)
		fresh.Prefs = s.Prefs
		return fresh, []Effect{Erased{}}
	}
	if t.Screen != before {
		t.Sheet = Sheet{}
	}
	if t.Screen != before || t.Case != s.Case || t.Step != s.Step {
		t.Unfolded = nil
	}
	if t.Screen != before || t.Round != s.Round || t.Class.At != s.Class.At || t.Class.Stage != s.Class.Stage {
		t.Turned = 0
	}
	if _, led := m.(Reopen); t.Screen == Briefing && !led && !beside(before) && (before != Briefing || t.Case != s.Case) {
		t.openModel("")
	}
	if (t.Screen != before || isAct(m)) && t.Notice == s.Notice {
		t.Notice, t.Detail = "", ""
	}
	return t.State, []Effect{Save{}}
}

// turn is a state on its way to the next.
type turn struct {
	State
	pack *pack.Pack
}

// theCase is the current case, without steps where there is none.
func (t *turn) theCase() *pack.Case {
	c, _ := t.pack.Case(t.Case)
	return c
}

// step is the current step, an empty one where there is none.
func (t *turn) step() *pack.Step {
	c := t.theCase()
	if t.Step < 0 || t.Step >= len(c.Steps) {
		return &pack.Step{}
	}
	return &c.Steps[t.Step]
}

// begin leaves a screen that says what comes. A case that has not been begun is
// gone through by its short way where that is asked for.
func (t *turn) begin(short bool) {
	switch t.Screen {
	case Briefing:
		if short && t.theCase().HasShort() && !t.Started(t.Case) && !t.OnShort(t.Case) {
			t.Short = append(slices.Clone(t.Short), t.Case)
		}
		t.continueCase()
	case Seat:
		t.sit()
	case Desk:
		t.nextRound()
	case CheckIntro:
		t.nextItem()
	default: // no other screen says what comes
	}
}

func (t *turn) openCase(id string) {
	c, err := t.pack.Case(id)
	if err != nil || len(c.Steps) == 0 {
		t.Notice = "notice.damaged-case"
		return
	}
	t.Case = id
	switch {
	case !t.Started(id):
		t.Step, t.Screen = 0, Briefing
	default:
		t.continueCase()
	}
}

func (t *turn) next() {
	switch t.Screen {
	case Reveal:
		t.forward()
	case Judged:
		t.nextRound()
	case CheckEnd:
		t.afterCheck()
	case Briefing, Debrief:
		if h, ok := t.pack.After(t.Case); ok {
			t.openCase(h.ID)
		} else if t.Screen == Debrief {
			t.Screen = Results
		} else {
			t.Screen = Home
		}
	default: // the others are left by what they offer
	}
}

func (t *turn) back() {
	switch {
	case t.Screen == InClass:
		t.backInClass()
	case t.Sheet.Kind != NoSheet:
		t.Sheet = Sheet{}
	case t.Screen == Deciding, t.Screen == Seat, t.Screen == Reveal && t.passed():
		t.backInCase()
	case t.Screen == Reveal:
		t.decide(t.Step)
	case t.Screen == Debrief:
		t.arrive(t.Step)
	case t.Screen == AtRound || t.Screen == Judged:
		t.backAtDesk()
	case beside(t.Screen):
		t.Screen, t.Under = t.Under, ""
		if t.Screen == "" {
			t.Screen = Home
		}
	default:
		t.Screen = Home
	}
}

func (t *turn) goTo(caseID, stepID string) {
	c, err := t.pack.Case(caseID)
	i, _ := c.Step(stepID)
	if err != nil || i < 0 || !t.reachable(c, i) {
		return
	}
	t.Case = caseID
	t.arrive(i)
}

// reachable says whether a step may be opened: it has an answer or is the next on
// the player's way, which leads to those that it leaves out at its end.
func (t *turn) reachable(c *pack.Case, index int) bool {
	if _, ok := t.Answer(c.ID, c.Steps[index].ID); ok {
		return true
	}
	return index == t.Frontier(c) || t.Finished(c)
}

func (t *turn) openSource(fact string) {
	st := t.step()
	switch t.Screen {
	case Deciding:
		if !slices.ContainsFunc(st.Known, func(f pack.Fact) bool { return f.ID == fact }) {
			return
		}
		if !slices.Contains(t.Opened, fact) {
			t.Opened = append(slices.Clone(t.Opened), fact)
			slices.Sort(t.Opened)
		}
	case Reveal:
	default:
		return
	}
	t.Sheet = Sheet{SourceSheet, fact}
}

// unfold opens what is folded on a screen, or folds it again.
func (t *turn) unfold(id string) {
	if i := slices.Index(t.Unfolded, id); i >= 0 {
		t.Unfolded = slices.Delete(slices.Clone(t.Unfolded), i, i+1)
	} else if len(t.Unfolded) < mostUnfolded {
		t.Unfolded = append(slices.Clone(t.Unfolded), id)
	}
}

// mostUnfolded bounds what a journal can have unfolded: more than any screen has
// to unfold.
const mostUnfolded = 64

// looksBack says whether a screen shows what happened, so that a claim can be
// read in full.
func looksBack(s Screen) bool {
	return s == Reveal || s == Debrief || s == Results || s == Judged || s == BecameScreen
}

// beside says whether a screen lies beside the play, so that Back returns to
// where the player came from.
func beside(s Screen) bool {
	return s == Log || s == TakeAway || s == Settings || s == Help || s == Before || s == Erase || s == Aside || s == ModelScreen || s == BecameScreen
}

func (t *turn) show(s Screen) {
	switch {
	case s == Home || s == Results:
		t.Screen, t.Under = s, ""
	case s == Desk && len(t.desk().Rounds) > 0:
		t.Screen, t.Under = s, ""
	case s == CheckIntro:
		t.openCheck()
	case s == CheckResult && t.CheckDone(t.desk(), AfterDesk):
		t.Screen, t.Under = s, ""
	case s == ModelScreen && (len(t.theCase().Tries) == 0 || !inCase(t.Screen)),
		s == BecameScreen && (t.theCase().Became == nil || !inCase(t.Screen) || t.Screen == Briefing || t.Screen == Deciding):
	case beside(s):
		if s == ModelScreen {
			t.openModel(t.lastTry())
		}
		if !beside(t.Screen) {
			t.Under = t.Screen
		}
		t.Screen = s
	}
}

// inCase says whether a screen belongs to a case.
func inCase(s Screen) bool {
	return s == Briefing || s == Deciding || s == Reveal || s == Debrief || s == ModelScreen || s == BecameScreen
}
