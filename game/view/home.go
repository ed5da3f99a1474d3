package view

import (
	"slices"
	"strconv"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/network"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// home is the working model with one question to touch, the cases on a line of time,
// and below them all else there is.
func (w *writer) home() Node {
	heads := w.Pack.Head().Cases
	acts := w.homeActions(heads)
	main := append(w.opening(acts[:1]), heading("cases-title", 2, Unseen, w.t("home.cases")))
	list := Node{ID: "cases", Role: List, Look: Thirds}
	for _, h := range heads {
		list.Children = append(list.Children, w.caseCard(h))
	}
	more := flow("home-actions", acts[1:]...)
	shelf := w.shelf()
	if len(shelf) > 0 {
		more.Children = append(more.Children, w.foldButton(fold{id: foldShelf, title: w.t("home.packs"), count: len(w.Shelf)}))
	}
	more.Children = append(more.Children, w.note())
	main = append(main, list, more)
	if w.unfolded(foldShelf) {
		main = append(main, shelf...)
	}
	return w.page("home", w.t("home.title"), w.bar(), main...)
}

// foldShelf is what unfolds the shelf of packs.
const foldShelf = "fold-packs"

// opening is what comes first: the picture of the network with the switch that the
// player has in hand, or the pack's summary where the pack has none; and the way in.
func (w *writer) opening(way []Node) []Node {
	title := heading("title", 1, Display, w.Text.Get("pack", "tagline"))
	id, mine := w.Pack.Head().Model, w.Pack.Head().Seat
	sw, ok := network.ByID(id)
	if !ok {
		return []Node{title, para("summary", Lead, w.Text.Get("pack", "summary")), flow("way", way...)}
	}
	seat := *w
	seat.theCase = &pack.Case{Seat: mine}
	net := w.state.AtHome()
	r := net.Report()
	name := w.t("model.switch." + id)
	if id == mine {
		name = w.t("model.switch-yours", locale.A("name", name))
	}
	group := Node{ID: "switch-" + id, Role: RadioGroup, Look: Switch, Name: name, Current: id == mine, Children: []Node{heading("switch-"+id+"-name", 2, Label, name)}}
	for v, word := range []string{"home.on", "home.off"} {
		to := sw.Values()[v]
		group.Children = append(group.Children, Node{ID: "switch-" + id + "-" + to, Role: Radio, Look: Chip, Text: w.t(word),
			Checked: int(net.Setting[sw]) == v, On: play.Turn{Switch: id, To: to}})
	}
	title.Look = Title
	picture := seat.modelPicture(net, r)
	picture.Chart.Picture.Words.Key = [5]string{} // the first screen is for touching
	return []Node{{ID: "hero", Role: Generic, Look: Hero, Children: []Node{
		title,
		picture,
		group,
		{ID: "network-state", Role: Status, Look: Body, Text: w.modelState(r)},
		flow("way", way...),
		para("model-limits", Small, w.t("home.simplified")),
	}}}
}

// note says what the cases touch on.
func (w *writer) note() Node {
	return Node{ID: "note", Role: Paragraph, Look: Small, Children: []Node{
		{ID: "note-text", Role: TextRole, Text: w.Text.Get("pack", "note") + " "},
		button("note-more", Inline, w.t("home.before"), play.Show{Screen: play.Before}),
	}}
}

// homeActions are to begin, or to go on where the player left, and after that all
// else there is to do; there is always one.
func (w *writer) homeActions(heads []pack.CaseHead) []Node {
	var actions []Node
	add := func(id, text string, on play.Msg) {
		actions = append(actions, button(id, Aside, text, on))
	}
	rounds, of := len(w.state.Rounds), w.Pack.Head().Rounds
	next, more := w.nextCase(heads)
	if more {
		text := w.t("home.start", locale.A("year", strconv.Itoa(next.From.Year)))
		if w.state.Started(next.ID) {
			text = w.t("home.resume", locale.A("title", w.Text.Get("cases", next.ID, "title")))
		}
		add("start", text, play.OpenCase{Case: next.ID})
	}
	switch {
	case rounds == 0 && of > 0:
		add("to-desk", w.t("home.desk"), play.Show{Screen: play.Desk})
	case rounds < of:
		add("to-desk", w.t("home.desk-resume", locale.N("n", rounds+1), locale.N("total", of)), play.Show{Screen: play.Desk})
	}
	if w.state.OffersCheck(w.Pack) {
		add("to-check", w.t("home.check"), play.Show{Screen: play.CheckIntro})
	}
	if len(w.state.Answers) > 0 || !more && rounds >= of {
		add("see-results", w.t("home.results"), play.Show{Screen: play.Results})
	}
	if w.Pack.Head().Plans > 0 { // the library need not be opened for the first screen
		add("to-class", w.t("class.run"), visit(class.SetUp))
	}
	if w.offersAnew() {
		add("begin-anew", w.t("home.anew"), play.Ask{What: play.BeginAnew})
	}
	actions[0].Look, actions[0].Keys = Primary, []string{"Enter"}
	return actions
}

// offersAnew says whether there is a game for another player to begin anew from.
// Where nothing may be kept nothing can be put aside: closing the game ends it.
func (w *writer) offersAnew() bool {
	s := &w.state
	return len(s.Answers)+len(s.Rounds)+len(s.Checks) > 0 && w.Trouble != Forbidden
}

// nextCase is the case that the player is in the middle of, or the first not
// begun that is not optional.
func (w *writer) nextCase(heads []pack.CaseHead) (pack.CaseHead, bool) {
	for _, h := range heads {
		if w.state.Started(h.ID) && !w.finished(h.ID) {
			return h, true
		}
	}
	for _, h := range heads {
		if !h.Optional && !w.state.Started(h.ID) {
			return h, true
		}
	}
	return pack.CaseHead{}, false
}

// caseCard is one case on the shelf; the whole card is the button.
func (w *writer) caseCard(h pack.CaseHead) Node {
	id := "case-" + h.ID
	look, progressLook := CardButton, Small
	var on play.Msg = play.OpenCase{Case: h.ID}
	progress := w.steps(h)
	if w.state.Started(h.ID) {
		c, _ := w.Pack.Case(h.ID)
		way := w.state.Way(c)
		switch left := len(w.state.LeftOut(c)); {
		case !w.state.Finished(c):
			progress = w.t("home.resume-at", locale.N("n", slices.Index(way, w.state.Frontier(c))+1), locale.N("total", len(way)))
			look, progressLook = Marked, Yours
		case left > 0:
			progress, on = w.Strings.Plural("home.done-more", left), play.ShowDebrief{Case: h.ID}
		default:
			progress, on = w.t("home.done"), play.ShowDebrief{Case: h.ID}
		}
	}
	meta, title, teaser := w.caseMeta(h), w.Text.Get("cases", h.ID, "title"), w.Text.Get("cases", h.ID, "teaser")
	return Node{ID: id + "-item", Role: ListItem, Children: []Node{{
		ID: id, Role: Button, Look: look, On: on, Name: sentences(meta, title, teaser, progress),
		Children: []Node{
			{ID: id + "-meta", Role: TextRole, Look: Muted, Text: meta},
			{ID: id + "-title", Role: TextRole, Look: Subtitle, Text: title},
			{ID: id + "-teaser", Role: TextRole, Look: Muted, Text: teaser},
			{ID: id + "-progress", Role: TextRole, Look: progressLook, Text: progress},
		},
	}}}
}

// finished says whether all steps on the player's way through a case are answered.
func (w *writer) finished(id string) bool {
	c, _ := w.Pack.Case(id)
	return w.state.Finished(c)
}

// steps is how many steps a case has: those of its short way, and the others.
func (w *writer) steps(h pack.CaseHead) string {
	if h.Short == 0 {
		return w.Strings.Plural("home.steps", h.Steps)
	}
	return w.t("home.steps-more", locale.A("steps", w.Strings.Plural("home.steps", h.Short)), locale.N("more", h.Steps-h.Short))
}

// minutes is how long a case takes: its short way, where it has one.
func (w *writer) minutes(h pack.CaseHead) string {
	short, _ := h.Takes(slices.Index(w.Pack.Head().Locales, w.Text.Locale()))
	return w.Strings.Plural("home.minutes", short)
}

// caseMeta is when a case was, how long it takes, and for whom it is where it
// is not for all.
func (w *writer) caseMeta(h pack.CaseHead) string {
	short, _ := h.Takes(slices.Index(w.Pack.Head().Locales, w.Text.Locale()))
	meta := w.Text.Get("cases", h.ID, "period") + " · " + w.t("home.min", locale.N("n", short))
	if h.Optional {
		meta += " · " + w.t("home.optional")
	}
	if h.Older {
		meta += " · " + w.t("home.older")
	}
	return meta
}

// before says what the game is about and what it touches on, before anything of it is
// seen.
func (w *writer) before() Node {
	content := []Node{
		heading("title", 1, Title, w.t("home.before-title")),
		para("summary", Lead, w.Text.Get("pack", "summary")),
		para("note", Body, w.Text.Get("pack", "note")),
	}
	content = append(content, w.prose("before-text", Body, w.Text.Get("pack", "before"))...)
	content = append(content, dock(button("back", Primary, w.t("before.start"), play.Back{}, "Enter", "Escape")))
	return w.page("before", w.t("home.before-title"), w.bar(), content...)
}

// briefing puts the player in the seat: what it can do, and what it cannot.
func (w *writer) briefing() Node {
	h := w.Pack.Head().Cases[max(w.Pack.CaseIndex(w.theCase.ID), 0)]
	steps := h.Steps
	if h.Short > 0 { // how many there are in all stands on the way to them
		steps = h.Short
	}
	meta := w.t("briefing.meta",
		locale.A("period", w.c("period")),
		locale.A("minutes", w.minutes(h)),
		locale.A("steps", w.Strings.Plural("home.steps", steps)))
	if _, ok := w.try(); ok {
		return w.modelBriefing(h, meta)
	}
	left := append(w.givesAway(), w.prose("briefing", Body, w.c("briefing"))...)
	left = append(left, dock(flow("actions", append(w.beginnings(h), button("skip-case", Aside, w.t("briefing.skip"), play.Next{}))...)))
	return w.page("briefing-"+w.theCase.ID, w.c("title"),
		w.bar(crumb(w.t("briefing.progress", locale.A("case", w.c("title"))))),
		para("meta", Muted, meta),
		heading("title", 1, Title, w.c("seat")),
		Node{ID: "columns", Role: Generic, Look: Halves, Children: []Node{stack("left", left...), w.layers(w.theCase.Seat)}})
}

// beginnings are the ways into a case: its short way first, where it has one.
func (w *writer) beginnings(h pack.CaseHead) []Node {
	switch {
	case w.state.Started(w.theCase.ID) || w.state.OnShort(w.theCase.ID):
		return []Node{button("begin", Primary, w.t("briefing.resume"), play.Begin{}, "Enter")}
	case h.Short == 0:
		return []Node{button("begin", Primary, w.t("briefing.begin"), play.Begin{}, "Enter")}
	}
	return []Node{
		button("begin", Primary, w.t("briefing.begin"), play.Begin{Short: true}, "Enter"),
		button("begin-whole", Secondary, w.whole(h), play.Begin{}),
	}
}

// whole is all of a case that has a short way, and how long that takes.
func (w *writer) whole(h pack.CaseHead) string {
	_, whole := h.Takes(slices.Index(w.Pack.Head().Locales, w.Text.Locale()))
	return w.t("briefing.whole", locale.N("n", h.Steps), locale.A("minutes", w.Strings.Plural("home.minutes", whole)))
}

// givesAway warns of a case that tells how others ended which the player has not
// played to their end.
func (w *writer) givesAway() []Node {
	var titles []string
	for _, id := range w.theCase.After {
		if !w.finished(id) {
			titles = append(titles, w.t("briefing.case", locale.A("title", w.Text.Get("cases", id, "title"))))
		}
	}
	if len(titles) == 0 {
		return nil
	}
	return []Node{para("gives-away", Caveat, w.t("briefing.gives-away", locale.A("cases", w.Strings.List(titles))))}
}

// layers is the stack of who can do what, with the layer of a seat marked. What the
// seat itself can do is in view; what each can do unfolds.
func (w *writer) layers(seat string) Node {
	lib, _ := w.Pack.Library()
	list := Node{ID: "layers", Role: List, Look: Layers, Name: w.t("briefing.stack")}
	for _, id := range lib.Layers {
		name := w.Text.Get("layers", id, "you")
		if id != seat {
			list.Children = append(list.Children, layer("layer-"+id, name))
			continue
		}
		mine := layer("layer-"+id, w.t("briefing.you", locale.A("layer", name)), w.Text.Get("layers", id, "power"))
		mine.Current = true
		list.Children = append(list.Children, mine)
	}
	return card("stack", w.t("briefing.stack"), append([]Node{list}, w.folds("stack-folds", w.powers(seat))...)...)
}

// powers is what each layer is, and what it can do.
func (w *writer) powers(seat string) fold {
	lib, _ := w.Pack.Library()
	list := Node{ID: "powers", Role: List, Look: Layers, Name: w.t("briefing.powers")}
	for _, id := range lib.Layers {
		list.Children = append(list.Children, layer("power-"+id, w.Text.Get("layers", id, "name"), w.Text.Get("layers", id, "power")))
	}
	summary := w.t("briefing.stack-summary", locale.N("total", len(lib.Layers)), locale.N("n", slices.Index(lib.Layers, seat)+1),
		locale.A("layer", w.Text.Get("layers", seat, "name")))
	return fold{"fold-powers", w.t("briefing.powers"), len(lib.Layers), []Node{para("stack-summary", Unseen, summary), list}}
}

// layer is one layer of a stack: its name, and what it can do where that is said.
func layer(id, name string, can ...string) Node {
	n := Node{ID: id, Role: ListItem, Look: Layer, Children: []Node{{ID: id + "-name", Role: TextRole, Text: name}}}
	for _, power := range can {
		n.Children = append(n.Children, Node{ID: id + "-power", Role: TextRole, Look: Small, Text: power})
	}
	return n
}
