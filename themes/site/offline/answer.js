// Answers a page's requests: pages from the network while there is one, from the device where there is none.
const PATIENCE = 3000; // milliseconds that a page may take that is on the device too
const NEVER = /^download\/|(?:^|\/)(?:sw\.js|offline\.json|status\.json)$/;
const NAMED_BY_CONTENT = /\.[0-9a-f]{8,}\.(?:min\.)?\w+$/; // never has another content

function answer(event) {
  const path = pathOf(event.request.url);
  if (event.request.method !== "GET" || path === "" || NEVER.test(path) || event.request.headers.has("Range")) return;
  event.respondWith(event.request.mode === "navigate" ? page(event, path) : part(event, path));
}

async function page(event, path) {
  const entry = await ownerOf(path);
  const network = fetch(event.request);
  if (!entry) return network.catch(notKept);
  const found = await Promise.race([network.catch(() => null), after(PATIENCE)]);
  if (found && found.status === 404) event.waitUntil(dropIfGone(entry.book));
  if (found && found.status < 500) return found;
  return (await copy(event, entry, path)) || network.catch(notKept);
}

async function copy(event, entry, path) {
  const file = await keptFile(entry.files[path]);
  if (!file) return null; // the browser made room for itself
  // Without any network this fails at once; with a slow one the page need not wait long for what is a line.
  const status = await Promise.race([freshStatus(entry.book).catch(() => null), after(PATIENCE / 3)]);
  if (status) await writeEntry(Object.assign(entry, { status }));
  if (event.resultingClientId) await noteClient(event.resultingClientId, entry);
  if (!path.endsWith(".html")) return file;
  const html = withNotice(await file.text(), entry, path, Date.now());
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

// Pages with files of another version never mix: a page from the device goes on with the device's files.
async function part(event, path) {
  const version = await versionOf(event.clientId);
  const hash = version && version.files[path];
  if (hash || NAMED_BY_CONTENT.test(path)) {
    const file = await keptAt(path, hash);
    if (file) return file;
  }
  return fetch(event.request).catch(async (error) => {
    const file = await keptAt(path, hash);
    if (file) return file;
    throw error;
  });
}

async function keptAt(path, hash) {
  if (hash) return keptFile(hash);
  const entry = await ownerOf(path);
  return entry ? keptFile(entry.files[path]) : undefined;
}

async function notKept() {
  const books = [...(await readEntries()).values()].sort((a, b) => b.opened - a.opened);
  const items = books.map((one) => `<li><p><a href="${escaped(addressOf(`${one.book}/index.html`))}">${escaped(one.title)}</a></p></li>`);
  const kept = books.length ? `<p>这台设备上存着：</p><ul>${items.join("")}</ul>` : "";
  const style = books.length && Object.keys(books[0].files).find((path) => /^assets\/portal\.(?:\w+\.)?css$/.test(path));
  const dress = style ? `<link rel="stylesheet" href="${addressOf(style)}">` : "";
  const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>没有网络</title>${dress}</head><body><main><h1>没有网络</h1>
<p>这一页没有存在这台设备上，连上网络后再打开。</p>${kept}</main></body></html>`;
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

function after(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, null));
}
