#!/usr/bin/env bash
# No list of allowed origins can name the origin "null".
#
# Packages  github.com/coder/websocket v1.8.15, net/http of Go 1.26.8
# Guess     A page opened from a file, or in a sandboxed frame, sends "Origin: null".
#           Who wants such pages puts "null" on the list of allowed origins.
# Seen      coder/websocket wants an address with a host before it looks at the
#           patterns: 403, also with the pattern "null". Only "*", which allows all,
#           lets it in. CrossOriginProtection refuses to put "null" on its list:
#           "scheme is required".
# For us    A game in one file or in a course's frame cannot vote in a room by its
#           origin; the room's own token has to be the gate, decided on purpose.
# Date      2026-11-29
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export GOFLAGS=-mod=mod GOWORK=off GOTOOLCHAIN=go1.26.8

cat >go.mod <<'EOF'
module finding

go 1.26.0

require github.com/coder/websocket v1.8.15
EOF
cat >main.go <<'EOF'
package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"

	"github.com/coder/websocket"
)

func dial(pattern, origin string) int {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c, err := websocket.Accept(w, r, &websocket.AcceptOptions{OriginPatterns: []string{pattern}})
		if err == nil {
			_ = c.CloseNow()
		}
	}))
	defer s.Close()
	_, answer, _ := websocket.Dial(context.Background(), s.URL, &websocket.DialOptions{
		HTTPHeader: http.Header{"Origin": {origin}},
	})
	return answer.StatusCode
}

func main() {
	fmt.Println("websocket, pattern game.example, from there:", dial("game.example", "https://game.example"))
	fmt.Println("websocket, pattern null, from null:", dial("null", "null"))
	fmt.Println("CrossOriginProtection:", http.NewCrossOriginProtection().AddTrustedOrigin("null"))
}
EOF
cat >want <<'EOF'
websocket, pattern game.example, from there: 101
websocket, pattern null, from null: 403
CrossOriginProtection: invalid origin "null": scheme is required
EOF
go run . >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: /' got
