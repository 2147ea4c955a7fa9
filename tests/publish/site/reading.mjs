// Reads a small library as a student does and prints what it saw as JSON. Usage: node reading.mjs CHROMIUM ADDRESS FILES
import { createRequire } from "node:module";

const { chromium } = createRequire(process.cwd() + "/package.json")("playwright-core");
const [executablePath, address, files] = process.argv.slice(2); // the same site, served and on the disk
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
// The small sites of these tests have no service worker (sw.js); asking for it is all that Chromium tells of as an error.
const NO_WORKER = "A bad HTTP response code (404) was received when fetching the script.";
const isError = (message) => message.type() === "error" && message.text() !== NO_WORKER;
const seen = { errors: [] };
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

async function reader(options = {}) {
  const context = await browser.newContext({ ...PHONE, ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => seen.errors.push(error.message));
  page.on("console", (message) => isError(message) && seen.errors.push(message.text()));
  const base = options.fromDisk ? files : address;
  return { page, go: (path) => page.goto(base + path), close: () => context.close() };
}
const size = (page) => page.evaluate(() => getComputedStyle(document.querySelector("article > p, main > p")).fontSize);
const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

async function progress(options) {
  const { page, go, close } = await reader(options);
  const found = {};
  await go("index.html");
  found.nothing_to_continue = await page.isHidden(".continue");
  await go("ev/1-1.html");
  await page.waitForTimeout(200);
  found.first_visit_offers_nothing = (await page.locator(".tb-resume").count()) === 0;
  await page.evaluate(() => document.getElementById("part-20").scrollIntoView());
  await page.waitForTimeout(700);
  await go("index.html");
  found.continue = (await page.textContent(".continue")).replace(/\s+/g, " ").trim();
  await page.click(".continue");
  await page.waitForSelector(".tb-resume");
  found.offer = await page.textContent(".tb-resume__go");
  await page.click(".tb-resume__go");
  found.resumed = await page.evaluate(() => {
    const sign = document.querySelector(".tb-here").getBoundingClientRect();
    const part = document.getElementById("part-20").getBoundingClientRect();
    return { sign: sign.top >= 0 && sign.top < 200, near: Math.abs(part.top - sign.bottom) < 300, focus: document.activeElement.className };
  });
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.waitForTimeout(1000);
  found.done_at_once = await page.textContent(".tb-done");
  await page.waitForFunction(() => /✓/.test(document.querySelector(".tb-done").textContent), null, { timeout: 8000 });
  found.tick = await page.locator(".md-nav--primary a[href$='1-1.html'] .tb-tick").getAttribute("aria-label");
  await go("ev/index.html");
  await page.waitForSelector(".tb-start meter:not([hidden])");
  found.start = (await page.textContent(".tb-start")).replace(/\s+/g, " ").trim();
  await go("ev/1-1.html");
  await page.click(".tb-done button");
  found.undone = await page.textContent(".tb-done");
  await close();
  return found;
}
seen.progress = await progress({});
seen.progress_from_disk = await progress({ fromDisk: true });

{
  const { page, go, close } = await reader();
  await go("ev/1-1.html");
  const before = await size(page);
  await page.click("[data-tb-set-size='1']");
  await page.click("[data-tb-set-size='1']");
  const after = await size(page);
  await page.reload({ waitUntil: "commit" });
  // Before the page is whole: the text must not jump from one size to another.
  const early = await page.evaluate(() => new Promise((done) => {
    const look = () => (document.querySelector("article > p") ? done(getComputedStyle(document.querySelector("article > p")).fontSize) : requestAnimationFrame(look));
    look();
  }));
  await go("standards/gb-38031/index.html");
  const scale = await page.evaluate(() => document.documentElement.style.getPropertyValue("--tb-scale"));
  await page.click("[data-tb-set-size='0']");
  await go("ev/1-1.html");
  seen.size = { grew: parseFloat(after) > parseFloat(before), kept: early === after, scale, reset: (await size(page)) === before };
  await close();
}

{
  const { page, go, close } = await reader({ colorScheme: "light" });
  await go("index.html");
  const light = await background(page);
  await page.click("[data-tb-set-theme]");
  await page.click("[data-tb-set-theme]");
  const word = await page.textContent("[data-tb-set-theme] span");
  const portal = await background(page);
  await go("standards/gb-38031/index.html");
  const standard = await background(page);
  await go("ev/1-1.html");
  await page.waitForTimeout(200);
  const book = await page.evaluate(() => document.body.getAttribute("data-md-color-scheme"));
  await page.click(".md-header__option label:not([hidden])"); // on to the next: as the device
  await page.waitForTimeout(200);
  await go("standards/index.html");
  seen.theme = { word, dark: portal !== light && standard === portal, book, back: (await background(page)) === light };
  await close();
}

async function onDay(day, path) {
  const { page, go, close } = await reader();
  await page.clock.setFixedTime(new Date(`${day}T12:00:00`));
  await go(path);
  await page.waitForTimeout(100);
  const told = await page.evaluate(() => ({
    banner: (document.querySelector(".tb-ended") || { textContent: "" }).textContent.trim(),
    above: Boolean(document.querySelector(".tb-ended + .tb-basis")),
    doubtful: Boolean(document.querySelector(".tb-doubtful:not([hidden])")),
    told: document.querySelector(".tb-basis .tb-told").textContent,
    verdict: document.querySelector("article > p > .tb-citation").dataset.verdict,
    label: document.querySelector("article > p > .tb-citation").getAttribute("aria-label"),
  }));
  await close();
  return told;
}
seen.day_before = await onDay("2026-12-31", "ev/1-2.html");
seen.day_after = await onDay("2027-01-01", "ev/1-2.html");
seen.long_after = await onDay("2028-06-01", "ev/1-1.html");

{
  const { page, go, close } = await reader({ viewport: { width: 1440, height: 900 }, isMobile: false, hasTouch: false });
  await go("ev/1-2.html");
  const tabbed = [];
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    tabbed.push(await page.evaluate(() => {
      const one = document.activeElement;
      const box = one.getBoundingClientRect();
      const outline = getComputedStyle(one).outlineStyle !== "none" || getComputedStyle(one).boxShadow !== "none";
      return { name: one.getAttribute("data-tb-set-size") || one.className || one.tagName, seen: box.width > 0 && outline };
    }));
  }
  await page.focus("[data-tb-set-size='1']");
  await page.keyboard.press("Enter");
  seen.keyboard = {
    reached: ["-1", "1", "tb-citation", "tb-button"].filter((name) => tabbed.some((one) => one.name.includes(name))),
    scale: await page.evaluate(() => document.documentElement.style.getPropertyValue("--tb-scale")),
  };
  await go("jobs/fitter/index.html#B1");
  seen.unfolded = await page.evaluate(() => document.getElementById("B1").closest("details").open);
  await close();
}

{
  const { page, go, close } = await reader({ viewport: { width: 800, height: 1000 }, isMobile: false, hasTouch: false });
  await go("ev/1-1.html");
  await page.emulateMedia({ media: "print" });
  const printed = (selector) => page.evaluate((one) => {
    const found = document.querySelector(one);
    return Boolean(found && found.getClientRects().length);
  }, selector);
  const hidden = [".md-header", ".md-sidebar", ".md-footer", ".tb-tools", ".tb-path", ".tb-bar"];
  const kept = [];
  for (const selector of hidden) if (await printed(selector)) kept.push(selector);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  seen.print = {
    chrome: kept,
    answers: await page.evaluate(() => document.querySelector("details").open),
    verdict: await page.evaluate(() => getComputedStyle(document.querySelector("article > p > .tb-citation > .tb-verdict"), "::after").content),
    address: await page.textContent("[data-tb-address]"),
  };
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  seen.print.folded_again = !(await page.evaluate(() => document.querySelector("details").open));
  await close();
}

{
  const context = await browser.newContext(PHONE);
  await context.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get() { throw new Error("forbidden"); } });
  });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  for (const path of ["index.html", "standards/gb-38031/index.html"]) await page.goto(address + path);
  await page.click("[data-tb-set-theme]");
  await page.click("[data-tb-set-theme]");
  seen.without_storage = { errors, theme: await page.evaluate(() => document.documentElement.getAttribute("data-tb-theme")) };
  await context.close();
}

await browser.close();
console.log(JSON.stringify(seen));
