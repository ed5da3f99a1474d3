package view_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hardcases/game/network"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestEveryRuleStandsOnScreenWithItsSources turns one switch after another until each
// rule of the working model acts, and demands that what it rests on has it in words, with
// all its claims and at least one source of each, in every language; and that
// docs/model.md names the same claims.
func TestEveryRuleStandsOnScreenWithItsSources(t *testing.T) {
	p, words := shipped(t)
	lib, err := p.Library()
	require.NoError(t, err)
	page, err := os.ReadFile("../../docs/model.md")
	require.NoError(t, err)
	documented := map[string]string{}
	for _, row := range regexp.MustCompile("(?m)^\\| `([a-z-]+)` \\| .+ \\| (.+) \\|$").FindAllStringSubmatch(string(page), -1) {
		documented[row[1]] = row[2]
	}
	require.Len(t, documented, len(network.Rules()))
	for _, language := range p.Head().Locales {
		ctx, say := view.NewContext(p, words, language), words.Strings(language)
		s := play.NewSession(p, 1, language)
		s.Send(play.OpenCase{Case: "y2017"})
		for _, rule := range network.Rules() {
			state := s.State()
			state.Model.Net = acting(t, rule)
			state.Sheet = play.Sheet{Kind: play.RulesSheet}
			root := view.Screen(ctx, state)
			require.NotNil(t, view.Find(&root, "rules-sheet"))
			said := view.Find(&root, "rule-"+string(rule))
			require.NotNil(t, said, rule)
			require.Equal(t, say.Get("model.rule."+string(rule)), said.Text)
			ground := lib.Ground(rule)
			require.NotEmpty(t, ground, rule)
			require.Equal(t, documented[string(rule)], strings.Join(ground, ", "), rule)
			for _, claim := range ground {
				require.Equal(t, ctx.Text.Get("claims", claim), view.Find(&root, "claim-"+claim+"-text").Text)
				sources := view.Find(&root, "claim-"+claim+"-sources")
				require.NotEmpty(t, sources.Children, "%s: %s", rule, claim)
			}
		}
	}
}

// acting is a network in which a rule acts, by one turn of a switch at the most.
func acting(t *testing.T, rule network.Rule) network.State {
	t.Helper()
	quiet := network.New(7, network.Setting{})
	if slices.Contains(quiet.Acting(), rule) {
		return quiet
	}
	for w := network.Shield; w.ID() != ""; w++ {
		for v := range w.Values() {
			if n := quiet.Turn(w, network.Value(v)); slices.Contains(n.Acting(), rule) {
				return n
			}
		}
	}
	t.Fatalf("one turn does not make the rule %s act", rule)
	return quiet
}
