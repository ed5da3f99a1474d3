package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"hardcases/cmd/internal/author"
	"hardcases/cmd/internal/schema"
	"hardcases/game/pack"
)

type packCommands struct {
	New     packNewCommand     `cmd:"" help:"Begin a pack: write a small whole one, commented, to be changed."`
	Lint    packLintCommand    `cmd:"" help:"Check a pack: its sources, or a compiled file."`
	Tidy    packTidyCommand    `cmd:"" help:"Put apostrophes, dots and French spaces right in the texts of a pack."`
	Watch   packWatchCommand   `cmd:"" help:"Play a pack in the browser while writing it: each save shows at once."`
	Build   packBuildCommand   `cmd:"" help:"Compile a pack from its sources, or from what dump printed."`
	Cover   packCoverCommand   `cmd:"" help:"Play every option and random routes; say what is never shown."`
	Graph   packGraphCommand   `cmd:"" help:"Draw a pack: cases, steps, options on their ladders, claims."`
	Proof   packProofCommand   `cmd:"" help:"Write a pack as one page to print: every text in all languages, claims, sources."`
	Strings packStringsCommand `cmd:"" help:"Say what each language lacks; hand texts to translators and back."`
	Dump    packDumpCommand    `cmd:"" help:"Print a compiled pack as JSON."`
	Schema  packSchemaCommand  `cmd:"" help:"Write the JSON Schemas that editors complete and check a pack with."`
}

type packNewCommand struct {
	Dir string `arg:"" help:"Folder to write; it must not hold a pack yet."`
}

// Help gives examples.
func (packNewCommand) Help() string {
	return "The folder then holds pack.yaml, a file of text for each language, and the schemas for editors.\n\nExamples:\n  hardcases pack new mine\n  hardcases pack watch mine"
}

// Run writes the pack and its schemas.
func (c *packNewCommand) Run(sys system) error {
	if err := author.New(c.Dir); err != nil {
		return err
	}
	if err := schema.Write(filepath.Join(c.Dir, "schema")); err != nil {
		return err
	}
	id, err := author.Name(c.Dir)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(sys.out, "%s holds a small whole pack: pack.yaml is its structure, en.yaml and fr.yaml its words.\nIts id is %s: saved games know the pack by it, so change it now or never.\nSee it:    hardcases pack watch %[3]s\nCheck it:  hardcases pack lint %[3]s\nMore:      hardcases pack --help\n", c.Dir, id, shell(c.Dir))
	return err
}

type packBuildCommand struct {
	Src string `arg:"" name:"src|json" help:"Folder with pack.yaml and a file of text for each language, or a JSON file that dump printed."`
	Out string `short:"o" required:"" placeholder:"FILE" help:"File to write."`
}

// Help gives examples.
func (packBuildCommand) Help() string {
	return "Nothing is written while an error is found.\n\nExamples:\n  hardcases pack build mine -o mine.msgp\n  hardcases pack build dumped.json -o mine.msgp"
}

// Run compiles the pack, unless something is wrong with it.
func (c *packBuildCommand) Run(sys system) error {
	b, err := c.build(sys)
	if err != nil {
		return err
	}
	if err := writeMade(c.Out, b, c.Src); err != nil {
		return err
	}
	p, err := pack.Open(b)
	if err != nil {
		return at(c.Out, err)
	}
	_, err = fmt.Fprintf(sys.out, "%s: %d bytes, cases: %d, identity %.12s\n", c.Out, len(b), len(p.Head().Cases), p.Hash())
	return err
}

func (c *packBuildCommand) build(sys system) ([]byte, error) {
	if strings.HasSuffix(c.Src, ".json") {
		b, err := readAtMost(c.Src, 8*pack.MaxFile)
		if err != nil {
			return nil, err
		}
		b, err = author.Undump(b)
		return b, at(c.Src, err)
	}
	if b, err := readAtMost(c.Src, pack.MaxFile); err == nil && pack.IsPack(b) {
		return nil, fmt.Errorf("%s is a pack that is compiled already; hardcases pack dump %s prints it as JSON, which can be changed and built", c.Src, shell(c.Src))
	}
	source, found, err := loadAndLint(c.Src)
	if err != nil {
		return nil, err
	}
	if author.Failed(found) {
		return nil, report(sys.out, found, source.Excerpt)
	}
	return source.Build()
}

// loadAndLint reads a folder and checks its meaning once its shape is right.
func loadAndLint(dir string) (*author.Source, []author.Finding, error) {
	settings, err := author.Settings()
	if err != nil {
		return nil, nil, err
	}
	source, found := author.Load(dir)
	if !author.Failed(found) {
		found = author.Sort(append(found, source.Lint(settings)...))
	}
	return source, found, nil
}

type packLintCommand struct {
	Path   string `arg:"" name:"src|file" help:"Folder of sources, or a compiled pack."`
	Format string `enum:"text,json,github" default:"text" help:"How to print what is found: text, json, or github for GitHub's workflows."`
	JSON   bool   `name:"json" help:"The same as --format json."`
}

// Help gives examples.
func (packLintCommand) Help() string {
	return "Exit code 1 where an error is found; warnings alone do not fail.\n\nExamples:\n  hardcases pack lint mine\n  hardcases pack lint mine.msgp\n  hardcases pack lint --format github mine"
}

// Run checks the pack and prints what it finds.
func (c *packLintCommand) Run(sys system) error {
	found, excerpt, err := c.findings()
	if err != nil {
		return err
	}
	switch {
	case c.JSON || c.Format == "json":
		err = author.ReportJSON(sys.out, found, excerpt)
	case c.Format == "github":
		err = author.ReportGitHub(sys.out, found)
	default:
		return report(sys.out, found, excerpt)
	}
	if err == nil && author.Failed(found) {
		err = reported{errFound}
	}
	return err
}

func (c *packLintCommand) findings() ([]author.Finding, func(author.Finding) string, error) {
	if dir := sourcesOf(c.Path); dir != "" {
		c.Path = dir
	}
	info, err := os.Stat(c.Path)
	if err != nil {
		return nil, nil, err
	}
	if info.IsDir() {
		source, found, err := loadAndLint(c.Path)
		if err != nil {
			return nil, nil, err
		}
		return found, source.Excerpt, nil
	}
	settings, err := author.Settings()
	if err != nil {
		return nil, nil, err
	}
	b, err := readAtMost(c.Path, pack.MaxFile)
	if err != nil {
		return nil, nil, err
	}
	found, err := author.LintFile(c.Path, b, settings)
	return found, nil, at(c.Path, err)
}

type packTidyCommand struct {
	Dir string `arg:"" help:"Folder of sources."`
}

// Help gives examples.
func (packTidyCommand) Help() string {
	return "Type texts as your keyboard has it, and let this put curly apostrophes, the three dots and the narrow spaces of French in their places. Nothing else is changed.\n\nExamples:\n  hardcases pack tidy mine"
}

// Run puts the marks right, and says in which files.
func (c *packTidyCommand) Run(sys system) error {
	done, found, err := author.Tidy(c.Dir)
	if err != nil {
		return err
	}
	if len(found) > 0 {
		return report(sys.out, found, nil)
	}
	for _, d := range done {
		fmt.Fprintf(sys.out, "%s: lines put right: %d\n", d.File, d.Lines)
	}
	if len(done) == 0 {
		fmt.Fprintln(sys.out, "nothing to put right")
	}
	return nil
}

var errFound = errors.New("errors were found")

// report prints findings; its error is there where one of them is.
func report(w io.Writer, found []author.Finding, excerpt func(author.Finding) string) error {
	if err := author.Report(w, found, excerpt); err != nil {
		return err
	}
	if author.Failed(found) {
		return reported{errFound}
	}
	return nil
}

type packDumpCommand struct {
	File string `arg:"" help:"Compiled pack."`
}

// Help gives examples.
func (packDumpCommand) Help() string {
	return "pack build makes the same pack of what is printed.\n\nExamples:\n  hardcases pack dump mine.msgp > dumped.json"
}

// Run prints the pack.
func (c *packDumpCommand) Run(sys system) error {
	p, err := openPack(c.File)
	if err != nil {
		return err
	}
	return at(c.File, author.Dump(sys.out, p))
}

type packSchemaCommand struct {
	Out string `short:"o" default:"schema" placeholder:"DIR" help:"Folder to write pack.json and text.json into."`
}

// Help gives examples.
func (packSchemaCommand) Help() string {
	return "An editor with a YAML language server reads the schema that the first line of a file names:\n  # yaml-language-server: $schema=schema/pack.json\n\nExamples:\n  hardcases pack schema -o mine/schema"
}

// Run writes the schemas.
func (c *packSchemaCommand) Run() error { return schema.Write(c.Out) }
