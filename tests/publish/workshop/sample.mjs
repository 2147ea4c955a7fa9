// A small workshop as the page gets it: two steps, one fault of each kind, a line.
const basis = { words: "GB 18384—2025 第 5.1 条", href: "../standards/gb-18384/index.html", told: "现行" };
const limit = (name, min, max, unit) => ({ name, symbol: null, unit, min, max, words: `${min}～${max} ${unit}`, note: null, typical: false, basis });
const insulation = { name: "绝缘电阻", symbol: null, unit: "Ω/V", min: 100, max: null, words: "≥ 100 Ω/V", note: null, typical: false, basis };
const fault = (id, kind, more) => ({
  id, kind, title: id, value: null, failure: null, symptom: `${id} 的现象`, reaction: `${id} 的处置`, wrong: ["再试一次"], why: `${id} 的道理`,
  after: null, reading: null, limit: null, ...more,
});

export const workshop = {
  id: "workshop:sample", title: "样例", ending: "想一想", seed: 1, process: "绝缘检测",
  stations: [{ id: "bay", name: "工位", x: 60, y: 60 }, { id: "store", name: "库", x: 180, y: 60 }], conveyor: ["bay", "store"],
  instruments: { meter: { title: "绝缘表", unit: "kΩ", range: [0, 2000], decimals: 0 }, volt: { title: "电压表", unit: null, range: null, decimals: 1 } },
  steps: [
    {
      id: "S1", title: "下电", station: "bay", hazards: ["触电"], any_order: false, hint: null, actions: ["断电", "等待", "验电"], safety: [2],
      settings: [{ parameter: "等待时间", start: 0, lowest: 0, highest: 30, by: 1, limit: limit("等待时间", 5, 15, "min") }],
      readings: [{ parameter: "验电电压", instrument: "volt", value: 2, noise: 0.5, factor: 1, conversion: null, limit: { ...limit("验电电压", null, 60, "V"), words: "≤ 60 V" } }],
    },
    {
      id: "S2", title: "测量", station: "bay", hazards: [], any_order: true, hint: null, actions: ["接线", "放电"], safety: [1], settings: [],
      readings: [{ parameter: "绝缘电阻", instrument: "meter", value: 400, noise: 5, factor: 2, conversion: "除以电压", limit: insulation }],
    },
  ],
  faults: [
    fault("guard", "safety", { step: 0 }),
    fault("mixed", "order", { step: 0, after: 1 }),
    fault("meter", "sensor", { step: 0, reading: 0, failure: "stuck", value: 12 }),
    fault("leak", "tolerance", { step: 1, reading: 0, value: 36, limit: insulation }),
  ],
  line: {
    minutes: 60, task: "找瓶颈", goals: [{ measure: "throughput", at_least: 80, at_most: null }],
    stations: [
      { station: "bay", cycle: 60, spread: 0, exponential: false, buffer: 0, good: 1, rework: null, failures: null },
      { station: "store", cycle: 20, spread: 0, exponential: false, buffer: 1, good: 1, rework: null, failures: null },
    ],
    adjust: [{ station: "bay", what: "cycle", lowest: 30, highest: 90, by: 5 }],
  },
  exam: { faults: null, minutes: null },
  scoring: { steps: 30, settings: 10, readings: 20, faults: 30, line: 10, passed: 60, safety_fails: true },
};

// The way through it without a mistake, in any mode and with any seed.
export function faultless(run) {
  const react = () => {
    while (run.state.asked !== null) {
      const { reaction } = workshop.faults[run.state.asked];
      run.act({ do: "react", choice: run.choices(run.state.asked).indexOf(reaction) });
    }
  };
  const read = (verdicts) => {
    for (const verdict of verdicts) {
      run.act({ do: "read", reading: 0 });
      run.act({ do: "judge", reading: 0, verdict });
      react();
    }
  };
  react();
  for (const action of [0, 1, 2]) {
    run.act({ do: "action", action });
    react();
  }
  run.act({ do: "set", setting: 0, value: 10 });
  read(run.state.faults.includes(2) ? ["broken", "pass"] : ["pass"]);
  run.act({ do: "next" });
  run.act({ do: "action", action: 1 });
  run.act({ do: "action", action: 0 });
  read(run.state.faults.includes(3) ? ["fail", "pass"] : ["pass"]);
  run.act({ do: "next" });
  run.act({ do: "line", values: [30] });
  run.act({ do: "finish" });
}
