package score_test

import (
	"testing"

	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/score"

	"github.com/stretchr/testify/require"
)

func TestForecast(t *testing.T) {
	// 100·(1 − (p − o)²), by hand: p = 0.75, o = 1 gives 100·(1 − 0.0625).
	for _, tt := range []struct {
		level int
		match pack.Match
		want  float64
	}{
		{1, pack.Full, 9.75},     // 1 − 0.95² = 0.0975
		{2, pack.Full, 43.75},    // 1 − 0.75²
		{3, pack.Full, 75},       // 1 − 0.5²
		{4, pack.Full, 93.75},    // 1 − 0.25²
		{5, pack.Full, 99.75},    // 1 − 0.05²
		{1, pack.Partial, 79.75}, // 1 − 0.45²
		{3, pack.Partial, 100},
		{4, pack.Partial, 93.75}, // 1 − 0.25²
		{5, pack.Partial, 79.75},
		{1, pack.None, 99.75},
		{4, pack.None, 43.75},
		{5, pack.None, 9.75}, // all sure, and wrong
	} {
		require.Equal(t, tt.want, score.Forecast(tt.level, tt.match), "level %d, %s", tt.level, tt.match)
	}
}

// TestHonestyPays shows that the rule is proper: for every chance q that the
// match is full (and else none), the level nearest to q has the best expected
// score.
func TestHonestyPays(t *testing.T) {
	for q := 0; q <= 100; q++ {
		best, nearest := 0, 0
		expected := func(level int) float64 {
			return float64(q)*score.Forecast(level, pack.Full) + float64(100-q)*score.Forecast(level, pack.None)
		}
		distance := func(level int) int { return max(q-score.Levels[level-1], score.Levels[level-1]-q) }
		for level := 1; level <= len(score.Levels); level++ {
			if best == 0 || expected(level) > expected(best) {
				best = level
			}
			if nearest == 0 || distance(level) < distance(nearest) {
				nearest = level
			}
		}
		require.Equal(t, distance(nearest), distance(best), "chance %d %%", q)
	}
}

func TestFitOf(t *testing.T) {
	o := &pack.Option{Serves: []string{"safety"}, Strain: []string{"process"}}
	require.Equal(t, score.Serves, score.FitOf(o, "safety"))
	require.Equal(t, score.Strains, score.FitOf(o, "process"))
	require.Equal(t, score.Neither, score.FitOf(o, "openness"))
	require.Equal(t, score.NoFit, score.FitOf(o, ""))
}

// sample is a case of four steps. Option a is the full match and serves p;
// b is partial and strains p; c is none and touches no principle.
func sample() *pack.Case {
	c := &pack.Case{ID: "c"}
	for _, id := range []string{"s1", "s2", "s3", "s4"} {
		c.Steps = append(c.Steps, pack.Step{
			ID: id, Happened: "a", Known: []pack.Fact{{ID: "f1"}, {ID: "f2"}, {ID: "f3"}},
			Options: []pack.Option{
				{ID: "a", Match: pack.Full, Serves: []string{"p"}, Strain: []string{"q"}},
				{ID: "b", Match: pack.Partial, Serves: []string{"q"}, Strain: []string{"p"}},
				{ID: "c", Match: pack.None},
			},
		})
	}
	return c
}

func answer(step, option, principle string, level int, opened ...string) play.Answer {
	ch := play.Choice{Option: option, Principle: principle, Level: level}
	return play.Answer{Case: "c", Step: step, First: ch, Last: ch, Opened: opened}
}

func TestCase(t *testing.T) {
	for _, tt := range []struct {
		name    string
		answers []play.Answer
		want    func(t *testing.T, s score.Sum)
	}{
		{"nothing decided", nil, func(t *testing.T, s score.Sum) {
			require.Zero(t, s.Of)
			require.Zero(t, s.Forecasts)
			require.Empty(t, s.Named)
		}},
		{"a skipped step counts for nothing", []play.Answer{{Case: "c", Step: "s1", Skipped: true}, answer("s2", "a", "p", 5)}, func(t *testing.T, s score.Sum) {
			require.Equal(t, 1, s.Of)
			require.Equal(t, 1.0, s.Match)
			require.Equal(t, 99.75, s.Forecast)
		}},
		{"matches add up, forecasts are averaged", []play.Answer{answer("s1", "a", "p", 4, "f1", "f2"), answer("s2", "b", "p", 3), answer("s3", "c", "q", 1)}, func(t *testing.T, s score.Sum) {
			require.Equal(t, 1.5, s.Match)                    // 1 + ½ + 0
			require.Equal(t, 3, s.Of)                         //
			require.Equal(t, (93.75+100+99.75)/3, s.Forecast) // see TestForecast
			require.Equal(t, "p", s.Named)
			require.Equal(t, 2, s.NamedTimes)
			require.Equal(t, []string{"s2"}, s.Breaks) // only b strains p
			require.Equal(t, 2, s.Opened)
			require.Equal(t, 9, s.Known)
		}},
		{"of reasons named equally often, none is the main one", []play.Answer{answer("s1", "a", "q", 0), answer("s2", "b", "p", 0)}, func(t *testing.T, s score.Sum) {
			require.Empty(t, s.Named)
			require.Empty(t, s.Breaks)
		}},
		{"a break need not have been given that reason", []play.Answer{answer("s1", "a", "p", 0), answer("s2", "c", "p", 0), answer("s3", "b", "q", 0)}, func(t *testing.T, s score.Sum) {
			require.Equal(t, []string{"s3"}, s.Breaks)
		}},
		{"without forecasts there is no mean", []play.Answer{answer("s1", "a", "", 0)}, func(t *testing.T, s score.Sum) {
			require.Zero(t, s.Forecasts)
			require.Zero(t, s.Forecast)
			require.Equal(t, score.NoFit, s.Steps[0].Fit)
		}},
		{"forecasts of older games, all sure, all wrong", []play.Answer{answer("s1", "c", "p", 5), answer("s2", "c", "p", 5), answer("s3", "c", "p", 5), answer("s4", "c", "p", 5)}, func(t *testing.T, s score.Sum) {
			require.Zero(t, s.Match)
			require.Equal(t, 9.75, s.Forecast)
			require.Empty(t, s.Breaks)
		}},
		{"bets are averaged over bets only, from three on", []play.Answer{bet("s1", "a", "a", 6), bet("s2", "c", "a", 3), answer("s3", "a", "p", 4)}, func(t *testing.T, s score.Sum) {
			require.Equal(t, 2, s.Bets)
			require.False(t, s.Averaged(), "two are too few")
			require.Equal(t, 2.0, s.Match, "the match is that of the choice, whatever the bet")
			require.Equal(t, 1, s.Forecasts, "an older answer beside them keeps its own rule")
			require.Equal(t, 93.75, s.Forecast)
		}},
		{"three bets, three options", []play.Answer{bet("s1", "a", "a", 6), bet("s2", "a", "c", 3), bet("s3", "a", "b", 2)}, func(t *testing.T, s score.Sum) {
			require.True(t, s.Averaged())
			require.Equal(t, (100-(16+80/2.0)-(4+40/2.0))/3, s.Better) // with t = 0.4: 100·(0.16 + 0.8/2)
			require.Equal(t, 7, score.Shown(s.Better))                 // 20 / 3
		}},
		{"what is partly shared is a miss of the bet, and half a match of the choice", []play.Answer{bet("s1", "b", "b", 6)}, func(t *testing.T, s score.Sum) {
			require.Equal(t, 0.5, s.Match)
			require.Equal(t, score.Wager{Option: "b", Stop: 6, InHundred: 100, Partly: true, Better: -200}, s.Steps[0].Bet)
		}},
		{"a guess is 0, right or wrong", []play.Answer{bet("s1", "a", "a", 1), bet("s2", "a", "b", 1), bet("s3", "a", "c", 1)}, func(t *testing.T, s score.Sum) {
			require.Zero(t, s.Better)
			require.Equal(t, 3, s.Bets)
		}},
		{"half a bet is none", []play.Answer{bet("s1", "a", "", 4), bet("s2", "a", "b", 0), bet("s3", "a", "z", 3)}, func(t *testing.T, s score.Sum) {
			require.Zero(t, s.Bets)
			require.Equal(t, 3, s.Of)
		}},
		{"the first answer is the scored one", []play.Answer{{Case: "c", Step: "s1", First: play.Choice{Option: "c"}, Last: play.Choice{Option: "a"}}}, func(t *testing.T, s score.Sum) {
			require.Zero(t, s.Match)
			require.Equal(t, "c", s.Steps[0].Option)
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.want(t, score.Case(sample(), play.State{Answers: tt.answers}))
		})
	}
}

// bet is an answer with a bet.
func bet(step, option, on string, stop int) play.Answer {
	ch := play.Choice{Option: option, Bet: on, Stop: stop}
	return play.Answer{Case: "c", Step: step, First: ch, Last: ch}
}

func TestCalibrate(t *testing.T) {
	wager := func(said int, right bool) score.Step {
		return score.Step{Bet: score.Wager{Stop: 2, InHundred: said, Right: right}}
	}
	steps := []score.Step{
		wager(85, true), wager(85, false), wager(85, true), wager(85, false), // 2 of 4
		wager(40, false),
		{Level: 5, Match: 1}, // an older game's forecast is no bet
	}
	require.Equal(t, []score.Bin{{Said: 40, Happened: 0, Count: 1}, {Said: 85, Happened: 50, Count: 4}}, score.Calibrate(steps))
	require.Empty(t, score.Calibrate(nil))
}

// TestOnlyDecisionsTakeBets gives an estimate and a reflection what looks like one.
func TestOnlyDecisionsTakeBets(t *testing.T) {
	for _, kind := range pack.StepKinds() {
		st := sample().Steps[0]
		st.Kind = kind
		require.Equal(t, kind == pack.Decision, score.WagerOf(&st, play.Choice{Option: "a", Bet: "a", Stop: 2}).Made(), kind)
	}
}

// TestADrawingNearTheRecordMatchesPartly: what is told beside a drawing is what is
// counted, and the option's own level is the whole match.
func TestADrawingNearTheRecordMatchesPartly(t *testing.T) {
	for _, tt := range []struct {
		match pack.Match
		drawn int
		want  pack.Match
	}{
		{pack.Full, 0, pack.Full}, {pack.Full, 45, pack.Partial}, {pack.Partial, 20, pack.Partial}, {pack.None, 90, pack.None}, {pack.NoMatch, 45, pack.NoMatch},
	} {
		o := pack.Option{ID: "b", Match: tt.match}
		choice := play.Choice{Option: "b", Drawn: tt.drawn}
		require.Equal(t, tt.want, score.MatchOf(&o, choice), "%+v", tt)
		step := &pack.Step{ID: "s", Options: []pack.Option{o}, Happened: "b"}
		require.Equal(t, score.Points(tt.want), score.Of(step, play.Answer{Step: "s", First: choice}).Match, "%+v", tt)
	}
}
