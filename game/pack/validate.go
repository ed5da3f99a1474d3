package pack

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hardcases/game/network"
)

// The longest text, key and name that a pack may hold, in bytes. A screenful is
// about 2,000.
const (
	MaxText = 16 << 10
	MaxKey  = 400
	MaxName = 1000
)

// Validate decodes every section and checks what play and view rely on:
//
//   - ids are valid and unique, and every reference resolves;
//   - each step has 2 to 8 options with known matches and places from 0 to 100,
//     one of them the option that happened;
//   - each fact has a claim, and dates are there where a rule needs them;
//   - texts are UTF-8 of bounded length without control characters, and sorted.
//
// What an editor would want beyond that is the linter's business. The first
// thing found is returned as an *Error. Library, Case and Text check the same
// of their own part, so only tools need to call Validate.
func (p *Pack) Validate() error {
	_, err := p.Unpack()
	return err
}

// checkNames checks what the head says outright.
func (h *Head) checkNames() error {
	if !ValidID(h.ID) {
		return fail("head.id", "is %q; an id has 1 to 64 letters, digits, hyphens and underscores", clip(h.ID))
	}
	for _, s := range append([]string{h.Version, h.Licence}, h.Authors...) {
		if err := checkText("head", s, MaxName); err != nil {
			return err
		}
	}
	if _, ok := network.ByID(h.Model); h.Model != "" && !ok {
		return fail("head.model", "is %q, which is no switch of the working model", clip(h.Model))
	}
	if h.Seat != "" && !ValidID(h.Seat) {
		return fail("head.seat", "is %q, which is no id", clip(h.Seat))
	}
	if len(h.Locales) == 0 {
		return fail("head.locales", "is empty: a pack needs at least one language")
	}
	if err := checkIDs("head.locales", h.Locales); err != nil {
		return err
	}
	ids := make([]string, len(h.Cases))
	for i, c := range h.Cases {
		if !ValidCaseID(c.ID) {
			return fail("head.cases", "names a case %q, which is no id for a case", clip(c.ID))
		}
		ids[i] = c.ID
	}
	return checkIDs("head.cases", ids)
}

// check holds the library to what Validate promises.
func (l *Library) check() error {
	lists := []struct {
		path string
		ids  []string
	}{{"principles", l.Principles}, {"layers", l.Layers}, {"actors", l.Actors}, {"glossary", l.Glossary}, {"across.questions", l.Questions}}
	for _, list := range lists {
		if err := checkIDs(list.path, list.ids); err != nil {
			return err
		}
	}
	if err := checkIDs("sources", idsOf(l.Sources, func(s *Source) string { return s.ID })); err != nil {
		return err
	}
	if err := checkIDs("claims", idsOf(l.Claims, func(c *Claim) string { return c.ID })); err != nil {
		return err
	}
	sources := make(map[string]bool, len(l.Sources))
	for i := range l.Sources {
		sources[l.Sources[i].ID] = true
		if err := l.Sources[i].check(); err != nil {
			return err
		}
	}
	for i := range l.Claims {
		if err := l.Claims[i].check(sources, l.Actors); err != nil {
			return err
		}
	}
	claims := make(map[string]bool, len(l.Claims))
	for i := range l.Claims {
		claims[l.Claims[i].ID] = true
	}
	for _, id := range l.Across {
		if !claims[id] {
			return fail("across", "names the claim %q, which is not in this pack", clip(id))
		}
	}
	if err := l.checkModel(claims); err != nil {
		return err
	}
	return l.checkPlans()
}

func (s *Source) check() error {
	path := "sources." + s.ID
	for _, text := range []string{s.Title, s.Publisher, s.Address} {
		if err := checkText(path, text, MaxName); err != nil {
			return err
		}
	}
	if !slices.Contains(SourceKinds(), s.Kind) {
		return fail(path+".kind", "is %q, which is no kind of source", clip(string(s.Kind)))
	}
	if !slices.Contains(Confidences(), s.Confidence) {
		return fail(path+".confidence", "is %q, which is no grade of confidence", clip(string(s.Confidence)))
	}
	if s.Address != "" && !strings.HasPrefix(s.Address, "https://") && !strings.HasPrefix(s.Address, "http://") {
		return fail(path+".address", "is not an address of the web")
	}
	return nil
}

func (c *Claim) check(sources map[string]bool, actors []string) error {
	path := "claims." + c.ID
	if c.Since.IsZero() && c.Of != Works {
		return fail(path+".since", "is missing")
	}
	if !slices.Contains(Speakers(), c.Says) {
		return fail(path+".says", "is %q, which is nobody the format knows", clip(c.Says))
	}
	if c.Of != "" && !slices.Contains(Tellings(), c.Of) {
		return fail(path+".of", "is %q, which is no telling", clip(string(c.Of)))
	}
	for _, id := range c.Sources {
		if !sources[id] {
			return fail(path+".sources", "names the source %q, which is not in this pack", clip(id))
		}
	}
	if c.Inside != nil && (!slices.Contains(actors, c.Inside.Actor) || c.Inside.Since.IsZero()) {
		return fail(path+".inside", "needs an actor of this pack and a date")
	}
	return nil
}

// checker checks cases against the library of their pack.
type checker struct {
	pack    *Pack
	library *Library
}

func (k *checker) oneCase(path string, c *Case) error {
	if !slices.Contains(k.library.Layers, c.Seat) {
		return fail(path+".seat", "is %q, which is no layer of this pack", clip(c.Seat))
	}
	if c.Minutes < 0 || c.Minutes > 24*60 {
		return fail(path+".minutes", "is %d; a case takes 0 to 1440 minutes", c.Minutes)
	}
	for name, list := range map[string][]int{"short_minutes": c.ShortMinutes, "whole_minutes": c.WholeMinutes} {
		for _, n := range list {
			if n < 0 || n > 24*60 {
				return fail(path+"."+name, "holds %d; a case takes 0 to 1440 minutes", n)
			}
		}
	}
	if len(c.Steps) == 0 {
		return fail(path+".steps", "is empty")
	}
	for _, id := range c.After {
		if k.pack.CaseIndex(id) < 0 {
			return fail(path+".after", "names the case %q, which is not in this pack", clip(id))
		}
	}
	if err := checkIDs(path+".steps", idsOf(c.Steps, func(s *Step) string { return s.ID })); err != nil {
		return err
	}
	for i := range c.Steps {
		if err := k.step(path+".steps."+c.Steps[i].ID, &c.Steps[i]); err != nil {
			return err
		}
	}
	if err := k.tries(path, c); err != nil {
		return err
	}
	if err := k.became(path, c.Became); err != nil {
		return err
	}
	return k.looksBack(path, c)
}

func (k *checker) step(path string, s *Step) error {
	switch {
	case !slices.Contains(StepKinds(), s.Kind):
		return fail(path+".kind", "is %q, which is no kind of step", clip(string(s.Kind)))
	case s.Date.IsZero():
		return fail(path+".date", "is missing")
	case !slices.Contains(k.library.Actors, s.Actor):
		return fail(path+".actor", "is %q, which is no actor of this pack", clip(s.Actor))
	case !slices.Contains(k.library.Layers, s.Seat):
		return fail(path+".seat", "is %q, which is no layer of this pack", clip(s.Seat))
	}
	for _, id := range s.Caveats {
		if !slices.Contains(Caveats(), id) {
			return fail(path+".caveats", "holds %q, which is no caveat", clip(id))
		}
	}
	for _, id := range s.Sources {
		if k.pack.sources[id] == nil {
			return fail(path+".sources", "names the source %q, which is not in this pack", clip(id))
		}
	}
	if err := k.principles(path+".reasons", s.Reasons); err != nil {
		return err
	}
	if err := k.claims(path+".outcome", s.Outcome); err != nil {
		return err
	}
	if err := k.claims(path+".takes", s.Takes); err != nil {
		return err
	}
	if err := k.claims(path+".recap", s.Recap); err != nil {
		return err
	}
	if err := k.claims(path+".opening", s.Opening); err != nil {
		return err
	}
	if err := k.options(path, s); err != nil {
		return err
	}
	if err := k.draw(path, s); err != nil {
		return err
	}
	return k.events(path, s)
}

func (k *checker) options(path string, s *Step) error {
	if len(s.Options) < 2 || len(s.Options) > 8 {
		return fail(path+".options", "has %d; a step has 2 to 8", len(s.Options))
	}
	if err := checkIDs(path+".options", idsOf(s.Options, func(o *Option) string { return o.ID })); err != nil {
		return err
	}
	for i := range s.Options {
		o := &s.Options[i]
		at := path + ".options." + o.ID
		if o.Ladder < 0 || o.Ladder > 100 {
			return fail(at+".ladder", "is %d; the ladder goes from 0 to 100", o.Ladder)
		}
		if err := s.checkMatch(at, o.Match); err != nil {
			return err
		}
		if err := checkIDs(at+".does", o.Does); err != nil {
			return err
		}
		if err := k.principles(at+".serves", o.Serves); err != nil {
			return err
		}
		if err := k.principles(at+".strains", o.Strain); err != nil {
			return err
		}
	}
	if i, _ := s.Option(s.Happened); i < 0 && (s.Kind.Traits().Answered || s.Happened != "") {
		return fail(path+".happened", "is %q, which is no option of this step", clip(s.Happened))
	}
	return nil
}

// checkMatch checks an option's match: one of the grades, or open where no event
// answers.
func (s *Step) checkMatch(at string, m Match) error {
	switch {
	case slices.Contains(s.Kind.Grades(), m):
		return nil
	case s.Kind.Traits().Answered:
		return fail(at+".match", "is %q; it is full, partial or none", clip(string(m)))
	}
	return fail(at+".match", "is %q; in a step of kind %s it is open", clip(string(m)), s.Kind)
}

// events checks what was known before a decision and what followed it.
func (k *checker) events(path string, s *Step) error {
	if err := checkIDs(path+".known", idsOf(s.Known, func(f *Fact) string { return f.ID })); err != nil {
		return err
	}
	for i := range s.Known {
		at := path + ".known." + s.Known[i].ID
		if len(s.Known[i].Claims) == 0 {
			return fail(at+".claims", "is empty")
		}
		if err := k.claims(at, s.Known[i].Claims); err != nil {
			return err
		}
		for _, id := range s.Known[i].Early {
			if k.pack.sources[id] == nil {
				return fail(at+".early", "names the source %q, which is not in this pack", clip(id))
			}
		}
	}
	if err := checkIDs(path+".then", idsOf(s.Then, func(c *Consequence) string { return c.ID })); err != nil {
		return err
	}
	for i := range s.Then {
		at := path + ".then." + s.Then[i].ID
		if s.Then[i].Date.IsZero() {
			return fail(at+".date", "is missing")
		}
		if err := k.claims(at, s.Then[i].Claims); err != nil {
			return err
		}
	}
	return nil
}

func (k *checker) claims(path string, ids []string) error {
	for _, id := range ids {
		if k.pack.claims[id] == nil {
			return fail(path, "names the claim %q, which is not in this pack", clip(id))
		}
	}
	return nil
}

func (k *checker) principles(path string, ids []string) error {
	for _, id := range ids {
		if !slices.Contains(k.library.Principles, id) {
			return fail(path, "names the principle %q, which is not in this pack", clip(id))
		}
	}
	return checkIDs(path, ids)
}

// check holds a table to what Text.Get relies on.
func (t *Table) check(path, section string) error {
	for i, e := range t.Entries {
		switch {
		case len(e.Key) > MaxKey || !utf8.ValidString(e.Key) || sectionOf(e.Key) != section:
			return fail(path, "has a key that does not belong here: %q", clip(e.Key))
		case i > 0 && e.Key <= t.Entries[i-1].Key:
			return fail(path+"."+clip(e.Key), "is out of order, or there twice")
		}
		if err := checkText(path+"."+e.Key, e.Text, MaxText); err != nil {
			return err
		}
	}
	return nil
}

// checkIDs checks that ids are valid and that none is there twice.
func checkIDs(path string, ids []string) error {
	seen := make(map[string]bool, len(ids))
	for _, id := range ids {
		if !ValidID(id) {
			return fail(path, "holds %q; an id has 1 to 64 letters, digits, hyphens and underscores", clip(id))
		}
		if seen[id] {
			return fail(path+"."+id, "is there twice")
		}
		seen[id] = true
	}
	return nil
}

// checkText checks that text is safe to keep and to show.
func checkText(path, text string, most int) error {
	if len(text) > most {
		return fail(path, "has %d bytes of text; at most %d are read", len(text), most)
	}
	if !utf8.ValidString(text) {
		return fail(path, "is not text: its bytes are not UTF-8")
	}
	if i := strings.IndexFunc(text, Hidden); i >= 0 {
		r, _ := utf8.DecodeRuneInString(text[i:])
		return fail(path, "holds the hidden character %U", r)
	}
	return nil
}

// Hidden says whether a character may not stand in a pack because it is not
// seen and changes what is: control characters other than the line feed, and
// the marks that turn the direction of writing round (Unicode TR 36, 3.3).
func Hidden(r rune) bool {
	turns := r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
	return turns || unicode.IsControl(r) && r != '\n'
}

func idsOf[T any](list []T, id func(*T) string) []string {
	ids := make([]string, len(list))
	for i := range list {
		ids[i] = id(&list[i])
	}
	return ids
}

// clip shortens what a message quotes from a file that may be hostile.
func clip(s string) string {
	if len(s) <= 80 {
		return s
	}
	return strings.ToValidUTF8(s[:80], "") + "…"
}
