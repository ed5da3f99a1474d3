package view

import (
	"slices"
	"strconv"
	"strings"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/network"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// A class guesses what the working model will show, hands up, and then tries it.

// atSeat takes the case as whoever sits at the current step sees it: the pictures of
// the layers mark that seat.
func (w *writer) atSeat() {
	c := *w.theCase
	c.Seat = w.step.Seat
	w.theCase = &c
}

// classGuess takes the hands for a question to the working model, beside the network as
// it stands before anything is turned.
func (w *writer) classGuess(at pack.Place) Node {
	w.atSeat()
	s := &w.state.Class
	try, _ := s.Question(w.Pack)
	g, _ := s.Guessed(at.Case, try.ID)
	bared := s.GuessBared(&g)
	group := Node{ID: "guess", Role: RadioGroup, Look: Options, Name: w.tried(try, "question")}
	for i := range try.Options {
		row := w.guessRow(try, i, &g, bared || i == s.Option, bared)
		row.Role, row.Checked, row.On = Radio, i == s.Option, act(class.Point, i)
		group.Children = append(group.Children, row)
	}
	tools := w.tallyTools(bared, g.Tried || s.AllGuessed(&g))
	count := w.handsOf(w.sent(g.All(), g.Sent), g.All(), s.Room.In > 0 || g.Sent > 0)
	side := []Node{group, {ID: "count", Role: Status, Look: Small, Text: count}}
	if !g.Tried {
		side = append(side, w.lateIn()...)
	}
	root := w.projector("class-guess-"+w.step.ID, w.c("title"), w.goOn(w.t("class.to-model"), tools...),
		para("meta", Muted, w.c("title")+" · "+w.t("class.ask-guess")),
		heading("title", 1, Subtitle, w.tried(try, "question")),
		Node{ID: "columns", Role: Generic, Look: Halves, Children: []Node{
			stack("options-side", side...),
			w.stillPicture(network.New(class.Seed, try.Setting())),
		}})
	root.Look, root.Typed = ProjectorDense, typed()
	return root
}

// tried is a text of a question to the working model.
func (w *writer) tried(try *pack.Try, parts ...string) string {
	return w.c(append([]string{"tries", try.ID}, parts...)...)
}

// guessRow is an option of a guess with its hands, and beside them what devices sent.
func (w *writer) guessRow(try *pack.Try, i int, g *class.Guess, said, bared bool) Node {
	count := g.Count(i)
	label := w.tried(try, "options", try.Options[i])
	row := tally("guess-"+try.Options[i], i, label, count, g.All(), You)
	hands := w.votes(count)
	switch {
	case !bared:
		row.Chart = nil
		hands = w.counted(count, said)
	case g.Sum != nil:
		hands = w.Strings.Plural("class.hands", countAt(g.Counts, i)) + " · " + w.t("class.on-devices", locale.N("n", countAt(g.Sum, i)))
	}
	row.Name = w.t("class.option-name", locale.A("letter", letter(i)), locale.A("label", label), locale.A("hands", hands))
	if bared && g.Sum != nil || !bared && (said || count > 0) {
		row.Children = append(row.Children, Node{ID: row.ID + "-hands", Role: TextRole, Look: Muted, Text: hands})
	}
	return row
}

// stillPicture is the network with the sentence that says its state, and nothing to
// turn.
func (w *writer) stillPicture(net network.State) Node {
	r := net.Report()
	return stack("picture", Node{ID: "network", Role: Generic, Look: Card, Children: []Node{
		{ID: "network-state", Role: Status, Look: Body, Text: w.modelState(r)}, w.modelPicture(net, r),
	}})
}

// NetworkChart is a network as who sits at a layer of a case sees it: the sentence that
// says how it stands, and its picture with a table, as every screen and paper has it.
func NetworkChart(ctx Context, c *pack.Case, layer string, net network.State) (said string, chart *Chart) {
	w := &writer{Context: ctx, explained: map[string]bool{}, theCase: c, step: &pack.Step{Seat: layer}}
	w.atSeat()
	r := net.Report()
	return w.modelState(r), w.modelPicture(net, r).Chart
}

// classModel is the working model for the room: what was guessed, a key for each
// switch, and the answer once the network stands as the question asks.
func (w *writer) classModel(at pack.Place) Node {
	w.atSeat()
	s := &w.state.Class
	w.state.Model.Net = s.Net
	try, _ := s.Question(w.Pack)
	g, _ := s.Guessed(at.Case, try.ID)
	var side []Node
	switch {
	case g.Sum != nil && g.All() > g.Sent:
		side = append(side, labelled("guess", Body, w.t("class.guesses-hands"), w.guessed(try, g.Counts)),
			labelled("guess-devices", Body, w.t("class.guesses-devices"), w.guessed(try, g.Sum)))
	case g.All() > 0:
		side = append(side, labelled("guess", Body, w.t("class.guesses-title"), w.guessed(try, g.Guesses())))
	}
	switches, keys := w.classSwitches(try)
	side = append(side, switches)
	if g.Tried {
		why := para("try-why", Body, w.tried(try, "why"))
		why.Claims = try.Claims
		side = append(side, Node{ID: "try-answer", Role: Status, Look: Card, Children: []Node{
			{ID: "try-right", Role: Strong, Look: Body, Text: w.tried(try, "options", try.Answer)}, why}})
	} else {
		side = append(side, w.modelWhy(s.Net, s.Net.Report()))
	}
	side = append(side, para("simplified", Muted, w.t("model.simplified")))
	var tools []Node
	if !s.Net.Settled() {
		tools = append(tools, button("later", Secondary, w.t("model.later"), play.Class{Act: class.Later, N: 1}, "h"))
	}
	root := w.projector("class-model-"+w.step.ID, w.c("title"), w.goOn(w.t("class.to-facts"), tools...),
		heading("title", 1, Subtitle, w.tried(try, "question")),
		Node{ID: "columns", Role: Generic, Look: Halves, Children: []Node{stack("side", side...), w.stillPicture(s.Net)}})
	root.Look, root.Typed = ProjectorDense, keys
	return root
}

// guessed says how many guessed what of a question.
func (w *writer) guessed(try *pack.Try, counts []int) string {
	var said []string
	for i, id := range try.Options {
		if n := countAt(counts, i); n > 0 {
			said = append(said, w.t("class.chosen", locale.N("n", n), locale.A("short", w.tried(try, "options", id))))
		}
	}
	return strings.Join(said, " · ")
}

// classGuesses is what the class guessed, beside what the model showed: a row for each
// question that the lesson asked. It is no part of the road, whose places are on the
// ladder of what was done.
func (w *writer) classGuesses() Node {
	rows := [][]string{{w.t("class.guesses-question"), w.t("class.guesses-class"), w.t("class.guesses-shown")}}
	for _, a := range w.state.Class.Asked(w.Pack) {
		w.theCase, _ = w.Pack.Case(a.Place.Case)
		shown := w.t("class.nothing")
		if a.Guess.Tried {
			shown = w.tried(a.Try, "options", a.Try.Answer)
		}
		rows = append(rows, []string{w.tried(a.Try, "question"), w.guessed(a.Try, a.Guess.Guesses()), shown})
	}
	return table("guesses", w.t("class.guesses-road"), rows)
}

// classSwitches are the switches of a question, and the keys: a digit turns each to
// its next position.
func (w *writer) classSwitches(try *pack.Try) (Node, []Typed) {
	list := stack("switches")
	var keys []Typed
	for i, o := range try.Switches {
		sw, ok := network.ByID(o.Switch)
		if !ok {
			continue
		}
		key, now := strconv.Itoa(i+1), w.state.Class.Net.Setting.ID(sw)
		name := w.t("model.switch." + o.Switch)
		said := name
		if !w.state.Prefs.NoKeys {
			said = w.t("class.opening-key", locale.A("name", name), locale.A("key", key))
		}
		group := Node{ID: "switch-" + o.Switch, Role: RadioGroup, Look: Switch, Name: name, Current: o.Switch == w.theCase.Seat,
			Children: []Node{heading("switch-"+o.Switch+"-name", 2, Label, said)}}
		if group.Current {
			group.Name = w.t("model.switch-yours", locale.A("name", name))
		}
		for _, to := range o.To {
			group.Children = append(group.Children, Node{
				ID: "switch-" + o.Switch + "-" + to, Role: Radio, Look: Chip, Text: w.position(o.Switch, to), Checked: now == to, On: turn(o.Switch, to),
			})
		}
		list.Children = append(list.Children, group)
		if len(o.To) > 0 && i < 9 {
			keys = append(keys, Typed{key, turn(o.Switch, o.To[(slices.Index(o.To, now)+1)%len(o.To)])})
		}
	}
	return list, keys
}

// turn turns a switch of the working model in a lesson.
func turn(sw, to string) play.Msg {
	return play.Class{Act: class.Turn, Text: sw + ":" + to}
}

// classModels asks whether the class guesses and tries the working model where a case
// begins; nothing where the pack has none.
func (w *writer) classModels() Node {
	lib, _ := w.Pack.Library()
	if len(lib.Model) == 0 {
		return stack("models-block")
	}
	group := Node{ID: "models", Role: RadioGroup, Look: Chips, Name: w.t("class.models-title")}
	for i, key := range []string{"class.models-with", "class.bets-without"} {
		group.Children = append(group.Children, Node{
			ID: "models-" + strconv.Itoa(i), Role: Radio, Look: Chip, Text: w.t(key), Checked: w.state.Class.NoModel == (i == 1), On: act(class.SetModel, 1-i),
		})
	}
	return stack("models-block", heading("models-title", 2, Label, w.t("class.models-title")), group)
}
