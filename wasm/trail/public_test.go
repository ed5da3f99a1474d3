package trail

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPublic(t *testing.T) {
	for _, c := range []struct{ protocol, host, path, want string }{
		{"https:", "school.example", "/", "https://school.example/"},
		{"https:", "school.example", "/games/hard-cases/index.html", "https://school.example/games/hard-cases/"},
		{"http:", "10.0.0.7:8080", "/", "http://10.0.0.7:8080/"},
		{"https:", "[2001:db8::1]:8443", "/a/", "https://[2001:db8::1]:8443/a/"},
		{"https:", "notlocalhost", "/", "https://notlocalhost/"},
		{"http:", "localhost:8080", "/", ""},
		{"http:", "game.localhost", "/", ""},
		{"http:", "127.0.0.1:39871", "/", ""},
		{"http:", "[::1]:8080", "/", ""},
		{"http:", "[::1]", "/", ""},
		{"file:", "", "/home/me/hard-cases.html", ""},
		{"https:", "", "/", ""},
	} {
		require.Equal(t, c.want, Public(c.protocol, c.host, c.path), c)
	}
}
