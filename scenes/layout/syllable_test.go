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

// counting counts the bytes that are measured.
type counting struct {
	ruler
	bytes *int
}

func (c counting) Advance(text string, f Face) float64 {
	*c.bytes += len(text)
	return c.ruler.Advance(text, f)
}

// TestWordAsLongAsATextCostsNoMoreThanItsLength: sixteen times as long a word is
// measured in about sixteen times as many bytes, with and without syllables.
func TestWordAsLongAsATextCostsNoMoreThanItsLength(t *testing.T) {
	for _, letters := range []string{"x", "le", "\u200b", "\u0434", "e\u0301"} {
		for _, look := range []view.Node{
			paragraph("p", ""), {ID: "p", Role: view.Heading, Level: 1, Look: view.Body}, button("p", view.Body, ""),
		} {
			cost := func(size int) int {
				n, bytes := look, 0
				n.Text = strings.Repeat(letters, size/len(letters))
				New(counting{bytes: &bytes}).Layout(screen(n), Input{Width: 390, Height: 844, TextScale: 1})
				return bytes
			}
			short, long := cost(1_000), cost(16_000)
			assert.Less(t, long, 24*short, "%s of %q: %d and %d bytes", look.Role, letters, short, long)
		}
	}
}
