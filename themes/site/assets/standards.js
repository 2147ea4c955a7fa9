// The filter above the list of standards. Without this script the whole list is there to read.
(() => {
  // Dashes and blanks are typed in many ways: "gb/t20234" finds GB/T 20234.1.
  const plain = (text) => text.replace(/[\s—–-]+/g, "");
  const form = document.querySelector("form.filter");
  const found = document.querySelector("#found");
  const more = document.querySelector("#more");
  const PAGE = 100; // two thousand rows at once are a long way to scroll, and slow on cheap telephones
  let most = PAGE;
  const rows = [...document.querySelectorAll("table.register tbody tr")].map((row) => ({
    row,
    text: plain(row.cells[0].textContent.toLowerCase()),
    verdict: row.querySelector("[data-verdict]").dataset.verdict,
    sectors: (row.dataset.sectors || "").split(" "),
    cited: row.hasAttribute("data-cited") ? "yes" : "no",
  }));

  function filter() {
    // A row stands for all editions of its standard, so the year does not count.
    const typed = form.elements.text.value.toLowerCase().replace(/[—–:-]\s*(19|20)\d\d\s*$/, "");
    const words = typed.split(/[\s,，、]+/).map(plain);
    const whole = plain(typed);
    const { verdict, sector, cited } = form.elements;
    let shown = 0;
    for (const one of rows) {
      const wanted =
        (one.text.includes(whole) || words.every((word) => one.text.includes(word))) &&
        (!verdict.value || one.verdict === verdict.value) &&
        (!sector.value || one.sectors.includes(sector.value)) &&
        (!cited.value || one.cited === cited.value);
      if (wanted) shown += 1;
      one.row.hidden = !wanted || shown > most;
    }
    found.textContent = `显示 ${Math.min(shown, most)} 项，符合 ${shown} 项，共 ${rows.length} 项`;
    more.hidden = shown <= most;
  }

  form.addEventListener("input", () => {
    most = PAGE;
    filter();
  });
  more.addEventListener("click", () => {
    most += PAGE;
    filter();
  });
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  // A browser that goes back to the page fills the fields in again.
  filter();
})();
