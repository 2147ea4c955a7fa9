// What the reader sets for all pages of the site, kept on the device: the colours and the size of the text.
// Loaded in the head, before anything is painted. Without storage (private windows) a setting holds for one page.
(function () {
  "use strict";
  const SIZES = [0.9, 1, 1.15, 1.3];
  const THEMES = { auto: "跟随系统", light: "浅色", dark: "深色" };
  const root = document.documentElement;
  const system = window.matchMedia("(prefers-color-scheme: dark)");

  function read(name) {
    try {
      return JSON.parse(localStorage.getItem("textbuild." + name));
    } catch (error) {
      return null; // no storage, or not written by us
    }
  }
  function write(name, value) {
    try {
      localStorage.setItem("textbuild." + name, JSON.stringify(value));
    } catch (error) {
      // full or forbidden: the page works without
    }
  }
  window.textbuild = { read: read, write: write };

  let theme = Object.keys(THEMES).indexOf(read("theme")) < 0 ? "auto" : read("theme");
  let size = SIZES[read("size")] ? read("size") : 1;

  function paint() {
    const dark = theme === "dark" || (theme === "auto" && system.matches);
    root.setAttribute("data-tb-theme", dark ? "dark" : "light");
    root.style.setProperty("--tb-scale", String(SIZES[size]));
  }

  // A book's pages have Material's own switch. It keeps its choice as the number of a palette, so it is told ours.
  function tellMaterial() {
    const script = document.querySelector("script[data-palettes]");
    const palettes = script ? JSON.parse(script.getAttribute("data-palettes")) : [];
    const index = palettes.findIndex((one) => themeOf(one.media, one.scheme) === theme);
    if (index >= 0 && window.__md_set) window.__md_set("__palette", { index: index, color: palettes[index] });
  }
  function themeOf(media, scheme) {
    return media === "(prefers-color-scheme)" ? "auto" : scheme === "slate" ? "dark" : "light";
  }

  function label() {
    for (const button of document.querySelectorAll("[data-tb-set-theme]")) {
      button.querySelector("span").textContent = THEMES[theme];
    }
    for (const button of document.querySelectorAll("[data-tb-set-size]")) {
      const next = size + Number(button.getAttribute("data-tb-set-size"));
      button.setAttribute("aria-disabled", String(!SIZES[next]));
    }
  }
  function changeSize(step) {
    const wanted = step ? size + step : 1;
    if (SIZES[wanted]) size = wanted;
    write("size", size);
    paint();
    label();
  }
  function changeTheme(wanted) {
    theme = wanted;
    write("theme", theme);
    paint();
    label();
  }

  paint();
  tellMaterial();
  (system.addEventListener ? system.addEventListener.bind(system, "change") : system.addListener.bind(system))(paint);
  document.addEventListener("DOMContentLoaded", label);
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!button) return;
    if (button.hasAttribute("data-tb-set-size")) changeSize(Number(button.getAttribute("data-tb-set-size")));
    if (button.hasAttribute("data-tb-set-theme")) {
      const names = Object.keys(THEMES);
      changeTheme(names[(names.indexOf(theme) + 1) % names.length]);
    }
    if (button.hasAttribute("data-tb-print")) window.print();
  });
  document.addEventListener("change", (event) => {
    const chosen = event.target;
    if (!(chosen instanceof Element) || chosen.getAttribute("name") !== "__palette") return;
    changeTheme(themeOf(chosen.getAttribute("data-md-color-media"), chosen.getAttribute("data-md-color-scheme")));
  });

  // What an address names must not stay folded away.
  function unfold() {
    const target = document.querySelector(":target");
    const folded = target && target.closest("details:not([open])");
    if (!folded) return;
    folded.open = true;
    target.scrollIntoView();
  }
  document.addEventListener("DOMContentLoaded", unfold);
  window.addEventListener("hashchange", unfold);

  // Paper shows what is folded away, and where the page came from.
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    for (const one of opened) one.open = true;
    for (const place of document.querySelectorAll("[data-tb-address]")) {
      if (/^http/.test(location.protocol)) place.textContent = decodeURI(location.href.split("#")[0]);
    }
  });
  window.addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
  });
})();
