package part

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"hardcases/cmd/check/internal/proc"
)

// systems are what the program is built for here: each system once, with the
// processor that is usual there. The sources tell systems apart, never
// processors, and each further one takes the better part of a minute.
func systems() []string {
	all := []string{"linux/amd64", "windows/amd64", "darwin/arm64"}
	if here := runtime.GOOS + "/" + runtime.GOARCH; !slices.Contains(all, here) {
		all = append(all, here)
	}
	return all
}

// cross builds the program for each system that it is for.
func (e Env) cross(ctx context.Context, say func(string)) (string, error) {
	dir, err := os.MkdirTemp("", "hardcases-cross-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	var failed []error
	for _, system := range systems() {
		say(system)
		goos, goarch, _ := strings.Cut(system, "/")
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
	}
	return fmt.Sprintf("%d programs", len(systems())), errors.Join(failed...)
}
