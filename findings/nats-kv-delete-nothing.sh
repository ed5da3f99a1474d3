#!/usr/bin/env bash
# Deleting a key that never was leaves something behind that others meet.
#
# Packages  github.com/nats-io/nats.go v1.55.0, nats-server v2.15.2 (embedded)
# Guess     Deleting what is not there changes nothing: the bucket stays empty, and a
#           first write with Update(…, 0), "only if there is nothing yet", succeeds.
# Seen      Delete writes a marker and reports success. The bucket's status counts one
#           value though it has no keys, a watcher hears of a key that it never saw,
#           and Update with revision 0 fails as if somebody else had been first.
#           Create succeeds, since it looks whether the last entry is a marker.
# For us    Do not count by Values(), let watchers bear the end of unknown keys, and
#           write first values by Create.
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
	kv := must(js.CreateKeyValue(ctx, jetstream.KeyValueConfig{Bucket: "votes"}))

	fmt.Println("delete:", kv.Delete(ctx, "seat-1"))
	_, err := kv.Keys(ctx)
	fmt.Printf("values: %d, keys: %v\n", must(kv.Status(ctx)).Values(), err)
	first := <-must(kv.WatchAll(ctx)).Updates()
	fmt.Println("watcher hears:", first.Key(), first.Operation())
	_, err = kv.Update(ctx, "seat-1", nil, 0)
	var api *jetstream.APIError
	errors.As(err, &api)
	fmt.Println("update, revision 0, refused:", api.ErrorCode == jetstream.JSErrCodeStreamWrongLastSequence)
	_, err = kv.Create(ctx, "seat-1", nil)
	fmt.Println("create:", err)
}
EOF
cat >want <<'EOF'
delete: <nil>
values: 1, keys: nats: no keys found
watcher hears: seat-1 KeyValueDeleteOp
update, revision 0, refused: true
create: <nil>
EOF
go run -ldflags=-w . >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: /' got
