package bundle

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"hardcases/cmd/internal/manifest"
	"html"
	"io"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

// read15 reads what fifteen writes, as gate.js does.
func read15(t *testing.T, text string, length int) []byte {
	t.Helper()
	bits, have := 0, 0
	var out []byte
	for _, c := range text {
		require.GreaterOrEqual(t, c, rune(firstOfFifteen))
		require.Less(t, c, rune(firstOfFifteen+1<<15))
		bits, have = (bits<<15|int(c-firstOfFifteen))&0x3fffff, have+15
		for ; have >= 8 && len(out) < length; have -= 8 {
			out = append(out, byte(bits>>(have-8)))
		}
	}
	require.Len(t, out, length)
	return out
}

func TestFifteen(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 300 {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(random.Uint32())
		}
		require.Equal(t, b, append([]byte{}, read15(t, fifteen(b), n)...))
	}
	b := make([]byte, 1<<20)
	for i := range b {
		b[i] = byte(random.Uint32())
	}
	require.InDelta(t, 1.067, float64(len(utf16Page(fifteen(b))))/float64(len(b)), 0.001)
}

// text16 reads a page in UTF-16.
func text16(t *testing.T, b []byte) string {
	t.Helper()
	require.Equal(t, []byte{0xff, 0xfe}, b[:2])
	var units []uint16
	for i := 2; i < len(b); i += 2 {
		units = append(units, binary.LittleEndian.Uint16(b[i:]))
	}
	return string(utf16.Decode(units))
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
	page, err := renderPage("../../../index.html", words, inside{style: []byte(style), floor: []byte(floor), gate: []byte(gate), doors: words.doors()}, assets, "v1")
	require.NoError(t, err)
	return append(assets, Asset{Name: "index.html", Path: "index.html", Bytes: page})
}

var block = regexp.MustCompile(`(?s)<script type="text/plain" data-file="([^"]*)" data-bytes="(\d+)">(.*?)</script>`)

// TestOnePageHoldsEverything: each file comes back out of the page, nothing in it
// names a file beside it, and its policy lets in what stands in it alone.
func TestOnePageHoldsEverything(t *testing.T) {
	site := site1(t)
	b, err := OnePage{Saves: "x:", Course: []byte("let course;")}.Make(site)
	require.NoError(t, err)
	page := text16(t, b)
	packed := map[string][]byte{}
	blocks := 0
	for _, m := range block.FindAllStringSubmatch(page, -1) {
		if strings.HasPrefix(m[1], "game.") {
			blocks++
		}
		n, err := strconv.Atoi(m[2])
		require.NoError(t, err)
		packed[m[1]] = append(packed[m[1]], read15(t, m[3], n)...)
	}
	require.Equal(t, 2, blocks, "the game is in parts")
	for _, a := range site {
		switch {
		case a.Name == Licences:
			_, text, _ := strings.Cut(page, `id="licences">`)
			text, _, _ = strings.Cut(text, "</script>")
			z, err := gzip.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(text)))
			require.NoError(t, err)
			plain, err := io.ReadAll(z)
			require.NoError(t, err)
			require.Equal(t, a.Bytes, plain)
		case a.Name == "worker.js", a.Name == bareProgram, a.Name == relayScript, strings.HasSuffix(a.Path, ".png"), strings.HasSuffix(a.Path, ".webmanifest"), a.Path == "index.html":
			require.NotContains(t, packed, a.Path)
		default:
			z, err := gzip.NewReader(bytes.NewReader(packed[a.Path]))
			require.NoError(t, err, a.Path)
			plain, err := io.ReadAll(z)
			require.NoError(t, err)
			require.Equal(t, a.Bytes, plain)
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
	require.Less(t, len(b), 200_000*11/10+120_000)
}

// TestOnePageRefuses: a site without a page makes none.
func TestOnePageRefuses(t *testing.T) {
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
	require.NotContains(t, page, "data-node", "its first screen has other buttons")
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
	require.Contains(t, text16(t, one), `data-file="packs/ferry.msgp"`)
	require.NotContains(t, files["boot.js"], mark, "the site that it was made of is as it was")
	for _, a := range site {
		require.NotContains(t, string(a.Bytes), mark)
	}
}

// own are the texts of a pack of somebody's own.
type own struct{}

func (own) Locales() []string                { return []string{"en"} }
func (own) Text(language, key string) string { return language + " <" + key + ">" }

// TestTermsInTheBrowser: the site has the terms of what is in it, and not of all that
// is in the programs.
func TestTermsInTheBrowser(t *testing.T) {
	all, err := Terms("../../..", false)
	require.NoError(t, err)
	few, err := Terms("../../..", true)
	require.NoError(t, err)
	require.Less(t, len(few), len(all)*3/4)
	for text, browser := range map[string]bool{
		"| github.com/hajimehoshi/ebiten/v2 |": true, "| golang.org/x/text |": true, "| Go standard library and runtime |": true,
		"| github.com/alecthomas/kong |": false, "| github.com/nats-io/nats.go |": false,
		"Copyright 2009 The Go Authors": true, "=== LICENSE-packs ===": true, "| module | version | licence | in |": true,
		"Copyright (C) 2018 Alec Thomas": false,
	} {
		require.True(t, strings.Contains(string(all), text), text)
		require.Equal(t, browser, strings.Contains(string(few), text), text)
	}
}
