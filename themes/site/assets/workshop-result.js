// What a finished run shows: score, mistakes with the limits they broke, the record, and the run once more step by step.
(function () {
  "use strict";
  const { parts, exported, run: runs } = window.tbWorkshop;
  const { make, unique, button, limit, table, clock, save } = parts;

  function result(run, drawing, again) {
    const { workshop, state } = run;
    const { score } = state;
    const verdict = score.success ? "通过" : score.unsafe ? "未通过：跳过或忽视了安全要求" : "未通过";
    const rows = score.parts.map((one) => [one.words, `${one.right}/${one.of}`, String(Math.round(one.earned * 10) / 10), String(one.points)]);
    const mistakes = state.mistakes.map((one) => make("li", {}, workshop.steps[one.step] ? `${workshop.steps[one.step].id}　${one.text}` : one.text, one.limit ? make("br") : "", limit(one.limit, "违反限值")));
    return make("div", {},
      make("p", { class: "tb-workshop-head", tabindex: -1, "data-key": "head" }, make("strong", {}, `${score.raw} 分　${verdict}`), state.mode === runs.EXAM ? `　考核，抽签号 ${state.seed}` : "　引导练习"),
      table("得分", ["项目", "对/共", "得分", "满分"], rows),
      mistakes.length ? make("div", {}, make("p", { class: "tb-workshop-label" }, "错在哪里"), make("ol", { class: "tb-workshop-mistakes" }, ...mistakes)) : make("p", {}, "没有差错。"),
      make("p", {}, workshop.ending),
      replay(run, drawing),
      make("div", { class: "tb-workshop-row" },
        button("again", "再来一次", again, { class: "tb-workshop-button tb-is-main" }),
        button("export", "导出本次记录", () => save(`${workshop.id.replace(":", "-")}-${state.seed}.json`, exported(run)))));
  }

  // The record, and a slider that goes through it; the drawing shows where each thing was done.
  function replay(run, drawing) {
    const { workshop, state, events } = run;
    const lines = state.timeline.map((one) => make("li", { class: one.wrong ? "tb-is-wrong" : null }, make("span", { class: "tb-workshop-time" }, clock(one.time)), " ", one.wrong ? "✗ " : "", one.text));
    const list = make("ol", { class: "tb-workshop-timeline", tabindex: 0, "aria-label": "操作记录" }, ...lines);
    const slider = make("input", { type: "range", id: unique("replay"), min: 0, max: events.length, step: 1, "data-key": "replay" });
    const told = make("output", { for: slider.id });
    let timer = 0;
    function show() {
      const then = runs.replayed(workshop, state.mode, state.seed, events, Number(slider.value)).state;
      const step = workshop.steps[Math.min(then.at, workshop.steps.length - 1)];
      const last = then.timeline[then.timeline.length - 1];
      drawing.work(step.station, then.asked !== null);
      told.textContent = `第 ${slider.value}/${events.length} 步：${last.text}`;
      slider.setAttribute("aria-valuetext", told.textContent);
      lines.forEach((line, index) => {
        if (index === then.timeline.length - 1) line.setAttribute("aria-current", "step");
        else line.removeAttribute("aria-current");
      });
    }
    function go(by) {
      slider.value = Number(slider.value) + by;
      show();
    }
    const play = button("play", "回放", () => {
      if (timer) return stop();
      if (Number(slider.value) >= events.length) slider.value = 0;
      play.textContent = "停";
      timer = setInterval(() => {
        if (!play.isConnected || Number(slider.value) >= events.length) return stop();
        return go(1);
      }, 900);
      return show();
    });
    function stop() {
      clearInterval(timer);
      timer = 0;
      play.textContent = "回放";
    }
    slider.value = events.length;
    slider.addEventListener("input", show);
    show();
    return make("details", { class: "tb-workshop-record" }, make("summary", {}, "操作记录与回放"),
      make("div", { class: "tb-workshop-row" }, play, button("back", "上一步", () => go(-1)), button("forward", "下一步", () => go(1)), make("label", { for: slider.id }, "回放到"), slider),
      make("p", {}, told), list);
  }

  window.tbWorkshop = Object.assign(window.tbWorkshop, { result });
})();
