package bench

import (
	"fmt"
	"strings"
)

// The lines between which the bench writes in a page. Everything else in it is
// left alone.
const (
	begin = "<!-- bench: written by go run ./cmd/check bench --write -->"
	end   = "<!-- bench: end -->"
)

// Rewrite gives the page with text between the two marks. It fails on a page
// that does not have both, once each and in their order.
func Rewrite(page, text string) (string, error) {
	before, rest, ok := strings.Cut(page, begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed || strings.Count(page, begin) != 1 || strings.Count(page, end) != 1 {
		return "", fmt.Errorf("the page must have the lines %q and, after it, %q, once each", begin, end)
	}
	return before + begin + "\n\n" + strings.TrimSpace(text) + "\n\n" + end + after, nil
}
