// Photographs pages of the built site in Chromium: reads a list of shots as JSON from standard input, writes PNG files.
// A shot: { url, out, width, height, scale, show: selector to scroll to, tap: selector to tap }. Nothing outside the site is loaded.
import { chromium } from "playwright-core";
import { readFileSync } from "node:fs";

const { site, executablePath, shots } = JSON.parse(readFileSync(0, "utf8"));
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--font-render-hinting=none"] });
try {
  for (const shot of shots) {
    const context = await browser.newContext({
      viewport: { width: shot.width, height: shot.height },
      deviceScaleFactor: shot.scale,
      hasTouch: shot.width < 600,
      colorScheme: "light",
      reducedMotion: "reduce",
      locale: "zh-CN",
    });
    await context.route("**/*", (route) => (route.request().url().startsWith(site) ? route.continue() : route.abort()));
    const page = await context.newPage();
    await page.goto(site + shot.url, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready);
    if (shot.show) {
      const place = page.locator(shot.show).first();
      await place.evaluate((element) => element.scrollIntoView({ block: "center" }));
      if (shot.tap) await (shot.width < 600 ? place.tap() : place.hover());
    }
    await page.waitForTimeout(500);
    await page.screenshot({ path: shot.out });
    await context.close();
  }
} finally {
  await browser.close();
}
