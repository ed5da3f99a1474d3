package plain_test

import (
	"bytes"
	"testing"

	"hardcases/cmd/internal/plain"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestText(t *testing.T) {
	for _, tt := range []struct {
		name, in, want, fault string
	}{
		{"nothing", "", "", ""},
		{"text", "é\r\n", "é\r\n", ""},
		{"one mark", "\ufeffé", "é", ""},
		{"a second mark is text", "\ufeff\ufeffé", "\ufeffé", ""},
		{"a mark alone", "\ufeff", "", ""},
		{"a mark within", "a\ufeffb", "a\ufeffb", ""},
		{"UTF-16, little end first", "\xff\xfea\x00", "", "line 1, column 1: is saved as UTF-16, which some programs call Unicode. Save the file as UTF-8."},
		{"UTF-16, big end first", "\xfe\xff\x00a", "", "line 1, column 1: is saved as UTF-16, which some programs call Unicode. Save the file as UTF-8."},
		{"Windows-1252", "locale: fr\r\nà: \xe9t\xe9\r\n", "", "line 2, column 4: holds bytes that are not UTF-8, as older Windows programs save letters with accents. Save the file as UTF-8."},
		{"Windows-1252 after old Macintosh lines", "a\rb\rc\x92", "", "line 3, column 2: holds bytes"},
		{"the replacement character is text", "\ufffd", "\ufffd", ""},
		{"cut in a character", "a\xc3", "", "line 1, column 2: holds bytes"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := plain.Text([]byte(tt.in))
			if tt.fault != "" {
				require.ErrorContains(t, err, tt.fault)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, tt.want, string(got))
		})
	}
}

func TestLines(t *testing.T) {
	assert.Equal(t, "a\nb\nc\n\nd", string(plain.Lines([]byte("a\r\nb\rc\r\rd"))))
}

func TestShow(t *testing.T) {
	for in, want := range map[string]string{
		"":                           "",
		"Été, « oui »\u202f!\n\tא":   "Été, « oui »\u202f!\n\tא",
		"\x1b]0;TITLE\a\x1b[31mRED":  `\u001b]0;TITLE\u0007\u001b[31mRED`,
		"\u009b2J":                   `\u009b2J`, // an escape sequence in one character
		"\x9b2J":                     "\ufffd2J",
		"a\rb":                       `a\u000db`,
		"a\bb\x7f\x00":               `a\u0008b\u007f\u0000`,
		"a\u202eb\u2066c":            `a\u202eb\u2066c`,
		"next\u0085line\u2028\ufeff": `next\u0085line\u2028\ufeff`,
	} {
		assert.Equal(t, want, plain.Show(in), "%q", in)
	}
}

// TestWriter writes a text in all pairs of pieces: what comes out is the same.
func TestWriter(t *testing.T) {
	const in, want = "é€😀\x1b[1m\r\na\u0085\rb\x9b", `é€😀\u001b[1m` + "\r\n" + `a\u0085\u000db` + "\ufffd"
	for i := range len(in) {
		for j := i; j < len(in); j++ {
			var out bytes.Buffer
			w := plain.Writer{To: &out}
			for _, part := range []string{in[:i], in[i:j], in[j:], "\n"} {
				n, err := w.Write([]byte(part))
				require.NoError(t, err)
				require.Equal(t, len(part), n)
			}
			require.Equal(t, want+"\n", out.String(), "cut at %d and %d", i, j)
		}
	}
}
