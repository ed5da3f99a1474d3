package bundle

import (
	"encoding/json"
	"fmt"

	"hardcases/cmd/internal/emblem"
)

// sharePicture is the name of the picture that other sites show beside a link. The
// game itself has no use for it.
const sharePicture = "share.png"

// webManifest is what a system must know to install the site as a program.
// https://www.w3.org/TR/appmanifest/
type webManifest struct {
	ID          string    `json:"id"`
	Name        string    `json:"name"`
	ShortName   string    `json:"short_name"`
	Description string    `json:"description"`
	Lang        string    `json:"lang"`
	Start       string    `json:"start_url"`
	Scope       string    `json:"scope"`
	Display     string    `json:"display"`
	Background  string    `json:"background_color"`
	Theme       string    `json:"theme_color"`
	Categories  []string  `json:"categories"`
	Icons       []appIcon `json:"icons"`
}

type appIcon struct {
	Source  string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

// appFiles are the pictures of the site, and the list by which it is installed.
func appFiles(texts Texts) ([]Asset, error) {
	first := texts.Locales()[0]
	name := texts.Text(first, "page.title")
	m := webManifest{
		ID: "./", Name: name, ShortName: name, Description: texts.Text(first, "pack.tagline"), Lang: first,
		Start: "./", Scope: "./", Display: "standalone", Background: emblem.Ground(), Theme: emblem.Ground(),
		Categories: []string{"education", "games"},
	}
	var assets []Asset
	for _, icon := range []struct {
		name    string
		pixels  int
		shape   emblem.Shape
		purpose string
	}{
		{"icon-192.png", 192, emblem.Rounded, "any"},
		{"icon-512.png", 512, emblem.Rounded, "any"},
		{"maskable.png", 512, emblem.Full, "maskable"},
		{"touch.png", 180, emblem.Full, ""}, // for the page's own link
	} {
		b, err := emblem.PNG(icon.pixels, icon.shape)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", icon.name, err)
		}
		file := named(icon.name, b)
		assets = append(assets, file)
		if icon.purpose != "" {
			m.Icons = append(m.Icons, appIcon{file.Path, fmt.Sprintf("%dx%[1]d", icon.pixels), "image/png", icon.purpose})
		}
	}
	card, err := emblem.Card(name, texts.Text(first, "pack.tagline"))
	if err != nil {
		return nil, err
	}
	list, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return nil, err
	}
	return append(assets, named(sharePicture, card), Asset{Name: "app.webmanifest", Path: "app.webmanifest", Bytes: append(list, '\n')}), nil
}
