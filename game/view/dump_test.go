package view_test

import (
	"fmt"
	"strings"

	"hardcases/game/view"
)

// whole writes screens with all that they say, one line a node, by file.
func whole(screens []screen) map[string]string {
	files := map[string]string{}
	for _, s := range screens {
		var b strings.Builder
		fmt.Fprintf(&b, "== %s\n", s.name)
		view.Walk(s.root, func(n *view.Node, depth int) bool {
			b.WriteString(strings.Repeat("  ", depth) + line(n) + "\n")
			return true
		})
		files[s.file] += b.String()
	}
	return files
}

// line writes a node by itself.
func line(n *view.Node) string {
	var b strings.Builder
	b.WriteString(outline(n))
	for _, s := range []struct{ name, text string }{{"lang", n.Lang}, {"mark", n.Mark}, {"name", n.Name}, {"", n.Text}} {
		if s.text != "" {
			fmt.Fprintf(&b, " %s%q", s.name, s.text)
		}
	}
	if len(n.Claims) > 0 {
		fmt.Fprintf(&b, " claims=%s", strings.Join(n.Claims, ","))
	}
	for _, k := range n.Keys {
		fmt.Fprintf(&b, " key=%s", k)
	}
	for _, k := range n.Typed {
		fmt.Fprintf(&b, " typed=%s:%T%v", k.Key, k.On, k.On)
	}
	if n.On != nil {
		fmt.Fprintf(&b, " on=%T%v", n.On, n.On)
	}
	if n.Chart != nil {
		c := *n.Chart
		c.Picture = nil
		b.WriteString(strings.NewReplacer(" Modules:[]", "", " Breaks:[]", "", " Rungs:[]", "", " Lanes:[]", "", " Key:[]", "", " Picture:<nil>", "").Replace(fmt.Sprintf(" chart=%+v", c)))
		if n.Chart.Picture != nil {
			fmt.Fprintf(&b, " picture=%+v", *n.Chart.Picture)
		}
	}
	return b.String()
}

// outline writes what a node is and in which condition.
func outline(n *view.Node) string {
	out := fmt.Sprintf("%s #%s", n.Role, n.ID)
	if n.Look != "" {
		out += fmt.Sprintf(" .%s", n.Look)
	}
	for _, f := range []struct {
		on   bool
		name string
	}{{n.Checked, "checked"}, {n.Current, "current"}, {n.Disabled, "disabled"}} {
		if f.on {
			out += " " + f.name
		}
	}
	if n.Level > 0 {
		out += fmt.Sprintf(" level=%d", n.Level)
	}
	return out
}

// shapes writes the shapes of those screens that are not the same in first, by
// file, and fills first where it has none. What an earlier screen of the file
// shows in the same way is named, not written again.
func shapes(screens []screen, first map[string]string) map[string]string {
	files := map[string]string{}
	seen := map[string]map[string]string{} // by file: a shape, and where it was written
	for _, s := range screens {
		full := shape(s.root)
		if first[s.name] == full {
			continue
		}
		if first[s.name] == "" {
			first[s.name] = full
		}
		if seen[s.file] == nil {
			seen[s.file] = map[string]string{}
		}
		w := shaper{at: s.name, seen: seen[s.file]}
		fmt.Fprintf(&w.out, "== %s\n", s.name)
		w.write(s.root, 0)
		files[s.file] += w.out.String()
	}
	return files
}

// shape writes a node and all below it on one line: what it is, whether it says
// something, and what activating it does.
func shape(n *view.Node) string {
	out := outline(n)
	if n.Text != "" {
		out += " …"
	}
	for _, f := range []struct {
		on   bool
		name string
	}{{n.Name != "", "named"}, {n.Mark != "", "marked"}, {n.Lang != "", "lang"}, {len(n.Claims) > 0, "claims"}} {
		if f.on {
			out += " " + f.name
		}
	}
	if n.On != nil && n.ID != "bar-language" { // which leads to the other language
		out += fmt.Sprintf(" on=%s%v", strings.TrimPrefix(fmt.Sprintf("%T", n.On), "play."), n.On)
	}
	if n.Chart != nil {
		out += fmt.Sprintf(" chart=%s/%d/%d", n.Chart.Kind, len(n.Chart.Series), len(n.Chart.Table))
	}
	if len(n.Children) == 0 {
		return out
	}
	children := make([]string, len(n.Children))
	for i := range n.Children {
		children[i] = shape(&n.Children[i])
	}
	return out + " (" + strings.Join(children, " | ") + ")"
}

// shaper writes shapes over several lines where one would be too long.
type shaper struct {
	out  strings.Builder
	at   string // the screen
	seen map[string]string
}

// wide is the longest line of a shape, in bytes, that is not broken.
const wide = 160

func (w *shaper) write(n *view.Node, depth int) {
	indent, full := strings.Repeat("  ", depth), shape(n)
	own := *n
	own.Children = nil
	switch where, ok := w.seen[full]; {
	case ok && len(n.Children) > 0:
		fmt.Fprintf(&w.out, "%s%s as in %s\n", indent, shape(&own), where)
	case len(indent)+len(full) <= wide:
		fmt.Fprintf(&w.out, "%s%s\n", indent, full)
	default:
		fmt.Fprintf(&w.out, "%s%s\n", indent, shape(&own))
		for i := range n.Children {
			w.write(&n.Children[i], depth+1)
		}
	}
	if w.seen[full] == "" {
		w.seen[full] = w.at
	}
}
