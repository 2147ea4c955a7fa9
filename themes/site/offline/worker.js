// The events. A new worker takes over at once: what it keeps has a form that the one before understands, or other names.
self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(begin()));

self.addEventListener("fetch", answer);

self.addEventListener("message", (event) => {
  const opened = event.data || {};
  if (opened.type !== "opened") return;
  const page = event.source;
  const told = keep(opened).then((state) => {
    if (state && page) page.postMessage(Object.assign({ type: "state", book: opened.book }, state));
  });
  event.waitUntil(told);
});

async function begin() {
  for (const name of await caches.keys())
    if (name.startsWith("tb-") && name !== FILES && name !== BOOKS) await caches.delete(name);
  await self.clients.claim();
}
