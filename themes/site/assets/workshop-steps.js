// The panel of one step: its actions, settings and readings, or the fault that has to be dealt with first.
(function () {
  "use strict";
  const { parts, run: runs } = window.tbWorkshop;
  const { make, unique, button, number, limit } = parts;

  // `act(event)` does it. The panel is drawn anew after each event.
  function step(run, act) {
    const { workshop, state } = run;
    const spec = workshop.steps[state.at];
    const guided = state.mode === runs.GUIDED;
    const place = workshop.stations.find((one) => one.id === spec.station);
    const head = make("p", { class: "tb-workshop-head", tabindex: -1, "data-key": "head" },
      make("strong", {}, `${spec.id} ${spec.title}`), place ? `　${place.name}` : "", `　第 ${state.at + 1}/${workshop.steps.length} 步`);
    if (state.asked !== null) return make("div", {}, head, fault(run, act));
    return make("div", {}, head,
      spec.hazards.length ? make("p", { class: "tb-workshop-danger" }, "危险：" + spec.hazards.join("、")) : "",
      guided && spec.hint ? make("p", { class: "tb-workshop-hint" }, "提示：" + spec.hint) : "",
      actions(run, act), settings(run, act), readings(run, act),
      make("div", { class: "tb-workshop-row" }, button("next", "完成本步", () => act({ do: "next" }), { class: "tb-workshop-button tb-is-main" })));
  }

  function actions(run, act) {
    const { workshop, state } = run;
    const spec = workshop.steps[state.at];
    const { done, wrong } = state.steps[state.at];
    const guided = state.mode === runs.GUIDED;
    const next = spec.actions.findIndex((_, index) => !done.includes(index));
    const items = run.offered(state.at).map((index) => {
      const isDone = done.includes(index);
      const told = [];
      if (isDone) told.push(`✓ 第 ${done.indexOf(index) + 1} 个做`);
      if (guided && spec.safety.includes(index)) told.push("安全");
      if (guided && wrong[index]) told.push("有过差错");
      const made = button("action-" + index, spec.actions[index], () => act({ do: "action", action: index }), {
        class: "tb-workshop-button tb-workshop-action" + (isDone ? " tb-is-done" : guided && index === next && !spec.any_order ? " tb-is-next" : ""),
        "aria-disabled": isDone ? "true" : null,
      });
      if (told.length) made.append(make("span", { class: "tb-workshop-told" }, told.join(" · ")));
      return make("li", {}, made);
    });
    const words = spec.any_order ? "动作（不分先后）" : guided ? "动作（按次序）" : "动作（次序由你定）";
    return group(words, make("ol", { class: "tb-workshop-actions" }, ...items));
  }

  function settings(run, act) {
    const { workshop, state } = run;
    const spec = workshop.steps[state.at];
    if (!spec.settings.length) return "";
    const guided = state.mode === runs.GUIDED;
    const rows = spec.settings.map((setting, index) => {
      const own = state.steps[state.at].settings[index];
      const unit = setting.limit && setting.limit.unit;
      const { row, input } = number("set-" + index, setting.parameter, unit, setting, own.value);
      const words = own.set ? `已设为 ${own.value}${unit ? " " + unit : ""}` : "还没有确认";
      row.append(button("confirm-" + index, "确认", () => act({ do: "set", setting: index, value: Number(input.value) })), make("span", { class: "tb-workshop-told" }, words));
      return make("div", {}, row, guided ? limit(setting.limit) : "");
    });
    return group("设定", ...rows);
  }

  function readings(run, act) {
    const { workshop, state } = run;
    const spec = workshop.steps[state.at];
    if (!spec.readings.length) return "";
    const guided = state.mode === runs.GUIDED;
    const rows = spec.readings.map((reading, index) => {
      const own = state.steps[state.at].readings[index];
      const meter = workshop.instruments[reading.instrument];
      const shown = own.shown === null && !own.dead ? "— —" : run.shownWords(reading, own);
      const verdicts = Object.keys(runs.VERDICTS).map((verdict) =>
        button(`judge-${index}-${verdict}`, runs.VERDICTS[verdict], () => act({ do: "judge", reading: index, verdict }), {
          "aria-pressed": String(own.judged === verdict),
          "aria-disabled": own.judged || (own.shown === null && !own.dead) ? "true" : null,
          "aria-label": `${reading.parameter}：${runs.VERDICTS[verdict]}`,
        }));
      return make("div", { class: "tb-workshop-reading" },
        make("div", { class: "tb-workshop-meter" }, make("span", {}, meter.title), make("output", { "aria-label": meter.title }, shown)),
        make("div", { class: "tb-workshop-row" },
          button("read-" + index, own.count ? "再读一次" : "读数", () => act({ do: "read", reading: index }), { "aria-label": `${meter.title}，读数` }),
          make("span", {}, `“${reading.parameter}”判断：`), ...verdicts),
        reading.conversion ? make("p", { class: "tb-workshop-told" }, "换算：" + reading.conversion) : "",
        guided ? limit(reading.limit) : "");
    });
    return group("读数与判断", ...rows);
  }

  function fault(run, act) {
    const index = run.state.asked;
    const name = unique("choice");
    const options = run.choices(index).map((words, choice) =>
      make("label", { class: "tb-workshop-choice" }, make("input", { type: "radio", name, value: choice, "data-key": "choice-" + choice }), make("span", {}, words)));
    const box = make("fieldset", { class: "tb-workshop-fault" },
      make("legend", {}, "出现情况，怎样处置？"),
      make("p", { tabindex: -1, "data-key": "symptom" }, run.workshop.faults[index].symptom),
      ...options);
    box.append(make("div", { class: "tb-workshop-row" }, button("react", "这样处置", () => {
      const chosen = box.querySelector("input:checked");
      if (chosen) act({ do: "react", choice: Number(chosen.value) });
      else box.querySelector("input").focus();
    }, { class: "tb-workshop-button tb-is-main" })));
    return box;
  }

  const group = (words, ...children) =>
    make("div", { class: "tb-workshop-group", role: "group", "aria-label": words }, make("p", { class: "tb-workshop-label" }, words), ...children);

  window.tbWorkshop = Object.assign(window.tbWorkshop, { steps: { step } });
})();
