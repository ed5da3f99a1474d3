package play

import "slices"

// continueCase goes to the first step without an answer, or to the debrief.
func (t *turn) continueCase() {
	c := t.theCase()
	if n := t.Frontier(c); n < len(c.Steps) {
		t.decide(n)
	} else {
		t.Step, t.Screen = len(c.Steps)-1, Debrief
	}
}

// decide opens a step for deciding, with the newest choice as its draft.
func (t *turn) decide(index int) {
	t.Step, t.Screen = index, Deciding
	a, _ := t.Answer(t.Case, t.step().ID)
	t.Draft, t.Opened, t.TooEarly = a.Last, slices.Clone(a.Opened), false
}

// arrive opens a step: its reveal where that was shown, else the step itself.
func (t *turn) arrive(index int) {
	t.decide(index)
	if a, ok := t.Answer(t.Case, t.step().ID); ok && (!a.Skipped || a.Seen) {
		t.Screen = Reveal
	}
}

// before opens the step before this one, or the briefing before the first.
func (t *turn) before() {
	if t.Step > 0 {
		t.arrive(t.Step - 1)
		return
	}
	t.Screen = Briefing
}

// commit makes the draft the answer: the scored one where there was none.
func (t *turn) commit() {
	switch {
	case t.Screen == AtCheckItem:
		t.answerItem()
		return
	case t.Screen == AtRound && t.hasOption(t.Draft.Option):
		t.answerRound(RoundAnswer{Round: t.round().ID, Option: t.Draft.Option})
		t.Screen = Judged
		return
	case t.Screen != Deciding || !t.hasOption(t.Draft.Option):
		return
	}
	id := t.step().ID
	a, decided := t.Answer(t.Case, id)
	if !decided || a.Skipped {
		a = Answer{Case: t.Case, Step: id, First: t.Draft, Opened: slices.Clone(t.Opened)}
	}
	a.Last = t.Draft
	t.put(a)
	t.Screen = Reveal
}

// pass leaves a step out that was not decided before, and reveals it.
func (t *turn) pass() {
	if t.Screen != Deciding {
		return
	}
	id := t.step().ID
	if a, ok := t.Answer(t.Case, id); !ok || a.Skipped {
		t.put(Answer{Case: t.Case, Step: id, Skipped: true, Seen: true})
	}
	t.Screen = Reveal
}

// passed says whether the step was left out with its reveal seen.
func (t *turn) passed() bool {
	a, _ := t.Answer(t.Case, t.step().ID)
	return a.Seen
}

// skip leaves a round out, or, in games of older formats, a step.
func (t *turn) skip() {
	switch t.Screen {
	case AtRound:
		t.answerRound(RoundAnswer{Round: t.round().ID, Skipped: true})
		t.nextRound()
		return
	case Deciding:
	default:
		return
	}
	id := t.step().ID
	if _, ok := t.Answer(t.Case, id); !ok {
		t.put(Answer{Case: t.Case, Step: id, Skipped: true})
	}
	t.forward()
}

// forward goes to the step after this one, or to the debrief after the last.
func (t *turn) forward() {
	if t.Step+1 < len(t.theCase().Steps) {
		t.arrive(t.Step + 1)
		return
	}
	if n := t.Frontier(t.theCase()); n < len(t.theCase().Steps) {
		t.decide(n)
		return
	}
	t.Screen = Debrief
}

// bets says whether the screen asks for a bet.
func (t *turn) bets() bool { return t.Screen == Deciding && t.step().Kind.Traits().Bet }

// hasOption says whether the screen offers an option.
func (t *turn) hasOption(id string) bool {
	i := -1
	switch t.Screen {
	case Deciding:
		i, _ = t.step().Option(id)
	case AtRound:
		i, _ = t.round().Verdict(id)
	default: // no other screen has options
	}
	return i >= 0
}
