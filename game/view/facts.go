package view

import (
	"slices"
	"strconv"
	"strings"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// known is the facts of the day, each with who says so, and what nobody knew yet
// in a box of its own.
func (w *writer) known() Node {
	list := Node{ID: "facts", Role: List, Look: Facts}
	for i, f := range w.step.Known {
		list.Children = append(list.Children, w.factRow(strconv.Itoa(i+1), f))
	}
	unknown := Node{ID: "unknown", Role: Paragraph, Look: Unknown, Children: []Node{
		{ID: "unknown-label", Role: Strong, Text: w.t("decision.unknown")},
		{ID: "unknown-text", Role: TextRole, Text: " " + w.s("unknown")},
	}}
	return stack("known", card("known-card", w.t("decision.known"), list), unknown)
}

// factRow is one fact: its first line, what stands in view beside it, and the way
// to all the rest. In a narrow window its first line alone is drawn, and the row
// leads to the rest.
func (w *writer) factRow(n string, f pack.Fact) Node {
	id := "fact-" + f.ID
	return Node{ID: id, Role: ListItem, Look: Fact, Mark: n, Claims: f.Claims, Children: []Node{
		w.factText(id+"-text", w.Text.Fact(w.theCase.ID, w.step.ID, f.ID)),
		{ID: id + "-cite", Role: Paragraph, Look: Cite, Children: []Node{
			button(id+"-who", Inline, w.t("decision.who"), play.OpenSource{Fact: f.ID}).named(w.t("decision.who-name", locale.A("n", n), locale.A("says", w.kinds(f.Claims)))),
			{ID: id + "-says", Role: TextRole, Text: " " + w.kinds(f.Claims)},
		}},
	}}
}

// factText is what of a fact is in view: the first line bold, with the rest of
// the sentence after it. Words are not explained in the first line: who says so
// explains them.
func (w *writer) factText(id string, f pack.FactText) Node {
	if f.First == "" {
		return w.explain(id, Body, f.More)
	}
	first := strings.TrimRight(f.First, colon) // with nothing after it, it ends without
	pieces := []Node{{ID: id + "-first", Role: Strong, Text: first}}
	if f.More != "" {
		pieces = append(pieces, Node{ID: id + "-space", Role: TextRole, Text: f.First[len(first):] + " "})
		pieces = append(pieces, w.pieces(id+"-more", f.More)...)
	}
	return Node{ID: id, Role: Paragraph, Look: Body, Children: pieces}
}

// colon is what a first line ends in where the fact goes on: a colon, with the
// spaces that languages put before it.
const colon = ":\u00a0\u202f "

// kinds says in a word each what kinds of speaker say the claims.
func (w *writer) kinds(claims []string) string {
	var kinds []string
	for _, id := range claims {
		if kind := w.t("kind." + w.Pack.Claim(id).Says); !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	return strings.Join(kinds, w.t("list.comma"))
}

// cite says who says a fact and since when it is public, as far as that was
// known on the day: all who say so, and the latest day. It is for a class, which
// cannot open who says so.
func (w *writer) cite(f pack.Fact) string {
	var latest pack.Moment
	inside := false
	for _, id := range f.Claims {
		c := w.Pack.Claim(id)
		if w.inside(c) {
			inside = true
		} else if latest.IsZero() || latest.Start().Before(c.Since.Start()) {
			latest = c.Since
		}
	}
	says := w.speakers(f.Claims)
	if inside {
		return w.t("decision.cite-inside", locale.A("says", says))
	}
	return w.t("decision.cite", locale.A("says", says), locale.A("date", w.Strings.ShortDate(latest)))
}

// inside says whether the seat's holder knew a claim before it was public.
func (w *writer) inside(c *pack.Claim) bool { return w.step.Inside(c) }

// speakers lists who says the claims, each once.
func (w *writer) speakers(claims []string) string {
	var said []string
	for _, id := range claims {
		if text := w.t("says." + w.Pack.Claim(id).Says); !slices.Contains(said, text) {
			said = append(said, text)
		}
	}
	return capital(strings.Join(said, w.t("list.comma")))
}

// factAt is the index of a fact of the step, −1 for what is none of them.
func (w *writer) factAt(id string) int {
	return slices.IndexFunc(w.step.Known, func(f pack.Fact) bool { return f.ID == id })
}

// nextFact is the fact after one of the step, so that all can be read in a row
// without closing what lies over the screen.
func (w *writer) nextFact(id string) []Node {
	i := w.factAt(id)
	if i < 0 || i+1 == len(w.step.Known) || w.state.Screen != play.Deciding {
		return nil
	}
	return []Node{button("next-fact", Secondary, w.t("sheet.next-fact", locale.N("n", i+2)), play.OpenSource{Fact: w.step.Known[i+1].ID})}
}
