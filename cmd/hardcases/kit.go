package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"hardcases/assets"
	"hardcases/cmd/internal/desk"
	"hardcases/cmd/internal/whole"
	"hardcases/game/class"
	"hardcases/game/kit"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/view"
)

type kitCommand struct {
	Pack   string `placeholder:"FILE" help:"Make the papers of this pack instead of the one that comes with the game."`
	Lang   string `placeholder:"${languages}" help:"Language of the papers. Default: the language of the system, else English."`
	Plan   string `placeholder:"PLAN" help:"Plan of the pack, by its id or by its minutes, such as 30, 50, 90, two. Default: 50, or the pack's only plan."`
	Older  bool   `xor:"age" help:"For 16 and over: with the steps for older pupils."`
	Gentle bool   `xor:"age" help:"For 13 to 15: in the gentler wording of the pack."`
	Paper  string `enum:"a4,letter,any" default:"any" help:"Size of the pages: a4, letter, or any to leave it to the printer."`
	Out    string `short:"o" required:"" placeholder:"DIR" help:"Folder to write to."`
}

// Help gives examples.
func (kitCommand) Help() string {
	return "Writes lesson.html, student.html, key.html, ticket.html and family.html into a folder of their plan and language, such as papers/m50-fr. Print them from a browser, the student sheets on both sides.\n\nExamples:\n  hardcases kit -o papers --lang fr --plan 50\n  hardcases kit -o papers --plan two --older --paper a4\n  hardcases kit -o papers --gentle"
}

// Run writes the papers.
func (c *kitCommand) Run(sys system) error {
	ctx, plan, err := openLesson(c.Pack, c.Lang, c.Plan, "50")
	if err != nil {
		return err
	}
	size := map[string]kit.Size{"a4": kit.A4, "letter": kit.Letter}[c.Paper]
	files, err := kit.Make(ctx, kit.Options{Plan: plan, Age: c.age(), Paper: size, Draw: desk.OnPaper()})
	if err != nil {
		return err
	}
	dir := filepath.Join(c.Out, c.folder(plan, ctx.Strings.Locale()))
	if err := writeKit(dir, files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintln(sys.out, filepath.Join(dir, f.Name))
	}
	return nil
}

// folder is the name of the folder for the papers of a plan in a language, so that
// papers of another plan, language or age do not come in their place.
func (c *kitCommand) folder(plan, lang string) string {
	switch {
	case c.Older:
		return plan + "-" + lang + "-older"
	case c.Gentle:
		return plan + "-" + lang + "-gentle"
	}
	return plan + "-" + lang
}

func (c *kitCommand) age() int {
	switch {
	case c.Older:
		return class.Older
	case c.Gentle:
		return class.Gentle
	}
	return class.AnyAge
}

// openLesson opens a pack file, or the pack that comes with the game, to be
// read in a language by one of its plans; it gives the plan's id. usual is the
// plan where none is named and the pack has several.
func openLesson(file, lang, plan, usual string) (ctx view.Context, id string, err error) {
	p, err := openPack(file)
	if err != nil {
		return ctx, "", err
	}
	words, err := locale.Read(assets.Languages(), assets.Strings()...)
	if err != nil {
		return ctx, "", err
	}
	language, err := gameFlags{Lang: lang}.language(words, p)
	if err != nil {
		return ctx, "", err
	}
	id, err = findPlan(p, plan, usual)
	return view.NewContext(p, words, language), id, err
}

// findPlan finds a plan by its id, or by the minutes of its only lesson; where no
// name is given, the only plan, or the usual one.
func findPlan(p *pack.Pack, name, usual string) (string, error) {
	lib, err := p.Library()
	if err != nil {
		return "", err
	}
	switch {
	case name == "" && len(lib.Plans) == 1:
		return lib.Plans[0].ID, nil
	case name == "":
		name = usual
	}
	var ids []string
	for _, plan := range lib.Plans {
		if plan.ID == name || len(plan.Lessons) == 1 && fmt.Sprint(plan.Lessons[0].Minutes) == name {
			return plan.ID, nil
		}
		ids = append(ids, plan.ID)
	}
	if len(ids) == 0 {
		return "", errors.New("the pack has no plans for a class: write some under plans in its pack.yaml")
	}
	return "", fmt.Errorf("--plan %s: the pack has %s", name, strings.Join(ids, ", "))
}

func writeKit(dir string, files []kit.File) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := whole.Write(filepath.Join(dir, f.Name), []byte(f.HTML), 0o644); err != nil {
			return err
		}
	}
	return nil
}
