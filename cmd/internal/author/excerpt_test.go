package author

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestExcerpt(t *testing.T) {
	for _, tt := range []struct {
		name         string
		line, column int
		text, want   string
	}{
		{"the line before comes first", 2, 3, "first\nsécond\nthird\n", "1 | first\n2 | sécond\n  |   ^\n"},
		{"the first line", 1, 1, "first", "1 | first\n  | ^\n"},
		{"no column", 1, 0, "first", "1 | first\n  | ^\n"},
		{"after the end", 1, 6, "first", "1 | first\n  |      ^\n"},
		{"no such line", 9, 1, "one\n", ""},
		{"no line", 0, 0, "one\n", ""},
		{"no text", 1, 1, "", ""},
		{"a tab is one column", 1, 2, "\tx: 1", "1 |  x: 1\n  |  ^\n"},
		{"what a terminal obeys", 1, 3, "\x1b[1m", `1 | \u001b[1m` + "\n  |        ^\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, Finding{Line: tt.line, Column: tt.column}.excerpt(strings.Split(tt.text, "\n")))
		})
	}
}

// TestExcerptOfLongLines points at places of lines that are much too long: what
// is shown fits, and has the character of that column over the mark.
func TestExcerptOfLongLines(t *testing.T) {
	for _, long := range []string{strings.Repeat("abcdéfghijk", 1000), strings.Repeat("\x1b", 1000), strings.Repeat("\t—", 500)} {
		for column := 1; column <= utf8.RuneCountInString(long); column += 97 {
			got := Finding{Line: 2, Column: column}.excerpt([]string{long, long})
			lines := strings.Split(got, "\n")
			require.Len(t, lines, 4)
			for _, line := range lines {
				require.LessOrEqual(t, utf8.RuneCountInString(line), widest-margin)
			}
			at := utf8.RuneCountInString(lines[2]) - 1
			want := []rune(strings.ReplaceAll(long, "\t", " "))[column-1]
			if want == '\x1b' {
				want = '\\' // as it is shown
			}
			require.Equal(t, string(want), string([]rune(lines[1])[at]), "column %d", column)
		}
	}
}

func TestRowIsShort(t *testing.T) {
	long := strings.Repeat("x", 5000)
	for _, f := range []Finding{
		{File: "pack.yaml", Line: 1, Column: 190_000, Path: long, Reason: "is odd", Code: "c", Level: "error"},
		{File: "pack.yaml", Line: 1, Column: 1, Path: "a.b", Reason: long, Code: "c", Level: "error"},
		{File: "pack.yaml", Line: 1, Column: 1, Path: long, Reason: long, Code: "c", Level: "error"},
	} {
		row := f.row()
		assert.Equal(t, widest, utf8.RuneCountInString(row))
		assert.True(t, strings.HasPrefix(row, "pack.yaml:1:"))
		assert.True(t, strings.HasSuffix(row, " [error: c]"))
	}
	assert.Equal(t, `a\u001bb: c\u000ad: is odd [error: c]`, Finding{File: "a\x1bb", Path: "c\nd", Reason: "is odd", Code: "c", Level: "error"}.row())
}
