// A student's run: each mistake, each fault, both modes, score, replay. Run by test_core.py: node --test
import assert from "node:assert/strict";
import { test } from "node:test";

import { exported, run as runs } from "./core.mjs";
import { faultless, workshop } from "./sample.mjs";

function begun(mode, seed = 1, changes = {}) {
  const run = runs.create({ ...workshop, ...changes }, mode, seed);
  run.begin();
  return run;
}
const quiet = { faults: [], scoring: { ...workshop.scoring, faults: 0, steps: 60 } };
const kinds = (run) => run.state.mistakes.map((one) => one.kind);
const right = (run) => run.choices(run.state.asked).indexOf(workshop.faults[run.state.asked].reaction);

for (const mode of ["guided", "exam"]) {
  for (const seed of [1, 2, 77]) {
    test(`${mode}, seed ${seed}: without a mistake it is 100 points`, () => {
      const run = begun(mode, seed);
      faultless(run);
      assert.deepEqual(kinds(run), []);
      assert.equal(run.state.stage, "end");
      assert.deepEqual([run.state.score.raw, run.state.score.scaled, run.state.score.success], [100, 1, true]);
    });
  }
}

test("guided: an action out of order is refused and named; the exam lets it happen", () => {
  const guided = begun("guided", 1, quiet);
  const [told] = guided.act({ do: "action", action: 2 });
  assert.equal(told.kind, "order");
  assert.match(told.text, /“验电”之前应先做“断电”/);
  assert.deepEqual(guided.state.steps[0].done, []);
  const exam = begun("exam", 1, quiet);
  exam.act({ do: "action", action: 2 });
  assert.deepEqual(exam.state.steps[0].done, [2]);
  assert.deepEqual(kinds(exam), ["order"]);
});

test("a setting out of tolerance is told with the limit and the standard it broke", () => {
  const run = begun("guided", 1, quiet);
  const told = run.act({ do: "set", setting: 0, value: 3 }).find((one) => one.wrong);
  assert.equal(told.kind, "tolerance");
  assert.equal(told.limit.words, "5～15 min");
  assert.equal(told.limit.basis.words, "GB 18384—2025 第 5.1 条");
  assert.equal(told.limit.basis.href, "../standards/gb-18384/index.html");
});

test("the exam tells of a setting only when the step is finished, and takes the last value", () => {
  const run = begun("exam", 1, quiet);
  assert.ok(run.act({ do: "set", setting: 0, value: 3 }).every((one) => !one.wrong));
  run.act({ do: "set", setting: 0, value: 10 });
  for (const action of [0, 1, 2]) run.act({ do: "action", action });
  run.act({ do: "read", reading: 0 });
  run.act({ do: "judge", reading: 0, verdict: "pass" });
  run.act({ do: "next" });
  assert.deepEqual(kinds(run), []);
});

test("guided: a step with a safety action undone is not left", () => {
  const run = begun("guided", 1, quiet);
  run.act({ do: "next" });
  assert.equal(run.state.at, 0);
  const safety = run.state.mistakes.find((one) => one.kind === "safety");
  assert.match(safety.text, /“验电”，危险：触电/);
});

test("exam: a skipped safety action fails the exam whatever the points", () => {
  const run = begun("exam", 1, quiet);
  for (const action of [0, 1]) run.act({ do: "action", action });
  run.act({ do: "set", setting: 0, value: 10 });
  run.act({ do: "read", reading: 0 });
  run.act({ do: "judge", reading: 0, verdict: "pass" });
  run.act({ do: "next" });
  for (const action of [0, 1]) run.act({ do: "action", action });
  run.act({ do: "read", reading: 0 });
  run.act({ do: "judge", reading: 0, verdict: "pass" });
  run.act({ do: "next" });
  run.act({ do: "line", values: [30] });
  run.act({ do: "finish" });
  assert.deepEqual(kinds(run), ["safety"]);
  assert.equal(run.state.score.raw, 88); // 60 · 4/5 + 10 + 20 + 10
  assert.deepEqual([run.state.score.success, run.state.score.unsafe], [false, true]);
});

test("a fault at the beginning of a step holds everything up until it is dealt with", () => {
  const run = begun("guided");
  assert.equal(workshop.faults[run.state.asked].id, "guard");
  assert.deepEqual(run.act({ do: "action", action: 0 }), []);
  run.act({ do: "react", choice: right(run) });
  assert.equal(run.state.met[0], "right");
  assert.notDeepEqual(run.act({ do: "action", action: 0 }), []);
});

test("to go on as if all were normal is wrong; guided asks again, the points are lost", () => {
  const run = begun("guided");
  run.act({ do: "react", choice: run.choices(0).indexOf(runs.NORMAL) });
  assert.deepEqual(kinds(run), ["safety"]);
  assert.equal(run.state.asked, 0);
  run.act({ do: "react", choice: right(run) });
  assert.equal(run.state.met[0], "wrong");
});

test("a stuck sensor shows the same number each time, and is to be called so", () => {
  const run = begun("exam");
  while (run.state.asked !== null) run.act({ do: "react", choice: right(run) });
  const shown = [1, 2, 3].map(() => run.act({ do: "read", reading: 0 })[0].text);
  assert.deepEqual(new Set(shown), new Set(["电压表：12.0 V"]));
  run.act({ do: "judge", reading: 0, verdict: "pass" });
  assert.deepEqual(kinds(run), ["sensor", "sensor"]);
  assert.equal(run.state.met[2], "wrong");
});

for (const [failure, pattern] of [["dead", /无读数/], ["drift", /电压表/]]) {
  test(`a sensor fails: ${failure}`, () => {
    const faults = workshop.faults.map((one) => (one.id === "meter" ? { ...one, failure, value: null } : one)).slice(2, 3);
    const run = begun("guided", 1, { faults });
    const first = run.act({ do: "read", reading: 0 })[0].text;
    assert.match(first, pattern);
    if (failure === "drift") assert.notEqual(run.act({ do: "read", reading: 0 })[0].text, first);
    run.act({ do: "judge", reading: 0, verdict: "broken" });
    assert.equal(run.state.asked, 0);
  });
}

test("a reading out of tolerance is judged by the limit after conversion, and read again after the repair", () => {
  const run = begun("guided", 1, { faults: workshop.faults.slice(3).map((one) => ({ ...one, step: 1 })) });
  run.state.at = 1;
  run.act({ do: "read", reading: 0 }); // 36 kΩ × 2 = 72 Ω/V < 100
  const told = run.act({ do: "judge", reading: 0, verdict: "pass" }).find((one) => one.wrong);
  assert.equal(told.limit.words, "≥ 100 Ω/V");
  run.act({ do: "judge", reading: 0, verdict: "fail" });
  run.act({ do: "react", choice: run.choices(0).indexOf("leak 的处置") });
  assert.equal(run.state.steps[1].readings[0].judged, null);
  const [again] = run.act({ do: "read", reading: 0 });
  const shown = Number(/\d+/.exec(again.text)[0]);
  assert.ok(shown >= 395 && shown <= 405, again.text);
});

test("an exam draws as many faults as it says, by the seed", () => {
  const drawn = (seed) => begun("exam", seed, { exam: { faults: 2, minutes: null } }).state.faults.join();
  assert.equal(drawn(5), drawn(5));
  const all = new Set(Array.from({ length: 20 }, (_, seed) => drawn(seed + 1)));
  assert.ok(all.size > 2);
  for (const one of all) assert.equal(one.split(",").length, 2);
});

test("the line counts by its goals; a slow line reaches none", () => {
  const run = begun("guided", 1, quiet);
  run.state.stage = "line";
  run.act({ do: "line", values: [60] });
  assert.deepEqual(run.state.line.goals, [false]);
  assert.equal(run.state.line.measures.finished, 59); // at 80, 140, … 3560 s
  run.act({ do: "line", values: [30] });
  assert.deepEqual(run.state.line.goals, [true]);
});

test("time over: what is not done is not counted", () => {
  const run = begun("exam");
  run.act({ do: "finish", late: true, t: 5000 });
  assert.equal(run.state.score.raw, 0);
  assert.equal(run.state.late, true);
  assert.deepEqual(run.act({ do: "action", action: 0 }), []);
});

test("a run done again is the same run, up to each event", () => {
  const run = begun("exam", 9);
  faultless(run);
  const again = runs.replayed(workshop, "exam", 9, run.events);
  assert.deepEqual(again.state, run.state);
  const half = runs.replayed(workshop, "exam", 9, run.events, 3);
  assert.deepEqual(half.state.timeline, run.state.timeline.slice(0, half.state.timeline.length));
});

test("what is handed in names workshop, mode, seed, events and score", () => {
  const run = begun("exam", 9);
  faultless(run);
  const file = JSON.parse(JSON.stringify(exported(run)));
  assert.equal(file.workshop, "workshop:sample");
  assert.equal(file.score.raw, 100);
  assert.deepEqual(runs.replayed(workshop, file.mode, file.seed, file.events).state.score, run.state.score);
});

test("events that make no sense change nothing", () => {
  const run = begun("guided", 1, quiet);
  for (const event of [{}, { do: "toString" }, { do: "action", action: 99 }, { do: "set", setting: 0, value: "9" }, { do: "judge", reading: 0, verdict: "pass" }, { do: "react", choice: 0 }, { do: "line", values: [1] }])
    assert.deepEqual(run.act(event), []);
  assert.deepEqual(kinds(run), []);
  assert.ok(run.events.every((one) => one.do !== "toString"));
});
