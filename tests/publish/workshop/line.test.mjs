// The line against cases worked out by hand and against queueing theory. Run by test_core.py: node --test
import assert from "node:assert/strict";
import { test } from "node:test";

import { line, stream } from "./core.mjs";

const station = (name, cycle, more = {}) => ({
  station: name, cycle, spread: 0, exponential: false, buffer: 0, good: 1, rework: null, failures: null, ...more,
});
const spec = (stations, more = {}) => ({ minutes: 60, adjust: [], goals: [], stations, ...more });

// Pieces a second in the long run: what happens before `warm` is left out.
function rate(stations, seed = 7, warm = 2e4, length = 4e6) {
  const one = line.create(spec(stations), seed);
  one.advance(warm);
  const before = one.totals().finished;
  one.advance(warm + length);
  return (one.totals().finished - before) / length;
}
function near(found, expected, share = 0.02) {
  assert.ok(Math.abs(found / expected - 1) < share, `${found} is not within ${share * 100} % of ${expected}`);
}

test("by hand: four stations of 30 s; the first piece is done at 120 s, then one every 30 s", () => {
  const measures = line.simulate(spec("abcd".split("").map((name) => station(name, 30))), 1);
  assert.equal(measures.finished, (3600 - 120) / 30 + 1);
  assert.equal(measures.cycle, 3600 / 117);
  assert.equal(measures.yield, 1);
});

test("by hand: without a buffer the station before the slow one is blocked", () => {
  // a: 10 s, b: 30 s. a works 0–10, its second piece 10–20, then blocked to 40, and so on: blocked 20 s of each 30 s.
  const one = line.create(spec([station("a", 10), station("b", 30)]), 1);
  one.advance(25);
  assert.deepEqual(one.snapshot().map((each) => each.state), ["blocked", "working"]);
  assert.deepEqual(one.snapshot().map((each) => each.piece), [2, 1]);
  one.advance(3010);
  const [a, b] = one.measures().stations;
  assert.equal(one.totals().finished, 100);
  assert.equal(Math.round(a.blocked * 3010), 20 * 100);
  assert.equal(Math.round(b.starved * 3010), 10);
});

test("by hand: a buffer of two fills, then blocks", () => {
  // Piece n leaves a at 10 n s; b takes piece 1 at 10 s and works to 110 s; 2 and 3 wait in the buffer, 4 blocks a.
  const one = line.create(spec([station("a", 10), station("b", 100, { buffer: 2 })]), 1);
  one.advance(35);
  assert.deepEqual(one.snapshot()[1].waiting, [2, 3]);
  assert.equal(one.snapshot()[0].state, "working");
  one.advance(45);
  assert.equal(one.snapshot()[0].state, "blocked");
  one.advance(115);
  assert.equal(one.snapshot()[0].state, "working");
  assert.deepEqual(one.snapshot()[1].waiting, [3, 4]);
});

test("by hand: work in progress is throughput times flow time (Little 1961)", () => {
  const one = line.create(spec([station("a", 20), station("b", 30, { buffer: 3 }), station("c", 25, { buffer: 1 })]), 1);
  one.advance(3e5);
  const { wip, flow, finished, time } = one.measures();
  near(wip, (finished / time) * flow, 0.001);
});

test("balanced line, fixed times: as many pieces as the cycle allows", () => {
  near(rate([station("a", 40), station("b", 40), station("c", 40)]), 1 / 40, 1e-4);
});

test("one slow station, fixed times: the line has the rate of its slowest station", () => {
  near(rate([station("a", 40), station("b", 52, { buffer: 2 }), station("c", 40)]), 1 / 52, 1e-4);
});

// Two stations with exponential times, the first never without work, the second never blocked: the pieces between them
// are a birth-and-death process on 0 … b + 2, so that X = μ2 (1 − π0), π0 = (1 − ρ) / (1 − ρ^(b + 3)), ρ = μ1 / μ2.
// Hunt, G. C.: Sequential Arrays of Waiting Lines. Operations Research 4 (1956) 674–683; the same as M/M/1/K, K = b + 2.
function twoStations(mean1, mean2, buffer) {
  const rho = mean2 / mean1;
  const states = buffer + 3;
  const empty = rho === 1 ? 1 / states : (1 - rho) / (1 - rho ** states);
  return (1 - empty) / mean2;
}
for (const [mean1, mean2, buffer] of [[10, 10, 0], [10, 10, 3], [10, 14, 2], [14, 10, 1]]) {
  test(`two exponential stations, means ${mean1} and ${mean2} s, buffer ${buffer}: closed form`, () => {
    const stations = [station("a", mean1, { exponential: true }), station("b", mean2, { exponential: true, buffer })];
    near(rate(stations), twoStations(mean1, mean2, buffer));
  });
}

test("three equal exponential stations without buffers: 22/39 of a single one (Hunt 1956)", () => {
  near(rate("abc".split("").map((name) => station(name, 10, { exponential: true }))), 22 / 39 / 10);
});

test("rework at the same station: each piece needs 1 / yield turns", () => {
  near(rate([station("a", 10), station("b", 20, { good: 0.8, rework: "b", buffer: 2 })]), 0.8 / 20);
});

test("scrap: of the pieces the line makes, the product of the yields is good", () => {
  const one = line.create(spec([station("a", 10, { good: 0.9 }), station("b", 10, { good: 0.95, buffer: 4 })]), 3);
  one.advance(2e6);
  near(one.measures().yield, 0.9 * 0.95, 0.005);
  near(one.measures().first, 0.9 * 0.95, 0.005);
});

test("rework further up the line never jams it", () => {
  const stations = [station("a", 10), station("b", 10, { buffer: 1 }), station("c", 10, { good: 0.7, rework: "a", buffer: 1 })];
  // Each good piece passes 1 / 0.7 times through all three.
  near(rate(stations), 0.7 / 10);
});

test("breakdowns while working: the rate is that of the cycle times the availability", () => {
  const failures = { every: 900, repair: 100 };
  near(rate([station("a", 5), station("b", 20, { failures, buffer: 3 })]), (1 / 20) * (900 / (900 + 100)));
});

test("the same seed gives the same run, another seed another", () => {
  const stations = ["a", "b", "c"].map((name) => station(name, 20, { spread: 6, buffer: 1, good: 0.95, rework: "a" }));
  const text = (seed) => JSON.stringify(line.simulate(spec(stations), seed));
  assert.equal(text(5), text(5));
  assert.notEqual(text(5), text(6));
});

test("to advance in small steps is to advance at once", () => {
  const stations = ["a", "b"].map((name) => station(name, 20, { exponential: true, buffer: 1 }));
  const small = line.create(spec(stations), 9);
  for (let time = 0; time <= 3600; time += 0.7) small.advance(Math.min(time, 3600));
  small.advance(3600);
  const { finished, stations: states } = small.measures();
  const once = line.simulate(spec(stations), 9);
  assert.equal(finished, once.finished);
  near(states[0].blocked, once.stations[0].blocked, 1e-9);
});

test("what a student changes stays within what may be changed", () => {
  const base = spec([station("a", 30), station("b", 40)], {
    adjust: [{ station: "b", what: "cycle", lowest: 35, highest: 60, by: 1 }, { station: "b", what: "buffer", lowest: 0, highest: 4, by: 1 }],
  });
  const [, b] = line.changed(base, [20, 2.6]).stations;
  assert.deepEqual([b.cycle, b.buffer], [35, 3]);
  assert.equal(line.changed(base, [NaN, "9"]).stations[1].cycle, 40);
  assert.equal(base.stations[1].cycle, 40);
});

test("goals and the bottleneck", () => {
  const measures = line.simulate(spec([station("a", 30), station("b", 48), station("c", 20)]), 1);
  assert.equal(line.bottleneck(measures), "b");
  assert.ok(line.reaches({ measure: "throughput", at_least: 70, at_most: null }, measures));
  assert.ok(!line.reaches({ measure: "throughput", at_least: 76, at_most: null }, measures));
  assert.ok(!line.reaches({ measure: "cycle", at_least: null, at_most: 40 }, measures));
});

test("random numbers are even and independent of each other", () => {
  const draw = stream(1, "cycle", 0);
  const other = stream(1, "cycle", 1);
  let [sum, product] = [0, 0];
  for (let index = 0; index < 1e5; index++) {
    const value = draw();
    assert.ok(value >= 0 && value < 1);
    sum += value;
    product += (value - 0.5) * (other() - 0.5);
  }
  assert.ok(Math.abs(sum / 1e5 - 0.5) < 0.005);
  assert.ok(Math.abs(product / 1e5) < 0.002);
});
