package main

import (
	"context"
	"fmt"
	"io"

	"hardcases/cmd/internal/trim"
)

// engineCommand says where the engine is that is shipped in the browser.
type engineCommand struct{}

// Run is called by kong.
func (engineCommand) Run(ctx context.Context, out io.Writer) error {
	root, err := findRoot(".")
	if err != nil {
		return err
	}
	modfile, err := trim.Prepare(ctx, root)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(out, modfile)
	return err
}
