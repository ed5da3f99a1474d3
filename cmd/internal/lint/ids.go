package lint

import (
	"hardcases/game/pack"
)

func idRules() []Rule {
	return []Rule{
		{"id-odd", Error, "Ids stand in paths, keys, saved games and on command lines.", oddIDs},
		{"id-twice", Error, "With two of one id, nobody could say which is meant.", doubleIDs},
		{"head-missing", Error, "A pack says what it is, who wrote it, and what may be done with it.", head},
	}
}

// ids gives every list of ids in the pack.
func (s *subject) ids(visit func(path string, ids []string)) {
	visit("locales", s.Locales)
	visit("principles", s.Library.Principles)
	visit("layers", s.Library.Layers)
	visit("actors", s.Library.Actors)
	visit("glossary", s.Library.Glossary)
	visit("across.questions", s.Library.Questions)
	visit("sources", idsOf(s.Library.Sources, func(x *pack.Source) string { return x.ID }))
	visit("claims", idsOf(s.Library.Claims, func(x *pack.Claim) string { return x.ID }))
	visit("plans", idsOf(s.Library.Plans, func(x *pack.Plan) string { return x.ID }))
	visit("cases", idsOf(s.Cases, func(x *pack.Case) string { return x.ID }))
	for _, c := range s.cases() {
		visit(c.path+".voices", idsOf(c.it.Voices, func(x *pack.Voice) string { return x.ID }))
		visit(c.path+".open", c.it.Open)
		visit(c.path+".questions", c.it.Questions)
		visit(c.path+".steps", idsOf(c.it.Steps, func(x *pack.Step) string { return x.ID }))
		for _, st := range stepsOf(c) {
			visit(st.path+".reasons", st.it.Reasons)
			visit(st.path+".known", idsOf(st.it.Known, func(x *pack.Fact) string { return x.ID }))
			visit(st.path+".options", idsOf(st.it.Options, func(x *pack.Option) string { return x.ID }))
			visit(st.path+".then", idsOf(st.it.Then, func(x *pack.Consequence) string { return x.ID }))
		}
	}
	visit("desk.rounds", idsOf(s.Desk.Rounds, func(x *pack.Round) string { return x.ID }))
	for _, r := range s.rounds() {
		visit(r.path+".options", idsOf(r.it.Options, func(x *pack.Verdict) string { return x.ID }))
		visit(r.path+".times.clocks", idsOf(r.it.Clocks, func(x *pack.Clock) string { return x.Place }))
	}
	visit("check.sets", idsOf(s.Desk.Checks, func(x *pack.CheckSet) string { return x.ID }))
	for _, set := range s.sets() {
		visit(set.path+".items", idsOf(set.it.Items, func(x *pack.CheckItem) string { return x.ID }))
	}
}

func idsOf[T any](list []T, id func(*T) string) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = id(&list[i])
	}
	return out
}

// oddIDs finds ids that are empty, too long, or hold anything but letters,
// digits, hyphens and underscores; and cases that are called like a section of
// the file.
func oddIDs(s *subject) {
	const mend = "Use 1 to 64 letters without accents, digits, hyphens and underscores."
	if !pack.ValidID(s.ID) {
		s.report("id", mend, "is %q", s.ID)
	}
	s.ids(func(path string, ids []string) {
		for i, id := range ids {
			if path == "cases" && pack.ValidID(id) && !pack.ValidCaseID(id) {
				s.report(path+"."+id, "Choose another.", "is a word that the format uses itself")
			}
			if !pack.ValidID(id) {
				s.badIDs = true
				s.report(item(path, i), mend, "is called %q", id)
			}
		}
	})
}

// doubleIDs finds ids that a list has twice.
func doubleIDs(s *subject) {
	s.ids(func(path string, ids []string) {
		seen := map[string]bool{}
		for i, id := range ids {
			if seen[id] && id != "" {
				s.badIDs = true
				s.report(item(path, i), "Give it an id of its own, or take it away.", "is a second %s", id)
			}
			seen[id] = true
		}
	})
}

// head finds what the first lines of a pack leave out.
func head(s *subject) {
	const mend = "Fill it in."
	for _, h := range []struct {
		path  string
		there bool
	}{
		{"version", s.Version != ""}, {"licence", s.Licence != ""}, {"authors", len(s.Authors) > 0},
		{"locales", len(s.Locales) > 0}, {"cases", len(s.Cases) > 0},
	} {
		if !h.there {
			s.report(h.path, mend, "is empty")
		}
	}
	for _, c := range s.cases() {
		if len(c.it.Steps) == 0 {
			s.report(c.path+".steps", "Write a step, or take the case away.", "is empty")
		}
		if c.it.Minutes < 0 || c.it.Minutes > 240 {
			s.report(c.path+".minutes", "Say how long it may take at most, from 1 to 240 minutes, or take it out.", "is %d", c.it.Minutes)
		}
	}
}
