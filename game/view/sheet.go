package view

import (
	"slices"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// sheet is what lies over the screen; ok is false where there is nothing to
// show.
func (w *writer) sheet() (n Node, ok bool) {
	id := w.state.Sheet.ID
	switch w.state.Sheet.Kind {
	case play.SourceSheet:
		return w.sourceSheet(id)
	case play.ClaimSheet:
		return w.claimSheet(id)
	case play.TermSheet:
		term := w.Text.Get("glossary", id, "term")
		return w.dialog("term", term, para("term-text", Lead, w.Text.Get("glossary", id, "text"))), term != ""
	case play.RulesSheet:
		return w.rulesSheet()
	case play.DiscussSheet:
		return w.dialog("discuss-sheet", w.t("sheet.discuss"), para("discuss-text", Lead, w.s("discuss"))), true
	case play.NoSheet:
	}
	return Node{}, false
}

// dialog is a panel over the screen with a way out.
func (w *writer) dialog(id, title string, content ...Node) Node {
	return w.dialogWith(nil, id, title, content...)
}

// dialogWith is a panel over the screen with a way out, and other ways beside it.
func (w *writer) dialogWith(ways []Node, id, title string, content ...Node) Node {
	content = append([]Node{heading(id+"-title", 2, Subtitle, title)}, content...)
	ways = append([]Node{button("close", Primary, w.t("sheet.close"), play.Back{}, "Escape", "Enter")}, ways...)
	content = append(content, flow(id+"-actions", ways...))
	return Node{ID: id, Role: Dialog, Look: Sheet, Name: title, Children: content}
}

// sourceSheet says who says so. Before the decision it holds back all that
// was not public on the day: the claim's wording, which may look back, and the
// sources that came later.
func (w *writer) sourceSheet(id string) (Node, bool) {
	text, f, ok := w.fact(id)
	if !ok {
		return Node{}, false
	}
	if w.state.Screen == play.Reveal {
		f.shown = all
	}
	content := []Node{w.explain("sheet-fact", Lead, text)}
	for _, c := range f.Claims {
		content = append(content, w.claim(w.Pack.Claim(c), f)...)
	}
	title := w.t("sheet.source")
	if i := w.factAt(id); i >= 0 {
		title += " " + w.t("sheet.next-fact", locale.A("n", w.t("reveal.evidence-of", locale.N("n", i+1), locale.N("total", len(w.step.Known)))))
	}
	return w.dialogWith(w.nextFact(id), "source", title, content...), true
}

// claimSheet is one claim in full.
func (w *writer) claimSheet(id string) (Node, bool) {
	if !w.Text.Has("claims", id) {
		return Node{}, false
	}
	return w.dialog("source", w.t("sheet.source"), w.claim(w.Pack.Claim(id), cited{shown: all})...), true
}

// restsOn lists claims: who says each, since when it has been public, how it was
// read, and the number that the teacher's papers have it under. Each can be read
// in full.
func (w *writer) restsOn(id string, claims []string) []Node {
	if len(claims) == 0 {
		return nil
	}
	list := Node{ID: id, Role: List, Look: Stack}
	for _, c := range claims {
		list.Children = append(list.Children, w.restsOnOne(id+"-"+c, w.Pack.Claim(c)))
	}
	return []Node{para(id+"-label", Small, w.t("reveal.know-claims")), list}
}

func (w *writer) restsOnOne(id string, c *pack.Claim) Node {
	open := button(id, Inline, capital(w.t("says."+c.Says))+w.t("list.comma")+w.Strings.ShortDate(c.Since)+w.t("list.comma")+c.ID, play.OpenClaim{Claim: c.ID})
	line := []Node{open}
	if read := w.readIn(c); read != "" {
		line = append(line, Node{ID: id + "-read", Role: TextRole, Text: " · " + w.t("confidence."+string(read))})
	}
	return Node{ID: id + "-item", Role: ListItem, Claims: []string{c.ID}, Children: []Node{
		{ID: id + "-line", Role: Paragraph, Look: Small, Children: line},
	}}
}

// readIn is how the best of a claim's sources was read, "" for none.
func (w *writer) readIn(c *pack.Claim) pack.Confidence {
	for _, best := range pack.Confidences() {
		for _, s := range c.Sources {
			if w.Pack.Source(s).Confidence == best {
				return best
			}
		}
	}
	return ""
}

// readWeakly says whether a claim was read in nothing better than a weak copy.
func (w *writer) readWeakly(c *pack.Claim) bool {
	best := w.readIn(c)
	return best == pack.FromWeakCopy || best == pack.FromSeed
}

// cited is a fact with as much of its claims as may be shown.
type cited struct {
	pack.Fact
	shown shown
}

// shown says whether a decision is still to be made.
type shown bool

const (
	ofTheDay shown = false // no wording that may look back, no later source
	all      shown = true
)

// fact finds a known fact or a consequence of the step.
func (w *writer) fact(id string) (text string, f cited, ok bool) {
	for _, f := range w.step.Known {
		if f.ID == id {
			return w.s("known", id), cited{Fact: f}, true
		}
	}
	for _, t := range w.step.Then {
		if t.ID == id {
			return w.s("then", id), cited{Fact: pack.Fact{ID: t.ID, Claims: t.Claims}}, true
		}
	}
	return "", cited{}, false
}

func (w *writer) claim(c *pack.Claim, f cited) []Node {
	id := "claim-" + c.ID
	out := []Node{heading(id, 3, Label, w.t("sheet.claim", locale.A("id", c.ID)))}
	if f.shown == all {
		text := para(id+"-text", Body, w.Text.Get("claims", c.ID))
		text.Claims = []string{c.ID}
		out = append(out, text)
		if q := w.Text.Get("quotes", c.ID); q != "" {
			out = append(out, para(id+"-exact", Small, w.t("sheet.exact")),
				Node{ID: id + "-quote", Role: Paragraph, Look: Quote, Lang: "en", Text: "“" + q + "”"})
		}
	}
	out = append(out, para(id+"-says", Small, w.t("sheet.says", locale.A("says", w.t("says."+c.Says)))+" "+w.public(c)))
	if doubt := w.inDoubt(c); doubt != "" {
		out = append(out, para(id+"-doubt", Small, doubt))
	}
	if w.readWeakly(c) {
		out = append(out, para(id+"-read", Small, w.t("sheet.read-"+string(w.readIn(c)))))
	}
	return append(out, w.claimSources(id, c, f)...)
}

// inDoubt says what is in doubt of a claim because of who says it, "" where
// nothing is.
func (w *writer) inDoubt(c *pack.Claim) string {
	switch {
	case c.Says == pack.Unnamed || c.Says == pack.Ours:
		return w.t("sheet.speaker-" + c.Says)
	case !c.OfItself():
		return ""
	case c.Of == "":
		return w.t("sheet.itself")
	}
	return w.t("sheet.itself-" + string(c.Of))
}

// public says since when a claim has been public, in words that give no later
// date away.
func (w *writer) public(c *pack.Claim) string {
	if c.Since.IsZero() {
		return "" // it says how something works
	}
	if w.state.Screen != play.Deciding || !w.inside(c) {
		return w.t("sheet.public", locale.A("date", w.Strings.ShortDate(c.Since)))
	}
	return w.t("sheet.inside", locale.A("actor", w.actor(w.step.Actor)))
}

// claimSources lists the sources that may be shown, and counts the others.
func (w *writer) claimSources(id string, c *pack.Claim, f cited) []Node {
	list := Node{ID: id + "-sources", Role: List, Look: Facts, Name: w.t("sheet.sources")}
	later := 0
	for _, sid := range c.Sources {
		s := w.Pack.Source(sid)
		if f.shown == ofTheDay && !w.step.CanOpen(&f.Fact, s) {
			later++
			continue
		}
		list.Children = append(list.Children, w.source(id+"-"+sid, s))
	}
	out := []Node{list}
	switch {
	case later > 0 && len(list.Children) == 0 && !w.inside(c):
		out = []Node{para(id+"-later", Small, w.Strings.Plural("sheet.copy-later", later))}
	case later > 0 && len(list.Children) == 0:
		out = []Node{para(id+"-later", Small, w.Strings.Plural("sheet.all-later", later))}
	case later > 0:
		out = append(out, para(id+"-later", Small, w.Strings.Plural("sheet.later", later)))
	}
	return slices.Clip(out)
}
