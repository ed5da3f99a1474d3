#!/usr/bin/env bash
# Updating a key that had a time to live makes it live for ever.
#
# Packages  github.com/nats-io/nats.go v1.55.0, nats-server v2.15.2 (embedded)
# Guess     A key created with KeyTTL, for somebody's presence, is renewed by Update:
#           it goes on with the same time from then on, or with what is left of it.
#           The documentation says that the time "cannot be changed later".
# Seen      The time belongs to the one message. The update is a new message without
#           any, takes the old one's place, and stays. Update takes no time to live,
#           so a key cannot be renewed in this way; the key left alone goes as told.
# For us    Presence that is refreshed wants a bucket whose TTL holds for all keys,
#           with LimitMarkerTTL, so that watchers hear of the end.
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
	"fmt"
	"time"

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
	kv := must(js.CreateKeyValue(ctx, jetstream.KeyValueConfig{Bucket: "present", LimitMarkerTTL: time.Second}))
	must(kv.Create(ctx, "left-alone", nil, jetstream.KeyTTL(2*time.Second)))
	first := must(kv.Create(ctx, "updated", nil, jetstream.KeyTTL(2*time.Second)))
	must(kv.Update(ctx, "updated", nil, first))
	time.Sleep(8 * time.Second) // four times as long
	for _, key := range []string{"left-alone", "updated"} {
		_, err := kv.Get(ctx, key)
		fmt.Printf("%s: %v\n", key, err)
	}
}
EOF
cat >want <<'EOF'
left-alone: nats: key not found
updated: <nil>
EOF
go run -ldflags=-w . >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: after 8 s, with 2 s to live: /' got
