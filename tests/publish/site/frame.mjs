// Uses the frame of a book's page and its blocks, and prints what it saw as JSON. Usage: node frame.mjs CHROMIUM ADDRESS FILES
import { createRequire } from "node:module";

const { chromium } = createRequire(process.cwd() + "/package.json")("playwright-core");
const [executablePath, address, files] = process.argv.slice(2); // the same site, served and on the disk
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const DESK = { viewport: { width: 1440, height: 900 } };
const seen = { errors: [] };

async function open(options, base = address, path = "ev/1-1.html") {
  const context = await browser.newContext({ reducedMotion: "reduce", permissions: ["clipboard-read", "clipboard-write"], ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => seen.errors.push(error.message));
  await page.goto(base + path);
  await page.waitForTimeout(300);
  return page;
}
const close = (page) => page.context().close();
const scrolledTo = (page, y) => page.evaluate((y) => window.scrollTo(0, y), y).then(() => page.waitForTimeout(300));

// Before an idle moment, and after.
{
  const context = await browser.newContext(PHONE);
  await context.addInitScript(() => (window.requestIdleCallback = () => 0));
  const page = await context.newPage();
  await page.goto(address + "ev/1-1.html");
  await page.waitForTimeout(300);
  seen.near_and_far = await page.$$eval("article strong", (all) =>
    [all[0], all[all.length - 1]].map((one) => one.checkVisibility({ contentVisibilityAuto: true })));
  await context.close();
}

// A telephone: the drawer with the finger and the keyboard, the page's own title once it has left the screen.
{
  const page = await open(PHONE);
  const isOpen = () => page.evaluate(() => document.getElementById("__drawer").checked);
  // Of the words in the first and the last part: whether they are laid out.
  const isLaidOut = () => page.$$eval("article strong", (all) =>
    [all[0], all[all.length - 1]].map((one) => one.checkVisibility({ contentVisibilityAuto: true })));
  seen.in_the_end = await page.waitForSelector("article.tb-laid").then(isLaidOut);
  await page.tap(".tb-drawer");
  seen.drawer = [await isOpen()];
  await page.keyboard.press("Escape");
  seen.drawer.push(await isOpen());
  await page.waitForTimeout(400);
  const inDrawer = page.locator(".md-sidebar--primary a[href='1-2.html']");
  seen.shut = await inDrawer.evaluate((link) => (link.focus(), document.activeElement === link));
  await page.focus(".tb-drawer");
  seen.drawer_outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  await page.keyboard.press("Enter");
  await page.waitForTimeout(300);
  seen.drawer.push(await isOpen());
  seen.expanded = await page.getAttribute(".tb-drawer", "aria-expanded");
  await page.tap("label[for=__toc]");
  await page.waitForTimeout(400);
  await page.tap(".md-sidebar--primary a[href='#part-9']");
  await page.waitForTimeout(500);
  seen.drawer.push(await isOpen());
  seen.jumped = await page.evaluate(() => Math.abs(document.getElementById("part-9").getBoundingClientRect().top) < 200);
  seen.title = await page.evaluate(() => document.querySelector(".md-header__title").classList.contains("md-header__title--active"));
  const near = await page.evaluate(() => {
    const lines = [...document.querySelectorAll(".tb-path li")].map((li) => getComputedStyle(li, "::before").content);
    return lines.every((content) => content === "none");
  });
  seen.no_sign_first = near;
  await close(page);
}

// A desk: the contents follow, the way back appears on the way up, sections fold by keyboard.
{
  const page = await open(DESK);
  seen.opener_on_a_desk = await page.isVisible(".tb-drawer");
  await page.evaluate(() => document.getElementById("part-20").scrollIntoView());
  await page.waitForTimeout(300);
  const link = (part) => page.evaluate((part) => {
    const one = document.querySelector(`.md-sidebar--secondary a[href='#${part}']`);
    const box = one.getBoundingClientRect();
    return [one.classList.contains("md-nav__link--active"), one.classList.contains("md-nav__link--passed"), box.top > 0 && box.bottom < 900];
  }, part);
  seen.contents = { "part-19": await link("part-19"), "part-20": await link("part-20"), "part-21": await link("part-21") };
  const hidden = () => page.evaluate(() => document.querySelector(".md-top").hidden);
  seen.top = [await hidden()];
  await scrolledTo(page, 3000);
  seen.top.push(await hidden());
  await page.click(".md-top");
  await page.waitForTimeout(300);
  seen.top.push(await page.evaluate(() => window.scrollY));
  await page.focus("label.md-nav__link[tabindex='0']");
  const expanded = () => page.getAttribute("nav[aria-expanded][data-md-level='1']", "aria-expanded");
  seen.fold = [await expanded()];
  await page.keyboard.press("Enter");
  seen.fold.push(await expanded());
  await close(page);
}

// Code is copied, and tabs of one name open together and stay so, served and from the disk.
for (const [where, base] of [["served", address], ["disk", files]]) {
  const page = await open({ ...DESK, ...(where === "disk" ? { permissions: [] } : {}) }, base);
  await page.click(".md-code__button");
  await page.waitForTimeout(200);
  const told = await page.textContent(".md-dialog--active");
  await page.locator(".tabbed-labels label", { hasText: "乙" }).first().click();
  const open_ = () => page.$$eval(".tabbed-set", (sets) => sets.map((set) => {
    const input = set.querySelector("input:checked");
    return set.querySelector(`label[for=${input.id}]`).textContent.trim();
  }));
  const tabs = await open_();
  await page.reload();
  seen[where] = { told: told.trim(), tabs, kept: await open_() };
  if (where === "served") seen.copied = await page.evaluate(() => navigator.clipboard.readText());
  await close(page);
}
await browser.close();
console.log(JSON.stringify(seen));
