// Shows what a search found as options of a listbox, by books, with the words marked.
(function () {
  "use strict";
  const AROUND = [24, 80]; // characters before and after a hit
  const PLACES = 3; // of one page that are listed
  const FIRST = { groups: 5, each: 2, alone: 10 }; // books, pages of each, pages of one alone
  const MORE = 10;

  function make(name, className, parent, text) {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text) element.textContent = text;
    if (parent) parent.appendChild(element);
    return element;
  }

  function attributes(element, values) {
    for (const name of Object.keys(values)) element.setAttribute(name, values[name]);
    return element;
  }

  // The text from one place to another, with the given ranges marked.
  function marked(parent, text, ranges, from, to) {
    let at = from;
    const plain = (end) => parent.appendChild(document.createTextNode(text.slice(at, end).replace(/\n/g, "\u3000")));
    for (const [first, last] of ranges) {
      if (first < from || first >= to) continue;
      plain(first);
      make("mark", "", parent, text.slice(first, last));
      at = last;
    }
    if (at < to) plain(to);
    return parent;
  }

  // Where to begin so that the words before the hit make sense: at a line, failing that behind a comma or the like.
  function begin(text, hit) {
    const from = Math.max(0, hit - AROUND[0]);
    const before = text.slice(from, hit);
    const line = before.lastIndexOf("\n");
    if (line >= 0) return from + line + 1;
    return from && from + Math.max(0, before.search(/[，。；：、！？]/) + 1);
  }

  function snippet(parent, hit) {
    const line = make("span", "tb-search__text", parent);
    const first = hit.inText.length ? hit.inText[0][0] : 0;
    const from = begin(hit.text, first);
    const to = Math.min(hit.text.length, first + AROUND[1]);
    if (from && hit.text[from - 1] !== "\n") make("span", "", line, "…");
    marked(line, hit.text, hit.inText, from, to);
    if (to < hit.text.length) make("span", "", line, "…");
  }

  let options = 0;
  function option(parent, className, element) {
    const made = attributes(make(element, `tb-search__option ${className}`, parent), {
      role: "option", id: `tb-search-${options++}`, "aria-selected": "false", tabindex: "-1",
    });
    return made;
  }

  function link(parent, className, found, hit, query) {
    const made = option(parent, className, "a");
    made.href = `${found.address}?h=${encodeURIComponent(query)}${hit.anchor ? `#${encodeURIComponent(hit.anchor)}` : ""}`;
    return made;
  }

  function show(parent, found, before, query) {
    const [best, ...others] = found.hits;
    const page = make("div", "tb-search__found");
    attributes(page, { role: "presentation" });
    parent.insertBefore(page, before || null);
    const first = link(page, "tb-search__page", found, best, query);
    marked(make("span", "tb-search__title", first), found.title, found.inTitle, 0, found.title.length);
    const where = found.above.concat(best.anchor && best.heading !== found.title ? best.heading : []);
    const count = found.hits.length > 1 ? `${found.hits.length} 节里有` : "";
    const line = where.join(" › ") + (where.length && count ? " · " : "") + count;
    if (line) make("span", "tb-search__above", first, line);
    snippet(first, best);
    for (const hit of others.slice(0, PLACES - 1)) {
      const place = link(page, "tb-search__place", found, hit, query);
      marked(make("span", "tb-search__heading", place), hit.heading, hit.inHeading, 0, hit.heading.length);
      snippet(place, hit);
    }
  }

  // The pages of one book, as far as they are shown.
  class Group {
    constructor(list, answer, title, pages) {
      this.answer = answer;
      this.pages = pages;
      this.next = 0;
      this.element = attributes(make("div", "tb-search__group", list), { role: "group", "aria-label": title || "本书" });
      if (title) attributes(make("p", "tb-search__book", this.element, title), { "aria-hidden": "true" });
      this.rest = null;
    }

    // Shows up to `count` pages more. Pages that hold the term scattered only turn out to be none, and are passed over.
    async more(count) {
      const { answer } = this;
      let shown = 0;
      while (shown < count && this.next < this.pages.length && answer.isAwaited()) {
        const batch = this.pages.slice(this.next, this.next + count - shown);
        this.next += batch.length;
        const texts = await Promise.all(batch.map((page) => answer.index.text(page, answer)));
        batch.forEach((page, i) => answer.seen(page, texts[i]));
        const found = texts.filter(Boolean).sort((a, b) => b.isWhole - a.isWhole);
        for (const one of found) show(this.element, one, this.rest, answer.query);
        shown += found.length;
      }
      this.offerMore();
    }

    offerMore() {
      if (this.rest) this.element.removeChild(this.rest);
      this.rest = null;
      const left = this.pages.length - this.next;
      if (!left) return;
      this.rest = option(this.element, "tb-search__more", "div");
      this.rest.textContent = `还有 ${left} 篇，再列出 ${Math.min(left, MORE)} 篇`;
      this.rest.addEventListener("click", async () => {
        const last = this.rest.previousElementSibling;
        await this.more(MORE).catch(this.answer.failed);
        const first = last.nextElementSibling;
        this.answer.shown(first && (first.querySelector("[role=option]") || first));
      });
    }
  }

  // Fills the listbox with the first pages of an answer: what `Index.find` gives, with `index`, `query`, `isGrouped`
  // (by books), and what happens later: `isAwaited()`, `seen(page, text)`, `shown(option)`, `failed()`.
  async function list(element, answer) {
    const groups = new Map();
    for (const page of answer.pages) {
      if (!groups.has(page.collection)) {
        const title = answer.isGrouped ? answer.index.collections[page.collection].title : "";
        groups.set(page.collection, new Group(element, answer, title, []));
      }
      groups.get(page.collection).pages.push(page);
    }
    const each = groups.size > 1 ? FIRST.each : FIRST.alone;
    const all = [...groups.values()];
    await Promise.all(all.map((group, i) => (i < FIRST.groups ? group.more(each) : group.offerMore())));
    for (const group of all) if (!group.element.querySelector("[role=option]")) element.removeChild(group.element);
  }

  Object.assign(window.tbSearch, { make, attributes, list });
})();
