#!/usr/bin/env bash
# msgp's limit for maps also counts the fields of the structs it generates code for.
#
# Package   github.com/tinylib/msgp v1.6.5 (generator and run time)
# Guess     "//msgp:limit maps:2" bounds Go maps, whose size a stranger's file decides.
#           A struct has the fields that its code has; there is nothing to bound.
# Seen      Structs travel as MessagePack maps, and the limit is held to them as well:
#           a struct with three fields is written without an error and can then not
#           be read back: "limit exceeded". The generator says nothing.
# For us    The limit must be larger than the largest struct of the file. One more
#           field in a struct, and every file that is written is unreadable.
# Date      2026-11-29
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export GOFLAGS=-mod=mod GOWORK=off

cat >go.mod <<'EOF'
module finding

go 1.26.0

require github.com/tinylib/msgp v1.6.5
EOF
cat >types.go <<'EOF'
package main

//msgp:limit maps:2

type Two struct{ A, B int }

type Three struct{ A, B, C int }
EOF
go run github.com/tinylib/msgp -tests=false -file types.go -o types_gen.go >made 2>&1 || { cat made >&2; exit 1; }
cat >main.go <<'EOF'
package main

import (
	"fmt"

	"github.com/tinylib/msgp/msgp"
)

func try(name string, from msgp.Marshaler, into msgp.Unmarshaler) {
	b, wrote := from.MarshalMsg(nil)
	_, read := into.UnmarshalMsg(b)
	fmt.Printf("%s: writing %v, reading %v\n", name, wrote, read)
}

func main() {
	try("two fields", &Two{}, &Two{})
	try("three fields", &Three{}, &Three{})
}
EOF
cat >want <<'EOF'
two fields: writing <nil>, reading <nil>
three fields: writing <nil>, reading msgp: configured reader limit exceeded
EOF
go run . >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: msgp 1.6.5: /' got
