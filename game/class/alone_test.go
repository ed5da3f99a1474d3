package class_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"hardcases/game/class"
	"hardcases/game/code"

	"github.com/stretchr/testify/require"
)

// pupils gives a code for each of n players who chose differently.
func pupils(t *testing.T, l *lesson, n int) []string {
	t.Helper()
	form, err := code.NewForm(l.pack)
	require.NoError(t, err)
	r := rand.New(rand.NewPCG(1, 2))
	var out []string
	for len(out) < n {
		choices := make([]code.Choice, len(form.Steps))
		for i, s := range form.Steps {
			choices[i] = code.Choice{Option: r.IntN(s.Options)}
		}
		out = append(out, form.Code(choices))
	}
	return out
}

func TestCodesOfThoseWhoPlayedAlone(t *testing.T) {
	l := begun(t)
	form, err := code.NewForm(l.pack)
	require.NoError(t, err)
	at := l.Steps(l.pack)[0]
	choices := make([]code.Choice, len(form.Steps))
	for i := range choices {
		choices[i].Option = code.None
		if form.Steps[i].Step == at.Step {
			choices[i].Option = 1
		}
	}
	one := form.Code(choices)
	l.say(class.Paste, strings.Repeat(one+"\n", 4))
	require.Equal(t, 4, l.Added, "four who chose the same")
	_, ok := l.Alone(l.pack, at)
	require.False(t, ok, "four are too few to show")
	l.say(class.Paste, strings.Repeat(one+"\n", 5)+"HELLO\n"+one[:6])
	require.Equal(t, 1, l.Added)
	require.Len(t, l.Again, 4)
	require.Len(t, l.Refused, 1)
	require.Equal(t, string(code.WrongLength), l.Refused[0].Kind)
	counts, ok := l.Alone(l.pack, at)
	require.True(t, ok)
	require.Equal(t, 5, counts[1])
	_, ok = l.Alone(l.pack, l.Steps(l.pack)[1])
	require.False(t, ok, "nobody answered that one")
	l.say(class.PasteAll, strings.Repeat(one+"\n", 200))
	require.Equal(t, 200, l.Added, "as programs before did, whose saved games are played again")
	l.do(class.Forget)
	require.Empty(t, l.Codes)
	require.Empty(t, l.Pastes)
}

// TestTheSameListTwice pastes lists again, grown, and twice into one box.
func TestTheSameListTwice(t *testing.T) {
	l := begun(t)
	list := pupils(t, l, 12)
	list[5] = list[4] // two chose the same
	text := strings.Join(list, "\n")
	paste := func(text string, added, again, all int) {
		t.Helper()
		l.say(class.Paste, text)
		require.Equal(t, []int{added, again, all}, []int{l.Added, len(l.Again), len(l.Codes)}, "added, seen before, in all")
	}
	paste(text, 12, 0, 12)
	paste(text, 0, 12, 12)
	paste(strings.ToLower(strings.ReplaceAll(text, "-", " ")), 0, 12, 12)
	more := pupils(t, l, 14)[12:]
	paste(text+"\n"+strings.Join(more, "\n"), 2, 12, 14)
	paste(list[4]+"\n"+list[4]+"\n"+list[4], 1, 2, 15)

	l.do(class.Again)
	require.Len(t, l.Codes, 17, "the teacher says that they are of others")
	require.Equal(t, 3, l.Added)
	l.do(class.Again)
	require.Len(t, l.Codes, 17, "once")
	l.do(class.TakeBack)
	require.Len(t, l.Codes, 14, "the paste goes as one")
	l.do(class.TakeBack)
	require.Len(t, l.Codes, 12)
	l.do(class.TakeBack)
	l.do(class.TakeBack)
	require.Len(t, l.Codes, 12, "those pastes brought nothing")
	l.do(class.TakeBack)
	l.do(class.TakeBack)
	require.Empty(t, l.Codes)

	paste(text+"\n"+text+"\n"+text, 12, 24, 12)
	l.do(class.Forget)
	paste(strings.Repeat(list[0]+"\n", 6), 6, 0, 6)
	paste("", 0, 0, 6)
	require.True(t, l.Nothing)
	paste("my dear pupils, see you at 10:30", 0, 0, 6)
	require.True(t, l.Nothing)
	require.Empty(t, l.Refused)
}

// TestNoCodeGoesWithoutAWord pastes more useless codes than are shown, and more codes than
// a lesson keeps.
func TestNoCodeGoesWithoutAWord(t *testing.T) {
	l := begun(t)
	l.say(class.Paste, strings.Repeat(pupils(t, l, 1)[0][:9]+"\n", 120))
	require.Equal(t, 120, l.Bad)
	require.Less(t, len(l.Refused), 120)
	l.do(class.TakeBack)
	require.Zero(t, l.Bad)

	l.say(class.Paste, strings.Join(pupils(t, l, class.MostCodes+3), "\n"))
	require.Equal(t, []int{class.MostCodes, 3}, []int{l.Added, l.Over})
	l.do(class.TakeBack)
	require.Zero(t, l.Over)
}

// TestGleanReadsOn has a list that stands far down in what a form exports.
func TestGleanReadsOn(t *testing.T) {
	l := begun(t)
	list := pupils(t, l, 3)
	long := strings.Repeat("so it is\n", code.MaxPaste/9)
	require.Equal(t, strings.Join(list, "\n"), class.Glean(l.pack, list[0]+"\n"+long+list[1]+"\n"+long+list[2]))
	require.LessOrEqual(t, len(class.Glean(l.pack, strings.Repeat(list[0]+"\n", 30_000))), code.MaxPaste)
}

// TestGlean holds that names beside the codes go no further.
func TestGlean(t *testing.T) {
	l := begun(t)
	list := pupils(t, l, 2)
	got := class.Glean(l.pack, "Anna Weber,anna@example.org,"+list[0]+"\nBen (late!): "+strings.ToLower(list[1])+" ok?\n"+list[1][:9])
	require.Equal(t, list[0]+"\n"+list[1]+"\n"+list[1][:9], got)
	require.Equal(t, got, class.Glean(l.pack, got))
}

// TestCodesLeaveTheLessonWhereItWas opens the codes from each place that leads there: Back
// returns to it, and devices are told no other than before. Lessons begun with an older
// program go on as they did, to the end.
func TestCodesLeaveTheLessonWhereItWas(t *testing.T) {
	running := begun(t)
	running.Course = class.NewestCourse
	running.do(class.Forward)
	running.do(class.SkipIt)
	require.NotEmpty(t, running.Votes)
	older := &lesson{pack: running.pack, State: running.State}
	older.Course = class.WithModel
	older.say(class.Visit, string(class.SetUp))
	older.say(class.Visit, string(class.Codes))
	older.do(class.Backward)
	require.Equal(t, class.Ended, older.Stage)
	setUp := &lesson{pack: running.pack, State: running.State}
	setUp.say(class.Visit, string(class.SetUp))
	ended := &lesson{pack: running.pack, State: running.State}
	ended.say(class.Visit, string(class.Ended))
	ended.do(class.Forward)
	require.Equal(t, 1, ended.Page)
	for name, l := range map[string]*lesson{"set up amid the lesson": setUp, "its end": ended, "a lesson not begun": {pack: running.pack}} {
		t.Run(name, func(t *testing.T) {
			stage, page := l.Stage, l.Page
			if stage == "" {
				stage = class.SetUp
			}
			before, _, _ := l.Now(l.pack)
			l.say(class.Visit, string(class.Codes))
			require.Equal(t, class.Codes, l.Stage)
			now, _, _ := l.Now(l.pack)
			require.Equal(t, before, now)
			l.say(class.Paste, "nothing")
			l.do(class.Backward)
			require.Equal(t, stage, l.Stage)
			require.Equal(t, page, l.Page)
			now, _, _ = l.Now(l.pack)
			require.Equal(t, before, now)
		})
	}
}
