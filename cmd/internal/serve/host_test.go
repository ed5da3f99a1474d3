package serve

import (
	"net/http"
	"net/http/httptest"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestHosts(t *testing.T) {
	own, err := os.Hostname()
	require.NoError(t, err)
	for _, test := range []struct {
		addr, host string
		known      bool
	}{
		{"127.0.0.1:8080", "127.0.0.1:8080", true},
		{"127.0.0.1:8080", "localhost:8080", true},
		{"127.0.0.1:8080", "LOCALHOST.", true},
		{"127.0.0.1:8080", "[::1]:8080", true},
		{"127.0.0.1:8080", "127.8.9.1", true},
		{"127.0.0.1:8080", "", true},
		{"127.0.0.1:8080", "example.org", false},
		{"127.0.0.1:8080", "localhost.example.org:8080", false},
		{"127.0.0.1:8080", "127.0.0.1.example.org:8080", false},
		{"127.0.0.1:8080", "192.0.2.7:8080", false},
		{"127.0.0.1:8080", own + ".local", false},
		{"192.0.2.7:8080", "192.0.2.7:8080", true},
		{"192.0.2.7:8080", "[::ffff:192.0.2.7]:8080", true},
		{"192.0.2.7:8080", "192.0.2.8:8080", false},
		{"school.example:80", "School.Example.", true},
		{"school.example:80", "other.example", false},
		{":8080", "192.0.2.8:8080", true},
		{"0.0.0.0:8080", "[2001:db8::1]:8080", true},
		{"[::]:8080", own + ":8080", true},
		{"[::]:8080", own + ".local:8080", true},
		{":8080", "example.org:8080", false},
		{":8080", "0x7f000001:8080", false},
		{":8080", "127.1", false},
	} {
		assert.Equal(t, test.known, knows(test.addr, test.host), "%s asked as %q", test.addr, test.host)
	}
}

func TestStrangersNameIsMisdirected(t *testing.T) {
	h := withHosts(http.NotFoundHandler(), "127.0.0.1:8080")
	r := httptest.NewRequest(http.MethodGet, "/packs/mine.msgp", nil)
	r.Host = "rebound.example"
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	assert.Equal(t, http.StatusMisdirectedRequest, w.Code)
	assert.Contains(t, w.Body.String(), "--addr")
}
