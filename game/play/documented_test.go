package play_test

import (
	"bytes"
	"crypto/sha256"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tinylib/msgp/msgp"
)

// TestDocumentedJournal reads saved games of every format by docs/formats.md
// alone: it knows MessagePack and nothing of this package.
func TestDocumentedJournal(t *testing.T) {
	forecasts := "case:y2017 begin choose:b reason:safety forecast commit next choose:a reason:process forecast commit locale:fr text "
	bets := strings.NewReplacer("safety forecast", "safety bet:b stake", "process forecast", "process bet:a stake").Replace(forecasts)
	for format, file := range map[int]string{1: "journal-format-1.save", 2: "journal-format-2.save", 3: "journal-format-3.save", 4: "journal-format-4.save", 5: "journal-format-5.save"} {
		b, err := os.ReadFile("testdata/" + file)
		require.NoError(t, err)
		if format > 1 {
			n, rest, err := msgp.ReadArrayHeaderBytes(b)
			require.NoError(t, err)
			require.EqualValues(t, 2, n)
			first, rest, err := msgp.ReadBytesZC(rest)
			require.NoError(t, err)
			sum := sha256.Sum256(rest)
			require.Equal(t, sum[:8], first)
			b = rest
		}
		v, rest, err := msgp.ReadIntfBytes(b)
		require.NoError(t, err)
		require.Empty(t, rest)
		j := v.(map[string]any)
		require.EqualValues(t, format, j["format"])
		require.Equal(t, "cloudflare", j["pack"])
		require.Len(t, j["hash"], 64)
		require.EqualValues(t, 7, j["seed"])
		require.Equal(t, "en", j["locale"])
		require.NotContains(t, j, "parts")
		var msgs bytes.Buffer
		for _, m := range j["msgs"].([]any) {
			m := m.(map[string]any)
			msgs.WriteString(m["k"].(string))
			if a, ok := m["a"]; ok {
				msgs.WriteString(":" + a.(string))
			}
			msgs.WriteByte(' ')
		}
		want := map[bool]string{true: bets, false: forecasts}[format > 2]
		if format > 2 {
			want += "unfold:fold-then "
			require.EqualValues(t, 1, j["msgs"].([]any)[1].(map[string]any)["n"], "begun by its short way")
		}
		require.Equal(t, want, msgs.String())
	}
}

// TestEveryMessageIsDocumented holds the page to name every kind of message that
// a journal holds or a program is asked by, and every act of a lesson.
func TestEveryMessageIsDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/formats.md")
	require.NoError(t, err)
	for file, word := range map[string]*regexp.Regexp{
		"record.go":          regexp.MustCompile(`\bcase "([a-z-]+)":`),
		"ask.go":             regexp.MustCompile(`\bRequest = "([a-z-]+)"`),
		"../class/update.go": regexp.MustCompile(`\bAct += "([a-z-]+)"`),
	} {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		found := word.FindAllStringSubmatch(string(source), -1)
		require.NotEmpty(t, found, file)
		for _, m := range found {
			assert.Contains(t, string(page), "`"+m[1]+"`", file)
		}
	}
}
