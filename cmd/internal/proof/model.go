package proof

import (
	"fmt"
	"strings"

	"hardcases/game/element"
	"hardcases/game/pack"
)

// model writes a case's questions to the working model, and what became of its
// site.
func (w *writer) model(at string, c *pack.Case) {
	for i := range c.Tries {
		t := &c.Tries[i]
		path := at + "tries." + t.ID + "."
		w.el("h3", "", t.ID+" · "+w.Text[w.Locales[0]][path+"question"])
		w.el("p", "meta", fmt.Sprintf("working model · start: %s · offers: %s · turn: %s, then %d h · reached %d of 10 · %s",
			turns(t.Start), offers(t.Switches), turns(t.Turns), t.Hours, t.Reached, strings.Join(t.Claims, " ")))
		w.table("", guessed(path, &t.Guess))
	}
	if c.Became == nil {
		return
	}
	path := at + "became."
	w.el("h3", "", "What became of it")
	rows := guessed(path, &c.Became.Guess)
	for i := range c.Became.Changes {
		change := &c.Became.Changes[i]
		var lanes []string
		for _, l := range change.Lanes {
			lanes = append(lanes, string(l.Lane)+" "+string(l.State))
		}
		head := fmt.Sprintf("%s, %s · %s · %s", change.ID, change.Date, strings.Join(lanes, ", "), strings.Join(change.Claims, " "))
		key := path + "changes." + change.ID
		rows = append(rows, row{name: head, key: key + ".what"}, row{name: "a visitor met", key: key + ".met"}, row{name: "label", key: key + ".label"})
	}
	w.table("", rows)
}

// guessed is the rows of a guess, the right option in bold.
func guessed(path string, g *pack.Guess) []row {
	rows := rowsOf(path, "question")
	for _, id := range g.Options {
		class := ""
		if id == g.Answer {
			class = "happened"
		}
		rows = append(rows, row{name: "guess " + id, key: path + "options." + id, class: class})
	}
	return append(rows, rowsOf(path, "why")...)
}

func turns(list []pack.Turn) string {
	var out []string
	for _, t := range list {
		out = append(out, t.Switch+" "+t.To)
	}
	return orNone(out)
}

func offers(list []pack.Offer) string {
	var out []string
	for _, o := range list {
		out = append(out, o.Switch+" ("+strings.Join(o.To, "/")+")")
	}
	return orNone(out)
}

// ground writes what the rules of the working model rest on.
func (w *writer) ground() {
	if len(w.Library.Model) == 0 {
		return
	}
	w.el("h2", "", "What the working model rests on")
	table := element.New("table")
	for _, g := range w.Library.Model {
		table.Add(element.New("tr", element.Of("th", "", g.Rule), element.Of("td", "", strings.Join(g.Claims, " "))))
	}
	w.add(table)
}
