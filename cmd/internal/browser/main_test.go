//go:build browser

package browser

import (
	"context"
	"log"
	"os"
	"testing"

	"hardcases/cmd/internal/site"

	"github.com/stretchr/testify/require"
)

// built is the site that the tests look at, and browsers what they look with.
var (
	built    string
	browsers = &fleet{running: map[kind]context.Context{}}
)

// TestMain builds the site once for all tests.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "hardcases-site-")
	if err != nil {
		log.Fatal(err)
	}
	if _, err := site.Build(context.Background(), site.Options{Out: dir, Quality: 5, Log: os.Stderr}); err != nil {
		log.Fatal(err)
	}
	built = dir
	code := m.Run()
	browsers.stop()
	if err := os.RemoveAll(dir); err != nil {
		log.Print(err)
	}
	os.Exit(code)
}

// serve serves the built site until the test ends and gives its address.
func serve(t *testing.T) string {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	ready, stopped := make(chan string, 1), make(chan error, 1)
	go func() {
		stopped <- site.Serve(ctx, site.ServeOptions{Addr: "127.0.0.1:0", Dir: built, Ready: func(a string) { ready <- a }})
	}()
	t.Cleanup(func() {
		stop()
		require.NoError(t, <-stopped)
	})
	select {
	case address := <-ready:
		return address
	case err := <-stopped:
		require.NoError(t, err)
		return ""
	}
}
