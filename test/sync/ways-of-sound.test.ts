/** A measurement of sound that is right and does not fit what was seen: sound went ways of different length, and nobody measured wrongly. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { answerSync } from "../../src/reason/sync/answer-sync.ts";
import type { SyncAnswer } from "../../src/reason/sync/sync-answer.ts";
import { clip, heard, pair, theGroup } from "./sync-problems.ts";

const at = (metresEast: number) => ({ lat: 0, lon: metresEast / 111_319.49, radiusM: 5 });
const places: Readonly<Record<string, number>> = { A: 0, B: 60, C: 170, D: 100 };
const stated = Object.entries(places).map(([id, east]) => ({ ...clip(id), camera: at(east) }));
const unknown = ["A", "B", "C", "D"].map(clip);
/** Four cameras that began together, by what was seen; all but A and C. */
const seen = [pair("A", "B", 0, 0.02), pair("B", "C", 0, 0.02), pair("A", "D", 0, 0.02), pair("C", "D", 0, 0.02)];
const fitOf = ({ pairs }: SyncAnswer, id: string) => pairs.find((one) => one.pair === id)?.fit;

describe("a shot that is heard 170 m farther away", () => {
  it("is not called wrong among pairs of pictures: cameras stand far enough apart to explain it", () => {
    for (const clips of [stated, unknown]) {
      const answer = answerSync({ clips, pairs: [...seen, heard("A", "C", 0.5, 0.0005)] });
      const group = theGroup(answer);
      assert.deepEqual([group.state, group.outliers, group.soundWays], ["consistent-without", [], ["A-C"]]);
      assert.equal(fitOf(answer, "A-C"), "sound-way");
      // What was seen is where it was seen.
      assert.equal(group.clips.find(({ clip: id }) => id === "C")?.offsetS, 0);
    }
  });

  it("is called wrong where no way between the cameras is as long, or where it was seen", () => {
    const near = stated.map((one) => ({ ...one, camera: at((places[one.id] ?? 0) / 10) }));
    assert.deepEqual(theGroup(answerSync({ clips: near, pairs: [...seen, heard("A", "C", 0.5, 0.0005)] })).outliers, ["A-C"]);
    assert.deepEqual(theGroup(answerSync({ clips: stated, pairs: [...seen, pair("A", "C", 0.5, 0.0005)] })).outliers, ["A-C"]);
  });

  it("does not make what was seen wrong, where the bang is what all the others heard", () => {
    const bang = [heard("A", "B", 0.18, 0.001), heard("B", "C", 0.32, 0.001), heard("A", "D", 0.3, 0.001), heard("C", "D", -0.2, 0.001)];
    const answer = answerSync({ clips: stated, pairs: [...bang, pair("A", "C", 0, 0.01)] });
    const group = theGroup(answer);
    assert.deepEqual([group.outliers, group.soundWays], [[], ["A-C"]]);
    // Only sound joins the others, and the truth lies within what is told beside the offset.
    const c = group.clips.find(({ clip: id }) => id === "C");
    assert.ok(Math.abs(c?.offsetS ?? 9) <= (c?.plusMinusS ?? 0) + (c?.bySound?.atMostS ?? 0));
  });

  it("does not grow harmless by many that heard the same, since their ways do not average out", () => {
    const more = Array.from({ length: 30 }, (_, n) => `X${n}`);
    const clips = [...stated, ...more.map((id) => ({ ...clip(id), camera: at(80) }))];
    const bang = more.flatMap((id) => [heard("A", id, 0.235, 0.001), heard("C", id, -0.265, 0.001)]);
    const group = theGroup(
      answerSync({ clips, pairs: [...bang, pair("A", "C", 0, 0.01), pair("A", "B", 0, 0.02), pair("A", "D", 0, 0.02)] }),
    );
    assert.deepEqual([group.outliers, group.soundWays], [[], ["A-C"]]);
  });
});

describe("a pair that what was seen and what was heard speak against", () => {
  it("is not named for what was heard, which says nothing at such ways: one of what was seen is wrong", () => {
    const far = [heard("A", "B", 0.2, 0.05), heard("B", "C", 0.3, 0.05)];
    const exact = [pair("A", "D", 0.2, 0.001), pair("C", "D", -0.3, 0.001)];
    const group = theGroup(answerSync({ clips: stated, pairs: [...far, ...exact, pair("A", "C", 0, 0.01)] }));
    assert.deepEqual([group.state, group.outliers, group.soundWays], ["inconsistent", [], []]);
    assert.deepEqual([group.oneOf, group.oneOfMayBeSound], [[["A-C", "A-D", "C-D"]], [false]]);
    // It holds whichever of them is wrong.
    const c = group.clips.find(({ clip: id }) => id === "C");
    for (const truth of [0, 0.5]) assert.ok(Math.abs((c?.offsetS ?? 9) - truth) <= (c?.plusMinusS ?? 0), JSON.stringify(c));
  });
});

describe("a loop of sounds that does not close", () => {
  const loop = (miss: number) => [heard("A", "B", 0.1, 0.0005), heard("B", "C", 0.1, 0.0005), heard("A", "C", 0.2 + miss, 0.0005)];

  it("need hold no wrong pair, and says how much of it the ways of sound may leave", () => {
    const group = theGroup(answerSync({ clips: stated.slice(0, 3), pairs: loop(0.08) }));
    assert.deepEqual([group.state, group.oneOf, group.oneOfMayBeSound], ["inconsistent", [["A-B", "A-C", "B-C"]], [true]]);
    // 60, 110 and 170 m, each with the radii of two cameras, at the slowest that sound goes.
    const ways = (340 + 3 * Math.SQRT2 * 5 * 0.8007) / 322;
    assert.equal(group.loops[0]?.bySoundAtMostS.toFixed(3), ways.toFixed(3));
  });

  it("holds a wrong one when it misses by more than any ways of sound", () => {
    assert.deepEqual(theGroup(answerSync({ clips: stated.slice(0, 3), pairs: loop(5) })).oneOfMayBeSound, [false]);
    assert.deepEqual(theGroup(answerSync({ clips: unknown.slice(0, 3), pairs: loop(5) })).oneOfMayBeSound, [true]);
  });

  it("names one of many by no less than their ways", () => {
    const all = (miss: number) => [...loop(miss), heard("A", "D", 0.3, 0.0005), heard("B", "D", 0.2, 0.0005), heard("C", "D", 0.1, 0.0005)];
    const said = (miss: number) => {
      const { outliers, soundWays } = theGroup(answerSync({ clips: unknown, pairs: all(miss) }));
      return [outliers, soundWays];
    };
    assert.deepEqual(said(-0.08), [[], ["A-C"]]);
    assert.deepEqual(said(60), [["A-C"], []]);
  });
});
