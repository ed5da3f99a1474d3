package pack

import (
	"slices"
	"sort"
	"strings"
)

// Pack is an opened pack. Its parts are decoded and checked when they are first
// asked for, and kept: what Library, Case and Text give holds what Validate
// promises. It is not safe for use by several goroutines at once.
type Pack struct {
	file    *file
	library *opened[Library]
	claims  map[string]*Claim
	sources map[string]*Source
	cases   map[string]*opened[Case]
	desk    *opened[Desk]
	texts   map[string]*Text
}

// opened is a part of a pack that was asked for, and why it cannot be had. A
// part that failed stays failed, so that asking again costs nothing.
type opened[T any] struct {
	value T
	err   error
}

// Open reads the head of a pack: of one file that holds all of it, or of its
// structure, followed by the files of as many of its languages as are at hand. It
// keeps the bytes and must be the only one to hold them. Every error is an
// *Error.
func Open(files ...[]byte) (*Pack, error) {
	if len(files) == 0 {
		return nil, fail("", "this is not a pack: there is no file")
	}
	f, err := readFile(files[0])
	if err != nil {
		return nil, err
	}
	p := &Pack{file: f, cases: map[string]*opened[Case]{}, texts: map[string]*Text{}}
	for _, b := range files[1:] {
		if err := p.Add(b); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// Head is what the pack says of itself.
func (p *Pack) Head() Head { return p.file.head }

// Hash is the pack's identity, 64 hexadecimal digits: the SHA-256 of the head,
// which holds the SHA-256 of every section.
func (p *Pack) Hash() string { return p.file.hash }

// Library gives what the cases share. On an error it still gives a library,
// an empty one.
func (p *Pack) Library() (*Library, error) {
	if p.library == nil {
		p.library = &opened[Library]{}
		if p.library.err = p.openLibrary(&p.library.value); p.library.err != nil {
			p.library.value = Library{}
		}
	}
	return &p.library.value, p.library.err
}

func (p *Pack) openLibrary(l *Library) error {
	b, err := p.file.section(LibrarySection, -1, -1)
	if err != nil {
		return err
	}
	if err := p.file.decode(l, b, "library"); err != nil {
		return err
	}
	if len(l.Plans) != p.file.head.Plans {
		return fail("library", "does not agree with the head of the pack")
	}
	if err := l.check(); err != nil {
		return err
	}
	p.claims, p.sources = map[string]*Claim{}, map[string]*Source{}
	for i := range l.Claims {
		p.claims[l.Claims[i].ID] = &l.Claims[i]
	}
	for i := range l.Sources {
		p.sources[l.Sources[i].ID] = &l.Sources[i]
	}
	return nil
}

// Claim finds a claim; an unknown one comes back with only its ID.
func (p *Pack) Claim(id string) *Claim {
	if _, err := p.Library(); err == nil {
		if c := p.claims[id]; c != nil {
			return c
		}
	}
	return &Claim{ID: id}
}

// Source finds a source; an unknown one comes back with only its ID.
func (p *Pack) Source(id string) *Source {
	if _, err := p.Library(); err == nil {
		if s := p.sources[id]; s != nil {
			return s
		}
	}
	return &Source{ID: id}
}

// CaseIndex is the place of a case in Head().Cases, −1 for none.
func (p *Pack) CaseIndex(id string) int {
	return slices.IndexFunc(p.file.head.Cases, func(c CaseHead) bool { return c.ID == id })
}

// After is the case that play leads to after another: the next one that is not
// optional. ok is false where there is none.
func (p *Pack) After(id string) (h CaseHead, ok bool) {
	for _, h := range p.file.head.Cases[p.CaseIndex(id)+1:] {
		if !h.Optional {
			return h, true
		}
	}
	return CaseHead{}, false
}

// Case opens a case. On an error it still gives a case, one without steps.
func (p *Pack) Case(id string) (*Case, error) {
	c := p.cases[id]
	if c == nil {
		i := p.CaseIndex(id)
		if i < 0 {
			return &Case{ID: id}, fail("cases."+id, "is not in this pack")
		}
		c = &opened[Case]{}
		if c.err = p.openCase(&c.value, i); c.err != nil {
			c.value = Case{ID: id}
		}
		p.cases[id] = c
	}
	return &c.value, c.err
}

func (p *Pack) openCase(c *Case, index int) error {
	lib, err := p.Library()
	if err != nil {
		return err
	}
	b, err := p.file.section(CaseSection, index, -1)
	if err != nil {
		return err
	}
	head := p.file.head.Cases[index]
	path := "cases." + head.ID
	if err := p.file.decode(c, b, path); err != nil {
		return err
	}
	if !headOf(c).same(&head) {
		return fail(path, "does not agree with the head of the pack")
	}
	return (&checker{pack: p, library: lib}).oneCase(path, c)
}

// Desk opens the source desk. A pack without one gives an empty desk, and so
// does an error.
func (p *Pack) Desk() (*Desk, error) {
	if p.desk == nil {
		p.desk = &opened[Desk]{}
		if p.desk.err = p.openDesk(&p.desk.value); p.desk.err != nil {
			p.desk.value = Desk{}
		}
	}
	return &p.desk.value, p.desk.err
}

func (p *Pack) openDesk(d *Desk) error {
	if !p.file.head.hasDesk() {
		return nil
	}
	b, err := p.file.section(DeskSection, -1, -1)
	if err != nil {
		return err
	}
	if err := p.file.decode(d, b, deskText); err != nil {
		return err
	}
	if rounds, items := d.counts(); rounds != p.file.head.Rounds || items != p.file.head.CheckItems {
		return fail(deskText, "does not agree with the head of the pack")
	}
	return d.check(p)
}

// Step finds a step of a case by id; the index is −1 for none.
func (c *Case) Step(id string) (int, *Step) {
	for i := range c.Steps {
		if c.Steps[i].ID == id {
			return i, &c.Steps[i]
		}
	}
	return -1, &Step{ID: id}
}

// Option finds an option of a step by id; the index is −1 for none.
func (s *Step) Option(id string) (int, *Option) {
	for i := range s.Options {
		if s.Options[i].ID == id {
			return i, &s.Options[i]
		}
	}
	return -1, &Option{ID: id, Match: None}
}

// InOrder says whether every player sees the options in the pack's order. Those
// of a kind that has a scale are places on it; other steps say so themselves.
func (s *Step) InOrder() bool { return s.Ordered || s.Kind.Traits().Scale }

// Text is a pack's text in one language.
type Text struct {
	pack   *Pack
	locale int
	tables map[string]*opened[Table] // by section: "shelf", "library", or a case's id
	gentle bool                      // see Gentle
}

// Text gives the pack's text in a language. When the pack does not have it, or
// its file has not been added, it is the text of the first language that there
// is.
func (p *Pack) Text(locale string) *Text {
	locales := p.file.head.Locales
	i := slices.Index(locales, locale)
	if i < 0 || !p.holds(i) {
		i = max(slices.IndexFunc(locales, p.Has), 0)
	}
	name := locales[i]
	t := p.texts[name]
	if t == nil {
		t = &Text{pack: p, locale: i, tables: map[string]*opened[Table]{}}
		p.texts[name] = t
	}
	return t
}

// Locale is the language that the text is in.
func (t *Text) Locale() string { return t.pack.file.head.Locales[t.locale] }

// Get gives the text of a key, and "" where there is none or where the section
// is damaged (Validate says so). A fact that stands in parts is given as a whole;
// Fact gives its parts.
func (t *Text) Get(parts ...string) string {
	key := strings.Join(parts, ".")
	table, err := t.table(sectionOf(key))
	if err != nil {
		return ""
	}
	text := t.in(table, key)
	if text == "" && IsFact(key) {
		return t.parts(table, key).Whole()
	}
	return text
}

// in is the text of a key in its table, the gentler one where it is asked for and
// there.
func (t *Text) in(table Table, key string) string {
	if t.gentle {
		if gentle, ok := GentleKey(key); ok {
			if text := table.get(gentle); text != "" {
				return text
			}
		}
	}
	return table.get(key)
}

// Has says whether a key has text.
func (t *Text) Has(parts ...string) bool { return t.Get(parts...) != "" }

func (t *Text) table(section string) (Table, error) {
	table := t.tables[section]
	if table == nil {
		kind, caseIndex := CaseTextSection, -1
		switch section {
		case shelf:
			kind = ShelfTextSection
		case library:
			kind = LibraryTextSection
		case deskText:
			kind = DeskTextSection
		default:
			if caseIndex = t.pack.CaseIndex(section); caseIndex < 0 {
				return Table{}, fail("cases."+section, "is not in this pack")
			}
		}
		table = &opened[Table]{}
		if table.err = t.openTable(&table.value, section, kind, caseIndex); table.err != nil {
			table.value = Table{}
		}
		t.tables[section] = table
	}
	return table.value, table.err
}

func (t *Text) openTable(table *Table, section string, kind SectionKind, caseIndex int) error {
	b, err := t.pack.file.section(kind, caseIndex, t.locale)
	if err != nil {
		return err
	}
	path := "text." + t.Locale() + "." + section
	if err := t.pack.file.decode(table, b, path); err != nil {
		return err
	}
	return table.check(path, section)
}

func (t Table) get(key string) string {
	i := sort.Search(len(t.Entries), func(i int) bool { return t.Entries[i].Key >= key })
	if i < len(t.Entries) && t.Entries[i].Key == key {
		return t.Entries[i].Text
	}
	return ""
}

const (
	shelf    = "shelf"
	library  = "library"
	deskText = "desk"
)

// sectionOf says in which section a key lives: titles that the home screen
// needs on the shelf, the rest of a case's text with the case.
func sectionOf(key string) string {
	if strings.HasPrefix(key, "pack.") {
		return shelf
	}
	if strings.HasPrefix(key, "desk.") || strings.HasPrefix(key, "check.") {
		return deskText
	}
	after, ok := strings.CutPrefix(key, "cases.")
	if !ok {
		return library
	}
	id, field, _ := strings.Cut(after, ".")
	switch field {
	case "title", "teaser", "period":
		return shelf
	}
	return id
}
