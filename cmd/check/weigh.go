package main

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"

	"hardcases/cmd/check/internal/weight"
	"hardcases/cmd/internal/bundle"
)

// weighCommand lists the packages in the browser's program.
type weighCommand struct {
	Top int `default:"60" help:"How many packages to list, the heaviest first."`
}

// Run is called by kong.
func (c weighCommand) Run(ctx context.Context, out io.Writer) error {
	root, err := findRoot(".")
	if err != nil {
		return err
	}
	program, err := bundle.Named(ctx, root)
	if err != nil {
		return err
	}
	f, err := weight.Read(program)
	if err != nil {
		return err
	}
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(t, "%d\t\tcode\t\n%d\t\tdata\t\n\t\t\t\nbytes\tfunctions\tpackage\t\n", f.Code, f.Data)
	for i, p := range f.Parts {
		if i == c.Top {
			break
		}
		fmt.Fprintf(t, "%d\t%d\t%s\t\n", p.Bytes, p.Functions, p.Package)
	}
	return t.Flush()
}
