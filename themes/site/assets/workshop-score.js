// What a run is worth, and how it is handed in. Knows no page.
(function () {
  "use strict";
  const EXAM = "exam";
  const MEASURES = { throughput: ["产量", "件/h"], yield: ["合格率", ""], wip: ["平均在制品", "件"], cycle: ["平均节拍", "s/件"] };

  const round = (value, decimals) => Number(value.toFixed(decimals));
  const unitOf = (limit) => (limit && limit.unit ? " " + limit.unit : "");
  const holds = (limit, value) =>
    !limit || ((limit.min === null || value >= limit.min) && (limit.max === null || value <= limit.max));

  function goalWords(goal) {
    const [name, unit] = MEASURES[goal.measure];
    const bounds = [];
    if (goal.at_least !== null) bounds.push("≥ " + goal.at_least);
    if (goal.at_most !== null) bounds.push("≤ " + goal.at_most);
    return `${name} ${bounds.join(" 且 ")} ${unit}`.trim();
  }

  // Points by part: each thing to be done counts alike within its part.
  function score(workshop, state) {
    const parts = [];
    const count = (part, words, flags) => {
      const points = workshop.scoring[part];
      const right = flags.filter(Boolean).length;
      const earned = flags.length ? (points * right) / flags.length : points;
      if (points) parts.push({ part, words, points, right, of: flags.length, earned });
    };
    const each = (pick) => workshop.steps.reduce((all, one, index) => all.concat(pick(one, state.steps[index])), []);
    count("steps", "动作与次序", each((one, own) => one.actions.map((_, index) => own.done.includes(index) && !own.wrong[index])));
    count("settings", "参数设定", each((one, own) => one.settings.map((spec, index) => isRight(spec, own.settings[index]))));
    count("readings", "读数判断", each((one, own) => own.readings.map((reading) => reading.first === true)));
    count("faults", "异常处置", state.faults.map((one) => state.met[one] === "right"));
    const goals = workshop.line ? workshop.line.goals.map(() => false) : [];
    count("line", "产线指标", state.line ? state.line.goals : goals);
    const raw = round(parts.reduce((sum, one) => sum + one.earned, 0), 1);
    const unsafe = state.mode === EXAM && workshop.scoring.safety_fails && state.unsafe;
    return { parts, raw, max: 100, scaled: round(raw / 100, 3), success: raw >= workshop.scoring.passed && !unsafe, unsafe };
  }
  const isRight = (spec, own) => own.set && !own.wrong && holds(spec.limit, own.value);

  // The run as a file that a student hands in.
  function exported({ workshop, state, events }) {
    const mistakes = state.mistakes.map(({ time, step, kind, text, limit }) => ({
      time,
      step,
      kind,
      text,
      limit: limit ? limit.words : null,
      basis: limit && limit.basis ? limit.basis.words : null,
    }));
    const { mode, seed, late } = state;
    const measures = state.line && state.line.measures;
    return { format: "textbuild-workshop-run", version: 1, workshop: workshop.id, title: workshop.title, mode, seed, events, late, score: state.score, line: measures, mistakes };
  }

  window.tbWorkshop = Object.assign(window.tbWorkshop, { score, exported, goalWords, holds, round, unitOf });
})();
