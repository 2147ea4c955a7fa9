// Says so where a standard that the page rests on has ended since the page was made: the page knows the days to come,
// the device knows today's. Works offline and from a folder.
(function () {
  "use strict";
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  const due = (element, name) => element.getAttribute(name) <= today;

  function banner(basis) {
    let box = document.querySelector(".tb-ended");
    if (!box) {
      box = document.createElement("div");
      box.className = "tb-ended";
      box.setAttribute("role", "note");
      box.append(document.createElement("ul"));
      basis.before(box);
    }
    return box.querySelector("ul");
  }

  const basis = document.querySelector("[data-tb-checked]");
  const ended = Array.from(document.querySelectorAll(".tb-coming > li")).filter((one) => due(one, "data-day"));
  if (basis && ended.length) banner(basis).append(...ended);
  const doubtful = document.querySelector(".tb-doubtful");
  if (doubtful && due(doubtful, "data-day") && !document.querySelector(".tb-ended")) doubtful.hidden = false;

  // The citations of these standards are no longer what their signs say.
  for (const citation of document.querySelectorAll(".tb-citation[data-ends]")) {
    if (!due(citation, "data-ends")) continue;
    const data = citation.dataset;
    data.verdict = data.heirs ? "superseded" : "withdrawn";
    data.since = data.ends;
    data.successors = data.heirs;
    data.notes = ""; // they told of this day
    const sign = citation.querySelector(".tb-verdict");
    if (sign) sign.textContent = data.heirs ? "△" : "×";
    const told = (data.heirs ? "已被代替" : "已废止") + "，自 " + data.ends + " 起" + (data.heirs ? "，由 " + data.heirs + " 代替" : "");
    if (citation.hasAttribute("aria-label")) citation.setAttribute("aria-label", data.edition + "，" + told);
    const words = citation.parentElement.querySelector(":scope > .tb-told");
    if (words && citation.closest(".tb-basis")) {
      words.setAttribute("data-verdict", data.verdict);
      words.textContent = told;
    }
  }
})();
