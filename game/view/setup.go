package view

import (
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
	start := button("start", Primary, w.t("class.start"), act(class.Start, class.NewestCourse), "Enter")
	for _, at := range s.Steps(w.Pack) {
		if v, _ := s.Vote(at); v.Done() || v.All() > 0 {
			start.Text = w.t("class.resume")
		}
	}
	start.Disabled = s.Plan == ""
	intro := "class.intro"
	if w.hasDevices() {
		intro = "class.intro-live"
	}
	content := []Node{
		heading("title", 1, Title, w.t("class.title")),
		para("intro", Body, w.t(intro)),
		{ID: "columns", Role: Generic, Look: WideNarrow, Children: []Node{
			stack("plan-block", append([]Node{heading("plans-title", 2, Label, w.t("class.plans")), plans}, w.classTime()...)...),
			// What is chosen stands first: a small window shows all of it over the dock.
			stack("age-block", heading("ages-title", 2, Label, w.t("class.ages")), ages, w.classBets(), w.toDevices(), w.classSize(), w.classModels(),
				para("ages-note", Small, w.agesNote()),
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
	root := w.page("class-plan", w.t("class.title"), w.bar(), content...)
	for d := range 10 {
		n := d
		if s.Pupils < 10 {
			n += 10 * s.Pupils
		}
		root.Typed = append(root.Typed, Typed{strconv.Itoa(d), act(class.Size, n)})
	}
	return root
}

// classSize asks once how many pupils there are, so that a count that is too high is
// seen, and hands can be shown when all are in.
func (w *writer) classSize() Node {
	n := w.state.Class.Pupils
	text := w.t("class.pupils-unsaid")
	if n > 0 {
		text = w.Strings.Plural("class.pupils", n)
	}
	sizes := flow("sizes")
	for _, size := range []int{20, 25, 30} {
		sizes.Children = append(sizes.Children, button("pupils-"+strconv.Itoa(size), Secondary, strconv.Itoa(size), act(class.Size, size)).named(w.Strings.Plural("class.pupils", size)))
	}
	less := button("pupils-less", Secondary, w.t("class.less"), act(class.Size, n-1)).named(w.t("class.pupils-less"))
	more := button("pupils-more", Secondary, w.t("class.plus"), act(class.Size, n+1)).named(w.t("class.pupils-more"))
	less.Disabled, more.Disabled = n == 0, n == class.MostHands
	sizes.Children = append(sizes.Children, less, more)
	return stack("size-block", heading("size-title", 2, Label, w.t("class.pupils-title")), sizes,
		Node{ID: "pupils", Role: Status, Look: Small, Text: text})
}

// classTime is the time that was used beside the time that was planned, for each step of
// the lesson; nothing before any was.
func (w *writer) classTime() []Node {
	s := &w.state.Class
	if len(s.Used) == 0 {
		return nil
	}
	minutes := func(n int) string { return w.t("class.min", locale.N("n", n)) }
	rows := [][]string{{w.t("debrief.road-step"), w.t("class.time-planned"), w.t("class.time-used")}}
	all := 0
	for i, at := range s.Steps(w.Pack) {
		used := s.UsedAt(at, "")
		all += used
		rows = append(rows, []string{w.stepText(at.Case, at.Step, "title"), minutes(s.PlannedAt(w.Pack, i, "")), minutes((used + 30) / 60)})
	}
	rows = append(rows, []string{w.t("class.time-all"), minutes(s.Here(w.Pack).Minutes), minutes((all + 30) / 60)})
	return []Node{card("class-time", w.t("class.time-title"), table("class-time-table", w.t("class.time-title"), rows))}
}

// classBets asks whether the class bets.
func (w *writer) classBets() Node {
	group := Node{ID: "bets", Role: RadioGroup, Look: Chips, Name: w.t("class.bets-title")}
	for i, key := range []string{"class.bets-with", "class.bets-without"} {
		group.Children = append(group.Children, Node{
			ID: "bets-" + strconv.Itoa(i), Role: Radio, Look: Chip, Text: w.t(key), Checked: w.state.Class.NoBets == (i == 1), On: act(class.SetBets, 1-i),
		})
	}
	return stack("bets-block", heading("bets-title", 2, Label, w.t("class.bets-title")), group)
}

// classRenew asks before the votes of one class make room for another's, and
// offers them for keeping first.
func (w *writer) classRenew() Node {
	s := &w.state.Class
	table := button("take-table", Secondary, w.t("class.table"), play.Ask{What: play.TakeTable})
	road := button("take-road", Secondary, w.t("take.card"), play.Ask{What: play.TakeRoad})
	table.Disabled, road.Disabled = len(s.Votes) == 0, len(s.Votes) == 0 || !s.HasRoad(w.Pack)
	what := "class.anew-aside"
	if w.Trouble == Forbidden {
		what = "class.anew-lost"
	}
	return w.page("class-renew", w.t("class.anew"), w.bar(),
		heading("title", 1, Title, w.t("class.anew-title")),
		para("what-goes", Body, w.t(what, locale.A("votes", w.Strings.Plural("class.anew-votes", len(s.Votes))), locale.A("codes", w.Strings.Plural("class.anew-codes", len(s.Codes))))),
		card("keep-first", w.t("class.anew-keep"), flow("keep", table, road)),
		dock(flow("actions",
			button("anew", Primary, w.t("class.anew-yes"), act(class.Anew, class.NewestCourse)),
			button("back", Secondary, w.t("bar.back"), play.Back{}, "Escape", "Backspace"))))
}

// classKeys is what the keys do in a lesson, where nothing on the screen says so.
func (w *writer) classKeys() [][]string {
	rows := [][]string{{w.t("help.key"), w.t("help.does")}}
	for _, k := range []string{"on", "back", "choose", "count", "show", "one", "turn", "skip", "timer", "hide"} {
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
	about := w.Text.Get("plans", p.ID, "about")
	if len(p.Lessons) > 1 {
		name = w.t("class.lesson", locale.A("plan", name), locale.N("n", lesson+1))
		about = ofLesson(about, lesson)
	}
	steps := len(p.Lessons[lesson].Steps(s.Older))
	about = w.t("class.about", locale.A("about", about), locale.A("minutes", w.Strings.Plural("home.minutes", p.Lessons[lesson].Minutes)), locale.A("steps", w.Strings.Plural("home.steps", steps)))
	return Node{
		ID: id, Role: Radio, Look: Option, Name: name + ". " + about,
		Checked: s.Plan == p.ID && s.Lesson == lesson, On: play.Class{Act: class.Choose, Text: p.ID, N: lesson},
		Children: []Node{{ID: id + "-name", Role: Strong, Look: Body, Text: name}, {ID: id + "-about", Role: TextRole, Look: Muted, Text: about}},
	}
}

// ofLesson is what the text on a plan of several lessons says of one: it has a paragraph
// for each. Where it has not, all of it is said of each.
func ofLesson(about string, lesson int) string {
	if each := strings.Split(strings.TrimSpace(about), "\n\n"); len(each) > 1 && lesson < len(each) {
		about = each[lesson]
	}
	return strings.ReplaceAll(strings.TrimSpace(about), "\n", " ")
}
