package network

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// turned is a course with heavy flood or none and some switches turned, in order.
func turned(flood Value, turns ...[2]uint8) State {
	s := New(7, Setting{Flood: flood})
	for _, t := range turns {
		s = s.Turn(Switch(t[0]), Value(t[1]))
	}
	return s
}

func turn(w Switch, v Value) [2]uint8 { return [2]uint8{uint8(w), uint8(v)} }

func hours(s State, n int) State {
	for range n {
		s = s.Later()
	}
	return s
}

func TestTheCountsOfThePicture(t *testing.T) {
	for name, c := range map[string]struct {
		s              State
		at, later      int
		visible, under bool
	}{
		"quiet":                  {turned(Calm), 10, 10, false, false},
		"flood held":             {turned(Heavy), 10, 10, false, false},
		"shield lifted":          {turned(Calm, turn(Shield, Aside)), 10, 10, true, false},
		"shield lifted in flood": {turned(Heavy, turn(Shield, Aside)), 2, 2, true, true},
		"less of a flood":        {turned(Moderate, turn(Shield, Aside)), 5, 5, true, true},
		"a large host":           {turned(Heavy, turn(Size, Large), turn(Shield, Aside)), 6, 6, true, true},
		"another's shield":       {turned(Calm, turn(Shield, Another)), 7, 10, false, false},
		"another's after none":   {turned(Heavy, turn(Shield, Aside), turn(Shield, Another)), 7, 10, true, true},
		"a notice":               {turned(Calm, turn(Shield, Notice)), 0, 0, false, false},
		"another's after notice": {turned(Calm, turn(Shield, Notice), turn(Shield, Another)), 7, 10, false, false},
		"name on hold":           {turned(Calm, turn(Name, Held)), 3, 0, false, false},
		"name moved":             {turned(Calm, turn(Name, Moved)), 3, 6, false, false},
		"carrier refuses":        {turned(Calm, turn(Carrier, Refuses)), 6, 6, false, false},
		"host locks":             {turned(Calm, turn(Host, Locks)), 0, 0, false, false},
		"archive hides":          {turned(Calm, turn(Archive, Hides)), 10, 10, false, false},
		"a rule in one country":  {turned(Calm, turn(Law, OneCountry)), 7, 7, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			r := c.s.Report()
			assert.Equal(t, c.at, r.Reached)
			assert.Equal(t, c.visible, r.Visible)
			assert.Equal(t, c.under, r.Under)
			assert.Equal(t, c.later, hours(c.s, 14).Report().Reached, "after 14 hours")
		})
	}
}

func TestAHeldNameStopsNewVisitorsFirst(t *testing.T) {
	s := turned(Calm, turn(Name, Held))
	for h := range 20 {
		for i, f := range s.Report().Fates {
			v := s.Visitors[i]
			assert.Equal(t, v.Left > 0 && v.Goal == ToYou, f.Gets(), "hour %d: who has an old answer gets the page, nobody else", h)
		}
		s = s.Later()
	}
	assert.Zero(t, s.Report().Reached)
	assert.Equal(t, 1.0, s.Report().Pages.Host, "and every page is still there")
	assert.Equal(t, Visitors, s.Turn(Name, InPlace).Report().Reached, "a name that is back works")
}

func TestAMovedNameIsLearntSlowly(t *testing.T) {
	s := hours(turned(Calm, turn(Name, Moved)), 60)
	assert.Equal(t, Visitors, s.Report().Reached)
}

func TestAFloodDeletesNothing(t *testing.T) {
	s := turned(Heavy, turn(Shield, Aside))
	assert.Equal(t, 1.0, s.Report().Pages.Host)
	s = s.Turn(Flood, Calm)
	assert.Equal(t, Visitors, s.Report().Reached, "when it ebbs, all is as before")
	assert.True(t, s.Report().Visible, "but for the address, which stays known")
	assert.True(t, s.Turn(Shield, Yours).Report().Visible)
}

func TestCopiesRunOut(t *testing.T) {
	s := turned(Calm)
	with := s.Report().Pages.Copies
	require.Positive(t, with)
	s = s.Turn(Host, Locks)
	assert.Equal(t, with, s.Report().Pages.Copies)
	last := with
	for range 10 {
		s = s.Later()
		now := s.Report().Pages.Copies
		assert.LessOrEqual(t, now, last)
		last = now
	}
	assert.Zero(t, last)
}

func TestWhoIsWhoseCustomer(t *testing.T) {
	assert.Equal(t, Customer, turned(Calm).Ties()[Shield])
	assert.Equal(t, Left, turned(Calm, turn(Shield, Notice)).Ties()[Shield])
	assert.Equal(t, Elsewhere, turned(Calm, turn(Shield, Another)).Ties()[Shield])
	assert.Equal(t, Customer, turned(Calm, turn(Name, Held)).Ties()[Name], "a hold ends no contract")
	assert.Equal(t, Never, turned(Calm, turn(Carrier, Refuses)).Ties()[Carrier])
}

func TestNamesOfSwitches(t *testing.T) {
	ids := map[string]bool{}
	for w := range switches {
		require.NotEmpty(t, w.ID())
		require.False(t, ids[w.ID()])
		ids[w.ID()] = true
		require.GreaterOrEqual(t, len(w.Values()), 2)
		for v, name := range w.Values() {
			gotSwitch, gotValue, ok := Parse(w.ID(), name)
			require.True(t, ok)
			assert.Equal(t, w, gotSwitch)
			assert.Equal(t, Value(v), gotValue)
		}
	}
	_, _, ok := Parse("shield", "loud")
	assert.False(t, ok)
	_, _, ok = Parse("weather", "none")
	assert.False(t, ok)
	assert.Empty(t, switches.ID())
	assert.False(t, Setting{Host: 2}.Valid())
	assert.Equal(t, New(3, Setting{}), New(3, Setting{Shield: 99}), "an unknown position is passed over")
}

// TestRandomSwitches turns switches at random, for ten thousand courses, and holds
// what must be so in every one of their hours.
func TestRandomSwitches(t *testing.T) {
	seen := map[Rule]bool{}
	for run := range uint64(10_000) {
		rng := rand.New(rand.NewPCG(run, 18))
		random := func() (Switch, Value) {
			w := Switch(rng.IntN(int(switches)))
			return w, Value(rng.IntN(len(w.Values())))
		}
		var at Setting
		for range rng.IntN(4) {
			w, v := random()
			at[w] = v
		}
		s, twin := New(run, at), New(run, at)
		for range 24 {
			before := s
			w, v := random()
			turning := rng.IntN(3) > 0
			if turning {
				s, twin = s.Turn(w, v), twin.Turn(w, v)
			} else {
				s, twin = s.Later(), twin.Later()
			}
			if fault := amiss(before, s, twin); fault != "" {
				t.Fatalf("run %d, hour %d: %s\nbefore %+v\nafter %+v", run, s.Hours, fault, before, s)
			}
			for _, rule := range s.Acting() {
				seen[rule] = true
			}
		}
	}
	for _, rule := range Rules() {
		assert.True(t, seen[rule], "the rule %s never acts", rule)
	}
	assert.Len(t, seen, len(Rules()))
}

// amiss says what of all that must be so is not, whatever was switched. It asserts
// nothing itself, so that a quarter of a million hours take a second.
func amiss(before, s, twin State) string {
	r, at := s.Report(), s.Setting
	parts := [...]float64{r.Share, r.Wait, r.Pages.Host, r.Pages.Copies, r.Pages.Archive, r.Pages.Shown, s.line()}
	outside := func(part float64) bool { return part < 0 || part > 1 }
	odd := func(v Visitor) bool { return v.Goal >= goalsEnd || v.Left < 0 }
	vague := func(f Fate) bool { return f.Gets() != (f.Wait() > 0 && f.Wait() < 1) }
	calm, small, large := s.Turn(Flood, Calm).Report(), s.Turn(Size, Small).Report(), s.Turn(Size, Large).Report()
	for _, rule := range []struct {
		broken bool
		says   string
	}{
		{s != twin, "the same seed and switches give the same course"},
		{!at.Valid(), "every switch has one of its positions"},
		{slices.ContainsFunc(parts[:], outside), "every quantity lies between 0 and 1"},
		{slices.ContainsFunc(s.Visitors[:], odd), "every visitor has an answer"},
		{slices.ContainsFunc(r.Fates[:], vague), "a page takes some time, and none takes for ever"},
		{(at[Host] == Keeps) != (r.Pages.Host == 1), "nothing but the host removes a page"},
		{r.Pages.Archive != archived, "nobody takes an archive's copies away"},
		{(at[Archive] == Shows) != (r.Pages.Shown > 0), "an archive hides its own copies, and only it"},
		{r.Pages.Copies > copied, "a shield has copies of a part"},
		{before.Exposed && !s.Exposed, "an address once known stays known"},
		{len(s.Acting()) < 2, "there is a rule for what is seen"},
		{at[Host] == Locks && r.Reached > 0, "without the host nobody gets a page"},
		{calm.Reached < r.Reached, "a flood helps no visitor"},
		{large.Reached < small.Reached, "a flood hits a small host harder than a large one"},
		{r.Fates != s.Turn(Archive, 1-at[Archive]).Report().Fates, "an archive changes nothing at the site"},
	} {
		if rule.broken {
			return rule.says
		}
	}
	return ""
}

func TestAsideUnderHeavyFloodForEverySeed(t *testing.T) {
	for seed := range uint64(500) {
		s := New(seed, Setting{Flood: Heavy}).Turn(Shield, Aside)
		small, large := s.Report().Reached, s.Turn(Size, Large).Report().Reached
		require.Equal(t, 2, small)
		require.Equal(t, 6, large)
		require.True(t, New(seed, Setting{}).Settled())
		require.False(t, New(seed, Setting{}).Turn(Name, Held).Settled())
	}
}

func TestStateIsKeptAndRead(t *testing.T) {
	s := hours(turned(Heavy, turn(Shield, Aside)), 3)
	b, err := s.MarshalMsg(nil)
	require.NoError(t, err)
	var back State
	_, err = back.UnmarshalMsg(b)
	require.NoError(t, err)
	assert.Equal(t, s, back)
}
