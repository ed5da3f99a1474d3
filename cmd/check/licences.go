package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"hardcases/cmd/check/internal/licence"
	"hardcases/cmd/check/internal/proc"
)

// licencesCommand writes the page of other people's licences.
type licencesCommand struct{}

// Run is called by kong.
func (licencesCommand) Run(ctx context.Context, out io.Writer) error {
	root, err := findRoot(".")
	if err != nil {
		return err
	}
	modules, err := licence.Modules(ctx, proc.Exec, root)
	if err != nil {
		return err
	}
	path := filepath.Join(root, licence.File)
	if err := os.WriteFile(path, []byte(licence.Page(modules)), 0o644); err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s: %d modules\n", path, len(modules))
	return err
}
