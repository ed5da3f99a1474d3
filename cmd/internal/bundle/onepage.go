package bundle

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"fmt"
	"html"
	"path"
	"regexp"
	"slices"
	"strings"

	"hardcases/cmd/internal/manifest"
)

// OnePage says how a page that holds the whole game differs from that of a site.
type OnePage struct {
	// Saves is what the keys begin with under which the page keeps games: browsers
	// may let all files of a computer share one storage.
	Saves string
	// Course is the script that talks to a learning platform; nil for none.
	Course []byte
}

// courseScript is the file of a site that talks to learning platforms, for OnePage.
// The site itself has no use for it.
const courseScript = "course.js"

// Of gives the files of a site that was built before.
func Of(site *manifest.Site) []Asset {
	var assets []Asset
	for _, f := range site.Manifest.Files {
		assets = append(assets, Asset{f.Name, f.Path, site.Pages[f.Path].Forms[""]})
	}
	return assets
}

// forSites are the lines in the head of a page that name files for the site alone.
var forSites = regexp.MustCompile(`(?m)^<(link rel="(apple-touch-icon|manifest|canonical)"|meta (property="og:|name="twitter:))[^>]*>\n`)

// bareFiles is what names the program without a picture, and its fonts.
var bareFiles = regexp.MustCompile(` data-(page|fonts|page-size)="[^"]*"`)

// policyMeta is what says a page's policy.
var policyMeta = regexp.MustCompile(`(<meta http-equiv="Content-Security-Policy" content=")[^"]*`)

// Make makes one page of the files of a site. It needs nothing beside it and asks
// nobody for anything, which its policy holds it to.
func (o OnePage) Make(site []Asset) ([]byte, error) {
	i := slices.IndexFunc(site, func(a Asset) bool { return a.Path == manifest.First })
	if i < 0 {
		return nil, errors.New("the site has no page")
	}
	page := string(forSites.ReplaceAll(site[i].Bytes, nil))
	page = bareFiles.ReplaceAllString(page, "")
	var blocks bytes.Buffer
	var styles, scripts []string
	for _, m := range inPage.FindAllStringSubmatch(page, -1) {
		if strings.HasPrefix(m[0], "<style") {
			styles = append(styles, m[1])
		} else {
			scripts = append(scripts, m[2])
		}
	}
	for _, a := range site {
		switch {
		case a.Name == "worker.js", a.Name == courseScript, a.Name == bareProgram, a.Name == relayScript, path.Ext(a.Path) == fontFile:
			continue
		case a.Name == Licences: // for people, not for the game
			if err := terms(&blocks, a.Bytes); err != nil {
				return nil, err
			}
			continue
		}
		switch path.Ext(a.Path) {
		case ".js":
			scripts = append(scripts, string(a.Bytes))
		case ".css":
			styles = append(styles, string(a.Bytes))
		case ".wasm", ".msgp":
		default:
			continue
		}
		if err := packedBlocks(&blocks, a.Path, a.Bytes); err != nil {
			return nil, err
		}
	}
	words := fmt.Sprintf(` data-alone="yes" data-saves=%q`, o.Saves)
	if o.Course != nil {
		scripts = append(scripts, string(o.Course))
		page = strings.Replace(page, "</head>", "<script>"+string(o.Course)+"</script>\n</head>", 1)
	}
	page = policyMeta.ReplaceAllStringFunc(page, func(meta string) string {
		head, _, _ := strings.Cut(meta, `content="`)
		return head + `content="` + html.EscapeString(alonePolicy(styles, scripts))
	})
	page = strings.Replace(page, "<html", "<html"+words, 1)
	head, tail, ok := strings.Cut(page, "</body>")
	if !ok {
		return nil, errors.New("the page of the site has no end")
	}
	return utf16Page(head + "<div id=\"files\" hidden>\n" + blocks.String() + "</div>\n</body>" + tail), nil
}

// alonePolicy is the content policy of a page that holds everything: what stands
// in it, and nothing else.
func alonePolicy(styles, scripts []string) string {
	return "default-src 'none'; script-src 'wasm-unsafe-eval'" + sums(scripts) + "; style-src" + sums(styles) +
		"; img-src data:; base-uri 'none'; form-action 'none'"
}

// terms writes the licences into a page, for those who read its source: as text they
// would be a twenty-fifth of it.
func terms(to *bytes.Buffer, b []byte) error {
	packed, err := gzipped(b)
	if err != nil {
		return err
	}
	fmt.Fprintf(to, "<!-- The terms of all that is in this page: what follows, through base64 -d | gunzip. -->\n"+
		"<script type=\"text/plain\" id=\"licences\">%s</script>\n", base64.StdEncoding.EncodeToString(packed))
	return nil
}

// gzipped is a file as small as gzip makes it.
func gzipped(b []byte) ([]byte, error) {
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(b)
	err = errors.Join(err, w.Close())
	return packed.Bytes(), err
}

// packedBlocks writes a file into a page: gzip, fifteen bits a character, in parts.
func packedBlocks(to *bytes.Buffer, name string, b []byte) error {
	packed, err := gzipped(b)
	if err != nil {
		return err
	}
	for part := range slices.Chunk(packed, blockSize) {
		fmt.Fprintf(to, "<script type=\"text/plain\" data-file=\"%s\" data-bytes=\"%d\">%s</script>\n", name, len(part), fifteen(part))
	}
	return nil
}
