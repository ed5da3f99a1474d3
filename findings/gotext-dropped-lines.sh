#!/usr/bin/env bash
# gotext leaves lines of a translation out and calls the rest translated.
#
# Package   github.com/leonelquinteros/gotext v1.7.2
# Guess     A PO file that GNU msgfmt compiles is read whole, or refused.
# Seen      Each quoted line goes through Go's strconv.Unquote; a line that Go would
#           not take as a literal disappears without an error. PO knows short octal
#           escapes (\47 is an apostrophe) and two strings on one line; Go does not.
#           A sentence then lacks its middle, and IsTranslated answers true.
# For us    A sentence can lose its "not". Check a translator's file before it is
#           parsed, and compare what was read with what the file holds.
# Date      2026-11-29
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export GOFLAGS=-mod=mod GOWORK=off

cat >go.mod <<'EOF'
module finding

go 1.26.0

require github.com/leonelquinteros/gotext v1.7.2
EOF
cat >fr.po <<'EOF'
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

msgid "apostrophe"
msgstr ""
"We do "
"not host it, it isn\47t ours, "
"and we knew."

msgid "one line"
msgstr "We do " "not know."
EOF
cat >main.go <<'EOF'
package main

import (
	"fmt"
	"os"

	"github.com/leonelquinteros/gotext"
)

func main() {
	b, err := os.ReadFile("fr.po")
	if err != nil {
		panic(err)
	}
	po := gotext.NewPo()
	po.Parse(b)
	for _, id := range []string{"apostrophe", "one line"} {
		fmt.Printf("%s: %q, translated: %v\n", id, po.Get(id), po.IsTranslated(id))
	}
}
EOF
cat >want <<'EOF'
apostrophe: "We do and we knew.", translated: true
one line: "one line", translated: false
EOF
go run . >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
if command -v msgfmt >/dev/null; then
	msgfmt -o all.mo fr.po && msgunfmt all.mo >all.po
	grep -q "not host it, it isn't ours" all.po || { echo "changed: msgfmt reads it otherwise" >&2; exit 1; }
	echo "seen: $(msgfmt --version | head -1) reads every line"
fi
sed 's/^/seen: gotext 1.7.2: /' got
