#!/usr/bin/env bash
# Chromium that blocks cookies of third parties gives their frames localStorage.
#
# Package   Debian chromium 156 (headless), Node.js for the server
# Guess     Who blocks "third-party cookies" in Chromium's settings blocks storage in
#           frames of another site with them, as Chromium did for years: localStorage
#           throws a SecurityError there. A test that sets this preference has tested
#           a frame without storage.
# Seen      localStorage works in such a frame: it is kept apart for each site around it
#           ("partitioned"), and the preference no longer touches it. It throws only
#           where that is switched off by two features, or where all cookies are
#           blocked, which a frame of the same site feels too.
# For us    The test of a course in a school's portal switches the features off, and
#           looks first whether localStorage throws.
# Date      2026-11-30
set -euo pipefail
work=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null; rm -rf "$work"' EXIT
cd "$work"
dpkg -s chromium >/dev/null 2>&1 || { echo "needs the Debian package chromium" >&2; exit 1; }

cat >server.mjs <<'EOS'
import { writeFileSync } from "node:fs";
import http from "node:http";
const page = {
  "/frame": `<script>let got; try { localStorage.setItem("a", "1"); got = "kept"; } catch (e) { got = e.name; } parent.postMessage(got, "*")</script>`,
  "/page": `<p>none</p><iframe></iframe><script>
    onmessage = (e) => { document.querySelector("p").textContent = "localStorage: " + e.data; };
    document.querySelector("iframe").src = "http://127.0.0.1:" + location.port + "/frame";</script>`,
};
const server = http.createServer((q, r) => { r.setHeader("Content-Type", "text/html"); r.end(page[q.url] ?? ""); });
server.listen(0, "127.0.0.1", () => writeFileSync("port", String(server.address().port)));
EOS
node server.mjs & server=$!
tries=0
until [ -s port ]; do ((++tries < 300)) || { echo "the server did not start" >&2; exit 1; }; sleep 0.1; done

# ask CALLED PREFERENCES FLAG...: what a frame of 127.0.0.1 in a page of localhost may keep
ask() {
	local called=$1 profile=$work/profile
	mkdir -p "$profile/Default"
	echo "$2" >"$profile/Default/Preferences"
	shift 2
	chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
		--user-data-dir="$profile" "$@" --virtual-time-budget=5000 --dump-dom "http://localhost:$(cat port)/page" 2>/dev/null |
		sed -n "s/.*<p>\(localStorage: [A-Za-z]*\)<.*/$called: \1/p"
	rm -rf "$profile"
}
blocked='{"profile": {"cookie_controls_mode": 1, "block_third_party_cookies": true}}'
apart=ThirdPartyStoragePartitioning,ThirdPartyPartitionedStorageAllowedByDefault
{
	ask "by itself" '{}'
	ask "third parties blocked" "$blocked"
	ask "third parties blocked, not partitioned" "$blocked" --disable-features=$apart
	ask "all cookies blocked" '{"profile": {"default_content_setting_values": {"cookies": 2}}}'
} >got
cat >want <<'EOS'
by itself: localStorage: kept
third parties blocked: localStorage: kept
third parties blocked, not partitioned: localStorage: SecurityError
all cookies blocked: localStorage: SecurityError
EOS
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: /' got
