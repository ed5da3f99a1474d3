package rules

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"hardcases/cmd/check/internal/proc"
)

// maxFile is the most bytes that a tracked file may have: everyone who clones
// the repository pays for it, for ever.
const maxFile = 400_000

// Tracked lists the files of the tree, with slashes, from its root: those that
// git tracks, or all where there is no git or no repository.
func Tracked(ctx context.Context, run proc.Runner, root string) ([]string, error) {
	// The check may run as another user than the one who cloned.
	c := proc.Command{Args: []string{"git", "-c", "safe.directory=*", "ls-files", "-z"}, Dir: root}
	if _, err := os.Stat(filepath.Join(root, ".git")); err != nil {
		return walk(root)
	}
	got := run(ctx, c)
	if err := got.Failure(c); err != nil {
		return nil, err
	}
	names := strings.Split(strings.TrimRight(got.Stdout, "\x00"), "\x00")
	// A file deleted and not yet committed is still listed.
	return slices.DeleteFunc(names, func(name string) bool {
		_, err := os.Lstat(filepath.Join(root, filepath.FromSlash(name)))
		return err != nil
	}), nil
}

// walk lists all files below root but those of tools.
func walk(root string) ([]string, error) {
	var names []string
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (name == ".git" || name == "dist" || name == "node_modules"):
			return fs.SkipDir
		case !d.IsDir():
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

// file reads one file and applies all rules to it.
func file(root, name string) ([]Finding, error) {
	data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		return nil, err
	}
	found := Content(name, data)
	if strings.HasSuffix(name, ".go") {
		more, err := Source(name, data)
		if err != nil {
			return nil, err
		}
		found = append(found, more...)
	}
	return found, nil
}

// banned is text that no file may hold. The patterns are written so that they
// do not match themselves.
var banned = []struct {
	pattern *regexp.Regexp
	what    string
}{
	{
		regexp.MustCompile(`/(work|farm)/(main|steering|in|[.]library|shared)\b|/root/(go|[.])|/tmp/bash`),
		"a path of somebody's machine",
	},
	{
		regexp.MustCompile(`(?i)\b(proxy|registry|deb|sum)[.][a-z0-9-]+[.](org|com|io|dev)\b`),
		"the host of a package registry: name packages, and let each tool know where they are",
	},
	{
		regexp.MustCompile(`(?i)kiwifarms?[.](net|ru|st|cc|top|is|pl|hk|tw)|8(ch|kun)[.](net|top|co|moe)|dailystormer?[.][a-z]+|[a-z0-9][.]onion\b`),
		"the address of a forum that must never appear",
	},
}

// Content checks what every file must not be or hold.
func Content(name string, data []byte) []Finding {
	var found []Finding
	if len(data) > maxFile {
		found = append(found, Finding{Where: name, What: fmt.Sprintf("has %d bytes, the limit is %d", len(data), maxFile)})
	}
	if binary(data) {
		return found
	}
	for i, line := range bytes.Split(data, []byte("\n")) {
		for _, b := range banned {
			if hit := b.pattern.Find(line); hit != nil {
				found = append(found, Finding{Where: fmt.Sprintf("%s:%d", name, i+1), What: fmt.Sprintf("%s (%q)", b.what, hit)})
			}
		}
	}
	return found
}

// binary says whether data is no text, as git decides it: by a zero byte near
// the start.
func binary(data []byte) bool {
	return bytes.IndexByte(data[:min(len(data), 8000)], 0) >= 0
}

// Fonts checks that each font among the files has its licence beside it: a
// file LICENSE-x.txt where the font's name begins with x.
func Fonts(files []string) []Finding {
	var found []Finding
	for _, name := range files {
		switch path.Ext(name) {
		case ".woff", ".woff2", ".ttf", ".otf":
		default:
			continue
		}
		licensed := slices.ContainsFunc(files, func(other string) bool {
			family, ok := strings.CutPrefix(path.Base(other), "LICENSE-")
			family, text := strings.CutSuffix(family, ".txt")
			return ok && text && family != "" && path.Dir(other) == path.Dir(name) && strings.HasPrefix(path.Base(name), family)
		})
		if !licensed {
			found = append(found, Finding{Where: name, What: "has no LICENSE-family.txt beside it"})
		}
	}
	return found
}
