// Whether an answer to a question of a self-test is right, and what is told of one that is not. Knows no page.
// A question here is { kind, answer }, where `answer` is the JSON that src/textbuild/render/quiz_key.py makes; what a
// reader gave are letters, or the words in the blanks.
(function () {
  "use strict";

  // For each part of the question whether it is right.
  function judge(question, values) {
    const { right, blanks } = question.answer;
    if (blanks) return blanks.map((blank, n) => (blank.accepted ? isWord(values[n], blank.accepted) : isNumber(values[n], blank)));
    if (question.kind === "match" || question.kind === "order") return right.map((letter, n) => letter === values[n]);
    return [values.length === right.length && right.every((letter) => values.indexOf(letter) >= 0)];
  }
  function plain(text) {
    return String(text || "").normalize("NFKC").toLowerCase().replace(/[\s。.]+$/, "").replace(/\s+/g, "");
  }
  function isWord(text, accepted) {
    return accepted.some((one) => plain(one) === plain(text));
  }
  function isNumber(text, blank) {
    let typed = plain(text).replace(/[−–—‐]/g, "-");
    const unit = plain(blank.unit);
    if (unit && typed.endsWith(unit)) typed = typed.slice(0, -unit.length);
    if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(typed)) typed = typed.replace(/,/g, "");
    if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/.test(typed)) return false;
    const room = Math.abs(blank.value) * 1e-9; // 0.1 + 0.2 is not 0.3 to a computer
    return Math.abs(Number(typed) - blank.value) <= blank.tolerance + room;
  }

  function hint(question, values, parts) {
    if (question.answer.blanks || question.kind === "match") {
      const wrong = parts.map((good, n) => (good ? 0 : n + 1)).filter(Boolean);
      return "第 " + wrong.join("、") + (question.kind === "match" ? " 行不对。" : " 空不对。");
    }
    if (question.kind === "order") return "从第 " + (parts.indexOf(false) + 1) + " 步起不对。";
    if (question.kind !== "multiple") return "";
    const { right } = question.answer;
    const missing = right.some((letter) => values.indexOf(letter) < 0);
    const extra = values.some((letter) => right.indexOf(letter) < 0);
    return (extra ? "选了不该选的。" : "") + (missing ? "还有该选的没有选。" : "");
  }

  window.tbQuiz = { judge: judge, hint: hint };
})();
