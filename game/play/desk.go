package play

import (
	"math/rand/v2"
	"slices"

	"hardcases/game/class"
	"hardcases/game/pack"
)

//go:generate go tool -modfile=../../cmd/tools/go.mod msgp -io=false -tests=false -file desk.go -o desk_gen.go

// RoundAnswer is what became of one round of the source desk.
type RoundAnswer struct {
	Round   string `msg:"round"`
	Option  string `msg:"option"`
	Skipped bool   `msg:"skipped"`
}

// CheckAnswer is how far the player relied on one item of a learning check.
type CheckAnswer struct {
	Phase Phase  `msg:"phase"`
	Set   string `msg:"set"`
	Item  string `msg:"item"`
	Level int    `msg:"level"` // 1 to 5: how likely it is that the item can be relied on
}

// CheckPlace is where the player is in a check.
type CheckPlace struct {
	Phase Phase `msg:"phase"`
	Item  int   `msg:"item"`
}

// Phase says when a check is taken.
type Phase string

// The phases. Before and After use parallel sets, in an order that the seed
// decides; Later is the booster.
const (
	BeforePlay Phase = "before"
	AfterDesk  Phase = "after"
	MuchLater  Phase = "later"
)

// Phases are the phases in order.
var Phases = [...]Phase{BeforePlay, AfterDesk, MuchLater}

// RoundAnswer finds the answer to a round; ok is false where there is none.
func (s State) RoundAnswer(id string) (a RoundAnswer, ok bool) {
	i := slices.IndexFunc(s.Rounds, func(a RoundAnswer) bool { return a.Round == id })
	if i < 0 {
		return RoundAnswer{Round: id}, false
	}
	return s.Rounds[i], true
}

// CheckAnswer finds the answer to an item of a check; ok is false where there
// is none.
func (s State) CheckAnswer(phase Phase, item string) (a CheckAnswer, ok bool) {
	i := slices.IndexFunc(s.Checks, func(a CheckAnswer) bool { return a.Phase == phase && a.Item == item })
	if i < 0 {
		return CheckAnswer{Phase: phase, Item: item}, false
	}
	return s.Checks[i], true
}

// CheckSet is the set of items that a phase uses, an empty one where the pack
// has none for it. Which of the first two comes first is drawn from the seed,
// so that over many players neither set is always the one taken before; so is
// the order of the items. A pack's only set is the one before play.
func (s State) CheckSet(d *pack.Desk, phase Phase) pack.CheckSet {
	first := 0
	if len(d.Checks) > 1 {
		first = rand.New(rand.NewPCG(s.Seed, 1)).IntN(2)
	}
	at := map[Phase]int{BeforePlay: first, AfterDesk: 1 - first, MuchLater: 2}[phase]
	if at >= len(d.Checks) {
		return pack.CheckSet{}
	}
	set := d.Checks[at]
	set.Items = slices.Clone(set.Items)
	rand.New(rand.NewPCG(s.Seed, uint64(2+at))).Shuffle(len(set.Items), func(i, j int) {
		set.Items[i], set.Items[j] = set.Items[j], set.Items[i]
	})
	return set
}

// CheckDone says whether every item of a phase's set is answered.
func (s State) CheckDone(d *pack.Desk, phase Phase) bool {
	set := s.CheckSet(d, phase)
	for _, item := range set.Items {
		if _, ok := s.CheckAnswer(phase, item.ID); !ok {
			return false
		}
	}
	return len(set.Items) > 0
}

// DuePhase is the phase whose check the player would take now: before the first
// case, after it, or later once the one after is done. ok is false where the
// pack has no check for it, or it is done.
func (s State) DuePhase(d *pack.Desk) (phase Phase, ok bool) {
	switch {
	case len(s.Answers) == 0 && len(s.Rounds) == 0:
		phase = BeforePlay
	case !s.CheckDone(d, AfterDesk):
		phase = AfterDesk
	default:
		phase = MuchLater
	}
	return phase, len(s.CheckSet(d, phase).Items) > 0 && !s.CheckDone(d, phase)
}

// OffersCheck says whether the player would take a check before the first case:
// it opens the pack's desk only where the player has begun one, as the first
// screen must not wait for it.
func (s State) OffersCheck(p *pack.Pack) bool {
	if p.Head().CheckItems == 0 || len(s.Answers) > 0 || len(s.Rounds) > 0 {
		return false
	}
	if len(s.Checks) == 0 {
		return true
	}
	d, _ := p.Desk()
	return !s.CheckDone(d, BeforePlay)
}

// desk is the pack's source desk.
func (t *turn) desk() *pack.Desk {
	d, _ := t.pack.Desk()
	return d
}

// round is the current round, an empty one where there is none.
func (t *turn) round() *pack.Round {
	d := t.desk()
	if t.Round < 0 || t.Round >= len(d.Rounds) {
		return &pack.Round{}
	}
	return &d.Rounds[t.Round]
}

// MostTurned is how many hours the clocks of a round can be turned, either way.
const MostTurned = 24

// turnClocks turns the clocks of the current round, before its answer and after it, alone
// and with a class.
func (t *turn) turnClocks(hours int) {
	r := t.round()
	if t.Screen == InClass {
		r = t.classRound()
	} else if t.Screen != AtRound && t.Screen != Judged {
		return
	}
	if len(r.Clocks) > 0 && hours >= -MostTurned && hours <= MostTurned {
		t.Turned = hours
	}
}

// classRound is the round of the desk that a class has before it, an empty one where it
// has none.
func (t *turn) classRound() *pack.Round {
	if !t.Class.AtDesk(t.pack) || !t.Class.InStep() || t.Class.Stage == class.Opening {
		return &pack.Round{}
	}
	at, _, _ := t.Class.Step(t.pack)
	r, _ := t.desk().Round(at.Step)
	return r
}

// nextRound goes to the first round without an answer, or to the end.
func (t *turn) nextRound() {
	for i, r := range t.desk().Rounds {
		if _, ok := t.RoundAnswer(r.ID); !ok {
			t.Round, t.Screen, t.Draft = i, AtRound, Choice{}
			return
		}
	}
	t.Screen = DeskEnd
}

// answerRound keeps the answer to the current round; the first one stands.
func (t *turn) answerRound(a RoundAnswer) {
	if _, ok := t.RoundAnswer(a.Round); !ok {
		t.Rounds = append(slices.Clone(t.Rounds), a)
	}
}

func (t *turn) backAtDesk() {
	switch {
	case t.Round == 0:
		t.Screen = Desk
	default:
		t.Round--
		t.Screen = Judged
	}
}

// openCheck goes to the check that is due, or to the results of those done.
func (t *turn) openCheck() {
	if phase, ok := t.DuePhase(t.desk()); ok {
		t.Check, t.Screen = CheckPlace{Phase: phase}, CheckIntro
	} else if t.CheckDone(t.desk(), AfterDesk) {
		t.Screen = CheckResult
	}
}

// nextItem goes to the first item without an answer, or to the end.
func (t *turn) nextItem() {
	for i, item := range t.CheckSet(t.desk(), t.Check.Phase).Items {
		if _, ok := t.CheckAnswer(t.Check.Phase, item.ID); !ok {
			t.Check.Item, t.Screen, t.Draft = i, AtCheckItem, Choice{}
			return
		}
	}
	t.Screen = CheckEnd
}

func (t *turn) answerItem() {
	set := t.CheckSet(t.desk(), t.Check.Phase)
	if t.Draft.Level == 0 || t.Check.Item >= len(set.Items) {
		return
	}
	t.Checks = append(slices.Clone(t.Checks), CheckAnswer{
		Phase: t.Check.Phase, Set: set.ID, Item: set.Items[t.Check.Item].ID, Level: t.Draft.Level,
	})
	t.nextItem()
}

// afterCheck leaves a finished check: before play for the first case, else for
// the results.
func (t *turn) afterCheck() {
	if t.Check.Phase != BeforePlay {
		t.Screen = CheckResult
	} else if heads := t.pack.Head().Cases; len(heads) > 0 {
		t.openCase(heads[0].ID)
	}
}
