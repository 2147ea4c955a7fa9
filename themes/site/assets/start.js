// Runs before anything is shown. Gives Material's script the functions that its pages usually hold inline, and puts on
// the colours that the reader chose, or that the device asks for, before the first picture: no white flash at night.
// What is remembered is remembered for the whole site, not book by book.
(function () {
  "use strict";
  const script = document.currentScript;
  // Material's script says this late, when every element would have to be styled again.
  document.documentElement.classList.remove("no-js");
  document.documentElement.classList.add("js");
  window.__md_scope = new URL("..", script.src);
  window.__md_hash = (text) => [...text].reduce((sum, character) => (sum << 5) - sum + character.charCodeAt(0), 0);
  // A browser that lets pages keep nothing shows them all the same.
  window.__md_get = (key, storage, scope = window.__md_scope) => {
    try {
      return JSON.parse((storage || localStorage).getItem(`${scope.pathname}.${key}`));
    } catch (error) {
      return null;
    }
  };
  window.__md_set = (key, value, storage, scope = window.__md_scope) => {
    try {
      (storage || localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
    } catch (error) {
      return;
    }
  };

  const palettes = JSON.parse(script.dataset.palettes || "[]");
  function chosen() {
    const kept = window.__md_get("__palette");
    const color = (kept && kept.color) || palettes[0];
    if (!color || color.media !== "(prefers-color-scheme)") return color;
    const wanted = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    return palettes.find((one) => one.media === `(prefers-color-scheme: ${wanted})`) || color;
  }
  function dress() {
    const color = chosen() || {};
    for (const key of ["media", "scheme", "primary", "accent"])
      if (color[key]) document.body.setAttribute(`data-md-color-${key}`, color[key]);
  }
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    dress();
  }).observe(document.documentElement, { childList: true });

  // Tabs of the same name are open as the reader left them, and the one that the address names; before Material looks.
  document.addEventListener("readystatechange", () => {
    if (document.readyState !== "interactive") return;
    const kept = "linkedTabs" in script.dataset ? window.__md_get("__tabs") : null;
    for (const set of Array.isArray(kept) ? document.querySelectorAll(".tabbed-set") : []) {
      const labels = [...set.querySelectorAll(":scope > .tabbed-labels > label")];
      const label = kept.map((name) => labels.find((one) => one.textContent.trim() === name)).find(Boolean);
      if (label) document.getElementById(label.htmlFor).checked = true;
    }
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.name && target.name.startsWith("__tabbed_")) target.checked = true;
  });
})();
