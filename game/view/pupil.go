package view

import (
	"strconv"
	"strings"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/room"
	"hardcases/game/score"
)

// Seat is what a pupil's own device shows of a live class.
type Seat struct {
	Code  string // of the room
	Now   room.Now
	N, Of int // the step is the Nth of so many
	// Gentle asks for the pack's gentler wording.
	Gentle bool
	Ballot room.Ballot // what this seat has sent at the step
	// Tally is what all seats sent; it is shown once it was told what happened.
	Tally room.Tally
	// Kept is a seat's result code at the end, "" before it and where there is
	// none.
	Kept string
	// Trouble is why what was sent just now has not been taken, the last word of a
	// key of the interface strings below live.trouble; "" for no trouble. Sent is
	// then what was sent, so that it need not be chosen again.
	Trouble string
	Sent    room.Ballot
}

// SeatScreen is the page of one seat, as a tree. Its radios and its button carry
// the messages of a player alone: choose, give a reason, bet, stake, commit.
func SeatScreen(ctx Context, s Seat) Node {
	w := seatWriter(ctx, s.Gentle)
	w.theCase, _ = ctx.Pack.Case(s.Now.Place.Case)
	w.step, _ = ctx.Pack.StepAt(s.Now.Place)
	where, seat := "class.where", w.s("seat")
	if s.Now.Place.Case == pack.AtDesk {
		where, seat = "class.where-part", w.d("title")
	}
	title, content := w.seat(&s)
	main := []Node{heading("title", 1, Title, title)}
	if w.step.ID != "" && s.Now.Phase != room.Over {
		main = append([]Node{para("meta", Muted, w.t(where, locale.N("n", s.N), locale.N("total", s.Of))+" · "+seat)}, main...)
	}
	if s.Trouble != "" {
		main = append(main, Node{ID: "trouble", Role: Status, Look: Caveat, Text: w.t("live.trouble-" + s.Trouble)})
	}
	id := "seat-" + string(s.Now.Phase) + "-" + w.step.ID
	root := Node{ID: id, Role: Document, Name: w.t("bar.screen", locale.A("screen", title)), Lang: ctx.Strings.Locale(), Children: []Node{
		w.seatBar(s.Code), {ID: "main", Role: Main, Look: Page, Children: append(main, content...)},
	}}
	speak(&root, w.foreigners())
	return root
}

// Door is the ID of the page before a seat is taken.
const Door = "door"

// DoorScreen is the page before a seat is taken. trouble is as in Seat.
func DoorScreen(ctx Context, code, trouble string) Node {
	w := seatWriter(ctx, false)
	main := []Node{heading("title", 1, Title, w.t("live.door-title")), para("about", Body, w.t("live.door-about"))}
	if trouble != "" {
		main = append(main, Node{ID: "trouble", Role: Status, Look: Caveat, Text: w.t("live.trouble-" + trouble)})
	}
	if code != "" {
		main = append(main, button("enter", Primary, w.t("live.enter"), play.Commit{}))
	}
	main = append(main, para("privacy", Small, w.t("live.privacy")))
	return Node{ID: Door, Role: Document, Name: w.t("bar.screen", locale.A("screen", w.t("live.door-title"))), Lang: ctx.Strings.Locale(), Children: []Node{
		w.seatBar(code), {ID: "main", Role: Main, Look: Page, Children: main},
	}}
}

func seatWriter(ctx Context, gentle bool) *writer {
	w := &writer{Context: ctx, explained: map[string]bool{}, theCase: &pack.Case{}, step: &pack.Step{}}
	w.state.Class.Gentle = gentle
	w.soften()
	return w
}

// seatBar is the name of the game, the room, and that nobody is asked for a name.
func (w *writer) seatBar(code string) Node {
	note := w.t("live.nameless")
	if code != "" {
		note = code + " · " + note
	}
	return Node{ID: "bar", Role: Banner, Look: Bar, Children: []Node{para("brand", Brand, w.t("brand")), para("room", Muted, note)}}
}

// seat is what a page says in each phase.
func (w *writer) seat(s *Seat) (title string, content []Node) {
	try, asks := w.theCase.TryOf(w.step.Seat)
	switch s.Now.Phase {
	case room.Guessing, room.Trying, room.Tried:
		if asks && w.step.ID != "" {
			return w.tried(try, "question"), w.seatModel(s, try)
		}
	case room.Choosing:
		return w.s("title"), w.seatChoice(s)
	case room.Betting:
		return w.askBet(), w.seatBet(s)
	case room.Told:
		if s.Now.Place.Case == pack.AtDesk {
			return w.seatJudged(s)
		}
		return w.seatTold(s)
	case room.Over:
		return w.t("live.over-title"), w.seatOver(s)
	case room.Waiting:
	}
	if w.step.ID == "" {
		return w.t("live.in-title"), []Node{para("about", Body, w.t("live.in-about"))}
	}
	return w.s("title"), []Node{para("about", Body, w.t("live.facts-about"))}
}

// seatFacts is what was known that day, in short.
func (w *writer) seatFacts() Node {
	list := Node{ID: "facts", Role: List, Look: Facts}
	for i, f := range w.step.Known {
		id := "fact-" + f.ID
		list.Children = append(list.Children, Node{
			ID: id, Role: ListItem, Look: Fact, Mark: strconv.Itoa(i + 1), Claims: f.Claims,
			Children: []Node{para(id+"-text", Body, w.s("known", f.ID)), para(id+"-says", Small, w.cite(f))},
		})
	}
	return card("known", w.t("decision.known"), list, labelled("unknown", Small, w.t("decision.unknown"), w.s("unknown")))
}

// seatModel asks what the pupil expects of the working model, and once that was tried on
// the big screen tells what it showed.
func (w *writer) seatModel(s *Seat, try *pack.Try) []Node {
	var content []Node
	if s.Now.Phase == room.Guessing {
		chosen := s.Ballot.Guess
		if s.Trouble != "" {
			chosen = s.Sent.Guess
		}
		group := Node{ID: "guess", Role: RadioGroup, Look: Options, Children: []Node{heading("guess-title", 2, Label, w.t("class.ask-guess"))}}
		for i, id := range try.Options {
			label := w.tried(try, "options", id)
			group.Children = append(group.Children, Node{
				ID: "guess-" + id, Role: Radio, Look: Option, Mark: letter(i), Name: letter(i) + ". " + label, Checked: chosen == id,
				On: play.Guess{Try: try.ID, Option: id}, Children: []Node{{ID: "guess-" + id + "-label", Role: Strong, Look: Body, Text: label}},
			})
		}
		return append(content, para("about", Body, w.t("live.guess-about")), group, w.seatSend(s, s.Ballot.Guess != "", w.t("live.send-guess"), w.t("live.sent-guess")))
	}
	if try.Has(s.Ballot.Guess) {
		content = append(content, labelled("yours", Body, w.t("live.told-guess"), w.tried(try, "options", s.Ballot.Guess)))
	}
	if s.Now.Phase == room.Trying {
		return append(content, para("about", Body, w.t("live.try-about")))
	}
	why := para("try-why", Body, w.tried(try, "why"))
	why.Claims = try.Claims
	content = append(content, labelled("try-answer", Body, w.t("live.told-model"), w.tried(try, "options", try.Answer)), why)
	if s.Tally.Guessed < room.Least {
		content = append(content, para("few", Small, w.t("live.few-guesses", locale.N("n", room.Least))))
	} else {
		rows := [][]string{{w.t("reveal.ladder-option"), w.t("live.guesses")}}
		for i, id := range try.Options {
			rows = append(rows, []string{letter(i) + " · " + w.tried(try, "options", id), strconv.Itoa(countAt(s.Tally.Guesses, i))})
		}
		content = append(content, card("class", w.t("live.class"), table("class-table", w.t("live.class"), rows)))
	}
	return append(content, para("simplified", Small, w.t("model.simplified")))
}

// seatChoice asks what the pupil would do, and why.
func (w *writer) seatChoice(s *Seat) []Node {
	chosen := s.Ballot
	if s.Trouble != "" {
		chosen = s.Sent
	}
	about, ask := w.seatFacts, w.byKind("decision.options")
	if w.theCase.ID == pack.AtDesk {
		about, ask = func() Node { return w.extract(w.round()) }, w.t("desk.options")
	}
	options := Node{ID: "options", Role: RadioGroup, Look: Options, Children: []Node{heading("options-title", 2, Label, ask)}}
	for i, o := range w.step.Options {
		n := w.seatOption("option-"+o.ID, i, o, true)
		n.Checked, n.On = chosen.Option == o.ID, play.Choose{Option: o.ID}
		options.Children = append(options.Children, n)
	}
	parts := []Node{about(), options}
	if len(w.step.Reasons) > 0 {
		reasons := Node{ID: "reasons", Role: RadioGroup, Look: Chips, Children: []Node{heading("reasons-title", 2, Label, w.t("decision.reason"))}}
		for _, p := range w.step.Reasons {
			reasons.Children = append(reasons.Children, Node{
				ID: "reason-" + p, Role: Radio, Look: Chip, Text: w.principle(p), Checked: chosen.Reason == p, On: play.GiveReason{Principle: p},
			})
		}
		parts = append(parts, reasons)
	}
	return append(parts, w.seatSend(s, s.Ballot.Option != "", w.t("live.send"), w.t("live.sent")))
}

// seatBet asks what the pupil bets that the provider did.
func (w *writer) seatBet(s *Seat) []Node {
	chosen := s.Ballot
	if s.Trouble != "" {
		chosen = s.Sent
	}
	bets := Node{ID: "bets", Role: RadioGroup, Look: Options, Children: []Node{heading("bets-title", 2, Label, w.s("title"))}}
	for i, o := range w.step.Options {
		n := w.seatOption("bet-"+o.ID, i, o, false)
		n.Checked, n.On = chosen.Bet == o.ID, play.Bet{Option: o.ID}
		bets.Children = append(bets.Children, n)
	}
	sure := Node{ID: "sure", Role: RadioGroup, Look: Chips, Children: []Node{heading("sure-title", 2, Label, w.t("decision.stake"))}}
	for i := range room.Stops {
		sure.Children = append(sure.Children, Node{
			ID: "sure-" + strconv.Itoa(i+1), Role: Radio, Look: Chip, Text: w.stakeName(i + 1),
			Checked: chosen.Stop == i+1, On: play.Stake{Stop: i + 1},
		})
	}
	return []Node{bets, sure, w.seatSend(s, s.Ballot.Bet != "", w.t("live.send-bet"), w.t("live.sent-bet"))}
}

func (w *writer) seatOption(id string, i int, o pack.Option, detailed bool) Node {
	label := w.s("options", o.ID, "label")
	n := Node{ID: id, Role: Radio, Look: Option, Mark: letter(i), Name: letter(i) + ". " + label, Children: []Node{{ID: id + "-label", Role: Strong, Look: Body, Text: label}}}
	if detail := w.s("options", o.ID, "detail"); detailed && detail != "" {
		n.Name = w.t("decision.option-name", locale.A("letter", letter(i)), locale.A("label", label), locale.A("detail", detail))
		n.Children = append(n.Children, Node{ID: id + "-detail", Role: TextRole, Look: Muted, Text: detail})
	}
	return n
}

// seatSend is the button, and whether what was sent has arrived.
func (w *writer) seatSend(s *Seat, arrived bool, send, sent string) Node {
	note := Node{ID: "sent", Role: Status, Look: Small, Text: w.t("live.may-change")}
	if arrived && s.Trouble == "" {
		note.Text = sent
		send = w.t("live.send-again")
	}
	return stack("send", button("commit", Primary, send, play.Commit{}), note)
}

// seatTold sets the pupil's choice beside what happened and what the class chose.
func (w *writer) seatTold(s *Seat) (title string, content []Node) {
	if w.step.Happened == "" {
		return w.s("title"), []Node{para("about", Body, w.t("live.told-open"))}
	}
	actor := w.actor(w.step.Actor)
	_, mine := w.step.Option(s.Ballot.Option)
	_, bet := w.step.Option(s.Ballot.Bet)
	theirs := w.s("options", w.step.Happened, "short")
	title = w.t("live.told-title", locale.A("actor", actor), locale.A("theirs", theirs))
	if mine.ID != "" {
		content = append(content, labelled("yours", Body, w.t("live.told-yours"), w.s("options", mine.ID, "label")))
	}
	if bet.ID != "" && s.Ballot.Stop > 0 {
		key := "live.told-bet-missed"
		if bet.ID == w.step.Happened {
			key = "live.told-bet-right"
		}
		content = append(content, labelled("bet", Body, w.t("live.told-bet"), w.t("live.told-bet-score", locale.A("bet", w.s("options", bet.ID, "label")),
			locale.A("chance", w.chance(s.Ballot.Stop)), locale.A("came", w.t(key)), locale.A("better", w.better(score.Bet(len(w.step.Options), s.Ballot.Stop, bet.ID == w.step.Happened))))))
	}
	for i, p := range strings.Split(w.s("happened"), "\n\n") {
		text := para("happened-"+strconv.Itoa(i+1), Body, strings.ReplaceAll(strings.TrimSpace(p), "\n", " "))
		text.Claims = w.step.Outcome
		content = append(content, text)
	}
	content = append(content, labelled("affected", Body, w.t("reveal.affected"), w.s("affected")))
	if s.Tally.Sent < room.Least {
		return title, append(content, para("few", Small, w.t("live.few", locale.N("n", room.Least))))
	}
	return title, append(content, w.seatClass(&s.Tally), para("not-right", Small, w.t("debrief.not-right")))
}

// seatJudged sets the pupil's answer at a round of the desk beside the right one, or ours,
// and what the class answered.
func (w *writer) seatJudged(s *Seat) (title string, content []Node) {
	r := w.round()
	label := func(id, words, option string) Node {
		return labelled(id, Body, w.t("kit.label", locale.A("words", words)), w.s("options", option, "label"))
	}
	title = w.s("title")
	if i, _ := r.Verdict(s.Ballot.Option); i >= 0 {
		title = w.t(verdictOn(r, s.Ballot.Option))
		content = append(content, label("yours", w.t("desk.yours"), s.Ballot.Option))
	}
	content = append(content, label("answer", w.t(byBasis("desk.answer", r)), r.Answer))
	content = append(content, w.becauseOf(r)...)
	if s.Tally.Sent < room.Least {
		return title, append(content, para("few", Small, w.t("live.few", locale.N("n", room.Least))))
	}
	return title, append(content, w.seatClass(&s.Tally))
}

// seatClass is what the class chose, and where enough bet, on what.
func (w *writer) seatClass(t *room.Tally) Node {
	rows, bets := [][]string{{w.t("reveal.ladder-option"), w.t("live.votes")}}, t.Bet() >= room.Least
	for i, o := range w.step.Options {
		rows = append(rows, []string{letter(i) + " · " + w.s("options", o.ID, "label"), strconv.Itoa(t.Votes[i])})
	}
	if !bets {
		return card("class", w.t("live.class"), append([]Node{table("class-table", w.t("live.class"), rows)}, w.seatReasons(t)...)...)
	}
	rows[0] = append(rows[0], w.t("live.bets"))
	for i := range w.step.Options {
		rows[i+1] = append(rows[i+1], strconv.Itoa(t.Bets[i]))
	}
	return card("class", w.t("live.class"), append([]Node{table("class-table", w.t("live.class"), rows), para("class-bets", Small, w.betScore(t.Sure))}, w.seatReasons(t)...)...)
}

// seatReasons is how many gave which reason; nothing where they were too few.
func (w *writer) seatReasons(t *room.Tally) []Node {
	all := 0
	for _, n := range t.Reasons {
		all += n
	}
	if all < room.Least {
		return nil
	}
	return []Node{labelled("class-reasons", Small, w.t("live.reasons"), w.given(t.Reasons))}
}

// seatOver is the end of the lesson, with what may be kept.
func (w *writer) seatOver(s *Seat) []Node {
	content := []Node{para("about", Body, w.t("live.over-about"))}
	if s.Kept != "" {
		content = append(content, card("code", w.t("class.code"), para("code-value", Display, s.Kept), para("code-text", Small, w.t("live.code-text"))))
	}
	return content
}
