package site

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"hardcases/assets"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPacksBesideTheGame(t *testing.T) {
	dir := t.TempDir()
	name, err := AddPack(dir, append([]byte(nil), assets.PackNamed("elsewhere")...))
	require.NoError(t, err)
	assert.Equal(t, "elsewhere", name)
	_, err = AddPack(dir, []byte("no pack"))
	assert.ErrorContains(t, err, "not a pack")

	h := withPolicy(withPacks(http.NotFoundHandler(), packsIn(dir), nil), headerPolicy(nil))
	get := func(path string) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		return w
	}
	w := get("/packs/elsewhere.msgp")
	assert.Equal(t, http.StatusOK, w.Code)
	assert.Equal(t, assets.PackNamed("elsewhere"), w.Body.Bytes())
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
