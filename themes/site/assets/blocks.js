// What can be done with the blocks of an article: copy code, open the same tab everywhere, scroll what is too wide.
(function () {
  "use strict";
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const config = JSON.parse(document.getElementById("__config").textContent);
  const words = config.translations;

  // A button to copy each block of code
  const dialog = document.querySelector(".md-dialog");
  let closing = 0;
  function tell(text) {
    dialog.setAttribute("role", "status");
    dialog.firstElementChild.textContent = text;
    dialog.classList.add("md-dialog--active");
    clearTimeout(closing);
    closing = setTimeout(() => dialog.classList.remove("md-dialog--active"), 2000);
  }
  /** For pages from a disk and old browsers, which have no clipboard. */
  function copyBySelecting(code) {
    const selection = window.getSelection();
    selection.selectAllChildren(code);
    const done = document.execCommand("copy");
    selection.removeAllRanges();
    return done ? Promise.resolve() : Promise.reject();
  }
  function copy(code) {
    const written = navigator.clipboard ? navigator.clipboard.writeText(code.textContent.trimEnd()) : copyBySelecting(code);
    written.catch(() => copyBySelecting(code)).then(() => tell(words["clipboard.copied"]), () => {});
  }
  for (const code of config.features.includes("content.code.copy") ? all("pre > code") : []) {
    const place = document.createElement("div");
    place.className = "md-code__nav";
    const button = document.createElement("button");
    button.className = "md-code__button";
    button.type = "button";
    button.title = words["clipboard.copy"];
    button.dataset.mdType = "copy";
    button.addEventListener("click", () => copy(code));
    place.append(button);
    code.before(place);
  }

  // Tabs: who chooses one wants it in all other sets that have it, on this page and the next.
  const nameOf = (label) => label.textContent.trim();
  document.addEventListener("change", (event) => {
    const set = event.target.parentNode;
    if (!set || !set.classList || !set.classList.contains("tabbed-set")) return;
    const label = set.querySelector("label[for='" + event.target.id + "']");
    label.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (!config.features.includes("content.tabs.link")) return;
    const before = label.getBoundingClientRect().top;
    for (const other of all(".tabbed-set > .tabbed-labels > label")) {
      if (nameOf(other) === nameOf(label)) document.getElementById(other.htmlFor).checked = true;
    }
    window.scrollBy(0, label.getBoundingClientRect().top - before); // sets above may be taller now
    const kept = (window.textbuild.read("tabs") || []).filter((name) => name !== nameOf(label));
    window.textbuild.write("tabs", [nameOf(label)].concat(kept).slice(0, 20));
  });

  // What is wider than the screen scrolls; without a mouse that needs a place for the focus.
  const BOXES = ".tb-table, .tb-equation, .tb-mermaid, .tb-diagram, .tb-wide, pre > code";
  function measure(box) {
    if (box.scrollWidth <= box.clientWidth) return box.removeAttribute("tabindex");
    if (box.hasAttribute("tabindex")) return;
    box.tabIndex = 0;
    if (box.tagName === "CODE") return;
    const caption = box.querySelector("caption");
    box.setAttribute("role", "group"); // a region would be one of the page's landmarks
    box.setAttribute("aria-label", caption ? caption.textContent.trim() : "可左右滚动");
  }
  /** A formula in a line does not break; one that is wider than the page gets a line of its own that scrolls. */
  function foldOut(formula) {
    if (formula.getBoundingClientRect().right > document.documentElement.clientWidth) formula.classList.add("tb-wide");
  }
  window.addEventListener("resize", () => all(BOXES).forEach(measure));

  // The style holds back what is below the screen. It is laid out in idle moments, ten blocks at a time, so that a
  // telephone answers from the start; then heights are true and boxes can be measured.
  const idle = window.requestIdleCallback || ((work) => setTimeout(work, 50));
  const article = document.querySelector("article");
  const blocks = Array.from(article.children);
  let laid = [];
  function layOut() {
    for (const block of laid) {
      block.querySelectorAll(".tb-math").forEach(foldOut);
      if (block.matches(BOXES)) measure(block);
      block.querySelectorAll(BOXES).forEach(measure);
    }
    laid = blocks.splice(0, 10);
    for (const block of laid) block.classList.add("tb-laid");
    if (laid.length) idle(layOut, { timeout: 1000 });
    else article.classList.add("tb-laid");
  }
  if (document.readyState === "complete") idle(layOut);
  else window.addEventListener("load", () => idle(layOut, { timeout: 1000 }));
})();
