package view

import (
	"fmt"
	"strconv"
	"strings"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// The screens of a class session. Those that the room reads have the Projector
// look; those on which the teacher sets something up are like any other.

func act(a class.Act, n int) play.Msg { return play.Class{Act: a, N: n} }

func visit(s class.Stage) play.Msg { return play.Class{Act: class.Visit, Text: string(s)} }

// inClass is the stage of the lesson that the class is at.
func (w *writer) inClass() Node {
	s := &w.state.Class
	w.soften()
	at, st, ok := s.Step(w.Pack)
	switch {
	case s.Stage == class.Codes:
		return w.classCodes()
	case s.Stage == class.Renew:
		return w.classRenew()
	case s.Stage == class.Devices:
		return w.classDevices()
	case s.Stage == class.Keeping:
		return w.classRoom()
	case s.Stage == class.Ended && s.Blank, ok && s.Blank:
		return w.classBlank()
	case s.Stage == class.Ended:
		return w.classEnded()
	case !ok || s.Stage == class.SetUp || s.Stage == "":
		return w.classSetUp()
	}
	w.step = st
	w.theCase, _ = w.Pack.Case(at.Case)
	switch s.Stage {
	case class.Opening:
		if at.Case == pack.AtDesk {
			return w.classDesk()
		}
		return w.classOpening()
	case class.Guessing:
		return w.classGuess(at)
	case class.Trying:
		return w.classModel(at)
	case class.Voting, class.Betting:
		return w.classVote(at)
	case class.Shown:
		if at.Case == pack.AtDesk {
			return w.classJudged(at)
		}
		return w.classShown(at)
	case class.Story:
		if at.Case == pack.AtDesk {
			return w.classBecause()
		}
		return w.classStory()
	case class.Talk:
		return w.classTalk(at)
	default:
		return w.classFacts()
	}
}

// projector is a screen for the room: a header with where the class is, the
// content, and what the teacher can do.
func (w *writer) projector(id, title string, actions []Node, content ...Node) Node {
	bar := Node{ID: "bar", Role: Banner, Look: Bar, Children: []Node{
		{ID: "bar-home", Role: Button, Look: Brand, Text: w.t("brand"), Name: w.t("class.to-plan"), On: visit(class.SetUp)},
		w.classWhere(),
		{ID: "bar-actions", Role: Navigation, Look: Flow, Name: w.t("bar.name"), Children: w.classTools()},
	}}
	content = append(content, dock(flow("actions", actions...)))
	root := w.page(id, title, bar, content...)
	root.Look = Projector
	return root
}

// classWhere says how far the class is in its plan, in dots and words.
func (w *writer) classWhere() Node {
	s := &w.state.Class
	dots := Series{Kind: Others}
	steps := s.Steps(w.Pack)
	for i, at := range steps {
		p := Point{X: float64(i)}
		if v, ok := s.Vote(at); ok && (v.Revealed || v.Skipped) {
			p.Weight = 1
		}
		if i == s.At && s.Stage != class.Ended {
			p.Weight = 2
		}
		dots.Points = append(dots.Points, p)
	}
	where, end := "class.where", "class.where-end"
	if s.HasRounds(w.Pack) {
		where, end = "class.where-part", "class.where-over"
	}
	text := w.t(where, locale.N("n", s.At+1), locale.N("total", len(steps)))
	switch {
	case s.Stage == class.Ended:
		text = w.t(end, locale.N("total", len(steps)))
	case s.InStep() && s.At < len(steps):
		part := class.PartOf(s.Stage)
		text = w.t("class.where-time", locale.A("where", text), locale.N("used", w.Running+s.UsedAt(steps[s.At], part)/60), locale.N("planned", s.PlannedAt(w.Pack, s.At, part)))
	}
	return Node{ID: "progress", Role: Progress, Look: Dots, Text: text, Chart: &Chart{Kind: DotRow, Series: []Series{dots}}}
}

// classTools is the timer and what hides the screen. Nothing is timed unless
// the teacher says so. What starts the timer is afterwards what holds it, so that the
// focus stays there.
func (w *writer) classTools() []Node {
	t := w.state.Class.Timer
	var tools []Node
	switch {
	case w.state.Class.Stage == class.Ended:
	case !t.On:
		tools = append(tools, button("timer", Quiet, w.t("class.timer"), act(class.SetTime, firstTime), "t"))
	default:
		hold := button("timer", Quiet, clock(t.Left), act(class.Run, 0), "t")
		hold.Name = w.t("class.timer-hold", locale.A("time", clock(t.Left)))
		if !t.Running {
			hold.On, hold.Name = act(class.Run, 1), w.t("class.timer-go", locale.A("time", clock(t.Left)))
			hold.Text = w.t("class.timer-held", locale.A("time", clock(t.Left)))
		}
		if t.Left <= 0 {
			hold.Text, hold.Name = w.t("class.timer-over"), ""
		}
		more := button("timer-more", Quiet, w.t("class.timer-more"), act(class.SetTime, max(0, t.Left)+60))
		off := button("timer-off", Quiet, w.t("class.timer-off"), act(class.SetTime, 0))
		tools = append(tools, hold, more, off)
	}
	tools = append(tools, w.wayIn()...)
	return append(tools, button("blank", Quiet, w.t("class.blank"), act(class.Cover, 1), "."))
}

// firstTime is what the timer begins with, in seconds.
const firstTime = 120

// clock writes seconds as minutes and seconds.
func clock(seconds int) string {
	seconds = max(0, seconds)
	return fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
}

// goOn is the buttons that every stage has: on, back and, before the reveal,
// leaving the step out.
func (w *writer) goOn(next string, more ...Node) []Node {
	list := []Node{button("next", Primary, next, act(class.Forward, 0), "Enter", "PageDown")}
	list = append(list, more...)
	list = append(list, button("back", Secondary, w.t("bar.back"), play.Back{}, "Escape", "PageUp"))
	if s := w.state.Class.Stage; s == class.Facts || s == class.Voting || s == class.Betting {
		list = append(list, button("skip", Secondary, w.t("class.skip"), act(class.SkipIt, 0), "s"))
	}
	return list
}

// paged adds which page of a stage this is, where there are several.
func (w *writer) paged(text string) string {
	if page := w.whichPage("class.page"); page != "" {
		return text + " · " + page
	}
	return text
}

// whichPage says which page of a stage this is, in the words of a key, "" where there is
// one alone.
func (w *writer) whichPage(key string) string {
	n := w.classPages()
	if n < 2 {
		return ""
	}
	return w.t(key, locale.N("n", w.state.Class.Page+1), locale.N("total", n))
}

// pageTitle is the title of a page of a stage, which says which page it is: who hears
// the title alone is told that this is another.
func (w *writer) pageTitle(text, page string) Node {
	if page == "" {
		return heading("title", 1, Title, text)
	}
	return Node{ID: "title", Role: Heading, Level: 1, Look: Title, Children: []Node{
		{ID: "title-text", Role: TextRole, Text: text + " "},
		{ID: "title-page", Role: TextRole, Look: Small, Text: page},
	}}
}

// classPages is how many pages the stage has that the class is at.
func (w *writer) classPages() int { return w.state.Class.Pages(w.Pack, w.state.Class.Stage) }

func (w *writer) classMeta() Node {
	return para("meta", Muted, w.Strings.Date(w.step.Date)+" · "+w.s("seat"))
}

// classFacts is a page of what was known that day.
func (w *writer) classFacts() Node {
	s := &w.state.Class
	list := Node{ID: "facts", Role: List, Look: Facts}
	from := min(s.Page*class.FactsOnPage, len(w.step.Known))
	for i, f := range w.step.Known[from:min(from+class.FactsOnPage, len(w.step.Known))] {
		id := "fact-" + f.ID
		list.Children = append(list.Children, Node{
			ID: id, Role: ListItem, Look: Fact, Mark: strconv.Itoa(from + i + 1), Claims: f.Claims,
			Children: []Node{
				para(id+"-text", Body, w.s("known", f.ID)),
				para(id+"-says", Small, w.cite(f)),
			},
		})
	}
	title, page := w.s("title"), w.whichPage("class.page-facts")
	content := []Node{w.classMeta(), w.pageTitle(title, page)}
	if page != "" {
		title += " · " + page
	}
	if w.outOfRow() && s.Page == 0 {
		content = append(content, Node{ID: "recap", Role: Paragraph, Look: Small, Claims: w.step.Recap, Children: []Node{
			{ID: "recap-label", Role: Strong, Text: w.t("class.recap")},
			{ID: "recap-text", Role: TextRole, Text: " " + w.s("recap")},
		}})
	}
	content = append(content, list)
	next := w.t("class.more")
	if s.Page+1 >= w.classPages() {
		next = w.t("class.to-vote")
		content = append(content, Node{ID: "unknown", Role: Paragraph, Look: Small, Children: []Node{
			{ID: "unknown-label", Role: Strong, Text: w.t("decision.unknown")},
			{ID: "unknown-text", Role: TextRole, Text: " " + w.s("unknown")},
		}})
	}
	return w.projector("class-facts-"+w.step.ID+"-"+strconv.Itoa(s.Page+1), title, w.goOn(next), content...)
}

// outOfRow says whether the class comes to the step without the one before it, and
// is told what it must know.
func (w *writer) outOfRow() bool {
	s := &w.state.Class
	lib, err := w.Pack.Library()
	if err != nil || len(w.step.Recap) == 0 || s.OpensCase(w.Pack) && s.Pages(w.Pack, class.Opening) > 0 && len(w.step.Opening) > 0 {
		return false // the opening has told it
	}
	_, plan := lib.Plan(s.Plan)
	return plan.OutOfRow(s.Lesson, w.theCase, w.step.ID, s.Older)
}

// classShown is the same with what happened, and what those chose who played
// alone.
func (w *writer) classShown(at pack.Place) Node {
	s := &w.state.Class
	v, _ := s.Vote(at)
	alone, some := s.Alone(w.Pack, at)
	total := 0
	for _, n := range alone {
		total += n
	}
	mine, decided := v.Choice()
	actor := w.actor(w.step.Actor)
	list := Node{ID: "vote", Role: List, Look: Options, Name: w.byKind("decision.options")}
	for i, o := range w.step.Options {
		row := tally("vote-"+o.ID, i, w.s("options", o.ID, "label"), v.Count(i), v.All(), You)
		notes := Node{ID: row.ID + "-notes", Role: Paragraph, Look: Small}
		note := func(id string, look Look, text string) {
			if len(notes.Children) > 0 {
				notes.Children = append(notes.Children, Node{ID: row.ID + "-before-" + id, Role: TextRole, Look: Small, Text: " · "})
			}
			notes.Children = append(notes.Children, Node{ID: row.ID + "-" + id, Role: TextRole, Look: look, Text: text})
		}
		if decided && mine == i {
			note("yours", Yours, w.t("class.class"))
		}
		if o.ID == w.step.Happened {
			note("theirs", Theirs, actor)
		}
		if some {
			note("alone", Small, w.t("class.alone-of", locale.N("n", alone[i]), locale.N("total", total)))
		}
		if v.AllBets() > 0 {
			note("bets", Small, w.Strings.Plural("class.bet-on", v.Bet(i)))
		}
		if len(notes.Children) > 0 {
			row.Children = append(row.Children, notes)
		}
		list.Children = append(list.Children, row)
	}
	title := w.classHeadline(&v, actor)
	content := []Node{heading("title", 1, Subtitle, title), list}
	if w.step.Happened == "" {
		return w.projector("class-shown-"+w.step.ID, w.s("title"), w.goOn(w.t("class.more")), content...)
	}
	bets, bet := w.classBetsTold(&v)
	if bet {
		content = append(content, bets)
	}
	root := w.projector("class-shown-"+w.step.ID, w.s("title"), w.goOn(w.t("class.story")),
		append(content, para("not-right", Small, w.t("debrief.not-right")))...)
	if bet {
		root.Look = ProjectorDense
	}
	return root
}

// classHeadline sets the class beside what happened. Where nobody voted, which is not
// to be divided, it says what happened alone.
func (w *writer) classHeadline(v *class.Vote, actor string) string {
	mine, decided := v.Choice()
	real := w.s("options", w.step.Happened, "short")
	switch {
	case w.step.Happened == "":
		return w.t("class.shown-open")
	case !decided && v.All() > 0:
		return w.t("class.shown-split", locale.A("actor", actor), locale.A("theirs", real))
	case decided && w.step.Options[min(mine, len(w.step.Options)-1)].ID == w.step.Happened:
		return w.t("class.shown-same", locale.A("actor", actor), locale.A("theirs", real))
	}
	return w.t("class.shown-other", locale.A("actor", actor), locale.A("theirs", real))
}

// classStory is a page of what happened and what followed.
func (w *writer) classStory() Node {
	page := w.state.Class.Page
	title := w.t("class.happened", locale.A("actor", w.actor(w.step.Actor)))
	switch {
	case page > 0:
		title = w.t("reveal.then")
	case w.step.Happened == "":
		title = w.s("title")
	}
	content := []Node{w.classMeta(), w.pageTitle(title, w.whichPage("class.page"))}
	if page == 0 {
		for i, p := range strings.Split(w.s("happened"), "\n\n") {
			text := para("happened-"+strconv.Itoa(i+1), Body, strings.ReplaceAll(strings.TrimSpace(p), "\n", " "))
			text.Claims = w.step.Outcome
			content = append(content, text)
		}
		content = append(content, Node{ID: "affected", Role: Paragraph, Look: Small, Children: []Node{
			{ID: "affected-label", Role: Strong, Text: w.t("reveal.affected")},
			{ID: "affected-text", Role: TextRole, Text: " " + w.s("affected")},
		}})
	} else {
		content = append(content, w.classThen(page-1))
	}
	next := w.t("class.more")
	if page+1 >= w.classPages() {
		next = w.t("class.talk")
	}
	return w.projector("class-story-"+w.step.ID+"-"+strconv.Itoa(page+1), w.paged(title), w.goOn(next), content...)
}

func (w *writer) classThen(page int) Node {
	list := Node{ID: "then", Role: List, Look: Facts}
	from := min(page*class.ThenOnPage, len(w.step.Then))
	for _, t := range w.step.Then[from:min(from+class.ThenOnPage, len(w.step.Then))] {
		id := "then-" + t.ID
		list.Children = append(list.Children, Node{
			ID: id, Role: ListItem, Look: Fact, Mark: w.after(t.Date), Claims: t.Claims,
			Children: []Node{
				para(id+"-text", Body, w.s("then", t.ID)),
				para(id+"-says", Small, w.t("reveal.claim-source", locale.A("says", w.speakers(t.Claims)), locale.A("date", w.Strings.ShortDate(t.Date)))),
			},
		})
	}
	return list
}

// toNext says what comes after a step.
func (w *writer) toNext() string {
	s := &w.state.Class
	switch steps := s.Steps(w.Pack); {
	case s.At+1 >= len(steps):
		return w.t("class.to-end")
	case steps[s.At+1].Case == pack.AtDesk:
		return w.t("class.next-extract")
	}
	return w.t("class.next")
}

// classTalk is the question for the room, and below it which reasons devices gave.
func (w *writer) classTalk(at pack.Place) Node {
	content := []Node{para("for-room", Lead, w.t("sheet.discuss")), heading("title", 1, Display, w.s("discuss"))}
	if v, _ := w.state.Class.Vote(at); v.Reasons != nil {
		content = append(content, labelled("reasons-told", Body, w.t("class.reasons"), w.given(v.Reasons)))
	}
	return w.projector("class-talk-"+w.step.ID, w.s("title"), w.goOn(w.toNext()), content...)
}

// classBlank shows nothing but the way back.
func (w *writer) classBlank() Node {
	return Node{ID: "class-blank", Role: Document, Look: Projector, Name: w.t("class.blanked"), Children: []Node{
		{ID: "main", Role: Main, Look: Page, Children: []Node{
			heading("title", 1, Unseen, w.t("class.blanked")),
			button("show", Quiet, w.t("class.unblank"), act(class.Cover, 0), ".", "Enter", "Escape", "PageDown"),
		}},
	}}
}
