// On a page that was opened from a search (`?h=…`): marks the words, goes to the first, and leads from one to the next.
(function () {
  "use strict";
  const query = new URLSearchParams(location.search).get("h");
  const article = document.querySelector("article") || document.querySelector("main");
  if (!query || !article) return;
  const BLOCKS = "p,li,td,th,dt,dd,h1,h2,h3,h4,h5,h6,figcaption,caption,summary,pre,blockquote,div,tr,article,main";
  const LEFT_OUT = "script,style,svg,math,button,.headerlink,.tb-marks,.tb-printed";

  // Text nodes of one block in a row: a term may run over several elements.
  function rows() {
    const found = [];
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
    let block = null;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.parentElement.closest(LEFT_OUT)) continue;
      const own = node.parentElement.closest(BLOCKS);
      if (own !== block) found.push([]);
      block = own;
      found[found.length - 1].push(node);
    }
    return found;
  }

  function mark(node, from, to) {
    const piece = node.splitText(from);
    piece.splitText(to - from);
    const made = document.createElement("mark");
    made.className = "tb-mark";
    piece.parentNode.replaceChild(made, piece);
    made.appendChild(piece);
    return made;
  }

  // Each place as the marks that it consists of.
  function markRow(nodes, sought) {
    const text = nodes.map((node) => node.data).join("");
    const places = [];
    for (const [from, to] of window.tbSearch.ranges(text, sought).reverse()) {
      const marks = [];
      let end = text.length;
      for (let i = nodes.length - 1; i >= 0; i--) {
        end = nodes.slice(0, i).reduce((sum, node) => sum + node.data.length, 0);
        const first = Math.max(from - end, 0);
        const last = Math.min(to - end, nodes[i].data.length);
        if (first < last) marks.unshift(mark(nodes[i], first, last));
      }
      places.unshift(marks);
    }
    return places;
  }

  const sought = window.tbSearch.terms(query).map((term) => term.units);
  const places = [].concat(...rows().map((nodes) => markRow(nodes, sought)));
  if (!places.length) return;

  const bar = document.createElement("div");
  bar.className = "tb-marks";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "搜索到的地方");
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  bar.appendChild(told);
  function button(text, label, does) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.setAttribute("aria-label", label);
    made.addEventListener("click", does);
    bar.appendChild(made);
  }

  let at = 0;
  function go(to) {
    places[at].forEach((one) => one.classList.remove("tb-mark--here"));
    at = (to + places.length) % places.length;
    const [first] = places[at];
    for (let box = first.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    places[at].forEach((one) => one.classList.add("tb-mark--here"));
    first.scrollIntoView({ block: "center" });
    told.textContent = `“${query}” ${at + 1} / ${places.length}`;
  }

  function clear() {
    for (const one of [].concat(...places)) {
      const parent = one.parentNode;
      parent.replaceChild(one.firstChild, one);
      parent.normalize();
    }
    document.body.removeChild(bar);
  }

  button("↑", "上一处", () => go(at - 1));
  button("↓", "下一处", () => go(at + 1));
  button("×", "不再标出", clear);
  document.body.appendChild(bar);

  function start() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const behind = (one) => !target || target.contains(one[0]) || target.compareDocumentPosition(one[0]) & Node.DOCUMENT_POSITION_FOLLOWING;
    go(Math.max(0, places.findIndex(behind)));
  }
  if (document.readyState === "complete") start();
  else window.addEventListener("load", start);
})();
