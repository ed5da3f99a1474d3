package view

import (
	"strconv"
	"strings"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/pack"
)

// classVote takes the counts of a round: of what the class would do, or of what it
// bets was done. All that was known stands beside the options.
func (w *writer) classVote(at pack.Place) Node {
	s := &w.state.Class
	v, _ := s.Vote(at)
	bets := s.Stage == class.Betting
	hands, count := v.All(), v.Count
	if bets {
		hands, count = v.AllBets(), v.Bet
	}
	bared := s.Course < class.WithBets || s.Bared(&v, s.Stage)
	group := Node{ID: "vote", Role: RadioGroup, Look: Options, Name: w.byKind("decision.options")}
	for i, o := range w.step.Options {
		row := w.voteRow(i, o, count(i), hands, bared || i == s.Option, bared)
		row.Checked, row.On = i == s.Option, act(class.Point, i)
		if v.Decided == i+1 && !bets {
			row.Name += " " + w.t("class.decided")
			row.Children = append(row.Children, Node{ID: row.ID + "-decided", Role: TextRole, Look: Yours, Text: w.t("class.decided")})
		}
		group.Children = append(group.Children, row)
	}
	id, ask, about, look := "class-vote-", group.Name, w.classKnown(), NarrowWide
	if at.Case == pack.AtDesk {
		ask, about, look = w.t("desk.options"), w.extract(w.round()), w.atExtractLook()
		group.Name = ask
	}
	next := w.t("class.reveal")
	if s.Pages(w.Pack, class.Betting) > 0 && !bets {
		next = w.t("class.to-bets")
	}
	if bets {
		id, ask = "class-bet-", w.askBet()
		group.Name = ask
	}
	var late []Node
	if !v.Revealed {
		late = w.lateIn()
	}
	root := w.projector(id+w.step.ID, w.s("title"), w.goOn(next, w.voteTools(&v, bared)...),
		heading("title", 1, Subtitle, w.s("title")),
		Node{ID: "columns", Role: Generic, Look: look, Children: []Node{
			about,
			stack("options-side", append([]Node{heading("ask", 2, Label, ask), group, {ID: "count", Role: Status, Look: Small, Text: w.handsIn(&v, hands)}}, late...)...),
		}})
	root.Look, root.Typed = ProjectorDense, typed()
	return root
}

// voteTools is what the teacher can do with the counts.
func (w *writer) voteTools(v *class.Vote, bared bool) []Node {
	s := &w.state.Class
	tools := w.tallyTools(bared, s.Course < class.WithBets || v.Revealed || s.AllIn(v, s.Stage))
	if s.Stage == class.Betting {
		return tools
	}
	one := button("decide", Secondary, w.t("class.decide"), act(class.Decide, 0), "m")
	if v.Decided == s.Option+1 {
		one.Text, one.Current = w.t("class.undecide"), true
	}
	return append(tools, one)
}

// tallyTools adds hands and takes them away, and shows or hides them; where all are
// in, or what happened has been told, they are seen anyway.
func (w *writer) tallyTools(bared, anyway bool) []Node {
	of := locale.A("letter", letter(w.state.Class.Option))
	less := button("less", Secondary, w.t("class.less"), act(class.Add, -1)).named(w.t("class.less-name", of))
	more := button("more", Secondary, w.t("class.plus"), act(class.Add, 1), "+").named(w.t("class.plus-name", of))
	tools := []Node{less, more}
	if !anyway {
		show := button("bare", Secondary, w.t("class.bare"), act(class.Unfold, 1), "v")
		if bared {
			show = button("bare", Secondary, w.t("class.unbare"), act(class.Unfold, 0), "v")
		}
		tools = append(tools, show)
	}
	return tools
}

// handsIn says how many hands there are, of how many, and where they are too many.
func (w *writer) handsIn(v *class.Vote, hands int) string {
	s := &w.state.Class
	devices := v.Sent
	if s.Stage == class.Betting {
		devices = v.SentBets
	}
	return w.handsOf(w.sent(hands, devices), hands, s.Room.In > 0 || devices > 0)
}

// handsOf says of how many pupils hands are; counted says that the devices are.
func (w *writer) handsOf(text string, hands int, counted bool) string {
	switch n := w.state.Class.Pupils; {
	case counted:
	case n > 0 && hands > n:
		text = w.t("class.hands-too-many", locale.A("hands", text), locale.N("pupils", n))
	case n > 0:
		text = w.t("class.hands-of", locale.A("hands", text), locale.N("pupils", n))
	}
	if !w.state.Prefs.NoKeys {
		text += " · " + w.t("class.keys")
	}
	return text
}

// classKnown is what was known that day in short, and what was not.
func (w *writer) classKnown() Node {
	list := Node{ID: "facts", Role: List, Look: Facts}
	for i, f := range w.step.Known {
		id := "fact-" + f.ID
		list.Children = append(list.Children, Node{ID: id, Role: ListItem, Look: Fact, Mark: strconv.Itoa(i + 1), Claims: f.Claims, Children: []Node{
			para(id+"-text", Body, shortFact(w.Text.Fact(w.theCase.ID, w.step.ID, f.ID))),
		}})
	}
	return stack("known", heading("known-title", 2, Label, w.t("decision.known")), list, Node{ID: "unknown", Role: Paragraph, Look: Unknown, Children: []Node{
		{ID: "unknown-label", Role: Strong, Text: w.t("decision.unknown")},
		{ID: "unknown-text", Role: TextRole, Text: " " + w.s("unknown")},
	}})
}

// shortFact is a fact's first line, or its first sentence where it has none.
func shortFact(f pack.FactText) string {
	if f.First != "" {
		return strings.TrimRight(f.First, colon)
	}
	first, _, more := strings.Cut(f.More, ". ")
	if more {
		return first + "."
	}
	return f.More
}

// voteRow is an option with its detail and its hands. Its count is said where the
// teacher enters it; bars are drawn where all hands can be seen.
func (w *writer) voteRow(i int, o pack.Option, count, of int, said, bared bool) Node {
	row := tally("vote-"+o.ID, i, w.s("options", o.ID, "label"), count, of, You)
	row.Role = Radio
	detail, hands := w.s("options", o.ID, "detail"), w.votes(count)
	if !bared {
		row.Chart = nil
		hands = w.counted(count, said)
		if said || count > 0 {
			detail = strings.TrimPrefix(detail+" · "+hands, " · ") // where an estimate is drawn, options have no detail
		}
	}
	if detail != "" {
		row.Children = append(row.Children, Node{ID: row.ID + "-detail", Role: TextRole, Look: Muted, Text: detail})
	}
	row.Name = w.t("class.option-name", locale.A("letter", letter(i)), locale.A("label", w.s("options", o.ID, "label")), locale.A("hands", hands))
	if detail := w.s("options", o.ID, "detail"); detail != "" {
		row.Name += ". " + detail
	}
	return row
}

// counted is what is told of a count while the others are hidden: where it is not said,
// whether there is one.
func (w *writer) counted(count int, said bool) string {
	switch {
	case said:
		return w.votes(count)
	case count > 0:
		return w.t("class.counted")
	}
	return w.t("class.not-counted")
}

// tally is one row of a vote: the option i with its label and so many hands of all.
func tally(id string, i int, label string, count, of int, kind SeriesKind) Node {
	share := 0.0
	if of > 0 {
		share = 100 * float64(count) / float64(of)
	}
	return Node{
		ID: id, Role: ListItem, Look: Tally, Mark: letter(i),
		Chart:    &Chart{Kind: Bars, Series: []Series{{Kind: kind, Points: []Point{{X: share, Weight: count}}}}, Table: [][]string{{label}, {strconv.Itoa(count)}}},
		Children: []Node{{ID: id + "-label", Role: Strong, Look: Body, Text: label}},
	}
}

// typed is the keys of a vote that no control stands for.
func typed() []Typed {
	keys := []Typed{
		{"ArrowDown", act(class.Move, 1)}, {"ArrowUp", act(class.Move, -1)}, {"Backspace", act(class.Undigit, 0)},
		{"=", act(class.Add, 1)},
	}
	for n := range 10 {
		keys = append(keys, Typed{strconv.Itoa(n), act(class.Digit, n)})
	}
	return keys
}
