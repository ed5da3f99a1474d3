#!/usr/bin/env bash
# msgp takes a limit on a string field, and ignores it.
#
# Package   github.com/tinylib/msgp v1.6.5 (generator and run time)
# Guess     The tag `msg:"text,limit=3"` bounds the field, whatever its kind, or the
#           generator refuses it.
# Seen      On a slice it bounds the length; on a string it is taken without a word and
#           a text of any length is read. No directive bounds strings either
#           (//msgp:limit knows arrays and maps).
# For us    Bound texts by hand after reading, or before it by the size of the file.
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

type Note struct {
	Text string   `msg:"text,limit=3"`
	List []string `msg:"list,limit=3"`
}
EOF
go run github.com/tinylib/msgp -tests=false -file types.go -o types_gen.go >made 2>&1 || { cat made >&2; exit 1; }
echo "generator names the tag: $(grep -ci 'limit' made || true)" >got
cat >main.go <<'EOF'
package main

import (
	"fmt"
	"strings"
)

func main() {
	for _, n := range []Note{{Text: strings.Repeat("x", 1000)}, {List: make([]string, 4)}} {
		b, err := n.MarshalMsg(nil)
		if err != nil {
			panic(err)
		}
		var back Note
		_, err = back.UnmarshalMsg(b)
		fmt.Printf("text of %d, list of %d: %v\n", len(n.Text), len(n.List), err)
	}
}
EOF
cat >want <<'EOF'
generator names the tag: 0
text of 1000, list of 0: <nil>
text of 0, list of 4: msgp: configured reader limit exceeded
EOF
go run . >>got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: msgp 1.6.5: /' got
