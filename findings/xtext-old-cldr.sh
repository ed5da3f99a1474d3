#!/usr/bin/env bash
# golang.org/x/text and the browser write and count French differently.
#
# Packages  golang.org/x/text v0.43.0, beside Intl in Node (what Chromium has)
# Guess     Both follow CLDR, so a number or a plural made on the server equals the
#           one that the page makes.
# Seen      x/text still holds CLDR 32 of 2017. French groups digits with U+00A0 there
#           and with U+202F in Intl; one million has the plural category "other" in
#           x/text and "many" in Intl, as newer CLDR has it. North Macedonia
#           and Eswatini carry their former names.
# For us    Compare no text of the one with a text of the other. A French message for
#           "many" is never chosen by x/text.
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

require golang.org/x/text v0.43.0
EOF
cat >main.go <<'EOF'
package main

import (
	"fmt"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/message"
)

func main() {
	forms := map[plural.Form]string{plural.Other: "other", plural.One: "one", plural.Many: "many"}
	million := plural.Cardinal.MatchPlural(language.French, 1_000_000, 0, 0, 0, 0)
	fmt.Printf("x/text, CLDR %s: %+q, %s, %s\n", language.CLDRVersion,
		message.NewPrinter(language.French).Sprint(12345), forms[million],
		display.English.Regions().Name(language.MustParseRegion("SZ")))
}
EOF
cat >intl.mjs <<'EOF'
const escaped = new Intl.NumberFormat("fr").format(12345)
  .replace(/[^ -~]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
console.log(`Intl: "${escaped}", ${new Intl.PluralRules("fr").select(1e6)}, ` +
  new Intl.DisplayNames("en", { type: "region" }).of("SZ"));
EOF
cat >want <<'EOF'
x/text, CLDR 32: "12\u00a0345", other, Swaziland
Intl: "12\u202f345", many, Eswatini
EOF
{ go run . && node intl.mjs; } >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
echo "seen: Node $(node --version), CLDR $(node -p process.versions.cldr)"
sed 's/^/seen: /' got
