package licence

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

// goText is the licence of Go, whose runtime and standard library are in every
// program.
//
//go:embed golang.txt
var goText string

const head = `# What others made

The programs built from this repository hold the work of others, listed here
with its licences. Written by ` + "`go run ./cmd/check licences`" + `; a test compares it with
what is linked.

"desktop" is ` + "`cmd/hardcases`" + ` for Linux, macOS or Windows, "browser" is the
WebAssembly program of ` + "`wasm`" + `. The fonts' licences (OFL-1.1) are beside the
fonts, in ` + "`assets/fonts`" + `.

| module | version | licence | in |
|---|---|---|---|
`

// Page writes the list and the texts of the licences, each text once.
func Page(modules []Module) string {
	golang := Module{
		Path: "Go standard library and runtime", Version: "as built", In: []string{"browser", "desktop"},
		Texts: []Text{{Name: "LICENSE", ID: "BSD-3-Clause", Text: clean(goText)}},
	}
	modules = append([]Module{golang}, modules...)

	var page strings.Builder
	page.WriteString(head)
	for _, m := range modules {
		fmt.Fprintf(&page, "| %s | %s | %s | %s |\n", m.Path, m.Version, m.IDs(), strings.Join(m.In, ", "))
	}
	for _, t := range once(modules) {
		fmt.Fprintf(&page, "\n## %s\n\nOf %s.\n\n", t.title, strings.Join(t.of, ", "))
		for line := range strings.Lines(t.text + "\n") {
			if line != "\n" {
				page.WriteString("    ") // set as it is
			}
			page.WriteString(line)
		}
	}
	return page.String()
}

// shared is a text and the modules that it belongs to.
type shared struct {
	title, text string
	of          []string
}

func once(modules []Module) []shared {
	var all []shared
	for _, m := range modules {
		for _, t := range m.Texts {
			owner := m.Path
			if strings.Contains(t.Name, "/") {
				owner += " (" + t.Name + ")"
			}
			i := slices.IndexFunc(all, func(s shared) bool { return s.text == t.Text })
			if i < 0 {
				title := t.ID
				if title == "" {
					title = "Notice"
				}
				all = append(all, shared{title: title, text: t.Text})
				i = len(all) - 1
			}
			all[i].of = append(all[i].of, owner)
		}
	}
	return all
}
