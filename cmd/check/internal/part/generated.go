package part

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tree"
)

// generated makes everything anew in a copy of the tree and compares. The tree
// itself is not touched.
func (e Env) generated(ctx context.Context, say func(string)) (string, error) {
	dir, err := os.MkdirTemp("", "hardcases-generated-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	before, err := copyTree(dir, e.Root)
	if err != nil {
		return "", err
	}
	say("go generate in a copy")
	made, err := e.do(ctx, proc.Command{Args: []string{"go", "generate", "-x", "./..."}, Dir: dir})
	if err != nil {
		return "", err
	}
	if strings.TrimSpace(made.Text) == "" {
		return "", errors.New("go generate ran nothing, so nothing was compared")
	}
	stale, err := differences(before, dir)
	if err != nil {
		return "", err
	}
	if len(stale) > 0 {
		return "", fmt.Errorf("stale; run go generate ./... and commit:\n%s", strings.Join(stale, "\n"))
	}
	return fmt.Sprintf("%d files compared", len(before)), nil
}

// sums holds the SHA-256 of each file of a tree.
type sums map[string][sha256.Size]byte

// copyTree copies a tree and says what it was.
func copyTree(to, from string) (sums, error) {
	names, err := tree.All(from)
	if err != nil {
		return nil, err
	}
	before := sums{}
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(from, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue // gone since the folder was read: somebody is at work
		}
		if err != nil {
			return nil, err
		}
		before[name] = sha256.Sum256(data)
		path := filepath.Join(to, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return nil, err
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			return nil, err
		}
	}
	return before, nil
}

// differences lists the files below dir that are not as they were before.
func differences(before sums, dir string) ([]string, error) {
	names, err := tree.All(dir)
	if err != nil {
		return nil, err
	}
	var stale []string
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return nil, err
		}
		was, ok := before[name]
		switch {
		case !ok:
			stale = append(stale, name+": not in the tree")
		case was != sha256.Sum256(data):
			stale = append(stale, name+": differs")
		}
	}
	return stale, nil
}
