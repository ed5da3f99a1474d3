package release

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"hardcases/cmd/internal/bundle"

	"github.com/stretchr/testify/require"
)

// site is a small one, with all that a release asks for.
func site() []bundle.Asset {
	var assets []bundle.Asset
	for _, file := range [][2]string{
		{"index.html", `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="x"></head><body></body></html>`},
		{"course.js", "let course;"}, {"licences.txt", "terms"}, {"game.wasm", strings.Repeat("\x00asm", 1000)},
	} {
		assets = append(assets, bundle.Asset{Name: file[0], Path: file[0], Bytes: []byte(file[1])})
	}
	return assets
}

// names are the files of a release of everything that needs no source tree.
var names = []string{"hard-cases-1.2.3-scorm12.zip", "hard-cases-1.2.3-site.zip", "hard-cases.html", "licences.txt", Sums}

var webOnly = []Kind{Site, OneFile, SCORM}

// TestSameBytes: two releases in two folders are the same, and their sums are right.
func TestSameBytes(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("HOME", t.TempDir())
	var first map[string]string
	for range 2 {
		dir := filepath.Join(t.TempDir(), "deeper", "down")
		made, err := Make(t.Context(), site(), dir, Options{Version: "1.2.3", Score: "played", Only: webOnly})
		require.NoError(t, err)
		sums := map[string]string{}
		var got []string
		for _, f := range made {
			b, err := os.ReadFile(filepath.Join(dir, f.Name))
			require.NoError(t, err)
			require.Len(t, b, f.Size)
			sum := sha256.Sum256(b)
			require.Equal(t, hex.EncodeToString(sum[:]), f.SHA256)
			sums[f.Name] = f.SHA256
			got = append(got, f.Name)
		}
		require.Equal(t, names, got)
		list, err := os.ReadFile(filepath.Join(dir, Sums))
		require.NoError(t, err)
		for _, name := range names[:len(names)-1] {
			require.Contains(t, string(list), sums[name]+"  "+name+"\n")
		}
		if first == nil {
			first = sums
		}
		require.Equal(t, first, sums)
	}
}

// TestOnly: each kind can be had alone, with its terms.
func TestOnly(t *testing.T) {
	dir := t.TempDir()
	made, err := Make(t.Context(), site(), dir, Options{Version: "1.2.3", Only: []Kind{OneFile}})
	require.NoError(t, err)
	var got []string
	for _, f := range made {
		got = append(got, f.Name)
	}
	require.Equal(t, []string{"hard-cases.html", "licences.txt", Sums}, got)
}

func TestBadWords(t *testing.T) {
	for _, v := range []string{"", "1", "v1.2.3", "1.2.3.4", "latest"} {
		_, err := Make(t.Context(), site(), t.TempDir(), Options{Version: v, Only: webOnly})
		require.ErrorContains(t, err, "is no version", v)
	}
	_, err := Make(t.Context(), site()[:0], t.TempDir(), Options{Version: "1.2.3", Only: []Kind{OneFile}})
	require.ErrorContains(t, err, "onefile: the site has no page")
}

// TestTooLarge: a page that a mail cannot carry is not made.
func TestTooLarge(t *testing.T) {
	big := site()
	for i := range big {
		if big[i].Name == "game.wasm" {
			b := make([]byte, 6<<20)
			for n, x := 0, uint32(1); n < len(b); n++ { // that does not pack
				x = x*1664525 + 1013904223
				b[n] = byte(x >> 24)
			}
			big[i].Bytes = b
		}
	}
	_, err := Make(t.Context(), big, t.TempDir(), Options{Version: "1.2.3", Only: []Kind{OneFile}})
	require.ErrorContains(t, err, "may have 5000000")
}

// manifest is what a platform reads of a package.
type courseList struct {
	Schema    string `xml:"metadata>schema"`
	Version   string `xml:"metadata>schemaversion"`
	Title     string `xml:"organizations>organization>title"`
	Item      item   `xml:"organizations>organization>item"`
	Resources []struct {
		ID    string `xml:"identifier,attr"`
		Type  string `xml:"http://www.adlnet.org/xsd/adlcp_rootv1p2 scormtype,attr"`
		Start string `xml:"href,attr"`
		Files []struct {
			Name string `xml:"href,attr"`
		} `xml:"file"`
	} `xml:"resources>resource"`
}

type item struct {
	Ref  string `xml:"identifierref,attr"`
	Data string `xml:"http://www.adlnet.org/xsd/adlcp_rootv1p2 datafromlms"`
}

// TestPackage: the list at the top of the package names what is there.
func TestPackage(t *testing.T) {
	dir := t.TempDir()
	_, err := Make(t.Context(), site(), dir, Options{
		Version: "1.2.3", Score: "forecast", Only: []Kind{SCORM},
		Pack: &bundle.OwnPack{ID: "ferry", Bytes: []byte("pack"), Texts: own{}},
	})
	require.NoError(t, err)
	z, err := zip.OpenReader(filepath.Join(dir, "hard-cases-1.2.3-scorm12.zip"))
	require.NoError(t, err)
	defer z.Close()
	files := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		files[f.Name], err = io.ReadAll(r)
		require.NoError(t, err)
	}
	var m courseList
	require.NoError(t, xml.Unmarshal(files["imsmanifest.xml"], &m))
	require.Equal(t, "ADL SCORM", m.Schema)
	require.Equal(t, "1.2", m.Version)
	require.Equal(t, "Ferries & <more>", m.Title)
	require.Equal(t, "score=forecast", m.Item.Data)
	require.Len(t, m.Resources, 1)
	r := m.Resources[0]
	require.Equal(t, m.Item.Ref, r.ID)
	require.Equal(t, "sco", r.Type)
	require.Equal(t, "index.html", r.Start)
	for _, f := range r.Files {
		require.Contains(t, files, f.Name)
	}
	for _, name := range []string{"imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd", "ims_xml.xsd"} {
		require.NotEmpty(t, files[name])
		if name != "ims_xml.xsd" {
			require.Contains(t, string(files["imsmanifest.xml"]), name)
		}
	}
	page := string(bytes.ReplaceAll(files["index.html"], []byte{0}, nil)) // it is in UTF-16
	require.True(t, strings.Contains(page, "let course;"))
	require.True(t, strings.Contains(page, `data-saves="hardcases-course-1:ferry:"`))
}

// own are the texts of a pack of somebody's own.
type own struct{}

func (own) Locales() []string { return []string{"en"} }
func (own) Text(_, key string) string {
	if key == "pack.title" {
		return "Ferries & <more>"
	}
	return fmt.Sprintf("<%s>", key)
}
