#!/usr/bin/env bash
# An EventSource survives a lost connection, and not one 502.
#
# Packages  npm playwright-core 1.65.1, Debian's chromium (156 when seen)
# Guess     EventSource connects again by itself; a proxy that answers 502 for a second
#           while the server behind it restarts is one more failed try.
# Seen      Streams that end, and connections that are refused, are tried again for as
#           long as it takes. One answer of 502 closes it for good: readyState 2, no
#           further request after the server is back.
# For us    The page has to make a new EventSource when readyState is 2 in onerror;
#           a test that only stops the server does not meet this.
# Date      2026-11-29
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
dpkg -s chromium >/dev/null 2>&1 || { echo "needs the Debian package chromium" >&2; exit 1; }

echo '{"private": true, "type": "module"}' >package.json
npm install --silent --no-fund --no-audit playwright-core@1.65.1
cat >main.mjs <<'EOF'
import http from "node:http";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "playwright-core";

let proxy = "up";
let asked = 0;
const answer = (request, response) => {
  if (request.url !== "/events") return response.end("<!doctype html><title>t</title>");
  asked++;
  if (proxy === "502") return response.writeHead(502).end();
  response.writeHead(200, { "Content-Type": "text/event-stream" });
  response.write("retry: 200\ndata: news\n\n");
  setTimeout(() => response.end(), 200); // it ends, and the page asks again
};
const listen = async (port) => {
  const server = http.createServer(answer).listen(port, "127.0.0.1");
  await once(server, "listening");
  return server;
};
let server = await listen(0);
const { port } = server.address();

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
console.error("Chromium", browser.version());
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${port}/`);
await page.evaluate(() => { window.events = new EventSource("/events"); });
const state = () => page.evaluate(() => events.readyState);
const askedAgain = async () => {
  const before = asked;
  for (let i = 0; i < 100 && asked < before + 2; i++) await wait(100);
  return asked >= before + 2;
};

console.log("after streams that end, asks again:", await askedAgain());
const gone = once(server, "close");
server.close();
server.closeAllConnections();
await gone;
await wait(2000);
server = await listen(port);
console.log("after 2 s of refused connections, asks again:", await askedAgain());
proxy = "502";
for (let i = 0; i < 100 && (await state()) !== 2; i++) await wait(100);
proxy = "up";
console.log("after a 502, asks again:", await askedAgain(), "readyState:", await state());
await browser.close();
server.closeAllConnections();
server.close();
EOF
cat >want <<'EOF'
after streams that end, asks again: true
after 2 s of refused connections, asks again: true
after a 502, asks again: false readyState: 2
EOF
node main.mjs >got 2>version || { cat version >&2; exit 1; }
diff want got || { echo "changed: see the lines above" >&2; exit 1; }
sed 's/^/seen: /' version got
