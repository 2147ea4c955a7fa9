// Keeps the book that is read here on the device, through the site's service worker, and tells the reader so.
// Nothing happens on pages opened from a disk, in a preview, and in browsers that know no service workers.
(function () {
  "use strict";
  const here = document.querySelector("meta[name='textbuild-book']");
  const workers = navigator.serviceWorker;
  if (!here || !workers || !/^https?:$/.test(location.protocol)) return;
  const root = new URL(".", new URL(here.dataset.portal, location.href)).href;
  const WORDS = {
    whole: "已可离线阅读：没有网络也能在这台设备上打开全书",
    part: "为省流量只存了看过的页面；连上无线网再打开，就会存下全书",
  };
  const NEWS = {
    kept: "本书已可离线阅读",
    updated: "本书有更新，离线的一份已经换新",
    waiting: "本书有更新；为省流量，连上无线网再换新离线的一份",
  };

  // A book is many files: on a connection that costs money, only what the reader looks at is kept.
  function isCostly() {
    const connection = navigator.connection;
    if (!connection) return false;
    return connection.saveData || connection.type === "cellular" || /2g$/.test(connection.effectiveType || "");
  }

  function filesHere() {
    const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
    return [location.href].concat(loaded).filter((address) => address.startsWith(root));
  }

  function begin() {
    const opened = { type: "opened", book: here.content, files: filesHere(), costly: isCostly() };
    workers
      .register(root + "sw.js", { scope: root })
      .then(() => workers.ready)
      .then((registration) => registration.active.postMessage(opened))
      .catch(() => {}); // refused by the browser or its owner: the page is read as ever
  }

  function add(parent, tag, className) {
    const element = document.createElement(tag);
    element.className = className;
    parent.append(element);
    return element;
  }

  function say(text, reload) {
    const box = add(document.body, "div", "tb-offline-news");
    box.setAttribute("role", "status");
    const words = add(box, "span", "");
    setTimeout(() => (words.textContent = text), 100); // a screen reader speaks of what changes, not of what comes
    if (!reload) {
      setTimeout(() => box.remove(), 8000);
      return;
    }
    const button = add(box, "button", "");
    button.type = "button";
    button.textContent = "看新版";
    button.addEventListener("click", () => location.reload());
  }

  function hear(told) {
    if (told.type !== "state" || told.book !== here.content) return;
    const place = document.querySelector(".tb-download");
    if (place) {
      const line = place.querySelector(".tb-download__kept") || add(place, "span", "tb-download__kept");
      line.textContent = WORDS[told.whole ? "whole" : "part"];
    }
    // A page that was shown from the device is the old one; one that came from the network is new already.
    const old = document.documentElement.dataset.tbKept !== undefined;
    if (told.news && !(place && told.news === "kept")) say(NEWS[told.news], old && told.news === "updated");
  }

  function forget() {
    workers.getRegistrations().then((all) => all.forEach((one) => one.unregister()));
  }

  if (document.querySelector("script[src='/_textbuild/preview.js']")) {
    forget(); // of a site that was once served at the preview's address
    return;
  }
  workers.addEventListener("message", (event) => hear(event.data || {}));
  window.addEventListener("load", () => setTimeout(begin, 1500)); // the page first
})();
