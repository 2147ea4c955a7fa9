// Virtual workshops on a page: from the static form that every page has to an exercise that a student carries out. The
// list of steps is what is worked with, by pointer, keyboard or screen reader; the drawing mirrors it.
(function () {
  "use strict";
  const { parts, goalWords, run: runs, floor, steps, result, lineView } = window.tbWorkshop;
  const { make, unique, button, clock, duration } = parts;
  const CALM = window.matchMedia("(prefers-reduced-motion: reduce)");
  const newSeed = () => 1 + Math.floor(Math.random() * 999999);

  function open(section) {
    const workshop = JSON.parse(section.dataset.tbWorkshop);
    const figure = section.querySelector(".tb-workshop-floor");
    const drawing = floor.open(figure, workshop);
    const more = make("details", { class: "tb-workshop-more" }, make("summary", {}, "工序、限值和异常一览"));
    const plain = section.querySelector(".tb-workshop-static");
    plain.before(more);
    more.append(plain);
    const app = make("div", { class: "tb-workshop-app" });
    const bar = make("div", { class: "tb-workshop-bar" });
    const panel = make("div", { class: "tb-workshop-panel" });
    const said = make("div", { class: "tb-workshop-said", role: "status" });
    app.append(bar, panel, said);
    more.before(app);

    let run = null;
    let began = 0;
    let timer = 0;
    let live = null;
    const moving = make("input", { type: "checkbox", id: unique("moving") });
    moving.checked = !CALM.matches;
    moving.addEventListener("change", () => {
      drawing.animate(moving.checked);
      if (live) draw();
    });
    drawing.animate(moving.checked);
    const isMoving = () => moving.checked;

    const say = (...words) => {
      said.textContent = "";
      said.append(...words);
    };
    const now = () => Math.round(performance.now() - began);

    // Draws the panel anew and gives the focus back, or to where the student should look next.
    function draw(focus) {
      const active = document.activeElement;
      const key = panel.contains(active) ? active.getAttribute("data-key") : null;
      if (live) live.stop();
      live = null;
      panel.textContent = "";
      panel.append(content());
      const wanted = focus || key;
      const found = wanted && (panel.querySelector(`[data-key="${wanted}"]`) || panel.querySelector('[data-key="head"]'));
      if (found && (focus || key)) found.focus();
    }
    function content() {
      app.dataset.stage = run ? (run.state.asked !== null ? "fault" : run.state.stage) : "start";
      working(Boolean(run) && run.state.stage !== "end");
      if (!run) return choose();
      if (run.state.stage === "end") return result(run, drawing, leave);
      if (run.state.stage === "line") return judged();
      drawing.work(workshop.steps[run.state.at].station, run.state.asked !== null);
      return steps.step(run, act);
    }

    // While something goes on, the drawing stays in sight.
    function working(on) {
      section.classList.toggle("tb-is-run", on);
    }

    function choose() {
      const seed = make("input", { type: "number", id: unique("seed"), min: 1, max: 2147483647, step: 1, "data-key": "seed" });
      seed.value = newSeed();
      const { faults, minutes } = workshop.exam;
      const told = [`${workshop.steps.length} 步`, `${faults === null ? workshop.faults.length : faults} 个异常`, minutes ? `限时 ${minutes} min` : "不限时", `${workshop.scoring.passed} 分及格`];
      return make("div", {},
        make("p", { class: "tb-workshop-head", tabindex: -1, "data-key": "head" }, make("strong", {}, "选择做法"), best()),
        make("div", { class: "tb-workshop-row" },
          button("guided", "引导练习", () => begin(runs.GUIDED, workshop.seed), { class: "tb-workshop-button tb-is-main" }),
          make("span", {}, "做错马上告诉你错在哪条限值，改对了再往下做。")),
        make("div", { class: "tb-workshop-row" },
          button("exam", "考核", () => begin(runs.EXAM, Math.min(2147483647, Math.max(1, Math.round(Number(seed.value)) || 1))), { class: "tb-workshop-button tb-is-main" }),
          make("span", {}, `做完才告诉你。${told.join("，")}。`)),
        make("div", { class: "tb-workshop-row" }, make("label", { for: seed.id }, "抽签号 "), seed, make("span", { class: "tb-workshop-told" }, "同一个号，异常和读数都一样")),
        workshop.line ? make("div", { class: "tb-workshop-row" }, button("line", "看产线运行", watch), make("span", {}, "不计分，随便试。")) : "");
    }
    function best() {
      const kept = window.textbuild && window.textbuild.read ? window.textbuild.read(workshop.id) : null;
      return kept && typeof kept.raw === "number" ? `　最好成绩：考核 ${kept.raw} 分` : "";
    }

    function begin(mode, seed) {
      run = runs.create(workshop, mode, seed);
      began = performance.now();
      run.begin();
      more.hidden = mode === runs.EXAM;
      more.open = false;
      tell("attempted");
      clearInterval(timer);
      timer = setInterval(tick, 1000);
      tools();
      say(mode === runs.EXAM ? `考核开始，抽签号 ${seed}。` : "练习开始。");
      draw(run.state.asked !== null ? "symptom" : "head");
    }
    function leave() {
      run = null;
      more.hidden = false;
      clearInterval(timer);
      drawing.clear();
      tools();
      say("");
      draw("head");
    }
    function tools() {
      bar.textContent = "";
      const switch_ = make("label", { class: "tb-workshop-switch", for: moving.id }, moving, "动画");
      if (!run || run.state.stage === "end") {
        bar.append(switch_);
        return;
      }
      const left = workshop.exam.minutes && run.state.mode === runs.EXAM ? make("span", { class: "tb-workshop-clock", role: "timer" }) : "";
      bar.append(...[make("strong", {}, run.state.mode === runs.EXAM ? "考核" : "引导练习"), left, switch_, button("leave", "结束", surely)].filter(Boolean));
      tick();
    }
    // A finger that slips must not end an exam.
    function surely() {
      const stay = button("stay", "接着做", () => {
        tools();
        bar.querySelector('[data-key="leave"]').focus();
      });
      const sure = button("sure", "确定结束", () => act({ do: "finish" }));
      bar.querySelector('[data-key="leave"]').replaceWith(make("span", { class: "tb-workshop-sure" }, "没做完的不得分。", sure, stay));
      sure.focus();
    }
    function tick() {
      const shown = bar.querySelector(".tb-workshop-clock");
      if (!shown || !run || run.state.stage === "end") return;
      const left = workshop.exam.minutes * 60000 - now();
      shown.textContent = "剩 " + clock(left);
      if (left <= 0) act({ do: "finish", late: true });
    }

    function act(event) {
      const { state } = run;
      const before = { at: state.at, asked: state.asked, stage: state.stage };
      const told = run.act(Object.assign({ t: now() }, event));
      if (!told.length) return;
      feedback(told);
      const entered = state.at !== before.at || state.stage !== before.stage;
      if (state.stage === "end") finish();
      if (state.asked !== null && state.asked !== before.asked) draw("symptom");
      else draw(entered || state.asked !== before.asked ? "head" : null);
    }
    function feedback(told) {
      // What has happened is asked about in the panel, which gets the focus.
      const shown = told.filter((one) => one.kind !== "fault" && (run.state.mode === runs.GUIDED || one.open || !one.wrong));
      const words = shown.map((one) => make("p", { class: one.wrong ? "tb-is-wrong" : null }, (one.wrong ? "✗ " : "") + one.text, one.limit ? make("br") : "", one.limit ? parts.limit(one.limit, "违反限值") : ""));
      say(...words);
    }
    function finish() {
      clearInterval(timer);
      more.hidden = false;
      tools();
      const { score, mode } = run.state;
      tell("completed");
      if (mode !== runs.EXAM || !window.textbuild || !window.textbuild.write) return;
      const kept = window.textbuild.read(workshop.id);
      if (!kept || !(kept.raw >= score.raw)) window.textbuild.write(workshop.id, { raw: score.raw, success: score.success });
    }
    // Whoever keeps records hears of it: themes/site/assets/record.js.
    function tell(verb) {
      const { score } = run.state;
      const statement = { verb, object: { id: workshop.id, type: "workshop", name: workshop.title } };
      if (score) statement.result = { score: { raw: score.raw, max: score.max, scaled: score.scaled }, success: score.success, duration: duration(now()) };
      document.dispatchEvent(new CustomEvent("textbuild:statement", { detail: statement }));
    }

    function judged() {
      const { line, mode } = run.state;
      const open_ = lineView.open({ workshop, drawing, animated: isMoving, say, judge: (values) => act({ do: "line", values }) });
      live = open_;
      const told = line ? line.goals.map((met, index) => make("li", {}, `${met ? "✓ 达到" : "✗ 没有达到"}：${goalWords(workshop.line.goals[index])}`)) : [];
      return make("div", {},
        make("p", { class: "tb-workshop-head", tabindex: -1, "data-key": "head" }, make("strong", {}, "产线"), mode === runs.EXAM ? "　以最后一次评判为准" : ""),
        open_.panel, told.length ? make("ul", { class: "tb-workshop-goals" }, ...told) : "",
        make("div", { class: "tb-workshop-row" }, button("done", "交卷", () => act({ do: "finish" }), { class: "tb-workshop-button tb-is-main" })));
    }
    function watch() {
      app.dataset.stage = "watch";
      working(true);
      live = lineView.open({ workshop, drawing, animated: isMoving, say, judge: null });
      panel.textContent = "";
      panel.append(make("p", { class: "tb-workshop-head", tabindex: -1, "data-key": "head" }, make("strong", {}, "产线运行")), live.panel,
        make("div", { class: "tb-workshop-row" }, button("back", "返回", () => {
          live.stop();
          live = null;
          leave();
        })));
      panel.querySelector('[data-key="head"]').focus();
    }

    tools();
    draw();
  }

  for (const section of document.querySelectorAll("[data-tb-workshop]")) open(section);
})();
