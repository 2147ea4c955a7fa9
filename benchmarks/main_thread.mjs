// What a page costs the thread that answers the reader, in CPU time, which other work on the machine does not change.
// Usage: node main_thread.mjs CHROMIUM ADDRESS. Prints JSON: milliseconds in all and by kind of work.
import { createRequire } from "node:module";

const { chromium } = createRequire(process.cwd() + "/package.json")("playwright-core");
const [executablePath, address] = process.argv.slice(2);
const KINDS = { UpdateLayoutTree: "style", Layout: "layout", EvaluateScript: "script", FunctionCall: "script", ParseHTML: "parse" };
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const phone = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, hasTouch: true, isMobile: true }; // Lighthouse's
const page = await (await browser.newContext(phone)).newPage();
await browser.startTracing(page, { categories: ["devtools.timeline", "toplevel"] });
await page.goto(address, { waitUntil: "load" });
await page.waitForTimeout(3000); // what scripts do after the load
const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
await browser.close();

const thread = (event) => `${event.pid} ${event.tid}`;
const parser = traceEvents.find((one) => one.name === "ParseHTML" && ((one.args || {}).beginData || {}).url === address);
const own = traceEvents.filter((one) => one.ph === "X" && one.tdur && one.ts >= parser.ts && thread(one) === thread(parser));
const seen = { all: 0, style: 0, layout: 0, script: 0, parse: 0 };
const open = []; // what an event lies within; its time counts for the innermost alone
for (const one of own.sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
  while (open.length && open[open.length - 1].ts + open[open.length - 1].dur <= one.ts) open.pop();
  const outer = open[open.length - 1];
  if (!outer) seen.all += one.tdur / 1000;
  if (outer && KINDS[outer.name]) seen[KINDS[outer.name]] -= one.tdur / 1000;
  if (KINDS[one.name]) seen[KINDS[one.name]] += one.tdur / 1000;
  open.push(one);
}
console.log(JSON.stringify(seen));
