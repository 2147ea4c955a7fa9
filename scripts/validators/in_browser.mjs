// Looks at pages in Chromium and prints their faults as JSON. Reads { chromium, site, pages } from standard input.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const asked = JSON.parse(readFileSync(0, "utf8"));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const faults = new Set();
const browser = await chromium.launch({ executablePath: asked.chromium, args: ["--no-sandbox", "--disable-gpu"] });

async function look(path, width, colorScheme) {
  const context = await browser.newContext({
    viewport: { width, height: 900 }, isMobile: width < 600, hasTouch: width < 600, colorScheme,
    locale: "zh-CN", reducedMotion: "reduce", bypassCSP: true,
  });
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (/^(data|blob):/.test(url) || url.startsWith(asked.site)) return route.continue();
    faults.add(`${path}: fetches ${url}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.add(`${path}: ${error.message}`));
  await page.goto(asked.site + path.split("/").map(encodeURIComponent).join("/"), { waitUntil: "load" });
  if (await page.$("article.md-content__inner")) await page.waitForSelector("article.tb-laid"); // all is laid out
  await page.waitForTimeout(150); // scripts that run after the load
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) faults.add(`${path}: ${over} px wider than a screen of ${width} px`);
  const broken = await page.evaluate(async () => {
    const seen = [...document.images].map((image) => {
      image.loading = "eager";
      return image.decode().then(() => "", () => image.getAttribute("src"));
    });
    return (await Promise.all(seen)).filter(Boolean);
  });
  for (const src of broken) faults.add(`${path}: image not shown: ${src}`);
  await page.evaluate(axe);
  // What is tapped must be 24 px: axe leaves that rule out unless asked for it.
  const rules = { "target-size": { enabled: true } };
  const found = await page.evaluate((rules) => axe.run(document, { resultTypes: ["violations"], rules }), rules);
  for (const rule of found.violations)
    for (const node of rule.nodes.slice(0, 3))
      faults.add(`${path} (${width} px, ${colorScheme}): ${rule.impact}: ${rule.id}: ${node.html.slice(0, 120)}`);
  await context.close();
}

try {
  const looks = asked.pages.flatMap((path) =>
    [390, 1440].flatMap((width) => ["light", "dark"].map((colorScheme) => [path, width, colorScheme])),
  );
  const worker = async () => {
    for (let one = looks.shift(); one; one = looks.shift()) await look(...one);
  };
  await Promise.all([worker(), worker(), worker()]);
} finally {
  await browser.close();
}
console.log(JSON.stringify([...faults].sort()));
