package part

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"hardcases/cmd/check/internal/proc"
	"hardcases/cmd/check/internal/tree"
	"hardcases/cmd/internal/release"
)

// release makes a release twice, of this tree and of a copy of it in another
// folder, and compares their sums: the same source makes the same bytes. Of the
// programs it makes one, as the others are linked in the same way and take minutes;
// that is installed, played and removed. It compresses quickly, as the best takes a minute
// of a processor for each.
func (e Env) release(ctx context.Context, say func(string)) (string, error) {
	return within("release", func(dir string) (string, error) {
		program, other := filepath.Join(dir, "hardcases"), filepath.Join(dir, "elsewhere", "tree")
		if _, err := e.do(ctx, goes("build", "-o", program, "./cmd/hardcases")); err != nil {
			return "", err
		}
		if err := e.twin(ctx, other); err != nil {
			return "", err
		}
		var lists [][]byte
		for _, root := range []string{e.Root, other} {
			say("making a release in " + root)
			out := filepath.Join(dir, fmt.Sprint("out", len(lists)))
			_, err := e.do(ctx, proc.Command{Dir: root, Args: []string{program, "release", "-o", out, "--version", "0.0.0-check", "--quick", "--for", "linux/" + runtime.GOARCH}})
			if err != nil {
				return "", err
			}
			b, err := os.ReadFile(filepath.Join(out, release.Sums))
			if err != nil {
				return "", err
			}
			lists = append(lists, b)
		}
		if !bytes.Equal(lists[0], lists[1]) {
			return "", fmt.Errorf("two releases of the same source differ:\n%s\n%s", lists[0], lists[1])
		}
		if n := bytes.Count(lists[0], []byte("\n")); n < 6 {
			return "", errors.New("a release lacks files:\n" + string(lists[0]))
		}
		played := goes("test", "-count=1", "-timeout=9m", "-tags=installed", "-run=^TestPackage$", "./cmd/internal/installed", "-release="+filepath.Join(dir, "out0"))
		if _, err := e.do(ctx, played); err != nil {
			return "", err
		}
		return fmt.Sprintf("%d files, twice the same; the package was installed, played and removed", bytes.Count(lists[0], []byte("\n"))), nil
	})
}

// twin copies the tree with its history, and with what is not committed yet.
func (e Env) twin(ctx context.Context, to string) error {
	if _, err := e.do(ctx, words("git", "clone", "--quiet", "--no-hardlinks", e.Root, to)); err != nil {
		return err
	}
	if err := tree.Copy(to, e.Root); err != nil {
		return err
	}
	gone, err := e.do(ctx, words("git", "ls-files", "--deleted"))
	if err != nil {
		return err
	}
	for name := range strings.Lines(gone.Stdout) {
		if err := os.Remove(filepath.Join(to, strings.TrimSpace(name))); err != nil {
			return err
		}
	}
	return nil
}
