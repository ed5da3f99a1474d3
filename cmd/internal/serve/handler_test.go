package serve

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"

	"hardcases/cmd/internal/manifest"
)

// small is a site of a page, a script and a program.
func small(t *testing.T, script string) (fstest.MapFS, *manifest.Manifest) {
	t.Helper()
	site := fstest.MapFS{}
	m := &manifest.Manifest{Policy: "default-src 'none'"}
	for _, file := range [][2]string{
		{"index.html", "<!doctype html><title>hello</title>"}, {"boot.js", script}, {"game.wasm", "\x00asm"},
	} {
		name, content := file[0], file[1]
		sum := manifest.Sum([]byte(content))
		f := manifest.File{Name: name, Path: sum[:12] + "." + name, Size: len(content), SHA256: sum}
		if name == "index.html" {
			f.Path = name
		}
		var br, gz bytes.Buffer
		b, z := brotli.NewWriter(&br), gzip.NewWriter(&gz)
		for _, w := range []io.WriteCloser{b, z} {
			_, err := io.WriteString(w, content)
			require.NoError(t, err)
			require.NoError(t, w.Close())
		}
		f.Brotli, f.Gzip = br.Len(), gz.Len()
		for ext, b := range map[string][]byte{"": []byte(content), ".br": br.Bytes(), ".gz": gz.Bytes()} {
			site[f.Path+ext] = &fstest.MapFile{Data: b}
		}
		m.Files = append(m.Files, f)
	}
	m.Version = manifest.Version(m.Files)
	list, err := json.Marshal(m)
	require.NoError(t, err)
	site[manifest.Name] = &fstest.MapFile{Data: list}
	return site, m
}

const script = "console.log('hello hello hello hello hello hello')"

func handlerFor(t *testing.T, files fstest.MapFS) http.Handler {
	t.Helper()
	site, err := manifest.Open(files)
	require.NoError(t, err)
	return Handler(site)
}

func get(t *testing.T, h http.Handler, method, path string, headers ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) []byte {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	return b
}

func TestHandlerNegotiates(t *testing.T) {
	site, m := small(t, script)
	h := handlerFor(t, site)
	path := "/" + m.Files[1].Path
	for accept, coding := range map[string]string{
		"":                             "",
		"gzip, deflate, br, zstd":      "br",
		"gzip;q=1.0, br;q=0":           "gzip",
		"identity":                     "",
		"GZIP":                         "gzip",
		"br; q=0.1":                    "br",
		"gzip;q=oops":                  "",
		"br;Q=0, gzip":                 "gzip",
		"br;q=0.000":                   "",
		"br; q = 0":                    "",
		"br;q=inf":                     "",
		"br;q=NaN":                     "",
		"br;q=2":                       "",
		"br;q=1.001":                   "",
		"br;q=0x1p-2":                  "",
		"br;q=-1, gzip;q=0.001":        "gzip",
		"br;Q=1.000":                   "br",
		"br;":                          "",
		"*":                            "",
		strings.Repeat("x,", 5) + "br": "br",
	} {
		r := get(t, h, "GET", path, "Accept-Encoding", accept)
		require.Equal(t, 200, r.StatusCode)
		require.Equal(t, coding, r.Header.Get("Content-Encoding"), accept)
		require.Equal(t, "Accept-Encoding", r.Header.Get("Vary"))
		b := body(t, r)
		var err error
		switch coding {
		case "br":
			b, err = io.ReadAll(brotli.NewReader(bytes.NewReader(b)))
		case "gzip":
			var z *gzip.Reader
			z, err = gzip.NewReader(bytes.NewReader(b))
			require.NoError(t, err)
			b, err = io.ReadAll(z)
		}
		require.NoError(t, err)
		require.Equal(t, script, string(b))
	}
}

func TestHandlerHeaders(t *testing.T) {
	site, m := small(t, script)
	h := handlerFor(t, site)
	for path, want := range map[string]struct{ media, caching string }{
		"/":                         {"text/html; charset=utf-8", "no-cache"},
		"/index.html":               {"text/html; charset=utf-8", "no-cache"},
		"/" + m.Files[1].Path:       {"text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
		"/" + m.Files[2].Path:       {"application/wasm", "public, max-age=31536000, immutable"},
		"/?lang=fr":                 {"text/html; charset=utf-8", "no-cache"},
		"/" + m.Files[2].Path + "?": {"application/wasm", "public, max-age=31536000, immutable"},
	} {
		r := get(t, h, "GET", path)
		require.Equal(t, 200, r.StatusCode, path)
		require.Equal(t, want.media, r.Header.Get("Content-Type"), path)
		require.Equal(t, want.caching, r.Header.Get("Cache-Control"), path)
		require.Equal(t, headerPolicy(m), r.Header.Get("Content-Security-Policy"))
		require.Equal(t, "nosniff", r.Header.Get("X-Content-Type-Options"))
		require.Equal(t, "no-referrer", r.Header.Get("Referrer-Policy"))
	}
}

func TestHandlerServesNothingElse(t *testing.T) {
	site, m := small(t, script)
	site["secret.txt"] = &fstest.MapFile{Data: []byte("secret")}
	h := handlerFor(t, site)
	for _, path := range []string{
		"/secret.txt", "/manifest.json", "/..", "/../handler.go", "/%2e%2e/go.mod", "//", "/index.html/",
		"/" + m.Files[1].Path + ".br", "/.", "/no-such-folder/",
	} {
		r := get(t, h, "GET", path)
		require.Equal(t, 404, r.StatusCode, path)
		require.NotContains(t, string(body(t, r)), "secret")
	}
	r := get(t, h, "POST", "/")
	require.Equal(t, 405, r.StatusCode)
	require.Equal(t, "GET, HEAD", r.Header.Get("Allow"))
}

func TestHandlerRevalidatesHeadsAndParts(t *testing.T) {
	site, m := small(t, script)
	h := handlerFor(t, site)
	path := "/" + m.Files[1].Path

	first := get(t, h, "GET", path, "Accept-Encoding", "br")
	again := get(t, h, "GET", path, "Accept-Encoding", "br", "If-None-Match", first.Header.Get("ETag"))
	require.Equal(t, 304, again.StatusCode)
	plain := get(t, h, "GET", path, "If-None-Match", first.Header.Get("ETag"))
	require.Equal(t, 200, plain.StatusCode, "another form of the file has another tag")

	head := get(t, h, "HEAD", path)
	require.Empty(t, body(t, head))
	require.Equal(t, int64(len(script)), head.ContentLength)

	part := get(t, h, "GET", path, "Range", "bytes=0-6", "Accept-Encoding", "br")
	require.Equal(t, 206, part.StatusCode)
	require.Equal(t, "console", string(body(t, part)))
	require.Equal(t, 416, get(t, h, "GET", path, "Range", "bytes=9999-").StatusCode)
}

// TestRefusalsHaveNoBody: what is refused does not say how long and in what
// coding it would have been.
func TestRefusalsHaveNoBody(t *testing.T) {
	site, m := small(t, script)
	h := handlerFor(t, site)
	for _, f := range m.Files {
		for _, coding := range []string{"", "br", "gzip"} {
			for _, condition := range []string{"If-Match", "If-None-Match"} {
				value, status := `"another"`, http.StatusPreconditionFailed
				if condition == "If-None-Match" {
					value, status = "*", http.StatusNotModified
				}
				r := get(t, h, "GET", "/"+f.Path, condition, value, "Accept-Encoding", coding)
				require.Equal(t, status, r.StatusCode)
				require.Empty(t, r.Header.Get("Content-Encoding"))
				require.Empty(t, r.Header.Get("Content-Length"))
				require.Empty(t, body(t, r))
			}
		}
	}
}
