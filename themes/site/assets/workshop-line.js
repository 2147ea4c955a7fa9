// A production line as a discrete-event simulation: stations, finite buffers, blocking, yield, rework, breakdowns. Knows
// no page: the same file runs in Node. The same line and seed give the same run.
(function () {
  "use strict";

  const { stream } = window.tbWorkshop;
  const exponential = (draw, mean) => -Math.log(1 - draw()) * mean;

  // Events by time; of the same time, those that were planned first.
  function createQueue() {
    const heap = [];
    let planned = 0;
    const before = (a, b) => a.time < b.time || (a.time === b.time && a.order < b.order);
    return {
      next: () => (heap.length ? heap[0].time : Infinity),
      add(time, act) {
        let at = heap.push({ time, act, order: planned++ }) - 1;
        while (at > 0) {
          const parent = (at - 1) >> 1;
          if (!before(heap[at], heap[parent])) break;
          [heap[at], heap[parent]] = [heap[parent], heap[at]];
          at = parent;
        }
      },
      take() {
        const first = heap[0];
        const last = heap.pop();
        if (heap.length) {
          heap[0] = last;
          for (let at = 0; ;) {
            const left = 2 * at + 1;
            const least = left + 1 < heap.length && before(heap[left + 1], heap[left]) ? left + 1 : left;
            if (least >= heap.length || !before(heap[least], heap[at])) break;
            [heap[at], heap[least]] = [heap[least], heap[at]];
            at = least;
          }
        }
        return first;
      },
    };
  }

  // One station. `state`: "starved" (no piece), "working", "blocked" (piece done, no place for it), "down" (under repair).
  function createStation(spec, index, seed) {
    const draws = {};
    for (const name of ["cycle", "good", "fail", "repair"]) draws[name] = stream(seed, name, index, spec.station);
    return {
      spec,
      draws,
      state: "starved",
      piece: null,
      queue: [],
      rack: [], // pieces to be done again; they go first
      left: 0, // seconds of work that the piece still needs
      strength: spec.failures ? exponential(draws.fail, spec.failures.every) : Infinity, // seconds of work to the next failure
      spent: { starved: 0, working: 0, blocked: 0, down: 0 },
      waited: 0, // pieces in the buffer × seconds
      made: 0,
      bad: 0,
    };
  }
  function cycleOf(station) {
    const { cycle, spread, exponential: scattered } = station.spec;
    if (scattered) return exponential(station.draws.cycle, cycle);
    return spread ? Math.max(0, cycle + spread * (2 * station.draws.cycle() - 1)) : cycle;
  }

  // spec.stations: [{station, cycle, spread, exponential, buffer, good, rework, failures: {every, repair}}]
  function createLine(spec, seed) {
    const stations = spec.stations.map((one, index) => createStation(one, index, seed));
    const names = spec.stations.map((one) => one.station);
    const events = createQueue();
    const total = { finished: 0, scrapped: 0, reworked: 0, pieces: 0, wip: 0, flow: 0 };
    let time = 0;

    function pass(to) {
      for (const station of stations) {
        station.spent[station.state] += to - time;
        station.waited += station.queue.length * (to - time);
      }
      total.wip += (total.pieces - total.finished - total.scrapped) * (to - time);
      time = to;
    }
    function work(station) {
      station.state = "working";
      const fails = station.strength < station.left;
      const span = fails ? station.strength : station.left;
      station.strength -= span;
      station.left -= span;
      const index = stations.indexOf(station);
      events.add(time + span, fails ? () => breakDown(station) : () => finish(index));
    }
    function breakDown(station) {
      const { every, repair } = station.spec.failures;
      station.state = "down";
      events.add(time + exponential(station.draws.repair, repair), () => {
        station.strength = exponential(station.draws.fail, every);
        work(station);
      });
    }
    // Gives an empty station its next piece: from the rack, from the buffer, from the blocked station before it, or new.
    function feed(index) {
      const station = stations[index];
      if (station.piece) return;
      const before = stations[index - 1];
      let piece = station.rack.shift() || station.queue.shift();
      if (!piece && index === 0) piece = { number: ++total.pieces, born: time };
      if (!piece && before && before.state === "blocked") piece = release(index - 1);
      if (!piece) return;
      station.piece = piece;
      station.left = cycleOf(station);
      work(station);
      // A place in the buffer may have become free.
      if (before && before.state === "blocked" && station.queue.length < station.spec.buffer) {
        station.queue.push(release(index - 1));
      }
    }
    function release(index) {
      const station = stations[index];
      const piece = station.piece;
      station.piece = null;
      station.state = "starved";
      // After the present move is made: the place that became free is taken by then.
      events.add(time, () => feed(index));
      return piece;
    }
    function finish(index) {
      const station = stations[index];
      station.made++;
      if (station.draws.good() >= station.spec.good) {
        station.bad++;
        const back = station.spec.rework ? names.indexOf(station.spec.rework) : -1;
        const piece = release(index);
        if (back < 0) total.scrapped++;
        else {
          total.reworked++;
          stations[back].rack.push(piece);
          events.add(time, () => feed(back));
        }
        return;
      }
      const next = stations[index + 1];
      if (!next) {
        total.finished++;
        total.flow += time - release(index).born;
      } else if (!next.piece && !next.rack.length && !next.queue.length) {
        next.queue.push(release(index));
        feed(index + 1);
      } else if (next.queue.length < next.spec.buffer) next.queue.push(release(index));
      else station.state = "blocked";
    }

    feed(0);
    return {
      get time() {
        return time;
      },
      advance(to) {
        while (events.next() <= to) {
          const event = events.take();
          pass(event.time);
          event.act();
        }
        pass(Math.max(to, time));
      },
      nextEvent: () => events.next(),
      snapshot: () =>
        stations.map((one) => ({
          station: one.spec.station,
          state: one.state,
          piece: one.piece ? one.piece.number : null,
          waiting: one.queue.map((piece) => piece.number),
          again: one.rack.map((piece) => piece.number),
          buffer: one.spec.buffer,
        })),
      totals: () => Object.assign({ time }, total),
      measures() {
        const { finished, scrapped } = total;
        const hours = time / 3600;
        return {
          time,
          finished,
          scrapped,
          reworked: total.reworked,
          throughput: hours ? finished / hours : 0,
          yield: finished + scrapped ? finished / (finished + scrapped) : 1,
          first: firstYield(stations),
          wip: time ? total.wip / time : 0,
          cycle: finished ? time / finished : null,
          flow: finished ? total.flow / finished : null,
          stations: stations.map((one) => ({
            station: one.spec.station,
            made: one.made,
            bad: one.bad,
            waiting: time ? one.waited / time : 0,
            working: time ? one.spent.working / time : 0,
            blocked: time ? one.spent.blocked / time : 0,
            starved: time ? one.spent.starved / time : 0,
            down: time ? one.spent.down / time : 0,
          })),
        };
      },
    };
  }
  // First-pass yield of the whole line: the product of the stations'.
  function firstYield(stations) {
    return stations.reduce((share, one) => (one.made ? share * (1 - one.bad / one.made) : share), 1);
  }

  const BOUNDS = { cycle: [0.5, 1e5], buffer: [0, 50], good: [0.01, 1] };
  // The line with what a student has changed: values in the order of `spec.adjust`.
  function changed(spec, values) {
    const stations = spec.stations.map((one) => Object.assign({}, one));
    spec.adjust.forEach((adjust, index) => {
      const station = stations.find((one) => one.station === adjust.station);
      const value = values[index];
      if (!station || typeof value !== "number" || !isFinite(value)) return;
      const [least, most] = BOUNDS[adjust.what];
      station[adjust.what] = Math.min(adjust.highest, most, Math.max(adjust.lowest, least, value));
      if (adjust.what === "buffer") station.buffer = Math.round(station.buffer);
    });
    return Object.assign({}, spec, { stations });
  }
  function simulate(spec, seed) {
    const line = createLine(spec, seed);
    line.advance(spec.minutes * 60);
    return line.measures();
  }
  const reaches = (goal, measures) =>
    measures[goal.measure] !== null &&
    (goal.at_least === null || measures[goal.measure] >= goal.at_least) &&
    (goal.at_most === null || measures[goal.measure] <= goal.at_most);
  // The station that is never short of work: where to begin to look for more.
  function bottleneck(measures) {
    const load = (one) => one.working + one.down;
    return measures.stations.reduce((most, one) => (load(one) > load(most) ? one : most)).station;
  }

  Object.assign(window.tbWorkshop, { line: { create: createLine, changed, simulate, reaches, bottleneck } });
})();
