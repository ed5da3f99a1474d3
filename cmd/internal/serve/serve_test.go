package serve

import (
	"bytes"
	"context"
	"net"
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"hardcases/cmd/internal/manifest"
)

func TestPortTaken(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	err = Run(context.Background(), Options{Addr: l.Addr().String()})
	require.ErrorContains(t, err, l.Addr().String()+" is taken by another program")
	require.ErrorContains(t, err, "--addr")
	err = Run(context.Background(), Options{Addr: "nonsense"})
	require.ErrorContains(t, err, "expected host:port")
}

func TestServeStopsWithItsContext(t *testing.T) {
	site, _ := small(t, script)
	give := func(context.Context) (*manifest.Site, error) { return manifest.Open(site) }
	ctx, stop := context.WithCancel(context.Background())
	var log bytes.Buffer
	address := ""
	err := Run(ctx, Options{Addr: "127.0.0.1:0", Site: give, Log: &log, Ready: func(a string) {
		address = a
		stop()
	}})
	require.NoError(t, err)
	require.Contains(t, log.String(), address)
}

// TestTheBareAddressLeadsToThePack opens the address of a pack that is being written as
// somebody types it from memory.
func TestTheBareAddressLeadsToThePack(t *testing.T) {
	site, _ := small(t, script)
	h := withQuery(handlerFor(t, site), "pack=mine&watch=1")
	opens := []string{"Sec-Fetch-Dest", "document"}
	r := get(t, h, "GET", "/", opens...)
	require.Equal(t, http.StatusTemporaryRedirect, r.StatusCode)
	require.Equal(t, "/?pack=mine&watch=1", r.Header.Get("Location"))
	for path, headers := range map[string][]string{
		"/":                   {"Sec-Fetch-Dest", "empty"}, // as the worker keeps it
		"/?pack=mine&watch=1": opens,
		"/?pack=cloudflare":   opens,
		"/index.html":         opens,
	} {
		require.Equal(t, http.StatusOK, get(t, h, "GET", path, headers...).StatusCode, path)
	}
	require.Equal(t, http.StatusOK, get(t, withQuery(handlerFor(t, site), ""), "GET", "/", opens...).StatusCode)
}
