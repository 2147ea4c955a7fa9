// The learning record: what was read, begun, answered and completed, as statements in xAPI's form, kept on the device only.
// Other scripts dispatch `textbuild:statement` with { verb, object: { id, type, name }, result }. No name of a person
// is kept: the actor is an account made on the device. On the page 学习记录 the reader sees, exports and deletes it.
(function () {
  "use strict";
  const VERBS = { experienced: "阅读", attempted: "开始", answered: "作答", completed: "完成" };
  const TYPES = {
    module: "http://adlnet.gov/expapi/activities/module",
    question: "http://adlnet.gov/expapi/activities/cmi.interaction",
    assessment: "http://adlnet.gov/expapi/activities/assessment",
    workshop: "http://adlnet.gov/expapi/activities/simulation",
  };
  const MOST = 20000; // statements; of more, the oldest go
  const LONGEST = 4000; // characters of a result or a name
  const here = document.querySelector("[data-tb-book]");
  const data = here ? here.dataset : {};
  const memory = []; // where the browser keeps nothing: private windows, some web views
  const opened = open();

  document.addEventListener("textbuild:statement", (event) => {
    const statement = made(event.detail);
    if (statement) add(statement).then(show);
  });
  const panel = document.querySelector("[data-tb-record]");
  if (panel) show();

  function made(detail) {
    const { verb, object, result } = detail || {};
    if (!VERBS[verb] || !object || !object.id) return null;
    const statement = {
      id: uuid(),
      actor: { objectType: "Agent", account: { homePage: "https://device.textbuild.invalid/", name: device() } },
      verb: { id: "http://adlnet.gov/expapi/verbs/" + verb, display: { "zh-CN": VERBS[verb] } },
      object: activity(object.id, TYPES[object.type] || TYPES.module, object.name),
      context: { platform: "textbuild", contextActivities: { parent: [module()], grouping: [textbook()] } },
      timestamp: new Date().toISOString(),
    };
    const written = result ? JSON.stringify(result) : "";
    if (written && written.length <= LONGEST) statement.result = JSON.parse(written);
    return statement;
  }
  function activity(id, type, name) {
    const iri = /^[a-z][a-z0-9+.-]*:/i.test(id) ? String(id) : "urn:x-textbuild:" + encodeURI(String(id));
    return { objectType: "Activity", id: iri, definition: { type: type, name: { "zh-CN": String(name || "").slice(0, LONGEST) } } };
  }
  function module() {
    const base = here ? new URL(data.tbRoot + data.tbBook + "/", location.href).href : "";
    const page = decodeURI(location.href.split(/[?#]/)[0].slice(base.length)) || "index.html";
    return activity((data.tbBook || "") + "/" + page, TYPES.module, data.tbModule || document.title);
  }
  function textbook() {
    return activity((data.tbBook || "") + "/", "http://adlnet.gov/expapi/activities/course", data.tbTitle);
  }
  function uuid() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }
  function device() {
    const known = window.textbuild.read("device");
    if (typeof known === "string" && known) return known;
    const fresh = uuid();
    window.textbuild.write("device", fresh);
    return fresh;
  }

  // The store
  function open() {
    return new Promise((done) => {
      try {
        const asked = indexedDB.open("textbuild", 1);
        asked.onupgradeneeded = () => asked.result.createObjectStore("statements", { keyPath: "id" });
        asked.onsuccess = () => done(asked.result);
        asked.onerror = asked.onblocked = () => done(null);
      } catch (error) {
        done(null);
      }
    });
  }
  /** What `use` asks of the store; null where there is none, or it fails. */
  function within(mode, use) {
    return opened.then(
      (base) =>
        new Promise((done) => {
          if (!base) return done(null);
          const transaction = base.transaction("statements", mode);
          const asked = use(transaction.objectStore("statements"));
          transaction.oncomplete = () => done(asked.result === undefined ? true : asked.result);
          transaction.onerror = transaction.onabort = () => done(null);
        }),
    );
  }
  function add(statement) {
    return within("readwrite", (store) => store.put(statement)).then((kept) => kept === null && memory.push(statement));
  }
  function all() {
    return within("readonly", (store) => store.getAll()).then((found) => {
      const statements = (found || []).concat(memory);
      statements.sort((one, other) => (one.timestamp < other.timestamp ? -1 : 1));
      for (const old of statements.splice(0, statements.length - MOST)) within("readwrite", (store) => store.delete(old.id));
      return statements;
    });
  }
  function forget() {
    memory.length = 0;
    return within("readwrite", (store) => store.clear());
  }

  // The page
  function make(tag, text, parts) {
    const element = document.createElement(tag);
    element.textContent = text || "";
    element.append(...(parts || []));
    return element;
  }
  function button(text, act) {
    const made = make("button", text);
    made.type = "button";
    made.className = "tb-button";
    made.addEventListener("click", act);
    return made;
  }
  function show(focus) {
    if (!panel) return;
    all().then((statements) => {
      panel.textContent = "";
      const count = make("p", statements.length ? "本机记了 " + statements.length + " 条。" : "本机还没有记录。");
      count.setAttribute("role", "status");
      count.tabIndex = -1;
      panel.append(count);
      if (statements.length) panel.append(table(statements), exporting(statements), deleting());
      if (focus === true) count.focus();
    });
  }
  function table(statements) {
    const rows = summed(statements).map((one) => {
      const cells = [one.read ? "✓" : "", told(one.quiz), told(one.workshop), one.last.slice(0, 10)];
      const name = make("th", one.name);
      name.scope = "row";
      return make("tr", "", [name].concat(cells.map((text) => make("td", text))));
    });
    const heads = ["模块", "读完", "自测", "虚拟车间", "最近一次"].map((text) => {
      const head = make("th", text);
      head.scope = "col";
      return head;
    });
    const made = make("table", "", [make("thead", "", [make("tr", "", heads)]), make("tbody", "", rows)]);
    const box = make("div", "", [made]);
    box.className = "tb-record";
    return box;
  }
  /** A score: null where nothing was begun, -1 where it was not brought to an end. */
  function told(score) {
    return score === null ? "" : score < 0 ? "未完成" : Math.round(score * 100) + "%";
  }
  /** By module: whether it was read, and the best scores. */
  function summed(statements) {
    const modules = new Map();
    for (const one of statements) {
      const parent = one.context.contextActivities.parent[0];
      const found = modules.get(parent.id) || { read: false, quiz: null, workshop: null };
      const score = one.result && one.result.score && one.result.score.scaled;
      const type = one.object.definition.type;
      const kind = type === TYPES.assessment ? "quiz" : type === TYPES.workshop ? "workshop" : "";
      found.name = parent.definition.name["zh-CN"];
      found.last = one.timestamp;
      if (/experienced$/.test(one.verb.id)) found.read = true;
      if (kind && found[kind] === null) found[kind] = -1;
      if (kind && /completed$/.test(one.verb.id) && typeof score === "number") found[kind] = Math.max(found[kind], score);
      modules.set(parent.id, found);
    }
    return Array.from(modules.values());
  }
  function exporting(statements) {
    const name = make("input");
    name.type = "text";
    name.maxLength = 60;
    name.autocomplete = "off";
    const copy = make("textarea");
    copy.readOnly = true;
    copy.rows = 4;
    copy.setAttribute("aria-label", "记录的文字");
    const text = () =>
      JSON.stringify(
        { format: "textbuild-records", version: 1, student: name.value.trim(), exported: new Date().toISOString(), statements: statements },
        null,
        1,
      );
    const save = button("导出文件", () => {
      const link = make("a");
      link.href = URL.createObjectURL(new Blob([text()], { type: "application/json" }));
      link.download = "学习记录-" + new Date().toISOString().slice(0, 10) + ".json";
      panel.append(link);
      link.click();
      link.remove();
    });
    const more = make("details", "", [make("summary", "不能下载时，复制这些文字交给老师"), copy]);
    more.addEventListener("toggle", () => (copy.value = text()));
    const label = make("label", "姓名或学号（可以不填；只写进导出的文件，本机不保存）", [make("br"), name]);
    return make("div", "", [make("p", "", [label]), make("p", "", [save]), more]);
  }
  function deleting() {
    const line = make("p");
    const ask = () => {
      line.textContent = "删除后不能恢复。";
      const sure = button("确定删除", () => forget().then(() => show(true)));
      line.append(" ", sure, " ", button("不删", () => show(true)));
      sure.focus();
    };
    line.append(button("删除本机的记录", ask));
    return line;
  }
})();
