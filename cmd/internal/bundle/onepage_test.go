package bundle

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"hardcases/cmd/internal/manifest"
	"html"
	"io"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// read7 reads what seven writes, as gate.js does.
func read7(t *testing.T, text string) []byte {
	t.Helper()
	stood := map[rune]int{0xa1: 0, 0xa2: '\r', 0xa3: '<'}
	bits, have, chars := 0, 0, 0
	var out []byte
	for _, c := range text {
		chars++
		code, ok := stood[c]
		if !ok {
			require.Less(t, c, rune(0x80))
			code = int(c)
		}
		bits, have = (bits<<7|code)&0x7fff, have+7
		if have >= 8 {
			have -= 8
			out = append(out, byte(bits>>have))
		}
	}
	require.Len(t, out, chars*7/8)
	return out
}

func TestSeven(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 300 {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(random.Uint32())
		}
		text := string(seven(b))
		require.True(t, utf8.ValidString(text))
		require.NotContains(t, text, "<")
		require.NotContains(t, text, "\r")
		require.NotContains(t, text, "\x00")
		require.Equal(t, b, append([]byte{}, read7(t, text)...))
	}
	b := make([]byte, 1<<20)
	for i := range b {
		b[i] = byte(random.Uint32())
	}
	require.InDelta(t, 1.17, float64(len(seven(b)))/float64(len(b)), 0.005)
}

// site1 is a site with a page of ours and other files of little worth.
func site1(t *testing.T) []Asset {
	t.Helper()
	game := make([]byte, 200_000)
	for i := range game {
		game[i] = byte(rand.Uint32())
	}
	assets := append(parts(), Asset{Name: "worker.js", Path: "worker.js", Bytes: []byte("worker")}, Asset{Name: Licences, Path: Licences, Bytes: []byte("terms <of> others")})
	assets[0] = named("game.wasm", game)
	words, err := texts("../../..")
	require.NoError(t, err)
	page, err := renderPage("../../../index.html", words, inside{style: []byte(style), floor: []byte(floor), gate: []byte(gate)}, assets, "v1")
	require.NoError(t, err)
	return append(assets, Asset{Name: "index.html", Path: "index.html", Bytes: page})
}

var block = regexp.MustCompile(`(?s)<script type="text/plain" data-file="([^"]*)">(.*?)</script>`)

// TestOnePageHoldsEverything: each file comes back out of the page, nothing in it
// names a file beside it, and its policy lets in what stands in it alone.
func TestOnePageHoldsEverything(t *testing.T) {
	site := site1(t)
	b, err := OnePage{Saves: "x:", Course: []byte("let course;")}.Make(site)
	require.NoError(t, err)
	page := string(b)
	held, packed := map[string]string{}, map[string][]byte{}
	blocks := 0
	for _, m := range block.FindAllStringSubmatch(page, -1) {
		blocks++
		held[m[1]] += m[2]
		if strings.HasSuffix(m[1], ".wasm") {
			packed[m[1]] = append(packed[m[1]], read7(t, m[2])...)
		}
	}
	require.Greater(t, blocks, 5, "the game is in parts")
	for _, a := range site {
		switch {
		case strings.HasSuffix(a.Path, ".wasm"):
			z, err := gzip.NewReader(bytes.NewReader(packed[a.Path]))
			require.NoError(t, err)
			plain, err := io.ReadAll(z)
			require.NoError(t, err)
			require.Equal(t, a.Bytes, plain)
		case a.Name == "worker.js", strings.HasSuffix(a.Path, ".png"), strings.HasSuffix(a.Path, ".webmanifest"), a.Path == "index.html":
			require.NotContains(t, held, a.Path)
		default:
			require.Equal(t, string(a.Bytes), held[a.Path], a.Path)
		}
	}
	head, _, _ := strings.Cut(page, `<div id="files"`)
	require.NotRegexp(t, `rel="manifest"|touch-icon|og:|\ssrc=|href="[^d#.]`, head)
	require.Contains(t, head, `data-alone="yes" data-saves="x:"`)
	_, meta, _ := strings.Cut(page, `http-equiv="Content-Security-Policy" content="`)
	meta, _, _ = strings.Cut(meta, `"`)
	said := html.UnescapeString(meta)
	require.NotRegexp(t, `'self'|connect-src|unsafe-(inline|eval')|https?:|\*`, strings.ReplaceAll(said, "'wasm-unsafe-eval'", ""))
	for _, text := range []string{style, unscripted, floor, gate, "boot.js", "wasm_exec.js", "style.css", "let course;"} {
		sum := sha256.Sum256([]byte(text))
		require.Contains(t, said, base64.StdEncoding.EncodeToString(sum[:]), text)
	}
	require.Equal(t, 8, strings.Count(said, "sha256-"))
	require.Less(t, len(page), 200_000*12/10+60_000)
}

// TestOnePageRefuses: what would end its own block is told, not written.
func TestOnePageRefuses(t *testing.T) {
	for _, bad := range []string{"a</SCRIPT>", "a <!-- b", "a\r\n"} {
		site := site1(t)
		site[1].Bytes = []byte(bad)
		_, err := OnePage{}.Make(site)
		require.ErrorContains(t, err, "which a page cannot hold")
	}
	_, err := OnePage{}.Make(parts())
	require.ErrorContains(t, err, "no page")
}

// TestWithPack: a site with a pack of somebody's own begins with it, says its words
// before the game, keeps it for the time without a network, and is another version.
func TestWithPack(t *testing.T) {
	site := site1(t)
	for i := range site {
		if site[i].Name == "worker.js" {
			site[i].Bytes = []byte("const version = \"v\";\nconst page = \"v1\";\nconst files = [\"a\"];\n")
		}
	}
	with := WithPack(site, &OwnPack{ID: "ferry", Bytes: []byte("pack"), Texts: own{}})
	files := map[string]string{}
	for _, a := range with {
		files[a.Name] = string(a.Bytes)
	}
	require.Equal(t, "pack", files["packs/ferry.msgp"])
	mark := manifest.Sum([]byte("pack"))[:8]
	require.Equal(t, "const version = \""+mark+"-v\";\nconst page = \""+mark+"-v1\";\nconst files = [\"packs/ferry.msgp\",\"a\"];\n", files["worker.js"])
	page := files["index.html"]
	require.Contains(t, page, `data-pack="ferry"`)
	require.Contains(t, page, `data-version="`+mark+`-v1"`)
	words, err := texts("../../..")
	require.NoError(t, err)
	for _, l := range words.Locales() {
		for _, key := range []string{"pack.tagline", "pack.summary", "pack.note"} {
			require.Equal(t, 1, strings.Count(page, ">"+l+" &lt;"+key+"&gt;<"), "%s %s", l, key)
		}
	}
	one, err := OnePage{}.Make(with)
	require.NoError(t, err)
	require.Contains(t, string(one), `data-file="packs/ferry.msgp"`)
	require.NotContains(t, files["boot.js"], mark, "the site that it was made of is as it was")
	for _, a := range site {
		require.NotContains(t, string(a.Bytes), mark)
	}
}

// own are the texts of a pack of somebody's own.
type own struct{}

func (own) Locales() []string                { return []string{"en"} }
func (own) Text(language, key string) string { return language + " <" + key + ">" }
