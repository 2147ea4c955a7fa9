// Self-tests: judges an answer at once, gives the reason and the basis, keeps the results on the device.
// Without it a question is a form above a folded answer; this takes the answer out of sight until one was given.
(function () {
  "use strict";
  const here = document.querySelector("[data-tb-book]");
  const store = window.textbuild;
  const { judge, hint, order, make } = window.tbQuiz;
  const { tbBook: book, tbRoot: root } = here ? here.dataset : {};
  const base = here ? new URL(root + book + "/", location.href).href : "";
  const page = decodeURI(location.href.split(/[?#]/)[0].slice(base.length)) || "index.html";
  const today = new Date().toISOString().slice(0, 10);
  const known = load();
  let begun = false;
  const questions = Array.from(document.querySelectorAll(".tb-quiz[data-kind]:not([data-kind=''])"), set);
  const summary = questions.length && make("p", "tb-quiz-summary");
  if (!summary) return;
  summary.setAttribute("role", "status");
  questions[questions.length - 1].box.after(summary);
  tell(false);

  function load() {
    const found = here && store && store.read("quiz." + book);
    return found && typeof found.pages === "object" && found.pages ? found : { pages: {} };
  }
  function results() {
    const found = known.pages[page];
    return found && typeof found.answers === "object" && found.answers ? found.answers : {};
  }

  function set(box) {
    const key = box.querySelector("details.tb-key");
    const question = {
      box: box,
      key: key,
      answer: JSON.parse(key.dataset.key),
      kind: box.dataset.kind,
      id: box.dataset.question,
      points: Number(box.dataset.points) || 1,
      scored: !("unscored" in box.dataset) && !(box.dataset.ends && box.dataset.ends <= today),
      form: box.querySelector("form"),
      fields: Array.from(box.querySelectorAll("fieldset input, fieldset select")),
      feedback: make("div", "tb-feedback"),
      show: make("button", "tb-button", "看答案"),
      again: make("button", "tb-button", "再做一次"),
    };
    const actions = make("p", "tb-quiz-actions");
    const check = make("button", "tb-button tb-check", "核对");
    check.type = "submit";
    actions.append(check, question.again, question.show);
    question.form.append(actions, question.feedback);
    question.feedback.setAttribute("role", "status");
    if (question.kind === "order") order.makeMovable(question);
    if (!question.scored && !("unscored" in box.dataset)) {
      box.querySelector("legend").after(make("p", "tb-unscored", box.dataset.ended));
    }
    question.form.addEventListener("submit", (event) => {
      event.preventDefault();
      answer(question);
    });
    question.again.addEventListener("click", () => reset(question));
    question.show.addEventListener("click", () => reveal(question));
    clear(question);
    const before = results()[question.id];
    if (before && Array.isArray(before.given)) {
      fill(question, before.given);
      respond(question, before.given);
    }
    return question;
  }

  // What the reader gave: letters, or the words in the blanks
  function given(question) {
    if (question.kind === "order") return order.steps(question).map((step) => step.dataset.answer);
    if (question.fields.some((field) => field.type === "radio" || field.type === "checkbox")) {
      return question.fields.filter((field) => field.checked).map((field) => field.value);
    }
    return question.fields.map((field) => field.value.trim());
  }
  function fill(question, values) {
    if (question.kind === "order") {
      const list = question.box.querySelector(".tb-steps");
      for (const letter of values) {
        const step = order.steps(question).find((one) => one.dataset.answer === letter);
        if (step) list.append(step);
      }
      return order.label(question);
    }
    question.fields.forEach((field, n) => {
      if (field.type === "radio" || field.type === "checkbox") field.checked = values.indexOf(field.value) >= 0;
      else field.value = String(values[n] || "");
    });
  }

  function answer(question) {
    const values = given(question);
    const empty = question.fields.find((field) => field.type !== "radio" && field.type !== "checkbox" && !field.value.trim());
    if (!values.length || (empty && question.kind !== "order")) {
      question.feedback.textContent = "还没有作答。";
      (empty || question.fields[0]).focus();
      return;
    }
    begin();
    const parts = respond(question, values);
    const share = parts.filter(Boolean).length / parts.length;
    const right = share === 1;
    if (question.scored) keep(question, { given: values, right: right, share: question.kind === "order" ? Number(right) : share });
    state(question, values, right, share);
    tell(true);
  }
  function keep(question, result) {
    const now = load(); // another tab may have written
    Object.assign(known.pages, now.pages);
    const answers = Object.assign({}, results());
    const before = answers[question.id] || {};
    result.tries = (Number(before.tries) || 0) + 1;
    result.best = Math.max(Number(before.best) || 0, result.share);
    answers[question.id] = result;
    known.pages[page] = { answers: answers };
    if (store) store.write("quiz." + book, known);
  }

  function respond(question, values) {
    const parts = judge(question, values);
    const right = parts.every(Boolean);
    const { feedback, fields, key } = question;
    clear(question);
    question.again.hidden = false;
    question.show.hidden = right;
    feedback.classList.add(right ? "tb-right" : "tb-wrong");
    feedback.append(make("p", "tb-verdict-line", (right ? "✓ 答对了" : "✗ 不对") + (question.scored ? "" : "（不计分）")));
    if (question.answer.blanks || question.kind === "match") {
      parts.forEach((good, n) => fields[n].setAttribute("aria-invalid", String(!good)));
    }
    if (!right) {
      const told = hint(question, values, parts);
      if (told) feedback.append(make("p", "", told));
    }
    // The reason for each answer that was chosen
    const reasons = make("ul", "tb-reasons");
    if (question.kind !== "order" && question.kind !== "match" && !question.answer.blanks) {
      for (const letter of values) {
        const reason = key.querySelector('.tb-reasons > [data-answer="' + letter + '"]');
        if (reason) reasons.append(copy(reason));
      }
    }
    if (reasons.children.length) feedback.append(reasons);
    const explanation = key.querySelector(".tb-explanation");
    if (right && explanation) feedback.append(copy(explanation));
    return parts;
  }
  /** A copy without ids, which must stay the only ones. */
  function copy(element) {
    const found = element.cloneNode(true);
    for (const one of found.querySelectorAll("[id]")) one.removeAttribute("id");
    return found;
  }
  function clear(question) {
    question.feedback.textContent = "";
    question.feedback.className = "tb-feedback";
    question.key.hidden = true;
    question.key.open = false;
    question.again.hidden = question.show.hidden = true;
    for (const field of question.fields) field.removeAttribute("aria-invalid");
  }
  function reset(question) {
    question.form.reset();
    clear(question);
    const first = question.kind === "order" ? question.box.querySelector(".tb-move button") : question.fields[0];
    first.focus();
  }
  function reveal(question) {
    question.key.hidden = false;
    question.key.open = true;
    question.show.hidden = true;
    question.key.querySelector("summary").focus();
  }

  // The whole page, and what others get to know
  function tell(fresh) {
    const scored = questions.filter((question) => question.scored);
    const answers = results();
    const all = scored.reduce((sum, question) => sum + question.points, 0);
    const got = scored.reduce((sum, one) => sum + one.points * (answers[one.id] ? Number(answers[one.id].best) || 0 : 0), 0);
    const right = scored.filter((one) => answers[one.id] && answers[one.id].best === 1).length;
    const tried = scored.filter((one) => answers[one.id]).length;
    const done = scored.length > 0 && right === scored.length;
    if (tried) {
      summary.textContent =
        "自测：答对 " + right + "/" + scored.length + " 题，得 " + Math.round(got * 10) / 10 + "/" + all + " 分" + (done ? " ✓" : "");
    }
    const before = known.pages[page];
    if (before && Boolean(before.done) !== done && store) {
      before.done = done;
      store.write("quiz." + book, known);
      document.dispatchEvent(new CustomEvent("textbuild:quiz"));
    }
    if (fresh && tried === scored.length && tried) {
      const result = { completion: true, success: done, score: { scaled: got / all, raw: got, max: all } };
      send("completed", whole(), result);
    }
  }
  // Begun with the first answer on a page that is open: who reads past the questions has not tried them.
  function begin() {
    if (!begun) send("attempted", whole());
    begun = true;
  }
  function whole() {
    return { id: address("#quiz"), type: "assessment", name: here ? here.dataset.tbModule + " 自测" : "自测" };
  }
  function state(question, values, right, share) {
    const result = { success: right, response: values.join("[,]") };
    if (question.scored) result.score = { scaled: share };
    const stem = question.box.querySelector(".tb-stem").textContent.replace(/\s+/g, " ").trim().slice(0, 120);
    send("answered", { id: address("#" + question.box.id), type: "question", name: stem }, result);
  }
  function address(anchor) {
    return (book || "") + "/" + page + anchor;
  }
  function send(verb, object, result) {
    document.dispatchEvent(new CustomEvent("textbuild:statement", { detail: { verb: verb, object: object, result: result } }));
  }
})();
