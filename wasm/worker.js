// The service worker: the second visit takes the game from the browser's own
// store, and works without a network. The build writes the four lines above:
// the site's version, that which the page knows itself by, its files, whose
// names change with their content, and those of its programs. The page keeps the
// one that it names behind this worker's address.
"use strict";

// Other sites may lie beside this one, with stores of their own.
const mine = `hardcases ${registration.scope} `;
const store = mine + version;
const former = /^hardcases [0-9a-f]+$/; // of earlier versions, which knew of one site
const all = (names) => names.map((file) => new URL(file, registration.scope).href);
const kept = new Set(all([...files, ...programs.page, ...programs.game]));
const wanted = location.search.slice(1).split("+").flatMap((name) => programs[name] || []);

self.addEventListener("install", (event) => {
  // What the page has just loaded is in the browser's cache: no second fetch.
  event.waitUntil(caches.open(store).then((cache) => cache.addAll([...all([...files, ...wanted]), registration.scope])));
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
  if (kept.has(url.href)) event.respondWith(fromStore(request));
  else if (request.mode === "navigate") event.respondWith(newest(request));
});

// fromStore serves a file whose name holds its hash: it cannot be stale.
async function fromStore(request) {
  const cache = await caches.open(store);
  return await cache.match(request.url) || fetch(request);
}

// newest asks the network for the page, which names all else, and falls back
// on the one that is kept.
async function newest(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const page = await (await caches.open(store)).match(registration.scope);
    if (page) return page;
    throw error;
  }
}
