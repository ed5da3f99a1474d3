package part

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"hardcases/cmd/check/internal/proc"
)

// cross builds the program for each system that it is for.
func (e Env) cross(ctx context.Context, say func(string)) (string, error) {
	dir, err := os.MkdirTemp("", "hardcases-cross-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	var failed []error
	n := 0
	for _, goos := range []string{"linux", "darwin", "windows"} {
		for _, goarch := range []string{"amd64", "arm64"} {
			say(goos + " " + goarch)
			args := []string{"go", "build", "-o", filepath.Join(dir, goos+"-"+goarch)}
			if goos != runtime.GOOS || goarch != runtime.GOARCH {
				// It will not be run: without optimising, this takes a third less.
				args = append(args, "-gcflags=all=-N -l")
			}
			_, err := e.do(ctx, proc.Command{
				Args: append(args, "./cmd/hardcases"),
				Env:  []string{"CGO_ENABLED=0", "GOOS=" + goos, "GOARCH=" + goarch},
			})
			if err != nil {
				failed = append(failed, err)
			}
			n++
		}
	}
	return fmt.Sprintf("%d programs", n), errors.Join(failed...)
}
