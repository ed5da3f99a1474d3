package main

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"hardcases/cmd/internal/author"
	"hardcases/cmd/internal/exchange"
	"hardcases/game/pack"
)

type packStringsCommand struct {
	Dir    string `arg:"" name:"src" help:"Folder of sources."`
	Export string `placeholder:"LANGUAGE" xor:"do" help:"Write the texts of a language as a PO file; a new language gives one to be filled in."`
	Out    string `short:"o" placeholder:"FILE" help:"File for --export. Default: standard output."`
	Import string `placeholder:"FILE" xor:"do" help:"Take the translations of a PO file into the file of its language."`
	New    string `placeholder:"LANGUAGE" help:"With --import: the pack does not have this language yet."`
	JSON   bool   `name:"json" help:"Print what each language lacks as JSON."`
}

// Help gives examples.
func (packStringsCommand) Help() string {
	return "Without --export or --import: what each language lacks. Exit code 1 where a text is missing or stale.\n\nExamples:\n  hardcases pack strings mine\n  hardcases pack strings mine --export de -o mine-de.po\n  hardcases pack strings mine --import mine-de.po --new de"
}

// Run compares, exports or imports.
func (c *packStringsCommand) Run(sys system) error {
	source, found := author.Load(c.Dir)
	if author.Failed(c.serious(found)) {
		return report(sys.out, found, source.Excerpt)
	}
	switch {
	case c.Export != "":
		b, err := exchange.Export(source.Content(), c.Export)
		return packSource{c.Dir}.write(sys, c.Out, b, err)
	case c.Import != "":
		return c.take(sys, source)
	}
	return c.compare(sys.out, source)
}

// serious leaves out that files and languages do not go together: texts can be
// compared all the same.
func (c *packStringsCommand) serious(found []author.Finding) []author.Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f author.Finding) bool {
		return f.Code == "file-stray" || f.Code == "file-missing" && f.Path != ""
	})
}

func (c *packStringsCommand) compare(w io.Writer, source *author.Source) error {
	all := exchange.Compare(source.Content())
	whole := true
	for _, l := range all {
		whole = whole && len(l.Missing)+len(l.Stale) == 0
	}
	if c.JSON {
		out := json.NewEncoder(w)
		out.SetIndent("", "  ")
		if err := out.Encode(all); err != nil {
			return err
		}
	} else if err := c.print(w, source, all); err != nil {
		return err
	}
	if !whole {
		return reported{errFound}
	}
	return nil
}

func (c *packStringsCommand) print(w io.Writer, source *author.Source, all []exchange.Language) error {
	for _, l := range all {
		if _, err := fmt.Fprintf(w, "%s: %d texts, %d missing, %d stale, %d perhaps not translated\n", l.Locale, l.Texts, len(l.Missing), len(l.Stale), len(l.Untranslated)); err != nil {
			return err
		}
		for _, list := range []struct {
			what string
			keys []string
		}{{"missing", l.Missing}, {"stale", l.Stale}, {"perhaps not translated", l.Untranslated}} {
			for _, key := range list.keys {
				file, line, column := source.Place(l.Locale, key)
				if _, err := fmt.Fprintf(w, "  %s:%d:%d: %s: %s\n", file, line, column, list.what, key); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// take imports a PO file.
func (c *packStringsCommand) take(sys system, source *author.Source) error {
	if c.New != "" && (!pack.ValidID(c.New) || strings.EqualFold(c.New, "pack")) {
		return fmt.Errorf("--new %s: write a language tag, such as de or pt-BR", c.New)
	}
	b, err := readAtMost(c.Import, pack.MaxFile)
	if err != nil {
		return err
	}
	text, r, err := exchange.Import(source.Content(), b, c.New)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Import, err)
	}
	file, kept, err := source.WriteText(r.Locale, text)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(sys.out, "%s: texts taken: %d, still empty: %d, not taken: %d\n", file, r.Taken, len(r.Empty), len(r.Unsure)+len(r.Stale)+len(r.Unknown)); err != nil {
		return err
	}
	for _, list := range []struct {
		why  string
		keys []string
	}{
		{"the translator's tool marks it as unsure", r.Unsure},
		{"the text has changed since", r.Stale},
		{"the pack has no such text", r.Unknown},
	} {
		for _, key := range list.keys {
			fmt.Fprintf(sys.out, "  not taken, %s: %s\n", list.why, key)
		}
	}
	if kept != "" {
		fmt.Fprintf(sys.out, "The file was written anew, without its comments; as it was, it is kept as %s.\n", kept)
	}
	if now, _ := author.Load(c.Dir); !slices.Contains(now.Content().Locales, r.Locale) {
		fmt.Fprintf(sys.out, "Add %s to locales in %s.\n", r.Locale, filepath.Join(c.Dir, "pack.yaml"))
	}
	return nil
}
