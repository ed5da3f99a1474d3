package bundle

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"hardcases/assets"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
	"hardcases/game/view"
)

// shownTexts are the texts of the page: those of the pack that the game starts
// with, as its first screen shows them, and the interface strings.
type shownTexts struct {
	pack    *pack.Pack
	catalog *locale.Catalog
}

// texts reads the texts of the tree at root, which are those that the game is
// linked with, and may be others than this program has.
func texts(root string) (*shownTexts, error) {
	list, err := compiled(root, "strings", "languages.txt")
	if err != nil {
		return nil, err
	}
	c, err := locale.Read(list)
	if err != nil {
		return nil, err
	}
	first := assets.Packs()[0]
	structure, err := compiled(root, "packs", first, "structure.msgp")
	if err != nil {
		return nil, err
	}
	p, err := pack.Open(structure)
	if err != nil {
		return nil, err
	}
	for _, l := range c.Tags() {
		if err := read(c.Add, root, "strings", l+".msgp"); err != nil {
			return nil, err
		}
		if err := read(p.Add, root, "packs", first, l+".msgp"); err != nil {
			return nil, err
		}
	}
	return &shownTexts{p, c}, nil
}

// doors are the buttons of the first screen, by language, of a game that nobody has
// begun.
func (t *shownTexts) doors() map[string][]view.Node {
	buttons := map[string][]view.Node{}
	for _, l := range t.Locales() {
		first := view.Screen(view.NewContext(t.pack, t.catalog, l), play.NewState(0, l))
		for _, row := range []string{"way", "home-actions"} {
			for _, n := range view.Find(&first, row).Children {
				if n.Role == view.Button {
					buttons[l] = append(buttons[l], n)
				}
			}
		}
	}
	return buttons
}

// spoken gives what the game says as files: for each language the interface's
// words, and then the text of each pack, in their order.
func spoken(root string, languages []string) (files []Asset, byLanguage map[string][]string, err error) {
	byLanguage = map[string][]string{}
	for _, l := range languages {
		add := func(name string) func([]byte) error {
			return func(b []byte) error {
				file := named(name+"."+l+".msgp", b)
				files, byLanguage[l] = append(files, file), append(byLanguage[l], file.Path)
				return nil
			}
		}
		if err := read(add("strings"), root, "strings", l+".msgp"); err != nil {
			return nil, nil, err
		}
		for _, id := range assets.Packs() {
			if err := read(add(id), root, "packs", id, l+".msgp"); err != nil {
				return nil, nil, err
			}
		}
	}
	return files, byLanguage, nil
}

// read takes a compiled file of the tree.
func read(take func([]byte) error, root string, path ...string) error {
	b, err := compiled(root, path...)
	if err == nil {
		err = take(b)
	}
	if err != nil {
		return fmt.Errorf("%s (hardcases assets compiles it): %w", filepath.Join(path...), err)
	}
	return nil
}

// compiled reads a file of the tree's assets.
func compiled(root string, path ...string) ([]byte, error) {
	return os.ReadFile(filepath.Join(root, "assets", filepath.Join(path...)))
}

// Locales implements Texts.
func (t *shownTexts) Locales() []string { return t.catalog.Tags() }

// Text implements Texts: keys that begin with "pack." are the pack's.
func (t *shownTexts) Text(language, key string) string {
	if strings.HasPrefix(key, "pack.") {
		return t.pack.Text(language).Get(key)
	}
	s := t.catalog.Strings(language)
	if !s.Has(key) {
		return ""
	}
	return s.Get(key)
}
