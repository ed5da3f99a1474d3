package serve

import (
	"bytes"
	"mime"
	"net/http"
	"path"
	"regexp"
	"strconv"
	"strings"
	"time"

	"hardcases/cmd/internal/manifest"
)

// types are the media types by ending. They are fixed here because what the
// system says differs from one computer to the next, and a wrong one stops the
// game.
var types = map[string]string{
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".json":        "application/json",
	".webmanifest": "application/manifest+json",
	".wasm":        "application/wasm",
	".msgp":        "application/octet-stream",
	".svg":         "image/svg+xml",
	".png":         "image/png",
	".txt":         "text/plain; charset=utf-8",
}

// Handler serves the files that the site's manifest names, the packs in its
// folder packs, and nothing else: no folders, no files beside them.
func Handler(site *manifest.Site) http.Handler { return handlerOf(site, packsIn(site.FS), nil) }

func handlerOf(site *manifest.Site, packs Packs, fault Fault) http.Handler {
	return withPolicy(withPacks(handler(site.Pages), packs, fault), headerPolicy(site.Manifest))
}

// headerPolicy is the policy of the page as it is sent with it: frame-ancestors is
// heeded only there.
func headerPolicy(m *manifest.Manifest) string {
	const ancestors = "frame-ancestors 'self'"
	if m.Policy == "" { // built before manifests had it: the page says the rest
		return ancestors
	}
	return m.Policy + "; " + ancestors
}

// handler are the files of a site by their paths.
type handler map[string]manifest.Page

func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD are served", http.StatusMethodNotAllowed)
		return
	}
	name, _ := strings.CutPrefix(r.URL.Path, "/")
	if name == "" {
		name = manifest.First
	}
	p, ok := h[name]
	if !ok {
		http.Error(w, "there is no such file", http.StatusNotFound)
		return
	}
	servePage(w, r, p)
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

func servePage(w http.ResponseWriter, r *http.Request, p manifest.Page) {
	head := w.Header()
	head.Set("Content-Type", mediaType(p.File.Path))
	head.Set("Vary", "Accept-Encoding")
	head.Set("Cache-Control", "no-cache")
	if p.File.Forever() {
		head.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	coding := ""
	if r.Header.Get("Range") == "" { // parts are served of the plain file only
		coding = pick(r.Header.Get("Accept-Encoding"))
	}
	b := p.Forms[coding]
	head.Set("ETag", strconv.Quote(p.File.SHA256[:16]+coding))
	if coding != "" {
		head.Set("Content-Encoding", coding)
		head.Set("Content-Length", strconv.Itoa(len(b)))
		w = refusing{w}
	}
	// No date: the ETag says more, and the same site built twice must not
	// look newer.
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(b))
}

// refusing is an answer that says nothing of a body where it has none.
type refusing struct{ http.ResponseWriter }

// WriteHeader implements http.ResponseWriter.
func (w refusing) WriteHeader(code int) {
	if code == http.StatusPreconditionFailed {
		w.Header().Del("Content-Encoding")
		w.Header().Del("Content-Length")
	}
	w.ResponseWriter.WriteHeader(code)
}

// weights are the weights that a coding can be given; q and the coding's name
// are the same in capitals.
// https://www.rfc-editor.org/rfc/rfc9110#name-quality-values
var weights = regexp.MustCompile(`(?i)^q=(0(\.[0-9]{0,3})?|1(\.0{0,3})?)$`)

// pick gives the best content coding that the browser takes; one with a weight
// that is none is left alone.
// https://www.rfc-editor.org/rfc/rfc9110#name-accept-encoding
func pick(accept string) string {
	takes := map[string]bool{}
	for part := range strings.SplitSeq(accept, ",") {
		name, weight, weighted := strings.Cut(strings.TrimSpace(part), ";")
		m := weights.FindStringSubmatch(strings.ReplaceAll(weight, " ", ""))
		takes[strings.ToLower(strings.TrimSpace(name))] = !weighted || m != nil && strings.Trim(m[1], "0.") != ""
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
