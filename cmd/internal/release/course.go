package release

import (
	"archive/zip"
	"bytes"
	"embed"
	"encoding/xml"
	"errors"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"text/template"
	"time"

	"hardcases/cmd/internal/bundle"
)

// schemas are those that the manifest of a package names.
//
//go:embed schemas/*.xsd
var schemas embed.FS

// The longest that the schemas let a manifest's version and a title be, in characters.
const (
	mostVersion = 20
	mostTitle   = 200
)

// cut is the beginning of a text, of so many characters at the most.
func cut(s string, most int) string {
	r := []rune(s)
	return string(r[:min(len(r), most)])
}

// courseManifest says what a package holds. One resource is played; no score is
// asked for to pass, as none could be.
// https://adlnet.gov/projects/scorm-1-2-specification
var courseManifest = template.Must(template.New("imsmanifest.xml").Funcs(template.FuncMap{"x": escaped}).Parse(`<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="hardcases-{{x .ID}}" version="{{x .Version}}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="course">
    <organization identifier="course">
      <title>{{x .Title}}</title>
      <item identifier="game" identifierref="page" isvisible="true">
        <title>{{x .Title}}</title>
        <adlcp:datafromlms>score={{x .Score}}</adlcp:datafromlms>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
      <file href="licences.txt"/>
    </resource>
  </resources>
</manifest>
`))

func escaped(s string) (string, error) {
	var b bytes.Buffer
	err := xml.EscapeText(&b, []byte(s))
	return b.String(), err
}

// course makes the package: the one page, with the script that talks to the
// platform, and the list that the platform reads.
func (m *maker) course() error {
	script := m.asset("course.js")
	if script == nil {
		return errors.New("the site lacks a script: build it anew")
	}
	page, err := bundle.OnePage{Saves: m.savesOf("course"), Course: script}.Make(m.site)
	if err != nil {
		return err
	}
	id := "cloudflare"
	if m.Pack != nil {
		id = m.Pack.ID
	}
	var list bytes.Buffer
	err = courseManifest.Execute(&list, map[string]string{
		"ID": id, "Version": cut(m.Version, mostVersion), "Title": cut(m.title(), mostTitle), "Score": m.Score,
	})
	if err != nil {
		return err
	}
	files := map[string]file{"imsmanifest.xml": {bytes: list.Bytes()}, "index.html": {bytes: page}, bundle.Licences: {bytes: m.asset(bundle.Licences)}}
	names, err := fs.Glob(schemas, "schemas/*.xsd")
	if err != nil {
		return err
	}
	for _, name := range names {
		b, err := schemas.ReadFile(name)
		if err != nil {
			return err
		}
		files[strings.TrimPrefix(name, "schemas/")] = file{bytes: b}
	}
	b, err := zipped(files)
	if err != nil {
		return err
	}
	return m.write("hard-cases-"+m.Version+"-scorm12.zip", b)
}

// epoch is when all that is packed was last changed, as far as archives tell: the
// same content is the same archive.
var epoch = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// sorted are the names of files, in order.
func sorted(files map[string]file) []string { return slices.Sorted(maps.Keys(files)) }

// zipped packs files by their names, in order.
func zipped(files map[string]file) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range sorted(files) {
		f := files[name]
		head := &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: epoch}
		head.SetMode(f.mode())
		w, err := z.CreateHeader(head)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.bytes); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}
