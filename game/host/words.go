package host

import "hardcases/game/play"

// words is what became of words that were not at hand.
type words struct {
	coming string // the language that is being fetched, "" for none
	wanted string // the language that was last wanted by a game on the screen
}

// speaks says whether the game can change to a language now. Where its words are
// not at hand they are fetched first; where that fails all stays as it is.
func (h *Host) speaks(m play.SetLocale) bool {
	coming := h.words.coming
	h.words.coming = "" // the last press counts
	if h.hasWords(m.Locale) {
		return true
	}
	if h.words.coming = m.Locale; coming != m.Locale {
		h.fetch(m.Locale, func() { h.Send(m) })
	}
	return false
}

// understand fetches the words of the game on the screen: one that was brought
// back may be in another language than the program was started in. It is done
// once, and again when the player asks for it.
func (h *Host) understand() {
	l := h.stage.Wanted()
	if l == h.words.wanted {
		return
	}
	h.words.wanted = l
	if !h.hasWords(l) {
		h.words.coming = l
		h.fetch(l, h.stage.Stale)
	}
}

// hasWords says whether the words of a language are at hand, or never will be.
func (h *Host) hasWords(l string) bool {
	return h.ports.Words == nil || h.stage.Name(l) == "" || h.stage.Speaks(l)
}

// fetch fetches the words of a language, and then does something, unless the
// player has asked for another meanwhile.
func (h *Host) fetch(l string, then func()) {
	const coming = "notice.language-coming"
	late := func() {
		if h.words.coming == l {
			h.stage.Notify(coming, h.stage.Name(l))
		}
	}
	h.ports.Words(l, late, func(err error) {
		if h.words.coming != l {
			return
		}
		h.words.coming = ""
		if err != nil || !h.stage.Speaks(l) {
			h.stage.Notify("notice.no-language", h.stage.Name(l))
			return
		}
		if h.stage.State().Notice == coming {
			h.stage.Notify("", "")
		}
		then()
	})
}
