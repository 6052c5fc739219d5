/** METHOD.md, story S10: three recordings, a loop that closes and one that does not, a fourth recording, a shot heard from afar. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerSync } from "../../src/reason/sync/answer-sync.ts";
import { clip, heard, offsetsOf, pair, theGroup } from "./sync-problems.ts";

const good = [pair("A", "B", 12.34, 0.01), pair("B", "C", -3.12, 0.02), pair("A", "C", 9.214, 0.015)];
const bad = [...good.slice(0, 2), pair("A", "C", 9.72, 0.015)];
const three = ["A", "B", "C"].map(clip);
const four = [...three, clip("D")];

describe("closure of three offsets", () => {
  it("accepts 12.340, -3.120 and 9.214: 6 ms left of the 27 ms that 95 % errors allow", () => {
    const answer = answerSync({ clips: three, pairs: good });
    const group = theGroup(answer);
    assert.equal(answer.consistent, true);
    assert.equal(group.state, "consistent");
    const [loop] = group.loops;
    assert.deepEqual([loop?.clips, loop?.closureS, loop?.beyond], [["A", "B", "C"], 0.006, false]);
    assert.equal(loop?.limitS.toFixed(3), "0.027");
    assert.deepEqual([group.closure.loops, group.closure.meanS, group.closure.limitFactor], [1, 0.006, 1]);
    assert.equal(answer.used.errors, "half-widths of 95 % intervals");
    // By hand: of 6 ms each pair takes the share of its squared error.
    assert.deepEqual(offsetsOf(group), { A: [0, 0], B: [12.339172, 0.009285], C: [9.215862, 0.012457] });
  });

  it("refuses 9.720, half a second off, and says that one of the three is wrong, not which", () => {
    const answer = answerSync({ clips: three, pairs: bad });
    const group = theGroup(answer);
    assert.equal(answer.consistent, false);
    assert.equal(group.state, "inconsistent");
    assert.deepEqual([group.loops[0]?.closureS, group.loops[0]?.beyond], [-0.5, true]);
    assert.deepEqual(group.outliers, []);
    assert.deepEqual(group.oneOf, [["A-B", "A-C", "B-C"]]);
    assert.deepEqual(
      answer.pairs.map(({ fit }) => fit),
      ["suspect", "suspect", "suspect"],
    );
  });

  it("tells offsets so widely that they hold whichever of the three is wrong", () => {
    const offsets = offsetsOf(theGroup(answerSync({ clips: three, pairs: bad })));
    const holds = (id: string, truth: number) => Math.abs((offsets[id]?.[0] ?? 99) - truth) <= (offsets[id]?.[1] ?? 0);
    // A-C wrong; A-B wrong; B-C wrong.
    assert.ok(
      [9.22, 9.72, 9.72].every((truth) => holds("C", truth)),
      JSON.stringify(offsets),
    );
    assert.ok(
      [12.34, 12.84, 12.34].every((truth) => holds("B", truth)),
      JSON.stringify(offsets),
    );
  });

  it("names the pair of A and C once a fourth recording makes a second loop over it", () => {
    const answer = answerSync({ clips: four, pairs: [...bad, pair("A", "D", 20, 0.02), pair("C", "D", 10.78, 0.02)] });
    const group = theGroup(answer);
    assert.equal(answer.consistent, false);
    assert.equal(group.state, "consistent-without");
    assert.deepEqual([group.outliers, group.oneOf], [["A-C"], []]);
    assert.equal(offsetsOf(group)["C"]?.[0], 9.22);
    const wrong = answer.pairs.find(({ pair: id }) => id === "A-C");
    assert.deepEqual([wrong?.fit, wrong?.residualS, wrong?.loops], ["outlier", 0.5, 2]);
    // What is left is checked by the loop over all four.
    assert.deepEqual([group.unchecked, group.closure.beyond, group.closure.meanS], [[], 2, 0]);
  });

  it("names nothing where the fourth recording is joined so that two pairs explain it as well", () => {
    const group = theGroup(answerSync({ clips: four, pairs: [...bad, pair("A", "D", 20, 0.02), pair("B", "D", 7.66, 0.02)] }));
    assert.equal(group.state, "inconsistent");
    assert.deepEqual([group.outliers, group.oneOf], [[], [["A-C", "B-C"]]]);
  });

  it("checks nothing with a fourth recording on a single pair, and says so", () => {
    const group = theGroup(answerSync({ clips: four, pairs: [...good, pair("C", "D", 10.78, 0.02)] }));
    assert.deepEqual([group.state, group.unchecked], ["consistent-in-parts", ["C-D"]]);
    assert.deepEqual(group.clips.map(({ clip: id, restsOnUnchecked }) => [id, restsOnUnchecked]).sort(), [
      ["A", []],
      ["B", []],
      ["C", []],
      ["D", ["C-D"]],
    ]);
    const alone = theGroup(answerSync({ clips: four, pairs: [pair("A", "B", 1, 0.1), pair("B", "C", 1, 0.1), pair("C", "D", 1, 0.1)] }));
    assert.deepEqual([alone.state, alone.closure.meanS, alone.unchecked.length], ["unchecked", null, 3]);
  });

  it("leaves a pair out that a person rejected, and then the rest agrees", () => {
    const judged = bad.map((one) => (one.id === "A-C" ? { ...one, judged: "rejected" as const } : one));
    const answer = answerSync({ clips: three, pairs: judged });
    assert.equal(answer.consistent, true);
    const rejected = answer.pairs.find(({ pair: id }) => id === "A-C");
    assert.deepEqual([rejected?.use, rejected?.fit, rejected?.residualS], ["rejected", "does-not-fit", 0.5]);
  });
});

describe("sound that travels", () => {
  const shot = (use: "hint" | "correct") => [
    heard("A", "C", 9.72, 0.015, { travel: { by: "difference", use, differenceM: { value: 170, error: 5 } } }),
  ];

  it("hints at half a second for a shot that goes 170 m farther to A than to C", () => {
    const { travel, used, pairs } = answerSync({ clips: three, pairs: shot("hint") });
    assert.equal(used.speedOfSound.value, 340);
    assert.equal(used.speedFrom, "assumed");
    assert.equal(travel[0]?.delayS.value, 0.5);
    // 18 m/s of 340 and 5 m of 170.
    assert.equal(travel[0]?.delayS.plusMinus.toFixed(4), Math.hypot((0.5 * 18) / 340, 5 / 340).toFixed(4));
    assert.deepEqual([travel[0]?.measured.value, travel[0]?.corrected.value], [9.72, 9.22]);
    // Only said: the offset itself stays as it was measured.
    assert.equal(pairs[0]?.corrected.value, 9.72);
  });

  it("closes the loop when the shot's way is corrected, with what was measured beside it", () => {
    const seen = good.slice(0, 2).map((one) => ({ ...one, channel: "picture" as const }));
    const before = theGroup(answerSync({ clips: three, pairs: [...seen, ...shot("hint")] }));
    assert.equal(before.state, "inconsistent");
    assert.equal(before.loops[0]?.asSoundPathM, 170);
    const answer = answerSync({ clips: three, pairs: [...seen, ...shot("correct")] });
    assert.equal(theGroup(answer).state, "consistent");
    const shotOf = answer.pairs.find(({ pair: id }) => id === "A-C");
    assert.deepEqual([shotOf?.measured.value, shotOf?.corrected.value], [9.72, 9.22]);
  });

  it("works the ways out from places, and errors that pairs share do not widen their loop", () => {
    const at = (metresEast: number, radiusM: number) => ({ lat: 0, lon: metresEast / 111_319.49, radiusM });
    const clips = three.map((one, n) => ({ ...one, camera: at(n * 100, 10) }));
    const travel = { by: "places" as const, use: "correct" as const, sound: "bang" };
    const bang = [heard("A", "B", 5 + 100 / 340, 0.001), heard("B", "C", 5 + 100 / 340, 0.001), heard("A", "C", 10 + 200 / 340, 0.001)];
    const answer = answerSync({ clips, sounds: [{ id: "bang", at: at(1000, 50) }], pairs: bang.map((one) => ({ ...one, travel })) });
    const group = theGroup(answer);
    assert.equal(offsetsOf(group)["C"]?.[0].toFixed(3), "10.000");
    // 200 m at 340 +- 18 m/s, and two cameras 10 m off each.
    const ways = Math.hypot((200 / 340) * (18 / 340), (Math.SQRT2 * 10 * 0.8007) / 340);
    assert.equal(offsetsOf(group)["C"]?.[1].toFixed(3), ways.toFixed(3));
    assert.equal(group.loops[0]?.limitS.toFixed(4), Math.sqrt(3e-6).toFixed(4));
    assert.ok(group.clips.every(({ bySound }) => bySound === null));
  });

  it("says how far sound alone leaves open what was seen: no more than from camera to camera", () => {
    const at = (metresEast: number) => ({ lat: 0, lon: metresEast / 111_319.49, radiusM: 0 });
    const clips = [{ ...clip("A"), camera: at(0) }, { ...clip("B"), camera: at(322) }, clip("C")];
    const { travelBounds, groups } = answerSync({ clips, pairs: [heard("A", "B", 5, 0.001), heard("B", "C", 5, 0.001)] });
    assert.equal(travelBounds[0]?.atMostS.toFixed(2), "1.00");
    const bounds = Object.fromEntries((groups[0]?.clips ?? []).map(({ clip: id, bySound }) => [id, bySound]));
    assert.equal(bounds["A"], null);
    assert.equal(bounds["B"]?.from, "cameras");
    // Nothing is known of where C stood: 1000 m from B, as the answer states.
    assert.deepEqual([bounds["C"]?.from, bounds["C"]?.atMostS.toFixed(2)], ["assumed", (1 + 1000 / 322).toFixed(2)]);
  });
});
