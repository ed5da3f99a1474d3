package view_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"

	"github.com/stretchr/testify/require"
)

// TestOneClockTurnsTheOthers turns each clock of each round to each hour: all of them show
// the same moment, in hands, in words and in the table, with the day where it may be told.
func TestOneClockTurnsTheOthers(t *testing.T) {
	p, words := shipped(t)
	d, err := p.Desk()
	require.NoError(t, err)
	for _, language := range p.Head().Locales {
		ctx := view.NewContext(p, words, language)
		for i := range d.Rounds {
			for _, screen := range []play.Screen{play.AtRound, play.Judged} {
				if len(d.Rounds[i].Clocks) > 0 {
					s := play.NewState(1, language)
					s.Screen, s.Round = screen, i
					turnAll(t, ctx, &d.Rounds[i], s)
				}
			}
		}
	}
}

func turnAll(t *testing.T, ctx view.Context, r *pack.Round, s play.State) {
	t.Helper()
	start := view.Screen(ctx, s)
	for _, c := range r.Clocks {
		hand := view.Find(&start, "turn-"+c.Place)
		require.Len(t, hand.Slide.Stops, 2*play.MostTurned+1)
		for stop := range hand.Slide.Stops {
			hours := stop - play.MostTurned
			require.Equal(t, hours, hand.Slide.Value(stop))
			turned := s
			if on := hand.SlideTo(stop); on != nil {
				turned, _ = play.Update(ctx.Pack, s, on)
			} else {
				require.Zero(t, hours, "it is there")
			}
			shows(t, ctx, r, turned, hours)
		}
	}
}

// shows demands that a screen has the clocks so many hours from their moment.
func shows(t *testing.T, ctx view.Context, r *pack.Round, s play.State, hours int) {
	t.Helper()
	root := view.Screen(ctx, s)
	clocks, now := view.Find(&root, "clocks"), view.Find(&root, "clocks-now")
	require.Equal(t, view.Status, now.Role)
	moment := r.At.Start().Add(time.Duration(hours) * time.Hour)
	tells := hours != 0 || s.Screen == play.Judged
	for i, c := range r.Clocks {
		at := moment.In(time.FixedZone("", 60*c.Offset))
		place, clock, day := ctx.Text.Get("desk", "places", c.Place), at.Format("15:04"), ctx.Strings.Get("weekday."+strconv.Itoa(int(at.Weekday())))
		series := clocks.Chart.Series[i]
		require.Equal(t, place, series.Name)
		require.Equal(t, []float64{float64(at.Hour()), float64(at.Minute())}, []float64{series.Points[0].X, series.Points[0].Y})
		require.Equal(t, clock, series.Points[0].Label)
		hand := view.Find(&root, "turn-"+c.Place)
		require.Contains(t, hand.Name, place)
		require.Equal(t, play.MostTurned+hours, hand.Slide.At)
		require.Equal(t, hand.Slide.At, hand.Slide.Pointed(hand.Slide.Hand), "where its hand is")
		for _, said := range []string{hand.Slide.Text, clocks.Chart.Table[i+1][1], now.Text} {
			require.Contains(t, said, clock)
		}
		require.Contains(t, now.Text, place)
		require.Equal(t, tells, strings.Contains(hand.Slide.Text, day))
		require.Equal(t, tells, strings.Contains(clocks.Chart.Table[i+1][1], day))
		require.Equal(t, tells, strings.Contains(now.Text, day))
		require.Equal(t, tells, strings.Contains(hand.Slide.Text, ctx.Strings.DayOfMonth(at.Day())+" "+ctx.Strings.Get("month."+strconv.Itoa(int(at.Month())))))
	}
	require.Equal(t, hours == -play.MostTurned, view.Find(&root, "clocks-earlier").Disabled)
	require.Equal(t, hours == play.MostTurned, view.Find(&root, "clocks-later").Disabled)
	require.Equal(t, play.TurnClocks{}, view.Find(&root, "clocks-back").On)
}

// TestAHandGoesTheShortWay points a hand to each hour of its dial, from each hour.
func TestAHandGoesTheShortWay(t *testing.T) {
	for from := range 12 {
		slide := view.Slide{At: 24, Turn: 12, Hand: (float64(from) + 0.25) / 12}
		for to := range 12 {
			by := slide.Pointed((float64(to)+0.25)/12) - slide.At
			require.LessOrEqual(t, max(by, -by), 6)
			require.Zero(t, (from+by-to)%12, "from %d to %d", from, to)
		}
	}
}
