package play

// Msg is what the player did. The set is closed: every Msg is one of the types
// below, each of which has a wire form (see Record).
type Msg interface{ record() Record }

type (
	// OpenCase goes to a case: to its briefing, or to where the player left it.
	OpenCase struct{ Case string }
	// Begin leaves a briefing for the case's first step not yet decided.
	Begin struct{}
	// Choose picks an option, by its id.
	Choose struct{ Option string }
	// GiveReason picks the first reason, by the principle's id.
	GiveReason struct{ Principle string }
	// Forecast says how sure the player is that the real provider did the
	// same: a Level from 1 to 5.
	Forecast struct{ Level int }
	// Commit makes the picks final and goes to the reveal.
	Commit struct{}
	// Skip leaves a step undecided and goes on.
	Skip struct{}
	// Next goes on from a reveal or a debrief.
	Next struct{}
	// Back goes one screen back, or closes what lies over the screen.
	Back struct{}
	// GoTo opens any step already decided or skipped, or the current one.
	GoTo struct{ Case, Step string }
	// OpenSource shows who says so, for a fact of the current step.
	OpenSource struct{ Fact string }
	// OpenClaim shows a claim in full and where it was read, on screens that
	// look back.
	OpenClaim struct{ Claim string }
	// OpenTerm explains a glossary word.
	OpenTerm struct{ Term string }
	// Discuss shows the question for the room.
	Discuss struct{}
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
	// SetPlain switches the plain page on or off.
	SetPlain struct{ On bool }
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
