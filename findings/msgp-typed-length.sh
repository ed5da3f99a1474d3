#!/usr/bin/env bash
# msgp writes code that does not compile for an array whose length is a constant of
# a small named type.
#
# Package   github.com/tinylib/msgp v1.6.5 (generator), Go 1.26
# Guess     An array's length may be any constant that fits an int, a typed one too:
#           [Layers]int with "const Layers Layer = 6" is ordinary Go, common where an
#           enumeration ends with its own number. The generator resolves the length.
# Seen      The generator ends well and says nothing. The size that it computes is
#           "1 + 3 + msgp.ArrayHeaderSize + (Layers * (msgp.IntSize))": the whole sum
#           takes the type of the constant, and go build refuses it as "constant 63 of
#           uint8 type Layer". With an untyped constant the same struct compiles.
# For us    Lengths of arrays in types that are sent are untyped constants.
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
made() { # NAME DECLARATION: the types with this length, and what comes of them
	mkdir "$1"
	printf 'package %s\n\ntype Layer uint8\n\n%s\n\ntype State struct{ At [Layers]int }\n' "$1" "$2" >"$1/types.go"
	go run github.com/tinylib/msgp -tests=false -io=false -file "$1/types.go" -o "$1/types_gen.go" >made 2>&1 || { cat made >&2; exit 1; }
	if go build "./$1" 2>told; then
		echo "$1: compiles"
	else
		echo "$1: $(grep -o 'cannot use .*' told)"
	fi
}
{
	made untyped 'const Layers = 6'
	made typed 'const Layers Layer = 6'
} >got
cat >want <<'EOF'
untyped: compiles
typed: cannot use 1 + 3 + msgp.ArrayHeaderSize + (Layers * (msgp.IntSize)) (constant 63 of uint8 type Layer) as int value in assignment
EOF
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: msgp 1.6.5: /' got
