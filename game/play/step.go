package play

import "slices"

// continueCase goes to the first step without an answer, or to the debrief.
func (t *turn) continueCase() {
	c := t.theCase()
	if n := t.Frontier(c); n < len(c.Steps) {
		t.decide(n)
	} else {
		t.Step, t.Screen = last(t.Way(c)), Debrief
	}
}

// more goes to the first step that the player's way through a case leaves out,
// once all on it are answered.
func (t *turn) more(id string) {
	c, err := t.pack.Case(id)
	if left := t.LeftOut(c); err == nil && t.Finished(c) && len(left) > 0 {
		t.Case = id
		t.decide(left[0])
	}
}

func last(indexes []int) int { return indexes[len(indexes)-1] }

// decide opens a step for deciding, with the newest choice as its draft, after
// the change of seat where it has one that is new.
func (t *turn) decide(index int) {
	t.Step, t.Screen = index, Deciding
	a, answered := t.Answer(t.Case, t.step().ID)
	t.Draft, t.Opened, t.TooEarly = a.Last, slices.Clone(a.Opened), false
	if !answered && t.TakesSeat(t.theCase(), index) {
		t.Screen = Seat
	}
}

// arrive opens a step: its reveal where that was shown, else the step itself.
func (t *turn) arrive(index int) {
	t.decide(index)
	if a, ok := t.Answer(t.Case, t.step().ID); ok && (!a.Skipped || a.Seen) {
		t.Screen = Reveal
	}
}

// backInCase opens the step before this one in its row: before the first on the
// player's way comes the briefing, before the first that it leaves out the debrief.
func (t *turn) backInCase() {
	c := t.theCase()
	row := t.Row(c, t.Step)
	switch at := slices.Index(row, t.Step); {
	case at > 0:
		t.arrive(row[at-1])
	case len(row) > 0 && slices.Contains(t.Way(c), t.Step):
		t.Screen = Briefing
	default:
		t.Screen = Debrief
	}
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
		a = Answer{Case: t.Case, Step: id, First: t.Draft, Opened: slices.Clone(t.Opened), Told: t.Told(t.pack, t.theCase(), t.step())}
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
	next, ok := t.Next(t.theCase(), t.Step)
	if !ok {
		t.Screen = Debrief
		return
	}
	t.arrive(next)
}

// bets says whether the screen asks for a bet.
func (t *turn) bets() bool { return t.Screen == Deciding && t.AsksBet(t.pack, t.theCase(), t.step()) }

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
