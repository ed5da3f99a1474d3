package author

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"hardcases/cmd/internal/whole"
	"hardcases/game/pack"
)

// Compose writes the texts of a language as the YAML of its file, in the order
// of the first language's file; texts that only this language has come after
// those around them. Comments are not kept.
func (s *Source) Compose(locale string, text map[string]string) []byte {
	var keys []string
	if root := s.trees[s.content.Locales[0]+".yaml"]; root != nil {
		keys = leaves(root, "", nil)
	}
	known := map[string]bool{}
	for _, key := range keys {
		known[key] = true
	}
	for _, key := range slices.Sorted(maps.Keys(text)) {
		if !known[key] {
			keys = append(keys, key)
		}
	}
	top := &branch{below: map[string]*branch{}}
	for _, key := range keys {
		if t, ok := text[key]; ok && key != "locale" {
			top.put(strings.Split(key, "."), t)
		}
	}
	var b bytes.Buffer
	b.WriteString(schemaLine(locale+".yaml") + "locale: " + locale + "\n")
	top.write(&b, "", "")
	return b.Bytes()
}

// WriteText writes the file of a language.
func (s *Source) WriteText(locale string, text map[string]string) (file string, err error) {
	file = s.file(locale + ".yaml")
	return file, whole.Write(file, s.Compose(locale, text), 0o644)
}

// leaves gives the keys of a tree in the order of its file.
func leaves(n *node, at string, keys []string) []string {
	if n.kind != mapping {
		return append(keys, at)
	}
	for _, f := range n.fields {
		key := f.key
		if at != "" {
			key = at + "." + f.key
		}
		keys = leaves(f.value, key, keys)
	}
	return keys
}

// branch is texts by the parts of their keys, in order.
type branch struct {
	text  string
	order []string
	below map[string]*branch
}

func (b *branch) put(parts []string, text string) {
	for _, part := range parts {
		next := b.below[part]
		if next == nil {
			next = &branch{below: map[string]*branch{}}
			b.below[part] = next
			b.order = append(b.order, part)
		}
		b = next
	}
	b.text = text
}

func (b *branch) write(out *bytes.Buffer, indent, path string) {
	for _, name := range b.order {
		next := b.below[name]
		at := strings.TrimPrefix(path+"."+name, ".")
		out.WriteString(indent + name + ":")
		if len(next.order) > 0 {
			out.WriteString("\n")
			next.write(out, indent+"  ", at)
			continue
		}
		out.WriteString(scalarOf(at, next.text, indent) + "\n")
	}
}

// scalarOf writes one text: several lines as a block, words to search for as a
// list, all else in quotes.
func scalarOf(key, text, indent string) string {
	switch {
	case pack.IsWordList(key):
		words := strings.Split(text, "|")
		for i := range words {
			words[i] = quoted(words[i])
		}
		return " [" + strings.Join(words, ", ") + "]"
	case strings.Contains(text, "\n") && strings.TrimSpace(text) == text && !strings.Contains(text, " \n"):
		lines := strings.Split(text, "\n")
		for i, line := range lines {
			if line != "" {
				lines[i] = indent + "  " + line
			}
		}
		return " |\n" + strings.Join(lines, "\n")
	}
	return " " + quoted(text)
}

// quoted writes text as YAML in double quotes, whose escapes are those of JSON.
func quoted(text string) string {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	if out.Encode(text) != nil {
		return `""` // strings always encode
	}
	return strings.TrimSuffix(b.String(), "\n")
}
