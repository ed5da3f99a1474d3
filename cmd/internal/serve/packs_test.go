package serve

import (
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"

	"hardcases/assets"
	"hardcases/game/pack"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPacksBesideTheGame(t *testing.T) {
	elsewhere, err := pack.Join(assets.Pack("elsewhere")...)
	require.NoError(t, err)
	site := fstest.MapFS{"packs/elsewhere.msgp": {Data: elsewhere}}
	h := withPolicy(withPacks(http.NotFoundHandler(), packsIn(site), nil), "default-src 'none'")
	get := func(path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		return w
	}
	w := get("/packs/elsewhere.msgp")
	assert.Equal(t, http.StatusOK, w.Code)
	assert.Equal(t, elsewhere, w.Body.Bytes())
	assert.Equal(t, "nosniff", w.Header().Get("X-Content-Type-Options"))
	assert.Equal(t, "no-cache", w.Header().Get("Cache-Control"))
	version := get("/packs/elsewhere.version")
	assert.Equal(t, 16, version.Body.Len())
	for _, path := range []string{
		"/packs/", "/packs/other.msgp", "/packs/elsewhere", "/packs/..%2fpacks%2felsewhere.msgp", "/packs/.msgp",
		"/packs/a/elsewhere.msgp", "/elsewhere.msgp", "/packs/elsewhere.yaml",
	} {
		assert.Equal(t, http.StatusNotFound, get(path).Code, path)
	}
}
