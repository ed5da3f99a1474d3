package bundle

import (
	"os"
	"path/filepath"
	"time"
)

// shops begins the names of the folders that builds are made in.
const shops = "hardcases-build-"

// abandoned is how old such a folder must be to be taken for one that a kill left.
const abandoned = 24 * time.Hour

// Workshop makes a folder to build in, for this user alone, and removes those
// that kills have left.
func Workshop() (string, error) {
	left, err := filepath.Glob(filepath.Join(os.TempDir(), shops+"*"))
	if err != nil {
		return "", err
	}
	for _, dir := range left {
		if info, err := os.Lstat(dir); err == nil && time.Since(info.ModTime()) > abandoned {
			_ = os.RemoveAll(dir) // another user's stays: it is theirs to remove
		}
	}
	return os.MkdirTemp("", shops)
}
