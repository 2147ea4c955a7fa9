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
  let theme = Object.keys(THEMES).indexOf(read("theme")) < 0 ? "auto" : read("theme");
  let size = SIZES[read("size")] ? read("size") : 1;

  function paint() {
    root.setAttribute("data-tb-theme", isDark() ? "dark" : "light");
    root.style.setProperty("--tb-scale", String(SIZES[size]));
    document.dispatchEvent(new Event("textbuild:theme"));
  }
  function isDark() {
    return theme === "dark" || (theme === "auto" && system.matches);
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

  // For the other scripts of a page
  window.textbuild = { read: read, write: write, theme: () => theme, isDark: isDark, setTheme: changeTheme };
  paint();
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
