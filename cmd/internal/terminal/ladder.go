package terminal

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"hardcases/game/view"
)

// axis is how many columns a ladder is long.
const axis = 40

// ladder draws a ladder on one line, such as A─●B────────C────◆D: the options'
// letters at their places, before them the player's circle and history's diamond.
// It gives "" for another chart.
func ladder(c *view.Chart) string {
	if c == nil || c.Kind != view.Ladder {
		return ""
	}
	signs := map[float64]string{} // by place
	for _, s := range c.Series {
		for _, p := range s.Points {
			if signs[p.X] == "" {
				signs[p.X] = p.Mark
			}
		}
	}
	for _, kind := range []view.SeriesKind{view.Happened, view.You} {
		for _, s := range c.Series {
			for _, p := range s.Points {
				if s.Kind == kind {
					signs[p.X] = sign(kind) + signs[p.X]
				}
			}
		}
	}
	places := make([]float64, 0, len(signs))
	for x := range signs {
		places = append(places, x)
	}
	slices.Sort(places)
	var line strings.Builder
	long := 0
	for i, x := range places {
		mark := signs[x]
		least := 0
		if i > 0 {
			least = 1
		}
		at := int(math.Round(x*axis/100)) - utf8.RuneCountInString(mark) + 1
		dashes := max(least, at-long)
		line.WriteString(strings.Repeat("─", dashes) + mark)
		long += dashes + utf8.RuneCountInString(mark)
	}
	line.WriteString(strings.Repeat("─", max(0, axis+1-long)))
	return line.String()
}

func sign(k view.SeriesKind) string {
	if k == view.You {
		return "●"
	}
	return "◆"
}
