// What a reader has read of a book, kept on the device: where each module was left, which are done, and the last one.
(function () {
  "use strict";
  const here = document.querySelector("[data-tb-book]");
  const article = document.querySelector("article");
  if (!here || !article || !window.textbuild) return;
  const READING = 3000; // milliseconds that the end must be in sight: who only scrolls by has not read
  const HEADER = 64; // pixels at the top of the screen that hide the text
  const { tbBook: book, tbTitle: title, tbModule: name } = here.dataset;
  const base = new URL(here.dataset.tbRoot + book + "/", location.href).href;
  const page = pageOf(location.href);
  const start = document.querySelector(".tb-start");
  let known = load();

  /** A page's name within the book; null outside it. */
  function pageOf(href) {
    const plain = href.split(/[?#]/)[0];
    return plain.startsWith(base) ? decodeURI(plain.slice(base.length)) || "index.html" : null;
  }
  function load() {
    const found = window.textbuild.read("book." + book);
    return found && typeof found.pages === "object" && found.pages ? found : { pages: {} };
  }
  function of(one) {
    return known.pages[one] || {};
  }
  function keep(change) {
    known = load(); // another tab may have written
    known.pages[page] = Object.assign(of(page), change);
    // Who comes by the start page is on the way to a module.
    if (!start) known.last = { book: book, title: title, page: page, name: name, far: of(page).far || 0 };
    window.textbuild.write("book." + book, known);
    if (!start) window.textbuild.write("last", known.last);
  }
  function make(tag, className, text) {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text || "";
    if (tag === "button") element.type = "button";
    return element;
  }

  // Ticks in the navigation
  function tick() {
    const tests = (window.textbuild.read("quiz." + book) || {}).pages || {}; // kept by quiz.js
    for (const link of document.querySelectorAll(".md-nav--primary a.md-nav__link[href]")) {
      const page = pageOf(link.href);
      if (tests[page] && tests[page].done && !link.querySelector(".tb-tested")) link.append(sign("tb-tested", "◎", "自测全对"));
      const old = link.querySelector(".tb-tick");
      const done = of(page).done;
      if (old && !done) old.remove();
      if (old || !done) continue;
      link.append(sign("tb-tick", "✓", "已读"));
    }
  }
  function sign(className, glyph, label) {
    const made = make("span", className, glyph);
    made.setAttribute("role", "img");
    made.setAttribute("aria-label", label);
    return made;
  }
  document.addEventListener("textbuild:quiz", tick);

  // The start page: how much is done, and where to go on
  function summary(box) {
    const modules = JSON.parse(box.dataset.tbModules);
    if (!Object.keys(known.pages).some((one) => modules.indexOf(one) >= 0)) return;
    const done = modules.filter((one) => of(one).done).length;
    box.querySelector(".tb-start__told").textContent = "已读 " + done + "/" + modules.length;
    box.querySelector("meter").value = done;
    box.querySelector("meter").hidden = false;
    if (!known.last) return;
    const link = box.querySelector("a");
    link.href = base + encodeURI(known.last.page);
    link.textContent = "继续阅读：" + known.last.name;
    link.hidden = false;
  }

  // Where the reader is: the block at the top of the screen, which holds whatever the size of the text
  const blocks = () => Array.from(article.children);
  function place() {
    return Math.max(0, blocks().findIndex((block) => block.getBoundingClientRect().bottom > HEADER));
  }
  function part() {
    const box = article.getBoundingClientRect();
    const room = box.height - window.innerHeight + HEADER;
    return room <= 0 ? 1 : Math.min(1, Math.max(0, (HEADER - box.top) / room));
  }
  function sectionAt(index) {
    const before = blocks().slice(0, index + 1).reverse();
    const heading = before.find((block) => /^H[23]$/.test(block.tagName));
    return heading ? heading.textContent.replace("¶", "").trim() : "";
  }
  function save() {
    keep({ at: place(), far: Math.round(part() * 100) });
  }
  function follow() {
    const bar = make("div", "tb-bar");
    bar.setAttribute("aria-hidden", "true");
    document.body.append(bar);
    let saving = 0;
    let reading = 0;
    function look() {
      const now = part();
      bar.style.transform = "scaleX(" + now + ")";
      if (now < 0.98) reading = clearTimeout(reading);
      else if (!reading && !of(page).done) reading = setTimeout(finish, READING);
    }
    function finish() {
      keep({ done: true });
      mark();
      const object = { id: book + "/" + page, type: "module", name: name };
      document.dispatchEvent(new CustomEvent("textbuild:statement", { detail: { verb: "experienced", object: object } }));
    }
    function moved() {
      window.requestAnimationFrame(look);
      clearTimeout(saving);
      saving = setTimeout(save, 400);
    }
    window.addEventListener("scroll", moved, { passive: true });
    window.addEventListener("resize", look);
    look();
  }

  // A way back to where the reader left off
  function offer(left) {
    // A page that is loaded again is where it was already.
    if (!(left.at > 1) || left.far > 97 || location.hash || window.scrollY > 200) return;
    const box = make("div", "tb-resume");
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", "上次读到的地方");
    const section = sectionAt(left.at);
    const go = make("button", "tb-resume__go", "上次读到 " + left.far + "%" + (section ? "：" + section : ""));
    const close = make("button", "tb-resume__close", "×");
    close.setAttribute("aria-label", "不用");
    close.addEventListener("click", () => box.remove());
    go.addEventListener("click", () => {
      resume(left.at);
      box.remove();
    });
    box.append(go, close);
    document.body.append(box);
  }
  function resume(index) {
    const sign = make("p", "tb-here", "上次读到这里");
    sign.tabIndex = -1;
    blocks()[Math.min(index, blocks().length - 1)].before(sign);
    sign.scrollIntoView({ block: "start" });
    sign.focus({ preventScroll: true });
  }

  // The reader may say otherwise at the end of a module
  const button = make("button", "tb-button");
  function mark() {
    button.textContent = of(page).done ? "✓ 已读，改为未读" : "标为已读";
    tick();
  }

  if (start) summary(start);
  if (!name || !page) return tick();
  button.addEventListener("click", () => {
    keep({ done: !of(page).done });
    mark();
  });
  const end = make("p", "tb-done");
  end.append(button);
  article.append(end);
  const left = Object.assign({}, of(page));
  window.addEventListener("load", () => setTimeout(offer, 100, left));
  keep({});
  mark();
  follow();
})();
