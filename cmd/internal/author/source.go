package author

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"hardcases/assets"
	"hardcases/cmd/internal/length"
	"hardcases/cmd/internal/lint"
	"hardcases/cmd/internal/plain"
	"hardcases/game/locale"
	"hardcases/game/pack"
)

const (
	structureFile = "pack.yaml"
	maxLocales    = 64 // of a pack file, too
)

// original is the language that comes first where a pack does not say which: the
// one that the others are translated from.
const original = "en"

// Source is a pack as its authors wrote it.
type Source struct {
	dir     string
	bytes   map[string][]byte   // by file name
	trees   map[string]*node    // by file name
	lines   map[string][]string // by file name, once they were asked for
	spent   spent               // by the files that were read
	content pack.Content
	words   *locale.Catalog // with which screens are measured; nil for those that the program has
}

func newSource(dir string) *Source {
	return &Source{
		dir: dir, bytes: map[string][]byte{}, trees: map[string]*node{}, lines: map[string][]string{},
		content: pack.Content{Text: map[string]map[string]string{}},
	}
}

// Load reads a pack's folder. What it finds is wrong in shape: a key that is
// unknown, missing or there twice, a value of the wrong type, a date that is
// none. With an error among the findings the content is not whole, and linting
// it would say the same things again.
func Load(dir string) (*Source, []Finding) {
	s := newSource(dir)
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return s, []Finding{{Code: "file-missing", Level: lint.Error, File: dir, Reason: "is a file; a pack's sources are a folder, with " + structureFile + " and a file of text for each language", Mend: "Name the folder."}}
	}
	found := s.read(structureFile, func(r *reader, root *node) { r.structure(root, &s.content) })
	if s.trees[structureFile] == nil {
		return s, found
	}
	if s.trees[structureFile].field("locales") == nil {
		s.content.Locales = s.languages()
	}
	if n := len(s.content.Locales); n > maxLocales {
		r := &reader{file: s.file(structureFile)}
		r.report("yaml-type", s.trees[structureFile].field("locales"), fmt.Sprintf("lists %d languages; at most %d are read", n, maxLocales), "Take some out.")
		return s, Sort(append(found, r.found...))
	}
	for i, locale := range s.content.Locales {
		found = append(found, s.readText(locale, "locales["+strconv.Itoa(i)+"]")...)
	}
	found = append(found, s.strays(structureFile)...)
	return s, Sort(found)
}

// languages are those that the folder has files of: English first, the others by
// name.
func (s *Source) languages() []string {
	var all []string
	for _, name := range s.texts() {
		if locale := strings.TrimSuffix(name, textEnding); pack.ValidID(locale) {
			all = append(all, locale)
		}
	}
	slices.SortFunc(all, func(a, b string) int {
		if (a == original) != (b == original) {
			return map[bool]int{true: -1, false: 1}[a == original]
		}
		return strings.Compare(a, b)
	})
	return all
}

// textEnding ends the name of a file of text, after the language.
const textEnding = ".yaml"

// texts are the names of the files of text in the folder.
func (s *Source) texts() []string {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return nil // reading pack.yaml went well, so there is nothing to say
	}
	var names []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), textEnding) && e.Name() != structureFile && Ours(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return names
}

// readText reads the file of one language, which pack.yaml lists at a path.
func (s *Source) readText(locale, listed string) []Finding {
	if !pack.ValidID(locale) {
		return nil // the linter says so
	}
	name := locale + textEnding
	if _, err := os.Stat(s.file(name)); errors.Is(err, fs.ErrNotExist) {
		f := Finding{Code: "file-missing", Level: lint.Error, Path: listed, Reason: "lists " + locale + ", but there is no file " + name, Mend: "Add the file, or take the language out."}
		f.File, f.Line, f.Column = s.Place("", listed)
		return []Finding{f}
	}
	return s.read(name, func(r *reader, root *node) {
		named, text := r.words(root)
		s.content.Text[locale] = text
		if at := root.field("locale"); at != nil && named != locale {
			r.report("yaml-locale", at, "is "+named+" in a file named "+name, "Make the two agree.")
		}
	})
}

// readSource reads a file of sources: a little more than parse takes, so that
// parse can refuse it, and no more.
func readSource(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxSource+1))
}

// Ours says whether a file of this name can be an author's. What begins with a
// dot or a tilde beside the files of an author is a system's or an editor's: a
// lock, a shadow, a copy.
func Ours(name string) bool { return !strings.HasPrefix(name, ".") && !strings.HasPrefix(name, "~") }

// read parses a file and hands its tree on.
func (s *Source) read(name string, use func(*reader, *node)) []Finding {
	r := &reader{file: s.file(name), spent: s.spent}
	b, err := readSource(r.file)
	if err != nil {
		r.report("file-missing", nil, unread(err), "")
		return r.found
	}
	root := r.parse(b)
	if s.spent = r.spent; s.spent.bytes <= maxSource {
		s.bytes[name] = b
	}
	if root != nil {
		s.trees[name] = root
		use(r, root)
	}
	return r.found
}

// strays finds files of text whose language the list of languages in a file does
// not have.
func (s *Source) strays(list string) []Finding {
	var found []Finding
	for _, name := range s.texts() {
		locale := strings.TrimSuffix(name, textEnding)
		if !slices.Contains(s.content.Locales, locale) {
			found = append(found, Finding{Code: "file-stray", Level: lint.Error, File: s.file(name), Line: 1, Column: 1,
				Reason: "is of a language that " + list + " does not list", Mend: "Add " + locale + " to the languages in " + list + ", or take the file away."})
		}
	}
	return found
}

// Content is what the folder says, as far as it could be read.
func (s *Source) Content() *pack.Content { return &s.content }

// Excerpt gives the line that a finding points at, as Report shows it; "" where
// there is none.
func (s *Source) Excerpt(f Finding) string {
	name := filepath.Base(f.File)
	lines := s.lines[name]
	if lines == nil && s.bytes[name] != nil {
		text := bytes.TrimPrefix(plain.Lines(s.bytes[name]), []byte("\ufeff"))
		lines = strings.Split(string(text), "\n")
		s.lines[name] = lines
	}
	return f.excerpt(lines)
}

// Build writes the pack file, with how long each case takes to play. The same
// folder gives the same bytes. Its error is a *pack.Error that names file and line.
func (s *Source) Build() ([]byte, error) {
	words := s.words
	if words == nil {
		var err error
		if words, err = locale.Read(assets.Languages(), assets.Strings()...); err != nil {
			return nil, err
		}
	}
	b, err := length.Build(&s.content, words)
	var bad *pack.Error
	if errors.As(err, &bad) {
		bad.File, bad.Line, bad.Column = s.Place("", bad.Path)
	}
	return b, err
}

// Lint checks the pack's meaning, and says where in the folder each finding is.
func (s *Source) Lint(settings lint.Settings) []Finding {
	return s.place(s.meant(fold(lint.Check(&s.content, settings), s.content.Text)))
}

// place takes findings of the linter over.
func (s *Source) place(found []lint.Finding) []Finding {
	out := make([]Finding, len(found))
	for i, f := range found {
		out[i] = finding(f)
		out[i].File, out[i].Line, out[i].Column = s.Place(f.Locale, f.Path)
	}
	return Sort(out)
}

// Place says where something is: path in pack.yaml, or in the text of a locale.
// Of what is not there, it gives the nearest thing around it that is. Line and
// column are 0 for a file that could not be read.
func (s *Source) Place(locale, path string) (file string, line, column int) {
	name := structureFile
	if locale != "" {
		name = locale + textEnding
	}
	root := s.trees[name]
	if root == nil {
		return s.file(name), 0, 0
	}
	n, by, _ := root.find(path)
	if by != nil && (n.kind == mapping || n.block || n.line != by.line) {
		return s.file(name), by.line, by.column
	}
	if by == nil && n == root {
		return s.file(name), 1, 1
	}
	return s.file(name), n.line, n.column
}

func (s *Source) file(name string) string { return filepath.Join(s.dir, name) }

// finding takes a finding of the linter over.
func finding(f lint.Finding) Finding {
	out := Finding{Code: f.Code, Level: f.Level, Path: f.Path, Reason: f.Reason, Mend: f.Mend}
	if f.Locale != "" {
		out.Path = f.Locale + ": " + f.Path
	}
	return out
}

// unread says why a file cannot be read.
func unread(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "this file is missing"
	case errors.Is(err, fs.ErrPermission):
		return "this file may not be read"
	}
	return err.Error()
}
