package view

import (
	"strconv"
	"strings"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"
)

// ShareCard is the picture to keep, as a tree: one case, what the player would have
// done and what was done where they lie farthest apart, both roads through the case,
// and where the game is. It holds no score and nothing of anybody else.
func ShareCard(ctx Context, s play.State) Node {
	w := &writer{Context: ctx, state: s, explained: map[string]bool{}, theCase: &pack.Case{}, step: &pack.Step{}}
	title, head, road := heading("title", 1, Title, ""), w.Text.Get("pack", "tagline"), w.wholeRoad()
	if p, ok := w.farthest(); ok {
		title.Children, head = w.sides(p), w.t("take.of-case", locale.A("case", w.Text.Get("cases", p.caseID, "title")), locale.A("year", strconv.Itoa(p.step.Date.Year)))
		road = w.roadOf([]string{p.caseID})
		road.Chart.Series[1].Name = w.t("take.mine") // others read it
	} else {
		title.Text, head = head, ""
	}
	foot := flow("foot", para("right", Muted, w.t("debrief.not-right")))
	if link := w.shownLink(); link != "" {
		foot.Children = append([]Node{{ID: "link", Role: Paragraph, Look: Body, Children: []Node{
			{ID: "link-you", Role: Strong, Text: w.t("take.and-you") + " "},
			{ID: "link-address", Role: TextRole, Text: link},
		}}}, foot.Children...)
	}
	return Node{ID: "card", Role: Document, Name: w.t("take.title"), Lang: ctx.Strings.Locale(), Children: []Node{
		{ID: "main", Role: Main, Look: Page, Children: []Node{
			flow("head", para("brand", Brand, w.t("brand")), para("case", Muted, head)),
			title,
			{ID: "road-card", Role: Generic, Look: Card, Children: []Node{road}},
			foot,
		}},
	}}
}

// farthest is the decision that a card tells of: of the case that was opened last, or else
// decided last, that where the player and history were farthest apart. ok is false
// where nothing was decided that has a place on a road.
func (w *writer) farthest() (far placed, ok bool) {
	places := w.placesOf([]string{w.state.Case})
	for i := len(w.state.Answers) - 1; len(places) == 0 && i >= 0; i-- {
		places = w.placesOf([]string{w.state.Answers[i].Case})
	}
	most := -1
	for _, p := range places {
		if d := p.apart(); d > most {
			far, ok, most = p, true, d
		}
	}
	return far, ok
}

// apart is how far the player's choice and history's lie from each other, 0 to 100.
func (p placed) apart() int {
	_, mine := p.step.Option(p.answer.First.Option)
	_, real := p.step.Option(p.step.Happened)
	return max(mine.Ladder-real.Ladder, real.Ladder-mine.Ladder)
}

// sides is a decision in one sentence for each side, or in one for both.
func (w *writer) sides(p placed) []Node {
	short := func(option string) string { return w.stepText(p.caseID, p.step.ID, "options", option, "short") }
	if _, mine := p.step.Option(p.answer.First.Option); score.MatchOf(mine, p.answer.First) == pack.Full {
		return []Node{{ID: "title-both", Role: TextRole, Look: YourWords, Text: w.t("take.both", locale.A("short", short(p.step.Happened)))}}
	}
	return []Node{
		{ID: "title-theirs", Role: TextRole, Look: TheirWords, Text: w.t("take.they", locale.A("short", short(p.step.Happened))) + " "},
		{ID: "title-yours", Role: TextRole, Look: YourWords, Text: w.t("take.me", locale.A("short", short(p.answer.First.Option)))},
	}
}

// linkTo is the address at which others begin a case, "" where there is none.
func (c Context) linkTo(caseID string) string {
	if c.Link == "" || caseID == "" {
		return c.Link
	}
	sign := "?"
	if strings.Contains(c.Link, sign) {
		sign = "&"
	}
	return c.Link + sign + "case=" + caseID
}

// shownLink is the address of the case that a card tells of, as people type it.
func (w *writer) shownLink() string {
	p, _ := w.farthest()
	link := w.linkTo(p.caseID)
	_, bare, ok := strings.Cut(link, "://")
	if !ok {
		return link
	}
	return bare
}
