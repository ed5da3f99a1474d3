package view_test

import (
	"strings"
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// at plays a case up to one of its steps, and decides it where told to.
func at(t *testing.T, p *pack.Pack, language, caseID, step string, decided bool) *play.Session {
	t.Helper()
	c, err := p.Case(caseID)
	require.NoError(t, err)
	s := play.NewSession(p, 1, language)
	s.Send(play.OpenCase{Case: caseID})
	s.Send(play.Begin{})
	for i := range c.Steps {
		st := &c.Steps[i]
		if st.ID == step && !decided {
			return s
		}
		s.Send(play.Choose{Option: st.Options[0].ID})
		if len(st.Reasons) > 0 {
			s.Send(play.GiveReason{Principle: st.Reasons[0]})
		}
		s.Send(play.Bet{Option: st.Options[0].ID})
		s.Send(play.Stake{Stop: 3})
		s.Send(play.Commit{})
		if st.ID == step {
			return s
		}
		s.Send(play.Next{})
	}
	t.Fatalf("no step %s in %s", step, caseID)
	return nil
}

// mark finds what stands before an item, such as how long after.
func mark(root view.Node, id string) string {
	found := ""
	view.Walk(&root, func(n *view.Node, _ int) bool {
		if n.ID == id {
			found = n.Mark
		}
		return true
	})
	return found
}

func TestNothingIsReckonedFromAMonth(t *testing.T) {
	p, c := shipped(t)
	tests := []struct{ language, caseID, step, item, want string }{
		{"en", "y2022", "C4", "then-t5", "in September"}, // Slate: the month is known
		{"fr", "y2022", "C4", "then-t5", "en septembre"},
		{"en", "y2022", "C4", "then-t4", "+ 5 days"}, // Reason: the day is known
		{"en", "y2017", "A1", "then-t1", "in May"},
		{"en", "y2022", "C2", "then-t3", "in December"},
		{"en", "epilogue", "C9", "then-t2", "in September"},
		{"fr", "y2019", "B3", "then-t1", "+ 1 jour"},
		{"en", "y2019", "B3", "then-t3", "in November"},
		{"en", "y2022", "C8", "then-t2", "in April 2023"}, // the estimate has no day
	}
	for _, tt := range tests {
		s := at(t, p, tt.language, tt.caseID, tt.step, true)
		s.Send(play.Unfold{ID: "fold-then"})
		root := view.Screen(view.NewContext(p, c, tt.language), s.State())
		assert.Equal(t, tt.want, mark(root, tt.item), "%s %s", tt.step, tt.item)
	}
}

func TestSourcesOfTheDayOpenBeforeDeciding(t *testing.T) {
	p, c := shipped(t)
	tests := []struct{ name, caseID, step, fact, claim, has, hasNot string }{
		{"out that day, and said to be", "y2019", "B2", "f1", "B-03", "CNN Business", "later"},
		{"public, and our copy is later", "y2017", "A2", "f1", "A-05", "public at the time", "published later"},
		{"known inside", "y2017", "A2", "f3", "A-07", "published later", "public at the time"},
	}
	for _, tt := range tests {
		s := at(t, p, "en", tt.caseID, tt.step, false)
		s.Send(play.OpenSource{Fact: tt.fact})
		root := view.Screen(view.NewContext(p, c, "en"), s.State())
		said := text(root, "claim-"+tt.claim+"-later") + text(root, "claim-"+tt.claim+"-sources")
		assert.Contains(t, said, tt.has, tt.name)
		assert.NotContains(t, said, tt.hasNot, tt.name)
	}
}

// TestWhatIsInDoubtIsToldApart reads the sentence under claims of each kind: it
// has to be true of each claim that it stands under.
func TestWhatIsInDoubtIsToldApart(t *testing.T) {
	tests := []struct{ pack, claim, doubt, read string }{
		{"cloudflare", "C-18", "Whether it is true", ""},
		{"cloudflare", "B-05", "as far as we could read it", ""}, // known through a site of advocates
		{"cloudflare", "C-29", "as far as we could read it", "machine"},
		{"cloudflare", "C-33", "", "machine"},
		{"cloudflare", "C-22", "Others saw", ""},
		{"cloudflare", "A-06", "What is only said here", ""}, // the notice was seen, the fear was not
		{"cloudflare", "C-02", "What is only said here", ""},
		{"cloudflare", "C-25", "only from those", ""},
		{"cloudflare", "C-23", "can say why", ""},
		{"cloudflare", "B-13", "can say why", "vouch"},
		{"cloudflare", "C-19", "what others did", ""}, // governments
		{"cloudflare", "A-17", "what others did", ""}, // attackers
		{"cloudflare", "C-40", "could not see who", ""},
		{"cloudflare", "C-10", "", ""},
		{"elsewhere", "D4-03b", "what others did", ""},
		{"elsewhere", "D1-07", "could not see who", ""},
		{"elsewhere", "D1-07b", "could not see who", ""},
		{"elsewhere", "D8-04", "no source", ""},
	}
	for _, tt := range tests {
		p, c := named(t, tt.pack)
		s := at(t, p, "en", p.Head().Cases[0].ID, firstStep(t, p), true)
		s.Send(play.OpenClaim{Claim: tt.claim})
		root := view.Screen(view.NewContext(p, c, "en"), s.State())
		require.NotEmpty(t, text(root, "claim-"+tt.claim+"-says"))
		for id, want := range map[string]string{"-doubt": tt.doubt, "-read": tt.read} {
			got := text(root, "claim-"+tt.claim+id)
			assert.Contains(t, got, want, tt.claim)
			assert.Equal(t, want == "", got == "", "%s: %q", tt.claim, got)
		}
	}
}

func firstStep(t *testing.T, p *pack.Pack) string {
	t.Helper()
	c, err := p.Case(p.Head().Cases[0].ID)
	require.NoError(t, err)
	return c.Steps[0].ID
}

// TestFactsReadOnlyInWeakCopiesSaySo where it is asked who says so, before
// deciding, whichever kind of weak copy it is.
func TestFactsReadOnlyInWeakCopiesSaySo(t *testing.T) {
	p, c := shipped(t)
	ctx := view.NewContext(p, c, "en")
	for _, tt := range []struct {
		caseID, step string
		weak         bool
	}{
		{"y2022", "C1", true}, // a reworded copy
		{"y2019", "B2", true}, // copies of one newspaper's text
		{"y2022", "C6", true}, // the republished article alone
		{"y2022", "C4", false},
	} {
		s := at(t, p, "en", tt.caseID, tt.step, false)
		_, st := mustCase(t, p, tt.caseID).Step(tt.step)
		said := false
		for _, f := range st.Known {
			s.Send(play.OpenSource{Fact: f.ID})
			root := view.Screen(ctx, s.State())
			sheet := view.Text(view.Modal(&root))
			said = said || strings.Contains(sheet, ctx.Strings.Get("sheet.read-weak")) || strings.Contains(sheet, ctx.Strings.Get("sheet.read-seed"))
			s.Send(play.Back{})
		}
		assert.Equal(t, tt.weak, said, tt.step)
	}
}

func mustCase(t *testing.T, p *pack.Pack, id string) *pack.Case {
	t.Helper()
	c, err := p.Case(id)
	require.NoError(t, err)
	return c
}

func TestCasesThatGiveOthersAwaySaySo(t *testing.T) {
	p, c := shipped(t)
	ctx := view.NewContext(p, c, "en")
	s := play.NewSession(p, 1, "en")
	s.Send(play.OpenCase{Case: "epilogue"})
	assert.Contains(t, text(view.Screen(ctx, s.State()), "gives-away"), ctx.Text.Get("cases", "y2022", "title"))
	s.Send(play.OpenCase{Case: "y2017"})
	assert.Empty(t, text(view.Screen(ctx, s.State()), "gives-away"))
	done := at(t, p, "en", "y2017", "A5", true)
	done.Send(play.OpenCase{Case: "y2019"})
	assert.Empty(t, text(view.Screen(ctx, done.State()), "gives-away"), "all of 2017 is decided")
}
