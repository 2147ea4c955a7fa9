// The verdict of a cited standard on hover, focus and tap; Escape closes it. Enter or a second tap opens the page.
(function () {
  "use strict";
  const WORDS = {
    current: "现行",
    upcoming: "即将实施",
    announced: "尚未发布",
    superseded: "已被代替",
    withdrawn: "已废止",
    unverified: "未核实",
    unknown: "未收录",
  };
  const popover = document.createElement("div");
  popover.className = "tb-popover";
  popover.id = "tb-popover";
  popover.setAttribute("role", "tooltip");
  popover.hidden = true;
  document.body.append(popover);
  let shown = null;
  let closing = 0;
  let touched = false;

  function line(className, text) {
    const element = document.createElement("span");
    element.className = className;
    element.textContent = text;
    popover.append(element);
  }

  function fill(citation) {
    const data = citation.dataset;
    const sign = citation.querySelector(".tb-verdict");
    popover.textContent = "";
    popover.dataset.verdict = data.verdict;
    line("tb-popover__verdict", (sign ? sign.textContent + " " : "") + (WORDS[data.verdict] || WORDS.unknown));
    if (data.edition) line("tb-popover__edition", data.edition);
    if (data.title) line("tb-popover__title", "《" + data.title + "》");
    if (data.since) {
      line("tb-popover__since", data.verdict === "upcoming" ? data.since + " 发布" : "自 " + data.since + " 起");
    }
    if (data.successors) line("tb-popover__successors", "代替它的标准：" + data.successors);
    for (const note of (data.notes || "").split("\n")) if (note) line("tb-popover__note", note);
    if (citation.hasAttribute("href")) line("tb-popover__hint", touched ? "再点一次打开标准页" : "点击或按回车打开标准页");
  }

  function place(citation) {
    const box = citation.getClientRects()[0] || citation.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(box.left, room - popover.offsetWidth - 8));
    const below = box.bottom + 6 + popover.offsetHeight < window.innerHeight;
    popover.style.left = left + window.scrollX + "px";
    popover.style.top = (below ? box.bottom + 6 : Math.max(0, box.top - popover.offsetHeight - 6)) + window.scrollY + "px";
  }

  function show(citation) {
    clearTimeout(closing);
    if (shown && shown !== citation) shown.removeAttribute("aria-describedby");
    shown = citation;
    fill(citation);
    popover.hidden = false;
    citation.setAttribute("aria-describedby", popover.id);
    place(citation);
  }

  function hide() {
    clearTimeout(closing);
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
    popover.hidden = true;
  }

  function hideSoon() {
    clearTimeout(closing);
    closing = setTimeout(hide, 200);
  }

  function citationOf(event) {
    return event.target instanceof Element ? event.target.closest(".tb-citation[data-verdict]") : null;
  }

  for (const citation of document.querySelectorAll(".tb-citation[title]")) {
    citation.removeAttribute("title"); // the browser's own tip would lie over ours
  }
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType !== "mouse";
  });
  document.addEventListener("pointerover", (event) => {
    const citation = citationOf(event);
    if (event.pointerType !== "mouse") return;
    if (citation) show(citation);
    else if (popover.contains(event.target)) clearTimeout(closing);
    else if (shown && shown !== document.activeElement) hideSoon();
  });
  document.addEventListener("focusin", (event) => {
    const citation = citationOf(event);
    if (citation && !touched) show(citation);
    else if (!citation && shown && !popover.contains(event.target)) hide();
  });
  document.addEventListener(
    "click",
    (event) => {
      const citation = citationOf(event);
      if (citation && touched && shown !== citation) {
        event.preventDefault();
        event.stopPropagation();
        show(citation);
      } else if (!citation && !popover.contains(event.target)) hide();
    },
    true,
  );
  document.addEventListener("keydown", (event) => {
    touched = false;
    if (event.key === "Escape" && shown) hide();
  });
  window.addEventListener("resize", hide);

  // What is wider than the screen scrolls; without a mouse that needs a place for the focus.
  function letBoxesScroll() {
    for (const box of document.querySelectorAll(".tb-table, .tb-equation, .tb-mermaid, .tb-diagram, pre > code")) {
      const scrolls = box.scrollWidth > box.clientWidth;
      if (!scrolls) box.removeAttribute("tabindex");
      else if (!box.hasAttribute("tabindex")) {
        const caption = box.querySelector("caption");
        box.tabIndex = 0;
        if (box.tagName === "CODE") continue;
        box.setAttribute("role", "group"); // a region would be one of the page's landmarks
        box.setAttribute("aria-label", caption ? caption.textContent.trim() : "可左右滚动");
      }
    }
  }
  // Material's script adds a copy button to each block of code, in a landmark, and takes our focus from the block again.
  function tidy() {
    document.querySelectorAll("nav.md-code__nav").forEach((buttons, index) => {
      buttons.setAttribute("aria-label", `第 ${index + 1} 段代码`);
    });
    letBoxesScroll();
  }
  tidy();
  window.addEventListener("resize", letBoxesScroll);
  const article = document.querySelector("article");
  if (article) {
    const changes = { subtree: true, childList: true, attributes: true, attributeFilter: ["tabindex"] };
    new MutationObserver(tidy).observe(article, changes);
  }
})();
