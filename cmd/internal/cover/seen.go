package cover

import (
	"maps"
	"slices"
	"strings"

	"hardcases/game/pack"
	"hardcases/game/view"
)

// seen is what the screens of one language have said.
type seen struct {
	texts map[string]bool
}

func newSeen() *seen { return &seen{texts: map[string]bool{}} }

// node takes in what one element says, and which claim or source it shows.
func (s *survey) node(n *view.Node) {
	for _, t := range []string{n.Text, n.Name, n.Mark} {
		s.seen.texts[t] = true
	}
	if view.Running(n) {
		s.seen.texts[strings.TrimSpace(view.Text(n))] = true
	}
	if n.Chart != nil {
		for _, t := range append(n.Chart.XTicks, n.Chart.YTicks...) {
			s.seen.texts[t.Label] = true
		}
		for _, row := range n.Chart.Table {
			for _, cell := range row {
				s.seen.texts[cell] = true
			}
		}
	}
	if id, ok := strings.CutPrefix(n.ID, "claim-"); ok {
		if id, ok := strings.CutSuffix(id, "-text"); ok && s.seen.texts[s.context.Text.Get("claims", id)] {
			s.claims[id] = true
		}
	}
	if at, ok := strings.CutSuffix(n.ID, "-publisher"); ok {
		s.source(at)
	}
}

// source notes a source by the element that shows it: source-ID on a reveal,
// claim-CLAIM-ID on a sheet.
func (s *survey) source(at string) {
	if id, ok := strings.CutPrefix(at, "source-"); ok {
		s.sources[id] = true
		return
	}
	for i, r := range at {
		if r == '-' {
			s.sources[at[i+1:]] = true
		}
	}
}

// texts counts the texts of a language that were on some screen. Lists of
// words to search for are on none.
func (s *survey) texts() {
	var all strings.Builder
	for t := range s.seen.texts {
		all.WriteString(t + "\n")
	}
	said := all.String()
	l := s.context.Text.Locale()
	met := map[string]bool{}
	keys := sortedKeys(s.content.Text[l])
	for _, key := range keys {
		met[l+": "+key] = s.said(s.content.Text[l][key], said)
	}
	for _, key := range keys {
		if !pack.IsWordList(key) {
			s.report.Texts.add(met, l+": "+key)
		}
	}
}

// said says whether each paragraph of a text was on some screen, by itself or
// inside another text.
func (s *survey) said(text, all string) bool {
	for _, p := range strings.Split(text, "\n\n") {
		p = strings.ReplaceAll(strings.TrimSpace(p), "\n", " ")
		if !s.seen.texts[p] && !strings.Contains(all, p) {
			return false
		}
	}
	return true
}

func sortedKeys(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
