// The workshop's scripts that know no page, for tests in Node.
import { readFileSync } from "node:fs";
import vm from "node:vm";

globalThis.window = globalThis;
const assets = new URL("../../../themes/site/assets/", import.meta.url);
for (const name of ["workshop-stream", "workshop-line", "workshop-score", "workshop-faults", "workshop-readings", "workshop-run"]) {
  vm.runInThisContext(readFileSync(new URL(`${name}.js`, assets), "utf8"), { filename: `${name}.js` });
}
export const { exported, line, run, stream } = globalThis.tbWorkshop;
