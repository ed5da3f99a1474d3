#!/usr/bin/env bash
# scorm-again never says "ab-initio" or "resume" of itself.
#
# Package   npm scorm-again 3.4.3 (SCORM 1.2 run time, as many courses are tried with)
# Guess     cmi.core.entry is "ab-initio" at the first visit and "resume" after one that
#           ended with exit "suspend", as SCORM 1.2 defines them: that is what tells a
#           course to look for its own saved state.
# Seen      It is "" in both cases, though exit and suspend_data have been handed back
#           through the run time's own commit object. Whoever hosts it would have to
#           set it; nothing says so at run time.
# For us    A course decides by suspend_data, not by entry.
# Date      2026-11-29
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true, "type": "module"}' >package.json
npm install --silent --no-fund --no-audit scorm-again@3.4.3
cat >main.mjs <<'EOF'
import { Scorm12API } from "scorm-again/scorm12";
const fresh = () => new Scorm12API({ autocommit: false });
const first = fresh();
first.lmsInitialize("");
console.log("first visit, entry:", JSON.stringify(first.lmsGetValue("cmi.core.entry")));
first.lmsSetValue("cmi.core.lesson_status", "incomplete");
first.lmsSetValue("cmi.suspend_data", "page 3");
first.lmsSetValue("cmi.core.exit", "suspend");
const kept = first.renderCommitCMI(true);
first.lmsFinish("");
const second = fresh();
second.loadFromJSON(kept.cmi);
second.lmsInitialize("");
console.log("second visit, suspend_data:", second.lmsGetValue("cmi.suspend_data"));
console.log("second visit, entry:", JSON.stringify(second.lmsGetValue("cmi.core.entry")));
EOF
cat >want <<'EOF'
first visit, entry: ""
second visit, suspend_data: page 3
second visit, entry: ""
EOF
node main.mjs >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: scorm-again 3.4.3: /' got
