package site

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"
)

// small builds a site of a page and a script, without the go tool.
func small(t *testing.T, script string) (dir string, m *Manifest) {
	t.Helper()
	dir = t.TempDir()
	return dir, smallIn(t, dir, script)
}

func smallIn(t *testing.T, dir, script string) *Manifest {
	t.Helper()
	c := &cache{dir: t.TempDir(), log: func(string, ...any) {}}
	m, err := write(context.Background(), dir, []asset{
		{name: "index.html", path: "index.html", bytes: []byte("<!doctype html><title>hello</title>")},
		named("boot.js", []byte(script)),
		named("game.wasm", []byte("\x00asm")),
	}, c, 1)
	require.NoError(t, err)
	return m
}

const script = "console.log('hello hello hello hello hello hello')"

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
	dir, m := small(t, script)
	h, err := Handler(dir)
	require.NoError(t, err)
	path := "/" + m.Files[1].Path
	for accept, coding := range map[string]string{
		"":                             "",
		"gzip, deflate, br, zstd":      "br",
		"gzip;q=1.0, br;q=0":           "gzip",
		"identity":                     "",
		"GZIP":                         "gzip",
		"br; q=0.1":                    "br",
		"gzip;q=oops":                  "",
		"*":                            "",
		strings.Repeat("x,", 5) + "br": "br",
	} {
		r := get(t, h, "GET", path, "Accept-Encoding", accept)
		require.Equal(t, 200, r.StatusCode)
		require.Equal(t, coding, r.Header.Get("Content-Encoding"), accept)
		require.Equal(t, "Accept-Encoding", r.Header.Get("Vary"))
		b := body(t, r)
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
	dir, m := small(t, script)
	h, err := Handler(dir)
	require.NoError(t, err)
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
		require.Equal(t, headerPolicy(nil), r.Header.Get("Content-Security-Policy"))
		require.Equal(t, "nosniff", r.Header.Get("X-Content-Type-Options"))
		require.Equal(t, "no-referrer", r.Header.Get("Referrer-Policy"))
	}
}

func TestHandlerServesNothingElse(t *testing.T) {
	dir, m := small(t, script)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "secret.txt"), []byte("secret"), 0o600))
	h, err := Handler(dir)
	require.NoError(t, err)
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
	dir, m := small(t, script)
	h, err := Handler(dir)
	require.NoError(t, err)
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

func TestHandlerNeedsABuiltSite(t *testing.T) {
	_, err := Handler(t.TempDir())
	require.ErrorContains(t, err, "is not a built site")
	dir, m := small(t, script)
	require.NoError(t, os.Remove(filepath.Join(dir, m.Files[1].Path+".br")))
	_, err = Handler(dir)
	require.ErrorContains(t, err, m.Files[1].Path)
}
