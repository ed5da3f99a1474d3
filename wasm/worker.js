// The service worker: the second visit takes the game from the browser's own
// store, and works without a network. The build writes the four lines above:
// the site's version, that which the page knows itself by, its files, and those
// of its programs: names that hold a hash change with their content. The page keeps the
// one that it names behind this worker's address.
"use strict";

// Other sites may lie beside this one, with stores of their own.
const mine = `hardcases ${registration.scope} `;
const store = mine + version;
const former = /^hardcases [0-9a-f]+$/; // of earlier versions, which knew of one site
const all = (names) => names.map((file) => new URL(file, registration.scope).href);
const kept = new Set(all([...files, ...programs.page, ...programs.game]));
const lasting = /\.[0-9a-f]{12}\.\w+$/; // a name that holds its hash
const wanted = location.search.slice(1).split("+").flatMap((name) => programs[name] || []);

self.addEventListener("install", (event) => {
  // What the page has just loaded is in the browser's cache: no second fetch. What
  // has one name in all versions is fetched anew: the cache may have an older one.
  const needed = [...all([...files, ...wanted]), registration.scope];
  event.waitUntil(caches.open(store).then((cache) => cache.addAll(
    needed.map((file) => lasting.test(file) ? file : new Request(file, {cache: "reload"})))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(caches.keys().then((keys) => Promise.all(
    keys.filter((key) => (key.startsWith(mine) || former.test(key)) && key !== store).map((key) => caches.delete(key))))
    .then(() => clients.claim())); // the page that is there may want another language without a network
});

self.addEventListener("message", (event) => {
  if (event.data === "take") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const {request} = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (kept.has(url.href)) event.respondWith(lasting.test(url.href) ? fromStore(request) : newest(request, url.href));
  else if (request.mode === "navigate") event.respondWith(newest(request, registration.scope));
});

// fromStore serves a file whose name holds its hash: it cannot be stale.
async function fromStore(request) {
  const cache = await caches.open(store);
  return await cache.match(request.url) || fetch(request);
}

// newest asks the network for the page, which names all else, or for a pack, and
// falls back on what is kept where there is no network, or the site is in trouble. Pages
// beside the game, as those of a live class, say themselves what is the matter.
async function newest(request, file) {
  const answer = await fetch(request).catch(() => Response.error());
  const other = new URL(request.url).pathname !== new URL(file).pathname;
  if (answer.type !== "error" && (answer.status < 500 || other)) return answer;
  return await (await caches.open(store)).match(file) || answer;
}
