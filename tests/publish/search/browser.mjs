// Uses the search of a built site in Chromium and prints what it saw as JSON. Usage: node browser.mjs CHROMIUM ADDRESS
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.cwd() + "/package.json");
const { chromium } = require("playwright-core");
const [executablePath, address] = process.argv.slice(2);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DESK = { viewport: { width: 1440, height: 900 } };
// The small sites of these tests have no service worker (sw.js); asking for it is all that Chromium tells of as an error.
const NO_WORKER = "A bad HTTP response code (404) was received when fetching the script.";
const isError = (message) => message.type() === "error" && message.text() !== NO_WORKER;
const seen = { errors: [], axe: [], elsewhere: [] };
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

async function open(path, options = DESK) {
  const context = await browser.newContext(options);
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(address) || /^(data|blob):/.test(url)) return route.continue();
    seen.elsewhere.push(url);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => isError(message) && seen.errors.push(`${path}: ${message.text()}`));
  page.on("pageerror", (error) => seen.errors.push(`${path}: ${error.message}`));
  await page.goto(address + path);
  await page.waitForSelector(".tb-search-open:not([hidden])");
  return page;
}

const status = (page) => page.textContent(".tb-search__status");
async function ask(page, text) {
  await page.keyboard.type(text);
  await page.waitForFunction((asked) => {
    const told = document.querySelector(".tb-search__status").textContent;
    return /找到|没有/.test(told) && JSON.parse(sessionStorage.getItem("tb-search")).query === asked;
  }, text);
}

let page = await open("ev/index.html");
await page.focus(".tb-search-open");
await page.keyboard.press("/");
seen.focus = await page.evaluate(() => document.activeElement.getAttribute("role"));
await ask(page, "绝缘电阻");
seen.status = await status(page);
seen.titles = await page.locator(".tb-search__title").allTextContents();
seen.marks = [...new Set(await page.locator(".tb-search mark").allTextContents())];
await page.keyboard.press("Escape");
seen.escaped = { open: await page.isVisible(".tb-search"), focus: await page.evaluate(() => document.activeElement.classList.contains("tb-search-open")) };
await page.keyboard.press("Control+k");
seen.again = await page.inputValue(".tb-search__input");
await page.waitForSelector("[role=option]");
await page.keyboard.press("ArrowDown");
await page.keyboard.press("ArrowDown");
seen.active = await page.evaluate(() => {
  const input = document.activeElement;
  const option = document.getElementById(input.getAttribute("aria-activedescendant"));
  return { place: [...document.querySelectorAll("[role=option]")].indexOf(option), selected: option.getAttribute("aria-selected"), expanded: input.getAttribute("aria-expanded") };
});
await page.keyboard.press("Enter");
await page.waitForSelector(".tb-mark--here");
seen.opened = decodeURIComponent(page.url()).replace(address, "");
seen.marked = await page.locator("mark.tb-mark").allTextContents();
seen.told = await page.textContent(".tb-marks [role=status]");
await page.click(".tb-marks button:last-child");
seen.unmarked = await page.locator("mark.tb-mark").count();
await page.context().close();

page = await open("ev/1-1.html", PHONE);
await page.tap(".tb-search-open");
seen.whole_screen = await page.evaluate(() => {
  const box = document.querySelector(".tb-search__box").getBoundingClientRect();
  return box.width === innerWidth && box.height === innerHeight;
});
await ask(page, "GB38031");
await page.check("input[value=library]");
await page.waitForFunction(() => document.querySelector(".tb-search__book"));
seen.books = await page.locator(".tb-search__book").allTextContents();
await page.context().close();

page = await open("ev/1-1.html");
await page.keyboard.press("/");
await ask(page, "龙舟比赛");
seen.nothing = { told: await status(page), tips: await page.locator(".tb-search__hint li").count(), options: await page.locator("[role=option]").count() };
await page.click(".tb-search__wider");
await page.waitForFunction(() => document.querySelector("input[value=library]").checked);
seen.trapped = true;
for (let i = 0; i < 8; i++) {
  await page.keyboard.press("Tab");
  seen.trapped &&= await page.evaluate(() => document.querySelector(".tb-search").contains(document.activeElement));
}
await page.context().close();

page = await open("ev/1-1.html?h=GB 38031—2025");
await page.waitForSelector(".tb-mark--here");
seen.across = await page.locator("mark.tb-mark--here").allTextContents();
await page.context().close();

for (const path of ["index.html", "ev/1-1.html", "standards/index.html", "standards/gb-38031/index.html"])
  for (const size of [PHONE, DESK])
    for (const colorScheme of ["light", "dark"]) {
      page = await open(path, { ...size, colorScheme, bypassCSP: true });
      await page.keyboard.press("/");
      await ask(page, "检测");
      await page.keyboard.press("ArrowDown");
      await page.evaluate(axe);
      const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], preload: false }));
      for (const rule of found.violations)
        seen.axe.push(`${path} ${size.viewport.width} ${colorScheme}: ${rule.id} ${rule.nodes[0].html.slice(0, 120)}`);
      await page.context().close();
    }

await browser.close();
console.log(JSON.stringify(seen));
