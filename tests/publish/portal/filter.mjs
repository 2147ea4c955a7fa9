// Types into the filter of a list of standards and prints the numbers that stay. Usage: node filter.mjs CHROMIUM ADDRESS
import { createRequire } from "node:module";

const { chromium } = createRequire(process.cwd() + "/package.json")("playwright-core");
const [executablePath, address] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const shown = {};

async function look(javaScriptEnabled, states) {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(address);
  for (const [name, state] of Object.entries(states)) {
    for (const [field, value] of Object.entries(state)) {
      const control = page.locator(`form [name=${field}]`);
      await (field === "text" ? control.fill(value) : control.selectOption(value));
    }
    shown[name] = (await page.locator("tbody th > :first-child:visible").allTextContents()).join(" | ");
    if (javaScriptEnabled) await page.click("button[type=reset]");
  }
  shown[javaScriptEnabled ? "form" : "form without script"] = await page.locator("form").isVisible();
  await context.close();
}

try {
  await look(false, { "without script": {} });
  await look(true, {
    all: {},
    number: { text: "gb38031" },
    dated: { text: "GB 38031-2020" },
    words: { text: "安全 蓄电池" },
    nothing: { text: "没有" },
    verdict: { verdict: "unverified" },
    sector: { sector: "it" },
    cited: { cited: "yes" },
    uncited: { cited: "no", text: "gb" },
  });
} finally {
  await browser.close();
}
console.log(JSON.stringify(shown));
