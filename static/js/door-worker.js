// Service worker of the door: keeps the scanner's page and its styles for hours without a network.
const CACHE = "door-3";
const LIFETIME = 12 * 60 * 60 * 1000;

function isOurs(request) {
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return false;
  return url.pathname.endsWith("/wejscie/skaner/") || url.pathname.startsWith("/static/");
}

async function fromNetwork(request) {
  const response = await fetch(request);
  if (response.ok && !response.redirected) {
    const copy = response.clone();
    const headers = new Headers(copy.headers);
    headers.set("X-Kept-At", String(Date.now()));
    const kept = new Response(await copy.blob(), { status: copy.status, headers });
    await (await caches.open(CACHE)).put(request, kept);
  }
  return response;
}

async function fromCache(request) {
  const kept = await caches.match(request, { ignoreVary: true });
  const age = kept ? Date.now() - Number(kept.headers.get("X-Kept-At")) : Infinity;
  return age < LIFETIME ? kept : Response.error();
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (!isOurs(event.request)) return;
  event.respondWith(fromNetwork(event.request).catch(() => fromCache(event.request)));
});
