package hostile

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Source is a file of an author's folder that nobody should write, grown from a
// good one.
type Source struct {
	Name string // what is odd about it, in a few words
	file string
	grow func(text string, n int) string // by so many bytes, about
	Says string                          // a part of what is said of it, once it is large; "" for nothing
}

// Write writes a good folder with one file grown by so many bytes, about.
func (s Source) Write(dir string, good fs.FS, n int) error {
	if err := os.CopyFS(dir, good); err != nil {
		return err
	}
	file := filepath.Join(dir, s.file)
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return os.WriteFile(file, []byte(s.grow(string(b), n)), 0o644)
}

// Sources lists what costs much more than it should where nothing bounds it.
func Sources() []Source {
	const p, en = "pack.yaml", "en.yaml"
	tail := func(line string) func(string, int) string {
		return func(text string, n int) string { return text + strings.Repeat(line, n/len(line)) }
	}
	around := func(before, each, after string) func(string, int) string {
		return func(text string, n int) string {
			return text + before + strings.Repeat(each, n/len(each)) + after + "\n"
		}
	}
	counted := func(line string) func(string, int) string {
		return func(text string, n int) string {
			var b strings.Builder
			for i := range n / (len(line) + 3) {
				fmt.Fprintf(&b, line, i)
			}
			return text + b.String()
		}
	}
	within := func(key, line string) func(string, int) string {
		return func(text string, n int) string {
			return strings.Replace(text, key, key+counted(line)("", n), 1)
		}
	}
	return []Source{
		{"brackets", p, around("x: ", "[", ""), "is nested more than 32 deep"},
		{"closed brackets", p, func(s string, n int) string {
			return s + "x: " + strings.Repeat("[", n/2) + strings.Repeat("]", n/2) + "\n"
		}, "is nested more than 32 deep"},
		{"braces", p, around("x: ", "{a: ", ""), "is nested more than 32 deep"},
		{"hyphens", p, around("x:\n  ", "- ", "a"), "is nested more than 32 deep"},
		{"hyphens in a text", en, around("x:\n  ", "- ", "a"), "is nested more than 32 deep"},
		{"question marks", en, around("x:\n  ", "? ", "a"), "is nested more than 32 deep"},
		{"ever further in", en, func(s string, n int) string {
			for i := 0; i*i < n; i++ {
				s += strings.Repeat(" ", i) + "a:\n"
			}
			return s
		}, "is nested more than 32 deep"},
		{"keys", p, counted("k%d: 1\n"), "stands beside more than 4000 other keys"},
		{"keys of a text", en, counted("k%d: x\n"), "stands beside more than 4000 other keys"},
		{"the same key", en, tail("k: 1\n"), "stands beside more than 4000 other keys"},
		{"keys in braces", p, func(s string, n int) string { return s + "x: {" + counted("k%d: 1, ")("", n) + "}\n" }, "[error: yaml-key-unknown]"},
		{"keys in braces of a text", en, func(s string, n int) string { return s + "x: {" + counted("k%d: a, ")("", n) + "}\n" }, "[error: string-stale]"},
		{"commas", p, around("x: [", ",", "]"), "[error: yaml-syntax]"},
		{"quotes", p, around("x: [", `"", `, "]"), "[error: yaml-key-unknown]"},
		{"a long line", en, around(`x: "`, "it's ", `"`), "[error: string-stale]"},
		{"a long line without quotes", en, around("x: ", "it's ", ""), "[error: string-stale]"},
		{"a long text", en, around("x: |\n", "  it's\n", ""), "[error: string-stale]"},
		{"a quote over many lines", en, around(`x: "`, "it's\n  ", `"`), "opens a quotation mark"},
		{"a longer key than any", en, func(s string, n int) string { return s + strings.Repeat("x", 100) + ": a\n" }, "none has more than 64"},
		{"a long key", en, around("", "x", ": a"), "more than 1000 characters together"},
		{"long keys inside each other", en, func(s string, n int) string {
			for i := range 20 {
				s += strings.Repeat(" ", i) + strings.Repeat("k", n/40) + ":\n"
			}
			return s + counted(strings.Repeat(" ", 20)+"k%d: a\n")("", n/2)
		}, "more than 1000 characters together"},
		{"a long line that is none", p, around("", "x", ""), "[error: yaml-syntax]"},
		{"comments", p, tail("#\n"), ""},
		{"a long comment", p, around("", "#", ""), ""},
		{"anchors", p, counted("  k%d: &a [*a, *a]\n"), "[error: yaml-"},
		{"tags", p, func(s string, n int) string { return s + "x: {" + counted("k%d: !!str x, ")("", n) + "}\n" }, "[error: yaml-"},
		{"documents", p, tail("---\n"), "holds a second document"},
		{"claims", p, within("claims:\n", "  C%d: {}\n"), "[error: yaml-"},
		{"actors", p, within("actors: [", "c%d, "), "[error: string-missing]"},
		{"languages", p, within("locales: [", "c%d, "), "languages; at most 64 are read"},
		{"steps", p, within("    steps:\n", "      - {id: S%d}\n"), "[error: yaml-key-missing]"},
		{"facts", p, within("        known:\n", "          - {id: g%d, claims: [C-CRACK]}\n"), "[error: "},
		{"returns", en, tail("\r"), ""},
		{"tabs", en, around("x: a", "\t", "b"), "[error: "},
		{"terminal", en, around(`x: "`, `\e[2J`, "\x1b[2J\""), "[error: "},
	}
}
