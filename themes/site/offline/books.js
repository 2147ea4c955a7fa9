// What is kept on the device: each file once, by the hash of its content, and for each book which file stands where.
// A book is changed by writing its one entry anew, so a reader never sees half of one version and half of another.
const ROOT = self.registration.scope;
const FILES = "tb-files-1"; // a new number when what is kept changes its form
const BOOKS = "tb-books-1";
const BOOK = `${ROOT}offline-book/`; // keys; no page has these addresses
const FILE = `${ROOT}offline-file/`;
const CLIENT = `${ROOT}offline-client/`;

// Promise of a Map: book's id → { book, title, checked, hash, files, whole, opened, newest, before, status }.
// files: path in the site → hash of its content; before: { hash, files } of the version that was replaced, for pages that
// are still open; newest: the hash of the newest version that is known of, kept or not; status: what status.json said.
let entries = null;

function readEntries() {
  if (!entries) entries = loadEntries().catch(() => new Map());
  return entries;
}

async function loadEntries() {
  const cache = await caches.open(BOOKS);
  const found = new Map();
  for (const request of await cache.keys()) {
    if (!request.url.startsWith(BOOK)) continue;
    const entry = await (await cache.match(request)).json();
    found.set(entry.book, entry);
  }
  return found;
}

async function writeEntry(entry) {
  const cache = await caches.open(BOOKS);
  await cache.put(BOOK + entry.book, new Response(JSON.stringify(entry)));
  (await readEntries()).set(entry.book, entry);
}

async function removeEntry(book) {
  const cache = await caches.open(BOOKS);
  await cache.delete(BOOK + book);
  (await readEntries()).delete(book);
}

async function keptFile(hash) {
  const cache = await caches.open(FILES);
  return cache.match(FILE + hash);
}

async function putFile(hash, bytes, type) {
  const cache = await caches.open(FILES);
  await cache.put(FILE + hash, new Response(bytes, { headers: { "Content-Type": type } }));
}

// Drops the files that no book has, and what was noted of pages that are closed. `spared`: hashes.
async function sweep(spared) {
  const used = new Set(spared);
  for (const entry of (await readEntries()).values())
    for (const version of [entry, entry.before])
      if (version) Object.values(version.files).forEach((hash) => used.add(hash));
  const files = await caches.open(FILES);
  for (const request of await files.keys())
    if (!used.has(request.url.slice(FILE.length))) await files.delete(request);
  const books = await caches.open(BOOKS);
  for (const request of await books.keys())
    if (request.url.startsWith(CLIENT) && !(await self.clients.get(request.url.slice(CLIENT.length)))) await books.delete(request);
}

// The entry whose version of a page is to be shown: the page's own book; of pages that books share, the newest opened.
async function ownerOf(path) {
  const all = await readEntries();
  const own = all.get(path.split("/")[0]);
  const having = [...all.values()].filter((entry) => path in entry.files).sort((a, b) => b.opened - a.opened);
  return own && path in own.files ? own : having[0] || null;
}

// Pages that were shown from the device go on with the files of the same version.
async function noteClient(client, entry) {
  const cache = await caches.open(BOOKS);
  await cache.put(CLIENT + client, new Response(JSON.stringify({ book: entry.book, hash: entry.hash })));
}

async function versionOf(client) {
  const cache = await caches.open(BOOKS);
  const noted = client && (await cache.match(CLIENT + client));
  if (!noted) return null;
  const { book, hash } = await noted.json();
  const entry = (await readEntries()).get(book);
  return (entry && [entry, entry.before].find((version) => version && version.hash === hash)) || null;
}
