package kit

import (
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/score"
	"hardcases/game/view"
)

// student is the game on paper: each decision on the front of a sheet, what
// happened on its back.
func (k *maker) student() {
	steps := k.all()
	for i, s := range steps {
		if s.round != nil {
			k.in("div", "side front", func() { k.extract(s, i, len(steps)) })
			k.in("div", "side back", func() { k.judged(s, i, len(steps)) })
			continue
		}
		if s.try != nil {
			k.in("div", "side front", func() { k.asked(s) })
			k.in("div", "side back", func() { k.shown(s) })
		}
		k.in("div", "side front", func() { k.front(s, i, len(steps)) })
		k.in("div", "side back", func() { k.back(s, i, len(steps)) })
	}
}

func (k *maker) front(s step, i, of int) {
	k.el("p", "meta", k.t("class.where", locale.N("n", i+1), locale.N("total", of))+" · "+k.when(s))
	k.el("h1", "", k.c(s, "title"))
	k.before(s)
	k.el("h3", "", k.t("decision.known"))
	k.in("ol", "facts", func() {
		for _, f := range s.Known {
			claim := k.Pack.Claim(f.Claims[0])
			k.in("li", "", func() {
				k.el("span", "", k.c(s, "known", f.ID)+" ")
				k.el("span", "note", "("+k.t("says."+claim.Says)+")")
			})
		}
	})
	k.labelled("note", k.t("decision.unknown"), k.c(s, "unknown"))
	if s.Draw != nil {
		k.el("h3", "", k.t("decision.draw"))
		k.drawing(s, false)
	} else {
		k.el("h3", "", k.byKind(s, "decision.options"))
	}
	k.boxes(s)
	if len(s.Reasons) > 0 {
		k.el("h3", "", k.t("decision.reason"))
		k.in("div", "row", func() {
			for _, p := range s.Reasons {
				k.el("span", "tick", k.Text.Get("principles", p, "name"))
			}
		})
	}
	if s.Kind.Traits().Bet {
		k.bet(s)
	}
	k.el("p", "foot", k.t("kit.turn"))
}

// boxes are the options of a step, each with a box to be ticked.
func (k *maker) boxes(s step) {
	for n, o := range s.Options {
		k.in("div", "option", func() {
			k.el("div", "box", "")
			k.in("div", "words", func() {
				k.labelled("", letter(n)+". "+k.c(s, "options", o.ID, "label")+".", k.c(s, "options", o.ID, "detail"))
			})
		})
	}
}

// before is what a class must know before it reads what was known: the opening of
// the case, the new seat, or what happened at the steps that are left out.
func (k *maker) before(s step) {
	can := func(at string) string {
		return k.t("seat.can") + " " + k.c(s, at, "can") + " " + k.t("seat.cannot") + " " + k.c(s, at, "cannot")
	}
	switch {
	case s.opens:
		k.el("p", "note", k.c(s, "opening", "who")+" "+can("opening"))
		k.el("p", "note", k.c(s, "opening", "news")+" "+k.c(s, "opening", "why"))
	case s.takes:
		k.el("p", "note", k.c(s, "takes", "holds")+" "+can("takes"))
	}
	if s.recap {
		k.labelled("note", k.t("class.recap"), k.c(s, "recap"))
	}
}

// bet is a row of letters and the scale of six stops, to be ticked.
func (k *maker) bet(s step) {
	k.el("h3", "", k.t("decision.bet", locale.A("actor", k.Text.Get("actors", s.Actor))))
	k.in("div", "row", func() {
		for n := range s.Options {
			k.el("span", "tick", letter(n))
		}
	})
	k.el("h3", "", k.t("decision.stake"))
	k.in("div", "row", func() {
		for stop := 1; stop <= score.Stops; stop++ {
			words := k.t("decision.in-hundred", locale.N("n", score.InHundred(len(s.Options), stop)))
			switch stop {
			case 1:
				words = k.t("decision.stake-name", locale.A("words", k.t("decision.stake-low")), locale.A("chance", words))
			case score.Stops:
				words = k.t("decision.stake-name", locale.A("words", k.t("decision.stake-high")), locale.A("chance", words))
			}
			k.el("span", "tick", words)
		}
	})
}

func (k *maker) back(s step, i, of int) {
	k.el("p", "meta", k.t("class.where", locale.N("n", i+1), locale.N("total", of))+" · "+k.t("kit.back"))
	k.el("h1", "", k.t("class.story"))
	k.happened(s)
	k.drawing(s, true)
	if len(s.Then) > 0 {
		k.el("h3", "", k.t("reveal.then"))
		k.in("ul", "", func() {
			for _, t := range s.Then {
				k.labelledItem(k.label(k.Strings.ShortDate(t.Date)), k.c(s, "then", t.ID))
			}
		})
	}
	k.labelled("", k.t("reveal.who-gained"), k.c(s, "gained"))
	k.labelled("", k.t("reveal.who-lost"), k.c(s, "lost"))
	k.labelled("", k.t("reveal.affected"), k.c(s, "affected"))
	k.el("p", "note", k.t("reveal.judgment"))
	k.el("h3", "", k.t("sheet.discuss"))
	k.el("p", "", k.c(s, "discuss"))
	k.lines(6)
	k.el("p", "foot", k.t("debrief.not-right"))
}

// drawing is the chart of an estimate that is drawn: an empty one, or with what was
// found. It is nothing where the step is not drawn, or nothing can be.
func (k *maker) drawing(s step, found bool) {
	chart := view.DrawChart(k.Context, s.in, s.Step, found)
	if chart == nil || k.options.Draw == nil {
		return
	}
	k.in("figure", "", func() {
		for _, e := range k.options.Draw("drawing-"+s.ID, chart) {
			k.at.Add(e)
		}
	})
}

// label is words before what they name, with the language's colon.
func (k *maker) label(words string) string { return k.t("kit.label", locale.A("words", words)) }

func (k *maker) labelledItem(label, text string) {
	k.in("li", "", func() {
		k.el("strong", "", label)
		k.el("span", "", " "+text)
	})
}

// happened says which option it was, and how it went.
func (k *maker) happened(s step) {
	if n, _ := s.Option(s.Happened); n >= 0 {
		k.labelled("joins", letter(n)+". "+k.c(s, "options", s.Happened, "label")+".", "")
	}
	k.prose(k.c(s, "happened"))
}

// key is for the teacher: what happened, how near each option is, and where all
// of it was read.
func (k *maker) key() {
	k.el("h1", "", k.t("kit.key"))
	k.el("p", "note", k.t("kit.key-note"))
	for _, s := range k.all() {
		k.in("section", "", func() {
			if s.round != nil {
				k.reading(s)
				return
			}
			k.answer(s)
		})
	}
}

// answer is the key to one step, which stays on one page where it can.
func (k *maker) answer(s step) {
	k.el("h2", "", k.c(s, "title"))
	k.el("p", "meta", k.when(s))
	if s.try != nil {
		k.labelled("note", k.label(k.try(s, "question")), k.try(s, "options", s.try.Answer)+". "+k.try(s, "why"))
	}
	k.happened(s)
	rows := [][]string{{k.t("reveal.ladder-option"), k.t("kit.near"), k.t("kit.why")}}
	for n, o := range s.Options {
		near := k.t("kit.open")
		if o.Match != pack.NoMatch {
			near = k.t("reveal.grade-" + string(o.Match))
		}
		rows = append(rows, []string{letter(n) + ". " + k.c(s, "options", o.ID, "label"), near, k.c(s, "options", o.ID, "why")})
	}
	k.table("", rows)
	if text := k.c(s, "caveat"); text != "" {
		k.labelled("keep", k.t("kit.caveat"), text)
	}
	k.el("h3", "", k.t("reveal.know"))
	k.in("ul", "", func() {
		for _, id := range s.Sources {
			k.source(k.Pack.Source(id))
		}
	})
}

// source is one source in full. Sheets for the teacher have titles and
// addresses; players' screens have neither.
func (k *maker) source(s *pack.Source) {
	k.in("li", "", func() {
		k.el("strong", "", s.Publisher+", "+k.Strings.ShortDate(s.Date)+".")
		k.el("span", "", " "+s.Title+" ("+k.t("source-kind."+string(s.Kind))+", "+k.t("confidence."+string(s.Confidence))+") ")
		k.el("span", "address", s.Address)
	})
}

// byKind is a text that some kinds of step have in words of their own.
func (k *maker) byKind(s step, key string) string { return k.t(s.Kind.Key(key)) }
