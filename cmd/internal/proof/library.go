package proof

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"hardcases/game/element"
	"hardcases/game/pack"
)

func (w *writer) looksAcross() {
	rows := rowsOf("across.", "title", "changed", "aftermath", "headline", "platforms")
	for _, id := range w.Library.Questions {
		rows = append(rows, row{name: "question", key: "across.questions." + id})
	}
	if !w.nobodyHas("across.title") {
		w.el("h2", "", "All cases together")
		w.table("", rows)
	}
}

// desk writes the rounds with their right answers, and the checks.
func (w *writer) desk() {
	if len(w.Desk.Rounds) > 0 {
		w.el("h2", "", "Source desk")
		w.table("", rowsOf("desk.", "title", "intro", "seat"))
	}
	for _, r := range w.Desk.Rounds {
		at := "desk.rounds." + r.ID + "."
		rows := rowsOf(at, "title", "extract", "gloss", "context")
		for _, o := range r.Options {
			class := ""
			if o.ID == r.Answer {
				class = "happened"
			}
			rows = append(rows, row{fmt.Sprintf("%s judges %s", strings.ToUpper(o.ID), o.Judges), at + "options." + o.ID + ".label", class},
				row{name: "detail", key: at + "options." + o.ID + ".detail"})
		}
		rows = append(rows, rowsOf(at, "why", "repair", "check")...)
		w.table(fmt.Sprintf("%s · %s · shows %s · %s · %s", r.ID, r.Kind, r.Shows, r.Basis, strings.Join(r.Claims, " ")), rows)
	}
	w.checks()
}

func (w *writer) checks() {
	if len(w.Desk.Checks) > 0 {
		w.el("h2", "", "Learning check")
		w.table("", rowsOf("check.", "title", "intro"))
	}
	for _, set := range w.Desk.Checks {
		var rows []row
		for _, item := range set.Items {
			at := "check.sets." + set.ID + "." + item.ID + "."
			sound := "unsound"
			if item.Sound {
				sound = "sound"
			}
			rows = append(rows, row{name: fmt.Sprintf("%s · %s · tests %s", item.ID, sound, item.Tests), key: at + "text"}, row{name: "why", key: at + "why"})
		}
		w.table("Set "+set.ID, rows)
	}
}

func (w *writer) library() {
	w.el("h2", "", "Words that cases share")
	var rows []row
	for _, id := range w.Library.Principles {
		rows = append(rows, rowsOf("principles."+id+".", "name", "gloss")...)
	}
	for _, id := range w.Library.Layers {
		rows = append(rows, rowsOf("layers."+id+".", "name", "power", "you")...)
	}
	rows = append(rows, rowsOf("actors.", w.Library.Actors...)...)
	for _, id := range w.Library.Glossary {
		rows = append(rows, rowsOf("glossary."+id+".", "term", "text", "match")...)
	}
	w.table("", rows)
}

func (w *writer) claims() {
	w.el("h2", "", "Claims")
	var rows []row
	for _, c := range w.Library.Claims {
		name := fmt.Sprintf("%s · since %s · %s", c.ID, c.Since, c.Says)
		if c.Inside != nil {
			name += fmt.Sprintf(" · %s knew on %s", c.Inside.Actor, c.Inside.Since)
		}
		rows = append(rows, row{name: name + " · " + strings.Join(c.Sources, " "), key: "claims." + c.ID}, row{name: "exact words", key: "quotes." + c.ID})
	}
	w.table("", rows)
}

// sources lists the sources with their addresses, which no player sees.
func (w *writer) sources() {
	w.el("h2", "", "Sources")
	table := element.New("table")
	for _, s := range w.Library.Sources {
		cell := element.New("td", element.Words(fmt.Sprintf("%s\n%s, %s · %s · %s\n", s.Title, s.Publisher, orUndated(s.Date), s.Kind, s.Confidence)))
		if s.Address != "" {
			cell.Add(element.Of("a", "", s.Address).Set("href", s.Address).Set("rel", "noreferrer"))
		}
		table.Add(element.New("tr", element.Of("th", "", s.ID), cell))
	}
	w.add(table)
}

func orUndated(m pack.Moment) string {
	if m.IsZero() {
		return "undated"
	}
	return m.String()
}

// rest writes the texts that have no place above, so that none is left out.
func (w *writer) rest() {
	keys := map[string]bool{}
	for _, l := range w.Locales {
		for key := range w.Text[l] {
			if !w.placed[key] {
				keys[key] = true
			}
		}
	}
	if len(keys) == 0 {
		return
	}
	w.el("h2", "", "Other texts")
	var rows []row
	for _, key := range slices.Sorted(maps.Keys(keys)) {
		rows = append(rows, row{name: key, key: key})
	}
	w.table("", rows)
}
