package main

import (
	"fmt"
	"slices"

	"hardcases/cmd/internal/author"
)

type assetsCommand struct {
	Dir string `arg:"" default:"assets" help:"Folder of the game's assets, in its source."`
}

// Help gives examples.
func (assetsCommand) Help() string {
	return "For those who work on the game itself: what it comes with is compiled from assets/packs and assets/strings. Run it after each change there, or go generate ./... . Nothing is written while an error is found.\n\nExamples:\n  go run ./cmd/hardcases assets"
}

// Run compiles the assets and says what has changed.
func (c *assetsCommand) Run(sys system) error {
	settings, err := author.Settings()
	if err != nil {
		return err
	}
	files, found, err := author.Assets(c.Dir, settings)
	if err != nil {
		return err
	}
	if author.Failed(found) {
		return report(sys.out, found, nil)
	}
	changed, err := author.WriteAssets(c.Dir, files)
	slices.Sort(changed)
	for _, file := range changed {
		fmt.Fprintln(sys.out, file)
	}
	if err == nil && len(changed) == 0 {
		fmt.Fprintf(sys.out, "%d files are as their sources have them\n", len(files))
	}
	return err
}
