package pack

import (
	"crypto/sha256"
	"slices"
	"strings"

	"github.com/tinylib/msgp/msgp"
)

// Content is a whole pack, unpacked: what a compiler hands to Build and what
// Unpack gives back.
type Content struct {
	ID, Version, Licence string
	Authors              []string
	Locales              []string
	Library              Library
	Cases                []Case
	Desk                 Desk
	Text                 map[string]map[string]string // locale → key → text
}

// Build writes a whole pack into one file, all its languages with it. The same
// content gives the same bytes. It writes what it is given: Validate judges it.
// Structure and Language give the same pack in files of their own.
func Build(c *Content) ([]byte, error) {
	w := writer{head: Head{Format: Format, ID: c.ID, Version: c.Version, Licence: c.Licence, Authors: c.Authors, Locales: c.Locales}}
	for i := range c.Cases {
		w.head.Cases = append(w.head.Cases, headOf(&c.Cases[i]))
	}
	w.head.Rounds, w.head.CheckItems = c.Desk.counts()
	w.head.Plans = len(c.Library.Plans)
	w.head.Model, w.head.Seat = modelOf(c.Cases)
	w.structure(c)
	for l, locale := range c.Locales {
		w.language(c, l, tablesOf(c.Text[locale]))
	}
	if w.err != nil {
		return nil, w.err
	}
	head, err := w.head.MarshalMsg(nil)
	if err != nil {
		return nil, err
	}
	return join(head, w.bodies), nil
}

// writer gathers the sections of a pack, and lists them in its head.
type writer struct {
	head   Head
	bodies [][]byte
	err    error
}

func (w *writer) add(kind SectionKind, caseIndex, localeIndex int, v msgp.Marshaler) {
	b, err := v.MarshalMsg(nil)
	if err != nil && w.err == nil {
		w.err = err
	}
	sum := sha256.Sum256(b)
	w.head.Sections = append(w.head.Sections, Section{Kind: kind, Case: caseIndex, Locale: localeIndex, Size: len(b), Sum: sum[:]})
	w.bodies = append(w.bodies, b)
}

// structure adds the sections that belong to no language.
func (w *writer) structure(c *Content) {
	w.add(LibrarySection, -1, -1, &c.Library)
	for i := range c.Cases {
		scaled := withScales(c, i)
		w.add(CaseSection, i, -1, &scaled)
	}
	if w.head.hasDesk() {
		w.add(DeskSection, -1, -1, &c.Desk)
	}
}

// language adds the sections of one language.
func (w *writer) language(c *Content, index int, tables map[string]Table) {
	add := func(kind SectionKind, caseIndex int, section string) {
		table := tables[section]
		w.add(kind, caseIndex, index, &table)
	}
	add(ShelfTextSection, -1, shelf)
	add(LibraryTextSection, -1, library)
	if w.head.hasDesk() {
		add(DeskTextSection, -1, deskText)
	}
	for i := range c.Cases {
		add(CaseTextSection, i, c.Cases[i].ID)
	}
}

// join writes a pack file of a head and sections.
func join(head []byte, sections [][]byte) []byte {
	sum := sha256.Sum256(head)
	out := msgp.AppendArrayHeader(nil, uint32(3+len(sections)))
	out = msgp.AppendString(out, magic)
	out = msgp.AppendBytes(out, head)
	out = msgp.AppendBytes(out, sum[:])
	for _, b := range sections {
		out = msgp.AppendBytes(out, b)
	}
	return out
}

// withScales is a case whose steps know whether they have a scale of their own.
func withScales(c *Content, index int) Case {
	one := c.Cases[index]
	one.Steps = slices.Clone(one.Steps)
	for i := range one.Steps {
		one.Steps[i].OwnScale = false
		for _, locale := range c.Locales {
			if c.Text[locale]["cases."+one.ID+".steps."+one.Steps[i].ID+".low"] != "" {
				one.Steps[i].OwnScale = true
			}
		}
	}
	return one
}

// headOf sums a case up for the head.
func headOf(c *Case) CaseHead {
	h := CaseHead{ID: c.ID, Minutes: c.Minutes, ShortMinutes: c.ShortMinutes, WholeMinutes: c.WholeMinutes, Steps: len(c.Steps), Short: c.short(), Older: c.Older, Optional: c.Optional, After: c.After}
	if len(c.Steps) > 0 {
		h.From = c.Steps[0].Date
	}
	return h
}

// modelOf is the head's Model and Seat of a pack with these cases.
func modelOf(cases []Case) (model, seat string) {
	if len(cases) == 0 || len(cases[0].Tries) == 0 || len(cases[0].Tries[0].Switches) == 0 {
		return "", ""
	}
	c := &cases[0]
	for i := range c.Tries {
		if slices.ContainsFunc(c.Tries[i].Switches, func(o Offer) bool { return o.Switch == c.Seat }) {
			return c.Seat, c.Seat
		}
	}
	return c.Tries[0].Switches[0].Switch, c.Seat
}

// same says whether two heads tell the same of a case.
func (h CaseHead) same(other *CaseHead) bool {
	return h.ID == other.ID && h.From == other.From && h.Minutes == other.Minutes && h.Steps == other.Steps &&
		slices.Equal(h.ShortMinutes, other.ShortMinutes) && slices.Equal(h.WholeMinutes, other.WholeMinutes) && h.Short == other.Short && h.Older == other.Older && h.Optional == other.Optional && slices.Equal(h.After, other.After)
}

// tablesOf deals keys out to their sections, sorted.
func tablesOf(text map[string]string) map[string]Table {
	tables := map[string]Table{}
	for key, value := range text {
		s := sectionOf(key)
		t := tables[s]
		t.Entries = append(t.Entries, Entry{Key: key, Text: value})
		tables[s] = t
	}
	for _, t := range tables {
		slices.SortFunc(t.Entries, func(a, b Entry) int { return strings.Compare(a.Key, b.Key) })
	}
	return tables
}

// Unpack decodes every section. It is for tools and for Validate; play decodes
// as it goes.
func (p *Pack) Unpack() (*Content, error) {
	h := p.Head()
	c := &Content{ID: h.ID, Version: h.Version, Licence: h.Licence, Authors: h.Authors, Locales: h.Locales, Text: map[string]map[string]string{}}
	lib, err := p.Library()
	if err != nil {
		return nil, err
	}
	c.Library = *lib
	for _, ch := range h.Cases {
		one, err := p.Case(ch.ID)
		if err != nil {
			return nil, err
		}
		c.Cases = append(c.Cases, *one)
	}
	desk, err := p.Desk()
	if err != nil {
		return nil, err
	}
	c.Desk = *desk
	if err := c.checkPlans(); err != nil {
		return nil, err
	}
	for _, locale := range h.Locales {
		all := map[string]string{}
		t := p.Text(locale)
		sections := []string{shelf, library}
		if h.hasDesk() {
			sections = append(sections, deskText)
		}
		for _, ch := range h.Cases {
			sections = append(sections, ch.ID)
		}
		for _, s := range sections {
			table, err := t.table(s)
			if err != nil {
				return nil, err
			}
			for _, e := range table.Entries {
				all[e.Key] = e.Text
			}
		}
		c.Text[locale] = all
	}
	return c, nil
}
