//go:build installed

package installed

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"hardcases/cmd/internal/manifest"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"
)

// server is an example of docs/hosting.md: how the text there becomes one that serves
// a folder at an address of this computer, and what runs it.
type server struct {
	name  string // of the language that the example is marked with
	ready func(example, www, address string) string
	start func(config, home string) []string
}

var servers = []server{
	{"nginx", func(example, www, address string) string {
		example = strings.Replace(example, "# …", "listen "+address+";", 1)
		return "load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;\ndaemon off; pid nginx.pid; error_log stderr; events {}\n" +
			"http {\naccess_log off; client_body_temp_path a; proxy_temp_path b; fastcgi_temp_path c; uwsgi_temp_path d; scgi_temp_path e;\n" +
			strings.ReplaceAll(example, "/srv/www", www) + "}\n"
	}, func(config, home string) []string { return []string{"nginx", "-p", home, "-c", config} }},
	{"caddyfile", func(example, www, address string) string {
		return "{\n\tadmin off\n}\n" + strings.ReplaceAll(strings.Replace(example, "school.example", "http://"+address, 1), "/srv/hard-cases", filepath.Join(www, "games/hard-cases"))
	}, func(config, _ string) []string {
		return []string{"caddy", "run", "--adapter", "caddyfile", "--config", config}
	}},
}

// TestHosting runs the examples of docs/hosting.md as they stand there, each in its
// server, with the site under a path: types, packed files and headers are as said.
func TestHosting(t *testing.T) {
	page, err := os.ReadFile("../../../docs/hosting.md")
	require.NoError(t, err)
	www := t.TempDir()
	require.NoError(t, os.Chmod(filepath.Dir(www), 0o755)) // nginx serves as somebody else
	unpack(t, "hard-cases-*-site.zip", filepath.Join(www, "games/hard-cases"))
	site, err := manifest.Open(os.DirFS(filepath.Join(www, "games/hard-cases")))
	require.NoError(t, err)
	for _, s := range servers {
		t.Run(s.name, func(t *testing.T) {
			example := regexp.MustCompile("(?s)```" + s.name + "\n(.*?)```").FindSubmatch(page)
			require.NotNil(t, example)
			at := s.serve(t, string(example[1]), www)
			direct := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
			moved, err := direct.Get(at + "/games/hard-cases")
			require.NoError(t, err)
			require.NoError(t, moved.Body.Close())
			require.Contains(t, []int{http.StatusMovedPermanently, http.StatusFound}, moved.StatusCode)
			require.Regexp(t, `/games/hard-cases/$`, moved.Header.Get("Location"))
			for _, f := range site.Manifest.Files {
				for _, packed := range []string{"", "gzip", "br"} {
					answers(t, at+"/games/hard-cases/", f, packed, site.Pages[f.Path].Forms[""])
				}
			}
			index := get(t, at+"/games/hard-cases/", "br")
			require.Equal(t, "no-cache", index.Header.Get("Cache-Control"))
			require.Contains(t, index.Header.Get("Content-Security-Policy"), "frame-ancestors")
		})
	}
}

// serve runs the server until the test ends, and gives its address.
func (s server) serve(t *testing.T, example, www string) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	address := l.Addr().String()
	require.NoError(t, l.Close())
	home := t.TempDir()
	config := filepath.Join(home, "config")
	require.NoError(t, os.WriteFile(config, []byte(s.ready(example, www, address)), 0o600))
	args := s.start(config, home)
	c := exec.Command(args[0], args[1:]...)
	c.Env = append(os.Environ(), "HOME="+home)
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	require.NoError(t, c.Start())
	t.Cleanup(func() {
		require.NoError(t, c.Process.Signal(os.Interrupt))
		_ = c.Wait() // it was told to end
		if t.Failed() {
			t.Log(said.String())
		}
	})
	require.Eventually(t, func() bool {
		conn, err := net.Dial("tcp", address)
		return err == nil && conn.Close() == nil
	}, patience, 50*time.Millisecond, "the server listens")
	return "http://" + address
}

// get asks for a file as a browser that takes one way of packing.
func get(t *testing.T, address, packed string) *http.Response {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	require.NoError(t, err)
	r.Header.Set("Accept-Encoding", packed) // else the client asks for gzip, and hides it
	answer, err := http.DefaultClient.Do(r)
	require.NoError(t, err)
	t.Cleanup(func() { _ = answer.Body.Close() })
	return answer
}

var forEver = regexp.MustCompile(`\.[0-9a-f]{12}\.`)

// types are those that docs/hosting.md wants, by the endings of names.
var types = map[string]string{
	".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".txt": "text/plain", ".wasm": "application/wasm",
	".webmanifest": "application/manifest+json", ".png": "image/png",
}

// answers looks at what comes for a file of the site.
func answers(t *testing.T, folder string, f manifest.File, packed string, want []byte) {
	t.Helper()
	answer := get(t, folder+f.Path, packed)
	about := fmt.Sprint(f.Path, " ", packed)
	require.Equal(t, http.StatusOK, answer.StatusCode, about)
	require.Equal(t, packed, answer.Header.Get("Content-Encoding"), about)
	require.Equal(t, "nosniff", answer.Header.Get("X-Content-Type-Options"), about)
	require.Contains(t, answer.Header.Get("Vary"), "Accept-Encoding", about)
	if forEver.MatchString(f.Path) {
		require.Equal(t, "public, max-age=31536000, immutable", answer.Header.Get("Cache-Control"), about)
	} else {
		require.Equal(t, "no-cache", answer.Header.Get("Cache-Control"), about)
	}
	if kind := types[path.Ext(f.Path)]; kind != "" {
		got, _, err := mime.ParseMediaType(answer.Header.Get("Content-Type"))
		require.NoError(t, err, about)
		require.Equal(t, kind, got, about)
	}
	var body io.Reader = answer.Body
	switch packed {
	case "br":
		body = brotli.NewReader(body)
	case "gzip":
		var err error
		body, err = gzip.NewReader(body)
		require.NoError(t, err, about)
	}
	got, err := io.ReadAll(body)
	require.NoError(t, err, about)
	require.True(t, bytes.Equal(want, got), about)
}
