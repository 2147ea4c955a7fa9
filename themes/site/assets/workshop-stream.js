// Luck that can be repeated: streams of random numbers that follow from a seed and a name. Knows no page.
(function () {
  "use strict";

  // mulberry32: 32 bits of state, public domain, by Tommy Ettinger.
  function random(state) {
    return function () {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }
  // Each purpose draws from a stream of its own (FNV-1a of its name): what one station does leaves the others' luck alone.
  function stream(seed, ...names) {
    let hash = 0x811c9dc5 ^ seed;
    for (const character of names.join("/")) hash = Math.imul(hash ^ character.codePointAt(0), 0x01000193);
    return random(hash);
  }

  window.tbWorkshop = { stream };
})();
