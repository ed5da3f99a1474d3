package class

import (
	"slices"

	"hardcases/game/pack"
)

// Act is what a teacher does.
type Act string

// The acts. n and text are what Update takes with them.
const (
	Choose   Act = "plan"    // takes the plan text, its lesson N
	SetAge   Act = "older"   // N is one of the Ages
	SetBets  Act = "bets"    // N is 1 with a round of bets, 0 without
	Size     Act = "pupils"  // N pupils are in the room, 0 where nobody says
	Start    Act = "start"   // goes to the first step without a vote, by the course N
	Anew     Act = "anew"    // begins the plan with another class, by the course N: votes and codes go
	Forward  Act = "next"    // one page or stage on, after N seconds
	Backward Act = "back"    // one page or stage back, after N seconds
	SkipIt   Act = "skip"    // leaves the step out, after N seconds
	Point    Act = "point"   // picks the option N, or of the id text; a second time, adds a hand
	Move     Act = "move"    // picks the option N further down
	Digit    Act = "digit"   // types the digit N of a count
	Undigit  Act = "undigit" // takes the last digit back
	Add      Act = "add"     // adds N hands
	Decide   Act = "decide"  // makes the picked option the decision of the class, or no longer
	Unfold   Act = "unfold"  // N is 1 to show the hands before all are in, 0 to hide them
	Switch   Act = "switch"  // N is 1 to turn the switch of the opening's picture, 0 to turn it back
	SetModel Act = "models"  // N is 1 with questions to the working model, 0 without
	Turn     Act = "turn"    // turns a switch of the working model: text is its name, a colon, and the name of a position
	Later    Act = "later"   // lets N hours pass in the working model
	Cover    Act = "blank"   // N is 1 to show nothing, 0 to go on
	SetTime  Act = "time"    // sets the timer to N seconds; 0 takes it away
	Run      Act = "run"     // N is 1 to let the timer run, 0 to hold it
	Tick     Act = "tick"    // N seconds have passed
	Paste    Act = "codes"   // takes the codes in text that were not counted before
	PasteAll Act = "paste"   // takes all codes in text, as Paste did once: saved games hold it
	Again    Act = "again"   // counts those too that the last paste left out
	TakeBack Act = "unpaste" // forgets the last paste
	Forget   Act = "forget"  // forgets the codes
	Reopen   Act = "reopen"  // goes to where text says, as Where has it, in a lesson begun with another version of the pack
	Visit    Act = "visit"   // opens the stage text: Codes, SetUp, Renew, Devices or Ended
)

// The ages that a lesson can be for.
const (
	AnyAge = iota // the usual wording, no step for older pupils
	Older         // the usual wording, with the steps for older pupils
	Gentle        // 13 to 15: the gentler wording where the pack has it
)

// LongestTimer is the most that the timer can be set to, in seconds.
const LongestTimer = 60 * 60

// Update is what an act makes of a lesson. An act that means nothing now leaves
// it as it is.
func Update(p *pack.Pack, s State, act Act, text string, n int) State {
	t := turn{State: s, pack: p}
	switch act {
	case Choose:
		t.choose(text, n)
	case SetAge:
		if older := n == Older; older != t.Older {
			t.Older, t.At = older, 0
		}
		t.Gentle = n == Gentle
	case SetBets:
		t.NoBets = n == 0
	case SetModel:
		t.NoModel = n == 0
	case Size:
		t.Pupils = min(max(n, 0), MostHands)
	case Start:
		t.start(n)
	case Anew:
		t.anew(n)
	case Forward, Backward, SkipIt:
		t.use(n)
		t.turnPage(act)
	case Point, Move, Digit, Undigit, Add, Decide, Unfold:
		if act == Point && text != "" { // by its id, as its place may be another than it was
			n = t.OptionIndex(p, text)
		}
		t.count(act, n)
	case Reopen:
		t.reopenAt(text)
	case Switch:
		t.Turned = t.Stage == Opening && n == 1
	case Turn:
		t.turnSwitch(text)
	case Later:
		t.later(n)
	case Cover:
		t.Blank = n == 1
	case SetTime, Run, Tick:
		t.clock(act, n)
	case Paste, PasteAll:
		t.paste(p, text, act == PasteAll)
	case Again:
		t.countAgain()
	case TakeBack:
		t.takeBack()
	case Forget:
		t.takeBack()
		t.Codes, t.Pastes = nil, nil
	case Visit:
		t.visit(Stage(text))
	case Enrol, Heard, Dismiss, Lock, Seats:
		t.devices(act, text, n)
	}
	return t.State
}

type turn struct {
	State
	pack *pack.Pack
}

func (t *turn) choose(plan string, lesson int) {
	lib, _ := t.pack.Library()
	i, p := lib.Plan(plan)
	if i < 0 || lesson < 0 || lesson >= len(p.Lessons) {
		return
	}
	if t.Plan != plan || t.Lesson != lesson {
		t.Plan, t.Lesson, t.At = plan, lesson, 0
	}
}

// start goes to the first step of the lesson that nothing became of yet, or to
// the end where there is none.
func (t *turn) start(course int) {
	if t.Stage != SetUp && t.Stage != "" {
		return
	}
	t.Course = min(max(course, FirstCourse), NewestCourse)
	steps := t.Steps(t.pack)
	if len(steps) == 0 {
		return
	}
	for i, at := range steps {
		if v, _ := t.Vote(at); !v.Done() {
			t.begin(i)
			return
		}
	}
	t.Stage = Ended
}

// anew forgets the votes and codes of the class before, and begins the plan.
// What the teacher set up stays. It is asked first, on a page of its own.
func (t *turn) anew(course int) {
	if t.Stage != Renew {
		return
	}
	t.State = State{Plan: t.Plan, Lesson: t.Lesson, Older: t.Older, Gentle: t.Gentle, NoBets: t.NoBets, NoModel: t.NoModel, Stage: SetUp}
	t.start(course)
}

// begin goes to the first stage of a step.
func (t *turn) begin(at int) {
	t.open(at, Opening)
	if t.pagesOf(Opening) == 0 {
		t.Stage = t.stages(t.pack)[0]
	}
}

// open goes to a stage of a step.
func (t *turn) open(at int, stage Stage) {
	t.At, t.Stage, t.Page, t.Option, t.Typing, t.Turned = at, stage, 0, 0, false, false
	t.Timer = Timer{}
	t.setNet()
}

// turnTo goes to a page of a stage of the same step. In a round of its own nothing
// is picked yet.
func (t *turn) turnTo(stage Stage, page int) {
	t.Stage, t.Page, t.Turned = stage, page, false
	if t.Course >= WithBets {
		t.Option, t.Typing = 0, false
	}
	t.setNet()
}

// pagesOf is how many pages a stage of the current step has.
func (t *turn) pagesOf(stage Stage) int { return t.Pages(t.pack, stage) }

func (t *turn) turnPage(act Act) {
	switch act {
	case Forward:
		t.forward()
	case Backward:
		t.backward()
	default:
		t.skip()
	}
}

func (t *turn) forward() {
	stages := t.stages(t.pack)
	i := slices.Index(stages, t.Stage)
	_, _, ok := t.Step(t.pack)
	switch {
	case t.Stage == Ended && t.Page+1 < t.pagesOf(Ended):
		t.Page++
	case i < 0 || !ok:
	case t.Page+1 < t.pagesOf(t.Stage):
		t.Page++
	case i == len(stages)-1:
		t.change(func(v *Vote) { v.Left, v.LeftPage = "", 0 })
		t.nextStep()
	default:
		t.turnTo(stages[i+1], 0)
		if t.Stage == Shown {
			t.change(func(v *Vote) { v.Revealed, v.Skipped = true, false })
		}
	}
}

func (t *turn) nextStep() {
	if t.At+1 < len(t.Steps(t.pack)) {
		t.begin(t.At + 1)
		return
	}
	t.Stage, t.Page, t.Timer = Ended, 0, Timer{}
}

func (t *turn) backward() {
	stages := t.stages(t.pack)
	i := slices.Index(stages, t.Stage)
	switch {
	case t.Blank:
		t.Blank = false
	case t.Stage == Ended && t.Page > 0:
		t.Page--
	case t.Stage == Ended:
		t.reopen(len(t.Steps(t.pack)) - 1)
	case t.Stage == Renew:
		t.Stage = SetUp
	case t.Stage == Keeping:
		t.Stage = Devices
	case t.aside():
		t.leave()
	case t.Stage == Codes:
		t.Stage = SetUp
		if len(t.Votes) > 0 {
			t.Stage = Ended
		}
	case t.Page > 0:
		t.Page--
	case i > 0:
		t.turnTo(stages[i-1], t.pagesOf(stages[i-1])-1)
	case i == 0:
		t.reopen(t.At - 1)
	default:
		t.Stage = SetUp
	}
}

// reopen goes back to the step at, or to the next one before it that the class
// has finished with, and to the last page that the class saw of it: never to
// one that would show what happened before the vote.
func (t *turn) reopen(at int) {
	steps := t.Steps(t.pack)
	for at = min(at, len(steps)-1); at >= 0; at-- {
		v, _ := t.Vote(steps[at])
		switch {
		case v.Left != "":
			t.comeBack(at, v.Left, v.LeftPage)
			return
		case v.Revealed:
			t.begin(at)
			stages := t.stages(t.pack)
			t.open(at, stages[len(stages)-1])
			return
		}
	}
	t.Stage, t.Page, t.Timer = SetUp, 0, Timer{}
}

// comeBack goes to where the class left a step, or, where that goes without the stage by
// now, to the end of the one before it.
func (t *turn) comeBack(at int, left Stage, page int) {
	t.begin(at)
	for _, stage := range t.stages(t.pack) {
		if slices.Index(order[:], stage) <= slices.Index(order[:], left) {
			t.open(at, stage)
			t.Page = t.pagesOf(stage) - 1
		}
	}
	if t.Stage == left {
		t.Page = min(page, t.Page)
	}
}

func (t *turn) skip() {
	if slices.Contains(t.stages(t.pack), t.Stage) {
		t.change(func(v *Vote) { v.Skipped, v.Left, v.LeftPage = !v.Revealed, t.Stage, t.Page })
		t.nextStep()
	}
}

// change changes the vote on the current step.
func (t *turn) change(do func(*Vote)) {
	if at, st, ok := t.Step(t.pack); ok {
		t.changeAt(at, st, do)
	}
}

func (t *turn) changeAt(at pack.Place, st *pack.Step, do func(*Vote)) {
	v, there := t.Vote(at)
	v.Counts = places(v.Counts, len(st.Options))
	if len(v.Bets) > 0 || t.Stage == Betting {
		v.Bets = places(v.Bets, len(st.Options))
	}
	do(&v)
	votes := slices.Clone(t.Votes)
	if there {
		votes[slices.IndexFunc(votes, func(o Vote) bool { return o.Case == at.Case && o.Step == at.Step })] = v
	} else {
		votes = append(votes, v)
	}
	t.Votes = votes
}

// places is a copy of counts with a place for each of n options.
func places(counts []int, n int) []int {
	out := make([]int, n)
	copy(out, counts)
	return out
}

// count enters hands. Counts stay open while the vote is on the screen, also
// after going back to it: somebody always miscounts.
func (t *turn) count(act Act, n int) {
	options := len(t.optionIDs(t.pack))
	if options == 0 {
		return
	}
	t.Option = min(max(t.Option, 0), options-1)
	switch act {
	case Point:
		switch {
		case n < 0 || n >= options:
		case n == t.Option:
			t.set(func(c int) int { return c + 1 })
		default:
			t.Option, t.Typing = n, false
		}
	case Move:
		t.Option, t.Typing = min(max(t.Option+n, 0), options-1), false
	case Digit:
		if n < 0 || n > 9 {
			return
		}
		typing := t.Typing
		t.set(func(c int) int {
			if typing {
				return c*10 + n
			}
			return n
		})
		t.Typing = true
	case Undigit:
		t.set(func(c int) int { return c / 10 })
		t.Typing = true
	case Add:
		t.set(func(c int) int { return c + n })
		t.Typing = false
	case Unfold:
		t.unfold(n == 1)
	case Decide:
		if t.Stage != Voting {
			return // a bet is each hand's own, and so is a guess
		}
		t.change(func(v *Vote) {
			if v.Skipped = false; v.Decided == t.Option+1 {
				v.Decided = 0
			} else {
				v.Decided = t.Option + 1
			}
		})
	default: // no other act is about hands
	}
}

// unfold shows or hides the hands of the round on the screen.
func (t *turn) unfold(open bool) {
	switch t.Stage {
	case Guessing:
		t.changeGuess(func(g *Guess) { g.Open = open })
	case Betting:
		t.change(func(v *Vote) { v.OpenBets = open })
	default:
		t.change(func(v *Vote) { v.Open = open })
	}
}

// set changes the count of the picked option. A count that would be too high
// stays as it is.
func (t *turn) set(do func(int) int) {
	count := func(counts []int) {
		if n := do(counts[t.Option]); n <= MostHands {
			counts[t.Option] = max(0, n)
		}
	}
	switch t.Stage {
	case Guessing:
		t.changeGuess(func(g *Guess) { count(g.Counts) })
	case Betting:
		t.change(func(v *Vote) { v.Skipped = false; count(v.Bets) })
	default:
		t.change(func(v *Vote) { v.Skipped = false; count(v.Counts) })
	}
}

func (t *turn) clock(act Act, n int) {
	switch act {
	case SetTime:
		t.Timer = Timer{On: n > 0, Running: n > 0, Left: min(max(n, 0), LongestTimer)}
	case Run:
		t.Timer.Running = t.Timer.On && n == 1
	case Tick:
		if t.Timer.Running && n > 0 {
			t.Timer.Left = max(-LongestTimer, t.Timer.Left-n)
		}
	default: // no other act is about time
	}
}

func (t *turn) visit(stage Stage) {
	if stage == Devices || stage == Codes && t.Course >= CodesBeside || stage == Keeping && t.Room.Door.Code != "" {
		t.enter(stage)
		return
	}
	if stage == Codes || stage == SetUp || stage == Renew && t.Begun() || stage == Ended && len(t.Votes) > 0 {
		t.Stage, t.Page, t.Blank, t.Timer = stage, 0, false, Timer{}
	}
}
