package author_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"hardcases/cmd/internal/lint"

	"github.com/stretchr/testify/require"
)

// slip is a way to get a line wrong.
type slip struct {
	name string
	line *regexp.Regexp // of the lines that can be got wrong like this
	file string         // "" for both
	do   func(draw *rand.Rand, line string, at []int) string
}

// slips are those of hands that type keys, indents, dates, ids and quotes. Groups
// of the expression say what of the line is changed.
func slips() []slip {
	swap := func(draw *rand.Rand, line string, at []int) string {
		word := []byte(line[at[2]:at[3]])
		for {
			i := draw.IntN(len(word) - 1)
			if word[i] != word[i+1] && word[i] != '-' && word[i+1] != '-' {
				word[i], word[i+1] = word[i+1], word[i]
				return line[:at[2]] + string(word) + line[at[3]:]
			}
		}
	}
	with := func(s string) func(*rand.Rand, string, []int) string {
		return func(_ *rand.Rand, line string, at []int) string { return line[:at[2]] + s + line[at[3]:] }
	}
	return []slip{
		{"letters of a key changed round", regexp.MustCompile(`^ +(kind|date|actor|seat|reasons|happened|outcome|sources|minutes|steps|options|known|publisher|says|since):`), "pack.yaml", swap},
		{"letters of a text's key changed round", regexp.MustCompile(`^ +(title|place|unknown|gained|lost|affected|discuss|teaser|period|briefing|gloss): `), "en.yaml", swap},
		{"indent one short", regexp.MustCompile(`^ {3,}( )(?:kind|date|says|seat|title|place|unknown|gained): `), "", with("")},
		{"indent one long", regexp.MustCompile(`^ {3,}()(?:date|says|seat|place|unknown|gained): `), "", with(" ")},
		{"month of 13", regexp.MustCompile(`^ +(?:date|since): \d{4}-(\d\d)`), "pack.yaml", with("13")},
		{"date with slashes", regexp.MustCompile(`^ +(?:date|since): \d{4}(-)\d\d`), "pack.yaml", with("/")},
		{"letters of an id changed round", regexp.MustCompile(`^ +(?:outcome|sources): \[(?:[A-Z0-9-]+, )*([A-Z]+[A-Z0-9-]{2,})[],]`), "pack.yaml", swap},
		{"quote not closed", regexp.MustCompile(`^ +\w+: "[^"]+(")$`), "", with("")},
		{"quote not opened", regexp.MustCompile(`^ +\w+: (")[^":]+: [^"]+"$`), "", with("")},
		{"bracket not closed", regexp.MustCompile(`^ +(?:outcome|sources|reasons): \[[^]]+(\])$`), "pack.yaml", with("")},
	}
}

// TestRandomSlips gets a line of a shipped pack wrong, in each of ten ways and at
// places drawn at random: the first finding is on that line.
func TestRandomSlips(t *testing.T) {
	const source, each = "../../../assets/packs/cloudflare", 4
	draw := rand.New(rand.NewPCG(5, 10))
	for _, s := range slips() {
		for range each {
			file := s.file
			if file == "" {
				file = []string{"pack.yaml", "en.yaml"}[draw.IntN(2)]
			}
			b, err := os.ReadFile(filepath.Join(source, file))
			require.NoError(t, err)
			lines := strings.Split(string(b), "\n")
			var can []int
			for i, line := range lines {
				if s.line.MatchString(line) {
					can = append(can, i)
				}
			}
			if len(can) == 0 && s.file == "" {
				continue // the other file has them
			}
			require.NotEmpty(t, can, s.name)
			at := can[draw.IntN(len(can))]
			was := lines[at]
			lines[at] = s.do(draw, was, s.line.FindStringSubmatchIndex(was))
			dir := t.TempDir()
			require.NoError(t, os.CopyFS(dir, os.DirFS(source)))
			require.NoError(t, os.WriteFile(filepath.Join(dir, file), []byte(strings.Join(lines, "\n")), 0o644))
			about := fmt.Sprintf("%s, %s:%d: %s", s.name, file, at+1, lines[at])
			found := check(dir, lint.Settings{})
			require.NotEmpty(t, found, about)
			require.Equal(t, filepath.Join(dir, file), found[0].File, "%s\n%s", about, found[0])
			require.Equal(t, at+1, found[0].Line, "%s\n%s", about, found[0])
			require.Positive(t, found[0].Column, about)
		}
	}
	require.Empty(t, check(source, lint.Settings{}), "the pack itself is good")
}
