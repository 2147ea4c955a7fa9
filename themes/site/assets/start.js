// Before the first picture of a book's page: Material's <body> wears the colours that the reader chose, or that the
// device asks for, so that nothing flashes white at night; and tabs are open as the reader left them.
(function () {
  "use strict";
  const script = document.currentScript;
  const palettes = JSON.parse(script.dataset.palettes || "[]");
  const themes = palettes.map((one) => (one.media === "(prefers-color-scheme)" ? "auto" : one.scheme === "slate" ? "dark" : "light"));

  /** The number of the palette that is chosen. Of several for one theme, the one that was clicked. */
  function chosen() {
    const theme = window.textbuild.theme();
    const kept = window.textbuild.read("palette");
    return themes[kept] === theme ? kept : Math.max(0, themes.indexOf(theme));
  }
  function dress() {
    const number = chosen();
    const lit = themes[number] === "auto" ? themes.indexOf(window.textbuild.isDark() ? "dark" : "light") : number;
    const colours = palettes[lit] || palettes[number] || {};
    for (const key of ["media", "scheme", "primary", "accent"])
      if (colours[key]) document.body.setAttribute("data-md-color-" + key, colours[key]);
    document.querySelectorAll("input[name=__palette]").forEach((input, index) => {
      input.checked = index === number;
      const label = input.nextElementSibling; // leads to the next palette
      if (label && label.tagName === "LABEL") label.hidden = index !== number;
    });
  }
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    dress();
    document.addEventListener("textbuild:theme", dress);
  }).observe(document.documentElement, { childList: true });
  document.addEventListener("DOMContentLoaded", dress);
  document.addEventListener("change", (event) => {
    if (!(event.target instanceof Element) || event.target.getAttribute("name") !== "__palette") return;
    const number = Array.from(document.querySelectorAll("input[name=__palette]")).indexOf(event.target);
    window.textbuild.write("palette", number);
    window.textbuild.setTheme(themes[number]);
  });

  // Tabs of the same name are open as the reader left them, and the one that the address names.
  document.addEventListener("DOMContentLoaded", () => {
    const kept = "linkedTabs" in script.dataset ? window.textbuild.read("tabs") : null;
    for (const set of Array.isArray(kept) ? document.querySelectorAll(".tabbed-set") : []) {
      const labels = Array.from(set.querySelectorAll(":scope > .tabbed-labels > label"));
      const label = kept.map((name) => labels.find((one) => one.textContent.trim() === name)).find(Boolean);
      if (label) document.getElementById(label.htmlFor).checked = true;
    }
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.name && target.name.startsWith("__tabbed_")) target.checked = true;
  });
})();
