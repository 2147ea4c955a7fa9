// Plays the items of a QTI package in qti3-item-player as a student does. Usage: node player.mjs CHROMIUM < JSON
// Takes {name: {xml, right, wrong}}, where an answer is {choose: [ids]}, {fill: [texts]}, {drag: [[from, to]…]};
// prints {name: {right, wrong, empty, most}}: the scores.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(process.cwd() + "/package.json");
const { chromium } = require("playwright-core");
const items = JSON.parse(readFileSync(0, "utf8"));
const browser = await chromium.launch({ executablePath: process.argv[2], args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
const errors = [];
page.on("pageerror", (error) => errors.push(error.message));
await page.setContent('<!doctype html><meta charset="utf-8"><div id="app"></div>');
await page.addScriptTag({ path: require.resolve("vue/dist/vue.min.js") });
await page.addScriptTag({ path: require.resolve("qti3-item-player/dist/qti3Player.umd.min.js") });
await page.addStyleTag({ path: require.resolve("qti3-item-player/dist/qti3Player.css") });
await page.evaluate(() => {
  const heard = {};
  const on = { notifyQti3PlayerReady: (player) => (window.player = player) };
  for (const name of ["ItemReady", "EndAttemptCompleted"]) on["notifyQti3" + name] = (data) => heard[name](data);
  const component = window.qti3Player.default || window.qti3Player;
  new window.Vue({ el: "#app", render: (create) => create(component, { on }) });
  const sessionControl = { max_attempts: 0, show_feedback: false, validate_responses: false };
  window.load = (xml, guid) => new Promise((done) => {
    heard.ItemReady = () => done(true);
    window.player.loadItemFromXml(xml, { guid, status: "interacting", sessionControl });
  });
  window.end = () => new Promise((done) => {
    heard.EndAttemptCompleted = ({ state }) => done(Object.fromEntries(state.outcomeVariables.map((one) => [one.identifier, one.value])));
    window.player.endAttempt("done");
  });
});

async function drag([from, to]) {
  const [start, end] = await Promise.all([from, to].map((id) => page.locator(`li[data-identifier="${id}"]`).first().boundingBox()));
  const [x, y] = [start.x + Math.min(start.width, 40) / 2, start.y + start.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 6, y + 6, { steps: 3 });
  await page.mouse.move(end.x + end.width * 0.9, end.y + end.height / 2, { steps: 12 });
  await page.waitForTimeout(100);
  await page.mouse.up();
  await page.waitForTimeout(200);
}
async function give({ choose = [], fill = [], drag: pairs = [] }) {
  for (const id of choose) await page.locator(`li[data-identifier="${id}"]`).click();
  for (const [n, text] of fill.entries()) await page.locator(".qti-text-entry-interaction input").nth(n).fill(text);
  for (const pair of pairs) await drag(pair);
}

// One item after the other: the player does not tell that it is ready with one that it already shows.
const played = Object.fromEntries(Object.keys(items).map((name) => [name, {}]));
for (const how of ["right", "wrong", "empty"]) {
  for (const [name, { xml, ...answers }] of Object.entries(items)) {
    await page.evaluate(([xml, guid]) => window.load(xml, guid), [xml, `${name} ${how}`]);
    await page.waitForTimeout(100);
    await give(answers[how] || {});
    const outcomes = await page.evaluate(() => window.end());
    Object.assign(played[name], { [how]: outcomes.SCORE, most: outcomes.MAXSCORE });
  }
}
await browser.close();
console.log(JSON.stringify({ played, errors }));
