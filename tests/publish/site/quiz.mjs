// Answers a small self-test as a student does and prints what it saw as JSON. Usage: node quiz.mjs CHROMIUM ADDRESS FILES
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.cwd() + "/package.json");
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const [executablePath, address, files] = process.argv.slice(2); // the same site, served and on the disk
const NO_WORKER = "A bad HTTP response code (404) was received when fetching the script.";
const seen = { errors: [], axe: [] };
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });

async function student(options = {}, base = address) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 }, locale: "zh-CN", reducedMotion: "reduce", bypassCSP: true, acceptDownloads: true, ...options,
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => seen.errors.push(error.message));
  page.on("console", (m) => m.type() === "error" && m.text() !== NO_WORKER && seen.errors.push(m.text()));
  const go = (path = "ev/1-1.html") => page.goto(base + path);
  await go();
  return { page, go, close: () => context.close() };
}
async function check(page, state) {
  await page.evaluate(axe);
  const rules = { "target-size": { enabled: true } };
  const found = await page.evaluate((rules) => axe.run(document, { resultTypes: ["violations"], preload: false, rules }), rules);
  for (const rule of found.violations) for (const node of rule.nodes) seen.axe.push(`${state}: ${rule.id}: ${node.html.slice(0, 150)}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) seen.axe.push(`${state}: ${wide} px too wide`);
}
async function words(locator) {
  await locator.scrollIntoViewIfNeeded(); // what is far from the screen is laid out later
  return (await locator.innerText()).replace(/\s+/g, " ").trim();
}
const letters = (quiz) => quiz.locator("details.tb-key").evaluate((key) => JSON.parse(key.dataset.key).right);

/** Gives an answer, right or wrong, with the mouse. */
async function give(quiz, kind, right) {
  if (kind === "order") {
    const wanted = await letters(quiz);
    if (!right) wanted.reverse();
    for (let place = 0; place < wanted.length; place++) {
      const at = async () => (await quiz.locator(".tb-steps > li").evaluateAll((all) => all.map((li) => li.dataset.answer))).indexOf(wanted[place]);
      for (let now = await at(); now > place; now = await at()) await quiz.locator(".tb-steps > li").nth(now).locator("button").first().click();
    }
  } else if (kind === "match") {
    const wanted = await letters(quiz);
    for (const [n, letter] of wanted.entries()) await quiz.locator("select").nth(n).selectOption(right ? letter : wanted[0]);
  } else if (kind === "fill") {
    await quiz.locator("input").nth(0).fill(right ? " 绝缘 阻值。" : "电压");
    await quiz.locator("input").nth(1).fill(right ? "mpa" : "Pa");
  } else if (kind === "calculation") {
    await quiz.locator("input").fill(right ? "１３５.９ s" : "137");
  } else {
    const wanted = await letters(quiz);
    const boxes = quiz.locator("fieldset input");
    for (let n = 0; n < (await boxes.count()); n++) {
      const is = wanted.includes(await boxes.nth(n).getAttribute("value"));
      if (kind === "multiple") await boxes.nth(n).setChecked(right ? is : n === 0);
      else if (is === right) await boxes.nth(n).check();
    }
  }
  await quiz.locator(".tb-check").click();
}

async function kinds(base, options) {
  const { page, go, close } = await student(options, base);
  const found = { kinds: {} };
  await page.evaluate(() => {
    window.said = [];
    document.addEventListener("textbuild:statement", (event) => window.said.push(event.detail));
  });
  await check(page, "start");
  found.key_in_sight = await page.locator("details.tb-key:visible").count();
  const all = page.locator(".tb-quiz");
  for (let n = 0; n < (await all.count()); n++) {
    const quiz = all.nth(n);
    const kind = await quiz.getAttribute("data-kind");
    const one = (found.kinds[`${n + 1} ${kind}`] = {});
    if (kind !== "order") {
      await quiz.locator(".tb-check").click();
      one.empty = await words(quiz.locator(".tb-feedback"));
    }
    await give(quiz, kind, false);
    one.wrong = await words(quiz.locator(".tb-feedback"));
    if (n === 0) await check(page, "wrong");
    await quiz.getByText("看答案").click();
    one.answer = await words(quiz.locator(".tb-answer"));
    if (n === 0) await check(page, "answer");
    await quiz.getByText("再做一次").click();
    one.again = await quiz.locator(".tb-feedback").innerText();
    await give(quiz, kind, true);
    one.right = await words(quiz.locator(".tb-feedback"));
  }
  await check(page, "all right");
  found.summary = await words(page.locator(".tb-quiz-summary"));
  found.tick = await page.locator(".md-nav--primary a[href$='1-1.html'] .tb-tested, .md-nav--primary .md-nav__link--active .tb-tested").first().getAttribute("aria-label");
  found.statements = await page.evaluate(() => window.said.map((one) => [one.verb, one.object.type, one.object.id, one.result ? one.result.success : null]));
  await go();
  found.after_reload = await words(page.locator(".tb-quiz-summary"));
  found.shown_after_reload = await words(page.locator(".tb-quiz").first().locator(".tb-feedback"));
  await go("ev/1-2.html");
  found.scripts_without_quiz = await page.locator("script[src*='quiz']").count();
  found.tick_elsewhere = await page.locator(".md-nav--primary a[href$='1-1.html'] .tb-tested").first().getAttribute("aria-label");
  await close();
  return found;
}
seen.served = await kinds(address, {});
seen.disk = await kinds(files, { colorScheme: "dark", viewport: { width: 1440, height: 900 } });

async function keyboard() {
  const { page, close } = await student();
  const found = {};
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };
  const to = async (test) => { for (let n = 0; n < 200; n++) { await press("Tab"); if (await page.evaluate(test)) return n; } return -1; };
  await to(() => document.activeElement.matches(".tb-quiz input[type=radio]"));
  await press("ArrowDown", "Enter"); // from A to B, which is right
  found.single = await words(page.locator(".tb-quiz").first().locator(".tb-verdict-line"));
  await to(() => document.activeElement.matches(".tb-quiz[data-kind=order] .tb-move button:last-child"));
  const order = page.locator(".tb-quiz[data-kind=order]");
  const before = await order.locator(".tb-steps > li").evaluateAll((all) => all.map((li) => li.dataset.answer).join(""));
  await press("Enter", "Enter");
  found.moved = [before, await order.locator(".tb-steps > li").evaluateAll((all) => all.map((li) => li.dataset.answer).join(""))];
  found.said = await order.locator(".tb-quiz-said").textContent();
  found.kept_focus = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  await close();
  return found;
}
seen.keyboard = await keyboard();

async function record() {
  const { page, go, close } = await student();
  const found = {};
  await page.evaluate(() => { const s = document.querySelector(".tb-quiz"); s.scrollIntoView(); });
  await give(page.locator(".tb-quiz").first(), "single", true);
  await page.evaluate(() => document.dispatchEvent(new CustomEvent("textbuild:statement", { detail: { verb: "attempted", object: { id: "ev/cell", type: "workshop", name: "单元" } } })));
  await page.waitForTimeout(300);
  await go("ev/learning-record.html");
  await page.waitForSelector("[data-tb-record] table");
  found.begun = await words(page.locator("[data-tb-record] tbody tr").first());
  await go();
  await page.evaluate(() => document.dispatchEvent(new CustomEvent("textbuild:statement", { detail: { verb: "completed", object: { id: "ev/cell", type: "workshop", name: "单元" }, result: { score: { scaled: 0.8 } } } })));
  await page.evaluate(() => document.dispatchEvent(new CustomEvent("textbuild:statement", { detail: { verb: "hacked", object: { id: "x" } } })));
  await page.waitForTimeout(300);
  await go("ev/learning-record.html");
  await page.waitForSelector("[data-tb-record] table");
  found.count = await words(page.locator("[data-tb-record] [role=status]"));
  found.row = await words(page.locator("[data-tb-record] tbody tr").first());
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(350); // Material fades from one scheme into the other
    await check(page, `record ${colorScheme}`);
  }
  await page.locator("[data-tb-record] input").fill("2026-07 王");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "导出文件" }).click()]);
  found.file = JSON.parse(readFileSync(await download.path(), "utf8"));
  found.kept_name = await page.evaluate(() => JSON.stringify(Object.assign({}, localStorage)).includes("王"));
  await page.getByRole("button", { name: "删除本机的记录" }).click();
  await check(page, "record, deletion asked");
  await page.getByRole("button", { name: "确定删除" }).click();
  await page.waitForFunction(() => /还没有记录/.test(document.querySelector("[data-tb-record]").textContent));
  found.deleted = await words(page.locator("[data-tb-record]"));
  await check(page, "record empty");
  await close();
  return found;
}
seen.record = await record();

async function plain() {
  const { page, close } = await student({ javaScriptEnabled: false });
  const found = { keys: await page.locator("details.tb-key:visible").count(), fields: await page.locator(".tb-quiz input:visible, .tb-quiz select:visible").count() };
  await close();
  return found;
}
seen.plain = await plain();
await browser.close();
console.log(JSON.stringify(seen));
