package trim

import "strings"

// expand fills a template that knows {{if eq .A .B}}, {{else if eq .A .B}},
// {{else}} and {{end}}, and no spaces to trim: what Ebitengine writes its shaders
// with. Its text is put into Ebitengine's packages.
func expand(text string, values map[string]int) string {
	type branch struct{ on, done, outer bool }
	var b strings.Builder
	at, stack := branch{on: true}, []branch(nil)
	for {
		plain, more, ok := strings.Cut(text, "{{")
		if at.on {
			b.WriteString(plain)
		}
		if !ok {
			return b.String()
		}
		action, after, _ := strings.Cut(more, "}}")
		text = after
		words := strings.Fields(action)
		switch words[0] {
		case "end":
			at, stack = stack[len(stack)-1], stack[:len(stack)-1]
			continue
		case "if":
			stack = append(stack, at)
			at = branch{outer: at.on}
		}
		at.on = at.outer && !at.done
		if n := len(words); n > 2 {
			at.on = at.on && values[words[n-2]] == values[words[n-1]]
		}
		at.done = at.done || at.on
	}
}
