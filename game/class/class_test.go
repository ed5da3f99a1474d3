package class_test

import (
	"testing"

	"hardcases/game/class"
	"hardcases/game/pack"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

func shipped(t testing.TB) *pack.Pack {
	t.Helper()
	return packs.First(t)
}

// lesson is a session in the making.
type lesson struct {
	pack *pack.Pack
	class.State
}

func (l *lesson) do(act class.Act, n ...int) {
	if len(n) == 0 {
		n = []int{0}
	}
	for _, n := range n {
		l.State = class.Update(l.pack, l.State, act, "", n)
	}
}

func (l *lesson) say(act class.Act, text string) {
	l.State = class.Update(l.pack, l.State, act, text, 0)
}

func begun(t testing.TB) *lesson {
	l := &lesson{pack: shipped(t)}
	l.say(class.Choose, "m50")
	l.do(class.Start)
	require.Equal(t, class.Facts, l.Stage)
	return l
}

// to goes forward to a stage.
func (l *lesson) to(t testing.TB, stage class.Stage) {
	for range 14 {
		if l.Stage == stage {
			return
		}
		l.do(class.Forward)
	}
	require.Equal(t, stage, l.Stage)
}

func TestAWholePlan(t *testing.T) {
	l := begun(t)
	for i, at := range l.Steps(l.pack) {
		require.Equal(t, i, l.At)
		l.to(t, class.Voting)
		l.do(class.Digit, 1, 2) // 12
		l.do(class.Move, 1)
		l.do(class.Digit, 9)
		l.do(class.Move, 1)
		l.do(class.Digit, 7)
		v, _ := l.Vote(at)
		require.Equal(t, 28, v.All())
		require.False(t, v.Revealed)
		l.to(t, class.Shown)
		v, _ = l.Vote(at)
		require.True(t, v.Revealed)
		option, ok := v.Choice()
		require.True(t, ok)
		require.Equal(t, 0, option)
		l.to(t, class.Talk)
		l.do(class.Forward)
	}
	require.Equal(t, class.Ended, l.Stage)
	require.Len(t, l.Votes, 5)
	l.do(class.Forward, 0, 0)
	require.Equal(t, class.Ended, l.Stage, "the end is the end")
	require.Equal(t, 1, l.Page, "of two pages of the road")
	l.do(class.Backward)
	require.Equal(t, 0, l.Page)
	l.do(class.Backward)
	require.Equal(t, class.Talk, l.Stage)
	require.Equal(t, 4, l.At)
}

// TestTheTimeOfARehearsalCanBeForgotten spends time at a step that nobody votes on.
func TestTheTimeOfARehearsalCanBeForgotten(t *testing.T) {
	l := newest(t, "m50")
	require.False(t, l.Begun())
	at, _, _ := l.Step(l.pack)
	l.do(class.Forward, 1200)
	require.Equal(t, 1200, l.UsedAt(at, ""))
	l.say(class.Visit, string(class.SetUp))
	require.True(t, l.Begun(), "another class is offered")
	l.say(class.Visit, string(class.Renew))
	require.Equal(t, class.Renew, l.Stage)
	l.do(class.Anew, class.NewestCourse)
	require.Zero(t, l.UsedAt(at, ""))
}

func TestCounting(t *testing.T) {
	for _, tt := range []struct {
		name string
		do   func(*lesson)
		want []int
	}{
		{"digits go on", func(l *lesson) { l.do(class.Digit, 2, 8) }, []int{28, 0, 0, 0}},
		{"the first digit after a move replaces", func(l *lesson) {
			l.do(class.Digit, 2, 8)
			l.do(class.Move, 1, -1)
			l.do(class.Digit, 5)
		}, []int{5, 0, 0, 0}},
		{"a digit taken back", func(l *lesson) { l.do(class.Digit, 2, 8); l.do(class.Undigit) }, []int{2, 0, 0, 0}},
		{"no more than three digits", func(l *lesson) { l.do(class.Digit, 9, 9, 9, 9) }, []int{999, 0, 0, 0}},
		{"more and less", func(l *lesson) { l.do(class.Add, 1, 1, 1, -1) }, []int{2, 0, 0, 0}},
		{"never below nothing", func(l *lesson) { l.do(class.Add, -1) }, []int{0, 0, 0, 0}},
		{"moving stops at the ends", func(l *lesson) { l.do(class.Move, 9); l.do(class.Digit, 3) }, []int{0, 0, 0, 3}},
		{"taps", func(l *lesson) { l.do(class.Point, 2, 2, 2, 1, 1) }, []int{0, 1, 2, 0}},
		{"no such option", func(l *lesson) { l.do(class.Point, 7, -1); l.do(class.Add, 1) }, []int{1, 0, 0, 0}},
		{"no such digit", func(l *lesson) { l.do(class.Digit, 12); l.do(class.Add, 1) }, []int{1, 0, 0, 0}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			l := begun(t)
			l.to(t, class.Voting)
			tt.do(l)
			at, _, _ := l.Step(l.pack)
			v, _ := l.Vote(at)
			require.Equal(t, tt.want, v.Counts)
		})
	}
}

func TestNothingIsCountedOutsideTheVote(t *testing.T) {
	l := begun(t)
	l.do(class.Digit, 4)
	require.Empty(t, l.Votes)
	l.to(t, class.Voting)
	l.do(class.Digit, 4)
	l.to(t, class.Shown)
	before := l.State
	l.do(class.Add, 1)
	require.Equal(t, before, l.State)
	l.do(class.Backward)
	require.Equal(t, class.Voting, l.Stage)
	l.do(class.Add, 1) // a miscount is put right
	at, _, _ := l.Step(l.pack)
	v, _ := l.Vote(at)
	require.Equal(t, 5, v.Count(0))
	require.True(t, v.Revealed)
}

func TestOneDecisionOfTheClass(t *testing.T) {
	l := begun(t)
	l.to(t, class.Voting)
	l.do(class.Digit, 9)
	l.do(class.Move, 2)
	l.do(class.Decide)
	at, _, _ := l.Step(l.pack)
	v, _ := l.Vote(at)
	option, ok := v.Choice()
	require.True(t, ok)
	require.Equal(t, 2, option)
	l.do(class.Decide)
	v, _ = l.Vote(at)
	require.Zero(t, v.Decided, "a second time takes it back")
}

func TestChoice(t *testing.T) {
	for _, tt := range []struct {
		vote class.Vote
		want int
		ok   bool
	}{
		{class.Vote{}, -1, false},
		{class.Vote{Counts: []int{0, 0}}, -1, false},
		{class.Vote{Counts: []int{1, 3, 2}}, 1, true},
		{class.Vote{Counts: []int{3, 3, 2}}, 0, false},
		{class.Vote{Counts: []int{2, 2, 3}}, 2, true},
		{class.Vote{Counts: []int{9, 1}, Decided: 2}, 1, true},
	} {
		got, ok := tt.vote.Choice()
		require.Equal(t, tt.ok, ok, "%v", tt.vote)
		if ok {
			require.Equal(t, tt.want, got)
		}
	}
}

func TestSkipAndResume(t *testing.T) {
	l := begun(t)
	l.do(class.SkipIt)
	require.Equal(t, 1, l.At)
	v, ok := l.Vote(l.Steps(l.pack)[0])
	require.True(t, ok && v.Skipped)
	l.say(class.Visit, string(class.SetUp))
	require.Equal(t, class.SetUp, l.Stage)
	l.do(class.Start)
	require.Equal(t, 1, l.At, "goes on where the class was")
	l.do(class.Backward)
	require.Equal(t, 0, l.At)
	require.Equal(t, class.Facts, l.Stage, "no more than the class had seen")
	l.do(class.Backward)
	require.Equal(t, class.SetUp, l.Stage)
}

// TestBackAfterASkip goes back after S was pressed at each stage: to that
// stage, never to one that tells what happened before the vote.
func TestBackAfterASkip(t *testing.T) {
	for _, stage := range []class.Stage{class.Facts, class.Voting, class.Shown, class.Story, class.Talk} {
		t.Run(string(stage), func(t *testing.T) {
			l := begun(t)
			l.to(t, stage)
			page := l.Page
			l.do(class.SkipIt)
			l.do(class.Backward)
			require.Equal(t, 0, l.At)
			require.Equal(t, stage, l.Stage)
			require.Equal(t, page, l.Page)
			v, _ := l.Vote(l.Steps(l.pack)[0])
			require.Equal(t, stage != class.Facts && stage != class.Voting, v.Revealed)
		})
	}
	t.Run("skipped, then played", func(t *testing.T) {
		l := begun(t)
		l.do(class.SkipIt)
		l.do(class.Backward)
		l.to(t, class.Talk)
		l.do(class.Forward)
		l.do(class.Backward)
		require.Equal(t, class.Talk, l.Stage, "all of it was seen")
		v, _ := l.Vote(l.Steps(l.pack)[0])
		require.False(t, v.Skipped)
	})
	t.Run("from the end, the last one skipped", func(t *testing.T) {
		l := begun(t)
		for range l.Steps(l.pack) {
			l.to(t, class.Voting)
			l.do(class.SkipIt)
		}
		require.Equal(t, class.Ended, l.Stage)
		l.do(class.Backward)
		require.Equal(t, class.Voting, l.Stage)
	})
	t.Run("from the road, opened before the end", func(t *testing.T) {
		l := begun(t)
		l.to(t, class.Talk)
		l.do(class.Forward)
		l.say(class.Visit, string(class.Ended))
		l.do(class.Backward)
		require.Equal(t, 0, l.At, "no step after the first was ever seen")
		require.Equal(t, class.Talk, l.Stage)
	})
}

// TestASecondClassBeginsAnew plays a plan to its end, then the same with
// another class, and another plan: nothing of the class before is found there.
func TestASecondClassBeginsAnew(t *testing.T) {
	for _, plan := range []string{"m50", "m30"} {
		l := begun(t)
		l.do(class.SetAge, class.Gentle)
		for l.Stage != class.Ended {
			l.to(t, class.Voting)
			l.do(class.Digit, 2, 8)
			l.to(t, class.Talk)
			l.do(class.Forward)
		}
		l.say(class.Visit, string(class.SetUp))
		l.say(class.Choose, plan)
		l.do(class.Anew)
		require.NotEmpty(t, l.Votes, "it is asked first")
		l.say(class.Visit, string(class.Renew))
		l.do(class.Backward)
		require.Equal(t, class.SetUp, l.Stage)
		require.NotEmpty(t, l.Votes)
		l.say(class.Visit, string(class.Renew))
		l.do(class.Anew)
		require.Equal(t, class.State{Plan: plan, Gentle: true, Stage: class.Facts}, l.State)
	}
	l := begun(t)
	l.say(class.Visit, string(class.Renew))
	require.Equal(t, class.Facts, l.Stage, "nothing to begin anew")
}

func TestTimerEndsNothing(t *testing.T) {
	l := begun(t)
	l.to(t, class.Voting)
	require.False(t, l.Timer.On, "off by default")
	l.do(class.Run, 1)
	require.False(t, l.Timer.Running)
	l.do(class.SetTime, 120)
	l.do(class.Tick, 100)
	require.Equal(t, 20, l.Timer.Left)
	l.do(class.Run, 0)
	l.do(class.Tick, 10)
	require.Equal(t, 20, l.Timer.Left, "held")
	l.do(class.Run, 1)
	l.do(class.Tick, 30)
	require.Equal(t, -10, l.Timer.Left)
	require.Equal(t, class.Voting, l.Stage)
	l.do(class.Digit, 3)
	at, _, _ := l.Step(l.pack)
	v, _ := l.Vote(at)
	require.Equal(t, 3, v.Count(0), "counts are taken after the time as before")
}

func TestOlderStepsOnlyWhenChosen(t *testing.T) {
	l := begun(t)
	n := len(l.Steps(l.pack))
	l.do(class.SetAge, 1)
	require.Len(t, l.Steps(l.pack), n+1)
	for _, plan := range []string{"m30", "m50", "m90", "two"} {
		l.say(class.Choose, plan)
		l.do(class.SetAge, 0)
		for _, at := range l.Steps(l.pack) {
			require.False(t, at.Older, "%s plays %s", plan, at.Step)
		}
	}
}

func TestStagesNeverLeaveThePack(t *testing.T) {
	l := begun(t)
	l.At = 99
	for _, act := range []class.Act{class.Forward, class.Backward, class.SkipIt, class.Digit, class.Decide, class.Point} {
		l.do(act, 1)
	}
	l.say(class.Choose, "nothing")
	require.Equal(t, "m50", l.Plan)
	l.say(class.Visit, "nowhere")
	require.NotEqual(t, class.Stage("nowhere"), l.Stage)
}

func TestAges(t *testing.T) {
	l := begun(t)
	steps := len(l.Steps(l.pack))
	for _, age := range []int{class.Gentle, class.Older, class.AnyAge, class.Older, class.Gentle} {
		l.do(class.SetAge, age)
		require.Equal(t, age, l.Age())
		require.Equal(t, age == class.Older, len(l.Steps(l.pack)) > steps)
	}
	l.do(class.Forward)
	page := l.Page
	l.do(class.SetAge, class.AnyAge)
	require.Equal(t, page, l.Page, "other words leave the class where it is")
}

// newest is a lesson of the newest course, at its first opening.
func newest(t testing.TB, plan string) *lesson {
	l := &lesson{pack: shipped(t)}
	l.say(class.Choose, plan)
	l.do(class.Start, class.NewestCourse)
	require.Equal(t, class.Opening, l.Stage)
	return l
}

// TestEveryCaseIsOpened goes through every plan: each case has an opening, and so has
// each step at which the class sits elsewhere.
func TestEveryCaseIsOpened(t *testing.T) {
	p := shipped(t)
	lib, err := p.Library()
	require.NoError(t, err)
	seats := 0
	for _, plan := range lib.Plans {
		for n := range plan.Lessons {
			l := &lesson{pack: p}
			l.State = class.Update(p, l.State, class.Choose, plan.ID, n)
			l.do(class.SetAge, class.Older)
			l.do(class.Start, class.NewestCourse)
			opened := map[string]bool{}
			for l.Stage != class.Ended {
				at, st, _ := l.Step(p)
				opens := !opened[at.Case]
				opened[at.Case] = true
				require.Equal(t, opens, l.OpensCase(p), at)
				require.Equal(t, opens || l.TakesSeat(p), l.Stage == class.Opening, at)
				if opens {
					c, _ := p.Case(at.Case)
					require.Equal(t, len(c.Tries) > 0, l.Pages(p, class.Guessing) == 1, at)
					require.Equal(t, at.Case != pack.AtDesk, len(st.Opening) > 0, at)
				} else if l.Stage == class.Opening {
					seats++
				}
				if at.Case == pack.AtDesk {
					l.to(t, class.Story)
				} else {
					l.to(t, class.Talk)
				}
				l.do(class.Forward)
			}
		}
	}
	require.NotZero(t, seats)
}

func TestARoundOfBets(t *testing.T) {
	l := newest(t, "m50")
	l.to(t, class.Voting)
	l.do(class.Digit, 2, 8)
	l.do(class.Forward)
	require.Equal(t, class.Betting, l.Stage)
	l.do(class.Move, 3)
	l.do(class.Digit, 9)
	l.do(class.Decide)
	at, st, _ := l.Step(l.pack)
	v, _ := l.Vote(at)
	require.Equal(t, []int{28, 0, 0, 0}, v.Counts)
	require.Equal(t, []int{0, 0, 0, 9}, v.Bets)
	require.Zero(t, v.Decided, "a bet is each hand's own")
	require.Equal(t, 9, v.AllBets())
	l.do(class.Backward)
	require.Equal(t, class.Voting, l.Stage)
	l.do(class.Forward, 0, 0)
	require.Equal(t, class.Shown, l.Stage)
	require.Len(t, st.Options, 4)

	l = newest(t, "m50")
	l.do(class.SetBets, 0)
	l.to(t, class.Voting)
	l.do(class.Forward)
	require.Equal(t, class.Shown, l.Stage, "the bets are left out")
}

func TestHandsAreHiddenUntilAllAreIn(t *testing.T) {
	l := newest(t, "m50")
	l.do(class.Size, 28)
	l.to(t, class.Voting)
	at, _, _ := l.Step(l.pack)
	bared := func() bool { v, _ := l.Vote(at); return l.Bared(&v, l.Stage) }
	l.do(class.Digit, 2, 7)
	require.False(t, bared())
	l.do(class.Unfold, 1)
	require.True(t, bared(), "the teacher says so")
	l.do(class.Unfold, 0)
	require.False(t, bared())
	l.do(class.Move, 1)
	l.do(class.Digit, 1)
	require.True(t, bared(), "all are in")
	l.do(class.Forward)
	require.False(t, bared(), "nobody has bet")
	l.do(class.Forward)
	require.True(t, bared(), "it has been told")
	l.do(class.Size, -3)
	require.Zero(t, l.Pupils)
	l.do(class.Size, class.MostHands+1)
	require.Equal(t, class.MostHands, l.Pupils)
}

func TestTheSwitchOfAnOpening(t *testing.T) {
	l := newest(t, "m50")
	l.do(class.Switch, 1)
	require.True(t, l.Turned)
	l.do(class.Forward)
	require.False(t, l.Turned)
	l.do(class.Switch, 1)
	require.False(t, l.Turned, "there is none elsewhere")
	l.do(class.Backward)
	require.Equal(t, class.Opening, l.Stage)
}

// TestTheScheduleFillsTheLesson holds that no minute is lost, in any plan, and that
// every part has some.
func TestTheScheduleFillsTheLesson(t *testing.T) {
	p := shipped(t)
	lib, err := p.Library()
	require.NoError(t, err)
	for _, plan := range lib.Plans {
		for n, lesson := range plan.Lessons {
			for _, older := range []bool{false, true} {
				s := class.State{Plan: plan.ID, Lesson: n, Older: older, Course: class.NewestCourse}
				sum := 0
				for _, span := range s.Schedule(p) {
					require.Positive(t, span.Minutes, "%s: %+v", plan.ID, span)
					sum += span.Minutes
				}
				require.Equal(t, lesson.Minutes, sum, plan.ID)
			}
		}
	}
}

// TestBackToAStageThatIsGone leaves a step at a stage that the teacher then does without,
// and comes back: to what the class saw last before it, from where the lesson goes on.
func TestBackToAStageThatIsGone(t *testing.T) {
	for gone, without := range map[class.Stage]class.Act{class.Betting: class.SetBets, class.Guessing: class.SetModel, class.Trying: class.SetModel} {
		l := &lesson{pack: shipped(t)}
		l.say(class.Choose, "m50")
		l.do(class.Start, class.NewestCourse)
		l.to(t, gone)
		l.do(class.SkipIt)
		require.Equal(t, 1, l.At)
		l.say(class.Visit, string(class.SetUp))
		l.do(without, 0)
		l.do(class.Start, class.NewestCourse)
		require.Equal(t, 1, l.At)
		for l.At == 1 {
			l.do(class.Backward)
		}
		require.Equal(t, 0, l.At, gone)
		require.Less(t, l.Page, l.Pages(l.pack, l.Stage), "%s, after %s", l.Stage, gone)
		require.GreaterOrEqual(t, l.Page, 0)
		at, _, _ := l.Step(l.pack)
		v, _ := l.Vote(at)
		require.False(t, v.Revealed)
		before := l.State
		l.do(class.Forward)
		require.NotEqual(t, before, l.State, "the lesson goes on from %s", l.Stage)
	}
}
