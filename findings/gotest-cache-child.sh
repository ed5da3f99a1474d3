#!/usr/bin/env bash
# go test answers from its cache though the files that a test looks at have changed.
#
# Package   the go command, 1.26.8
# Guess     Go keeps what files a test reads, and runs it again when one of them, or a
#           folder that it lists, has changed.
# Seen      That holds for what the test's own process reads. A test that asks a child
#           process (ls, git ls-files, go list) is answered "(cached)" with the former
#           result after a file has come into the folder; so a rule about a whole
#           tree passes for a tree that breaks it.
# For us    List files in the process itself, or run such a test with -count=1.
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
mkdir own child own/data child/data
cat >own/count_test.go <<'EOF'
package own

import (
	"os"
	"testing"
)

func TestNoFiles(t *testing.T) {
	files, err := os.ReadDir("data")
	if err != nil || len(files) > 0 {
		t.Fatal(len(files), err)
	}
}
EOF
cat >child/count_test.go <<'EOF'
package child

import (
	"os/exec"
	"testing"
)

func TestNoFiles(t *testing.T) {
	files, err := exec.Command("ls", "data").Output()
	if err != nil || len(files) > 0 {
		t.Fatal(string(files), err)
	}
}
EOF
touch -d "1 hour ago" own/data child/data own child # Go keeps no result of files just made
results() { go test ./child ./own 2>&1 | grep -E '^(ok|FAIL)\s+finding' | sed -E 's/\s+[0-9.]+s$//; s/\s+/ /g'; }
{ results || true; } >/dev/null
{ results || true; } >got
touch own/data/new child/data/new
echo "a file more in both:" >>got
{ results || true; } >>got
cat >want <<'EOF'
ok finding/child (cached)
ok finding/own (cached)
a file more in both:
ok finding/child (cached)
FAIL finding/own
EOF
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
echo "seen: $(go version | cut -d' ' -f3)"
sed 's/^/seen: /' got
