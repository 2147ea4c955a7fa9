// The drawing of the floor, brought to life: where the student is, what each station does, and the pieces on their way.
// It only mirrors what the lists beside it say, so it is hidden from screen readers while a run goes on.
(function () {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";
  const STATES = { working: "加工中", starved: "缺料", blocked: "堵塞", down: "维修" };
  const SHOWN = 8; // pieces of a buffer or rack that are drawn

  function element(name, attributes, text) {
    const made = document.createElementNS(SVG, name);
    for (const key of Object.keys(attributes)) made.setAttribute(key, attributes[key]);
    if (text) made.textContent = text;
    return made;
  }

  // `figure` holds the drawing that the page has from the start.
  function open(figure, workshop) {
    const drawing = figure.querySelector("svg");
    const groups = new Map();
    for (const group of drawing.querySelectorAll("[data-station]")) groups.set(group.dataset.station, group);
    const places = new Map(workshop.stations.map((one) => [one.id, one]));
    const labels = new Map();
    const pieces = new Map();
    const layer = element("g", { class: "tb-floor-pieces" });
    drawing.append(layer);

    function label(id, text) {
      if (!labels.has(id) && places.has(id)) {
        const place = places.get(id);
        const made = element("text", { class: "tb-floor-state", x: place.x, y: place.y + 35, "font-size": 11 });
        labels.set(id, made);
        layer.append(made);
      }
      if (labels.has(id)) labels.get(id).textContent = text;
    }
    function mark(id, name) {
      const group = groups.get(id);
      if (group) group.setAttribute("class", "tb-floor-station" + (name ? " tb-is-" + name : ""));
    }
    function clear() {
      for (const id of groups.keys()) mark(id, "");
      for (const one of labels.values()) one.textContent = "";
      for (const one of pieces.values()) one.remove();
      pieces.clear();
    }
    function put(number, x, y, name) {
      let piece = pieces.get(number);
      if (!piece) {
        piece = element("circle", { class: "tb-floor-piece", r: 5.5 });
        pieces.set(number, piece);
        layer.append(piece);
      }
      piece.setAttribute("class", "tb-floor-piece" + (name ? " tb-is-" + name : ""));
      piece.style.transform = `translate(${x}px, ${y}px)`;
      return number;
    }

    return {
      clear,
      animate(on) {
        drawing.classList.toggle("tb-is-animated", on);
      },
      // The station of the step that is being done; `alarm`: something has gone wrong there.
      work(id, alarm) {
        clear();
        mark(id, alarm ? "down" : "working");
        label(id, alarm ? "异常" : "进行中");
        const place = places.get(id);
        if (place) put(0, place.x + 40, place.y - 44, alarm ? "bad" : "");
      },
      // What `line.snapshot()` gives.
      line(stations) {
        const seen = new Set();
        for (const one of stations) {
          const place = places.get(one.station);
          if (!place) continue;
          mark(one.station, one.state);
          label(one.station, STATES[one.state]);
          if (one.piece !== null) seen.add(put(one.piece, place.x + 40, place.y - 44, ""));
          one.waiting.slice(0, SHOWN).forEach((number, index) => seen.add(put(number, place.x - 42 + 12 * index, place.y + 33, "waiting")));
          one.again.slice(0, SHOWN).forEach((number, index) => seen.add(put(number, place.x - 42 + 12 * index, place.y - 44, "bad")));
        }
        for (const [number, piece] of pieces) {
          if (seen.has(number)) continue;
          piece.remove();
          pieces.delete(number);
        }
      },
    };
  }

  window.tbWorkshop = Object.assign(window.tbWorkshop || {}, { floor: { open, STATES } });
})();
