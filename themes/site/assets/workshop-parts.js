// The small parts of which the workshop's panels are made. All words become text, never markup.
(function () {
  "use strict";

  // make("button", {class: "a", "data-key": "x"}, "words", another element)
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const name of Object.keys(attributes || {})) {
      const value = attributes[name];
      if (value === null || value === undefined || value === false) continue;
      element.setAttribute(name, value === true ? "" : String(value));
    }
    element.append(...children.filter((one) => one !== null && one !== undefined && one !== ""));
    return element;
  }
  let given = 0;
  const unique = (name) => `tb-workshop-${name}-${++given}`;
  // `key` lets the focus find its button again when the panel is drawn anew. A button that is off stays reachable.
  function button(key, words, act, more) {
    const made = make("button", Object.assign({ type: "button", class: "tb-workshop-button", "data-key": key }, more), words);
    made.addEventListener("click", () => {
      if (made.getAttribute("aria-disabled") !== "true") act();
    });
    return made;
  }
  function number(key, label, unit, spec, value, more) {
    const id = unique(key);
    const input = make("input", Object.assign({ type: "number", id, inputmode: "decimal", "data-key": key, min: spec.lowest, max: spec.highest, step: spec.by }, more));
    input.value = value;
    const by = (sign) => () => {
      const next = Number(input.value) + sign * spec.by;
      input.value = Number(Math.min(spec.highest, Math.max(spec.lowest, next)).toFixed(6));
      input.dispatchEvent(new Event("change"));
    };
    const row = make("div", { class: "tb-workshop-number" },
      make("label", { for: id }, unit ? `${label}（${unit}）` : label),
      make("span", { class: "tb-workshop-stepper" },
        button(key + "-less", "−", by(-1), { "aria-label": `${label}，减 ${spec.by}` }),
        input,
        button(key + "-more", "＋", by(1), { "aria-label": `${label}，加 ${spec.by}` })));
    return { row, input };
  }
  // The limit with the standard that sets it, a link to its page.
  function limit(given, before) {
    if (!given) return "";
    const told = make("span", { class: "tb-workshop-limit" }, `${before || "限值"}：${given.name} ${given.words}`);
    const link = (standard) =>
      standard.href
        ? make("a", { href: standard.href }, `${standard.words}（${standard.told}）`)
        : `${standard.words}（${standard.told}）`;
    if (given.basis) told.append("，依据 ", link(given.basis));
    else if (given.note) told.append("，" + given.note);
    else if (given.typical) told.append("，典型值，不是标准限值");
    given.see.forEach((standard) => told.append("；参见 ", link(standard)));
    return told;
  }
  function table(caption, heads, rows) {
    const head = make("tr", {}, ...heads.map((one) => make("th", { scope: "col" }, one)));
    const body = rows.map((cells) =>
      make("tr", {}, ...cells.map((cell, index) => make(index ? "td" : "th", index ? {} : { scope: "row" }, cell))));
    return make("div", { class: "tb-workshop-scroll", tabindex: 0, role: "region", "aria-label": caption },
      make("table", { class: "tb-workshop-table" }, make("caption", {}, caption), make("thead", {}, head), make("tbody", {}, ...body)));
  }
  function clock(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
  function duration(milliseconds) {
    return `PT${Math.max(0, Math.round(milliseconds / 1000))}S`;
  }
  function save(name, value) {
    const address = URL.createObjectURL(new Blob([JSON.stringify(value, null, 1)], { type: "application/json" }));
    const link = make("a", { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  }

  window.tbWorkshop = Object.assign(window.tbWorkshop || {}, { parts: { make, unique, button, number, limit, table, clock, duration, save } });
})();
