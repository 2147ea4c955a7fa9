// What a cited standard is worth and what a term means, on hover, focus and tap; Escape closes it. Enter or a second
// tap opens the page.
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
    return element;
  }

  // Each kind of link that has something to tell: which it is, and how the popover is filled for it.
  const KINDS = [
    [".tb-citation[data-verdict]", fillCitation],
    [".tb-term", fillTerm],
  ];
  const TELLING = KINDS.map((kind) => kind[0]).join();

  function fillCitation(citation) {
    const data = citation.dataset;
    const sign = citation.querySelector(".tb-verdict");
    popover.dataset.verdict = data.verdict;
    line("tb-popover__verdict", (sign ? sign.textContent + " " : "") + (WORDS[data.verdict] || WORDS.unknown));
    if (data.edition) line("tb-popover__edition", data.edition);
    if (data.title) line("tb-popover__title", "《" + data.title + "》");
    if (data.since) {
      line("tb-popover__since", data.verdict === "upcoming" ? data.since + " 发布" : "自 " + data.since + " 起");
    }
    if (data.successors) line("tb-popover__successors", "代替它的标准：" + data.successors);
    for (const note of (data.notes || "").split("\n")) if (note) line("tb-popover__note", note);
    hint(citation, "标准页");
  }

  function fillTerm(term) {
    delete popover.dataset.verdict;
    line("tb-popover__term", term.dataset.term);
    if (term.dataset.english) line("tb-popover__english", term.dataset.english).lang = "en";
    line("tb-popover__definition", document.getElementById(term.getAttribute("aria-describedby")).textContent);
    hint(term, "术语表");
  }

  function hint(link, page) {
    if (link.hasAttribute("href")) line("tb-popover__hint", (touched ? "再点一次打开" : "点击或按回车打开") + page);
  }

  function place(link) {
    const box = link.getClientRects()[0] || link.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(box.left, room - popover.offsetWidth - 8));
    const below = box.bottom + 6 + popover.offsetHeight < window.innerHeight;
    popover.style.left = left + window.scrollX + "px";
    popover.style.top = (below ? box.bottom + 6 : Math.max(0, box.top - popover.offsetHeight - 6)) + window.scrollY + "px";
  }

  function show(link) {
    clearTimeout(closing);
    if (shown && shown !== link) undescribe();
    shown = link;
    popover.textContent = "";
    KINDS.find((kind) => link.matches(kind[0]))[1](link);
    popover.hidden = false;
    if (!link.hasAttribute("aria-describedby")) link.setAttribute("aria-describedby", popover.id);
    place(link);
  }

  // A term keeps the description that it has for screen readers all the time.
  function undescribe() {
    if (shown && shown.getAttribute("aria-describedby") === popover.id) shown.removeAttribute("aria-describedby");
  }

  function hide() {
    clearTimeout(closing);
    undescribe();
    shown = null;
    popover.hidden = true;
  }

  function hideSoon() {
    clearTimeout(closing);
    closing = setTimeout(hide, 200);
  }

  function linkOf(event) {
    return event.target instanceof Element ? event.target.closest(TELLING) : null;
  }

  // What terms mean, for screen readers; the browser's own tip would lie over ours.
  const meanings = document.createElement("div");
  meanings.hidden = true;
  document.body.append(meanings);
  document.querySelectorAll(".tb-term[title]").forEach((term, index) => {
    const meaning = document.createElement("p");
    meaning.id = `tb-meaning-${index}`;
    meaning.textContent = term.title;
    meanings.append(meaning);
    term.setAttribute("aria-describedby", meaning.id);
    term.removeAttribute("title");
  });

  for (const citation of document.querySelectorAll(".tb-citation[title]")) {
    citation.removeAttribute("title"); // the browser's own tip would lie over ours
  }
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType !== "mouse";
  });
  document.addEventListener("pointerover", (event) => {
    const link = linkOf(event);
    if (event.pointerType !== "mouse") return;
    if (link) show(link);
    else if (popover.contains(event.target)) clearTimeout(closing);
    else if (shown && shown !== document.activeElement) hideSoon();
  });
  document.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    if (link && !touched) show(link);
    else if (!link && shown && !popover.contains(event.target)) hide();
  });
  document.addEventListener(
    "click",
    (event) => {
      const link = linkOf(event);
      if (link && touched && shown !== link) {
        event.preventDefault();
        event.stopPropagation();
        show(link);
      } else if (!link && !popover.contains(event.target)) hide();
    },
    true,
  );
  document.addEventListener("keydown", (event) => {
    touched = false;
    if (event.key === "Escape" && shown) hide();
  });
  window.addEventListener("resize", hide);
})();
