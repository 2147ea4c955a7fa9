// The search dialog: opens by a button, "/" or Ctrl-K, asks search-index.js, and search-results.js shows the answer.
(function () {
  "use strict";
  const openers = document.querySelectorAll(".tb-search-open");
  if (!openers.length) return;
  const KEPT = "tb-search"; // the last query, for the way back from a result
  const PAUSE = 200; // ms after a key
  const { make, attributes } = window.tbSearch;
  const addresses = openers[0].dataset;

  const dialog = attributes(make("div", "tb-search"), { role: "dialog", "aria-modal": "true", "aria-label": "搜索" });
  dialog.hidden = true;
  const box = make("div", "tb-search__box", dialog);
  const bar = make("div", "tb-search__bar", box);
  const input = attributes(make("input", "tb-search__input", bar), {
    type: "search", role: "combobox", "aria-label": "搜索", "aria-expanded": "false", "aria-controls": "tb-search-list",
    "aria-autocomplete": "list", placeholder: "术语、标准编号，如 热失控、38031", maxlength: 60, enterkeyhint: "search",
    autocomplete: "off", autocorrect: "off", autocapitalize: "off", spellcheck: "false",
  });
  const closer = attributes(make("button", "tb-search__close", bar, "关闭"), { type: "button" });
  const scopes = attributes(make("div", "tb-search__scopes", box), { role: "radiogroup", "aria-label": "在哪里搜索" });
  const status = attributes(make("p", "tb-search__status", box), { role: "status" });
  const hint = make("div", "tb-search__hint", box);
  const list = attributes(make("div", "tb-search__list", box), { role: "listbox", id: "tb-search-list", "aria-label": "搜索结果" });
  document.body.appendChild(dialog);

  const radios = [];
  for (const [name, label] of [["book", "本书"], ["library", "全部教材和标准"]]) {
    if (!addresses[name]) continue;
    const line = make("label", "", scopes);
    const radio = attributes(make("input", "", line), { type: "radio", name: "tb-search-scope", value: name });
    line.appendChild(document.createTextNode(label));
    radio.addEventListener("change", () => choose(name));
    radios.push(radio);
  }
  scopes.hidden = radios.length < 2;

  let opener = null;
  let scope = radios[0].value;
  let asked = 0; // number of the query whose answer is awaited
  let timer = 0;
  let active = null;

  function remembered() {
    try {
      return JSON.parse(sessionStorage.getItem(KEPT)) || {};
    } catch (error) {
      return {};
    }
  }

  function remember() {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({ query: input.value, scope }));
    } catch (error) {
      // A browser that keeps nothing searches all the same.
    }
  }

  function index() {
    return window.tbSearch.open(new URL(addresses[scope], location.href).href);
  }

  function choose(name) {
    scope = name;
    radios.forEach((radio) => (radio.checked = radio.value === name));
    input.focus();
    search();
  }

  function open(from) {
    if (!dialog.hidden) return;
    const kept = remembered();
    opener = from;
    if (kept.query) input.value = kept.query;
    scope = radios.some((radio) => radio.value === kept.scope) ? kept.scope : scope;
    radios.forEach((radio) => (radio.checked = radio.value === scope));
    dialog.hidden = false;
    document.documentElement.classList.add("tb-search-is-open");
    input.focus();
    input.select();
    index().catch(() => {}); // a query will tell
    search();
  }

  function close() {
    dialog.hidden = true;
    document.documentElement.classList.remove("tb-search-is-open");
    if (opener) opener.focus();
  }

  function say(text) {
    status.textContent = text;
  }

  function tell(answer) {
    const query = input.value.trim();
    if (!answer.count) return nothing(query);
    const partial = answer.partial ? "这里只是一部分，再写一个字可以找得更准。" : "";
    if (answer.near) say(`没有一处写着“${query}”。下面是最接近的。`);
    else say(`找到 ${answer.places} 处，在 ${answer.count} 篇里。${partial}`);
  }

  function nothing(query) {
    say(`没有找到“${query}”。`);
    make("p", "", hint, "可以试试：");
    const tips = make("ul", "", hint);
    for (const tip of ["少写几个字，只留最要紧的词", "换一个说法，如全称换成简称", "标准只写编号里的数字，如 38031"]) make("li", "", tips, tip);
    if (scope !== "book" || !addresses.library) return;
    const wider = attributes(make("button", "tb-search__wider", hint, "在全部教材和标准里找"), { type: "button" });
    wider.addEventListener("click", () => choose("library"));
  }

  function clear() {
    // What has the focus may be taken away: the focus must not fall out of the dialog with it.
    if (list.contains(document.activeElement) || hint.contains(document.activeElement)) input.focus();
    list.textContent = "";
    hint.textContent = "";
    activate(null);
    input.setAttribute("aria-expanded", "false");
  }

  function answerOf(opened, found, query, number) {
    const places = (page) => page.sections.size;
    return Object.assign(found, {
      index: opened,
      query,
      isGrouped: scope === "library",
      isAwaited: () => number === asked,
      count: found.pages.length,
      places: found.pages.reduce((sum, page) => sum + places(page), 0),
      // A page whose text has been read: now it is known how many places it has, or that it is no hit (null).
      seen(page, text) {
        this.places += (text ? text.hits.length : 0) - places(page);
        if (!text) this.count -= 1;
      },
      shown(option) {
        activate(option);
        tell(this);
      },
      failed: () => say("有些结果没有载入。请检查网络后再试。"),
    });
  }

  async function search() {
    clearTimeout(timer);
    const number = ++asked;
    const query = input.value.trim();
    remember();
    if (!query) {
      clear();
      return say("");
    }
    const slow = setTimeout(() => number === asked && say("正在找…"), 400);
    try {
      const opened = await index();
      const answer = answerOf(opened, await opened.find(query), query, number);
      if (number !== asked) return;
      clear();
      await window.tbSearch.list(list, answer);
      if (number !== asked) return;
      input.setAttribute("aria-expanded", String(answer.count > 0));
      list.scrollTop = 0;
      tell(answer);
    } catch (error) {
      if (number !== asked) return;
      clear();
      const alone = scope === "library" && addresses.book;
      say(alone ? "这里没有其他教材的搜索数据，请选“本书”。联网打开教材库时可以搜索全部教材。" : "搜索数据没有载入。请检查网络后再试。");
    } finally {
      clearTimeout(slow);
    }
  }

  function activate(one) {
    if (active) active.setAttribute("aria-selected", "false");
    active = one;
    if (!one) return input.removeAttribute("aria-activedescendant");
    one.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", one.id);
    one.scrollIntoView({ block: "nearest" });
  }

  function move(by) {
    const all = [...list.querySelectorAll("[role=option]")];
    if (!all.length) return;
    const at = all.indexOf(active);
    activate(all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length]);
  }

  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(search, PAUSE); // the letters of an input method are no query
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (active) active.click();
      else search().then(() => move(1));
    }
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.key === "Tab") {
      const stops = [...dialog.querySelectorAll("input, button")].filter((one) => one.offsetParent && (one.type !== "radio" || one.checked));
      const last = event.shiftKey ? stops[0] : stops[stops.length - 1];
      if (document.activeElement !== last) return;
      event.preventDefault();
      (event.shiftKey ? stops[stops.length - 1] : stops[0]).focus();
    }
  });
  closer.addEventListener("click", close);
  dialog.addEventListener("click", (event) => event.target === dialog && close());
  openers.forEach((one) => {
    one.hidden = false;
    one.addEventListener("click", () => open(one));
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) || document.activeElement.isContentEditable;
    const asks = (event.key === "/" && !typing && !event.ctrlKey && !event.altKey && !event.metaKey)
      || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
    if (!asks) return;
    event.preventDefault();
    open(document.activeElement === document.body ? openers[0] : document.activeElement);
  });
})();
