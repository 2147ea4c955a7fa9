// One student's run through a virtual workshop: what may be done, what was wrong and which limit it broke, and the score.
// Knows no page. A run is the list of its events: the same workshop, mode, seed and events give the same run, so that a
// run can be kept, handed in and looked at again. The workshop is the JSON that src/textbuild/render/workshop_data.py makes.
(function () {
  "use strict";
  const { stream, line, score, goalWords, holds, unitOf, faults, readings } = window.tbWorkshop;
  const { drawn, shuffled, NORMAL } = faults;
  const { VERDICTS } = readings;
  const GUIDED = "guided";
  const EXAM = "exam";

  const has = (table, name) => Object.prototype.hasOwnProperty.call(table, name);

  function create(workshop, mode, seed) {
    const steps = workshop.steps.map((step) => ({
      done: [], // indexes of actions in the order in which they were done
      wrong: {}, // action → true
      settings: step.settings.map((one) => ({ value: one.start, set: false, wrong: false })),
      readings: step.readings.map(() => ({ count: 0, shown: null, dead: false, judged: null, first: null })),
    }));
    const state = {
      mode,
      seed,
      at: 0,
      stage: "steps", // then "line" where there is one to be judged, then "end"
      steps,
      faults: drawn(workshop, mode === EXAM, seed),
      met: {}, // fault → "right" or "wrong"
      tried: {}, // fault → true once its first reaction was wrong
      asked: null, // the fault to which the student has to react
      unsafe: false,
      mistakes: [],
      timeline: [],
      line: null, // {values, measures, goals}
      late: false,
      score: null,
    };
    const events = [];
    let now = 0;

    const guided = mode === GUIDED;
    const step = () => workshop.steps[state.at];
    const mine = () => state.steps[state.at];

    // One line of the record. `open`: told at once also in an exam, because it shows in the workshop itself.
    function note(kind, text, more) {
      const entry = Object.assign({ time: now, step: state.at, kind, text, limit: null, wrong: false, open: false }, more);
      state.timeline.push(entry);
      if (entry.wrong) state.mistakes.push(entry);
      return entry;
    }
    const mistake = (kind, text, limit, more) => note(kind, text, Object.assign({ limit, wrong: true }, more));

    const shared = { workshop, state, guided, seed, step, mine, note, mistake };
    const { faultOf, ask, present, choices, doReact } = faults.open(shared);
    const { doRead, doJudge, shownWords } = readings.open(shared, { faultOf, present });

    function doAction({ action }) {
      const { actions, any_order: anyOrder, safety } = step();
      const own = mine();
      if (!(action in actions) || own.done.includes(action)) return;
      const skipped = anyOrder ? -1 : actions.findIndex((_, index) => index < action && !own.done.includes(index));
      if (skipped >= 0) {
        const isSafety = safety.includes(skipped);
        own.wrong[action] = true;
        const words = `次序不对：“${actions[action]}”之前应先做“${actions[skipped]}”` + (isSafety ? "。这是安全动作" : "");
        mistake("order", words + "。");
        if (guided) return;
      }
      own.done.push(action);
      note("action", actions[action]);
      ask();
    }

    function doSet({ setting, value }) {
      const spec = step().settings[setting];
      if (!spec || typeof value !== "number" || !isFinite(value)) return;
      const own = mine().settings[setting];
      own.value = Math.min(spec.highest, Math.max(spec.lowest, value));
      own.set = true;
      note("set", `设定 ${spec.parameter}：${own.value}${unitOf(spec.limit)}`);
      if (guided) judgeSetting(setting);
    }
    function judgeSetting(setting) {
      const spec = step().settings[setting];
      const own = mine().settings[setting];
      if (own.set && holds(spec.limit, own.value)) return true;
      own.wrong = true;
      const words = own.set ? `“${spec.parameter}”设为 ${own.value}${unitOf(spec.limit)}，超出限值` : `没有设定“${spec.parameter}”`;
      mistake("tolerance", words + "。", spec.limit);
      return false;
    }

    // What is still to be done in the step; for guided mode, which does not go on without it.
    function undone() {
      const { actions, safety, settings, readings } = step();
      const own = mine();
      const left = actions.map((_, index) => index).filter((index) => !own.done.includes(index));
      return {
        safety: left.filter((index) => safety.includes(index)),
        others: left.filter((index) => !safety.includes(index)),
        settings: settings.map((_, index) => index).filter((index) => !own.settings[index].set || !holds(settings[index].limit, own.settings[index].value)),
        readings: readings.map((_, index) => index).filter((index) => !own.readings[index].judged),
      };
    }
    function doNext() {
      const { actions, settings, readings, hazards } = step();
      const own = mine();
      const left = undone();
      for (const index of left.safety) {
        own.wrong[index] = true;
        state.unsafe = true;
        const danger = hazards.length ? `，危险：${hazards.join("、")}` : "";
        mistake("safety", `跳过了安全动作“${actions[index]}”${danger}。`);
      }
      for (const index of left.others) {
        own.wrong[index] = true;
        mistake("skipped", `漏做“${actions[index]}”。`);
      }
      for (const index of left.settings) {
        if (guided && own.settings[index].set) continue; // told when it was set
        judgeSetting(index);
      }
      for (const index of left.readings) {
        const other = own.readings[index];
        if (other.first === null) other.first = false;
        mistake("skipped", `没有读数并判断“${readings[index].parameter}”。`, readings[index].limit);
      }
      const waiting = left.safety.length + left.others.length + left.settings.length + left.readings.length;
      if (guided && waiting) return;
      for (const one of state.faults) {
        const fault = workshop.faults[one];
        if (fault.step !== state.at || state.met[one]) continue;
        state.met[one] = "wrong";
        mistake(fault.kind, `没有发现异常“${fault.title}”。${fault.why}`, fault.limit);
      }
      note("next", `完成步骤 ${step().id}`);
      state.at++;
      if (state.at < workshop.steps.length) ask();
      else if (workshop.line && workshop.line.goals.length) state.stage = "line";
      else end(false);
    }

    function doLine({ values }) {
      const spec = line.changed(workshop.line, Array.isArray(values) ? values : []);
      // The same luck for everybody: an author has tried the goals with this seed.
      const measures = line.simulate(spec, workshop.seed);
      const goals = workshop.line.goals.map((goal) => line.reaches(goal, measures));
      state.line = { values, measures, goals };
      const met = goals.filter(Boolean).length;
      note("line", `产线运行 ${workshop.line.minutes} min：达到 ${met}/${goals.length} 项指标`, { open: true });
    }
    function doFinish({ late }) {
      end(Boolean(late));
    }

    function end(late) {
      state.late = late;
      for (const one of state.faults) if (!state.met[one]) state.met[one] = "wrong";
      if (workshop.line && workshop.line.goals.length) {
        (state.line ? state.line.goals : workshop.line.goals.map(() => false)).forEach((met, index) => {
          if (!met) mistake("line", `产线指标没有达到：${goalWords(workshop.line.goals[index])}。`, null, { step: -1 });
        });
      }
      state.stage = "end";
      state.asked = null;
      state.score = score(workshop, state);
      note("end", late ? "时间到，结束" : "结束", { open: true });
    }
    const ACTS = { action: doAction, set: doSet, read: doRead, judge: doJudge, react: doReact, next: doNext };
    return {
      state,
      events,
      workshop,
      choices,
      undone,
      shownWords,
      // Actions of a step in the order in which they are offered: in an exam finding the order is the task.
      offered(index) {
        const all = workshop.steps[index].actions.map((_, action) => action);
        return guided || workshop.steps[index].any_order ? all : shuffled(all, stream(seed, "actions", index));
      },
      // Takes an event {do, …, t: milliseconds since the start}. Gives the new lines of the record; none: it was refused.
      act(event) {
        const known = state.timeline.length;
        const what = event.do;
        const allowed =
          state.stage !== "end" &&
          (what === "finish" || (state.stage === "line" ? what === "line" : what === "react" ? state.asked !== null : has(ACTS, what) && state.asked === null));
        if (!allowed) return [];
        now = Math.max(now, Number(event.t) || 0);
        events.push(event);
        (what === "finish" ? doFinish : what === "line" ? doLine : ACTS[what])(event);
        return state.timeline.slice(known);
      },
      begin() {
        note("begin", mode === EXAM ? `开始考核，抽签号 ${seed}` : "开始练习", { open: true });
        ask();
      },
    };
  }

  // The first `count` events of a run, done again; all where `count` is left out.
  function replayed(workshop, mode, seed, events, count) {
    const run = create(workshop, mode, seed);
    run.begin();
    for (const event of events.slice(0, count === undefined ? events.length : count)) run.act(event);
    return run;
  }

  Object.assign(window.tbWorkshop, { run: { create, replayed, NORMAL, VERDICTS, GUIDED, EXAM } });
})();
