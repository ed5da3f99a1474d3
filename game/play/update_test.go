package play_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"hardcases/game/class"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/proving/packs"

	"github.com/stretchr/testify/require"
)

func shipped(t testing.TB) *pack.Pack {
	t.Helper()
	return packs.First(t)
}

// after sends messages to a new game.
func after(t testing.TB, msgs ...play.Msg) play.State {
	t.Helper()
	s := play.NewSession(shipped(t), 1, "en")
	for _, m := range msgs {
		s.Send(m)
	}
	return s.State()
}

// decide is one step decided, with a bet on the same option.
func decide(option, principle string, stop int) []play.Msg {
	return []play.Msg{play.Choose{Option: option}, play.GiveReason{Principle: principle}, play.Bet{Option: option}, play.Stake{Stop: stop}, play.Commit{}}
}

func begin() []play.Msg { return []play.Msg{play.OpenCase{Case: "y2017"}, play.Begin{}} }

// allBefore leads to a step of the longest case, all steps before it passed.
func allBefore(step string) []play.Msg {
	msgs := []play.Msg{play.OpenCase{Case: "y2022"}, play.Begin{}}
	for _, id := range []string{"C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8"} {
		if id == step {
			break
		}
		msgs = append(msgs, play.Pass{}, play.Next{})
	}
	return msgs
}

func join(parts ...[]play.Msg) []play.Msg {
	var all []play.Msg
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

func TestUpdate(t *testing.T) {
	first := join(begin(), decide("b", "safety", 4))
	for _, tt := range []struct {
		name string
		msgs []play.Msg
		want func(t *testing.T, s play.State)
	}{
		{"a case opens with its briefing", []play.Msg{play.OpenCase{Case: "y2017"}}, func(t *testing.T, s play.State) {
			require.Equal(t, play.Briefing, s.Screen)
		}},
		{"an unknown case says so and moves nothing", []play.Msg{play.OpenCase{Case: "nowhere"}}, func(t *testing.T, s play.State) {
			require.Equal(t, play.Home, s.Screen)
			require.Equal(t, "notice.damaged-case", s.Notice)
		}},
		{"begin leads to the first step", begin(), func(t *testing.T, s play.State) {
			require.Equal(t, play.Deciding, s.Screen)
			require.Equal(t, 0, s.Step)
		}},
		{"an option that the step lacks is not taken", append(begin(), play.Choose{Option: "z"}), func(t *testing.T, s play.State) {
			require.Empty(t, s.Draft.Option)
		}},
		{"a principle that is not on offer is not taken", append(begin(), play.GiveReason{Principle: "greed"}), func(t *testing.T, s play.State) {
			require.Empty(t, s.Draft.Principle)
		}},
		{"a level off the scale is not taken", append(begin(), play.Forecast{Level: 6}, play.Forecast{Level: 0}), func(t *testing.T, s play.State) {
			require.Zero(t, s.Draft.Level)
		}},
		{"nothing is chosen beforehand", begin(), func(t *testing.T, s play.State) {
			require.Equal(t, play.Choice{}, s.Draft)
		}},
		{"a bet on what the step lacks is not taken, nor a stop off the scale", append(begin(), play.Bet{Option: "z"}, play.Stake{Stop: 7}, play.Stake{Stop: 0}, play.Stake{Stop: -1}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Choice{}, s.Draft)
		}},
		{"an option may be chosen and bet on", append(begin(), decide("b", "safety", 6)...), func(t *testing.T, s play.State) {
			require.Equal(t, play.Choice{Option: "b", Principle: "safety", Bet: "b", Stop: 6}, s.Answers[0].First)
		}},
		{"or another be bet on", append(begin(), play.Choose{Option: "a"}, play.Stake{Stop: 1}, play.Bet{Option: "b"}, play.Bet{Option: "d"}, play.Commit{}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Choice{Option: "a", Bet: "d", Stop: 1}, s.Answers[0].First)
		}},
		{"an estimate takes no bet", join(allBefore("C8"), []play.Msg{play.Bet{Option: "a"}, play.Stake{Stop: 3}}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Choice{}, s.Draft)
			require.Equal(t, play.Deciding, s.Screen)
		}},
		{"a press too early is told of, until the step is left", append(begin(), play.TooEarly{}), func(t *testing.T, s play.State) {
			require.True(t, s.TooEarly)
			require.Empty(t, s.Answers)
			p := shipped(t)
			for _, m := range decide("a", "safety", 2) {
				s, _ = play.Update(p, s, m)
			}
			s, _ = play.Update(p, s, play.Next{})
			require.Equal(t, 1, s.Step)
			require.False(t, s.TooEarly)
		}},
		{"passing shows what happened, without a score", append(begin(), play.Pass{}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Reveal, s.Screen)
			require.Equal(t, []play.Answer{{Case: "y2017", Step: "A1", Skipped: true, Seen: true}}, s.Answers)
		}},
		{"what was passed stays so, whichever way one comes back", append(begin(), play.Pass{}, play.Next{}, play.Back{}, play.Choose{Option: "c"}, play.Commit{}, play.GoTo{Case: "y2017", Step: "A1"}, play.Commit{}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Reveal, s.Screen)
			require.Equal(t, []play.Answer{{Case: "y2017", Step: "A1", Skipped: true, Seen: true}}, s.Answers)
		}},
		{"back from there is the step before, or the briefing", append(begin(), play.Pass{}, play.Back{}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Briefing, s.Screen)
		}},
		{"passing does not undo a decision", append(first, play.Back{}, play.Pass{}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Reveal, s.Screen)
			require.False(t, s.Answers[0].Skipped)
		}},
		{"commit without an option does nothing", append(begin(), play.Commit{}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Deciding, s.Screen)
			require.Empty(t, s.Answers)
		}},
		{"commit reveals", first, func(t *testing.T, s play.State) {
			require.Equal(t, play.Reveal, s.Screen)
			require.Equal(t, play.Choice{Option: "b", Principle: "safety", Bet: "b", Stop: 4}, s.Answers[0].First)
		}},
		{"back from a reveal is the step with its picks", append(first, play.Back{}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Deciding, s.Screen)
			require.Equal(t, "b", s.Draft.Option)
		}},
		{"deciding again keeps the first answer", join(first, []play.Msg{play.Back{}}, decide("c", "safety", 5)), func(t *testing.T, s play.State) {
			require.Len(t, s.Answers, 1)
			require.Equal(t, "b", s.Answers[0].First.Option)
			require.Equal(t, "c", s.Answers[0].Last.Option)
			require.True(t, s.Answers[0].Changed())
		}},
		{"sources opened after the decision are not counted", append(first, play.Back{}, play.OpenSource{Fact: "f1"}, play.Back{}, play.Commit{}), func(t *testing.T, s play.State) {
			require.Empty(t, s.Answers[0].Opened)
		}},
		{"sources opened before it are, once each", join(begin(), []play.Msg{play.OpenSource{Fact: "f2"}, play.Back{}, play.OpenSource{Fact: "f1"}, play.Back{}, play.OpenSource{Fact: "f2"}, play.Back{}}, decide("b", "safety", 1)), func(t *testing.T, s play.State) {
			require.Equal(t, []string{"f1", "f2"}, s.Answers[0].Opened)
		}},
		{"next goes on, with nothing picked, to another seat", append(first, play.Next{}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Seat, s.Screen)
			require.Equal(t, 1, s.Step)
			require.Equal(t, play.Choice{}, s.Draft)
		}},
		{"the seat is taken", append(first, play.Next{}, play.Begin{}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Deciding, s.Screen)
			require.Equal(t, 1, s.Step)
		}},
		{"a seat that was taken is not taken again on coming back from what was before", append(first, play.Next{}, play.Begin{}, play.Back{}, play.Next{}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Deciding, s.Screen)
			require.Equal(t, 1, s.Step)
		}},
		{"nor on going on with the case", append(first, play.Next{}, play.Begin{}, play.Show{Screen: play.Home}, play.OpenCase{Case: "y2017"}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Deciding, s.Screen)
			require.Equal(t, 1, s.Step)
		}},
		{"one that was not taken is", append(first, play.Next{}, play.Show{Screen: play.Home}, play.OpenCase{Case: "y2017"}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Seat, s.Screen)
		}},
		{"from a new seat one goes back to what happened before", append(first, play.Next{}, play.Back{}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Reveal, s.Screen)
			require.Zero(t, s.Step)
		}},
		{"games from before there were changes of seat decide at once", append(first, play.Next{}, play.Choose{Option: "a"}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Deciding, s.Screen)
			require.Equal(t, "a", s.Draft.Option)
		}},
		{"a seat is taken once", append(first, play.Next{}, play.Begin{}, play.Choose{Option: "a"}, play.Commit{}, play.Back{}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Deciding, s.Screen, "to decide again needs no new seat")
		}},
		{"skip, of older games, counts as answered, and can be decided later", append(begin(), play.Skip{}, play.GoTo{Case: "y2017", Step: "A1"}, play.Choose{Option: "a"}, play.Commit{}), func(t *testing.T, s play.State) {
			require.Len(t, s.Answers, 1)
			require.False(t, s.Answers[0].Skipped)
			require.Equal(t, "a", s.Answers[0].First.Option)
		}},
		{"no step ahead of the player can be opened", append(begin(), play.GoTo{Case: "y2017", Step: "A3"}), func(t *testing.T, s play.State) {
			require.Equal(t, 0, s.Step)
		}},
		{"a debrief waits for the end of its case", append(begin(), play.ShowDebrief{Case: "y2017"}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Deciding, s.Screen)
		}},
		{"passing all ends in the debrief", append(begin(), play.Pass{}, play.Next{}, play.Pass{}, play.Next{}, play.Pass{}, play.Next{}, play.Pass{}, play.Next{}, play.Pass{}, play.Next{}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Debrief, s.Screen)
		}},
		{"screens beside the play come back to it", append(begin(), play.Show{Screen: play.Log}, play.Show{Screen: play.Settings}, play.Back{}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Deciding, s.Screen)
		}},
		{"back closes what lies over the screen first", append(begin(), play.OpenTerm{Term: "dns"}, play.Back{}), func(t *testing.T, s play.State) {
			require.Equal(t, play.Deciding, s.Screen)
			require.Equal(t, play.NoSheet, s.Sheet.Kind)
		}},
		{"comfort has bounds", []play.Msg{play.SetTextSize{Percent: 300}, play.SetTheme{Theme: "pink"}, play.SetLocale{Locale: "xx"}, play.SetMotion{Motion: "wild"}, play.SetPicture{When: "often"}}, func(t *testing.T, s play.State) {
			require.Equal(t, play.NewState(1, "en").Prefs, s.Prefs)
		}},
		{"erasing keeps comfort only", append(first, play.SetTextSize{Percent: 150}, play.EraseAll{}), func(t *testing.T, s play.State) {
			require.Empty(t, s.Answers)
			require.Equal(t, play.Home, s.Screen)
			require.Equal(t, 150, s.Prefs.TextSize)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) { tt.want(t, after(t, tt.msgs...)) })
	}
}

// TestUpdateLeavesItsArgumentAlone shows that Update is a function: the state
// that went in is as it was.
func TestUpdateLeavesItsArgumentAlone(t *testing.T) {
	p := shipped(t)
	s := after(t, join(begin(), decide("b", "safety", 4), []play.Msg{play.Back{}, play.OpenSource{Fact: "f1"}, play.Back{}})...)
	before, err := s.MarshalMsg(nil)
	require.NoError(t, err)
	for _, m := range []play.Msg{play.Choose{Option: "a"}, play.OpenSource{Fact: "f2"}, play.Commit{}, play.Skip{}, play.EraseAll{}} {
		play.Update(p, s, m)
		now, err := s.MarshalMsg(nil)
		require.NoError(t, err)
		require.Equal(t, before, now, "%T", m)
	}
}

func TestRecordsComeBack(t *testing.T) {
	sent := map[string]bool{}
	for _, m := range []play.Msg{
		play.OpenCase{Case: "y2017"}, play.Begin{}, play.Begin{Short: true}, play.More{Case: "y2017"}, play.Unfold{ID: "fold-then"},
		play.Choose{Option: "a"}, play.Draw{Option: "a", Level: 20}, play.GiveReason{Principle: "safety"},
		play.Forecast{Level: 3}, play.Bet{Option: "d"}, play.Stake{Stop: 6}, play.Commit{}, play.TooEarly{}, play.Pass{}, play.Skip{}, play.Next{}, play.Back{}, play.GoTo{Case: "c", Step: "s"}, play.Reopen{Place: "c/s"},
		play.OpenSource{Fact: "f1"}, play.OpenClaim{Claim: "C-1"}, play.OpenTerm{Term: "dns"}, play.Discuss{}, play.Show{Screen: play.Log},
		play.OpenTry{Try: "m1"}, play.Turn{Switch: "shield", To: "none"}, play.Later{Hours: 1}, play.Guess{Try: "m1", Option: "a"}, play.OpenRules{}, play.TurnClocks{Hours: -5},
		play.ShowDebrief{Case: "c"}, play.SetLocale{Locale: "fr"}, play.SetTextSize{Percent: 150},
		play.SetTheme{Theme: play.Dark}, play.SetMotion{Motion: play.NoMotion}, play.SetPicture{When: play.AutoPicture}, play.SetPicture{When: play.AlwaysPicture}, play.SetPicture{When: play.NeverPicture}, play.SetSpacing{Percent: 125},
		play.SetAloud{On: true}, play.SetKeys{On: false}, play.Class{Act: class.Choose, Text: "m50", N: 1}, play.EraseAll{},
		play.Ask{What: play.ExportSave}, play.Ask{What: play.ImportSave}, play.Ask{What: play.TakeCard}, play.Ask{What: play.TakePage}, play.Ask{What: play.TakeText},
		play.Ask{What: play.OpenPack, Of: "hash"}, play.Ask{What: play.BringBack, Of: "name"}, play.Ask{What: play.OpenAlone},
		play.Ask{What: play.AskCodes}, play.Ask{What: play.TakeTable}, play.Ask{What: play.TakeRoad}, play.Ask{What: play.TakeKit},
	} {
		got, err := play.RecordOf(m).Msg()
		require.NoError(t, err)
		require.Equal(t, m, got)
		sent[reflect.TypeOf(m).Name()] = true
	}
	require.ElementsMatch(t, slices.Collect(maps.Keys(sent)), messages(t), "every message has a wire form")
	_, err := play.Record{Kind: "dance"}.Msg()
	require.ErrorContains(t, err, "dance")
}

// messages are the names of all messages: of the types that have a record.
func messages(t *testing.T) (names []string) {
	t.Helper()
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "record" {
				names = append(names, f.Recv.List[0].Type.(*ast.Ident).Name)
			}
		}
	}
	return names
}

// TestEveryMessageHasARule finds each message among the cases of Update: one that
// is in none would be kept in the journal and change nothing.
func TestEveryMessageHasARule(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "update.go", nil, 0)
	require.NoError(t, err)
	var ruled []string
	ast.Inspect(file, func(n ast.Node) bool {
		if f, ok := n.(*ast.FuncDecl); ok && f.Name.Name != "Update" {
			return false
		}
		if s, ok := n.(*ast.TypeSwitchStmt); ok {
			for _, c := range s.Body.List {
				for _, name := range c.(*ast.CaseClause).List {
					ruled = append(ruled, name.(*ast.Ident).Name)
				}
			}
		}
		return true
	})
	require.ElementsMatch(t, messages(t), ruled)
}

// TestAskingChangesNothing asks for all that a host can be asked for: it is told
// so as it is, and neither the game nor its journal knows.
func TestAskingChangesNothing(t *testing.T) {
	s := play.NewSession(shipped(t), 1, "en")
	s.Send(play.Show{Screen: play.Settings})
	state, journal := s.State(), s.Journal()
	for _, a := range []play.Ask{{What: play.ExportSave}, {What: play.OpenPack, Of: "hash"}, {What: play.TakeKit}} {
		require.Equal(t, []play.Effect{a}, s.Send(a))
		require.Equal(t, state, s.State())
		require.Equal(t, journal, s.Journal())
	}
}
