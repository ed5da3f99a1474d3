package cover

import (
	"fmt"
	"io"
	"strings"
	"time"

	"hardcases/cmd/internal/length"
)

// Write writes a report for people.
func Write(w io.Writer, r *Report) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %.12s, %s: %d screens, %d random moves\n", r.Pack, r.Hash, strings.Join(r.Locales, " "), r.Looked, r.Moves)
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
	screens(&b, r.Screens)
	b.WriteString("\nTime to play: each screen read once as it is before anything is opened, and half a minute for each step\n")
	fmt.Fprintf(&b, "%-20s %-3s %22s %22s %22s\n", "", "", "short way", "all of it", "all of it, opened")
	for _, t := range r.Times {
		fmt.Fprintf(&b, "%-20s %-3s %22s %22s %22s   (the pack says %d and %d min)\n", t.Case.Case, t.Locale, span(t.Case.Short), span(t.Case.Whole), span(t.Opened), t.Short, t.Whole)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func span(t length.Time) string {
	return fmt.Sprintf("%d words %s", t.Words, t.Takes.Round(time.Second))
}

// screens is the most words that a screen of each kind says, and those that say
// more than they may.
func screens(b *strings.Builder, all []length.Screen) {
	b.WriteString("\nWords on a screen before anything is opened: the most of its kind\n")
	var kinds []string
	most, phone := map[string]length.Screen{}, map[string]length.Screen{}
	for _, s := range all {
		key := fmt.Sprintf("%-10s %s", s.Kind, s.Locale)
		if _, met := most[key]; !met {
			kinds = append(kinds, key)
		}
		if s.Words >= most[key].Words {
			most[key] = s
		}
		if s.Phone >= phone[key].Phone {
			phone[key] = s
		}
	}
	for _, key := range kinds {
		w, p := most[key], phone[key]
		wide, narrow := w.Kind.Limit()
		fmt.Fprintf(b, "%-14s %4d %-11s %-18s phone %4d %-11s %s\n", key, w.Words, atMost(wide), w.Step+" "+w.Case, p.Phone, atMost(narrow), p.Step)
	}
	for _, s := range all {
		if s.Over() {
			wide, narrow := s.Kind.Limit()
			fmt.Fprintf(b, "    over: %s %s %s %s, %d words %s, on a phone %d %s\n", s.Kind, s.Case, s.Step, s.Locale, s.Words, atMost(wide), s.Phone, atMost(narrow))
		}
	}
}

func atMost(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("of %d", n)
}

func clip(s string, most int) string {
	r := []rune(strings.ReplaceAll(s, "\n", " "))
	if len(r) <= most {
		return string(r)
	}
	return string(r[:most-1]) + "…"
}
