package view

import (
	"strconv"
	"strings"

	"hardcases/game/pack"
)

// foreignWords are words of one language that stand in texts of another one.
type foreignWords struct {
	lang  string // BCP 47
	words []string
}

// foreigners are those of the pack that stand in the texts of the screen's language.
func (w *writer) foreigners() []foreignWords {
	var all []foreignWords
	for _, lang := range w.Pack.Head().Locales {
		if list := w.Text.Get(pack.ForeignWords(lang)); list != "" {
			all = append(all, foreignWords{lang, strings.Split(list, "|")})
		}
	}
	return all
}

// speak gives the running text of a screen the language of the words in it that are
// of another one, so that a screen reader reads them in theirs: WCAG 3.1.2.
func speak(n *Node, foreign []foreignWords) {
	if n.Lang != "" && n.Text != "" {
		return
	}
	if n.Role == Paragraph && len(n.Children) == 0 {
		if pieces := spoken(Node{ID: n.ID + "-text", Role: TextRole, Text: n.Text}, foreign); len(pieces) > 1 {
			n.Text, n.Children = "", pieces
		}
		return
	}
	var children []Node
	for i, c := range n.Children {
		speak(&c, foreign)
		pieces := []Node{c}
		if (c.Role == TextRole || c.Role == Strong && n.Role == Paragraph) && c.Lang == "" && len(c.Children) == 0 {
			pieces = spoken(c, foreign)
		}
		if children == nil && len(pieces) > 1 {
			children = append(make([]Node, 0, len(n.Children)+2), n.Children[:i]...)
		}
		if children != nil {
			children = append(children, pieces...)
		} else {
			n.Children[i] = c
		}
	}
	if children != nil {
		n.Children = children
	}
}

// spoken parts a text where words of another language stand in it; the first part
// keeps its ID.
func spoken(text Node, foreign []foreignWords) []Node {
	var parts []Node
	add := func(s, lang string) {
		if s == "" {
			return
		}
		part := text
		part.Text, part.Lang = s, lang
		if len(parts) > 0 {
			part.ID += "-" + strconv.Itoa(len(parts)+1)
		}
		parts = append(parts, part)
	}
	rest := text.Text
	for {
		at, end, lang := nextForeign(rest, foreign)
		if lang == "" {
			break
		}
		add(rest[:at], "")
		add(rest[at:end], lang)
		rest = rest[end:]
	}
	add(rest, "")
	if parts == nil {
		return []Node{text}
	}
	return parts
}

// nextForeign finds the first words of another language in a text; lang is "" where
// there are none.
func nextForeign(text string, foreign []foreignWords) (at, end int, lang string) {
	at = len(text)
	for _, f := range foreign {
		for _, words := range f.words {
			if i := indexWord(text, words); i >= 0 && (i < at || i == at && i+len(words) > end) {
				at, end, lang = i, i+len(words), f.lang
			}
		}
	}
	return at, end, lang
}
