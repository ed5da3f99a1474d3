#!/usr/bin/env bash
# Words do not end at the narrow space of French, by Unicode's own rules.
#
# Packages  Intl.Segmenter in Node (what Chromium has), github.com/rivo/uniseg v0.4.7
# Guess     A space parts words. U+202F, the narrow space before ? ! ; : in French and
#           inside quotation marks, is a space like U+00A0, so words end before it.
# Seen      Unicode's rules for words (UAX 29) put U+202F with the underscore, as a
#           character that joins: "oui<U+202F>?" has the word "oui<U+202F>", the word
#           inside « » carries a space on both sides, and "deux<U+202F>mots" is one
#           word. U+00A0 parts words as one would think. Two independent libraries agree. Go's strings.Fields parts there.
# For us    Look up, count or highlight words only after cutting U+202F off, and do
#           not expect the counts of the browser and of strings.Fields to agree.
# Date      2026-11-29
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export GOFLAGS=-mod=mod GOWORK=off
command -v node >/dev/null || { echo "needs Node" >&2; exit 1; }

cat >go.mod <<'EOF'
module finding

go 1.26.0

require github.com/rivo/uniseg v0.4.7
EOF
cat >main.go <<'EOF'
package main

import (
	"fmt"
	"strings"

	"github.com/rivo/uniseg"
)

func main() {
	for _, text := range []string{"oui\u202f?", "oui\u00a0?", "\u00ab\u202fnon\u202f\u00bb", "deux\u202fmots"} {
		var parts []string
		for rest, state := text, -1; rest != ""; {
			var word string
			word, rest, state = uniseg.FirstWordInString(rest, state)
			parts = append(parts, fmt.Sprintf("%+q", word))
		}
		fmt.Println("uniseg:", strings.Join(parts, " "), "fields:", len(strings.Fields(text)))
	}
}
EOF
cat >intl.mjs <<'EOF'
const ascii = (s) => s.replace(/[^ -~]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
const words = new Intl.Segmenter("fr", { granularity: "word" });
for (const text of ["oui\u202f?", "oui\u00a0?", "\u00ab\u202fnon\u202f\u00bb", "deux\u202fmots"]) {
  console.log("Intl:", [...words.segment(text)].map((s) => `"${ascii(s.segment)}"`).join(" "));
}
EOF
cat >want <<'EOF'
uniseg: "oui\u202f" "?" fields: 2
uniseg: "oui" "\u00a0" "?" fields: 2
uniseg: "\u00ab" "\u202fnon\u202f" "\u00bb" fields: 3
uniseg: "deux\u202fmots" fields: 2
Intl: "oui\u202f" "?"
Intl: "oui" "\u00a0" "?"
Intl: "\u00ab" "\u202fnon\u202f" "\u00bb"
Intl: "deux\u202fmots"
EOF
{ go run . && node intl.mjs; } >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
echo "seen: Node $(node --version), Unicode $(node -p process.versions.unicode)"
sed 's/^/seen: /' got
