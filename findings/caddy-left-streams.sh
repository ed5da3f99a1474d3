#!/usr/bin/env bash
# Caddy without an access log writes down who left an event stream.
#
# Package   github.com/caddyserver/caddy/v2 v2.10.2, built with Go 1.26.8
# Guess     Access logs are off until a site has the directive log, so the addresses of
#           those who come are in no log.
# Seen      That holds for what is fetched whole. A proxied stream that its client leaves
#           is a warning of the logger http.handlers.reverse_proxy, "aborting with
#           incomplete response", with the client's address and the whole URI, query and
#           all; with flush_interval -1, too. Where the global option log excludes that
#           logger, there is none.
# For us    An example for Caddy that promises no addresses has to exclude the logger, and
#           is tested by leaving a stream; what is secret in an address of ours is kept
#           out of the log by that as well.
# Date      2026-12-01
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export GOFLAGS=-mod=mod GOWORK=off GOTOOLCHAIN=go1.26.8 CGO_ENABLED=0
export XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config # where Caddy keeps things
command -v curl >/dev/null || { echo "needs curl" >&2; exit 1; }

GOBIN=$work go install -trimpath -ldflags=-w github.com/caddyserver/caddy/v2/cmd/caddy@v2.10.2
cat >go.mod <<'EOF'
module finding

go 1.26.0
EOF
cat >main.go <<'EOF'
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"time"
)

const client = "127.0.0.7" // nothing else here has this address

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// streams is a server with a page and an event stream, and says when a stream was let go.
func streams(left chan<- bool) *httptest.Server {
	return httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/page" {
			_, _ = io.WriteString(w, "whole")
			return
		}
		w.Header().Set("Content-Type", "text/event-stream")
		for {
			_, _ = io.WriteString(w, "data: x\n\n")
			_ = http.NewResponseController(w).Flush()
			select {
			case <-r.Context().Done():
				left <- true
				return
			case <-time.After(200 * time.Millisecond):
			}
		}
	}))
}

// run proxies with Caddy, fetches a page, leaves a stream, and gives Caddy's log.
func run(options, proxy string) string {
	left := make(chan bool, 1)
	behind := streams(left)
	defer behind.Close()
	free := must(net.Listen("tcp", "127.0.0.1:0"))
	at := free.Addr().String()
	_ = free.Close()

	caddyfile := fmt.Sprintf("{\n\tadmin off\n%s}\nhttp://%s {\n\tbind 127.0.0.1\n\treverse_proxy %s {\n%s\t}\n}\n",
		options, at, behind.Listener.Addr(), proxy)
	if err := os.WriteFile("Caddyfile", []byte(caddyfile), 0o600); err != nil {
		panic(err)
	}
	var log bytes.Buffer
	caddy := exec.Command("./caddy", "run", "--config", "Caddyfile")
	caddy.Stderr = &log
	if err := caddy.Start(); err != nil {
		panic(err)
	}
	defer func() { _ = caddy.Process.Kill() }()

	get := func(arguments ...string) string {
		said, _ := exec.Command("curl", append([]string{"-sN", "--interface", client}, arguments...)...).Output()
		return string(said)
	}
	for deadline := time.Now().Add(time.Minute); get("http://"+at+"/page?key=harmless") != "whole"; {
		if time.Now().After(deadline) {
			panic("Caddy does not answer")
		}
		time.Sleep(100 * time.Millisecond)
	}
	if !strings.HasPrefix(get("--max-time", "1", "http://"+at+"/events?key=harmless"), "data: x\n\ndata: x\n\n") {
		panic("no stream through Caddy")
	}
	select {
	case <-left:
	case <-time.After(time.Minute):
		panic("Caddy keeps a stream that was left")
	}
	_ = caddy.Process.Signal(os.Interrupt) // it ends its requests first, and with them their lines
	_ = caddy.Wait()
	return log.String()
}

func show(name, log string) {
	fmt.Printf("%s: serves %t, lines with the page %d, with the address %d, with the query %d\n", name,
		strings.Contains(log, "serving initial configuration"), with(log, "/page"),
		with(log, client), with(log, "key=harmless"))
	for line := range strings.Lines(log) {
		var said struct {
			Level, Logger, Msg string
			Request            struct {
				Remote string `json:"remote_ip"`
				Client string `json:"client_ip"`
				URI    string
			}
		}
		if strings.Contains(line, client) && json.Unmarshal([]byte(line), &said) == nil {
			fmt.Printf("  %s %s: %s, remote_ip %s, client_ip %s, uri %s\n", said.Level, said.Logger, said.Msg,
				said.Request.Remote, said.Request.Client, said.Request.URI)
		}
	}
}

func with(log, part string) (lines int) {
	for line := range strings.Lines(log) {
		if strings.Contains(line, part) {
			lines++
		}
	}
	return lines
}

func main() {
	show("plain", run("", ""))
	show("flush_interval -1", run("", "\t\tflush_interval -1\n"))
	show("excluded", run("\tlog {\n\t\texclude http.handlers.reverse_proxy\n\t}\n", "\t\tflush_interval -1\n"))
}
EOF
cat >want <<'EOF'
plain: serves true, lines with the page 0, with the address 1, with the query 1
  warn http.handlers.reverse_proxy: aborting with incomplete response, remote_ip 127.0.0.7, client_ip 127.0.0.7, uri /events?key=harmless
flush_interval -1: serves true, lines with the page 0, with the address 1, with the query 1
  warn http.handlers.reverse_proxy: aborting with incomplete response, remote_ip 127.0.0.7, client_ip 127.0.0.7, uri /events?key=harmless
excluded: serves true, lines with the page 0, with the address 0, with the query 0
EOF
go run -ldflags=-w . >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
echo "seen: Caddy $(go version -m caddy | awk '$1 == "mod" { print $3 }'), built with $(go version | cut -d' ' -f3)"
sed 's/^/seen: /' got
