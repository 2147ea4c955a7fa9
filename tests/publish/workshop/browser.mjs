// Works in a virtual workshop in Chromium and prints what it saw as JSON. Usage: node browser.mjs CHROMIUM ADDRESS FILE
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(process.cwd() + "/package.json");
const { chromium } = require("playwright-core");
const [executablePath, address, file] = process.argv.slice(2); // the same page, served and on the disk
const args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"];
const axe = (() => {
  try {
    return readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
  } catch {
    return null;
  }
})();
const seen = { errors: [], axe: [], overflow: {}, small: [], statements: [] };
const browser = await chromium.launch({ executablePath, args });

async function open(url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => seen.errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && !/sw\.js|fetching the script/.test(message.text()) && seen.errors.push(message.text()));
  await page.addInitScript(() => {
    window.heard = [];
    document.addEventListener("textbuild:statement", (event) => window.heard.push(event.detail));
  });
  await page.goto(url);
  return page;
}
const key = (page, name) => page.locator(`.tb-workshop-panel [data-key="${name}"]`);
const said = (page) => page.locator(".tb-workshop-said").innerText();
const stage = (page) => page.locator(".tb-workshop-app").getAttribute("data-stage");

// Looks at one state on a telephone in both schemes.
async function look(page, name) {
  seen.overflow[name] = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const small = await page.evaluate(() => Array.from(document.querySelectorAll(".tb-workshop-app button, .tb-workshop-app input, .tb-workshop-app select, .tb-workshop-app summary"))
    .filter((one) => one.checkVisibility())
    .filter((one) => one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24)
    .map((one) => one.outerHTML.slice(0, 80)));
  seen.small.push(...small.map((one) => `${name}: ${one}`));
  if (!axe) return;
  for (const scheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.waitForTimeout(350); // Material fades from one scheme into the other
    if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axe);
    const found = await page.evaluate(() => axe.run(document.querySelector(".tb-workshop"), { preload: false, resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }));
    for (const rule of found.violations) seen.axe.push(`${name} ${scheme}: ${rule.id} ${rule.nodes[0].html.slice(0, 120)} ${rule.nodes[0].failureSummary}`.slice(0, 400));
  }
}

// Guided, on a telephone, from the disk: every kind of mistake and fault, then the whole way.
{
  const page = await open(file, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, bypassCSP: true });
  await look(page, "start");
  await key(page, "guided").tap();
  seen.staticHidden = await page.locator(".tb-workshop-more").evaluate((one) => !one.open);
  await key(page, "action-2").tap();
  seen.order = await said(page);
  await look(page, "running");
  await page.locator('.tb-workshop-bar [data-key="leave"]').tap();
  await look(page, "leaving");
  await page.locator('.tb-workshop-bar [data-key="stay"]').tap();
  await key(page, "next").tap();
  seen.safety = await said(page);
  await key(page, "set-0").fill("400");
  await key(page, "confirm-0").tap();
  seen.tolerance = await said(page);
  seen.standard = await page.locator(".tb-workshop-said a").first().getAttribute("href");
  await key(page, "set-0").fill("500");
  await key(page, "confirm-0").tap();
  await key(page, "action-0").tap();
  seen.faultStage = await stage(page);
  seen.focusOnSymptom = await page.evaluate(() => document.activeElement.getAttribute("data-key"));
  await look(page, "fault");
  const react = async (words) => {
    await page.locator(".tb-workshop-fault").getByText(words, { exact: true }).tap();
    await key(page, "react").tap();
  };
  await react("一切正常，继续作业");
  seen.wrongReaction = await said(page);
  await react("请他退出");
  for (const index of [1, 2]) await key(page, `action-${index}`).tap();
  await key(page, "read-0").tap();
  const stuck = await page.locator(".tb-workshop-meter output").first().innerText();
  await key(page, "read-0").tap();
  seen.stuck = [stuck, await page.locator(".tb-workshop-meter output").first().innerText()];
  await key(page, "judge-0-pass").tap();
  seen.sensor = await said(page);
  await key(page, "judge-0-broken").tap();
  await react("换表重测");
  await key(page, "read-0").tap();
  await key(page, "judge-0-pass").tap();
  await key(page, "next").tap();
  seen.second = await page.locator(".tb-workshop-head").innerText();
  await react("随他");
  seen.rushed = await said(page);
  await react("制止他");
  await key(page, "read-0").tap();
  await key(page, "judge-0-fail").tap();
  await react("停止并放电");
  await key(page, "read-0").tap();
  await key(page, "judge-0-pass").tap();
  await key(page, "action-0").tap();
  await key(page, "next").tap();
  seen.lineStage = await stage(page);
  await look(page, "line");
  await key(page, "line-judge").tap();
  seen.goalsBefore = await page.locator(".tb-workshop-goals").innerText();
  await key(page, "adjust-0").fill("30");
  await key(page, "adjust-0").dispatchEvent("change");
  await key(page, "line-judge").tap();
  seen.goalsAfter = await page.locator(".tb-workshop-goals").innerText();
  await key(page, "done").tap();
  seen.end = await page.locator(".tb-workshop-head").innerText();
  await look(page, "finished");
  await page.locator(".tb-workshop-record summary").tap();
  await look(page, "record of a run");
  const told = page.locator(".tb-workshop-record output");
  const last = await told.innerText();
  await key(page, "back").tap();
  await key(page, "back").tap();
  seen.replay = [last.split("：")[0], (await told.innerText()).split("：")[0]];
  const [download] = await Promise.all([page.waitForEvent("download"), key(page, "export").tap()]);
  const handed = JSON.parse(readFileSync(await download.path(), "utf8"));
  seen.export = [download.suggestedFilename(), handed.format, handed.workshop, handed.mode, handed.events.length > 10];
  // The file, done again by the page's own engine, gives the same score.
  seen.again = await page.evaluate((run) => {
    const workshop = JSON.parse(document.querySelector("[data-tb-workshop]").dataset.tbWorkshop);
    return window.tbWorkshop.run.replayed(workshop, run.mode, run.seed, run.events).state.score.raw === run.score.raw;
  }, handed);
  seen.statements = await page.evaluate(() => window.heard);
  await key(page, "again").tap();
  await key(page, "line").tap();
  await look(page, "watching");
  await page.context().close();
}

// The exam, served, with the keyboard alone and without motion.
{
  const page = await open(address, { reducedMotion: "reduce" });
  const press = async (name) => {
    await key(page, name).focus();
    await page.keyboard.press("Enter");
  };
  seen.calm = await page.locator(".tb-workshop-switch input").isChecked();
  await key(page, "seed").fill("7");
  await press("exam");
  seen.examHidesAnswers = !(await page.locator(".tb-workshop-more").isVisible());
  const deal = async () => {
    if ((await stage(page)) !== "fault") return;
    const symptom = await page.locator(".tb-workshop-fault p").innerText();
    const right = { "门口站着一个人。": "请他退出", "读几次都一样。": "换表重测", "读数很小。": "停止并放电", "同学要先上电。": "制止他" }[symptom];
    await page.getByRole("radio", { name: right, exact: true }).focus();
    await page.keyboard.press("Space");
    await press("react");
  };
  for (const index of [0, 1, 2]) {
    await press(`action-${index}`);
    await deal();
  }
  await key(page, "set-0").fill("750");
  await press("confirm-0");
  for (const verdict of ["broken", "pass"]) {
    await press("read-0");
    await press(`judge-0-${verdict}`);
    await deal();
  }
  seen.examKeepsQuiet = await page.locator(".tb-workshop-said .tb-is-wrong").count();
  await press("next");
  await deal();
  await press("action-0");
  for (const verdict of ["fail", "pass"]) {
    await press("read-0");
    await press(`judge-0-${verdict}`);
    await deal();
  }
  await press("next");
  seen.withoutMotion = await key(page, "line-run").innerText();
  await press("line-run");
  seen.minute = await said(page);
  await key(page, "adjust-0").fill("30");
  await key(page, "adjust-0").press("Tab");
  await press("line-judge");
  await press("done");
  seen.exam = await page.locator(".tb-workshop-head").innerText();
  await page.reload();
  seen.kept = await page.locator(".tb-workshop-head").innerText();
  await page.waitForTimeout(300);
  await page.goto(new URL("learning-record.html", address).href);
  await page.waitForSelector("[data-tb-record] table");
  seen.record = (await page.locator("[data-tb-record] tbody tr").first().innerText()).split(/\s+/);
  seen.recordVerbs = await page.evaluate(() => {
    const copy = document.querySelector("[data-tb-record] details");
    copy.open = true;
    return new Promise((done) => setTimeout(() => done(JSON.parse(copy.querySelector("textarea").value).statements.map((one) => one.verb.id.split("/").pop())), 50));
  });
  await page.goto(address);
  // A blank exam, ended at once.
  await press("exam");
  await page.locator('.tb-workshop-bar [data-key="leave"]').press("Enter");
  await page.locator('.tb-workshop-bar [data-key="stay"]').press("Enter");
  seen.stayed = [await page.evaluate(() => document.activeElement.getAttribute("data-key")), await stage(page)];
  await page.locator('.tb-workshop-bar [data-key="leave"]').press("Enter");
  seen.sure = await page.locator(".tb-workshop-sure").innerText();
  await page.keyboard.press("Enter");
  seen.blank = await page.locator(".tb-workshop-head").innerText();
  seen.run = await page.evaluate(() => {
    const workshop = JSON.parse(document.querySelector("[data-tb-workshop]").dataset.tbWorkshop);
    return JSON.stringify(window.tbWorkshop.line.simulate(workshop.line, 11));
  });
  seen.data = await page.locator("[data-tb-workshop]").getAttribute("data-tb-workshop");
  await page.context().close();
}

// What authors write stays text; without scripts the static form is there.
{
  const page = await open(address, { javaScriptEnabled: false });
  seen.plain = [await page.locator(".tb-workshop-static table").count(), await page.locator(".tb-workshop-floor svg").isVisible(), await page.locator(".tb-workshop-static").isVisible()];
  await page.context().close();
}
seen.markup = await (async () => {
  const page = await open(address);
  const counted = await page.evaluate(() => document.querySelectorAll(".tb-workshop img, .tb-workshop script, .tb-workshop b").length);
  await page.context().close();
  return counted;
})();
console.log(JSON.stringify(seen));
await browser.close();
