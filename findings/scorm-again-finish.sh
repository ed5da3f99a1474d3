#!/usr/bin/env bash
# scorm-again goes on taking values after LMSFinish.
#
# Package   npm scorm-again 3.4.3 (SCORM 1.2 run time)
# Guess     What comes after LMSFinish is refused like what comes before LMSInitialize
#           ("false", 301), so a test finds a course that writes too late.
# Seen      Before: refused. After: LMSSetValue and LMSCommit answer "true" and error 0,
#           and LMSGetValue gives the late value. A second LMSFinish answers "true" and
#           sets error 101 at the same time.
# For us    A course that writes after its end passes here and loses its last score in
#           a stricter system. Keep a flag of our own, and assert the order of calls.
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
const field = "cmi.suspend_data";
say("before, set", api.lmsSetValue(field, "late"));
api.lmsInitialize("");
say("finish", api.lmsFinish(""));
say("after, set", api.lmsSetValue(field, "late"));
say("after, get", api.lmsGetValue(field));
say("after, commit", api.lmsCommit(""));
say("after, finish", api.lmsFinish(""));
EOF
cat >want <<'EOF'
before, set: false, error 301
finish: true, error 0
after, set: true, error 0
after, get: late, error 0
after, commit: true, error 0
after, finish: true, error 101
EOF
node main.mjs >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: scorm-again 3.4.3: /' got
