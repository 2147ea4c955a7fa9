// The line on the page: run, pause, go on by one event, change what may be changed, and the numbers as they come.
(function () {
  "use strict";
  const { line, floor, goalWords, parts } = window.tbWorkshop;
  const { make, unique, button, number, table } = parts;
  const SPEEDS = [10, 60, 300];
  const WHAT = { cycle: ["节拍", "s"], buffer: ["前缓冲", "件"], good: ["合格率", ""] };
  const percent = (share) => (share * 100).toFixed(1) + "%";

  // `judge(values)` runs the line for its goals, where there is a run that they count for. Gives {panel, stop}.
  function open({ workshop, drawing, animated, say, judge }) {
    const { line: spec, seed } = workshop;
    const name = (id) => (workshop.stations.find((one) => one.id === id) || { name: id }).name;
    const values = spec.adjust.map((adjust) => spec.stations.find((one) => one.station === adjust.station)[adjust.what]);
    let model = line.create(line.changed(spec, values), seed);
    let frame = 0;
    let last = 0;
    let speed = SPEEDS[1];
    const end = spec.minutes * 60;
    const numbers = make("div", { class: "tb-workshop-live" });
    const inputs = spec.adjust.map((adjust, index) => {
      const [words, unit] = WHAT[adjust.what];
      const { row, input } = number(`adjust-${index}`, `${name(adjust.station)} ${words}`, unit, adjust, values[index]);
      input.addEventListener("change", () => {
        values[index] = Number(input.value);
        restart();
        say("产线已按新的设定重新开始");
      });
      return row;
    });
    const start = button("line-run", "运行", toggle, { class: "tb-workshop-button tb-is-main" });
    const speeds = make("select", { id: unique("speed"), "data-key": "line-speed" }, ...SPEEDS.map((one) => make("option", { value: one, selected: one === speed }, `${one} 倍`)));
    speeds.addEventListener("change", () => {
      speed = Number(speeds.value);
    });

    function restart() {
      stop();
      model = line.create(line.changed(spec, values), seed);
      show();
    }
    function stop() {
      cancelAnimationFrame(frame);
      frame = 0;
      start.textContent = animated() ? "运行" : "前进 1 分钟";
    }
    function toggle() {
      if (!animated()) {
        forward(Math.min(end, model.time + 60));
        return;
      }
      if (frame) {
        stop();
        tell();
        return;
      }
      if (model.time >= end) restart();
      start.textContent = "暂停";
      last = 0;
      frame = requestAnimationFrame(tick);
    }
    function tick(now) {
      // A page that was out of sight goes on where it was.
      if (last) model.advance(Math.min(end, model.time + (Math.min(now - last, 100) / 1000) * speed));
      last = now;
      show();
      if (model.time >= end) {
        stop();
        tell();
      } else frame = requestAnimationFrame(tick);
    }
    function forward(to) {
      stop();
      model.advance(to);
      show();
      tell();
    }
    function tell() {
      const { throughput, finished } = model.measures();
      const states = model.snapshot().map((one) => `${name(one.station)}${floor.STATES[one.state]}`);
      say(`仿真 ${Math.round(model.time)} s，完成 ${finished} 件，每小时 ${throughput.toFixed(1)} 件。${states.join("，")}。`);
    }
    function show() {
      const snapshot = model.snapshot();
      const measures = model.measures();
      drawing.line(snapshot);
      const rows = snapshot.map((one, index) => {
        const station = measures.stations[index];
        const waiting = index ? `${one.waiting.length}/${one.buffer}` + (one.again.length ? ` 返工 ${one.again.length}` : "") : "—";
        return [name(one.station), floor.STATES[one.state], waiting, percent(station.working), percent(station.blocked), percent(station.starved), station.made ? percent(1 - station.bad / station.made) : "—"];
      });
      const busiest = measures.finished ? name(line.bottleneck(measures)) : "—";
      const facts = [
        ["仿真时间", `${Math.floor(model.time / 60)} min ${Math.floor(model.time % 60)} s`],
        ["产量", `${measures.finished} 件`],
        ["每小时", `${measures.throughput.toFixed(1)} 件`],
        ["平均节拍", measures.cycle ? `${measures.cycle.toFixed(1)} s/件` : "—"],
        ["合格率", percent(measures.yield)],
        ["平均在制品", `${measures.wip.toFixed(1)} 件`],
        ["最忙的工位", busiest],
      ];
      const list = make("dl", { class: "tb-workshop-facts" }, ...facts.map(([term, value]) => make("div", {}, make("dt", {}, term), make("dd", {}, value))));
      const heads = ["工位", "状态", "前缓冲", "加工", "堵塞", "缺料", "合格率"];
      const stations = table("各工位", heads, rows);
      // Keyboard users may be in the table, which scrolls: it stays, and its rows are new.
      const old = numbers.querySelector("tbody");
      if (old) {
        old.replaceWith(stations.querySelector("tbody"));
        numbers.querySelector("dl").replaceWith(list);
      } else numbers.append(list, stations);
    }

    const goals = spec.goals.length ? make("ul", {}, ...spec.goals.map((goal) => make("li", {}, goalWords(goal)))) : "";
    const panel = make("div", { class: "tb-workshop-line", role: "group", "aria-label": "产线" },
      make("p", {}, spec.task), goals,
      inputs.length ? make("div", { class: "tb-workshop-numbers" }, ...inputs) : "",
      make("div", { class: "tb-workshop-row" },
        start,
        button("line-event", "下一事件", () => forward(Math.min(end, model.nextEvent()))),
        button("line-end", `运行到 ${spec.minutes} min`, () => forward(end)),
        button("line-again", "重新开始", () => {
          restart();
          say("产线重新开始");
        }),
        make("label", { for: speeds.id }, "速度 "), speeds),
      numbers,
      judge ? button("line-judge", "按现在的设定评判", () => judge(values.slice()), { class: "tb-workshop-button tb-is-main" }) : "");
    stop();
    show();
    return { panel, stop };
  }

  window.tbWorkshop = Object.assign(window.tbWorkshop, { lineView: { open } });
})();
