// Finds terms in an index that textbuild wrote (src/textbuild/publish/search): loads the parts that a query needs as
// scripts, which pages opened from a disk may do, too. Knows nothing of the page; search.js shows what it finds.
(function () {
  "use strict";
  const { terms, ranges, isWhole } = window.tbSearch;
  const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&'()*+-./=>?@[]^_`{|}~"; // as in postings.py
  const MOST_PARTS = 16; // that one letter may ask for

  // Scripts hand over what they hold by calling `part`.
  const waiting = new Map();
  const loaded = new Map();
  function load(address) {
    if (!loaded.has(address)) {
      loaded.set(address, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        waiting.set(address, resolve);
        script.src = address;
        script.charset = "utf-8";
        script.onerror = () => {
          loaded.delete(address); // the next query tries again
          reject(new Error(`not loaded: ${address}`));
        };
        document.head.append(script);
      }));
    }
    return loaded.get(address);
  }

  function part(value) {
    const address = document.currentScript.src;
    if (waiting.has(address)) waiting.get(address)(value);
    waiting.delete(address);
  }

  function numbers(text) {
    const found = [];
    let higher = 0;
    for (const digit of text) {
      if (digit >= "a" && digit <= "z") higher = higher * 26 + digit.charCodeAt(0) - 96;
      else {
        found.push(higher * DIGITS.length + DIGITS.indexOf(digit));
        higher = 0;
      }
    }
    return found;
  }

  function sections(text) {
    let before = -1;
    return numbers(text).map((gap) => (before += gap + 1));
  }

  // The places of a key: number of a collection → Map of section → whether it stands in the heading.
  function add(places, blocks) {
    for (const block of blocks.split(";")) {
      const colon = block.indexOf(":");
      const collection = colon < 0 ? 0 : Number(block.slice(0, colon));
      const [all, headings] = block.slice(colon + 1).split(",");
      if (!places.has(collection)) places.set(collection, new Map());
      const held = places.get(collection);
      for (const section of sections(all)) if (!held.has(section)) held.set(section, false);
      for (const section of sections(headings || "")) held.set(section, true);
    }
    return places;
  }

  function both(one, other) {
    const places = new Map();
    for (const [collection, held] of one) {
      const others = other.get(collection);
      if (!others) continue;
      const common = new Map();
      for (const [section, heading] of held) if (others.has(section)) common.set(section, heading && others.get(section));
      if (common.size) places.set(collection, common);
    }
    return places;
  }

  function either(one, other) {
    for (const [collection, held] of other) {
      if (!one.has(collection)) one.set(collection, new Map());
      const all = one.get(collection);
      for (const [section, heading] of held) all.set(section, heading || all.get(section) || false);
    }
    return one;
  }

  class Index {
    constructor(address, described) {
      this.address = address;
      this.folder = new URL(described.folder, address).href;
      this.starts = described.starts ? described.starts.split(" ") : [];
      this.partial = false;
      this.collections = described.collections.map((one) => {
        const firsts = [];
        const sizes = numbers(one.sections);
        let next = 0;
        for (const size of sizes) {
          firsts.push(next);
          next += size;
        }
        const files = [];
        numbers(one.files).forEach((pages, file) => {
          for (let i = 0; i < pages; i++) files.push([one.first + file, i]);
        });
        return { title: one.title, boost: one.boost, root: new URL(one.root, address).href, firsts, sizes, files,
          texts: new URL(one.texts, address).href };
      });
    }

    // Parts whose keys may be `low`, or lie between `low` and `high`.
    async entries(low, high) {
      let from = this.starts.findIndex((start) => start > low);
      from = Math.max(0, (from < 0 ? this.starts.length : from) - 1);
      let to = from + 1;
      while (to < this.starts.length && this.starts[to] <= high) to++;
      if (to - from > MOST_PARTS) this.partial = true;
      const asked = this.starts.slice(from, Math.min(to, from + MOST_PARTS));
      return Promise.all(asked.map((_, i) => load(`${this.folder}s${from + i}.js`)));
    }

    async pair(key) {
      for (const part of await this.entries(key, key)) {
        const words = part.split(" ");
        for (let i = 0; i < words.length; i += 2) if (words[i] === key) return add(new Map(), words[i + 1]);
      }
      return new Map();
    }

    async beginning(prefix) {
      const places = new Map();
      for (const part of await this.entries(prefix, `${prefix}\uffff`)) {
        const words = part.split(" ");
        for (let i = 0; i < words.length; i += 2) if (words[i].startsWith(prefix)) add(places, words[i + 1]);
      }
      return places;
    }

    async key(one) {
      if (one.pair) return this.pair(one.pair);
      const [whole, ...apart] = await Promise.all([one.word, ...one.pieces].map((word) => this.beginning(word)));
      return apart.length ? either(whole, apart.reduce(both)) : whole;
    }

    // Pages that hold all terms; where there is none, those that hold most of their keys.
    async find(query) {
      const asked = terms(query);
      this.partial = false;
      if (!asked.length) return { terms: asked, pages: [], near: false, partial: false };
      const keys = await Promise.all(asked.map((term) => Promise.all(term.keys.map((key) => this.key(key)))));
      const held = keys.map((places) => (places.length ? places.reduce(both) : new Map()));
      const pages = this.pages(held, held.length);
      const near = pages.length ? [] : this.nearly([].concat(...keys));
      return { terms: asked, pages: pages.length ? pages : near, near: near.length > 0, partial: this.partial };
    }

    nearly(keys) {
      const counts = new Map();
      for (const places of keys)
        for (const [collection, held] of places)
          for (const section of held.keys()) {
            const name = `${collection} ${section}`;
            counts.set(name, (counts.get(name) || 0) + 1);
          }
      const wanted = Math.max(2, Math.ceil(keys.length * 0.6));
      const places = new Map();
      for (const [name, count] of counts) {
        const [collection, section] = name.split(" ").map(Number);
        if (count < wanted) continue;
        if (!places.has(collection)) places.set(collection, new Map());
        places.get(collection).set(section, false);
      }
      return this.pages([places], 1);
    }

    // Pages in which each term has a section, best first; the sections that hold most terms first.
    pages(held, wanted) {
      const found = new Map();
      held.forEach((places, term) => {
        for (const [collection, sections] of places)
          for (const [section, heading] of sections) {
            const firsts = this.collections[collection].firsts;
            const page = lastAtMost(firsts, section);
            const name = `${collection} ${page}`;
            if (!found.has(name)) found.set(name, { collection, page, terms: new Set(), sections: new Map() });
            const one = found.get(name);
            const within = section - firsts[page];
            one.terms.add(term);
            one.sections.set(within, (one.sections.get(within) || 0) + (heading ? 1.5 : 1));
          }
      });
      const pages = [...found.values()].filter((one) => one.terms.size === wanted);
      for (const one of pages) one.score = this.score(one, wanted);
      return pages.sort((a, b) => b.score - a.score || a.collection - b.collection || a.page - b.page);
    }

    score(one, wanted) {
      const most = Math.max(...one.sections.values());
      const { boost } = this.collections[one.collection];
      const title = one.sections.get(0) >= 1.5 * wanted ? 40 + boost : Math.min(boost, 0);
      const heading = most >= 1.5 * wanted ? 20 : most >= wanted ? 10 : 0;
      return title + heading + Math.min(one.sections.size, 8);
    }

    // What a page says, with the places of the terms. Null: it has them scattered only, and is no hit.
    async text(one, answer) {
      const collection = this.collections[one.collection];
      const [file, within] = collection.files[one.page];
      const [path, title, above, texts] = (await load(`${collection.texts}t${file}.js`))[within];
      const { near } = answer;
      const sought = [].concat(...answer.terms.map((term) => (near ? term.keys.map((key) => key.pair || key.word) : term.units)));
      const missing = new Set(near ? [] : sought);
      const hits = [];
      texts.forEach(([anchor, heading, text], section) => {
        if (!one.sections.has(section)) return;
        const inHeading = ranges(heading, sought, missing);
        const inText = ranges(text, sought, missing);
        if (inHeading.length + inText.length)
          hits.push({ anchor, heading, text, inHeading, inText, order: one.sections.get(section) });
      });
      if (missing.size || !hits.length) return null;
      hits.sort((a, b) => b.order - a.order);
      const address = collection.root + path.split("/").map(encodeURIComponent).join("/");
      return { title, inTitle: ranges(title, sought), above, address, hits, isWhole: isWhole(title, sought[0]) };
    }
  }

  // The last place of the ascending list whose value is not above `value`.
  function lastAtMost(list, value) {
    let low = 0;
    let high = list.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (list[middle] <= value) low = middle;
      else high = middle;
    }
    return low;
  }

  Object.assign(window.tbSearch, {
    part,
    open: (address) => load(address).then((described) => new Index(address, described)),
  });
})();
