#!/usr/bin/env bash
# goccy/go-yaml rewrites a plain number on its way into a string field.
#
# Packages  github.com/goccy/go-yaml v1.19.2, beside go.yaml.in/yaml/v3 v3.0.5
# Guess     A field of type string gets the characters that stand in the file, as
#           yaml.v3 gives them, or the file is refused.
# Seen      The number is parsed first and printed anew: version 1.10 becomes "1.1",
#           the postal code 02134 is read as octal and becomes "1116", 0x1F becomes
#           "31", a long number loses its last digits. No error. But 1e3, a date, an
#           hour and "yes" are kept as they are, so that a test with those passes.
# For us    An author's id or version changes in silence. Read the token's own text,
#           or refuse a number where a text belongs.
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
	github.com/goccy/go-yaml v1.19.2
	go.yaml.in/yaml/v3 v3.0.5
)
EOF
cat >main.go <<'EOF'
package main

import (
	"fmt"

	goccy "github.com/goccy/go-yaml"
	v3 "go.yaml.in/yaml/v3"
)

func main() {
	for _, plain := range []string{"1.10", "02134", "0x1F", "1.23456789012345678", "1e3", "2019-08-04", "12:30", "yes"} {
		file := []byte("text: " + plain + "\n")
		var a, b struct{ Text string }
		if err := goccy.Unmarshal(file, &a); err != nil {
			panic(err)
		}
		if err := v3.Unmarshal(file, &b); err != nil {
			panic(err)
		}
		fmt.Printf("%s: go-yaml %q, yaml.v3 %q\n", plain, a.Text, b.Text)
	}
}
EOF
cat >want <<'EOF'
1.10: go-yaml "1.1", yaml.v3 "1.10"
02134: go-yaml "1116", yaml.v3 "02134"
0x1F: go-yaml "31", yaml.v3 "0x1F"
1.23456789012345678: go-yaml "1.2345678901234567", yaml.v3 "1.23456789012345678"
1e3: go-yaml "1e3", yaml.v3 "1e3"
2019-08-04: go-yaml "2019-08-04", yaml.v3 "2019-08-04"
12:30: go-yaml "12:30", yaml.v3 "12:30"
yes: go-yaml "yes", yaml.v3 "yes"
EOF
go run . >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: /' got
