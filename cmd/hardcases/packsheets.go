package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"hardcases/assets"
	"hardcases/cmd/internal/cover"
	"hardcases/cmd/internal/graph"
	"hardcases/cmd/internal/proof"
	"hardcases/game/locale"
	"hardcases/game/pack"
)

// packSource is a pack in either of its forms.
type packSource struct {
	Path string `arg:"" name:"src|file" help:"Folder of sources, or a compiled pack."`
}

// open gives the pack; one whose sources have errors is not opened.
func (s packSource) open(sys system) (*pack.Pack, error) {
	info, err := os.Stat(s.Path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return openPack(s.Path)
	}
	b, err := (&packBuildCommand{Src: s.Path}).build(system{in: sys.in, out: sys.err, err: sys.err})
	if err != nil {
		return nil, err
	}
	return pack.Open(b)
}

type packCoverCommand struct {
	packSource
	Seed   uint64 `default:"1" help:"Draws the random routes; the same seed gives the same routes."`
	Routes int    `default:"20" help:"Number of random routes."`
	Moves  int    `default:"200" help:"Length of each random route."`
	JSON   bool   `name:"json" help:"Print the report as JSON."`
}

// Help gives examples.
func (packCoverCommand) Help() string {
	return "Exit code 1 where a step is never reached, an option never scored, or a claim or source never shown.\n\nExamples:\n  hardcases pack cover mine\n  hardcases pack cover --seed 7 --routes 100 cloudflare.msgp"
}

// Run plays the pack and prints what was met.
func (c *packCoverCommand) Run(sys system) error {
	p, err := c.open(sys)
	if err != nil {
		return err
	}
	words, err := locale.Read(assets.Languages(), assets.Strings()...)
	if err != nil {
		return err
	}
	r, err := cover.Run(p, cover.Options{Catalog: words, Seed: c.Seed, Routes: c.Routes, Moves: c.Moves})
	if err != nil {
		return at(c.Path, err)
	}
	if c.JSON {
		out := json.NewEncoder(sys.out)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		err = out.Encode(r)
	} else {
		err = cover.Write(sys.out, r)
	}
	if err == nil && !r.Whole() {
		err = reported{errors.New("not all of the pack is shown")}
	}
	return err
}

type packGraphCommand struct {
	packSource
	Out  string `short:"o" placeholder:"FILE" help:"File to write. Default: standard output."`
	Lang string `placeholder:"${languages}" help:"Language of the words. Default: the pack's first."`
}

// Help gives examples.
func (packGraphCommand) Help() string {
	return "Examples:\n  hardcases pack graph mine -o mine.svg"
}

// Run draws the pack.
func (c *packGraphCommand) Run(sys system) error {
	p, err := c.open(sys)
	if err != nil {
		return err
	}
	if c.Lang != "" && p.Text(c.Lang).Locale() != c.Lang {
		return fmt.Errorf("--lang %s: the pack has %v", c.Lang, p.Head().Locales)
	}
	b, err := graph.SVG(p, c.Lang)
	return c.write(sys, c.Out, b, at(c.Path, err))
}

// write puts a sheet into a file, or on standard output where there is none.
func (s packSource) write(sys system, file string, b []byte, err error) error {
	if err != nil {
		return err
	}
	if file == "" {
		_, err := sys.out.Write(b)
		return err
	}
	if err := writeMade(file, b, s.Path); err != nil {
		return err
	}
	_, err = fmt.Fprintf(sys.out, "%s: %d bytes\n", file, len(b))
	return err
}

type packProofCommand struct {
	packSource
	Out string `short:"o" placeholder:"FILE" help:"File to write. Default: standard output."`
}

// Help gives examples.
func (packProofCommand) Help() string {
	return "Examples:\n  hardcases pack proof mine -o mine.html"
}

// Run writes the page.
func (c *packProofCommand) Run(sys system) error {
	p, err := c.open(sys)
	if err != nil {
		return err
	}
	b, err := proof.Page(p)
	return c.write(sys, c.Out, b, at(c.Path, err))
}
