// The search dialog: opens by a button, "/" or Ctrl-K, asks search-index.js, and lists what was found, marked.
(function () {
  "use strict";
  const openers = document.querySelectorAll(".tb-search-open");
  if (!openers.length) return;
  const KEPT = "tb-search"; // the last query, for the way back from a result
  const PAUSE = 200; // ms after a key
  const AROUND = [24, 80]; // characters before and after a hit
  const PLACES = 3; // of one page that are listed
  const FIRST = { groups: 6, each: 3, alone: 10 };
  const MORE = 10;
  const addresses = openers[0].dataset;

  function make(name, className, parent, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    if (parent) parent.appendChild(element);
    return element;
  }

  function attributes(element, values) {
    for (const name of Object.keys(values)) element.setAttribute(name, values[name]);
    return element;
  }

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

  // The text from one place to another, with the given ranges marked.
  function marked(parent, text, ranges, from, to) {
    let at = from;
    const plain = (end) => parent.appendChild(document.createTextNode(text.slice(at, end).replace(/\n/g, " ")));
    for (const [first, last] of ranges) {
      if (first < from || first >= to) continue;
      plain(first);
      make("mark", "", parent, text.slice(first, last));
      at = last;
    }
    if (at < to) plain(to);
    return parent;
  }

  function snippet(parent, hit) {
    const line = make("span", "tb-search__text", parent);
    const first = hit.inText.length ? hit.inText[0][0] : 0;
    const from = Math.max(0, first - AROUND[0]);
    const to = Math.min(hit.text.length, first + AROUND[1]);
    if (from) make("span", "", line, "…");
    marked(line, hit.text, hit.inText, from, to);
    if (to < hit.text.length) make("span", "", line, "…");
  }

  let options = 0;
  function option(parent, className, element) {
    const made = attributes(make(element, `tb-search__option ${className}`, parent), {
      role: "option", id: `tb-search-${options++}`, "aria-selected": "false", tabindex: "-1",
    });
    return made;
  }

  function link(parent, className, found, hit) {
    const made = option(parent, className, "a");
    made.href = `${found.address}?h=${encodeURIComponent(input.value.trim())}${hit.anchor ? `#${encodeURIComponent(hit.anchor)}` : ""}`;
    return made;
  }

  function show(parent, found, before) {
    const [best, ...others] = found.hits;
    const page = make("div", "tb-search__found");
    attributes(page, { role: "presentation" });
    parent.insertBefore(page, before || null);
    const first = link(page, "tb-search__page", found, best);
    marked(make("span", "tb-search__title", first), found.title, found.inTitle, 0, found.title.length);
    const where = found.above.concat(best.anchor && best.heading !== found.title ? best.heading : []);
    const count = found.hits.length > 1 ? `${found.hits.length} 节里有` : "";
    const line = where.join(" › ") + (where.length && count ? " · " : "") + count;
    if (line) make("span", "tb-search__above", first, line);
    snippet(first, best);
    for (const hit of others.slice(0, PLACES - 1)) {
      const place = link(page, "tb-search__place", found, hit);
      marked(make("span", "tb-search__heading", place), hit.heading, hit.inHeading, 0, hit.heading.length);
      snippet(place, hit);
    }
  }

  // The pages of one book, as far as they are shown.
  class Group {
    constructor(answer, pages, title) {
      this.answer = answer;
      this.pages = pages;
      this.next = 0;
      this.element = attributes(make("div", "tb-search__group", list), { role: "group", "aria-label": title || "本书" });
      if (title) attributes(make("p", "tb-search__book", this.element, title), { "aria-hidden": "true" });
      this.rest = null;
    }

    // Shows up to `count` pages more. Pages that hold the term scattered only turn out to be none, and are passed over.
    async more(count, number) {
      let shown = 0;
      while (shown < count && this.next < this.pages.length) {
        const batch = this.pages.slice(this.next, this.next + count - shown);
        this.next += batch.length;
        const texts = await Promise.all(batch.map((page) => this.answer.index.text(page, this.answer)));
        if (number !== asked) return;
        batch.forEach((page, i) => this.answer.seen(page, texts[i]));
        const found = texts.filter(Boolean).sort((a, b) => b.isWhole - a.isWhole);
        for (const one of found) show(this.element, one, this.rest);
        shown += found.length;
      }
      this.offerMore(number);
    }

    offerMore(number) {
      if (this.rest) this.element.removeChild(this.rest);
      this.rest = null;
      const left = this.pages.length - this.next;
      if (!left) return;
      this.rest = option(this.element, "tb-search__more", "div");
      this.rest.textContent = `还有 ${left} 篇，再列出 ${Math.min(left, MORE)} 篇`;
      this.rest.addEventListener("click", async () => {
        const before = this.rest.previousElementSibling;
        await this.more(MORE, number).catch(() => say("有些结果没有载入。请检查网络后再试。"));
        activate(before && before.nextElementSibling ? before.nextElementSibling.querySelector("[role=option]") : null);
        tell(this.answer);
      });
    }
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
    list.textContent = "";
    hint.textContent = "";
    activate(null);
    input.setAttribute("aria-expanded", "false");
  }

  function answerOf(opened, found) {
    const places = (page) => page.sections.size;
    return Object.assign(found, {
      index: opened,
      count: found.pages.length,
      places: found.pages.reduce((sum, page) => sum + places(page), 0),
      seen(page, text) {
        this.places += (text ? text.hits.length : 0) - places(page);
        if (!text) this.count -= 1;
      },
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
      const answer = answerOf(opened, await opened.find(query));
      if (number === asked) await list_(answer, number);
    } catch (error) {
      if (number !== asked) return;
      clear();
      const alone = scope === "library" && addresses.book;
      say(alone ? "这里没有其他教材的搜索数据，请选“本书”。联网打开教材库时可以搜索全部教材。" : "搜索数据没有载入。请检查网络后再试。");
    } finally {
      clearTimeout(slow);
    }
  }

  async function list_(answer, number) {
    clear();
    const groups = new Map();
    for (const page of answer.pages) {
      const title = scope === "library" ? answer.index.collections[page.collection].title : "";
      if (!groups.has(page.collection)) groups.set(page.collection, { title, pages: [] });
      groups.get(page.collection).pages.push(page);
    }
    const made = [...groups.values()].map((one) => new Group(answer, one.pages, one.title));
    const each = made.length > 1 ? FIRST.each : FIRST.alone;
    await Promise.all(made.map((group, i) => (i < FIRST.groups ? group.more(each, number) : group.offerMore(number))));
    if (number !== asked) return;
    for (const group of made) if (!group.element.querySelector("[role=option]")) list.removeChild(group.element);
    input.setAttribute("aria-expanded", String(answer.count > 0));
    list.scrollTop = 0;
    tell(answer);
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
