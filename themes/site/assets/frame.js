// What moves in the frame of a book's page, whose looks are Material's: the drawer, the title in the bar, the contents
// at the side, the way back to the top. Material's own script does this too, with five times the text and three times
// the work at the start. Nothing is measured before the reader scrolls, for that would lay out the whole page at once.
(function () {
  "use strict";
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const features = JSON.parse(document.getElementById("__config").textContent).features;
  const idle = window.requestIdleCallback || ((work) => setTimeout(work, 200));
  const HEADER = 80; // pixels below the top of the screen at which a heading counts as reached

  // The drawer of small screens. Without script a label opens it; the button in its place takes the focus and says so.
  const drawer = document.getElementById("__drawer");
  const label = document.querySelector(".md-header label[for=__drawer]");
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = label.className + " tb-drawer";
  opener.setAttribute("aria-label", "目录");
  opener.append.apply(opener, Array.from(label.childNodes));
  label.replaceWith(opener);
  function openDrawer(wanted) {
    drawer.checked = wanted;
    opener.setAttribute("aria-expanded", String(wanted));
  }
  openDrawer(drawer.checked);
  opener.addEventListener("click", () => openDrawer(!drawer.checked));
  drawer.addEventListener("change", () => openDrawer(drawer.checked));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") openDrawer(false);
    if (event.key === "Enter" && event.target.matches("label[tabindex]")) event.target.click();
  });
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest(".md-sidebar--primary a[href^='#']")) openDrawer(false);
  });

  // Sections of the navigation that fold
  document.addEventListener("change", (event) => {
    const folded = event.target.classList.contains("md-nav__toggle") && event.target.parentNode.querySelector("nav[aria-expanded]");
    if (folded) folded.setAttribute("aria-expanded", String(event.target.checked));
  });
  for (const toggle of all(".md-toggle--indeterminate")) toggle.indeterminate = true;

  // Where there is room for the whole navigation, the page that is read is in sight in it.
  function bringIntoSight(link) {
    const box = link.closest(".md-sidebar__scrollwrap");
    const room = box.getBoundingClientRect();
    const place = link.getBoundingClientRect();
    if (place.top < room.top || place.bottom > room.bottom) box.scrollTop += place.top - room.top - room.height / 2;
  }
  if (window.matchMedia("(min-width: 76.25em)").matches) {
    idle(() => all(".md-nav--primary .md-nav__item--active > a.md-nav__link").slice(-1).forEach(bringIntoSight));
  }

  // The bar tells the book's name until the page's own title has left the screen.
  const heading = document.querySelector("article h1");
  const bar = document.querySelector(".md-header__title");
  if (heading && "IntersectionObserver" in window) {
    const tell = (seen) => {
      const gone = !seen[0].isIntersecting && seen[0].boundingClientRect.top < HEADER;
      bar.classList.toggle("md-header__title--active", gone);
    };
    new IntersectionObserver(tell, { rootMargin: "-48px 0px 0px" }).observe(heading);
  }

  // The contents at the side follow the reader.
  const wide = window.matchMedia("(min-width: 60em)");
  const contents = all(".md-sidebar--secondary [data-md-component=toc] a[href^='#']").map((link) => ({
    link: link,
    target: document.getElementById(decodeURIComponent(link.hash.slice(1))),
  }));
  let active = null;
  function follow() {
    const reached = contents.filter((one) => one.target && one.target.getBoundingClientRect().top <= HEADER).length;
    const now = reached ? contents[reached - 1].link : null;
    if (now === active) return;
    active = now;
    contents.forEach((one, index) => {
      one.link.classList.toggle("md-nav__link--passed", index < reached);
      one.link.classList.toggle("md-nav__link--active", one.link === now);
    });
    if (now && features.includes("toc.follow")) bringIntoSight(now);
  }

  const top = document.querySelector(".md-top");
  if (top) top.addEventListener("click", () => window.scrollTo(0, 0));
  let before = 0;
  let waiting = false;
  // On the way up it shows; a little way down it stays, for the browser itself moves a page whose blocks it lays out.
  function offerTop() {
    const now = window.scrollY;
    if (!top.hidden && now >= before && now < before + 200) return;
    top.hidden = !(now > window.innerHeight / 2 && now < before);
    before = now;
  }
  function moved() {
    waiting = false;
    if (contents.length && wide.matches) follow();
    if (top) offerTop();
  }
  function move() {
    if (!waiting) window.requestAnimationFrame(moved);
    waiting = true;
  }
  window.addEventListener("scroll", move, { passive: true });
})();
