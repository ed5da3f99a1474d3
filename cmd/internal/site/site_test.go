package site

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"html"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// parts are the assets that the page names, without the go tool.
func parts() []asset {
	var assets []asset
	for _, name := range []string{"game.wasm", "boot.js", "style.css", "wasm_exec.js"} {
		assets = append(assets, named(name, []byte(name)))
	}
	return assets
}

// What stands in the page.
const (
	style = "p > a { color: red }"
	gate  = "1 < 2 && \"'`\";"
)

func page1(t *testing.T) string {
	t.Helper()
	words, err := texts()
	require.NoError(t, err)
	b, err := renderPage("../../../index.html", words, []byte(style), []byte(gate), parts())
	require.NoError(t, err)
	return string(b)
}

func TestPageHasEveryLanguage(t *testing.T) {
	words, err := texts()
	require.NoError(t, err)
	require.Contains(t, words.Locales(), "fr")
	page := page1(t)
	for _, l := range words.Locales() {
		require.Contains(t, page, `<section class="welcome" lang="`+l+`">`)
		for _, key := range []string{"pack.tagline", "pack.summary", "pack.note", "page.noscript", "page.failed"} {
			require.Contains(t, page, words.Text(l, key), "%s in %s", key, l)
		}
	}
	require.Contains(t, page, named("game.wasm", []byte("game.wasm")).path)
	require.Contains(t, page, `data-size="9"`)
}

// TestPageKeepsItsPolicy: the policy allows the one script and the one style in
// the page itself, and nothing from elsewhere.
func TestPageKeepsItsPolicy(t *testing.T) {
	page := page1(t)
	require.Equal(t, 1, strings.Count(page, "<style>"+style+"</style>"))
	require.Equal(t, 1, strings.Count(page, "<script>"+gate+"</script>"))
	for _, forbidden := range []string{`\sstyle=`, `\son[a-z]+=`, `javascript:`, `(src|href)="(https?:)?//`} {
		require.NotRegexp(t, regexp.MustCompile(forbidden), page)
	}
	require.Len(t, regexp.MustCompile(`<style|<script`).FindAllString(page, -1), 2)

	_, meta, ok := strings.Cut(page, `http-equiv="Content-Security-Policy" content="`)
	require.True(t, ok)
	meta, _, _ = strings.Cut(meta, `"`)
	said := html.UnescapeString(meta)
	require.Equal(t, said+"; frame-ancestors 'self'", headerPolicy([]byte(page)), "the page and its header say the same")
	for directive, content := range map[string]string{"style-src 'self'": style, "script-src 'self' 'wasm-unsafe-eval'": gate} {
		sum := sha256.Sum256([]byte(content))
		require.Contains(t, said, directive+" 'sha256-"+base64.StdEncoding.EncodeToString(sum[:])+"';")
	}
	require.NotContains(t, said, "unsafe-inline")
	require.NotContains(t, said, "'unsafe-eval'")
}

func TestPageNeedsEveryText(t *testing.T) {
	_, err := renderPage("../../../index.html", lacking{}, nil, nil, parts())
	require.ErrorContains(t, err, `lacks "pack.summary" in "xx"`)
}

// lacking are texts of which one is missing.
type lacking struct{}

func (lacking) Locales() []string { return []string{"xx"} }
func (lacking) Text(_, key string) string {
	if key == "pack.summary" {
		return ""
	}
	return key
}

func TestStyleSheetsHaveEveryTheme(t *testing.T) {
	for _, names := range [][]string{{"first.css"}, {"style.css", "plain.css"}} {
		css, err := styleSheet("../../..", names...)
		require.NoError(t, err)
		for _, want := range []string{":root.dark { color-scheme: dark;", ":root.contrast {", "--paper: #f6f2e9", "--paper: #11151b"} {
			require.Contains(t, string(css), want)
		}
		used := map[string]bool{}
		for _, m := range regexp.MustCompile(`var\(--([a-z-]+)\)`).FindAllStringSubmatch(string(css), -1) {
			used[m[1]] = true
			require.Contains(t, string(css), "--"+m[1]+": #", "a colour that no theme has")
		}
		for _, m := range regexp.MustCompile(`--([a-z-]+): #`).FindAllStringSubmatch(string(css), -1) {
			require.True(t, used[m[1]], "%s is not used in %v", m[1], names)
		}
	}
	_, err := styleSheet("../../..", "none.css")
	require.ErrorContains(t, err, "none.css")
}

func TestLanguageRules(t *testing.T) {
	words, err := texts()
	require.NoError(t, err)
	require.Contains(t, string(languageRules(words)), `html[data-state][lang="fr"] #boot > :not([lang="fr"]) { display: none; }`)
}

func TestWorkerListsTheFiles(t *testing.T) {
	b, err := renderWorker("../../../wasm/worker.js", parts())
	require.NoError(t, err)
	require.True(t, strings.HasPrefix(string(b), "const version = \""+version(parts())+"\";\nconst files = [\"game."))
	other := parts()
	other[0].bytes = []byte("another game")
	require.NotEqual(t, version(parts()), version(other))
}

func TestBuildingAgainSweepsOnlyItsOwnFiles(t *testing.T) {
	dir, before := small(t, "one")
	mine := filepath.Join(dir, "mine.txt")
	require.NoError(t, os.WriteFile(mine, []byte("mine"), 0o600))
	after := smallIn(t, dir, "two")
	require.NotEqual(t, before.Version, after.Version)
	for _, ext := range []string{"", ".br", ".gz"} {
		require.NoFileExists(t, filepath.Join(dir, before.Files[1].Path+ext))
		require.FileExists(t, filepath.Join(dir, after.Files[1].Path+ext))
	}
	require.FileExists(t, mine)
	require.Equal(t, after.Version, smallIn(t, dir, "two").Version)
}

func TestForeignManifestRemovesNothingOutside(t *testing.T) {
	dir := t.TempDir()
	site := filepath.Join(dir, "site")
	require.NoError(t, os.Mkdir(site, 0o755))
	outside := filepath.Join(dir, "outside.txt")
	require.NoError(t, os.WriteFile(outside, []byte("x"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(site, manifestName), []byte(`{"files":[{"path":"../outside.txt"}]}`), 0o600))
	smallIn(t, site, "one")
	require.FileExists(t, outside)
}

func TestCacheDoesNotTrustACutOffFile(t *testing.T) {
	c := &cache{dir: t.TempDir(), log: func(string, ...any) {}}
	content := bytes.Repeat([]byte("hello "), 1000)
	whole, err := c.brotli("x", content, 1)
	require.NoError(t, err)
	files, err := filepath.Glob(filepath.Join(c.dir, "*.br"))
	require.NoError(t, err)
	require.Len(t, files, 1)
	require.NoError(t, os.WriteFile(files[0], whole[:len(whole)/2], 0o600))
	again, err := c.brotli("x", content, 1)
	require.NoError(t, err)
	require.Equal(t, whole, again)
}

func TestOutsideTheSourceTree(t *testing.T) {
	_, err := Root(context.Background(), t.TempDir())
	require.ErrorIs(t, err, ErrNoSource)
	root, err := Root(context.Background(), "")
	require.NoError(t, err)
	require.FileExists(t, filepath.Join(root, "index.html"))
}

func TestPortTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	err = Serve(context.Background(), ServeOptions{Addr: l.Addr().String(), Dir: t.TempDir()})
	require.ErrorContains(t, err, l.Addr().String()+" is taken by another program")
	require.ErrorContains(t, err, "--addr")
	err = Serve(context.Background(), ServeOptions{Addr: "nonsense"})
	require.ErrorContains(t, err, "expected host:port")
}

func TestServeStopsWithItsContext(t *testing.T) {
	dir, _ := small(t, script)
	ctx, stop := context.WithCancel(context.Background())
	var log bytes.Buffer
	address := ""
	err := Serve(ctx, ServeOptions{Addr: "127.0.0.1:0", Dir: dir, Log: &log, Ready: func(a string) {
		address = a
		stop()
	}})
	require.NoError(t, err)
	require.Contains(t, log.String(), address)
}
