package serve

import (
	"bytes"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"

	"hardcases/cmd/internal/manifest"
)

// types are the media types by ending. They are fixed here because what the
// system says differs from one computer to the next, and a wrong one stops the
// game.
var types = map[string]string{
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".css":  "text/css; charset=utf-8",
	".json": "application/json",
	".wasm": "application/wasm",
	".msgp": "application/octet-stream",
	".svg":  "image/svg+xml",
	".png":  "image/png",
	".txt":  "text/plain; charset=utf-8",
}

// page is one file as it is served.
type page struct {
	file    manifest.File
	forms   map[string][]byte // by content coding: "", "br", "gzip"
	media   string
	forever bool
}

// Handler serves the files that the site's manifest names, the packs in its
// folder packs, and nothing else: no folders, no files beside them.
func Handler(site fs.FS) (http.Handler, error) { return handlerOf(site, packsIn(site), nil) }

func handlerOf(site fs.FS, packs Packs, fault Fault) (http.Handler, error) {
	m, err := manifest.Read(site)
	if err != nil {
		return nil, err
	}
	pages := map[string]*page{}
	for _, f := range m.Files {
		p := &page{file: f, forms: map[string][]byte{}, media: mediaType(f.Path), forever: f.Forever()}
		for coding, ext := range map[string]string{"": "", "br": ".br", "gzip": ".gz"} {
			b, err := fs.ReadFile(site, f.Path+ext)
			if err != nil {
				return nil, err
			}
			p.forms[coding] = b
		}
		pages["/"+f.Path] = p
	}
	pages["/"] = pages["/index.html"]
	return withPolicy(withPacks(handler(pages), packs, fault), headerPolicy(m)), nil
}

// headerPolicy is the policy of the page as it is sent with it: frame-ancestors is
// heeded only there.
func headerPolicy(m *manifest.Manifest) string { return m.Policy + "; frame-ancestors 'self'" }

type handler map[string]*page

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD are served", http.StatusMethodNotAllowed)
		return
	}
	p := h[r.URL.Path]
	if p == nil {
		http.Error(w, "there is no such file", http.StatusNotFound)
		return
	}
	p.serve(w, r)
}

// withPolicy says what a browser may do with what h serves.
func withPolicy(h http.Handler, policy string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", policy)
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("Referrer-Policy", "no-referrer")
		head.Set("Cross-Origin-Opener-Policy", "same-origin")
		head.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.ServeHTTP(w, r)
	})
}

func (p *page) serve(w http.ResponseWriter, r *http.Request) {
	head := w.Header()
	head.Set("Content-Type", p.media)
	head.Set("Vary", "Accept-Encoding")
	head.Set("Cache-Control", "no-cache")
	if p.forever {
		head.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	coding := ""
	if r.Header.Get("Range") == "" { // parts are served of the plain file only
		coding = pick(r.Header.Get("Accept-Encoding"))
	}
	b := p.forms[coding]
	head.Set("ETag", strconv.Quote(p.file.SHA256[:16]+coding))
	if coding != "" {
		head.Set("Content-Encoding", coding)
		head.Set("Content-Length", strconv.Itoa(len(b)))
	}
	// No date: the ETag says more, and the same site built twice must not
	// look newer.
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b))
}

// pick gives the best content coding that the browser takes.
// https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding
func pick(accept string) string {
	takes := map[string]bool{}
	for part := range strings.SplitSeq(accept, ",") {
		name, rest, _ := strings.Cut(strings.TrimSpace(part), ";")
		q, found := strings.CutPrefix(strings.ReplaceAll(rest, " ", ""), "q=")
		weight, err := strconv.ParseFloat(q, 64)
		takes[strings.ToLower(strings.TrimSpace(name))] = !found || (err == nil && weight > 0)
	}
	for _, coding := range []string{"br", "gzip"} {
		if takes[coding] {
			return coding
		}
	}
	return ""
}

func mediaType(name string) string {
	ext := path.Ext(name)
	if t, ok := types[ext]; ok {
		return t
	}
	if t := mime.TypeByExtension(ext); t != "" {
		return t
	}
	return "application/octet-stream"
}
