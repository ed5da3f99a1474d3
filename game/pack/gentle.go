package pack

import (
	"sort"
	"strings"
)

// GentleWords is the key of the words that the gentler wording of a language
// does without, with bars between them.
const GentleWords = "gentle.match"

// Gentle gives the same text with the gentler wording of a step in place of the
// usual one, wherever the pack has it. It is for classes of 13 to 15.
//
// A gentler wording stands in the step, under the same keys one level down:
// cases.y2019.steps.B1.gentle.known.f1 for cases.y2019.steps.B1.known.f1. Packs
// without any are read as they are, and programs that know none of it read packs
// that have it.
func (t *Text) Gentle() *Text {
	g := *t
	g.gentle = true
	return &g
}

// Softens says whether a step has any gentler wording.
func (t *Text) Softens(caseID, stepID string) bool {
	table, err := t.table(caseID)
	if err != nil {
		return false
	}
	prefix := "cases." + caseID + ".steps." + stepID + ".gentle."
	i := sort.Search(len(table.Entries), func(i int) bool { return table.Entries[i].Key >= prefix })
	return i < len(table.Entries) && strings.HasPrefix(table.Entries[i].Key, prefix)
}

// GentleKey is where the gentler wording of a text stands; ok is false for a
// text that has none by its kind: one that is not a step's, or gentle already.
func GentleKey(key string) (gentle string, ok bool) {
	parts := strings.SplitN(key, ".", 5) // cases, case, steps, step, the rest
	if len(parts) < 5 || parts[0] != "cases" || parts[2] != "steps" || strings.HasPrefix(parts[4], "gentle.") {
		return "", false
	}
	return strings.Join(parts[:4], ".") + ".gentle." + parts[4], true
}

// ForeignWords is the key of the words of another language that stand in texts of
// this one, exactly as they are written there, with bars between them.
func ForeignWords(language string) string { return foreign + language + wordList }

const (
	foreign  = "foreign."
	glossary = "glossary."
	wordList = ".match"
)

// IsWordList says whether a text is words with bars between them that other
// texts are searched for, and that nobody is shown: those of a glossary entry,
// ForeignWords, and GentleWords.
func IsWordList(key string) bool {
	return key == GentleWords || strings.HasSuffix(key, wordList) && (strings.HasPrefix(key, glossary) || strings.HasPrefix(key, foreign))
}
