#!/usr/bin/env bash
# gotext serves entries marked fuzzy as finished translations.
#
# Package   github.com/leonelquinteros/gotext v1.7.2, beside GNU msgfmt
# Guess     "#, fuzzy" marks a machine's guess that a person has still to look at.
#           GNU msgfmt leaves such entries out of what it compiles, so a reader of
#           PO files leaves them out as well, or lets one ask.
# Seen      Get returns the guess, IsTranslated says true, and the flag cannot be
#           asked for: MarshalText writes the entry back without it. After msgmerge
#           the guess is the translation of some other, similar sentence.
# For us    Look for the flag in the file's own text before gotext sees it.
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

#, fuzzy
#| msgid "You kept the site."
msgid "You dropped the site."
msgstr "Vous avez gardé le site."
EOF
cat >main.go <<'EOF'
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/leonelquinteros/gotext"
)

func main() {
	b, err := os.ReadFile("fr.po")
	if err != nil {
		panic(err)
	}
	po := gotext.NewPo()
	po.Parse(b)
	id := "You dropped the site."
	fmt.Printf("%q, translated: %v\n", po.Get(id), po.IsTranslated(id))
	again, err := po.MarshalText()
	if err != nil {
		panic(err)
	}
	fmt.Println("flag kept when written:", strings.Contains(string(again), "fuzzy"))
}
EOF
cat >want <<'EOF'
"Vous avez gardé le site.", translated: true
flag kept when written: false
EOF
go run . >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
if command -v msgfmt >/dev/null; then
	msgfmt -o all.mo fr.po && msgunfmt all.mo >all.po
	! grep -q "dropped" all.po || { echo "changed: msgfmt keeps the guess" >&2; exit 1; }
	echo "seen: $(msgfmt --version | head -1) leaves the entry out"
fi
sed 's/^/seen: gotext 1.7.2: /' got
