// Brings a book onto the device and up to date, one file after another, each checked against the book's list.
const MOST_BYTES = 80e6; // of a larger book only what is looked at is kept
const DIGITS = 24; // of a hash, in the list

let last = Promise.resolve();
let pending = new Set(); // hashes of the files that are being brought

// Resolves with { whole, news } for the reader, or with null where there is nothing to say. One book at a time.
function keep(opened) {
  last = last.then(() => keepNow(opened)).catch(() => null); // no network, no room: what was kept stays
  return last;
}

async function keepNow({ book, files, costly }) {
  const known = (await readEntries()).get(book);
  const answer = await fetchFresh(`${book}/offline.json`);
  if (!answer.ok) return null;
  const list = await answer.json();
  const status = (await freshStatus(book)) || (known && known.status) || { pages: {} };
  const change = known && known.hash !== list.hash;
  if (known) await writeEntry(Object.assign({}, known, { status, newest: list.hash, opened: Date.now() }));
  if (change && costly && known.whole) return { whole: true, news: "waiting" };
  const seen = files.map(pathOf).concat(known ? Object.keys(known.files) : []);
  const some = pick(list.files, seen.filter((path) => path in list.files));
  const all = !costly && list.size <= MOST_BYTES ? list.files : some;
  const before = change ? { hash: known.hash, files: known.files } : (known && known.before) || null;
  for (const part of change ? [all] : [some, all]) {
    await bring(part, book);
    const whole = Object.keys(part).length === Object.keys(list.files).length;
    await writeEntry(Object.assign({}, list, { files: part, whole, before, status, newest: list.hash, opened: Date.now() }));
  }
  pending = new Set();
  await sweep(pending);
  const whole = (await readEntries()).get(book).whole;
  return { whole, news: change ? "updated" : whole && !(known && known.whole) ? "kept" : null };
}

// A book that was taken off the site is given up here too.
async function dropIfGone(book) {
  const answer = await fetchFresh(`${book}/offline.json`).catch(() => null);
  if (!answer || answer.status !== 404) return;
  await removeEntry(book);
  await sweep(pending);
}

async function bring(files, book) {
  pending = new Set(Object.values(files));
  for (const path of Object.keys(files)) {
    const hash = files[path];
    if (await keptFile(hash)) continue;
    const { bytes, type } = await fetchExactly(path, hash);
    while (!(await hasRoom(hash, bytes, type))) if (!(await dropOldest(book))) throw new Error("no room");
  }
}

async function hasRoom(hash, bytes, type) {
  try {
    await putFile(hash, bytes, type);
    return true;
  } catch (error) {
    return false;
  }
}

// Gives up the book that was opened longest ago; false where there is none but `book`.
async function dropOldest(book) {
  const others = [...(await readEntries()).values()].filter((entry) => entry.book !== book);
  if (!others.length) return false;
  const oldest = others.reduce((a, b) => (a.opened < b.opened ? a : b));
  await removeEntry(oldest.book);
  await sweep(pending);
  return true;
}

// The file with exactly this content. While a site is being replaced it may have another: then nothing is changed here.
async function fetchExactly(path, hash) {
  for (const cache of ["default", "reload"]) {
    const answer = await fetch(addressOf(path), { cache });
    const bytes = await answer.arrayBuffer();
    if (answer.ok && (await hashOf(bytes)) === hash) return { bytes, type: answer.headers.get("Content-Type") || "" };
  }
  throw new Error(`${path} is not what the list says`);
}

async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, DIGITS);
}

function fetchFresh(path) {
  return fetch(addressOf(path), { cache: "no-cache" });
}

async function freshStatus(book) {
  const answer = await fetchFresh(`${book}/status.json`).catch(() => null);
  return answer && answer.ok ? answer.json() : null;
}

function addressOf(path) {
  return ROOT + path.split("/").map(encodeURIComponent).join("/");
}

// The path in the site of an address; "" for another site's and for one that is none.
function pathOf(address) {
  const place = address.split(/[?#]/)[0];
  if (!place.startsWith(ROOT)) return "";
  try {
    const path = decodeURIComponent(place.slice(ROOT.length));
    return path === "" || path.endsWith("/") ? `${path}index.html` : path;
  } catch (error) {
    return "";
  }
}

function pick(files, paths) {
  const picked = {};
  for (const path of paths) picked[path] = files[path];
  return picked;
}
