#!/usr/bin/env bash
# A time that tinylib/msgp writes cannot be read by vmihailenco/msgpack.
#
# Packages  github.com/tinylib/msgp v1.6.5, github.com/vmihailenco/msgpack/v5 v5.4.1
# Guess     MessagePack has a timestamp of its own, extension -1, so two well-kept
#           libraries of one language pass a time.Time to each other.
# Seen      msgp writes it as an extension 5 of its own (code that it generates can be
#           told otherwise by a directive, AppendTime cannot); msgpack refuses that, into time.Time and into any. The
#           other way works into a time.Time, while into an interface value msgp
#           gives an unknown extension -1 and no time.
# For us    Write moments as numbers or texts in files that others may read.
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
	github.com/tinylib/msgp v1.6.5
	github.com/vmihailenco/msgpack/v5 v5.4.1
)
EOF
cat >main.go <<'EOF'
package main

import (
	"fmt"
	"time"

	"github.com/tinylib/msgp/msgp"
	"github.com/vmihailenco/msgpack/v5"
)

func main() {
	moment := time.Date(2019, 8, 4, 0, 0, 0, 0, time.UTC)
	ours := msgp.AppendTime(nil, moment)
	theirs, err := msgpack.Marshal(moment)
	if err != nil {
		panic(err)
	}
	var t time.Time
	var v any
	fmt.Printf("msgp to msgpack, time: %v\n", msgpack.Unmarshal(ours, &t))
	fmt.Printf("msgp to msgpack, any: %v\n", msgpack.Unmarshal(ours, &v))
	t, _, err = msgp.ReadTimeBytes(theirs)
	fmt.Printf("msgpack to msgp, time: %v, %v\n", t.UTC().Format(time.DateOnly), err)
	v, _, err = msgp.ReadIntfBytes(theirs)
	fmt.Printf("msgpack to msgp, any: %T, %v\n", v, err)
}
EOF
cat >want <<'EOF'
msgp to msgpack, time: msgpack: invalid time ext id=5
msgp to msgpack, any: msgpack: unknown ext id=5
msgpack to msgp, time: 2019-08-04, <nil>
msgpack to msgp, any: *msgp.RawExtension, <nil>
EOF
go run . >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: /' got
