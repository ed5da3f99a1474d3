package view

import (
	"slices"
	"strconv"

	"hardcases/game/class"
	"hardcases/game/locale"
	"hardcases/game/network"
	"hardcases/game/pack"
)

// openingKey turns the switch of an opening: the first, as at the working model. A
// letter would leave the step out on the next screen.
const openingKey = "1"

// classOpening is what a class must know before it decides: who it is, what has
// happened and why that matters now, and what it can and cannot do, beside the
// picture of the layers. Where only the seat changes, it is about the new one.
func (w *writer) classOpening() Node {
	s := &w.state.Class
	w.atSeat()
	title := Node{ID: "title", Role: Heading, Level: 1, Look: Title, Text: capital(w.Strings.Date(w.step.Date))}
	var words []Node
	switch {
	case !s.OpensCase(w.Pack):
		title = Node{ID: "title", Role: Heading, Level: 1, Look: Title, Children: []Node{
			{ID: "title-now", Role: TextRole, Text: w.t("seat.now") + " "},
			{ID: "title-who", Role: TextRole, Look: YourWords, Text: w.actor(w.step.Actor)},
		}}
		words = w.takes()
	case len(w.step.Opening) > 0:
		words = w.openingWords()
	default:
		words = append(w.prose("briefing", Body, w.c("briefing")), para("seat", Body, w.c("seat")))
	}
	try, asks := s.Question(w.Pack)
	_, turns := w.openingSwitch()
	turns = turns && !asks
	if turns {
		words = append(words, para("simplified", Muted, w.t("model.simplified")))
	}
	if s.At == 0 {
		words = append(words, para("may-leave", Muted, w.t("class.may-leave")))
	}
	next, picture := w.t("class.to-facts"), stack("columns", stack("words", words...), w.strip(nil))
	switch beside := func(n Node) Node {
		return Node{ID: "columns", Role: Generic, Look: WideNarrow, Children: []Node{stack("words", words...), n}}
	}; {
	case asks:
		next, picture = w.t("class.to-guess"), beside(w.stillPicture(network.New(class.Seed, try.Setting())))
	case turns:
		picture = beside(w.openingPicture())
	}
	root := w.projector("class-opening-"+w.step.ID, w.c("title"), w.goOn(next),
		para("meta", Muted, w.c("title")+" · "+w.s("place")), title, picture)
	root.Look = ProjectorDense
	if turns {
		root.Typed = []Typed{{openingKey, act(class.Switch, turned(!s.Turned))}}
	}
	return root
}

// openingWords are the texts of an opening, each after what it says.
func (w *writer) openingWords() []Node {
	var words []Node
	for _, id := range []string{"who", "news", "why"} {
		said := labelled(id, Body, w.t("class.opening-"+id), w.s("opening", id))
		said.Claims = w.step.Opening
		words = append(words, said)
	}
	return append(words, w.abilities("opening"))
}

// abilities are what the seat can and cannot do.
func (w *writer) abilities(at string) Node {
	return Node{ID: "can", Role: Paragraph, Look: Body, Children: []Node{
		{ID: "can-label", Role: Strong, Text: w.t("seat.can")},
		{ID: "can-text", Role: TextRole, Text: " " + w.s(at, "can") + " "},
		{ID: "cannot-label", Role: Strong, Text: w.t("seat.cannot")},
		{ID: "cannot-text", Role: TextRole, Text: " " + w.s(at, "cannot")},
	}}
}

// openingPicture is the working model with the switch of the class's own layer.
func (w *writer) openingPicture() Node {
	course, _ := w.openingSwitch()
	s := &w.state.Class
	w.state.Model.Net = network.New(w.state.Seed, course.start)
	if s.Turned {
		w.state.Model.Net = w.state.Model.Net.Turn(course.turns, course.to)
	}
	id := course.turns.ID()
	name, said := w.t("model.switch."+id), w.t("model.switch."+id)
	if !w.state.Prefs.NoKeys {
		said = w.t("class.opening-key", locale.A("name", name), locale.A("key", openingKey))
	}
	group := Node{ID: "switch-" + id, Role: RadioGroup, Look: Switch, Name: w.t("model.switch-yours", locale.A("name", name)), Current: true,
		Children: []Node{heading("switch-"+id+"-name", 2, Label, said)}}
	for i, to := range []string{course.start.ID(course.turns), course.turns.Values()[course.to]} {
		group.Children = append(group.Children, Node{
			ID: "switch-" + id + "-" + strconv.Itoa(i), Role: Radio, Look: Chip, Text: w.position(id, to),
			Checked: s.Turned == (i == 1), On: act(class.Switch, i),
		})
	}
	r := w.state.Model.Net.Report()
	return stack("picture", Node{ID: "network", Role: Generic, Look: Card, Children: []Node{
		{ID: "network-state", Role: Status, Look: Body, Text: w.modelState(r)}, w.modelPicture(w.state.Model.Net, r), group,
	}})
}

// course is what a class can turn at an opening: how the switches stand, and which
// one it turns to what.
type course struct {
	start network.Setting
	turns network.Switch
	to    network.Value
}

// openingSwitch is the switch of the class's own layer: as the case has it in one of
// its questions to the working model, or else the one that takes the layer away.
func (w *writer) openingSwitch() (course, bool) {
	seat, ok := network.ByID(w.seatOf())
	if !ok || len(w.theCase.Tries) == 0 {
		return course{}, false
	}
	for i := range w.theCase.Tries {
		try := &w.theCase.Tries[i]
		at := slices.IndexFunc(try.Turns, func(t pack.Turn) bool { return t.Switch == seat.ID() })
		if at < 0 || len(try.Start) == 0 {
			continue
		}
		if _, to, ok := network.Parse(seat.ID(), try.Turns[at].To); ok {
			return course{try.Setting(), seat, to}, true
		}
	}
	return course{turns: seat, to: 1}, true
}

func turned(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
