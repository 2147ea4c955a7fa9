// Reads an unpacked ZIP from the disk in Chromium and prints what it saw as JSON. Usage: node disk.mjs CHROMIUM FOLDER
import { createRequire } from "node:module";

const { chromium } = createRequire(process.cwd() + "/package.json")("playwright-core");
const [executablePath, folder] = process.argv.slice(2); // a file: address that ends with /
const RESULT = ".tb-search__list [role=option]";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const seen = { outside: [], failed: [], errors: [], pages: 0, dead: [] };
const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
context.on("request", (request) => {
  if (!request.url().startsWith(folder) && !/^(data|blob):/.test(request.url())) seen.outside.push(request.url());
});
context.on("requestfailed", (request) => {
  const why = request.failure().errorText; // a page that is left early gives up its requests itself
  if (why !== "net::ERR_ABORTED") seen.failed.push(`${why} ${request.url()}`);
});
const page = await context.newPage();
page.on("console", (message) => message.type() === "error" && seen.errors.push(`${page.url()}: ${message.text()}`));
page.on("pageerror", (error) => seen.errors.push(`${page.url()}: ${error.message}`));

// As a reader: the first page, the book, a module, the next one.
await page.goto(folder + "index.html");
seen.packed_notice = await page.isVisible(".still-packed");
await page.click("text=开始阅读");
seen.start = page.url().slice(folder.length);
seen.offers = await page.locator(".tb-download a").count();
await page.click("article a[href='1-1.html']");
seen.module = await page.textContent("article h1");
seen.styled = await page.evaluate(() => getComputedStyle(document.querySelector(".md-header")).position);
await page.click(".md-footer__link--next");
seen.next = await page.textContent("article h1");

// Every page that can be reached, and every link on it.
const waiting = [folder + "index.html"];
const known = new Set(waiting);
while (waiting.length) {
  const address = waiting.pop();
  await page.goto(address).catch((error) => seen.dead.push(`${address}: ${error.message.split("\n")[0]}`));
  seen.pages += 1;
  const links = await page.evaluate(() => [...document.links].map((link) => link.href.split("#")[0]));
  for (const link of links) {
    if (!link.startsWith("file:") || known.has(link)) continue;
    known.add(link);
    if (!link.startsWith(folder)) seen.dead.push(`${address} → ${link}`);
    else waiting.push(link);
  }
}

await page.goto(folder + "ev/index.html");
await page.waitForTimeout(500); // scripts and the search start after the load
await page.keyboard.press("/");
await page.waitForTimeout(500); // the field opens
await page.keyboard.type("绝缘电阻");
await page.keyboard.press("End");
await page.locator(RESULT).first().waitFor({ timeout: 15000 });
seen.found = await page.locator(RESULT).count();
await page.locator(RESULT).first().click();
await page.waitForLoadState();
seen.found_page = page.url().slice(folder.length).split(/[?#]/)[0];

// A question and a workshop, and the answer still there after a reload.
const feedback = page.locator(".tb-quiz .tb-feedback");
await page.goto(folder + "ev/2-2.html");
await page.locator(".tb-quiz fieldset input").first().check();
await page.locator(".tb-quiz button[type=submit], .tb-quiz button").first().click();
seen.judged = (await feedback.innerText()).trim();
await page.reload();
await feedback.scrollIntoViewIfNeeded();
seen.kept = (await feedback.innerText()).trim();
await page.locator('.tb-workshop [data-key="guided"]').click();
seen.workshop_runs = await page.locator('.tb-workshop [data-key="action-0"]').isVisible();
await browser.close();
console.log(JSON.stringify(seen));
