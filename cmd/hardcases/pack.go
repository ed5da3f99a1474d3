package main

import (
	"errors"
	"fmt"
	"os"

	"hardcases/cmd/internal/author"
	"hardcases/game/pack"
)

type packCommands struct {
	Build packBuildCommand `cmd:"" help:"Compile a pack from its sources."`
	Lint  packLintCommand  `cmd:"" help:"Check a pack: its sources, or a compiled file."`
	Dump  packDumpCommand  `cmd:"" help:"Print a compiled pack as JSON."`
}

type packBuildCommand struct {
	Src string `arg:"" help:"Folder with pack.yaml and a file of text for each language."`
	Out string `short:"o" required:"" placeholder:"FILE" help:"File to write."`
}

// Help gives examples.
func (packBuildCommand) Help() string {
	return "Nothing is written while an error is found.\n\nExamples:\n  hardcases pack build assets/packs/cloudflare -o cloudflare.msgp"
}

// Run compiles the pack, unless something is wrong with it.
func (c *packBuildCommand) Run(sys system) error {
	source, found := author.Load(c.Src)
	if !author.Failed(found) {
		settings, err := author.Settings()
		if err != nil {
			return err
		}
		found = author.Sort(append(found, source.Lint(settings)...))
	}
	if author.Failed(found) {
		return report(sys, found)
	}
	b, err := source.Build()
	if err != nil {
		return err
	}
	if err := os.WriteFile(c.Out, b, 0o644); err != nil {
		return err
	}
	p, err := pack.Open(b)
	if err != nil {
		return at(c.Out, err)
	}
	fmt.Fprintf(sys.out, "%s: %d bytes, %d cases, identity %.12s\n", c.Out, len(b), len(p.Head().Cases), p.Hash())
	return nil
}

type packLintCommand struct {
	Path string `arg:"" name:"src|file" help:"Folder of sources, or a compiled pack."`
}

// Help gives examples.
func (packLintCommand) Help() string {
	return "Exit code 1 where an error is found; warnings alone do not fail.\n\nExamples:\n  hardcases pack lint assets/packs/cloudflare\n  hardcases pack lint cloudflare.msgp"
}

// Run checks the pack and prints what it finds.
func (c *packLintCommand) Run(sys system) error {
	found, err := c.findings()
	if err != nil {
		return err
	}
	return report(sys, found)
}

func (c *packLintCommand) findings() ([]author.Finding, error) {
	settings, err := author.Settings()
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(c.Path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		b, err := readAtMost(c.Path, pack.MaxFile)
		if err != nil {
			return nil, err
		}
		found, err := author.LintFile(c.Path, b, settings)
		return found, at(c.Path, err)
	}
	source, found := author.Load(c.Path)
	if !author.Failed(found) {
		found = author.Sort(append(found, source.Lint(settings)...))
	}
	return found, nil
}

// report prints findings; its error is there where one of them is.
func report(sys system, found []author.Finding) error {
	for _, f := range found {
		fmt.Fprintln(sys.out, f)
		if f.Mend != "" {
			fmt.Fprintln(sys.out, "    "+f.Mend)
		}
	}
	if author.Failed(found) {
		return reported{errors.New("errors were found")}
	}
	if len(found) == 0 {
		fmt.Fprintln(sys.out, "nothing found")
	}
	return nil
}

type packDumpCommand struct {
	File string `arg:"" help:"Compiled pack."`
}

// Help gives examples.
func (packDumpCommand) Help() string { return "Examples:\n  hardcases pack dump cloudflare.msgp" }

// Run prints the pack.
func (c *packDumpCommand) Run(sys system) error {
	p, err := openPack(c.File)
	if err != nil {
		return err
	}
	return at(c.File, author.Dump(sys.out, p))
}
