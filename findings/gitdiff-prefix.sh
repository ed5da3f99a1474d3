#!/usr/bin/env bash
# go-gitdiff keeps the b/ in the names of a diff that has no "diff --git" line.
#
# Package   github.com/bluekeyes/go-gitdiff v0.9.0
# Guess     A unified diff with "--- a/x" and "+++ b/x" names the file x, as git apply
#           reads it, with and without git's own line above.
# Seen      Without that line (diff -u of two folders, patches from mails) both names
#           are "b/x.txt", the old one too: nothing of "a/" is left to see. No error.
# For us    Patches kept for another project's source must begin with "diff --git",
#           or the names must be cut by ourselves; otherwise a file "b/x.txt" is
#           looked for.
# Date      2026-11-29
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export GOFLAGS=-mod=mod GOWORK=off

cat >go.mod <<'EOF'
module finding

go 1.26.0

require github.com/bluekeyes/go-gitdiff v0.9.0
EOF
printf -- '--- a/x.txt\n+++ b/x.txt\n@@ -1 +1 @@\n-old\n+new\n' >plain.diff
{ echo "diff --git a/x.txt b/x.txt"; cat plain.diff; } >git.diff
cat >main.go <<'EOF'
package main

import (
	"fmt"
	"os"

	"github.com/bluekeyes/go-gitdiff/gitdiff"
)

func main() {
	for _, name := range []string{"git.diff", "plain.diff"} {
		f, err := os.Open(name)
		if err != nil {
			panic(err)
		}
		files, _, err := gitdiff.Parse(f)
		if err != nil {
			panic(err)
		}
		fmt.Printf("%s: old %q, new %q\n", name, files[0].OldName, files[0].NewName)
	}
}
EOF
cat >want <<'EOF'
git.diff: old "x.txt", new "x.txt"
plain.diff: old "b/x.txt", new "b/x.txt"
EOF
go run . >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
git init -q tree && echo old >tree/x.txt
git -C tree apply ../plain.diff && grep -qx new tree/x.txt ||
	{ echo "changed: git apply does not take plain.diff for x.txt" >&2; exit 1; }
echo "seen: $(git --version) applies plain.diff to x.txt"
sed 's/^/seen: go-gitdiff 0.9.0: /' got
