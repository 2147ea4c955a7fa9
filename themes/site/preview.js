// Only in `textbuild serve`: reloads the page after a build and shows what the check found.
(() => {
  "use strict";
  const panel = document.createElement("details");
  panel.style.cssText =
    "position:fixed;z-index:99;inset:auto 0 0 0;max-height:40vh;overflow:auto;padding:.5rem 1rem;" +
    "background:#fff7ed;color:#7c2d12;border-top:2px solid #c2410c;font:14px/1.6 sans-serif;white-space:pre-wrap";
  const show = (findings) => {
    panel.replaceChildren();
    if (!findings.length) return panel.remove();
    const summary = document.createElement("summary");
    summary.textContent = `检查发现 ${findings.length} 个问题`;
    const list = document.createElement("ol");
    for (const finding of findings) {
      const item = document.createElement("li");
      item.textContent = finding;
      list.append(item);
    }
    panel.append(summary, list);
    document.body.append(panel);
  };
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const follow = async () => {
    let known = 0;
    for (;;) {
      try {
        const answer = await (await fetch(`/_textbuild/news?after=${known}`)).json();
        if (known && answer.number !== known) return location.reload();
        known = answer.number;
        show(answer.findings);
      } catch {
        await pause(1000);
      }
    }
  };
  follow();
})();
