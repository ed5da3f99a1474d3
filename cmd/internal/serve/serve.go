// Package serve serves built sites. It builds nothing: it is given a file system
// that holds a site.
package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"runtime"
	"syscall"
	"time"

	"hardcases/cmd/internal/manifest"
)

// Options say how to serve a site.
type Options struct {
	// Addr is where to listen, as host:port; port 0 takes any free one.
	Addr string
	// Site gives the site. It is asked once there is a place to listen.
	Site func(context.Context) (*manifest.Site, error)
	// Open shows the page in the user's browser.
	Open bool
	// Log is told the address and what else is being done; nil for nobody.
	Log io.Writer
	// Packs gives the packs that stand beside the game; nil for those in the
	// site's folder packs.
	Packs Packs
	// Fault says where the sources of Packs are wrong; nil where they have none.
	Fault Fault
	// Query, if set, is added to the page's address when it is told and opened, and
	// where a browser opens it without one.
	Query string
	// Ready, if set, is called with the page's address once it is served.
	Ready func(address string)
}

// Run serves a site until the context ends, which is not an error.
func Run(ctx context.Context, o Options) error {
	log := func(format string, args ...any) {
		if o.Log != nil {
			fmt.Fprintf(o.Log, format+"\n", args...)
		}
	}
	// The port comes first: building takes a while, and to hear only then that
	// the port is taken would be a waste of it.
	listener, err := listen(ctx, o.Addr)
	if err != nil {
		return err
	}
	defer listener.Close()
	site, err := o.Site(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return nil // stopped before there was anything to serve
		}
		return err
	}
	packs := o.Packs
	if packs == nil {
		packs = packsIn(site.FS)
	}
	address := "http://" + listener.Addr().String() + "/"
	if o.Query != "" {
		address += "?" + o.Query
	}
	log("the game is at %s (stop with Ctrl+C)", address)
	if o.Ready != nil {
		o.Ready(address)
	}
	if o.Open {
		if err := openBrowser(ctx, address); err != nil {
			log("open that address in a browser (%v)", err)
		}
	}
	return serve(ctx, listener, withHosts(withQuery(handlerOf(site, packs, o.Fault), o.Query), o.Addr))
}

// withQuery leads a browser that opens the first page without a query to the one with
// it. What a page fetches by itself is left as it is.
func withQuery(h http.Handler, query string) http.Handler {
	if query == "" {
		return h
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/" && r.URL.RawQuery == "" && r.Header.Get("Sec-Fetch-Dest") == "document" {
			w.Header().Set("Cache-Control", "no-store")
			http.Redirect(w, r, "/?"+query, http.StatusTemporaryRedirect)
			return
		}
		h.ServeHTTP(w, r)
	})
}

// Folder gives the built site in a folder.
func Folder(dir string) func(context.Context) (*manifest.Site, error) {
	return func(context.Context) (*manifest.Site, error) {
		site, err := manifest.Open(os.DirFS(dir))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", dir, err)
		}
		return site, nil
	}
}

// listen takes the address, and says what to do when it cannot be had.
func listen(ctx context.Context, addr string) (net.Listener, error) {
	var config net.ListenConfig
	l, err := config.Listen(ctx, "tcp", addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("%s is taken by another program (maybe this one, started before): stop it, or choose another port, for example --addr 127.0.0.1:0 for any free one", addr)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("%s may not be used by this user: choose a port from 1024 up, for example --addr 127.0.0.1:8080", addr)
	case err != nil:
		return nil, fmt.Errorf("cannot listen on %q (expected host:port, for example 127.0.0.1:8080): %w", addr, err)
	}
	return l, nil
}

func serve(ctx context.Context, l net.Listener, h http.Handler) error {
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      2 * time.Minute, // a slow phone takes the whole game
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10,
	}
	stopped := make(chan error, 1)
	go func() { stopped <- server.Serve(l) }()
	select {
	case err := <-stopped:
		return err
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if err := server.Shutdown(patience); err != nil {
		return server.Close() // someone is still downloading: not an error of ours
	}
	return nil
}

// openBrowser shows a page in the user's browser.
func openBrowser(ctx context.Context, address string) error {
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		cmd = exec.CommandContext(ctx, "rundll32", "url.dll,FileProtocolHandler", address)
	case "darwin":
		cmd = exec.CommandContext(ctx, "open", address)
	default:
		if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
			return errors.New("there is no display here")
		}
		cmd = exec.CommandContext(ctx, "xdg-open", address)
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait() // only so that it does not linger; its result says nothing
	return nil
}
