package pack_test

import (
	"fmt"

	"hardcases/game/pack"
)

// A pack is built in one piece and may travel in several: its structure, and each
// language when it is wanted.
func Example() {
	b, err := pack.Build(&pack.Content{
		ID: "harbour", Version: "1", Licence: "CC-BY-4.0", Authors: []string{"A. Writer"},
		Locales: []string{"en", "fr"},
		Library: pack.Library{Layers: []string{"office"}, Actors: []string{"clerk"}},
		Text: map[string]map[string]string{
			"en": {"pack.title": "The last ferry"},
			"fr": {"pack.title": "Le dernier bac"},
		},
	})
	if err != nil {
		panic(err)
	}
	whole, err := pack.Open(b)
	if err != nil {
		panic(err)
	}

	p, err := pack.Open(whole.Structure(), whole.Language("en"))
	if err != nil {
		panic(err)
	}
	fmt.Println(p.Head().ID, p.Hash() == whole.Hash(), p.Has("fr"))
	fmt.Println(p.Text("fr").Get("pack", "title"), "–", p.Text("fr").Locale())

	if err := p.Add(whole.Language("fr")); err != nil {
		panic(err)
	}
	fmt.Println(p.Text("fr").Get("pack", "title"), "–", p.Text("fr").Locale())

	_, err = pack.Open(b[:len(b)-1])
	fmt.Println(err)
	// Output:
	// harbour true false
	// The last ferry – en
	// Le dernier bac – fr
	// sections[4] (library text, language 1): the bytes end too early
}
