package part

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// generated makes everything anew in a copy of the tree and compares. The tree
// itself is not touched.
func (e Env) generated(ctx context.Context, _ func(string)) (string, error) {
	return within("generated", func(dir string) (string, error) {
		if err := e.twin(ctx, dir); err != nil {
			return "", err
		}
		e.Root = dir
		if _, err := e.do(ctx, words("git", "add", "--all")); err != nil {
			return "", err
		}
		made, err := e.do(ctx, goes("generate", "-x", "./..."))
		if err != nil {
			return "", err
		}
		if strings.TrimSpace(made.Text) == "" {
			return "", errors.New("go generate ran nothing, so nothing was compared")
		}
		stale, err := e.do(ctx, words("git", "ls-files", "--modified", "--deleted", "--others", "--exclude-standard"))
		if err != nil || stale.Stdout == "" {
			return "", err
		}
		return "", fmt.Errorf("stale; run go generate ./... and commit:\n%s", stale.Stdout)
	})
}
