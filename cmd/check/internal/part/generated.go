package part

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"hardcases/cmd/check/internal/tree"
)

// generated makes everything anew in a copy of the tree and compares. The tree
// itself is not touched.
func (e Env) generated(ctx context.Context, _ func(string)) (string, error) {
	return within("generated", func(dir string) (string, error) {
		if err := tree.Copy(dir, e.Root); err != nil {
			return "", err
		}
		c := goes("generate", "-x", "./...")
		c.Dir = dir
		made, err := e.do(ctx, c)
		if err != nil {
			return "", err
		}
		if strings.TrimSpace(made.Text) == "" {
			return "", errors.New("go generate ran nothing, so nothing was compared")
		}
		names, err := tree.Files(dir)
		if err != nil {
			return "", err
		}
		var stale []string
		for _, name := range names {
			now, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				return "", err
			}
			was, err := os.ReadFile(filepath.Join(e.Root, name))
			if err != nil && !errors.Is(err, os.ErrNotExist) {
				return "", err
			}
			if err != nil || !bytes.Equal(was, now) {
				stale = append(stale, name)
			}
		}
		if len(stale) > 0 {
			return "", fmt.Errorf("stale; run go generate ./... and commit:\n%s", strings.Join(stale, "\n"))
		}
		return fmt.Sprintf("%d files compared", len(names)), nil
	})
}
