package bundle

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// shops begins the names of the folders that builds are made in.
const shops = "hardcases-build-"

// abandoned is how old such a folder must be to be taken for one that a kill left.
const abandoned = 24 * time.Hour

// Workshop makes a folder to build in, for this user alone, and removes those
// that kills have left.
func Workshop() (string, error) {
	left, err := os.ReadDir(os.TempDir())
	if err != nil {
		return "", err
	}
	for _, e := range left {
		if !strings.HasPrefix(e.Name(), shops) {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > abandoned {
			_ = os.RemoveAll(filepath.Join(os.TempDir(), e.Name())) // another user's stays: it is theirs to remove
		}
	}
	return os.MkdirTemp("", shops)
}
