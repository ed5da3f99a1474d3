//go:build browser

package browser

import (
	"context"
	"flag"
	"log"
	"os"
	"sync"
	"testing"
	"time"

	"hardcases/cmd/internal/bundle"
	"hardcases/cmd/internal/manifest"
	"hardcases/cmd/internal/publish"
	"hardcases/cmd/internal/serve"

	"github.com/stretchr/testify/require"
)

// given is a site that somebody has built already.
var given = flag.String("site", "", "the built site to look at; one is built where none is named")

// built is where the site lies that the tests look at, site what is read of it, and
// browsers what they look with.
var (
	built    string
	site     = sync.OnceValues(func() (*manifest.Site, error) { return serve.Folder(built)(context.Background()) })
	browsers = &fleet{running: map[kind]context.Context{}}
)

// whole is the site, read and compared with its sums for the first test that asks.
func whole(context.Context) (*manifest.Site, error) { return site() }

// TestMain builds the site once for all tests.
func TestMain(m *testing.M) {
	flag.Parse()
	dir, err := os.MkdirTemp("", "hardcases-site-")
	if err != nil {
		log.Fatal(err)
	}
	if built = *given; built == "" {
		built = dir
		if err := build(context.Background(), dir); err != nil {
			log.Fatal(err)
		}
	}
	code := m.Run()
	browsers.stop()
	if err := os.RemoveAll(dir); err != nil {
		log.Print(err)
	}
	os.Exit(code)
}

// build makes the site in a folder.
func build(ctx context.Context, dir string) error {
	assets, err := bundle.Make(ctx, "", bundle.Shipped, os.Stderr)
	if err != nil {
		return err
	}
	site, err := publish.Compress(ctx, assets, publish.Quick, os.Stderr)
	if err != nil {
		return err
	}
	return site.Folder(dir, time.Now())
}

// serveSite serves the built site until the test ends and gives its address.
func serveSite(t *testing.T) string { return serveWith(t, nil, nil) }

// serveWith serves the built site with packs beside it.
func serveWith(t *testing.T, packs serve.Packs, fault serve.Fault) string {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	ready, stopped := make(chan string, 1), make(chan error, 1)
	go func() {
		stopped <- serve.Run(ctx, serve.Options{
			Addr: "127.0.0.1:0", Site: whole, Packs: packs, Fault: fault, Ready: func(a string) { ready <- a },
		})
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
