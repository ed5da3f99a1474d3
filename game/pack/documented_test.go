package pack_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"hardcases/game/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tinylib/msgp/msgp"
)

// What follows is a reader written by docs/formats.md alone. It knows
// MessagePack and nothing of this package.

// list reads a MessagePack value that is a list.
func list(t *testing.T, b []byte) []any {
	t.Helper()
	v, rest, err := msgp.ReadIntfBytes(b)
	require.NoError(t, err)
	require.Empty(t, rest)
	require.IsType(t, []any{}, v)
	return v.([]any)
}

// object reads a MessagePack value that is a map.
func object(t *testing.T, b []byte) map[string]any {
	t.Helper()
	v, rest, err := msgp.ReadIntfBytes(b)
	require.NoError(t, err)
	require.Empty(t, rest)
	require.IsType(t, map[string]any{}, v)
	return v.(map[string]any)
}

// whole number, however long it is written.
func integer(v any) int {
	switch r := reflect.ValueOf(v); {
	case r.CanInt():
		return int(r.Int())
	case r.CanUint():
		return int(r.Uint())
	}
	return 0
}

// fields gives the value of a key of each map in a list.
func fields(v any, key string) (values []any) {
	items, _ := v.([]any)
	for _, item := range items {
		values = append(values, item.(map[string]any)[key])
	}
	return values
}

// TestDocumentedFile reads files of both formats as the page says.
func TestDocumentedFile(t *testing.T) {
	for _, file := range []string{"format1/cloudflare.msgp", "format1/elsewhere.msgp", "format1/sample.msgp", "format2/sample.msgp", "format2/elsewhere.msgp"} {
		t.Run(file, func(t *testing.T) {
			b, err := os.ReadFile("testdata/" + file)
			require.NoError(t, err)
			all := list(t, b)
			require.Equal(t, "hardcases-pack", all[0])
			head := all[1].([]byte)
			sum := sha256.Sum256(head)
			require.Equal(t, sum[:], all[2])
			key, _, err := msgp.ReadStringBytes(head[1:]) // after the map's own byte
			require.NoError(t, err)
			require.Equal(t, "format", key)
			h := object(t, head)
			require.Equal(t, integer(h["format"]), int(file[len("format")]-'0'))

			known, err := pack.Open(b)
			require.NoError(t, err)
			require.Equal(t, known.Hash(), hex.EncodeToString(sum[:]))
			require.Equal(t, known.Head().ID, h["id"])
			languages, cases := h["locales"].([]any), fields(h["cases"], "id")
			sections := all[3:]
			require.Len(t, h["sections"], len(sections))
			kinds := make([]int, len(sections))
			for i, of := range h["sections"].([]any) {
				of := of.(map[string]any)
				body := sections[i].([]byte)
				sum := sha256.Sum256(body)
				require.Equal(t, sum[:], of["sum"])
				require.Equal(t, len(body), integer(of["size"]))
				kinds[i] = integer(of["kind"])
				ofCase := kinds[i] == 1 || kinds[i] == 4
				require.Equal(t, ofCase, integer(of["case"]) >= 0)
				v := object(t, body)
				switch kinds[i] {
				case 0:
					require.Len(t, fields(v["plans"], "id"), integer(h["plans"]))
				case 1:
					require.Equal(t, cases[integer(of["case"])], v["id"])
				case 5:
					require.Len(t, fields(v["rounds"], "id"), integer(h["rounds"]))
				default:
					language := languages[integer(of["locale"])].(string)
					id := ""
					if kinds[i] == 4 {
						id = cases[integer(of["case"])].(string)
					}
					texts := fields(v["entries"], "t")
					for j, k := range fields(v["entries"], "k") {
						require.Equal(t, id, caseOf(k.(string)), k)
						require.Equal(t, known.Text(language).Get(k.(string)), texts[j], k)
					}
				}
			}
			desk := integer(h["rounds"]) > 0 || integer(h["check_items"]) > 0
			want := order(len(cases), len(languages), desk)
			if integer(h["format"]) == 1 {
				slices.Sort(kinds)
				slices.Sort(want)
			}
			require.Equal(t, want, kinds)
		})
	}
}

// caseOf is the case whose section a text is in, "" where it is in another.
func caseOf(path string) string {
	parts := strings.Split(path, ".")
	if parts[0] != "cases" || slices.Contains([]string{"title", "teaser", "period"}, parts[2]) {
		return ""
	}
	return parts[1]
}

// order is the kinds of the sections of format 2.
func order(cases, languages int, desk bool) []int {
	structure, each := slices.Concat([]int{0}, slices.Repeat([]int{1}, cases)), []int{2, 3}
	if desk {
		structure, each = append(structure, 5), append(each, 6)
	}
	return append(structure, slices.Repeat(append(each, slices.Repeat([]int{4}, cases)...), languages)...)
}

// TestDocumentedLanguage reads the file of a language as the page says.
func TestDocumentedLanguage(t *testing.T) {
	structure, languages := apart(t, whole())
	all := list(t, structure)
	h := object(t, all[1].([]byte))
	n := len(all) - 3
	for i, language := range h["locales"].([]any) {
		file := list(t, languages[language.(string)])
		require.Equal(t, []any{"hardcases-pack-language", h["id"], language}, file[:3])
		for j, body := range file[3:] {
			sum := sha256.Sum256(body.([]byte))
			at := n + i*len(file[3:]) + j
			require.Equal(t, sum[:], h["sections"].([]any)[at].(map[string]any)["sum"])
		}
	}
}

// TestEveryFieldIsDocumented holds the page to name each field of the format.
func TestEveryFieldIsDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/formats.md")
	require.NoError(t, err)
	tag := regexp.MustCompile("`msg:\"([a-z_]+)")
	n := 0
	for _, file := range []string{"types.go", "desk.go", "plan.go", "model.go"} {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, m := range tag.FindAllStringSubmatch(string(source), -1) {
			n++
			assert.Contains(t, string(page), "`"+m[1]+"`", "a field of %s", file)
		}
	}
	assert.Greater(t, n, 80)
}
