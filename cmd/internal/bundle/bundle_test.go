package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"image/png"
	"regexp"
	"strings"
	"testing"

	"hardcases/assets"
	"hardcases/game/locale"
	"hardcases/game/pack"
	"hardcases/scenes/theme"

	"github.com/stretchr/testify/require"
)

// parts are the assets that the page names, without the go tool.
func parts() []Asset {
	var assets []Asset
	for _, name := range []string{"game.wasm", bareProgram, "boot.js", relayScript, "style.css", "wasm_exec.js", "touch.png", "app.webmanifest", sharePicture} {
		assets = append(assets, named(name, []byte(name)))
	}
	return assets
}

// What stands in the page.
const (
	style = "p > a { color: red }"
	floor = "2 < 3"
	gate  = "1 < 2 && \"'`\";"
)

func page1(t *testing.T) string {
	t.Helper()
	words, err := texts("../../..")
	require.NoError(t, err)
	b, err := renderPage("../../../index.html", words, inside{[]byte(style), []byte(floor), []byte(gate), map[string][]string{"en": {"a.msgp", "b.msgp"}}, words.doors()}, parts(), "v1")
	require.NoError(t, err)
	return string(b)
}

func TestPageHasEveryLanguage(t *testing.T) {
	words, err := texts("../../..")
	require.NoError(t, err)
	require.Contains(t, words.Locales(), "fr")
	page := page1(t)
	for _, l := range words.Locales() {
		require.Contains(t, page, `<section class="welcome" lang="`+l+`">`)
		for _, key := range []string{"pack.tagline", "pack.summary", "pack.note", "page.noscript", "page.failed", "page.changed"} {
			require.Contains(t, page, words.Text(l, key), "%s in %s", key, l)
		}
	}
	require.Contains(t, page, named("game.wasm", []byte("game.wasm")).Path)
	require.Contains(t, page, `data-size="9"`)
}

// TestPageHasTheFirstButtons: those of the first screen, with its words, to be pressed
// before there is a game.
func TestPageHasTheFirstButtons(t *testing.T) {
	page := page1(t)
	for _, button := range []string{
		`<button type="button" class="primary" data-node="start">Start with 2017</button>`,
		`<button type="button" class="aside" data-node="to-class">`,
	} {
		require.Contains(t, page, button)
	}
	words, err := texts("../../..")
	require.NoError(t, err)
	for l, buttons := range words.doors() {
		require.NotEmpty(t, buttons, l)
		for _, b := range buttons {
			require.Contains(t, page, " data-node=\""+b.ID+"\">"+b.Text+"</button>", l)
		}
	}
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
	require.Len(t, regexp.MustCompile(`<style|<script`).FindAllString(page, -1), 4)

	_, meta, ok := strings.Cut(page, `http-equiv="Content-Security-Policy" content="`)
	require.True(t, ok)
	meta, _, _ = strings.Cut(meta, `"`)
	said := html.UnescapeString(meta)
	require.Equal(t, said, Policy([]byte(page)), "the page and its header say the same")
	for directive, content := range map[string][]string{"style-src 'self'": {style, unscripted}, "script-src 'self' 'wasm-unsafe-eval'": {floor, gate}} {
		for _, text := range content {
			sum := sha256.Sum256([]byte(text))
			directive += " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
		}
		require.Contains(t, said, directive+";")
	}
	require.NotContains(t, said, "unsafe-inline")
	require.NotContains(t, said, "'unsafe-eval'")
}

// TestEachLanguageIsFilesOfItsOwn: the page names them, and the program holds none
// of what they say.
func TestEachLanguageIsFilesOfItsOwn(t *testing.T) {
	require.Contains(t, page1(t), ` data-words-en="a.msgp b.msgp"`)
	files, paths, err := spoken("../../..", []string{"en", "fr"})
	require.NoError(t, err)
	require.Len(t, files, 2*(1+len(assets.Packs())))
	for _, language := range []string{"en", "fr"} {
		require.Len(t, paths[language], 1+len(assets.Packs()))
		require.Regexp(t, `^strings\.`+language+`\.[0-9a-f]{12}\.msgp$`, paths[language][0])
		for i, id := range assets.Packs() {
			require.Regexp(t, `^`+id+`\.`+language+`\.[0-9a-f]{12}\.msgp$`, paths[language][1+i])
		}
	}
	words, err := locale.Read(assets.Languages(), files[0].Bytes)
	require.NoError(t, err)
	require.True(t, words.Has("en"))
	p, err := pack.Open(assets.Structure(assets.Packs()[0]), files[1].Bytes)
	require.NoError(t, err)
	require.True(t, p.Has("en"))
	_, _, err = spoken("../../..", []string{"xx"})
	require.ErrorContains(t, err, "hardcases assets")
}

func TestPageNeedsEveryText(t *testing.T) {
	_, err := renderPage("../../../index.html", lacking{}, inside{}, parts(), "")
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
		var charts []theme.Token
		if names[0] == "style.css" {
			charts = theme.Named()
		}
		css, err := styleSheet("../../..", charts, names...)
		require.NoError(t, err)
		for _, want := range []string{":root.dark { color-scheme: dark;", ":root.contrast {", "--paper: #f6f2e9", "--paper: #11151b"} {
			require.Contains(t, string(css), want)
		}
		require.NotContains(t, string(css), "/*")
		used := map[string]bool{}
		for _, k := range charts {
			used[k.Name()] = true
			require.Contains(t, string(css), "--"+k.Name()+": #", "what a chart may be drawn in")
		}
		for _, m := range regexp.MustCompile(`var\(--([a-z-]+)\)`).FindAllStringSubmatch(string(css), -1) {
			used[m[1]] = true
			require.Contains(t, string(css), "--"+m[1]+": #", "a colour that no theme has")
		}
		for _, m := range regexp.MustCompile(`--([a-z-]+): #`).FindAllStringSubmatch(string(css), -1) {
			require.True(t, used[m[1]], "%s is not used in %v", m[1], names)
		}
	}
	_, err := styleSheet("../../..", nil, "none.css")
	require.ErrorContains(t, err, "none.css")
}

func TestLanguageRules(t *testing.T) {
	words, err := texts("../../..")
	require.NoError(t, err)
	require.Contains(t, string(languageRules(words)), `html[data-state][lang="fr"] #boot > :not([lang="fr"]) { display: none; }`)
}

func TestWorkerListsTheFiles(t *testing.T) {
	b, err := renderWorker("../../../wasm/worker.js", parts(), "v1")
	require.NoError(t, err)
	require.True(t, strings.HasPrefix(string(b), "const version = \""+version(parts())+"\";\nconst page = \"v1\";\nconst files = [\"boot."))
	require.Contains(t, string(b), "\nconst programs = {\"game\":[\""+named("game.wasm", []byte("game.wasm")).Path+"\"],\"page\":[\""+named(bareProgram, []byte(bareProgram)).Path+"\"]};\n")
	require.NotContains(t, string(b), sharePicture, "nobody needs it without a network")
	require.NotContains(t, string(b), "\n//", "players need no comments")
	other := parts()
	other[0].Bytes = []byte("another game")
	require.NotEqual(t, version(parts()), version(other))
}

// TestScriptsAreOld: what stands before the game is read by browsers that could
// run the game but not the newest words of JavaScript, and the first script by all.
func TestScriptsAreOld(t *testing.T) {
	comment := regexp.MustCompile(`(?m)^\s*//.*$|\s// .*$`)
	young := regexp.MustCompile(`\?\.[^0-9]|\?\?|\|\|=|&&=|\b[0-9]+_[0-9]|\.at\(|\.#|structuredClone|replaceAll|Object\.hasOwn`)
	newer := regexp.MustCompile("=>|`|\\b(const|let|class|async|await|of)\\b|\\.{3}")
	for name, forbidden := range map[string]*regexp.Regexp{"gate.js": young, "boot.js": young, "course.js": young, "worker.js": young, "floor.js": newer} {
		b, err := source("../../..", name)
		require.NoError(t, err)
		require.Empty(t, forbidden.FindString(comment.ReplaceAllString(string(b), "")), name)
	}
	require.Regexp(t, young, "window.PerformanceObserver?.supportedEntryTypes")
	require.Regexp(t, young, "dressed ??= 1")
	require.Regexp(t, newer, "() => 1")
}

// TestEveryTroubleIsHidden: no block of the page but the one that says that no
// script has run depends on a style or a script to be out of sight.
func TestEveryTroubleIsHidden(t *testing.T) {
	blocks := regexp.MustCompile(`<[a-z]+ data-on="([a-z]+)"[^>]*>`).FindAllStringSubmatch(page1(t), -1)
	require.Greater(t, len(blocks), 20)
	for _, b := range blocks {
		require.Equal(t, b[1] != "changed", strings.Contains(b[0], " hidden>"), b[0])
	}
}

// TestVersionFollowsThePage: a page knows itself by a version that changes with
// whatever it holds or names, and with nothing else.
func TestVersionFollowsThePage(t *testing.T) {
	words, err := texts("../../..")
	require.NoError(t, err)
	of := func(in inside, assets []Asset) string {
		page, v, err := versioned("../../../index.html", words, in, assets)
		require.NoError(t, err)
		require.Contains(t, string(page), `data-version="`+v+`"`)
		return v
	}
	first := of(inside{style: []byte(style)}, parts())
	require.Equal(t, first, of(inside{style: []byte(style)}, parts()))
	require.NotEqual(t, first, of(inside{style: []byte(style + " ")}, parts()))
	require.NotEqual(t, first, of(inside{style: []byte(style)}, append(parts(), Asset{Path: "x"})))
}

// TestAppFiles: the list by which the site is installed names pictures that are
// there, of the sizes that it says.
func TestAppFiles(t *testing.T) {
	words, err := texts("../../..")
	require.NoError(t, err)
	assets, err := appFiles(words)
	require.NoError(t, err)
	files := map[string]Asset{}
	for _, a := range assets {
		files[a.Path] = a
	}
	var m webManifest
	require.NoError(t, json.Unmarshal(files["app.webmanifest"].Bytes, &m))
	require.Equal(t, "Hard Cases", m.Name)
	purposes := map[string]bool{}
	for _, icon := range m.Icons {
		c, err := png.DecodeConfig(bytes.NewReader(files[icon.Source].Bytes))
		require.NoError(t, err, icon.Source)
		require.Equal(t, icon.Sizes, fmt.Sprintf("%dx%d", c.Width, c.Height))
		purposes[icon.Sizes+" "+icon.Purpose] = true
	}
	require.Equal(t, map[string]bool{"192x192 any": true, "512x512 any": true, "512x512 maskable": true}, purposes)
}
