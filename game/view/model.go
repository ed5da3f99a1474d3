package view

import (
	"strconv"

	"hardcases/game/locale"
	"hardcases/game/network"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// The working model of the network: its picture, its switches, and a question to
// guess before trying.

// try is the question on the screen; ok is false where there is none.
func (w *writer) try() (*pack.Try, bool) {
	i, try := w.theCase.Try(w.state.Model.Try)
	return try, i >= 0 && w.state.Model.Case == w.theCase.ID
}

// modelScreen is the working model by itself, beside the play.
func (w *writer) modelScreen() Node {
	if _, ok := w.try(); !ok {
		return w.home()
	}
	right := w.modelSide()
	right = append(right, dock(button("back", Primary, w.t("model.back"), play.Back{}, "Enter", "Escape")))
	return w.page("model-"+w.theCase.ID, w.t("model.title"), w.bar(crumb(w.c("title"))),
		heading("title", 1, Title, w.t("model.title")),
		Node{ID: "columns", Role: Generic, Look: PictureSide, Children: []Node{w.modelCard(), stack("side", right...)}})
}

// modelBriefing is the briefing of a case with a working model: the picture is the
// first thing that one can touch. Of the text its first paragraph is in view.
func (w *writer) modelBriefing(h pack.CaseHead, meta string) Node {
	text := w.prose("briefing", Body, w.c("briefing"))
	head := Node{ID: "head", Role: Generic, Look: Halves, Children: []Node{
		stack("head-title", para("meta", Muted, meta), heading("title", 1, Title, w.c("seat"))), stack("head-text", text[0]),
	}}
	side := append(w.modelSide(), w.folds("briefing-folds", fold{"fold-case", w.t("briefing.more"), len(text) - 1, text[1:]}, w.powers(w.theCase.Seat))...)
	side = append(side, dock(flow("actions", append(w.beginnings(h), button("skip-case", Aside, w.t("briefing.skip"), play.Next{}))...)))
	main := append([]Node{head}, w.givesAway()...)
	main = append(main, Node{ID: "columns", Role: Generic, Look: PictureSide, Children: []Node{w.modelCard(), stack("side", side...)}})
	return w.page("briefing-"+w.theCase.ID, w.c("title"), w.bar(crumb(w.t("briefing.progress", locale.A("case", w.c("title"))))), main...)
}

// modelCard is the picture, with the sentence that says its state above it.
func (w *writer) modelCard() Node {
	net := w.state.Model.Net
	r := net.Report()
	return Node{ID: "network", Role: Generic, Look: Card, Children: []Node{
		{ID: "network-state", Role: Status, Look: Subtitle, Text: w.modelState(r)},
		w.modelPicture(net, r),
		w.modelWhy(net, r),
	}}
}

// modelWhy says what there is to say of it, also where a switch leaves all else as it was.
func (w *writer) modelWhy(net network.State, r network.Report) Node {
	return Node{ID: "network-why", Role: Status, Look: Muted, Text: w.t("model.because." + because(net, r))}
}

// modelState is how the network stands, in one sentence or two.
func (w *writer) modelState(r network.Report) string {
	address := "model.address-hidden"
	if r.Visible {
		address = "model.address-visible"
	}
	return w.t("model.reached."+strconv.Itoa(r.Reached)) + " " + w.t(address)
}

// because is the key of what there is to say of how the network stands: of what
// stops most, or else of what is not as usual.
func because(s network.State, r network.Report) string {
	at := s.Setting
	switch {
	case at[network.Host] == network.Locks:
		return "locked"
	case r.Under && at[network.Shield] == network.Aside:
		return "under"
	case at[network.Shield] == network.Notice:
		return "notice"
	case at[network.Name] == network.Held:
		return "held"
	case at[network.Name] == network.Moved:
		return "moved"
	case at[network.Shield] == network.Another && r.Visible:
		return "another-seen"
	case at[network.Shield] == network.Another:
		return "another"
	case at[network.Law] == network.OneCountry:
		return "law"
	case at[network.Carrier] == network.Refuses:
		return "carrier"
	case at[network.Archive] == network.Hides:
		return "archive"
	case at[network.Shield] == network.Aside:
		return "aside"
	case r.Visible:
		return "known"
	case at[network.Flood] != network.Calm:
		return "held-flood"
	}
	return "quiet"
}

// modelPicture is the picture, with the same as a small table. What it comes to is the
// status beside it, which says when that changes.
func (w *writer) modelPicture(net network.State, r network.Report) Node {
	chart := &Chart{Kind: Network, Picture: w.picture(net, r), Table: w.modelTable(net, r)}
	return Node{ID: "network-picture", Role: Figure, Name: w.t("model.picture"), Chart: chart}
}

// seatOf is the player's layer, where the picture has it.
func (w *writer) seatOf() string {
	switch seat := w.theCase.Seat; seat {
	case "name", "carrier", "shield", "host", "archive":
		return seat
	}
	return ""
}

// picture is what is drawn, with its words.
func (w *writer) picture(net network.State, r network.Report) *Picture {
	seat := w.seatOf()
	at := net.Setting
	whose := "model.label.shield-"
	if seat == "shield" {
		whose = "model.label.yours-"
	}
	word := func(sw network.Switch, prefix string) string { return w.t(prefix + at.ID(sw)) }
	words := PictureWords{
		Visitors: w.t("model.label.visitors"), Name: w.t("model.label.name"), Carriers: w.t("model.label.carriers"),
		Sign: word(network.Name, "model.label.sign-"), ShortSign: word(network.Name, "model.label.short-sign-"),
		Shield: word(network.Shield, whose), ShortShield: word(network.Shield, whose+"short-"),
		Host: w.t("model.label.host"), Keeps: word(network.Host, "model.label.host-"),
		Archive: w.t("model.label.archive"), Copies: word(network.Archive, "model.label.archive-"),
		Flood: w.t("model.label.flood"), ShortFlood: w.t("model.label.short-flood"), Address: w.t("model.label.address-hidden"), ShortAddress: w.t("model.table.hidden"),
		Key: [5]string{w.t("model.key.request"), w.t("model.key.page"), w.t("model.key.visitor"), w.t("model.key.flood"), w.t("model.key.seat")},
	}
	if seat == "" {
		words.Key[4] = ""
	}
	if seat == "shield" && at[network.Shield] == network.Another {
		words.Gone = w.t("model.label.yours-gone")
	}
	if r.Visible {
		words.Address, words.ShortAddress = w.t("model.label.address-visible"), w.t("model.label.short-visible")
	}
	return &Picture{Setting: at, Report: r, Seat: seat, Words: words, Line: w.modelLine(net, r)}
}

// modelLine is the network in one line, as the terminal has it.
func (w *writer) modelLine(net network.State, r network.Report) string {
	you := func(layer string) string {
		if layer == w.theCase.Seat {
			return w.t("model.line.you")
		}
		return ""
	}
	at := net.Setting
	host := w.t("model.line.host-" + at.ID(network.Host))
	switch {
	case at[network.Host] == network.Locks:
	case r.Under:
		host = w.t("model.line.host-flooded")
	case at[network.Flood] != network.Calm:
		host = w.t("model.line.flood-held")
	}
	address := w.t("model.line.address-hidden")
	if r.Visible {
		address = w.t("model.line.address-visible")
	}
	line := w.t("model.line.visitors", locale.N("n", r.Reached)) +
		" · " + w.t("model.line.name-"+at.ID(network.Name)) + you("name") +
		" · " + w.t("model.line.shield-"+at.ID(network.Shield)) + you("shield")
	if at[network.Carrier] == network.Refuses {
		line += " · " + w.t("model.line.carrier") + you("carrier")
	}
	line += " · " + host + you("host") + w.t("list.comma") + address
	if at[network.Archive] == network.Hides {
		line += " · " + w.t("model.line.archive") + you("archive")
	}
	if at[network.Law] == network.OneCountry {
		line += " · " + w.t("model.line.law")
	}
	return line
}

// modelTable is how the network stands, row by row.
func (w *writer) modelTable(net network.State, r network.Report) [][]string {
	rough := func(share float64) string {
		switch {
		case share <= 0:
			return w.t("model.part.none")
		case share < 1:
			return w.t("model.part.some")
		}
		return w.t("model.part.all")
	}
	wait := "model.wait.long"
	switch {
	case r.Wait <= 0.1:
		wait = "model.wait.none"
	case r.Wait <= 0.3:
		wait = "model.wait.short"
	case r.Reached == 0:
		wait = "model.wait.vain"
	}
	address := "model.table.hidden"
	if r.Visible {
		address = "model.table.visible"
	}
	rows := [][]string{
		{w.t("model.table.what"), w.t("model.table.now")},
		{w.t("model.table.visitors"), w.t("model.table.of-ten", locale.N("n", r.Reached))},
		{w.t("model.table.wait"), w.t(wait)},
		{w.t("model.table.address"), w.t(address)},
		{w.t("model.table.pages"), rough(r.Pages.Host)},
		{w.t("model.table.store"), rough(r.Pages.Copies)},
		{w.t("model.table.archive"), rough(r.Pages.Shown)},
	}
	ties := net.Ties()
	for _, sw := range []network.Switch{network.Name, network.Shield, network.Host, network.Carrier} {
		rows = append(rows, []string{w.t("model.table.customer-" + sw.ID()), w.t("model.tie." + tieKey(ties[sw]))})
	}
	return rows
}

func tieKey(t network.Tie) string {
	switch t {
	case network.Left:
		return "left"
	case network.Elsewhere:
		return "elsewhere"
	case network.Never:
		return "never"
	case network.Customer:
	}
	return "customer"
}

// modelSide is what stands beside the picture: the question with its guess, the
// switches, time, and what the model leaves out.
func (w *writer) modelSide() []Node {
	try, ok := w.try()
	if !ok {
		return nil
	}
	side := []Node{w.tryCard(try), w.switches(try)}
	var acts []Node
	if !w.state.Model.Net.Settled() {
		acts = append(acts, button("later", Secondary, w.t("model.later"), play.Later{Hours: 1}, "h"))
	}
	if w.state.Model.Tried {
		acts = append(acts, w.nextTry(try))
	}
	if len(acts) > 0 {
		side = append(side, flow("model-acts", acts...))
	}
	return append(side, Node{ID: "model-limits", Role: Paragraph, Look: Small, Children: []Node{
		{ID: "model-limits-text", Role: TextRole, Text: w.tryHint(try) + w.t("model.simplified") + " "},
		button("rules", Inline, w.t("model.rules"), play.OpenRules{}),
	}})
}

// tryHint is what to do next, before the sentence that follows it.
func (w *writer) tryHint(try *pack.Try) string {
	_, has := w.state.Guessed(w.theCase.ID, try.ID)
	switch {
	case w.state.Model.Tried:
		return ""
	case has:
		return w.t("model.now-try") + " "
	}
	return w.t("model.guess-first") + " "
}

// nextTry leads to the question after the one on the screen; the only one begins
// again.
func (w *writer) nextTry(try *pack.Try) Node {
	i, _ := w.theCase.Try(try.ID)
	key := "model.next-question"
	if len(w.theCase.Tries) == 1 {
		key = "model.again"
	}
	return button("next-try", Secondary, w.t(key), play.OpenTry{Try: w.theCase.Tries[(i+1)%len(w.theCase.Tries)].ID})
}

// showIt leads from what has happened to the working model, and to what became of the
// site.
func (w *writer) showIt() []Node {
	line := Node{ID: "show-it", Role: Paragraph, Look: Small}
	if len(w.theCase.Tries) > 0 {
		line.Children = append(line.Children, w.toModel(Inline))
	}
	if w.tellsBecame() {
		if len(line.Children) > 0 {
			line.Children = append(line.Children, Node{ID: "show-it-dot", Role: TextRole, Text: " · "})
		}
		line.Children = append(line.Children, button("to-became", Inline, w.t("became.open"), play.Show{Screen: play.BecameScreen}))
	}
	if len(line.Children) == 0 {
		return nil
	}
	return []Node{line}
}

// toModel leads to the working model.
func (w *writer) toModel(look Look) Node {
	return button("to-model", look, w.t("model.title"), play.Show{Screen: play.ModelScreen}, "m")
}

// tellsBecame says whether there is anything yet to tell of what became of the site.
func (w *writer) tellsBecame() bool {
	b := w.theCase.Became
	return b != nil && (w.state.Finished(w.theCase) || len(w.soFar(b)) > 0)
}

// tryCard is the question: guessed first, answered when the network stands as it
// asks.
func (w *writer) tryCard(try *pack.Try) Node {
	at := func(parts ...string) string { return w.c(append([]string{"tries", try.ID}, parts...)...) }
	guessed, has := w.state.Guessed(w.theCase.ID, try.ID)
	if !w.state.Model.Tried {
		options := Node{ID: "guess", Role: RadioGroup, Look: Chips, Name: at("question")}
		for _, id := range try.Guess.Options {
			options.Children = append(options.Children, Node{
				ID: "guess-" + id, Role: Radio, Look: Chip, Text: at("options", id), Checked: guessed == id, On: play.Guess{Try: try.ID, Option: id},
			})
		}
		return card("try", at("question"), options)
	}
	var said []Node
	if has {
		key := "model.said-other"
		if guessed == try.Guess.Answer {
			key = "model.said-right"
		}
		said = append(said, para("try-said", Yours, w.t(key, locale.A("guess", at("options", guessed)))))
	}
	return card("try", at("question"), append(said, w.explain("try-why", Body, at("why")))...)
}

// switches are the model's switches, each a group of radios.
func (w *writer) switches(try *pack.Try) Node {
	list := stack("switches")
	for _, o := range try.Switches {
		sw, ok := network.ByID(o.Switch)
		if !ok {
			continue
		}
		mine := o.Switch == w.theCase.Seat
		name := w.t("model.switch." + o.Switch)
		group := Node{ID: "switch-" + o.Switch, Role: RadioGroup, Look: Switch, Name: name, Current: mine, Children: []Node{heading("switch-"+o.Switch+"-name", 3, Label, name)}}
		if mine {
			group.Name = w.t("model.switch-yours", locale.A("name", name))
		}
		for _, to := range o.To {
			group.Children = append(group.Children, Node{
				ID: "switch-" + o.Switch + "-" + to, Role: Radio, Look: Chip, Text: w.position(o.Switch, to),
				Checked: w.state.Model.Net.Setting.ID(sw) == to, On: play.Turn{Switch: o.Switch, To: to},
			})
		}
		list.Children = append(list.Children, group)
	}
	return list
}

// position is the name of a switch's position.
func (w *writer) position(sw, to string) string {
	key := "model.position." + sw + "-" + to
	if sw == "shield" && to == "yours" && w.seatOf() != "shield" {
		key = "model.position.shield-first"
	}
	return w.t(key)
}

// rulesSheet is the rules that make the network what it is now, each with the
// claims that it rests on.
func (w *writer) rulesSheet() (Node, bool) {
	if _, ok := w.try(); !ok {
		return Node{}, false
	}
	lib, _ := w.Pack.Library()
	content := w.prose("rules-about", Body, w.t("model.about"))
	told := map[string]bool{}
	for _, rule := range w.state.Model.Net.Acting() {
		ground := lib.Ground(rule)
		if len(ground) == 0 {
			continue
		}
		content = append(content, para("rule-"+string(rule), Lead, w.t("model.rule."+string(rule))))
		for _, id := range ground {
			if !told[id] {
				content = append(content, w.claim(w.Pack.Claim(id), cited{shown: all})...)
			}
			told[id] = true
		}
	}
	return w.dialog("rules-sheet", w.t("model.rules-title"), content...), true
}
