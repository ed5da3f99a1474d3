package bundle

import (
	"strings"

	"hardcases/assets"
	"hardcases/game/locale"
	"hardcases/game/pack"
)

// shownTexts are the texts of the page: those of the pack that the game starts
// with, as its first screen shows them, and the interface strings.
type shownTexts struct {
	pack    *pack.Pack
	catalog *locale.Catalog
}

func texts() (Texts, error) {
	c, err := locale.Read(assets.Languages(), assets.Strings()...)
	if err != nil {
		return nil, err
	}
	p, err := pack.Open(assets.First()...)
	if err != nil {
		return nil, err
	}
	return shownTexts{p, c}, nil
}

// Locales implements Texts.
func (t shownTexts) Locales() []string { return t.catalog.Tags() }

// Text implements Texts: keys that begin with "pack." are the pack's.
func (t shownTexts) Text(language, key string) string {
	if strings.HasPrefix(key, "pack.") {
		return t.pack.Text(language).Get(key)
	}
	s := t.catalog.Strings(language)
	if !s.Has(key) {
		return ""
	}
	return s.Get(key)
}
