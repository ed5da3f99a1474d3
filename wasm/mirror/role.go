package mirror

import (
	"strconv"
	"strings"

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
	return strings.Join(names, " ")
}

// role sets what makes an element what its node says it is. Roles that the
// tag already has are set where style sheets are known to take them away:
// lists without bullets, tables whose rows are positioned.
func (r *renderer) role(e *Element, n *view.Node) {
	switch n.Role {
	case view.Heading:
		if e.Tag != "span" {
			e.set("tabindex", "-1") // takes the focus on a new screen
		}
	case view.Button:
		e.set("type", "button")
		disabled(e, n)
	case view.Link:
		e.set("href", "#"+Prefix+n.ID)
		disabled(e, n)
	case view.List, view.ListItem, view.Table, view.Row, view.RowHeader, view.ColHeader, view.Cell,
		view.Group, view.Status, view.Dialog:
		if e.Tag != "span" {
			e.set("role", string(n.Role))
		}
	case view.RadioGroup:
		e.set("role", "radiogroup")
	case view.Separator:
		return
	}
	switch n.Role {
	case view.Dialog:
		e.set("aria-modal", "true")
		e.set("tabindex", "-1")
	case view.RowHeader:
		e.set("scope", "row")
	case view.ColHeader:
		e.set("scope", "col")
	case view.RadioGroup:
		if n.Name == "" && len(n.Children) > 0 && n.Children[0].Role == view.Heading {
			e.set("aria-labelledby", Prefix+n.Children[0].ID)
		}
	case view.Paragraph, view.TextRole, view.Strong, view.Generic, view.Heading:
		current(e, n)
		return // may not be named: https://www.w3.org/TR/wai-aria-1.2/#namefromprohibited
	}
	e.setIf("aria-label", n.Name)
	current(e, n)
}

func current(e *Element, n *view.Node) {
	if n.Current {
		e.set("aria-current", "true")
	}
}

// disabled marks a control that cannot be used now. It keeps its place in the
// tab order, so that it can be found and so that it cannot lose the focus.
func disabled(e *Element, n *view.Node) {
	if n.Disabled {
		e.set("aria-disabled", "true")
	}
}

// tags are the elements for roles, outside of phrases.
var tags = map[view.Role]string{
	view.Banner: "header", view.Main: "main", view.Navigation: "nav", view.Region: "section",
	view.Group: "div", view.Generic: "div", view.Paragraph: "p", view.TextRole: "span",
	view.List: "ul", view.ListItem: "li", view.RadioGroup: "fieldset", view.Figure: "figure",
	view.Table: "table", view.Row: "tr", view.RowHeader: "th", view.ColHeader: "th", view.Cell: "td",
	view.Status: "div", view.Progress: "p", view.Dialog: "section", view.Separator: "hr",
}

// radio is a label around a native radio button, which covers it, so that both
// are found in the same place.
func (r *renderer) radio(e *Element, n *view.Node) {
	input := &Element{
		Key: n.ID + "/input", Tag: "input", Node: n.ID, Radio: true, Checked: n.Checked,
		Attrs: []Attr{{"type", "radio"}, {"name", Prefix + r.group}, {"id", InputID(n.ID)}},
	}
	input.setIf("aria-label", n.Name)
	disabled(input, n)
	e.set("for", InputID(n.ID))
	if n.Mark == "" && len(n.Children) == 0 {
		e.Children = append(e.Children, part(n.ID, "text", "span", n.Text))
	} else {
		r.content(e, n, true)
	}
	e.Children = append([]*Element{input}, e.Children...)
}

// InputID is the id attribute of the radio button of a node.
func InputID(node string) string { return Prefix + node + "-input" }

// figure is a chart: its title, the picture where it is wanted, its summary in
// words, and its data.
func (r *renderer) figure(e *Element, n *view.Node) {
	e.setIf("aria-label", n.Name)
	if n.Name != "" {
		e.Children = append(e.Children, part(n.ID, "name", "figcaption", n.Name))
	}
	if n.Chart != nil && r.charts {
		e.Children = append(e.Children, draw(n.ID, n.Chart))
	}
	if n.Text != "" {
		e.Children = append(e.Children, part(n.ID, "text", "p", n.Text))
	}
	if n.Chart != nil && len(n.Chart.Table) > 0 {
		e.Children = append(e.Children, r.data(n))
	}
	for i := range n.Children {
		e.Children = append(e.Children, r.node(&n.Children[i], false))
	}
}

// data is a chart's table.
func (r *renderer) data(n *view.Node) *Element {
	table := part(n.ID, "data", "table", "")
	table.set("role", "table")
	table.setIf("aria-label", n.Name)
	for i, cells := range n.Chart.Table {
		row := part(n.ID, "row-"+strconv.Itoa(i), "tr", "")
		row.Attrs = []Attr{{"role", "row"}}
		for j, text := range cells {
			cell := part(n.ID, "cell-"+strconv.Itoa(i)+"-"+strconv.Itoa(j), "td", text)
			cell.Attrs = []Attr{{"role", "cell"}}
			switch {
			case i == 0:
				cell.Tag, cell.Attrs = "th", []Attr{{"role", "columnheader"}, {"scope", "col"}}
			case j == 0:
				cell.Tag, cell.Attrs = "th", []Attr{{"role", "rowheader"}, {"scope", "row"}}
			}
			row.Children = append(row.Children, cell)
		}
		table.Children = append(table.Children, row)
	}
	return table
}
