package manifest

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// small is a site of a page and a script.
func small(t *testing.T, script string) fstest.MapFS {
	t.Helper()
	site, m := fstest.MapFS{}, &Manifest{Policy: "default-src 'none'"}
	for path, content := range map[string]string{First: "<title>hello</title>", "boot." + Sum([]byte(script))[:12] + ".js": script} {
		var br, gz bytes.Buffer
		for _, w := range []io.WriteCloser{brotli.NewWriter(&br), gzip.NewWriter(&gz)} {
			_, err := io.WriteString(w, content)
			require.NoError(t, err)
			require.NoError(t, w.Close())
		}
		site[path] = &fstest.MapFile{Data: []byte(content)}
		site[path+".br"] = &fstest.MapFile{Data: br.Bytes()}
		site[path+".gz"] = &fstest.MapFile{Data: gz.Bytes()}
		m.Files = append(m.Files, File{
			Name: path[:4], Path: path, Size: len(content), Brotli: br.Len(), Gzip: gz.Len(), SHA256: Sum([]byte(content)),
		})
	}
	m.Version = Version(m.Files)
	put(t, site, m)
	return site
}

func put(t *testing.T, site fstest.MapFS, m *Manifest) {
	t.Helper()
	list, err := json.Marshal(m)
	require.NoError(t, err)
	site[Name] = &fstest.MapFile{Data: list}
}

const script = "console.log('hello hello hello hello')"

func TestOpen(t *testing.T) {
	site, err := Open(small(t, script))
	require.NoError(t, err)
	require.Len(t, site.Pages, 2)
	require.Equal(t, "<title>hello</title>", string(site.Pages[First].Forms[""]))
}

// TestEveryByteCounts: a site with a file that is cut, or that has one wrong bit
// in whatever form, is refused, and so is one with files of two builds.
func TestEveryByteCounts(t *testing.T) {
	whole := small(t, script)
	for path := range whole {
		if path == Name {
			continue
		}
		data := whole[path].Data
		spoilt := map[string][]byte{"empty": nil, "cut": data[:len(data)-1], "longer": append(bytes.Clone(data), 0)}
		for i := range data {
			flipped := bytes.Clone(data)
			flipped[i] ^= 1
			spoilt[fmt.Sprintf("bit in byte %d", i)] = flipped
		}
		for what, b := range spoilt {
			site := small(t, script)
			site[path] = &fstest.MapFile{Data: b}
			s, err := Open(site)
			if err == nil { // a bit that says nothing, as the time in a gzip head
				requireSame(t, whole, s, path, what)
				continue
			}
			assert.ErrorContains(t, err, path)
			assert.ErrorContains(t, err, "build the site anew")
		}
		site := small(t, script)
		delete(site, path)
		_, err := Open(site)
		require.ErrorIs(t, err, fs.ErrNotExist)
		require.ErrorContains(t, err, path)
	}
	mixed := small(t, script)
	for path, file := range small(t, "another") {
		if path != Name {
			mixed[path] = file
		}
	}
	mixed[First] = &fstest.MapFile{Data: []byte("<title>other</title>")}
	_, err := Open(mixed)
	require.ErrorContains(t, err, First)
}

// requireSame holds that a compressed file of a site, with a bit in it changed, still
// unpacks to the file that it is a form of.
func requireSame(t *testing.T, whole fstest.MapFS, s *Site, path, what string) {
	t.Helper()
	plain, packed := strings.CutSuffix(path, ".gz")
	coding := "gzip"
	if !packed {
		plain, packed = strings.CutSuffix(path, ".br")
		coding = "br"
	}
	require.True(t, packed, "no bit of a plain file may change: %s: %s", path, what)
	b, err := decoded(coding, s.Pages[plain].Forms[coding], len(whole[plain].Data))
	require.NoError(t, err)
	require.Equal(t, whole[plain].Data, b, "%s: %s", path, what)
}

func TestManifestsThatCannotBe(t *testing.T) {
	for name, test := range map[string]struct {
		spoil func(*Manifest)
		want  string
	}{
		"short sum":     {func(m *Manifest) { m.Files[0].SHA256 = "ab" }, "for a sum"},
		"odd sum":       {func(m *Manifest) { m.Files[0].SHA256 = strings.Repeat("z", 64) }, "for a sum"},
		"no sum":        {func(m *Manifest) { m.Files[0].SHA256 = "" }, "for a sum"},
		"out of it":     {func(m *Manifest) { m.Files[0].Path = "../../x" }, "no path"},
		"absolute":      {func(m *Manifest) { m.Files[0].Path = "/etc/passwd" }, "no path"},
		"backwards":     {func(m *Manifest) { m.Files[0].Path = `..\x` }, "no path"},
		"itself":        {func(m *Manifest) { m.Files[0].Path = Name }, "no path"},
		"empty path":    {func(m *Manifest) { m.Files[0].Path = "" }, "no path"},
		"no page":       {func(m *Manifest) { m.Files = nil }, "lists no index.html"},
		"twice":         {func(m *Manifest) { m.Files = append(m.Files, m.Files[0]) }, "twice"},
		"negative":      {func(m *Manifest) { m.Files[0].Size = -1 }, "a size"},
		"huge":          {func(m *Manifest) { m.Files[0].Size = 1 << 40 }, "a size"},
		"version":       {func(m *Manifest) { m.Version = "another" }, "version"},
		"policy":        {func(m *Manifest) { m.Policy = "x\r\nSet-Cookie: a=b" }, "policy"},
		"former out":    {func(m *Manifest) { m.Former = []Former{{File: File{Path: "../x"}}} }, "no path"},
		"former no sum": {func(m *Manifest) { m.Former = []Former{{File: File{Path: "x"}}} }, "for a sum"},
	} {
		t.Run(name, func(t *testing.T) {
			site := small(t, script)
			m, err := Read(site)
			require.NoError(t, err)
			test.spoil(m)
			put(t, site, m)
			_, err = Open(site)
			require.ErrorContains(t, err, test.want)
			require.ErrorContains(t, err, Name)
		})
	}
	for _, text := range []string{"", "{", "[]", "null", `{"files":{}}`, `{"files":[{"size":"x"}]}`, `{"files":[{"size":1e99}]}`} {
		_, err := Open(fstest.MapFS{Name: {Data: []byte(text)}})
		require.ErrorContains(t, err, Name, text)
	}
	_, err := Open(fstest.MapFS{})
	require.ErrorContains(t, err, "is not a built site")
}

// TestFormerFilesAreServedWhereTheyAreWhole: those of an earlier build are no
// part of the site; one that is damaged is left out and hinders nothing.
func TestFormerFilesAreServedWhereTheyAreWhole(t *testing.T) {
	site, before := small(t, script), small(t, "before")
	old, err := Read(before)
	require.NoError(t, err)
	m, err := Read(site)
	require.NoError(t, err)
	path := "boot." + Sum([]byte("before"))[:12] + ".js"
	for _, f := range old.Files {
		if f.Path == path {
			m.Former = []Former{{File: f, Left: "2026-11-29"}}
		}
	}
	for name, file := range before {
		if strings.HasPrefix(name, path) {
			site[name] = file
		}
	}
	put(t, site, m)
	s, err := Open(site)
	require.NoError(t, err)
	require.Equal(t, "before", string(s.Pages[path].Forms[""]))
	site[path] = &fstest.MapFile{Data: []byte("bef0re")}
	s, err = Open(site)
	require.NoError(t, err)
	require.NotContains(t, s.Pages, path)
}
