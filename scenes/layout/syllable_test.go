package layout

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"hardcases/game/view"
)

func TestSyllables(t *testing.T) {
	for word, want := range map[string]string{
		"harcèlement":                    "har-cè-le-ment",
		"signalements":                   "si-gna-le-ments",
		"transmettre,":                   "trans-met-tre,",
		"publiquement":                   "pu-bli-que-ment",
		"l’enregistrement":               "l’en-re-gis-tre-ment",
		"réponse\u202f?":                 "ré-ponse\u202f?",
		"emergency":                      "emer-gency",
		"everything":                     "eve-ry-thing",
		"harassment":                     "ha-rass-ment",
		"forecasts":                      "fo-re-casts",
		"ABANDONNEZ":                     "ABAN-DON-NEZ",
		"the":                            "the",
		"strength":                       "strength",
		"HC1-7QK2M4":                     "HC1-7QK2M4",
		"\u0441\u043b\u043e\u0432\u043e": "\u0441\u043b\u043e\u0432\u043e",
		"40\u202f000\u202feuros":         "40\u202f000\u202feu-ros",
		"bad\xffbyte":                    "bad\xffbyte",
	} {
		shown := word
		cuts := syllables(word)
		for i := len(cuts) - 1; i >= 0; i-- {
			shown = shown[:cuts[i]] + "-" + shown[cuts[i]:]
		}
		assert.Equal(t, want, shown)
	}
}

// TestLongWordsArePartedWithAHyphen sets a word that no line holds: each line
// but the last ends in a hyphen, the words are all there, and the audit agrees.
func TestLongWordsArePartedWithAHyphen(t *testing.T) {
	const word = "l’enregistrement"
	r := New(ruler{}).Layout(screen(paragraph("p", "un "+word+", enfin")), Input{Width: 130, Height: 400, TextScale: 1})
	got := lines(r, "p")
	require.Greater(t, len(got), 2)
	parted := 0
	for i, line := range got[:len(got)-1] {
		if strings.HasSuffix(line, "-") {
			parted++
			got[i] = strings.TrimSuffix(line, "-")
		}
	}
	assert.Positive(t, parted)
	assert.Contains(t, strings.Join(got, ""), word)
	for _, run := range r.Runs {
		assert.LessOrEqual(t, run.Rect.Right(), 130.0, run.Text)
	}
	assert.Empty(t, Audit(r))
	code := New(ruler{}).Layout(screen(view.Node{ID: "p", Role: view.Paragraph, Text: strings.Repeat("X1", 40)}), Input{Width: 130, Height: 400, TextScale: 1})
	assert.NotContains(t, strings.Join(lines(code, "p"), ""), "-", "what is no word gets no hyphen")
}
