package author

import (
	"strings"

	"hardcases/game/pack"
)

// words reads a file of text: nested keys, flattened to dotted ones. It gives
// the language that the file names, and its texts.
func (r *reader) words(root *node) (locale string, text map[string]string) {
	text = map[string]string{}
	if root.kind != mapping {
		r.record(root)
		return "", text
	}
	for _, f := range root.fields {
		if f.key == "locale" {
			locale = r.text(f.value)
			continue
		}
		r.flatten(f, f.key, text)
	}
	if root.field("locale") == nil {
		r.report("yaml-key-missing", root, "lacks the key locale", "Begin the file with the language that it is in, such as locale: en.")
	}
	return locale, text
}

func (r *reader) flatten(f field, key string, text map[string]string) {
	switch f.value.kind {
	case mapping:
		for _, below := range f.value.fields {
			r.flatten(below, key+"."+below.key, text)
		}
	case list:
		if !pack.IsWordList(key) {
			r.report("yaml-type", f.value, "is a list where text belongs", "")
			return
		}
		text[key] = strings.Join(r.texts(f.value), "|")
	case empty:
		if strings.ContainsAny(f.key, " ,.") { // {why: Later, but the same.}
			r.report("yaml-type", &node{line: f.line, column: f.column, in: f.value.in, part: f.key}, "is the rest of a text that was cut at a comma", "Put the whole text in double quotes.")
			return
		}
		text[key] = ""
	default:
		text[key] = f.value.text
	}
}
