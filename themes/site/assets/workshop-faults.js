// What goes wrong in a student's run: which fault shows when, what may be done about it, and what was done. Knows no page.
(function () {
  "use strict";
  const { stream } = window.tbWorkshop;
  const NORMAL = "一切正常，继续作业";

  function shuffled(items, draw) {
    const copy = items.slice();
    for (let last = copy.length - 1; last > 0; last--) {
      const other = Math.floor(draw() * (last + 1));
      [copy[last], copy[other]] = [copy[other], copy[last]];
    }
    return copy;
  }
  const isReading = (fault) => fault.kind === "tolerance" || fault.kind === "sensor";

  // Those that a run meets: all, or in an exam as many as are drawn.
  function drawn(workshop, isExam, seed) {
    const all = shuffled(workshop.faults.map((_, index) => index), stream(seed, "faults"));
    const wanted = isExam && workshop.exam.faults !== null ? workshop.exam.faults : all.length;
    return all.slice(0, wanted).sort((a, b) => a - b);
  }

  // `run`: what workshop-run.js shares of one run.
  function faults({ workshop, state, guided, seed, mine, note, mistake }) {
    // The fault that changes a reading of the present step, until the student has dealt with it.
    function faultOf(index) {
      return state.faults.find((one) => {
        const fault = workshop.faults[one];
        return isReading(fault) && fault.step === state.at && fault.reading === index && !state.met[one];
      });
    }
    function ask() {
      if (state.stage !== "steps" || state.asked !== null) return;
      const due = state.faults.find((one) => {
        const fault = workshop.faults[one];
        const shows = fault.after === null || mine().done.includes(fault.after);
        return !isReading(fault) && fault.step === state.at && shows && !state.met[one];
      });
      if (due !== undefined) present(due);
    }
    function present(index) {
      state.asked = index;
      note("fault", "出现情况：" + workshop.faults[index].symptom, { open: true });
    }

    // What the student may do about a fault, in an order of its own for each seed.
    function choices(index) {
      const fault = workshop.faults[index];
      const wrong = isReading(fault) ? fault.wrong : fault.wrong.concat(NORMAL);
      return shuffled([fault.reaction, ...wrong], stream(seed, "choices", fault.id));
    }
    function doReact({ choice }) {
      const index = state.asked;
      const fault = workshop.faults[index];
      const chosen = fault && choices(index)[choice];
      if (!chosen) return;
      note("react", "处置：" + chosen);
      const right = chosen === fault.reaction;
      if (!right) {
        state.tried[index] = true;
        mistake(fault.kind, `“${fault.title}”处置不当。${fault.why}`, fault.limit);
        if (fault.kind === "safety") state.unsafe = true;
        if (guided) return;
      }
      state.asked = null;
      state.met[index] = right && !state.tried[index] ? "right" : "wrong";
      if (right) note("dealt", `异常“${fault.title}”已处置。${fault.why}`);
      if (isReading(fault) && right) {
        const own = mine().readings[fault.reading];
        Object.assign(own, { count: own.count, shown: null, dead: false, over: false, judged: null });
        note("again", "处置后请重新读数并判断。", { open: true });
      }
      ask();
    }
    return { faultOf, ask, present, choices, doReact };
  }

  Object.assign(window.tbWorkshop, { faults: { open: faults, drawn, shuffled, NORMAL } });
})();
