// Looks at a built site in Chromium and prints what it saw as JSON. Usage: node browser.mjs CHROMIUM ADDRESS FILES
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(process.cwd() + "/package.json");
const { chromium } = require("playwright-core");
const [executablePath, address, files] = process.argv.slice(2); // the same site, served and on the disk
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const PAGES = ["index.html", "404.html", "ev/index.html", "ev/1-1.html", "ev/cited-standards.html", "ev/job-coverage.html",
  "ev/glossary.html", "glossary/index.html", "standards/index.html", "standards/gb-38031/index.html", "jobs/fitter/index.html"];
// The small sites of these tests have no service worker (sw.js); asking for it is all that Chromium tells of as an error.
const NO_WORKER = "A bad HTTP response code (404) was received when fetching the script.";
const isError = (message) => message.type() === "error" && message.text() !== NO_WORKER;
const seen = { elsewhere: [], errors: [], overflow: {}, axe: [], skip: {} };
const browser = await chromium.launch({ executablePath, args });

async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(address) || url.startsWith(files) || /^(data|blob):/.test(url)) return route.continue();
    seen.elsewhere.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => isError(message) && seen.errors.push(`${path}: ${message.text()}`));
  page.on("pageerror", (error) => seen.errors.push(`${path}: ${error.message}`));
  page.on("response", (answer) => answer.status() >= 400 && seen.errors.push(`${answer.status()} ${answer.url()}`));
  await page.goto((options.fromDisk ? files : address) + path);
  if (options.javaScriptEnabled !== false && (await page.$("article.md-content__inner"))) await page.waitForSelector("article.tb-laid");
  await page.waitForTimeout(200); // scripts and the search worker start after the load
  return page;
}

async function close(page) {
  await page.context().close();
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const CITATION = "p > a.tb-citation[data-verdict=current]";
const axe = (() => {
  try {
    return readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  } catch {
    return null;
  }
})();

for (const path of PAGES) {
  for (const colorScheme of ["light", "dark"]) {
    const page = await open(path, { ...PHONE, colorScheme, bypassCSP: true });
    seen.overflow[path] = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (axe) {
      await page.evaluate(axe);
      const rules = { "target-size": { enabled: true } }; // off unless asked for
      const found = await page.evaluate((rules) => axe.run(document, { resultTypes: ["violations"], rules }), rules);
      for (const rule of found.violations)
        seen.axe.push(`${path} ${colorScheme}: ${rule.id} ${rule.nodes[0].html.slice(0, 120)}`);
    }
    await close(page);
  }
}

// The first stop of the keyboard leads past the navigation, and can be seen.
for (const path of PAGES) {
  const page = await open(path);
  await page.keyboard.press("Tab");
  await page.waitForTimeout(400); // Material's comes in slowly
  seen.skip[path] = await page.evaluate(() => {
    const link = document.activeElement;
    const target = document.getElementById(decodeURIComponent((link.getAttribute("href") || "#").slice(1)));
    const box = link.getBoundingClientRect();
    const shown = box.left >= 0 && box.top >= 0 && getComputedStyle(link).opacity > 0;
    return `${link.textContent.trim()} ${shown ? "shown" : "hidden"} ${target && target.querySelector("h1") ? "to the title" : "to nothing"}`;
  });
  await close(page);
}

const TERM = "a.tb-term";
{
  const page = await open("ev/1-1.html");
  await page.hover(TERM);
  seen.term_hover = await page.textContent("#tb-popover");
  await page.mouse.move(5, 500);
  await page.waitForTimeout(500);
  await page.keyboard.press("Tab");
  await page.focus(TERM);
  seen.term_focus = (await page.isVisible("#tb-popover")) ? await page.textContent("#tb-popover") : "";
  seen.term_described = await page.evaluate((term) => {
    const link = document.querySelector(term);
    const outline = getComputedStyle(link).outlineStyle;
    return [document.getElementById(link.getAttribute("aria-describedby")).textContent, outline];
  }, TERM);
  await page.keyboard.press("Escape");
  seen.term_escape = await page.isVisible("#tb-popover");
  await page.keyboard.press("Enter");
  await page.waitForURL(/glossary/);
  seen.term_page = decodeURIComponent(page.url());
  await close(page);

  const phone = await open("ev/1-1.html", PHONE);
  await phone.tap(TERM);
  await phone.waitForTimeout(200);
  seen.term_tap = [await phone.textContent("#tb-popover"), phone.url()];
  await phone.tap(TERM);
  await phone.waitForURL(/glossary/);
  seen.term_second_tap = decodeURIComponent(phone.url());
  await close(phone);

  const bare = await open("ev/1-1.html", { javaScriptEnabled: false });
  await bare.click(TERM);
  await bare.waitForURL(/glossary/);
  seen.term_without_script = decodeURIComponent(bare.url());
  await close(bare);
}

let page = await open("ev/1-1.html");
await page.hover(CITATION);
await page.waitForSelector("#tb-popover:not([hidden])");
seen.hover = await page.textContent("#tb-popover");
await page.mouse.move(5, 500);
await page.waitForTimeout(500);
seen.after_hover = await page.isVisible("#tb-popover");
await page.hover("p > a.tb-citation[data-verdict=superseded]");
await page.waitForTimeout(100);
seen.superseded = await page.textContent("#tb-popover");
await page.mouse.move(5, 500);
await page.waitForTimeout(500);
await page.keyboard.press("Tab");
await page.focus(CITATION);
seen.focus = (await page.isVisible("#tb-popover")) ? await page.textContent("#tb-popover") : "";
await page.keyboard.press("Escape");
seen.after_escape = await page.isVisible("#tb-popover");
await close(page);

page = await open("ev/1-1.html", PHONE);
await page.tap(CITATION);
await page.waitForTimeout(200);
seen.tap = (await page.isVisible("#tb-popover")) ? await page.textContent("#tb-popover") : "";
seen.after_tap = page.url();
await page.tap(CITATION);
await page.waitForLoadState("load");
await page.waitForTimeout(200);
seen.after_second_tap = page.url();
await close(page);

page = await open("ev/1-1.html", PHONE);
seen.table = await page.evaluate(() => {
  const box = document.querySelector(".tb-table");
  return { scrolls: box.scrollWidth > box.clientWidth, tabindex: box.getAttribute("tabindex") };
});
seen.small_targets = await page.evaluate(() =>
  [...document.querySelectorAll(".md-header__button, .tb-path a, .md-copyright a, .md-footer__link, .md-typeset summary")]
    .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44)
    .map((one) => one.outerHTML.slice(0, 100)),
);
await close(page);

page = await open("ev/1-1.html", { colorScheme: "dark" });
seen.dark = await page.evaluate(() => ({ scheme: document.body.getAttribute("data-md-color-scheme") }));
await close(page);
await browser.close();
console.log(JSON.stringify(seen));
