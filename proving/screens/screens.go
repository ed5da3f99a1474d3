// Package screens gives every screen of the game that is shipped, for tests
// that look at each.
package screens

import (
	"fmt"
	"slices"

	"hardcases/assets"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/stage"
	"hardcases/game/tour"
	"hardcases/game/view"
	"hardcases/proving/packs"
	"hardcases/proving/pseudo"
)

// Screen is one screen with what it is called.
type Screen struct {
	Name string
	Root *view.Node
}

// Languages are those that are shipped and the pseudo languages of tests.
func Languages() []string { return append(Shipped(), pseudo.Longer, pseudo.Mirrored) }

// Shipped are the languages that the game comes with.
func Shipped() []string {
	c, err := locale.Read(assets.Languages())
	if err != nil {
		return nil // no test passes without a language
	}
	return c.Tags()
}

// Open sets a stage with the shipped pack and the shipped strings.
func Open(language string) (*stage.Stage, error) {
	p, c, err := shipped("cloudflare")
	if err != nil {
		return nil, err
	}
	return stage.New(play.NewSession(p, 1, language), c, func(play.Effect) {}), nil
}

// All gives every screen of the game in a language.
func All(language string) ([]Screen, error) { return Of("cloudflare", language) }

// Of gives every screen of one of the shipped packs in a language.
func Of(id, language string) ([]Screen, error) {
	p, c, err := shipped(id)
	if err != nil {
		return nil, err
	}
	if p, c, err = pseudo.Add(p, c); err != nil {
		return nil, err
	}
	stops, err := tour.All(p, language)
	if err != nil {
		return nil, err
	}
	list := make([]Screen, len(stops))
	for i, s := range stops {
		root := view.Screen(view.NewContext(p, c, language), s.State)
		list[i] = Screen{Name: language + "-" + s.Name, Root: &root}
	}
	return append(list, hosted(p, c, language, stops)...), nil
}

// hosted gives screens as only a host brings them about: those of the tour that
// differ most, with a game that cannot be saved, and what was put aside.
func hosted(p *pack.Pack, c *locale.Catalog, language string, stops []tour.Stop) []Screen {
	ctx := view.NewContext(p, c, language)
	ctx.Trouble, ctx.Framed, ctx.Aside = "full", true, 3
	ctx.Copies = []view.Copy{
		{Name: "a", Pack: "Hard Cases", Date: "2026-11-29", Answers: 3},
		{Name: "b", Pack: "Hard Cases", Lesson: true},
		{Name: "c", Pack: "a-pack-that-is-not-here", Fault: "no-pack"},
	}
	var list []Screen
	add := func(name string, s play.State) {
		root := view.Screen(ctx, s)
		list = append(list, Screen{Name: language + "-trouble-" + name, Root: &root})
	}
	seen := map[play.Screen]bool{}
	for _, s := range stops {
		if !seen[s.State.Screen] && s.State.Sheet.Kind == play.NoSheet {
			seen[s.State.Screen] = true
			add(s.Name, s.State)
		}
	}
	s := play.NewState(1, language)
	for _, s.Screen = range []play.Screen{play.Settings, play.Aside} {
		add(string(s.Screen), s)
	}
	ctx.Trouble, s.Notice, s.Detail = "", "notice.offered", "hard-cases.save"
	add("offered", s)
	ctx.Copies = nil
	add("nothing-aside", s)
	return list
}

// Find gives one of the screens of a language by its name in the tour.
func Find(language, name string) (*view.Node, error) {
	list, err := All(language)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(list, func(s Screen) bool { return s.Name == language+"-"+name })
	if i < 0 {
		return nil, fmt.Errorf("no screen %q in %s", name, language)
	}
	return list[i].Root, nil
}

func shipped(id string) (*pack.Pack, *locale.Catalog, error) {
	p, err := packs.Open(id)
	if err != nil {
		return nil, nil, err
	}
	c, err := packs.Strings()
	if err != nil {
		return nil, nil, err
	}
	return p, c, nil
}
