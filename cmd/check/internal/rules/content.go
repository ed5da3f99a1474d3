package rules

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
)

// maxFile is the most bytes that a tracked file may have: everyone who clones
// the repository pays for it, for ever. What players load has budgets of its own
// (cmd/check/internal/part/sizes.go).
const maxFile = 400_000

// banned is text that no file may hold, in lower case. Each pattern begins with
// plain characters, which is what makes it quick to look for, and is written so
// that it does not match itself.
var banned = []struct {
	what     string
	patterns []*regexp.Regexp
}{
	{"a path of somebody's machine", compile(
		`/work/([.]library|in|main|shared|steering)\b`, `/farm/([.]library|in|main|shared|steering)\b`,
		`/root/(go|[.])`, `/tmp/[b]ash`,
	)},
	{"the host of a package registry: name packages, and let each tool know where they are", compile(
		`proxy[.][a-z0-9-]+[.](org|com|io|dev)\b`, `registry[.][a-z0-9-]+[.](org|com|io|dev)\b`,
		`deb[.][a-z0-9-]+[.](org|com)\b`, `sum[.]golang[.]`,
	)},
	{"the address of a forum that must never appear", compile(
		`kiwifarms?[.](net|ru|st|cc|top|is|pl|hk|tw)`, `8ch[.](net|top|co|moe)`, `8chan[.](net|top|co|moe)`,
		`8kun[.](net|top|co|moe)`, `dailystorme?r?[.][a-z]+`, `[.]onion\b`,
	)},
	{"what a merge left open", compile(`\n<<<<<<[<] `, `\n>>>>>>[>] `)},
}

func compile(patterns ...string) []*regexp.Regexp {
	var compiled []*regexp.Regexp
	for _, p := range patterns {
		compiled = append(compiled, regexp.MustCompile(p))
	}
	return compiled
}

// Content checks what every file must not be or hold.
func Content(name string, data []byte) []string {
	var found []string
	if len(data) > maxFile {
		found = append(found, fmt.Sprintf("%s: has %d bytes, the limit is %d", name, len(data), maxFile))
	}
	if binary(data) {
		return found
	}
	lower := append([]byte{'\n'}, bytes.ToLower(data)...) // what begins a line has one before it
	for _, b := range banned {
		for _, p := range b.patterns {
			for _, at := range p.FindAllIndex(lower, -1) {
				line := bytes.Count(lower[:at[0]+1], []byte("\n"))
				found = append(found, fmt.Sprintf("%s:%d: %s (%q)", name, line, b.what, lower[at[0]:at[1]]))
			}
		}
	}
	return found
}

// binary says whether data is no text, as git decides it: by a zero byte near
// the start.
func binary(data []byte) bool {
	return bytes.IndexByte(data[:min(len(data), 8000)], 0) >= 0
}

// Fonts checks that each font among the files has its licence beside it: a
// file LICENSE-x.txt where the font's name begins with x.
func Fonts(files []string) []string {
	var found []string
	for _, name := range files {
		licensed := func(other string) bool {
			family, ok := strings.CutPrefix(strings.TrimSuffix(other, ".txt"), path.Dir(name)+"/LICENSE-")
			return ok && family != "" && path.Ext(other) == ".txt" && strings.HasPrefix(path.Base(name), family)
		}
		if slices.Contains([]string{".woff", ".woff2", ".ttf", ".otf"}, path.Ext(name)) && !slices.ContainsFunc(files, licensed) {
			found = append(found, name+": has no LICENSE-family.txt beside it")
		}
	}
	return found
}
