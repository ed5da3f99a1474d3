package markup

import (
	"strconv"
	"strings"

	"hardcases/game/element"
	"hardcases/game/view"
)

// class names how a node looks, for the plain page's style sheet.
func class(n *view.Node) string {
	var names []string
	if n.Look != "" {
		names = append(names, string(n.Look))
	}
	if n.Current {
		names = append(names, "current")
	}
	if n.Checked {
		names = append(names, "checked")
	}
	if view.Running(n) {
		names = append(names, "running")
	}
	if n.Mark != "" {
		names = append(names, "signed")
	}
	return strings.Join(names, " ")
}

// role sets what makes an element what its node says it is. Roles that the
// tag already has are set where style sheets are known to take them away:
// lists without bullets, tables whose rows are positioned.
func (r *renderer) role(e *element.Element, n *view.Node) {
	switch n.Role {
	case view.Heading:
		if e.Tag != "span" && r.led[n.ID] {
			e.Set("tabindex", "-1")
		}
	case view.Button:
		e.Set("type", "button")
		disabled(e, n)
		if n.Expanded != "" {
			e.Set("aria-expanded", strconv.FormatBool(n.Expanded == view.Unfolded))
		}
	case view.Link:
		e.Set("href", "#"+Prefix+n.ID)
		disabled(e, n)
	case view.List, view.ListItem, view.Table, view.Row, view.RowHeader, view.ColHeader, view.Cell,
		view.Group, view.Status, view.Dialog:
		if e.Tag != "span" {
			e.Set("role", string(n.Role))
		}
	case view.RadioGroup:
		e.Set("role", "radiogroup")
	case view.Separator:
		return
	case view.Document, view.Banner, view.Main, view.Navigation, view.Region, view.Generic, view.Paragraph,
		view.TextRole, view.Strong, view.Radio, view.Slider, view.Figure, view.Progress: // their elements say it
	}
	switch n.Role {
	case view.Dialog:
		e.Set("aria-modal", "true")
		e.Set("tabindex", "-1")
	case view.RowHeader:
		e.Set("scope", "row")
	case view.ColHeader:
		e.Set("scope", "col")
	case view.RadioGroup:
		if n.Name == "" && len(n.Children) > 0 && n.Children[0].Role == view.Heading {
			e.Set("aria-labelledby", Prefix+n.Children[0].ID)
		}
	case view.Paragraph, view.TextRole, view.Strong, view.Generic, view.Heading:
		current(e, n)
		return // may not be named: https://www.w3.org/TR/wai-aria-1.2/#namefromprohibited
	default:
	}
	e.SetIf("aria-label", n.Name)
	current(e, n)
}

func current(e *element.Element, n *view.Node) {
	if n.Current {
		e.Set("aria-current", "true")
	}
}

// disabled marks a control that cannot be used now. It keeps its place in the
// tab order, so that it can be found and so that it cannot lose the focus.
func disabled(e *element.Element, n *view.Node) {
	if n.Disabled {
		e.Set("aria-disabled", "true")
	}
}

// radio is a label around a native radio button, which covers it, so that both
// are found in the same place. The button says all by its name; what stands in the
// label is for the eye, and would be read again.
func (r *renderer) radio(e *element.Element, n *view.Node) {
	input := &element.Element{
		Key: n.ID + "/input", Tag: "input", Node: n.ID, Radio: true, Checked: n.Checked,
	}
	input.Set("type", "radio").Set("name", Prefix+r.group).Set("id", InputID(n.ID))
	name := n.Name
	if name == "" {
		name = view.Text(n)
	}
	input.Set("aria-label", name)
	disabled(input, n)
	e.Set("for", InputID(n.ID))
	if n.Mark == "" && len(n.Children) == 0 {
		text := n.Text
		if text == "" {
			text = name // a stop, which the picture draws as a place on a line
		}
		e.Add(part(n.ID, "text", "span", text))
	} else {
		r.content(e, n, true)
	}
	for _, c := range e.Children {
		c.Set("aria-hidden", "true")
	}
	e.Children = append([]*element.Element{input}, e.Children...)
}

// slider is a native one, which counts in steps.
func slider(e *element.Element, n *view.Node) {
	s := n.Slide
	e.Value = strconv.Itoa(s.Value(s.At))
	e.Set("type", "range").Set("min", strconv.Itoa(s.Low)).Set("max", strconv.Itoa(s.Value(len(s.Stops)-1))).Set("step", strconv.Itoa(s.By)).
		Set("value", e.Value).Set("aria-label", n.Name).Set("aria-valuetext", s.Text)
}

// InputID is the id attribute of the radio button of a node.
func InputID(node string) string { return Prefix + node + "-input" }

// figure is a chart: its title, the picture where it is wanted, its summary in
// words, and its data.
func (r *renderer) figure(e *element.Element, n *view.Node) {
	var drawn []*element.Element
	if n.Chart != nil && r.draw != nil {
		drawn = r.draw(n.ID, n.Chart)
	}
	if n.Name != "" { // the figure says it; its caption, for the eye, would say it again
		e.Set("aria-label", n.Name)
		caption := part(n.ID, "name", "figcaption", n.Name).Set("aria-hidden", "true")
		if len(drawn) > 0 && n.Chart.YName == n.Name { // which the picture has above it
			caption.Set("hidden", "hidden")
		}
		e.Add(caption)
	}
	e.Add(drawn...)
	if n.Text != "" {
		e.Children = append(e.Children, part(n.ID, "text", "p", n.Text))
	}
	if n.Chart != nil && len(n.Chart.Table) > 0 && n.Chart.Kind != view.Strip { // of which the text says all
		e.Children = append(e.Children, r.data(n))
	}
	for i := range n.Children {
		c := &n.Children[i]
		if c.Slide != nil && c.Slide.Turn > 0 { // one of several: which, for the eye
			e.Add(part(c.ID, "name", "span", c.Name).Set("aria-hidden", "true"))
		}
		e.Children = append(e.Children, r.node(c, false))
	}
}

// data is a chart's table.
func (r *renderer) data(n *view.Node) *element.Element {
	table := part(n.ID, "data", "table", "")
	table.Set("role", "table") // without a name: the figure has it
	for i, cells := range n.Chart.Table {
		row := &element.Element{Key: n.ID + "/row-" + strconv.Itoa(i), Tag: "tr"}
		row.Set("role", "row")
		for j, text := range cells {
			cell := &element.Element{Key: n.ID + "/cell-" + strconv.Itoa(i) + "-" + strconv.Itoa(j), Tag: "th", Text: text}
			switch {
			case i == 0:
				cell.Set("role", "columnheader").Set("scope", "col")
			case j == 0:
				cell.Set("role", "rowheader").Set("scope", "row")
			default:
				cell.Tag = "td"
				cell.Set("role", "cell")
			}
			row.Add(cell)
		}
		table.Add(row)
	}
	return table
}
