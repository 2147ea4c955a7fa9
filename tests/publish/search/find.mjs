// Runs the pages' own search scripts on an index on the disk. Usage: node find.mjs ASSETS INDEX QUERIES
// QUERIES: JSON list. Prints for each what was found: addresses with anchors, and whether they are only near.
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import vm from "node:vm";

const [assets, index, queries] = process.argv.slice(2);
const run = (path) => vm.runInThisContext(readFileSync(path, "utf8"), { filename: path });

// As much of a browser as the scripts use.
globalThis.window = globalThis;
globalThis.document = {
  currentScript: null,
  createElement: () => ({}),
  head: {
    append(script) {
      document.currentScript = script;
      run(fileURLToPath(script.src));
    },
  },
};
run(`${assets}/search-words.js`);
run(`${assets}/search-index.js`);

const opened = await tbSearch.open(pathToFileURL(index).href);
const root = new URL("..", pathToFileURL(index)).href;
const answers = [];
for (const query of JSON.parse(queries)) {
  const answer = await opened.find(query);
  const texts = (await Promise.all(answer.pages.map((page) => opened.text(page, answer)))).filter(Boolean);
  const found = texts.flatMap((text) => text.hits.map((hit) => `${text.address.replace(root, "")}#${hit.anchor}`));
  answers.push({ found, near: answer.near });
}
console.log(JSON.stringify(answers));
