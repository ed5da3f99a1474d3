package pack_test

import (
	"testing"

	"hardcases/game/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// drawnStep is an estimate whose options stand at 0, 50, 100 and 125.
func drawnStep() *pack.Step {
	return &pack.Step{Kind: pack.Estimate, Draw: &pack.Draw{Top: 125}, Options: []pack.Option{
		{ID: "a"}, {ID: "b", Ladder: 40}, {ID: "c", Ladder: 80}, {ID: "d", Ladder: 100},
	}}
}

func TestLevelsStandForOptions(t *testing.T) {
	st := drawnStep()
	require.Equal(t, 26, st.Draw.Levels())
	for i, want := range []int{0, 50, 100, 125} {
		assert.Equal(t, want, st.Level(&st.Options[i]))
	}
	for level, want := range map[int]string{
		0: "a", 20: "a", 25: "b", 50: "b", 70: "b", 75: "c", 100: "c", 110: "c", 115: "d", 125: "d",
	} {
		assert.Equal(t, want, st.Nearest(level).ID, "%d", level)
	}
	assert.Zero(t, (&pack.Step{}).Level(&pack.Option{Ladder: 40}), "a step that is not drawn has no levels")
}

func TestValidateDraw(t *testing.T) {
	for want, change := range map[string]func(*pack.Step){
		"": func(*pack.Step) {},
		"draw: is in a step of kind decision; an estimate alone is drawn": func(s *pack.Step) { s.Kind = pack.Decision },
		"draw.from: is missing":                                  func(s *pack.Step) { s.Draw.From = pack.Moment{} },
		"draw.top: is 95; it is a multiple of 5 from 100 to 200": func(s *pack.Step) { s.Draw.Top = 95 },
		"draw.top: is 205":                                       func(s *pack.Step) { s.Draw.Top = 205 },
		"draw.top: is 121":                                       func(s *pack.Step) { s.Draw.Top = 121 },
		"draw: has its lowest option at 4 of the ladder; nothing left is drawn at 0":      func(s *pack.Step) { s.Options[0].Ladder = 4 },
		"draw: has the option b between two levels: its place on the ladder is 41 of 100": func(s *pack.Step) { s.Options[1].Ladder = 41 },
		`draw.claims: names the claim "C-9", which is not in this pack`:                   func(s *pack.Step) { s.Draw.Claims = []string{"C-9"} },
	} {
		c := sample()
		st := &c.Cases[0].Steps[1]
		st.Kind, st.Reasons = pack.Estimate, nil
		st.Draw = &pack.Draw{From: st.Date, Top: 125, Claims: []string{"C-1"}}
		for i := range st.Options {
			st.Options[i].Ladder = 40 * i
		}
		change(st)
		b, err := pack.Build(c)
		require.NoError(t, err)
		p, err := pack.Open(b)
		require.NoError(t, err)
		if err = p.Validate(); want == "" {
			assert.NoError(t, err)
			continue
		}
		assert.ErrorContains(t, err, "cases.one.steps.A2."+want)
	}
}
