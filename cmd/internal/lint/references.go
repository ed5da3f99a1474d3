package lint

import (
	"slices"

	"hardcases/game/pack"
)

func referenceRules() []Rule {
	return []Rule{
		{"claim-missing", Error, "What a step says must be traceable to a claim.", missingClaims},
		{"source-missing", Error, "A claim must be traceable to where it was read.", missingSources},
		{"principle-missing", Error, "A reason that nothing explains cannot be given.", missingPrinciples},
		{"layer-missing", Error, "The seat is shown in the stack of layers.", missingLayers},
		{"actor-missing", Error, "Whoever decides is named on screen.", missingActors},
		{"claim-unused", Warning, "A claim that nothing uses is never shown.", unusedClaims},
		{"source-unused", Warning, "A source that nothing rests on is never shown.", unusedSources},
	}
}

// claimLists gives every list of claims in a step, with its path.
func claimLists(st place[*pack.Step]) []place[[]string] {
	out := []place[[]string]{{st.path + ".outcome", st.it.Outcome}}
	for _, f := range knownOf(st) {
		out = append(out, place[[]string]{f.path + ".claims", f.it.Claims})
	}
	for _, t := range thenOf(st) {
		out = append(out, place[[]string]{t.path + ".claims", t.it.Claims})
	}
	if len(st.it.Takes) > 0 {
		out = append(out, place[[]string]{st.path + ".takes", st.it.Takes})
	}
	if len(st.it.Opening) > 0 {
		out = append(out, place[[]string]{st.path + ".opening", st.it.Opening})
	}
	if len(st.it.Recap) > 0 {
		out = append(out, place[[]string]{st.path + ".recap", st.it.Recap})
	}
	if st.it.Draw != nil {
		out = append(out, place[[]string]{st.path + ".draw.claims", st.it.Draw.Claims})
	}
	return out
}

// otherClaimLists gives the lists of claims outside the steps, which may be
// empty.
func (s *subject) otherClaimLists() []place[[]string] {
	out := []place[[]string]{{"across.claims", s.Library.Across}}
	for i := range s.Library.Model {
		out = append(out, place[[]string]{"model." + s.Library.Model[i].Rule, s.Library.Model[i].Claims})
	}
	for _, c := range s.cases() {
		for _, list := range [][]place[[]string]{triedOf(c), changedOf(c)} {
			out = append(out, list...)
		}
		out = append(out, place[[]string]{c.path + ".said", c.it.Said})
		for _, v := range voicesOf(c) {
			out = append(out, place[[]string]{v.path + ".claims", v.it.Claims})
		}
	}
	for _, r := range s.rounds() {
		out = append(out, place[[]string]{r.path + ".claims", r.it.Claims})
	}
	return out
}

// missingClaims finds what rests on claims that the pack does not have, and
// steps that rest on none.
func missingClaims(s *subject) {
	lists := s.otherClaimLists()
	for _, st := range s.steps() {
		for _, list := range claimLists(st) {
			if len(list.it) == 0 {
				s.report(list.path, "Name the claims that it rests on.", "names no claim")
			}
			lists = append(lists, list)
		}
	}
	for _, list := range lists {
		for i, id := range list.it {
			if s.claims[id] == nil {
				s.report(item(list.path, i), "Add it to claims, or correct the id.", "names the claim %s, which is not in the pack", id)
			}
		}
	}
}

// missingSources finds claims and steps that name sources which the pack does
// not have.
func missingSources(s *subject) {
	check := func(path string, ids []string) {
		for i, id := range ids {
			if s.sources[id] == nil {
				s.report(item(path, i), "Add it to sources, or correct the id.", "names the source %s, which is not in the pack", id)
			}
		}
	}
	for _, c := range s.libraryClaims() {
		check(c.path+".sources", c.it.Sources)
	}
	for _, st := range s.steps() {
		check(st.path+".sources", st.it.Sources)
	}
}

// missingPrinciples finds steps that name principles which the pack does not
// have.
func missingPrinciples(s *subject) {
	check := func(path string, ids []string) {
		for i, id := range ids {
			if !slices.Contains(s.Library.Principles, id) {
				s.report(item(path, i), "Add it to principles, or correct the id.", "names the principle %s, which is not in the pack", id)
			}
		}
	}
	for _, st := range s.steps() {
		check(st.path+".reasons", st.it.Reasons)
		for _, o := range optionsOf(st) {
			check(o.path+".serves", o.it.Serves)
			check(o.path+".strains", o.it.Strain)
		}
	}
}

// missingLayers finds seats that are no layer of the pack.
func missingLayers(s *subject) {
	check := func(path, id string) {
		if !slices.Contains(s.Library.Layers, id) {
			s.report(path, "Add it to layers, or correct the id.", "is %q, which is no layer of the pack", id)
		}
	}
	for _, c := range s.cases() {
		check(c.path+".seat", c.it.Seat)
		for _, st := range stepsOf(c) {
			check(st.path+".seat", st.it.Seat)
		}
	}
}

// missingActors finds steps and claims that name actors which the pack does not
// have.
func missingActors(s *subject) {
	check := func(path, id string) {
		if !slices.Contains(s.Library.Actors, id) {
			s.report(path, "Add it to actors, or correct the id.", "is %q, who is no actor of the pack", id)
		}
	}
	for _, c := range s.libraryClaims() {
		if c.it.Inside != nil {
			check(c.path+".inside.actor", c.it.Inside.Actor)
		}
	}
	for _, st := range s.steps() {
		check(st.path+".actor", st.it.Actor)
	}
}

func unusedClaims(s *subject) {
	used := map[string]bool{}
	lists := s.otherClaimLists()
	for _, st := range s.steps() {
		lists = append(lists, claimLists(st)...)
	}
	for _, list := range lists {
		for _, id := range list.it {
			used[id] = true
		}
	}
	for _, c := range s.libraryClaims() {
		if !used[c.it.ID] {
			s.report(c.path, "Use it, or take it away.", "is used by nothing")
		}
	}
}

func unusedSources(s *subject) {
	used := map[string]bool{}
	for _, c := range s.Library.Claims {
		for _, id := range c.Sources {
			used[id] = true
		}
	}
	for _, st := range s.steps() {
		for _, id := range st.it.Sources {
			used[id] = true
		}
	}
	for _, src := range s.librarySources() {
		if !used[src.it.ID] {
			s.report(src.path, "Name it in a claim or a step, or take it away.", "is used by no claim and no step")
		}
	}
}
