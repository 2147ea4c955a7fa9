// Looks at how a site is delivered and prints it as JSON. Usage: node delivery.mjs CHROMIUM ADDRESS FILES PAGE...
import { createRequire } from "node:module";

const { chromium } = createRequire(process.cwd() + "/package.json")("playwright-core");
const [executablePath, address, files, ...pages] = process.argv.slice(2); // the same site, served and on the disk
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const seen = { violations: [], elsewhere: [], aligned: [], visits: [] };
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

async function context(options = {}) {
  const made = await browser.newContext({ ...PHONE, ...options });
  await made.addInitScript(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) =>
      window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
    );
  });
  return made;
}

// Every kind of page, served and from the disk: what its policy stops, and whom it asks.
for (const [base, colorScheme] of [[address, "dark"], [files, "light"]]) {
  const made = await context({ colorScheme });
  for (const path of pages) {
    const page = await made.newPage();
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(base) && !/^(data|blob|about):/.test(url)) seen.elsewhere.push(`${path}: ${url}`);
    });
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) seen.violations.push(`${base}${path}: ${message.text()}`);
    });
    await page.goto(base + path);
    for (const label of await page.locator(".tabbed-labels label").all()) await label.click();
    for (const button of await page.locator(".md-code__button").all()) await button.click();
    await page.waitForTimeout(150); // scripts that run after the load
    for (const found of await page.evaluate(() => window.violations)) seen.violations.push(`${base}${path}: ${found}`);
    await page.close();
  }
  await made.close();
}

// One reader, page after page: what comes over the network each time.
const reader = await context();
const page = await reader.newPage();
const network = await reader.newCDPSession(page);
await network.send("Network.enable");
const requests = new Map();
network.on("Network.requestWillBeSent", ({ requestId, request }) => requests.set(requestId, { url: request.url, bytes: 0 }));
network.on("Network.responseReceived", ({ requestId, type }) => Object.assign(requests.get(requestId) || {}, { type }));
network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
  Object.assign(requests.get(requestId) || {}, { bytes: encodedDataLength }),
);
for (const path of ["ev/1-1.html", "ev/2-1.html", "ev/3-1.html", "ev/4-1.html", "two/guide/1.html", "index.html", "standards/index.html"]) {
  requests.clear();
  await page.goto(address + path);
  await page.waitForLoadState("networkidle");
  const loaded = [...requests.values()].filter((one) => one.bytes && one.url.startsWith("http") && one.type !== "Image"); // 0: kept
  seen.visits.push({
    path,
    bytes: loaded.reduce((sum, one) => sum + one.bytes, 0),
    files: loaded.filter((one) => /\.(js|css|woff2?)(\?|$)/.test(one.url)).map((one) => one.url.slice(address.length)),
  });
}

// What the reader chose in one book holds in the other, from the first picture on.
await page.goto(address + "ev/1-1.html");
seen.before = await page.getAttribute("body", "data-md-color-scheme");
for (const next of [1, 2]) await page.click(`label[for=__palette_${next}]`); // as the system has it, light, dark
await page.waitForSelector("body[data-md-color-scheme=slate]");
const [, second] = await page.locator(".tabbed-labels label").all();
await second.click();
await page.addInitScript(() => {
  (function look() {
    // Just before a picture is painted: what the parser has not come to yet nobody sees.
    if (document.querySelector("header")) window.first = document.body.getAttribute("data-md-color-scheme");
    else requestAnimationFrame(look);
  })();
});
await page.goto(address + "two/guide/1.html");
seen.after = await page.evaluate(() => window.first);
seen.tab = await page.evaluate(() => {
  const input = document.querySelector(".tabbed-set > input:checked");
  return document.querySelector(`label[for=${input.id}]`).textContent.trim();
});
await page.goto(address + "ev/1-1.html");
seen.aligned = await page.$$eval(".tb-table td", (cells) => cells.map((cell) => getComputedStyle(cell).textAlign));
await browser.close();
console.log(JSON.stringify(seen));
