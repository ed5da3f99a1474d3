#!/usr/bin/env bash
# WebKitGTK ignores JSC_useWebAssembly without a word; the switch is JSC_useWasm.
#
# Packages  Debian's webkit2gtk-driver (2.50.6 when seen), xvfb, xauth, curl, python3
# Guess     JSC_useWebAssembly=0 switches WebAssembly off, as it did for years and as
#           most pages say; a wrong JSC_ option is complained of.
# Seen      With JSC_useWebAssembly=0 typeof WebAssembly is "object", and nothing is
#           said. With JSC_useWasm=0 it is "undefined".
# For us    A test of "no WebAssembly" that goes by the old name tests nothing and
#           passes, or fails for another reason. Ask the page for what was taken away.
# Date      2026-11-30
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for p in webkit2gtk-driver xvfb xauth curl python3; do
	dpkg -s "$p" >/dev/null 2>&1 || { echo "needs the Debian package $p" >&2; exit 1; }
done
browser=$(ls /usr/lib/*/webkit2gtk-4.*/MiniBrowser | tail -1)

# typeof VARIABLE=VALUE: what a page has of WebAssembly, with it in the environment
cat >"$work/typeof" <<'EOT'
set -euo pipefail
export HOME=$WORK NO_AT_BRIDGE=1 WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1
port=$((20000 + RANDOM % 20000)) at=http://127.0.0.1:$port
env "$1" WebKitWebDriver --host=127.0.0.1 --port=$port >"$WORK/said" 2>&1 &
driver=$!
trap 'kill $driver; wait $driver 2>/dev/null || true' EXIT
tries=0
until curl -fs $at/status >/dev/null; do ((++tries < 300)) || exit 1; sleep 0.1; done
field() { python3 -c "import json, sys; print(json.load(sys.stdin)$1)"; }
session=$(curl -s $at/session -d '{"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": {"binary": "'$BROWSER'", "args": ["--automation"]}}}}' | field '["value"]["sessionId"]')
curl -s $at/session/$session/execute/sync -d '{"script": "return typeof WebAssembly", "args": []}' | field '["value"]'
curl -s -X DELETE $at/session/$session >/dev/null
EOT
for variable in JSC_useWebAssembly JSC_useWasm; do
	echo "$variable=0: $(WORK=$work BROWSER=$browser xvfb-run -a bash "$work/typeof" $variable=0)"
done >"$work/got"
cat >"$work/want" <<'EOT'
JSC_useWebAssembly=0: object
JSC_useWasm=0: undefined
EOT
diff "$work/want" "$work/got" || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: /' "$work/got"
