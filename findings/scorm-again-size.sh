#!/usr/bin/env bash
# scorm-again takes sixteen times as much suspend_data as SCORM 1.2 allows.
#
# Package   npm scorm-again 3.4.3 (SCORM 1.2 run time)
# Guess     SCORM 1.2 gives suspend_data 4,096 characters; a run time for that version
#           refuses the 4,097th with error 405, as it refuses a wrong score.
# Seen      64,000 characters are taken with "true" and error 0; 64,001 are refused.
#           That is meant (its source says so), but the SCORM 1.2 class has no setting
#           for the true limit, and a score of "1e1" is refused to the letter.
# For us    A state that is saved here may be cut or refused by the school's system.
#           Our own tests have to assert the 4,096.
# Date      2026-11-29
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --silent --no-fund --no-audit scorm-again@3.4.3
cat >main.mjs <<'EOF'
import { Scorm12API } from "scorm-again/scorm12";
const api = new Scorm12API({ autocommit: false, logLevel: 5 });
const say = (what, answer) => console.log(`${what}: ${answer}, error ${api.lmsGetLastError()}`);
api.lmsInitialize("");
for (const size of [4096, 4097, 64000, 64001]) {
  say(`suspend_data of ${size}`, api.lmsSetValue("cmi.suspend_data", "x".repeat(size)));
}
say("score 1e1", api.lmsSetValue("cmi.core.score.raw", "1e1"));
EOF
cat >want <<'EOF'
suspend_data of 4096: true, error 0
suspend_data of 4097: true, error 0
suspend_data of 64000: true, error 0
suspend_data of 64001: false, error 405
score 1e1: false, error 405
EOF
node main.mjs >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: scorm-again 3.4.3: /' got
