package site

import (
	"hardcases/assets"
	"hardcases/game/locale"
)

// catalogTexts takes the texts of the page from the interface strings.
type catalogTexts struct{ catalog *locale.Catalog }

func texts() (Texts, error) {
	c, err := locale.Read(assets.Strings())
	if err != nil {
		return nil, err
	}
	return catalogTexts{c}, nil
}

func (t catalogTexts) Locales() []string { return t.catalog.Names() }

func (t catalogTexts) Text(language, key string) string {
	s := t.catalog.Strings(language)
	if !s.Has(key) {
		return ""
	}
	return s.Get(key)
}
