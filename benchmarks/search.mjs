// Types terms into the search of a built site in Chromium; prints one JSON line a term.
// Usage: node search.mjs CHROMIUM SITE PAGE TERMS FRESH — the first FRESH terms each in a browser that has nothing yet.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const { chromium } = createRequire(process.cwd() + "/package.json")("playwright-core");
const [executablePath, site, start, terms, fresh] = process.argv.slice(2);
const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", svg: "image/svg+xml" };
let sent = 0;

// A server that compresses as one should, and counts what the search asks for.
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
  const file = join(site, path);
  if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
  const type = TYPES[file.split(".").pop()];
  if (!type) return createReadStream(file).pipe(response);
  const body = gzipSync(readFileSync(file), { level: 6 });
  if (path.includes("/search/")) sent += body.length;
  response.writeHead(200, { "content-type": type, "content-encoding": "gzip", "cache-control": "max-age=9" }).end(body);
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const address = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

async function opened() {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(120000);
  await page.goto(address + start, { waitUntil: "load" });
  await page.keyboard.press("/");
  return page;
}

async function ask(page, term) {
  const began = Date.now();
  await page.fill(".tb-search__input", "");
  await page.waitForFunction(() => !document.querySelector(".tb-search__status").textContent);
  await page.keyboard.insertText(term);
  await page.waitForFunction(() => /找到|没有/.test(document.querySelector(".tb-search__status").textContent));
  return { term, told: await page.textContent(".tb-search__status"), ms: Date.now() - began };
}

// All pages of the answer that has been typed, not only those that are shown first.
const everything = (term) => window.tbSearch.open(new URL(document.querySelector(".tb-search-open").dataset[document.querySelector("input[name=tb-search-scope]:checked").value], location.href).href)
  .then(async (index) => {
    const answer = await index.find(term);
    const texts = await Promise.all(answer.pages.map((page) => index.text(page, answer)));
    return texts.filter(Boolean).map((text) => decodeURIComponent(text.address));
  });

let shared = null;
for (const [number, term] of JSON.parse(readFileSync(terms, "utf8")).entries()) {
  const isFresh = number < Number(fresh);
  sent = 0;
  const page = isFresh || !shared ? await opened() : shared;
  if (!isFresh) shared = page;
  const seen = await ask(page, term);
  const bytes = sent;
  const found = await page.evaluate(everything, term);
  const pages = found.map((url) => url.replace(address, ""));
  console.log(JSON.stringify({ ...seen, bytes: isFresh ? bytes : null, pages }));
  if (isFresh) await page.context().close();
}
await browser.close();
server.close();
