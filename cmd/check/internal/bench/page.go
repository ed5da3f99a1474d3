package bench

import (
	"fmt"
	"strings"
)

// Block is what the bench writes in a page: between two lines. Everything else in it is
// left alone.
type Block struct{ begin, end string }

var (
	// Main is for the game.
	Main = Block{"<!-- bench: written by go run ./cmd/check bench --write -->", "<!-- bench: end -->"}
	// Live is for servers of live classes.
	Live = Block{"<!-- bench live: written by go run ./cmd/check bench --only live --write -->", "<!-- bench live: end -->"}
)

// Rewrite gives the page with text in a block. It fails on a page that does not have
// both lines of the block, once each and in their order.
func Rewrite(page string, in Block, text string) (string, error) {
	begin, end := in.begin, in.end
	before, rest, ok := strings.Cut(page, begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed || strings.Count(page, begin) != 1 || strings.Count(page, end) != 1 {
		return "", fmt.Errorf("the page must have the lines %q and, after it, %q, once each", begin, end)
	}
	return before + begin + "\n\n" + strings.TrimSpace(text) + "\n\n" + end + after, nil
}
