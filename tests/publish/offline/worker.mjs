// A reader with a service worker, and a server that stops, changes and comes back. Prints what was seen as JSON.
// Usage: node worker.mjs CHROMIUM FOLDER…   the same site at several times: as first opened, changed, past its basis
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";

const { chromium } = createRequire(process.cwd() + "/package.json")("playwright-core");
const [executablePath, first, changed, past] = process.argv.slice(2);
const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", json: "application/json", svg: "image/svg+xml" };
const RESULT = ".tb-search__list [role=option]";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const seen = {};

const site = { folder: first, asked: [], slow: 0, instead: {} };
const server = createServer(async (request, answer) => {
  const path = decodeURIComponent(request.url.split("?")[0]).slice(1).replace(/(^|\/)$/, "$1index.html");
  site.asked.push(path);
  if (site.slow) await new Promise((resolve) => setTimeout(resolve, site.slow));
  const content = site.instead[path] ? Buffer.from(site.instead[path]) : await readFile(`${site.folder}/${path}`).catch(() => null);
  answer.writeHead(content ? 200 : 404, { "Content-Type": TYPES[path.split(".").pop()] || "application/octet-stream", "Cache-Control": "no-cache" });
  answer.end(content || "no such page");
});
let port = 0;
const start = () => new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve((port = server.address().port))));
const stop = () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections()));
await start();
const address = (path) => `http://127.0.0.1:${port}/${path}`;

async function reader(script) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  if (script) await context.addInitScript(script);
  const page = await context.newPage();
  page.errors = [];
  page.on("pageerror", (error) => page.errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.errors.push(message.text()));
  return page;
}
const open = (page, path) => page.goto(address(path)).then(() => page.textContent("article, main"));
const news = (page) => page.locator(".tb-offline-news span:not(:empty)").textContent({ timeout: 20000 });
const notice = async (page) => ((await page.locator(".tb-kept").count()) ? page.textContent(".tb-kept") : "");
async function asked(path, times = 1) {
  for (let tries = 0; site.asked.filter((one) => one === path).length < times; tries++) {
    if (tries > 150) throw new Error(`nobody asked for ${path}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await new Promise((resolve) => setTimeout(resolve, 500)); // for what is done with the answer
}
const styled = (page) => page.evaluate(() => getComputedStyle(document.querySelector(".md-header")).position);

// A book is opened, and the server goes.
let page = await reader();
await page.goto(address("ev/1-1.html"));
seen.kept = await news(page);
const worker = page.context().serviceWorkers()[0];
const today = (day) => worker.evaluate((time) => void (Date.now = () => time), Date.parse(day));
await today("2026-06-10");
seen.asked_twice = site.asked.filter((path, index) => path.startsWith("standards/") && site.asked.indexOf(path) !== index);
await page.goto(address("ev/index.html"));
seen.line = await page.locator(".tb-download__kept:not(:empty)").textContent({ timeout: 20000 });
await stop();
seen.reloaded = await open(page, "ev/1-1.html");
seen.errors = [...page.errors];
seen.never_opened = await open(page, "ev/2-1.html");
seen.styled = await styled(page);
seen.notice = await notice(page);
seen.standard = await open(page, "standards/gb-38031/index.html");
seen.other_book = await open(page, "iv/2-1.html");
seen.portal = await open(page, "index.html");
await page.goto(address("ev/1-1.html"));
await page.waitForTimeout(500); // scripts and the search start after the load
await page.keyboard.press("/");
await page.waitForTimeout(500); // the field opens
await page.keyboard.type("绝缘电阻");
await page.keyboard.press("End");
seen.search = await page.locator(RESULT).first().textContent({ timeout: 15000 });

// Days later, still without a network.
await today("2027-02-01");
await open(page, "ev/1-1.html");
seen.old = await notice(page);

// The server is back with a changed book: first only in part, as while it is being replaced, then whole.
site.folder = changed;
site.instead = { "ev/2-1.html": "half of a page" };
site.asked = [];
await start();
await open(page, "ev/1-1.html");
await asked("ev/2-1.html", 2);
site.instead = {};
await stop();
seen.half = { page: await open(page, "ev/1-1.html"), other: await open(page, "ev/2-1.html"), notice: await notice(page) };
await start();
site.asked = [];
await open(page, "ev/1-1.html");
seen.updated = await news(page);
seen.fetched = site.asked.filter((path) => /^ev\/(2-1|2-2|images\/)/.test(path));
await stop();
seen.new_page = await open(page, "ev/1-1.html");
seen.new_other = await open(page, "ev/2-1.html");
seen.gone_with_the_old = await open(page, "ev/2-9.html");

// A slow network: the page comes from the device, marked as such.
site.slow = 6000;
await start();
const began = Date.now();
await page.goto(address("ev/2-1.html"), { waitUntil: "commit" });
seen.slow = { kept: await page.getAttribute("html", "data-tb-kept"), soon: Date.now() - began < 6000 };
site.slow = 0;

// The basis has ended; the book has errors now and stays as it was, only its status goes on.
site.folder = past;
site.asked = [];
await open(page, "ev/1-1.html");
await asked("ev/status.json");
await stop();
await open(page, "ev/1-1.html");
seen.past = await notice(page);
await open(page, "ev/2-1.html");
seen.past_other = await notice(page);

// The book is taken off the site.
site.folder = `${past}/iv`;
site.asked = [];
await start();
await page.goto(address("ev/1-1.html"));
await asked("ev/offline.json");
await stop();
seen.taken_off = await open(page, "ev/1-1.html");
await page.context().close();

// A connection that costs money: only what was looked at.
site.folder = first;
await start();
page = await reader("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })");
site.asked = [];
await page.goto(address("ev/1-1.html"));
await asked("ev/status.json");
await page.goto(address("ev/index.html"));
seen.costly_line = await page.locator(".tb-download__kept:not(:empty)").textContent({ timeout: 20000 });
await stop();
seen.costly = await open(page, "ev/1-1.html");
seen.costly_other = await open(page, "ev/2-1.html");
await page.context().close();

// No room: the book that was opened longest ago makes room for the new one.
await start();
page = await reader();
await page.goto(address("iv/2-1.html"));
await news(page);
const { usage } = await page.evaluate(() => navigator.storage.estimate());
const tools = await page.context().newCDPSession(page);
await tools.send("Storage.overrideQuotaForOrigin", { origin: address("").slice(0, -1), quotaSize: Math.round(usage * 1.15) });
await page.goto(address("ev/1-1.html"));
await page.waitForTimeout(6000);
seen.room = await page.evaluate(async () => (await (await caches.open("tb-books-1")).keys()).map((one) => one.url.split("offline-book/")[1]).filter(Boolean));
await page.context().close();

// A preview at the same address ends what is kept; a browser without service workers sees no error.
page = await reader();
await page.goto(address("ev/1-1.html"));
await news(page);
site.instead = { "ev/2-1.html": (await readFile(`${first}/ev/2-1.html`, "utf8")).replace("</body>", '<script src="/_textbuild/preview.js" defer></script></body>') };
await page.goto(address("ev/2-1.html"));
await page.waitForTimeout(500);
seen.preview = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
await page.context().close();
page = await reader("Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })");
await page.goto(address("ev/1-1.html"));
await page.waitForTimeout(2500);
seen.without = page.errors;
await browser.close();
await stop();
console.log(JSON.stringify(seen));
