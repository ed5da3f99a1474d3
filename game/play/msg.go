package play

// Msg is what the player did. The set is closed: every Msg is one of the types
// below, each of which has a wire form (see Record).
type Msg interface{ record() Record }

type (
	// OpenCase goes to a case: to its briefing, or to where the player left it.
	OpenCase struct{ Case string }
	// Begin leaves a briefing for the case's first step not yet decided. Short
	// takes the short way through a case that has one and was not begun.
	Begin struct{ Short bool }
	// More goes to the first step that the short way of a case left out.
	More struct{ Case string }
	// Unfold opens what is folded on the screen, by its ID, or folds it again.
	Unfold struct{ ID string }
	// Choose picks an option, by its id.
	Choose struct{ Option string }
	// Draw draws a level of an estimate that is not an option's own, 1 to 200, and
	// picks the option that stands for it. See Drawing.
	Draw struct {
		Option string
		Level  int
	}
	// GiveReason picks the first reason, by the principle's id.
	GiveReason struct{ Principle string }
	// Bet says what the player thinks that the real provider did: an option, by
	// its id.
	Bet struct{ Option string }
	// Stake says how sure the player is of the bet: a Stop from 1, just a guess,
	// to 6, certain.
	Stake struct{ Stop int }
	// Forecast says how far an item of a check can be relied on: a Level from 1
	// to 5. In games of older formats it also says how sure the player was that
	// the real provider chose the same.
	Forecast struct{ Level int }
	// Commit makes the picks final and goes to the reveal.
	Commit struct{}
	// TooEarly is a press on what commits while something is still to choose: the
	// screen says what.
	TooEarly struct{}
	// Pass leaves a step undecided and shows what happened. Nothing chosen there
	// later could be scored, so the step stays skipped.
	Pass struct{}
	// Skip leaves a round of the desk out and goes on. Older games left steps out
	// by it, which showed nothing of what happened.
	Skip struct{}
	// Next goes on from a reveal or a debrief.
	Next struct{}
	// Back goes one screen back, or closes what lies over the screen.
	Back struct{}
	// GoTo opens any step already decided or skipped, or the current one.
	GoTo struct{ Case, Step string }
	// Reopen goes to where something was answered in another version of the pack, which
	// may not have been reached in this one; see place. Nobody does it but Restore.
	Reopen struct{ Place string }
	// OpenSource shows who says so, for a fact of the current step.
	OpenSource struct{ Fact string }
	// OpenClaim shows a claim in full and where it was read, on screens that
	// look back.
	OpenClaim struct{ Claim string }
	// OpenTerm explains a glossary word.
	OpenTerm struct{ Term string }
	// Discuss shows the question for the room.
	Discuss struct{}
	// OpenTry puts another question of the case to the working model.
	OpenTry struct{ Try string }
	// Turn turns a switch of the working model.
	Turn struct{ Switch, To string }
	// Later lets hours pass in the working model: 1 to LongLater.
	Later struct{ Hours int }
	// Guess says what the player thinks, before trying: of a try, or of what became of
	// the case's site (BecameDraft, an EndGuess), which BecameGuess then shows.
	Guess struct{ Try, Option string }
	// OpenRules shows what the working model rests on as it stands.
	OpenRules struct{}
	// TurnClocks turns the clocks of a round: so many hours from its moment, at most
	// MostTurned either way. It is for looking, and answers nothing.
	TurnClocks struct{ Hours int }
	// Show opens one of the screens that lie beside the play.
	Show struct{ Screen Screen }
	// ShowDebrief opens the debrief of a case.
	ShowDebrief struct{ Case string }
	// SetLocale changes the language, a BCP 47 tag.
	SetLocale struct{ Locale string }
	// SetTextSize changes the text size, in percent: 100 to 200.
	SetTextSize struct{ Percent int }
	// SetTheme changes the colours.
	SetTheme struct{ Theme Theme }
	// SetMotion says whether things may move.
	SetMotion struct{ Motion Motion }
	// SetPicture says whether the game is painted.
	SetPicture struct{ When Picture }
	// SetSpacing changes the space between lines, in percent: 100 to 200.
	SetSpacing struct{ Percent int }
	// SetAloud switches reading aloud on or off.
	SetAloud struct{ On bool }
	// SetKeys switches single keys on or off: letters, digits and signs that do
	// something by themselves.
	SetKeys struct{ On bool }
	// EraseAll forgets everything that the player did.
	EraseAll struct{}
)
