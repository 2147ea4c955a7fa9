// Words as the search compares them: what a reader types becomes terms, and a term is found in a text.
(function () {
  "use strict";
  // The next lines say the same as src/textbuild/publish/search/folding.py.
  const GRAMS = "\\u2e80-\\u2fdf\\u3005-\\u3007\\u3021-\\u3029\\u3041-\\ud7ff\\uf900-\\ufaff\\u{10000}-\\u{10ffff}";
  const LETTERS = "a-z\\u00df-\\u00f6\\u00f8-\\u1fff";
  const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;
  const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f]/;
  const LONGEST = 32;
  const SOFT = " \\t\\-/._·"; // between the pieces of one term: "GB/T 20234.1-2023" is "gbt20234.1—2023" is "CAN 总线"
  const RUN = new RegExp(`[${GRAMS}]+|[${LETTERS}0-9]+`, "gu");
  const PIECE = new RegExp(`[${LETTERS}]+|[0-9]+`, "g");
  const BETWEEN = new RegExp(`[^${GRAMS}${LETTERS}0-9/._·-]+`, "u");
  const IS_SOFT = new RegExp(`[${SOFT}]`);
  const IS_LETTER = new RegExp(`[${LETTERS}]`);
  const MOST_TERMS = 8;
  const MOST_GRAMS = 8;

  const folds = new Map();
  function foldOne(character) {
    let folded = folds.get(character);
    if (folded === undefined) {
      if (DASHES.test(character)) folded = "-";
      else if (UNSEEN.test(character)) folded = "";
      else folded = character.normalize("NFKC").toLowerCase();
      folds.set(character, folded);
    }
    return folded;
  }

  function fold(text) {
    let folded = "";
    for (const character of text) folded += foldOne(character);
    return folded;
  }

  function kind(unit) {
    return unit >= "0" && unit <= "9" ? 1 : IS_LETTER.test(unit) ? 2 : 0;
  }

  // The text without what may stand between pieces; where each of its units was; where a word may begin.
  function squeeze(text) {
    let units = "";
    let before = 0;
    let place = 0;
    const at = [];
    const begins = [];
    for (const character of text) {
      for (const unit of foldOne(character).split("")) {
        const now = kind(unit);
        if (!IS_SOFT.test(unit)) {
          units += unit;
          at.push(place);
          begins.push(now === 0 || now !== before);
        }
        before = now;
      }
      place += character.length;
    }
    at.push(place);
    return { units, at, begins, ends: text };
  }

  // Places [from, to) in the text that was squeezed.
  function places(squeezed, term) {
    const found = [];
    const { units, at, begins } = squeezed;
    for (let from = units.indexOf(term); from >= 0; from = units.indexOf(term, from + 1)) {
      if (!begins[from]) continue;
      const last = at[from + term.length - 1];
      found.push([at[from], last + (squeezed.ends.codePointAt(last) > 0xffff ? 2 : 1)]);
    }
    return found;
  }

  // "GB 38031" is one term, "绝缘 手套" are two. A term: what is compared, and under which keys it stands.
  function terms(query) {
    const folded = fold(query).replace(/([a-z])\s+(?=[0-9])/g, "$1-").replace(/\s*([-/])\s*/g, "$1");
    const found = new Map();
    for (const text of folded.split(BETWEEN)) {
      const units = squeeze(text).units;
      if (units && found.size < MOST_TERMS) found.set(units, { units, keys: keysOf(text) });
    }
    return [...found.values()];
  }

  // "gb18384" stands in a text as it is, or as "GB 18384".
  function piecesOf(run) {
    const pieces = run.match(PIECE).filter((piece) => piece.length > 1);
    return pieces[0] === run ? [] : pieces;
  }

  function keysOf(text) {
    const strong = [];
    const weak = [];
    for (const run of text.match(RUN) || []) {
      const characters = [...run];
      if (kind(run[0])) (run.length > 1 ? strong : weak).push({ word: run.slice(0, LONGEST), pieces: piecesOf(run) });
      else if (characters.length === 1) weak.push({ word: run, pieces: [] });
      else {
        const step = characters.length > MOST_GRAMS + 1 ? 2 : 1; // the text is compared anyway
        for (let i = 0; i + 1 < characters.length; i += step) strong.push({ pair: characters[i] + characters[i + 1] });
      }
    }
    return strong.length ? strong : weak.slice(0, 2);
  }

  // Where any of the terms stands in the text, in order and without overlaps. Takes those found out of `missing`.
  function ranges(text, sought, missing) {
    const squeezed = squeeze(text);
    let found = [];
    for (const term of sought) {
      const own = places(squeezed, term);
      if (own.length && missing) missing.delete(term);
      found = found.concat(own);
    }
    found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const joined = [];
    for (const [from, to] of found) {
      const last = joined[joined.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else joined.push([from, to]);
    }
    return joined;
  }

  window.tbSearch = {
    terms,
    ranges,
    isWhole: (text, term) => squeeze(text).units === term,
  };
})();
