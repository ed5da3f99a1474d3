package view

import (
	"strings"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// Book is one pack on the shelf.
type Book struct {
	Pack    *pack.Pack
	Shipped bool // comes with the game
	// Place is where the pack lies, as keep.Origin has it. It is not shown.
	Place string
}

// shelf is the packs that can be played, where there are several.
func (w *writer) shelf() []Node {
	if len(w.Shelf) < 2 {
		return nil
	}
	list := Node{ID: "packs", Role: List, Look: Thirds}
	for _, b := range w.Shelf {
		list.Children = append(list.Children, w.book(b))
	}
	return []Node{heading("packs-title", 2, Subtitle, w.t("home.packs")), list}
}

// book is one pack; the whole card is the button. What it says of itself is
// text, whatever it holds.
func (w *writer) book(b Book) Node {
	h := b.Pack.Head()
	id := "pack-" + b.Pack.Hash()[:12]
	title := b.Pack.Text(w.Strings.Locale()).Get("pack", "title")
	if title == "" {
		title = h.ID
	}
	origin := w.t("home.pack-added")
	if b.Shipped {
		origin = w.t("home.pack-shipped")
	}
	card := Node{ID: id, Role: Button, Look: CardButton, On: play.Ask{What: play.OpenPack, Of: b.Pack.Hash()}}
	if b.Pack.Hash() == w.Pack.Hash() {
		card.Look, card.Current = Marked, true
		origin += " · " + w.t("home.pack-open")
	}
	by := w.t("home.pack-by", locale.A("authors", strings.Join(h.Authors, ", ")), locale.A("licence", h.Licence))
	languages := strings.ToUpper(strings.Join(h.Locales, " "))
	card.Name = sentences(title, by, languages, origin) // without the sum, which nobody wants to hear
	card.Children = []Node{
		{ID: id + "-title", Role: TextRole, Look: Subtitle, Text: title},
		{ID: id + "-by", Role: TextRole, Look: Muted, Text: by},
		{ID: id + "-languages", Role: TextRole, Look: Muted, Text: languages + " · " + b.Pack.Hash()[:12]},
		{ID: id + "-origin", Role: TextRole, Look: Small, Text: origin},
	}
	return Node{ID: id + "-item", Role: ListItem, Children: []Node{card}}
}
