package view

import (
	"strconv"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// drawForm is an estimate that is drawn: on a chart, by its slider, or by choosing
// one of the options, which stand for levels. All three are one answer.
func (w *writer) drawForm() []Node {
	options := Node{ID: "options", Role: RadioGroup, Look: Options, Name: w.t("decision.draw")}
	for i, o := range w.step.Options {
		id := "option-" + o.ID
		options.Children = append(options.Children, Node{
			ID: id, Role: Radio, Look: Option, Mark: letter(i), Name: w.t("decision.option-short", locale.A("letter", letter(i)), locale.A("label", w.s("options", o.ID, "label"))),
			Checked: w.state.Draft.Option == o.ID, On: play.Choose{Option: o.ID}, Keys: []string{lower(letter(i))},
			Children: []Node{{ID: id + "-label", Role: Strong, Look: Body, Text: w.s("options", o.ID, "label")}},
		})
	}
	chart := w.drawing(w.state.Draft, w.drawSlider())
	return []Node{heading("options-title", 2, Yours, options.Name), chart, options}
}

// drawSlider is the point at the end of what the player draws.
func (w *writer) drawSlider() Node {
	d, draft := w.step.Draw, w.state.Draft
	slide := &Slide{By: pack.DrawBy, Page: 25 / pack.DrawBy, At: 100 / pack.DrawBy, Text: w.t("decision.draw-none")}
	for i := range d.Levels() {
		slide.Stops = append(slide.Stops, play.Drawing(w.step, i*pack.DrawBy))
	}
	if draft.Option != "" {
		level := draft.DrawnLevel(w.step)
		slide.At = level / pack.DrawBy
		slide.Text = w.t("decision.draw-value", locale.N("n", level), locale.A("option", w.s("options", draft.Option, "short")))
	}
	return Node{ID: "draw", Role: Slider, Name: w.s("draw", "what"), Checked: draft.Option != "", On: slide.Stops[slide.At], Slide: slide}
}

// drawing is the chart of an estimate with what the player drew, if anything; what
// was found is drawn over it once that may be told. Below it stands more.
func (w *writer) drawing(drew play.Choice, more Node) Node {
	says := w.t("decision.draw-before")
	if drew.Option != "" {
		says += " " + w.t("decision.draw-yours", locale.N("n", drew.DrawnLevel(w.step)))
	}
	if w.state.Screen == play.Reveal {
		says += " " + w.t("reveal.other-estimate", locale.A("theirs", w.s("options", w.step.Happened, "short")))
	}
	return Node{ID: "drawing", Role: Figure, Name: w.s("draw", "what"), Chart: w.drawChart(drew),
		Children: []Node{para("drawing-says", Unseen, says), more}}
}

func (w *writer) drawChart(drew play.Choice) *Chart {
	d := w.step.Draw
	at := func(level int) float64 { return float64(level) * 100 / float64(d.Top) }
	c := &Chart{
		Kind: Drawing, YName: w.s("draw", "what"),
		XTicks: []Tick{{drawMark, w.t("decision.draw-mark", locale.A("date", w.tick(d.From)), locale.A("what", w.s("draw", "mark")))}, {100, w.s("draw", "end")}},
		Table:  [][]string{{w.t("decision.draw-when"), w.t("decision.draw-level")}, {w.t("decision.draw-then"), "100"}},
	}
	for _, level := range []int{0, 50, 100, d.Top} {
		if n := len(c.YTicks); n == 0 || at(level) > c.YTicks[n-1].At {
			c.YTicks = append(c.YTicks, Tick{at(level), strconv.Itoa(level)})
		}
	}
	before := Series{Kind: Others, Points: []Point{{X: 0, Y: at(100)}, {X: drawMark, Y: at(100)}}}
	yours, found := Series{Kind: You, Name: w.t("reveal.you")}, Series{Kind: Happened, Name: w.byKind("reveal.they")}
	if drew.Option != "" {
		level := drew.DrawnLevel(w.step)
		yours.Points = []Point{{X: 100, Y: at(level), Label: w.t("decision.draw-you", locale.N("n", level))}}
		c.Table = append(c.Table, []string{yours.Name, strconv.Itoa(level)})
	} else if w.state.Screen == play.Deciding {
		before.Points = append(before.Points, Point{X: 100, Y: at(100)})
	}
	if _, o := w.step.Option(w.step.Happened); w.state.Screen == play.Reveal {
		found.Points = []Point{{X: 100, Y: at(w.step.Level(o)), Label: w.t("reveal.draw-found", locale.A("theirs", w.optionName(o.ID)))}}
		c.Table = append(c.Table, []string{found.Name, w.optionName(o.ID)})
	}
	c.Series = []Series{before, found, yours}
	return c
}

// DrawChart is the chart of an estimate for paper: empty, to draw in, or with what was
// found. It is nil for a step that is not drawn.
func DrawChart(ctx Context, c *pack.Case, st *pack.Step, found bool) *Chart {
	if st.Draw == nil {
		return nil
	}
	w := &writer{Context: ctx, explained: map[string]bool{}, theCase: c, step: st}
	if found {
		w.state.Screen = play.Reveal
	}
	return w.drawChart(play.Choice{})
}

// drawMark is where on the axis of time the line stands after which is drawn.
const drawMark = 22

// yours is what a player chose at a step in words, or the level that was drawn
// where that is not an option's own.
func (w *writer) yours(st *pack.Step, c play.Choice) string {
	if c.Drawn > 0 {
		return w.t("reveal.draw-drew", locale.N("n", c.Drawn))
	}
	return w.stepText(w.theCase.ID, st.ID, "options", c.Option, "short")
}
