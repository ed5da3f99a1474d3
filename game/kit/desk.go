package kit

import (
	"slices"
	"strings"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/view"
)

// extract is a round of the desk on paper: what is shown of the report, and the answers.
func (k *maker) extract(s step, i, of int) {
	k.el("p", "meta", k.t("class.where-part", locale.N("n", i+1), locale.N("total", of))+" · "+k.when(s))
	k.el("h1", "", k.c(s, "title"))
	if s.opens {
		k.el("p", "note", k.deskOpening())
	}
	k.shownOf(s)
	k.el("h3", "", k.t("desk.options"))
	k.boxes(s)
	k.el("p", "foot", k.t("kit.turn"))
}

// deskOpening is what is told before the first round.
func (k *maker) deskOpening() string {
	return strings.TrimSpace(k.Text.Get("desk", "seat") + ". " + k.Text.Get("desk", "intro") + " " + k.Text.Get("desk", "about"))
}

// shownOf is what a round shows of the report, with its clocks as a table.
func (k *maker) shownOf(s step) {
	k.el("h3", "", k.t("desk.shows-"+s.round.Shows))
	if text := k.c(s, "extract"); text != "" {
		k.in("p", "", func() {
			if s.round.Lang != k.Strings.Locale() {
				k.at.Set("lang", s.round.Lang)
			}
			k.el("strong", "", text)
		})
	}
	if gloss := k.c(s, "gloss"); gloss != "" {
		k.labelled("", k.t("desk.gloss"), gloss)
	}
	if rows := view.ClockTable(k.Context, s.round); len(rows) > 1 {
		k.table("", rows)
	}
	k.el("p", "note", k.c(s, "context"))
}

// judged is what is right, where that was checked, or how the pack reads it, and why.
func (k *maker) judged(s step, i, of int) {
	k.el("p", "meta", k.t("class.where-part", locale.N("n", i+1), locale.N("total", of))+" · "+k.t("kit.back"))
	k.el("h1", "", k.rightly(s))
	k.because(s)
	k.el("h3", "", k.t("kit.own-words"))
	k.lines(6)
}

// reading is the key to one round.
func (k *maker) reading(s step) {
	k.el("h2", "", k.c(s, "title"))
	k.el("p", "meta", k.when(s))
	k.shownOf(s)
	k.el("h3", "", k.rightly(s))
	k.because(s)
	var seen []string
	for _, id := range s.round.Claims {
		for _, source := range k.Pack.Claim(id).Sources {
			if !slices.Contains(seen, source) {
				seen = append(seen, source)
			}
		}
	}
	if len(seen) == 0 {
		return
	}
	k.el("h3", "", k.t("reveal.know"))
	k.in("ul", "", func() {
		for _, id := range seen {
			k.source(k.Pack.Source(id))
		}
	})
}

// rightly names what the answer is: right, or ours.
func (k *maker) rightly(s step) string {
	if s.round.Basis == pack.Checked {
		return k.t("desk.answer-checked")
	}
	return k.t("desk.answer")
}

// because is the answer, why it is that, and how one would check it.
func (k *maker) because(s step) {
	if n, _ := s.Option(s.round.Answer); n >= 0 {
		k.labelled("joins", letter(n)+". "+k.c(s, "options", s.round.Answer, "label")+".", "")
	}
	k.el("p", "", k.c(s, "why"))
	if repair := k.c(s, "repair"); repair != "" {
		k.labelled("", k.t("desk.repair"), repair)
	}
	k.labelled("", k.label(k.t("desk.how")), k.c(s, "check"))
	k.el("p", "note", k.t("desk.basis-"+string(s.round.Basis)))
}
