// The readings of a student's run: what an instrument shows, also where it has failed, and how it is judged. Knows no page.
(function () {
  "use strict";
  const { stream, holds, round } = window.tbWorkshop;
  const VERDICTS = { pass: "合格", fail: "不合格", broken: "读数不可信" };

  // `run`: what workshop-run.js shares of one run; `faults`: that of workshop-faults.js.
  function readings({ workshop, state, guided, seed, step, mine, note, mistake }, { faultOf, present }) {
    const instrument = (reading) => workshop.instruments[reading.instrument];

    function doRead({ reading }) {
      const spec = step().readings[reading];
      if (!spec) return;
      const own = mine().readings[reading];
      const meter = instrument(spec);
      const fault = workshop.faults[faultOf(reading)];
      const failure = fault && fault.kind === "sensor" ? fault.failure : null;
      own.count++;
      own.judged = null;
      own.dead = failure === "dead";
      let value = fault && fault.value !== null ? fault.value : spec.value;
      if (failure === "drift") value += own.count * (Math.abs(value) * 0.15 + spec.noise);
      if (failure !== "stuck") {
        value += spec.noise * (2 * stream(seed, "reading", state.at, reading, own.count)() - 1);
      }
      own.over = Boolean(meter.range) && (value < meter.range[0] || value > meter.range[1]);
      own.shown = own.dead ? null : round(value, meter.decimals);
      note("read", `${meter.title}：${shownWords(spec, own)}`);
    }
    function shownWords(spec, own) {
      if (own.dead) return "无读数（----）";
      const meter = instrument(spec);
      const unit = meter.unit || (spec.limit && spec.limit.unit) || "";
      return own.over ? "OL（超量程）" : own.shown.toFixed(meter.decimals) + (unit && " " + unit);
    }

    function doJudge({ reading, verdict }) {
      const spec = step().readings[reading];
      const own = spec && mine().readings[reading];
      if (!own || !own.count || own.judged || !Object.prototype.hasOwnProperty.call(VERDICTS, verdict)) return;
      const index = faultOf(reading);
      const fault = workshop.faults[index];
      const within = !own.dead && holds(spec.limit, own.shown * spec.factor);
      const right = fault && fault.kind === "sensor" ? "broken" : within ? "pass" : "fail";
      note("judge", `判断“${spec.parameter}”：${VERDICTS[verdict]}`);
      if (own.first === null || own.first === undefined) own.first = verdict === right;
      if (verdict === right) {
        own.judged = verdict;
        if (index !== undefined) present(index);
        return;
      }
      const words = {
        pass: `“${spec.parameter}”在限值之内，应判合格`,
        fail: `“${spec.parameter}”超出限值，应判不合格`,
        broken: `“${spec.parameter}”的读数不可信：仪表或传感器有异常`,
      };
      mistake(right === "broken" ? "sensor" : "tolerance", words[right] + "。", spec.limit);
      if (guided) return;
      own.judged = verdict;
      if (index !== undefined) {
        state.met[index] = "wrong";
        mistake(fault.kind, `没有识别出异常“${fault.title}”。${fault.why}`, fault.limit || spec.limit);
      }
    }
    return { doRead, doJudge, shownWords };
  }

  Object.assign(window.tbWorkshop, { readings: { open: readings, VERDICTS } });
})();
