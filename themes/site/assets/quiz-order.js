// A question whose steps are to be put into order: each goes up or down by its buttons.
(function () {
  "use strict";

  function make(tag, className, text) {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text || "";
    if (tag === "button") element.type = "button";
    return element;
  }

  function steps(question) {
    return Array.from(question.box.querySelectorAll(".tb-steps > li"));
  }
  function makeMovable(question) {
    const said = make("span", "tb-quiz-said");
    said.setAttribute("role", "status");
    question.form.append(said);
    for (const step of steps(question)) {
      const name = step.querySelector("span").textContent.trim();
      const moves = make("span", "tb-move");
      for (const [sign, word, by] of [["▲", "上移", -1], ["▼", "下移", 1]]) {
        const button = make("button", "", sign);
        button.setAttribute("aria-label", word + "：" + name);
        button.addEventListener("click", () => {
          move(question, step, by);
          said.textContent = "第 " + (steps(question).indexOf(step) + 1) + " 步：" + name;
          button.focus();
        });
        moves.append(button);
      }
      step.querySelector("select").remove();
      step.prepend(moves);
    }
    question.fields = Array.from(question.box.querySelectorAll(".tb-move button"));
    label(question);
  }
  function move(question, step, by) {
    const all = steps(question);
    const other = all[all.indexOf(step) + by];
    if (!other) return;
    if (by < 0) other.before(step);
    else other.after(step);
    label(question);
  }
  function label(question) {
    const all = steps(question);
    all.forEach((step, n) => {
      const [up, down] = step.querySelectorAll(".tb-move button");
      up.setAttribute("aria-disabled", String(n === 0));
      down.setAttribute("aria-disabled", String(n === all.length - 1));
    });
  }

  Object.assign(window.tbQuiz, { make: make, order: { steps: steps, makeMovable: makeMovable, label: label } });
})();
