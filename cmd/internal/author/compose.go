package author

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"hardcases/cmd/internal/whole"
	"hardcases/game/pack"
)

// Compose writes the texts of a language as the YAML of its file, in the order
// of the first language's file; texts that only this language has come after
// those around them.
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

// WriteText writes texts into the file of a language, and leaves what else is in
// it, such as comments, as it is. Where the file is written in a way that does not
// let that be done, it is composed anew, and kept is the name of a copy of the
// file as it was; else kept is "". A file of a language that the pack does not list
// was not read, and is not written over: it fails.
func (s *Source) WriteText(locale string, text map[string]string) (file, kept string, err error) {
	name := locale + textEnding
	file = s.file(name)
	old := s.bytes[name]
	if old == nil {
		if _, err := os.Lstat(file); err == nil {
			return file, "", fmt.Errorf("%s is there already, of a language that %s does not list: add %s to locales there, or take the file away", file, structureFile, locale)
		}
		return file, "", whole.Write(file, s.Compose(locale, text), 0o644)
	}
	now, ok := s.edited(locale, text)
	if !ok {
		if kept, err = keep(file, old); err != nil {
			return file, "", err
		}
		now = s.Compose(locale, text)
	}
	return file, kept, whole.Write(file, now, 0o644)
}

// edited gives the file of a language with other texts, if all that it then says
// are these texts.
func (s *Source) edited(locale string, text map[string]string) ([]byte, bool) {
	r := &reader{file: s.file(locale + textEnding)}
	old := s.bytes[locale+textEnding]
	src, ok := r.plain(old)
	if !ok {
		return nil, false
	}
	now, ok := edit(string(src), text)
	if !ok {
		return nil, false
	}
	root := r.parse([]byte(now))
	if root == nil {
		return nil, false
	}
	if named, got := r.words(root); len(r.found) > 0 || named != locale || !maps.Equal(got, text) {
		return nil, false
	}
	switch {
	case bytes.Contains(old, []byte("\r\n")):
		now = strings.ReplaceAll(now, "\n", "\r\n")
	case !bytes.Contains(old, []byte("\n")):
		now = strings.ReplaceAll(now, "\n", "\r")
	}
	return []byte(now), true
}

// keep writes a copy of a file beside it, under the first free name.
func keep(file string, b []byte) (kept string, err error) {
	for n := 1; ; n++ {
		kept = fmt.Sprintf("%s.before-%d", file, n)
		if _, err := os.Lstat(kept); errors.Is(err, fs.ErrNotExist) {
			return kept, whole.Write(kept, b, 0o644)
		}
	}
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

func (b *branch) write(out io.StringWriter, indent, path string) {
	for _, name := range b.order {
		next := b.below[name]
		at := strings.TrimPrefix(path+"."+name, ".")
		_, _ = out.WriteString(indent + name + ":")
		if len(next.order) > 0 {
			_, _ = out.WriteString("\n")
			next.write(out, indent+"  ", at)
			continue
		}
		_, _ = out.WriteString(scalarOf(at, next.text, indent) + "\n")
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
