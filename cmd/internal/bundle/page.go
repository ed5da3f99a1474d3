package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"image"
	"net/url"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"

	"hardcases/cmd/internal/emblem"
	"hardcases/cmd/internal/manifest"
	"hardcases/game/view"
)

// policy is the content policy of a page with these styles and scripts in it:
// nothing from elsewhere, and nothing else in the page.
// https://www.w3.org/TR/CSP3/#grammardef-hash-source
func policy(styles, scripts []string) string {
	return "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'" + sums(scripts) + "; style-src 'self'" + sums(styles) +
		"; img-src 'self' data:; manifest-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
}

func sums(texts []string) string {
	var list strings.Builder
	for _, t := range texts {
		sum := sha256.Sum256([]byte(t))
		fmt.Fprintf(&list, " 'sha256-%s'", base64.StdEncoding.EncodeToString(sum[:]))
	}
	return list.String()
}

// inPage are the styles and scripts that are written in a page.
var inPage = regexp.MustCompile(`(?s)<style>(.*?)</style>|<script>(.*?)</script>`)

// Policy is the content policy of a built page, from the styles and scripts that
// are written in it.
func Policy(page []byte) string {
	var styles, scripts []string
	for _, m := range inPage.FindAllSubmatch(page, -1) {
		if bytes.HasPrefix(m[0], []byte("<style")) {
			styles = append(styles, string(m[1]))
		} else {
			scripts = append(scripts, string(m[2]))
		}
	}
	return policy(styles, scripts)
}

// Texts are the texts of the page in every language.
type Texts interface {
	// Locales gives the languages, BCP 47, the first one being the one to use
	// when no other fits.
	Locales() []string
	// Text gives the text of a key, "" for none.
	Text(locale, key string) string
}

// pageData is what the template of the page sees.
type pageData struct {
	// These stand in the page: fetching them would hold up the first text.
	Style, Unscripted template.CSS
	Floor, Gate       template.JS
	Policy            string
	Version           string // by which the page knows whether another is newer
	Icon              template.URL
	Ground            string // a colour
	Pages             []pageTexts
	files             map[string]Asset
	words             map[string][]string    // paths by language
	doors             map[string][]view.Node // by language
}

// Doors are the buttons of the first screen in a language, none where they cannot be
// told before the game is there.
func (d pageData) Doors(language string) []view.Node { return d.doors[language] }

// pageTexts is one language of the page.
type pageTexts struct {
	Lang  string
	texts Texts
}

// Text gives a text and fails on a missing one: a site without it must not be
// built.
func (p pageTexts) Text(key string) (string, error) {
	if s := p.texts.Text(p.Lang, key); s != "" {
		return s, nil
	}
	return "", fmt.Errorf("the game lacks %q in %q", key, p.Lang)
}

// First is the language to use when no other fits.
func (d pageData) First() pageTexts { return d.Pages[0] }

// Langs is the list of languages, separated by spaces.
func (d pageData) Langs() string {
	var langs []string
	for _, p := range d.Pages {
		langs = append(langs, p.Lang)
	}
	return strings.Join(langs, " ")
}

// File gives the path of a file in the site.
func (d pageData) File(name string) (string, error) {
	a, ok := d.files[name]
	if !ok {
		return "", fmt.Errorf("the site has no file %q", name)
	}
	return a.Path, nil
}

// Fonts gives the paths of the page's fonts, separated by spaces.
func (d pageData) Fonts() string {
	var paths []string
	for _, a := range d.files {
		if strings.HasSuffix(a.Path, fontFile) {
			paths = append(paths, a.Path)
		}
	}
	slices.Sort(paths)
	return strings.Join(paths, " ")
}

// Words gives the paths of what the game says in a language, separated by spaces.
func (d pageData) Words(language string) string { return strings.Join(d.words[language], " ") }

// Share is the size of the picture that other sites show beside a link, in pixels.
func (d pageData) Share() image.Point { return image.Pt(emblem.CardWidth, emblem.CardHeight) }

// Size gives the size of a file in bytes, not compressed.
func (d pageData) Size(name string) (int, error) {
	a, ok := d.files[name]
	if !ok {
		return 0, fmt.Errorf("the site has no file %q", name)
	}
	return len(a.Bytes), nil
}

// inside is what stands in the page itself, the files that each language needs,
// and the buttons of the first screen in each.
type inside struct {
	style, floor, gate []byte
	words              map[string][]string    // paths by language
	doors              map[string][]view.Node // by language
}

// versioned fills in the page, and gives the version that it knows itself by: that
// of all that it holds and names.
func versioned(file string, texts Texts, in inside, assets []Asset) (page []byte, v string, err error) {
	bare, err := renderPage(file, texts, in, assets, "")
	if err != nil {
		return nil, "", err
	}
	v = version(append(assets[:len(assets):len(assets)], Asset{Path: "index.html", Bytes: bare}))
	page, err = renderPage(file, texts, in, assets, v)
	return page, v, err
}

// unscripted hides what is said where no script has run, for those who have them
// switched off: they are told that.
const unscripted = `#boot [data-on="changed"] { display: none; }`

// renderPage fills in the page.
func renderPage(file string, texts Texts, in inside, assets []Asset, v string) ([]byte, error) {
	source, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	page, err := template.New("index.html").Parse(string(source))
	if err != nil {
		return nil, err
	}
	d := pageData{
		Style: template.CSS(in.style), Unscripted: unscripted, Floor: template.JS(in.floor), Gate: template.JS(in.gate), // all ours
		Policy: policy([]string{string(in.style), unscripted}, []string{string(in.floor), string(in.gate)}), files: map[string]Asset{}, words: in.words, doors: in.doors,
		Version: v, Icon: template.URL("data:image/svg+xml," + url.PathEscape(emblem.SVG())), Ground: emblem.Ground(), // ours, too
	}
	for _, l := range texts.Locales() {
		d.Pages = append(d.Pages, pageTexts{l, texts})
	}
	for _, a := range assets {
		d.files[a.Name] = a
	}
	var b bytes.Buffer
	if err := page.Execute(&b, d); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// languageRules hides the page's other languages once a script has picked one.
func languageRules(texts Texts) []byte {
	var b bytes.Buffer
	for _, l := range texts.Locales() {
		fmt.Fprintf(&b, "html[data-state][lang=%q] #boot > :not([lang=%q]) { display: none; }\n", l, l)
	}
	return b.Bytes()
}

// renderWorker writes the lists of files and programs, the version that follows from
// them, and that of the page, at the head of the service worker.
func renderWorker(file string, assets []Asset, page string) ([]byte, error) {
	source, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var files []string
	programs := map[string][]string{}
	for _, a := range assets {
		switch {
		case a.Name == "index.html", a.Name == sharePicture, a.Name == Licences, a.Name == courseScript:
			// The page is asked for anew; the others are not for players.
		case a.Name == bareProgram, path.Ext(a.Path) == fontFile:
			programs["page"] = append(programs["page"], a.Path)
		case a.Name == "game.wasm":
			programs["game"] = append(programs["game"], a.Path)
		default:
			files = append(files, a.Path)
		}
	}
	list, err := json.Marshal(files)
	if err != nil {
		return nil, err
	}
	either, err := json.Marshal(programs)
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, "const version = %q;\nconst page = %q;\nconst files = %s;\nconst programs = %s;\n%s", version(assets), page, list, either, terse(source)), nil
}

// version is the identity of a site that holds these files.
func version(assets []Asset) string {
	var files []manifest.File
	for _, a := range assets {
		files = append(files, manifest.File{Path: a.Path, SHA256: manifest.Sum(a.Bytes)})
	}
	return manifest.Version(files)
}
