// Package own finds folders that are the user's alone, for what the program keeps
// between two runs and then trusts.
package own

import (
	"fmt"
	"os"
	"path/filepath"
)

// Cache makes a folder of this program in the user's cache folder, which nobody
// else may write to or read, and gives its path. It refuses one of another user:
// what is in it would be another's.
func Cache(name string) (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return folder(base, "hardcases", name)
}

// folder makes a folder and those above it, up to base, that nobody else may
// write to or read, and gives its path.
func folder(base string, names ...string) (string, error) {
	if err := os.MkdirAll(base, 0o700); err != nil {
		return "", err
	}
	dir := base
	for _, name := range names {
		dir = filepath.Join(dir, name)
		if err := os.Mkdir(dir, 0o700); err != nil && !os.IsExist(err) {
			return "", err
		}
		info, err := os.Lstat(dir)
		switch {
		case err != nil:
			return "", err
		case !info.IsDir():
			return "", fmt.Errorf("%s is no folder", dir)
		case !ours(info):
			return "", fmt.Errorf("%s belongs to another user", dir)
		case info.Mode().Perm()&0o077 != 0: // made by an earlier version
			if err := os.Chmod(dir, 0o700); err != nil {
				return "", err
			}
		}
	}
	return dir, nil
}
