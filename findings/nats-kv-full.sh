#!/usr/bin/env bash
# A full bucket is full for newcomers only.
#
# Packages  github.com/nats-io/nats.go v1.55.0, nats-server v2.15.2 (embedded)
# Guess     Once a key-value bucket has reached MaxBytes, every Put fails until
#           something is deleted, so one failed Put tells all, and one that works
#           tells that there is room.
# Seen      A new key is refused (10077, 503). A key that is there takes another value
#           of the same size without an end, since the older one goes first; a larger
#           one is refused. Deleting works, though it writes a marker.
# For us    In a full room those who have voted can change their vote and those who
#           have not cannot vote: test for room with a new key, and say it.
# Date      2026-11-29
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export GOFLAGS=-mod=mod GOWORK=off

cat >go.mod <<'EOF'
module finding

go 1.26.0

require (
	github.com/nats-io/nats-server/v2 v2.15.2
	github.com/nats-io/nats.go v1.55.0
)
EOF
cat >main.go <<'EOF'
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func main() {
	s := must(server.NewServer(&server.Options{JetStream: true, StoreDir: "store", DontListen: true, NoSigs: true}))
	s.Start()
	defer s.Shutdown()
	js := must(jetstream.New(must(nats.Connect("", nats.InProcessServer(s)))))
	ctx := context.Background()
	kv := must(js.CreateKeyValue(ctx, jetstream.KeyValueConfig{Bucket: "votes", MaxBytes: 4096}))
	put := func(seat, size int) string {
		_, err := kv.Put(ctx, fmt.Sprintf("seat-%03d", seat), make([]byte, size))
		var api *jetstream.APIError
		if errors.As(err, &api) {
			return fmt.Sprint("refused, ", api.ErrorCode)
		}
		return fmt.Sprint("taken, ", err)
	}
	seats := 0
	for put(seats, 200) == "taken, <nil>" {
		seats++
	}
	fmt.Println("new key:", put(seats, 200))
	again := ""
	for range 100 {
		again = put(0, 200)
	}
	fmt.Println("key that is there, for the 100th time:", again)
	fmt.Println("key that is there, larger value:", put(1, 300))
	fmt.Println("new key, still:", put(seats, 200))
	fmt.Println("delete:", kv.Delete(ctx, "seat-002"))
}
EOF
cat >want <<'EOF'
new key: refused, 10077
key that is there, for the 100th time: taken, <nil>
key that is there, larger value: refused, 10077
new key, still: refused, 10077
delete: <nil>
EOF
go run -ldflags=-w . >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: /' got
