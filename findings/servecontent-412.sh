#!/usr/bin/env bash
# http.ServeContent answers 412 with the length of a body that it does not send.
#
# Package   net/http of Go 1.26.8
# Guess     A handler that serves precompressed files sets Content-Encoding and, since
#           ServeContent then leaves it out, Content-Length. Where ServeContent turns
#           the request down, it takes back what describes the file.
# Seen      It does so for 304 and 416, and not for 412 (If-Match that fails): the
#           answer says "br", 1000 bytes, and has none. Go's client reports a cut
#           transfer instead of the status; a proxy may wait for the rest.
# For us    Wrap the writer and drop both headers on 412, or answer If-Match first.
# Date      2026-11-29
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export GOFLAGS=-mod=mod GOWORK=off GOTOOLCHAIN=go1.26.8

cat >go.mod <<'EOF'
module finding

go 1.26.0
EOF
cat >main.go <<'EOF'
package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"
)

func main() {
	file := strings.Repeat("x", 1000) // stands for a file made by a compressor
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"now"`)
		w.Header().Set("Content-Type", "text/plain")
		w.Header().Set("Content-Encoding", "br")
		w.Header().Set("Content-Length", "1000")
		http.ServeContent(w, r, "", time.Time{}, strings.NewReader(file))
	}))
	defer s.Close()
	for _, header := range [][2]string{{"If-None-Match", `"now"`}, {"Range", "bytes=5000-"}, {"If-Match", `"before"`}} {
		request, err := http.NewRequest(http.MethodGet, s.URL, nil)
		if err != nil {
			panic(err)
		}
		request.Header.Set(header[0], header[1])
		answer, err := http.DefaultClient.Do(request)
		if err != nil {
			panic(err)
		}
		body, err := io.ReadAll(answer.Body)
		fmt.Printf("%s: %d, encoding %q, length %q, body %d, %v\n", header[0], answer.StatusCode,
			answer.Header.Get("Content-Encoding"), answer.Header.Get("Content-Length"), len(body), err)
	}
}
EOF
cat >want <<'EOF'
If-None-Match: 304, encoding "", length "", body 0, <nil>
Range: 416, encoding "", length "33", body 33, <nil>
If-Match: 412, encoding "br", length "1000", body 0, unexpected EOF
EOF
go run . >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
echo "seen: $(go version | cut -d' ' -f3)"
sed 's/^/seen: /' got
