// Holds the imsmanifest.xml of an unpacked package to the schemas that it names and
// that lie beside it, by libxml2:
//
//	node validate.mjs FOLDER
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";

const folder = process.argv[2];
const read = (fileName) => ({ fileName, contents: readFileSync(join(folder, fileName), "utf8") });
const manifest = read("imsmanifest.xml");
const named = /xsi:schemaLocation="([^"]*)"/.exec(manifest.contents)[1].trim().split(/\s+/);
let imports = "";
for (let i = 0; i < named.length; i += 2) imports += `<xsd:import namespace="${named[i]}" schemaLocation="${named[i + 1]}"/>`;
const { valid, rawOutput } = await validateXML({
  xml: [manifest],
  schema: [{ fileName: "all.xsd", contents: `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">${imports}</xsd:schema>` }],
  preload: readdirSync(folder)
    .filter((name) => name.endsWith(".xsd"))
    .map(read),
});
console.log(rawOutput);
process.exit(valid ? 0 : 1);
