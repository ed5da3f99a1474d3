package cover

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// Write writes a report for people.
func Write(w io.Writer, r *Report) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %.12s, %s: %d screens, %d random moves\n", r.Pack, r.Hash, strings.Join(r.Locales, " "), r.Screens, r.Moves)
	for _, c := range []struct {
		name  string
		count Count
	}{
		{"steps reached", r.Steps}, {"options answered", r.Options}, {"claims shown", r.Claims},
		{"sources shown", r.Sources}, {"texts shown", r.Texts},
	} {
		fmt.Fprintf(&b, "%-17s %5d of %d\n", c.name, c.count.Met, c.count.All)
		for _, id := range c.count.Never {
			fmt.Fprintf(&b, "    never: %s\n", id)
		}
	}
	for _, name := range r.Stuck {
		fmt.Fprintf(&b, "nothing leads on from %s\n", name)
	}
	b.WriteString("\nThe longest text of each screen, in characters\n")
	for _, l := range r.Longest {
		fmt.Fprintf(&b, "%-28s %-3s %4d  %-20s %s\n", l.Screen, l.Locale, l.Characters, l.At, clip(l.Text, 40))
	}
	b.WriteString("\nTime to play: reading each screen once, and half a minute for each step\n")
	for _, t := range r.Times {
		fmt.Fprintf(&b, "%-20s %-3s %5d words %7s   (the pack says %d min)\n", t.Case, t.Locale, t.Words, t.Takes.Round(time.Second), t.Says)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func clip(s string, most int) string {
	r := []rune(strings.ReplaceAll(s, "\n", " "))
	if len(r) <= most {
		return string(r)
	}
	return string(r[:most-1]) + "…"
}
