package view

import (
	"slices"
	"strconv"
	"strings"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// classSetUp is the choice of a plan.
func (w *writer) classSetUp() Node {
	s := &w.state.Class
	lib, _ := w.Pack.Library()
	plans := Node{ID: "plans", Role: RadioGroup, Look: Options, Name: w.t("class.plans")}
	for _, p := range lib.Plans {
		for i := range p.Lessons {
			plans.Children = append(plans.Children, w.classPlan(&p, i))
		}
	}
	ages := Node{ID: "ages", Role: RadioGroup, Look: Chips, Name: w.t("class.ages")}
	for _, n := range w.classAges() {
		ages.Children = append(ages.Children, Node{
			ID: "age-" + strconv.Itoa(n), Role: Radio, Look: Chip, Text: w.t(AgeText(n)), Checked: s.Age() == n, On: act(class.SetAge, n),
		})
	}
	start := button("start", Primary, w.t("class.start"), act(class.Start, 0), "Enter")
	for _, at := range s.Steps(w.Pack) {
		if v, _ := s.Vote(at); v.Done() || v.Hands() > 0 {
			start.Text = w.t("class.resume")
		}
	}
	start.Disabled = s.Plan == ""
	content := []Node{
		heading("title", 1, Title, w.t("class.title")),
		para("intro", Body, w.t("class.intro")),
		{ID: "columns", Role: Generic, Look: WideNarrow, Children: []Node{
			stack("plan-block", heading("plans-title", 2, Label, w.t("class.plans")), plans),
			stack("age-block", heading("ages-title", 2, Label, w.t("class.ages")), ages, para("ages-note", Small, w.agesNote()),
				card("class-keys", w.t("class.keys-title"), table("class-key-table", w.t("class.keys-title"), w.classKeys()))),
		}},
	}
	actions := []Node{start}
	if s.Begun() {
		anew := button("to-anew", Secondary, w.t("class.anew"), visit(class.Renew))
		anew.Disabled = s.Plan == ""
		actions = append(actions, anew)
	}
	actions = append(actions, button("to-codes", Secondary, w.t("class.to-codes"), visit(class.Codes)))
	if s.Plan != "" {
		actions = append(actions, button("kit", Secondary, w.t("class.kit"), play.Ask{What: play.TakeKit}))
	}
	actions = append(actions, button("back", Secondary, w.t("bar.back"), play.Back{}, "Escape", "Backspace"))
	content = append(content, dock(flow("actions", actions...)))
	return w.page("class-plan", w.t("class.title"), w.bar(), content...)
}

// classRenew asks before the votes of one class make room for another's, and
// offers them for keeping first.
func (w *writer) classRenew() Node {
	s := &w.state.Class
	table := button("take-table", Secondary, w.t("class.table"), play.Ask{What: play.TakeTable})
	road := button("take-road", Secondary, w.t("take.card"), play.Ask{What: play.TakeRoad})
	table.Disabled, road.Disabled = len(s.Votes) == 0, len(s.Votes) == 0
	what := "class.anew-aside"
	if w.Trouble == Forbidden {
		what = "class.anew-lost"
	}
	return w.page("class-renew", w.t("class.anew"), w.bar(),
		heading("title", 1, Title, w.t("class.anew-title")),
		para("what-goes", Body, w.t(what, locale.A("votes", w.Strings.Plural("class.anew-votes", len(s.Votes))), locale.A("codes", w.Strings.Plural("class.anew-codes", len(s.Codes))))),
		card("keep-first", w.t("class.anew-keep"), flow("keep", table, road)),
		dock(flow("actions",
			button("anew", Primary, w.t("class.anew-yes"), act(class.Anew, 0)),
			button("back", Secondary, w.t("bar.back"), play.Back{}, "Escape", "Backspace"))))
}

// classKeys is what the keys do in a lesson, where nothing on the screen says so.
func (w *writer) classKeys() [][]string {
	rows := [][]string{{w.t("help.key"), w.t("help.does")}}
	for _, k := range []string{"on", "back", "choose", "count", "one", "skip", "timer", "hide"} {
		rows = append(rows, []string{w.t("class.key-" + k), w.t("class.key-" + k + "-does")})
	}
	return rows
}

// AgeText is the key of the words for an age that a lesson can be for.
func AgeText(age int) string {
	switch age {
	case class.Gentle:
		return "class.ages-gentle"
	case class.Older:
		return "class.ages-older"
	}
	return "class.ages-all"
}

// classAges lists the ages on offer, the youngest first. Gentler wording is not
// offered where the pack has none.
func (w *writer) classAges() []int {
	if w.softens() {
		return []int{class.Gentle, class.AnyAge, class.Older}
	}
	return []int{class.AnyAge, class.Older}
}

// softens says whether any plan plays a step that has a gentler wording.
func (w *writer) softens() bool {
	lib, _ := w.Pack.Library()
	for _, p := range lib.Plans {
		for i := range p.Lessons {
			for _, at := range p.Lessons[i].Steps(false) {
				if w.Text.Softens(at.Case, at.Step) {
					return true
				}
			}
		}
	}
	return false
}

func (w *writer) agesNote() string {
	if w.softens() {
		return w.t("class.ages-note-gentle") + " " + w.t("class.ages-note")
	}
	return w.t("class.ages-note")
}

// classPlan is one lesson of a plan, on offer.
func (w *writer) classPlan(p *pack.Plan, lesson int) Node {
	s := &w.state.Class
	id := "plan-" + p.ID + "-" + strconv.Itoa(lesson+1)
	name := w.Text.Get("plans", p.ID, "name")
	if len(p.Lessons) > 1 {
		name = w.t("class.lesson", locale.A("plan", name), locale.N("n", lesson+1))
	}
	steps := len(p.Lessons[lesson].Steps(s.Older))
	about := w.t("class.about", locale.A("about", w.Text.Get("plans", p.ID, "about")), locale.A("minutes", w.Strings.Plural("home.minutes", p.Lessons[lesson].Minutes)), locale.A("steps", w.Strings.Plural("home.steps", steps)))
	return Node{
		ID: id, Role: Radio, Look: Option, Name: name + ". " + about,
		Checked: s.Plan == p.ID && s.Lesson == lesson, On: play.Class{Act: class.Choose, Text: p.ID, N: lesson},
		Children: []Node{{ID: id + "-name", Role: Strong, Look: Body, Text: name}, {ID: id + "-about", Role: TextRole, Look: Muted, Text: about}},
	}
}

// classRow is the figures of one step, on their way to the picture, the table
// and the file.
type classRow struct {
	place  pack.Place
	step   *pack.Step
	vote   class.Vote
	voted  bool
	mine   float64 // where the class stands
	theirs float64
	alone  []int // nil where there is nothing to show
	others float64
}

// told says whether the class has seen what happened at the step.
func (r classRow) told() bool { return r.step.Happened != "" && r.vote.Revealed }

// classRows gathers the steps of the lesson that the class voted on, or that
// enough answered alone.
func (w *writer) classRows() []classRow {
	s := &w.state.Class
	var rows []classRow
	for _, at := range s.Steps(w.Pack) {
		c, _ := w.Pack.Case(at.Case)
		_, st := c.Step(at.Step)
		r := classRow{place: at, step: st}
		r.vote, _ = s.Vote(at)
		r.mine, r.voted = r.vote.Place(st)
		r.alone, _ = s.Alone(w.Pack, at)
		r.others, _ = s.AlonePlace(w.Pack, at, st)
		_, real := st.Option(st.Happened)
		r.theirs = float64(real.Ladder)
		if r.voted || r.alone != nil {
			rows = append(rows, r)
		}
	}
	return rows
}

// classRoad is the road of the class beside history's and that of those who
// played alone.
//
// As on every road, only decisions stand on it whose places mean the same as
// those of the others.
func (w *writer) classRoad() Node {
	rows := slices.DeleteFunc(w.classRows(), func(r classRow) bool { return !r.step.OnRoad() })
	if len(rows) == 0 {
		return para("no-road", Body, w.t("class.no-road"))
	}
	cases := make([]string, len(rows))
	for i, r := range rows {
		cases[i] = r.place.Case
	}
	low, high := w.ends(cases)
	mine := Series{Kind: You, Name: w.t("class.class")}
	theirs := Series{Kind: Happened, Name: w.t("debrief.theirs")}
	others := Series{Kind: Others, Name: w.t("class.alone")}
	chart := &Chart{
		Kind:   Road,
		YTicks: []Tick{{0, low}, {100, high}},
		Table:  [][]string{{w.t("debrief.road-step"), w.t("debrief.road-date"), w.t("class.class"), w.t("debrief.theirs"), w.t("class.alone")}},
	}
	number := func(x float64, ok bool) string {
		if !ok {
			return w.t("class.nothing")
		}
		return w.Strings.Number(x, 0)
	}
	for i, r := range rows {
		x := 50.0
		if len(rows) > 1 {
			x = 100 * float64(i) / float64(len(rows)-1)
		}
		if r.voted {
			mine.Points = append(mine.Points, Point{X: x, Y: r.mine})
		}
		if r.told() {
			theirs.Points = append(theirs.Points, Point{X: x, Y: r.theirs})
		}
		if r.alone != nil {
			others.Points = append(others.Points, Point{X: x, Y: r.others})
		}
		chart.XTicks = append(chart.XTicks, Tick{x, strconv.Itoa(r.step.Date.Year)})
		chart.Table = append(chart.Table, []string{w.stepText(r.place.Case, r.place.Step, "title"), w.Strings.ShortDate(r.step.Date),
			number(r.mine, r.voted), number(r.theirs, r.told()), number(r.others, r.alone != nil)})
	}
	chart.Series = []Series{others, theirs, mine}
	return Node{ID: "road", Role: Figure, Name: w.t("class.road"), Chart: chart,
		Text: w.Strings.Plural("class.road-summary", len(rows), locale.A("low", low), locale.A("high", high))}
}

// classEnded is the road of the whole lesson.
func (w *writer) classEnded() Node {
	actions := []Node{
		button("take-table", Secondary, w.t("class.table"), play.Ask{What: play.TakeTable}),
		button("take-road", Secondary, w.t("take.card"), play.Ask{What: play.TakeRoad}),
		button("to-codes", Secondary, w.t("class.to-codes"), visit(class.Codes)),
		button("back", Secondary, w.t("bar.back"), play.Back{}, "Escape", "PageUp"),
	}
	return w.projector("class-end", w.t("class.road"), actions,
		heading("title", 1, Subtitle, w.t("class.road")),
		w.classRoad(),
		para("not-right", Small, w.t("debrief.not-right")))
}

// classCodes takes the codes of those who played alone, and says what is wrong
// with those that are no use.
func (w *writer) classCodes() Node {
	s := &w.state.Class
	content := []Node{
		heading("title", 1, Title, w.t("class.codes-title")),
		para("intro", Body, w.t("class.codes-intro")),
		{ID: "codes-count", Role: Status, Look: Body, Text: w.codesCount()},
	}
	if len(s.Refused) > 0 {
		list := Node{ID: "refused", Role: List, Look: Facts}
		for i, r := range s.Refused {
			id := "refused-" + strconv.Itoa(i+1)
			list.Children = append(list.Children, Node{ID: id, Role: ListItem, Look: Fact, Mark: strconv.Itoa(i + 1), Children: []Node{
				para(id+"-code", Value, r.Code),
				para(id+"-why", Small, w.t("class.refused-"+r.Kind, locale.A("detail", r.Detail), locale.N("want", r.Want))),
			}})
		}
		content = append(content, card("refused-card", w.Strings.Plural("class.refused", len(s.Refused)), list))
	}
	if rows := w.aloneTable(); len(rows) > 1 {
		content = append(content, card("alone", w.t("class.alone"), table("alone-table", w.t("class.alone"), rows)))
	}
	actions := []Node{button("ask-codes", Primary, w.t("class.paste"), play.Ask{What: play.AskCodes}, "Enter")}
	if n := len(s.Again); n > 0 {
		actions = append(actions, button("count-again", Secondary, w.Strings.Plural("class.again-count", n), act(class.Again, 0)))
	}
	takeBack := button("take-back", Secondary, w.t("class.take-back"), act(class.TakeBack, 0))
	takeBack.Disabled = len(s.Pastes) == 0
	forget := button("forget", Secondary, w.t("class.forget"), act(class.Forget, 0))
	forget.Disabled = len(s.Codes) == 0
	actions = append(actions, takeBack, forget, button("back", Secondary, w.t("bar.back"), play.Back{}, "Escape", "Backspace"))
	content = append(content, dock(flow("actions", actions...)))
	return w.page("class-codes", w.t("class.codes-title"), w.bar(), content...)
}

func (w *writer) codesCount() string {
	s := &w.state.Class
	text := w.Strings.Plural("class.codes", len(s.Codes))
	switch {
	case s.Nothing:
		text += " " + w.t("class.codes-nothing")
	case s.Added > 0 || len(s.Refused) > 0 || len(s.Again) > 0:
		text += " " + w.t("class.codes-added", locale.N("n", s.Added), locale.N("bad", len(s.Refused)))
	}
	if n := len(s.Again); n > 0 {
		text += " " + w.Strings.Plural("class.again", n)
	}
	if len(s.Codes) < class.Least {
		text += " " + w.t("class.too-few", locale.N("n", class.Least))
	}
	return text
}

// aloneTable is what those chose who played alone, at every step that enough
// of them answered.
func (w *writer) aloneTable() [][]string {
	rows := [][]string{{w.t("debrief.step"), w.t("class.answers"), w.t("class.choices")}}
	for _, h := range w.Pack.Head().Cases {
		c, _ := w.Pack.Case(h.ID)
		for i := range c.Steps {
			st := &c.Steps[i]
			counts, ok := w.state.Class.Alone(w.Pack, pack.Place{Case: h.ID, Step: st.ID})
			if !ok {
				continue
			}
			var parts []string
			n := 0
			for j, o := range st.Options {
				n += counts[j]
				if counts[j] > 0 {
					parts = append(parts, w.t("class.chosen", locale.N("n", counts[j]), locale.A("short", w.stepText(h.ID, st.ID, "options", o.ID, "short"))))
				}
			}
			rows = append(rows, []string{w.stepText(h.ID, st.ID, "title"), strconv.Itoa(n), strings.Join(parts, " · ")})
		}
	}
	return rows
}

// ClassTable is the figures of the lesson as comma-separated values (RFC 4180), with
// semicolons in languages that write decimals with a comma, as spreadsheets have it:
// one line for each option of each step: hands, the decision of the class, what
// happened, and the answers of those who played alone, left empty where they are
// too few.
func ClassTable(ctx Context, s play.State) string {
	w := classWriter(ctx, s)
	var b strings.Builder
	between := ","
	if w.t("number.decimal") == between {
		between = ";"
	}
	line := func(cells ...string) {
		for i, c := range cells {
			if i > 0 {
				b.WriteString(between)
			}
			b.WriteString(quoted(c))
		}
		b.WriteString("\r\n")
	}
	line(w.t("debrief.step"), w.t("debrief.road-date"), w.t("reveal.ladder-option"), w.t("class.col-label"), w.t("reveal.ladder-place"), w.t("class.col-hands"), w.t("class.decided"), w.t("class.col-happened"), w.t("class.alone"))
	for _, r := range w.classRows() {
		day, _, _ := strings.Cut(r.step.Date.String(), "T")
		for i, o := range r.step.Options {
			alone := ""
			if r.alone != nil {
				alone = strconv.Itoa(r.alone[i])
			}
			line(r.place.Step, day, letter(i), w.stepText(r.place.Case, r.place.Step, "options", o.ID, "label"),
				strconv.Itoa(o.Ladder), strconv.Itoa(r.vote.Count(i)), tick(r.vote.Decided == i+1), tick(o.ID == r.step.Happened), alone)
		}
	}
	return b.String()
}

// classWriter writes what a lesson leaves, in the words that the class had.
func classWriter(ctx Context, s play.State) *writer {
	w := &writer{Context: ctx, state: s, explained: map[string]bool{}, theCase: &pack.Case{}, step: &pack.Step{}}
	w.soften()
	return w
}

// soften takes the gentler wording where the lesson is for the youngest.
func (w *writer) soften() {
	if w.state.Class.Gentle {
		w.Text = w.Text.Gentle()
	}
}

func tick(yes bool) string {
	if yes {
		return "1"
	}
	return "0"
}

// quoted writes one cell. What a spreadsheet would take for a formula is made
// text.
func quoted(cell string) string {
	if cell != "" && strings.ContainsAny(cell[:1], "=+-@") {
		cell = "'" + cell
	}
	if strings.ContainsAny(cell, "\",\r\n;") {
		return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
	}
	return cell
}

// ClassCard is the road of the class as a picture to keep, as a tree.
func ClassCard(ctx Context, s play.State) Node {
	w := classWriter(ctx, s)
	return Node{ID: "card", Role: Document, Name: w.t("class.road"), Lang: ctx.Strings.Locale(), Children: []Node{
		{ID: "main", Role: Main, Look: Page, Children: []Node{
			para("brand", Brand, w.t("brand")),
			heading("title", 1, Title, w.t("class.road")),
			{ID: "road-card", Role: Generic, Look: Card, Children: []Node{w.classRoad()}},
			para("right", Muted, w.t("debrief.not-right")),
		}},
	}}
}
