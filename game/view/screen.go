package view

import (
	"slices"
	"strings"
	"unicode/utf8"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// Context is what a screen is written with: the pack and the words.
type Context struct {
	Pack    *pack.Pack
	Text    *pack.Text      // the pack's words, in the player's language
	Strings *locale.Strings // the interface's words, in the player's language
	// Languages are those that both the pack and the interface have, with the
	// names that they call themselves.
	Languages []locale.Language
	// Shelf is the packs that the host has; one alone is not worth a shelf.
	Shelf []Book
	// Trouble is what keeps the game from being saved, "" for nothing: the last
	// word of a key of the interface strings below trouble. It is shown on every
	// screen for as long as it lasts.
	Trouble string
	// Framed says that the game is part of another page and could be opened in a
	// tab of its own.
	Framed bool
	// Link is the address at which others find the pack's game, an absolute URL whose
	// query is whole; "" where they find it nowhere. What is taken away has it.
	Link string
	// Fault is where the files of a pack that is being written are wrong, "" for
	// nowhere: what is shown was right before. It is told for as long as it lasts.
	Fault string
	// Renewed says that a newer version of the program lies ready.
	Renewed bool
	// Devices is what the host knows of those of a class, on the screens of a lesson.
	Devices Devices
	// Running is for how many whole minutes a class has been at what is on the screen.
	Running int
	// Aside is how many games were put aside; Copies are those, where the screen
	// lists them.
	Aside  int
	Copies []Copy
}

// NewContext gathers what a screen in the given language is written with. A
// language that is not there falls back to the pack's first that is, and to the
// interface's first where the interface does not have that.
func NewContext(p *pack.Pack, c *locale.Catalog, language string) Context {
	words := c.Strings(p.Text(language).Locale())
	ctx := Context{Pack: p, Text: p.Text(words.Locale()), Strings: words}
	for _, l := range p.Head().Locales {
		if name := c.Name(l); name != "" {
			ctx.Languages = append(ctx.Languages, locale.Language{Tag: l, Name: name})
		}
	}
	return ctx
}

// Screen is the whole of a screen, as a tree. It is a pure function of its
// arguments and gives a screen for any state.
func Screen(ctx Context, s play.State) Node {
	w := &writer{Context: ctx, state: s, explained: map[string]bool{}}
	w.theCase, _ = ctx.Pack.Case(s.Case)
	w.step = &pack.Step{}
	if s.Step >= 0 && s.Step < len(w.theCase.Steps) {
		w.step = &w.theCase.Steps[s.Step]
	}
	root := w.screen()
	if s.Sheet.Kind != play.NoSheet {
		clear(w.explained) // what lies under the sheet cannot be asked now
		if sheet, ok := w.sheet(); ok {
			root.Children = append(root.Children, sheet)
		}
	}
	root.Lang = ctx.Strings.Locale()
	speak(&root, w.foreigners())
	if s.Prefs.NoKeys {
		unkeyed(&root)
	}
	return root
}

// unkeyed takes the shortcuts away that are single characters, for those whose
// voice or screen reader types them by the way: WCAG 2.1.4.
func unkeyed(n *Node) {
	n.Typed = nil
	n.Keys = slices.DeleteFunc(slices.Clone(n.Keys), func(key string) bool { return utf8.RuneCountInString(key) == 1 })
	for i := range n.Children {
		unkeyed(&n.Children[i])
	}
}

func (w *writer) screen() Node {
	switch w.state.Screen {
	case play.Before:
		return w.before()
	case play.Briefing:
		return w.briefing()
	case play.Seat:
		return w.changeOfSeat()
	case play.Deciding:
		return w.decision()
	case play.Reveal:
		return w.reveal()
	case play.Debrief:
		return w.debrief()
	case play.Results:
		return w.results()
	case play.Log:
		return w.log()
	case play.Settings:
		return w.settings()
	case play.Help:
		return w.help()
	case play.Erase:
		return w.erase()
	case play.Aside:
		return w.aside()
	case play.ModelScreen:
		return w.modelScreen()
	case play.BecameScreen:
		return w.becameScreen()
	case play.InClass:
		return w.inClass()
	case play.TakeAway:
		return w.takeAway()
	case play.Desk:
		return w.desk()
	case play.AtRound:
		return w.atRound()
	case play.Judged:
		return w.judged()
	case play.DeskEnd:
		return w.deskEnd()
	case play.CheckIntro:
		return w.checkIntro()
	case play.AtCheckItem:
		return w.checkItem()
	case play.CheckEnd:
		return w.checkEnd()
	case play.CheckResult:
		return w.checkResult()
	case play.Home:
	}
	return w.home()
}

// writer writes one screen.
type writer struct {
	Context
	state     play.State
	theCase   *pack.Case
	step      *pack.Step
	explained map[string]bool // glossary words already underlined on this screen
}

// t is a text of the interface.
func (w *writer) t(key string, args ...locale.Arg) string { return w.Strings.Get(key, args...) }

// c is a text of the current case.
func (w *writer) c(parts ...string) string {
	return w.Text.Get(append([]string{"cases", w.theCase.ID}, parts...)...)
}

// s is a text of the current step.
func (w *writer) s(parts ...string) string { return w.stepText(w.theCase.ID, w.step.ID, parts...) }

func (w *writer) stepText(caseID, stepID string, parts ...string) string {
	if caseID == pack.AtDesk {
		return w.d(append([]string{"rounds", stepID}, parts...)...)
	}
	return w.Text.Get(append([]string{"cases", caseID, "steps", stepID}, parts...)...)
}

func (w *writer) actor(id string) string { return w.Text.Get("actors", id) }

func (w *writer) principle(id string) string { return w.Text.Get("principles", id, "name") }

// page puts a screen together: the header, any message to the player, and the
// screen's own content.
func (w *writer) page(id, title string, bar Node, content ...Node) Node {
	content = append(w.told(), content...)
	return Node{
		ID: id, Role: Document, Name: w.t("bar.screen", locale.A("screen", title)),
		Children: []Node{bar, {ID: "main", Role: Main, Look: Page, Children: content}},
	}
}

// bar is the header: the way home, where the player is, and what is always in
// reach.
func (w *writer) bar(middle ...Node) Node {
	var actions []Node
	switch w.state.Screen {
	case play.Briefing, play.Seat, play.Deciding, play.Debrief, play.Results, play.Desk, play.AtRound, play.DeskEnd, play.CheckIntro, play.CheckResult:
		actions = append(actions, button("bar-back", Quiet, w.t("bar.back"), play.Back{}, "Escape", "Backspace"))
	default: // the others have a way back of their own
	}
	if w.state.Screen != play.Home {
		actions = append(actions, Node{ID: "bar-log", Role: Button, Look: Quiet, Text: w.t("bar.log"), On: play.Show{Screen: play.Log}, Keys: []string{"l"}, Current: w.state.Screen == play.Log})
	}
	actions = append(actions, Node{
		ID: "bar-settings", Role: Button, Look: Quiet, Text: w.t("bar.settings"), Name: w.t("bar.settings-name"),
		On: play.Show{Screen: play.Settings}, Current: w.state.Screen == play.Settings,
	})
	if l, ok := w.nextLanguage(); ok {
		actions = append(actions, Node{ID: "bar-language", Role: Button, Look: Quiet, Text: strings.ToUpper(l.Tag), Name: strings.ToUpper(l.Tag) + ", " + l.Name, Lang: l.Tag, On: play.SetLocale{Locale: l.Tag}})
	}
	actions = append(actions, Node{ID: "bar-help", Role: Button, Look: Quiet, Text: w.t("bar.help"), On: play.Show{Screen: play.Help}, Keys: []string{"?"}, Current: w.state.Screen == play.Help})
	children := []Node{{ID: "bar-home", Role: Button, Look: Brand, Text: w.t("brand"), Name: w.t("bar.home"), On: play.Show{Screen: play.Home}}}
	children = append(children, middle...)
	return Node{ID: "bar", Role: Banner, Look: Bar, Children: append(children,
		Node{ID: "bar-actions", Role: Navigation, Look: Flow, Name: w.t("bar.name"), Children: actions})}
}

// nextLanguage is the one that the header's button changes to: the next after
// the current one, in the order of the pack.
func (w *writer) nextLanguage() (locale.Language, bool) {
	for i, l := range w.Languages {
		if l.Tag == w.Strings.Locale() && len(w.Languages) > 1 {
			return w.Languages[(i+1)%len(w.Languages)], true
		}
	}
	return locale.Language{}, false
}

// where is the row of dots in the header, with the same in words.
func (w *writer) where() Node {
	row := w.state.Row(w.theCase, w.state.Step)
	dots := Series{Kind: Others, Points: make([]Point, 0, len(row))}
	answered := map[string]bool{} // one pass: a long case has many dots, and many answers
	for i := range w.state.Answers {
		if a := &w.state.Answers[i]; a.Case == w.theCase.ID {
			answered[a.Step] = true
		}
	}
	for n, i := range row {
		p := Point{X: float64(n)}
		if answered[w.theCase.Steps[i].ID] {
			p.Weight = 1
		}
		if i == w.state.Step {
			p.Weight = 2
		}
		dots.Points = append(dots.Points, p)
	}
	return Node{
		ID: "progress", Role: Progress, Look: Dots, Text: w.progress(),
		Short: w.t("bar.progress-short", w.placeIn(row)...),
		Chart: &Chart{Kind: DotRow, Series: []Series{dots}},
	}
}

// progress says which step of the player's way this is.
func (w *writer) progress() string {
	at := w.placeIn(w.state.Row(w.theCase, w.state.Step))
	if w.leftOut() {
		return w.t("bar.progress-more", at...)
	}
	return w.byKind("bar.progress", at...)
}

// placeIn is the place of the step among some, of how many.
func (w *writer) placeIn(row []int) []locale.Arg {
	return []locale.Arg{locale.N("n", slices.Index(row, w.state.Step)+1), locale.N("total", len(row))}
}

// leftOut says whether the player's way leaves the step out.
func (w *writer) leftOut() bool { return w.step.More && w.state.OnShort(w.theCase.ID) }

// crumb is the words in the header where there are no dots.
func crumb(text string) Node {
	return Node{ID: "crumb", Role: Paragraph, Look: Small, Text: text}
}
