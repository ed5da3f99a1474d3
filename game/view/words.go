package view

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/game/play"
)

// wordPiece is a part of an extract: words that are an answer of the round, or what
// stands between them.
type wordPiece struct {
	text   string
	answer *pack.Verdict // nil for what stands between
}

// wordPieces parts an extract at the words that are answers, in its own order. Words
// that it does not have come last: nobody loses an answer by a slip of a pack.
func (w *writer) wordPieces(r *pack.Round) []wordPiece {
	rest := w.d("rounds", r.ID, "extract")
	type found struct {
		at int
		wordPiece
	}
	var answers []found
	for i := range r.Options {
		if v := &r.Options[i]; r.OfWords(v) {
			words := w.d("rounds", r.ID, "options", v.ID, "words")
			at := strings.Index(rest, words)
			if at < 0 {
				at = len(rest)
			}
			answers = append(answers, found{at, wordPiece{words, v}})
		}
	}
	slices.SortStableFunc(answers, func(a, b found) int { return cmp.Compare(a.at, b.at) })
	var pieces []wordPiece
	done := 0
	for _, a := range answers {
		if a.at > done {
			pieces = append(pieces, wordPiece{text: rest[done:a.at]})
		}
		pieces = append(pieces, a.wordPiece)
		done = max(done, min(a.at+len(a.text), len(rest)))
	}
	if done < len(rest) {
		pieces = append(pieces, wordPiece{text: rest[done:]})
	}
	return pieces
}

// pointing is the question in which word of an extract something is wrong: its words
// are the choices, and one more says that nothing is.
func (w *writer) pointing(r *pack.Round) Node {
	group := Node{ID: "options", Role: RadioGroup, Look: Words, Name: w.t("desk.words")}
	lang := w.foreign(r.Lang)
	n := 0
	for i, p := range w.wordPieces(r) {
		if p.answer == nil {
			if text := strings.TrimSpace(p.text); text != "" {
				group.Children = append(group.Children, Node{ID: "between-" + strconv.Itoa(i), Role: TextRole, Look: Quote, Lang: lang, Text: text})
			}
			continue
		}
		n++
		group.Children = append(group.Children, w.wordOption(r, p, n, lang))
	}
	for _, v := range r.Options {
		if !r.OfWords(&v) {
			n++
			none := w.verdictOption(r, 0, v)
			none.Mark, none.Keys = "", []string{strconv.Itoa(n)}
			none.Name = w.d("rounds", r.ID, "options", v.ID, "label")
			group.Children = append(group.Children, none)
		}
	}
	return group
}

// wordOption is words of an extract that can be pointed at. They are read in their
// language where they stand alone, and with what they mean in that of the screen.
func (w *writer) wordOption(r *pack.Round, p wordPiece, place int, lang string) Node {
	id := "option-" + p.answer.ID
	n := Node{
		ID: id, Role: Radio, Look: Word, Name: p.text,
		Checked: w.state.Draft.Option == p.answer.ID, On: play.Choose{Option: p.answer.ID}, Keys: []string{strconv.Itoa(place)},
		Children: []Node{{ID: id + "-words", Role: TextRole, Look: Quote, Lang: lang, Text: p.text}},
	}
	gloss := w.d("rounds", r.ID, "options", p.answer.ID, "gloss")
	if gloss == "" {
		n.Lang = lang
		return n
	}
	n.Name = w.t("desk.word-name", locale.A("words", p.text), locale.A("gloss", gloss))
	n.Children = append(n.Children, Node{ID: id + "-gloss", Role: TextRole, Look: Small, Text: gloss})
	return n
}

// quoted is an extract as it stands. Where its words are the choices, it is read as a
// whole before them; once they are answered, the words that the player pointed at and
// those that were wrong stand out, for the eye.
func (w *writer) quoted(r *pack.Round, text string) []Node {
	quote := Node{ID: "extract-text", Role: Paragraph, Look: Quote, Lang: w.foreign(r.Lang), Text: text}
	whole := quote
	whole.Look = Unseen
	switch {
	case r.Words && w.state.Screen == play.AtRound:
		return []Node{whole}
	case !r.Words || !w.tellsRound():
		return []Node{quote}
	}
	whole.ID = "extract-whole"
	a, _ := w.state.RoundAnswer(r.ID)
	quote.Text = ""
	for i, p := range w.wordPieces(r) {
		piece := Node{ID: "extract-" + strconv.Itoa(i), Role: TextRole, Lang: quote.Lang, Text: p.text}
		switch {
		case p.answer == nil:
		case p.answer.ID == r.Answer:
			piece.Role = Strong
		case p.answer.ID == a.Option:
			piece.Look = YourWords
		}
		quote.Children = append(quote.Children, piece)
	}
	return []Node{whole, quote}
}

// pointed says at once, by ear, which words were right to point at and which the player
// pointed at: to the eye they stand out. ok is false where words are no answers.
func (w *writer) pointed(r *pack.Round, option string) (n Node, ok bool) {
	at, v := r.Verdict(option)
	_, right := r.Verdict(r.Answer)
	if !r.Words || at < 0 {
		return Node{}, false
	}
	say := func(key string, v *pack.Verdict) string {
		words := w.d("rounds", r.ID, "options", v.ID, "label")
		if r.OfWords(v) {
			words = w.t("briefing.case", locale.A("title", w.d("rounds", r.ID, "options", v.ID, "words")))
		}
		return w.t("desk.word-name", locale.A("words", w.t(key)), locale.A("gloss", words))
	}
	if option == r.Answer {
		return para("pointed", Unseen, sentences(say(byBasis("desk.both", r), v))), true
	}
	return para("pointed", Unseen, sentences(say(byBasis("desk.answer", r), right), say("desk.yours", v))), true
}

// elsewhere says whether an answer has it that something is wrong, and points at other
// words.
func elsewhere(r *pack.Round, option string) bool {
	_, given := r.Verdict(option)
	_, right := r.Verdict(r.Answer)
	return r.OfWords(given) && r.OfWords(right)
}
