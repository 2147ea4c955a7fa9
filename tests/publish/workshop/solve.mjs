// Goes through a workshop without a mistake, in both modes and with several drawings. Usage: node solve.mjs < JSON
import { readFileSync } from "node:fs";

import { line, run as runs } from "./core.mjs";

const workshop = JSON.parse(readFileSync(0, "utf8"));
const holds = (limit, value) => (limit.min === null || value >= limit.min) && (limit.max === null || value <= limit.max);

// A value that the buttons reach from the start and that is within the limits.
function settable(setting) {
  const values = [];
  for (let value = setting.start; value <= setting.highest; value += setting.by) values.push(value);
  for (let value = setting.start; value >= setting.lowest; value -= setting.by) values.push(value);
  const found = values.find((value) => holds(setting.limit, value));
  if (found === undefined) throw new Error(`no value of ${setting.parameter} can be set`);
  return found;
}
function react(run) {
  while (run.state.asked !== null) {
    const { reaction } = workshop.faults[run.state.asked];
    run.act({ do: "react", choice: run.choices(run.state.asked).indexOf(reaction) });
  }
}
function step(run) {
  const at = run.state.at;
  const spec = workshop.steps[at];
  react(run);
  spec.actions.forEach((_, action) => {
    run.act({ do: "action", action });
    react(run);
  });
  spec.settings.forEach((setting, index) => run.act({ do: "set", setting: index, value: settable(setting) }));
  spec.readings.forEach((reading, index) => {
    for (let turn = 0; turn < 3 && !run.state.steps[at].readings[index].judged; turn++) {
      const fault = run.state.faults.map((one) => workshop.faults[one]).find((one, which) =>
        one.step === at && one.reading === index && !run.state.met[run.state.faults[which]]);
      run.act({ do: "read", reading: index });
      run.act({ do: "judge", reading: index, verdict: !fault ? "pass" : fault.kind === "sensor" ? "broken" : "fail" });
      react(run);
    }
  });
  run.act({ do: "next" });
}
// Settings of the line that reach all goals; tried are lowest, middle and highest of each.
function settings() {
  const { adjust, goals } = workshop.line;
  const tried = adjust.reduce((all, one) => all.flatMap((values) => [one.lowest, (one.lowest + one.highest) / 2, one.highest].map((value) => [...values, value])), [[]]);
  const reached = (values) => {
    const measures = line.simulate(line.changed(workshop.line, values), workshop.seed);
    return goals.every((goal) => line.reaches(goal, measures));
  };
  return { found: tried.find(reached), given: reached([]) };
}

const answers = [];
for (const mode of [runs.GUIDED, runs.EXAM]) {
  for (const seed of [workshop.seed, 1, 2, 3, 4, 5, 6]) {
    const run = runs.create(workshop, mode, seed);
    run.begin();
    while (run.state.stage === "steps") step(run);
    if (run.state.stage === "line") {
      const { found, given } = settings();
      if (!found || given) throw new Error(`the goals are ${given ? "reached from the start" : "out of reach"}`);
      run.act({ do: "line", values: found });
      run.act({ do: "finish" });
    }
    answers.push([mode, seed, run.state.score.raw, run.state.mistakes.map((one) => one.text)]);
  }
}
console.log(JSON.stringify(answers));
