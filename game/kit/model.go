package kit

import (
	"hardcases/game/class"
	"hardcases/game/network"
	"hardcases/game/view"
)

// asked is the front of the sheet with which a case begins: the network, what will be
// changed in it, and what could come of that.
func (k *maker) asked(s step) {
	k.el("p", "meta", k.Text.Get("cases", s.in.ID, "title")+" · "+k.t("kit.model"))
	k.el("h1", "", k.try(s, "question"))
	k.network(s, network.New(class.Seed, s.try.Setting()))
	k.el("h3", "", k.t("class.ask-guess"))
	for n, id := range s.try.Options {
		k.in("div", "option", func() {
			k.el("div", "box", "")
			k.in("div", "words", func() { k.el("strong", "", letter(n)+". "+k.try(s, "options", id)) })
		})
	}
	k.el("p", "foot", k.t("kit.turn"))
}

// shown is its back: the answer, and the network after the change.
func (k *maker) shown(s step) {
	k.el("p", "meta", k.Text.Get("cases", s.in.ID, "title")+" · "+k.t("kit.back"))
	k.el("h1", "", k.t("kit.model-back"))
	for n, id := range s.try.Options {
		if id == s.try.Answer {
			k.labelled("", letter(n)+". "+k.try(s, "options", id)+".", k.try(s, "why"))
		}
	}
	k.network(s, s.try.Course(class.Seed))
	k.el("p", "note", k.t("model.simplified"))
	k.el("p", "foot", k.try(s, "question"))
}

// network is how a network stands: a sentence, its picture, and a table.
func (k *maker) network(s step, net network.State) {
	said, chart := view.NetworkChart(k.Context, s.in, s.Seat, net)
	k.el("p", "", said)
	if k.options.Draw != nil {
		k.in("figure", "", func() {
			for _, e := range k.options.Draw("network", chart) {
				k.at.Add(e)
			}
		})
	}
	k.table("", chart.Table)
}

// try is a text of the question to the working model.
func (k *maker) try(s step, parts ...string) string {
	return k.Text.Get(append([]string{"cases", s.in.ID, "tries", s.try.ID}, parts...)...)
}
