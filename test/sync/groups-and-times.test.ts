/** What joins recordings and what does not, clocks that drift, and absolute time from one recording to all. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ProblemUnreadable } from "../../src/reason/problem/problem-unreadable.ts";
import { answerSync } from "../../src/reason/sync/answer-sync.ts";
import { SyncProblem } from "../../src/reason/sync/sync-problem.ts";
import { timeStatements } from "../../src/reason/sync/time-statements.ts";
import { answerTime } from "../../src/reason/time/answer-time.ts";
import { clip, heard, offsetsOf, pair, theGroup } from "./sync-problems.ts";

const clips = ["i1", "i2", "i3", "i10"].map(clip);

describe("what joins recordings", () => {
  it("finds two events among six recordings, the larger first, on the clock of the lowest number", () => {
    const six = ["i2", "i10", "i4", "i7", "i20", "i5"].map(clip);
    const { groups, apart } = answerSync({
      clips: six,
      pairs: [pair("i20", "i7", 2, 0.1), pair("i10", "i2", -5, 0.1), pair("i2", "i4", 7, 0.1)],
    });
    assert.deepEqual(
      groups.map(({ id, reference, clips: placed }) => [id, reference, placed.map((one) => one.clip)]),
      [
        ["g1", "i2", ["i2", "i10", "i4"]],
        ["g2", "i7", ["i20", "i7"]],
      ],
    );
    assert.deepEqual(apart, [{ clip: "i5", why: "not-compared", pairs: [], refused: [] }]);
  });

  it("joins nothing by a pair that is likely wrong, until a person accepts it", () => {
    const doubtful = pair("i1", "i2", 3, 0.01, { wrong: 0.2 });
    const apart = answerSync({ clips: clips.slice(0, 2), pairs: [doubtful] });
    assert.deepEqual(apart.groups, []);
    assert.deepEqual(
      apart.apart.map(({ clip: id, why, pairs }) => [id, why, pairs]),
      [
        ["i1", "doubtful", ["i1-i2"]],
        ["i2", "doubtful", ["i1-i2"]],
      ],
    );
    assert.equal(theGroup(answerSync({ clips: clips.slice(0, 2), pairs: [{ ...doubtful, judged: "accepted" }] })).reference, "i1");
    // One that is not used is held against the others all the same.
    const beside = answerSync({ clips: clips.slice(0, 3), pairs: [pair("i1", "i3", 1, 0.01), pair("i2", "i3", -2, 0.01), doubtful] });
    assert.deepEqual(beside.pairs.map(({ pair: id, use, fit }) => [id, use, fit])[0], ["i1-i2", "doubtful", "fits"]);
    const other = { ...doubtful, offsetS: 4 };
    const against = answerSync({ clips: clips.slice(0, 3), pairs: [pair("i1", "i3", 1, 0.01), pair("i2", "i3", -2, 0.01), other] });
    assert.deepEqual([against.consistent, against.pairs[0]?.fit, against.pairs[0]?.againstOthers?.value], [true, "does-not-fit", 1]);
  });

  it("does not take one recording under two pictures for two recordings of one event", () => {
    const { groups, apart } = answerSync({ clips: clips.slice(0, 2), pairs: [pair("i1", "i2", 3, 0.001, { sameRecording: true })] });
    assert.deepEqual([groups.length, apart[0]?.why], [0, "same-recording"]);
  });

  it("counts a copy's sound once: its pairs are no second witness, and it is placed all the same", () => {
    const copy = { ...heard("i1", "i10", 7, 0.001, { sameRecording: true }), id: "copy" };
    // i1 and its copy say 4 of i2, and both are wrong together: i3 says 5.
    const pairs = [copy, heard("i1", "i2", 4, 0.01), heard("i10", "i2", -3, 0.01), heard("i1", "i3", 9, 0.01), heard("i2", "i3", 4, 0.01)];
    const twice = answerSync({ clips, pairs: [...pairs, heard("i10", "i3", 2, 0.01)] });
    const group = theGroup(twice);
    assert.deepEqual([group.state, group.outliers], ["inconsistent", []]);
    assert.deepEqual(group.oneOf, [["i1-i2", "i1-i3", "i2-i3"]]);
    assert.deepEqual(
      twice.pairs.map(({ pair: id, use }) => [id, use]),
      [
        ["copy", "same-recording"],
        ["i1-i2", "used"],
        ["i1-i3", "used"],
        ["i2-i3", "used"],
        ["i10-i2", "used"],
        ["i10-i3", "repeats"],
      ],
    );
    assert.deepEqual(group.unchecked, ["i10-i2"]);
    assert.deepEqual(group.clips.map(({ clip: id, sameSoundAs }) => [id, sameSoundAs]).sort(), [
      ["i1", ["i10"]],
      ["i10", ["i1"]],
      ["i2", []],
      ["i3", []],
    ]);
  });

  it("says why a recording stands apart: what each comparison was refused for, how often", () => {
    const refused = [
      { a: "i1", b: "i10", channel: "sound" as const, reason: "nothing-common" as const },
      { a: "i10", b: "i2", channel: "sound" as const, reason: "repeats" as const },
      { a: "i10", b: "i3", channel: "sound" as const, reason: "nothing-common" as const },
    ];
    const { apart } = answerSync({ clips, pairs: [pair("i1", "i2", 1, 0.1), pair("i2", "i3", 1, 0.1)], refused });
    assert.deepEqual(apart, [
      {
        clip: "i10",
        why: "all-refused",
        pairs: [],
        refused: [
          { channel: "sound", reason: "nothing-common", times: 2 },
          { channel: "sound", reason: "repeats", times: 1 },
        ],
      },
    ]);
  });

  it("refuses a problem that contradicts itself, and names the field", () => {
    const fields = (problem: object) => {
      try {
        answerSync(SyncProblem.parse({ clips, pairs: [], ...problem }));
      } catch (error) {
        return error instanceof ProblemUnreadable ? error.where : String(error);
      }
      return "nothing";
    };
    assert.equal(fields({ clips: [clip("i1"), clip("i1")] }), "clips.1.id");
    assert.equal(fields({ pairs: [pair("i1", "i7", 1, 0.1)] }), "pairs.0.b");
    assert.equal(fields({ pairs: [pair("i1", "i1", 1, 0.1)] }), "pairs.0.b");
    assert.equal(fields({ pairs: [pair("i1", "i2", 1, 0.1, { at: { a: 5, b: 5 } })] }), "pairs.0.at");
    assert.equal(fields({ pairs: [pair("i1", "i2", 1, 0.1, { rate: { ppm: 1, plusMinusPpm: 1 } })] }), "pairs.0.at");
    assert.equal(
      fields({ pairs: [pair("i1", "i2", 1, 0.1, { travel: { by: "places", use: "hint", sound: "s" } })] }),
      "pairs.0.travel.sound",
    );
    assert.equal(fields({ times: [{ id: "t1", clip: "i1", atS: 0 }] }), "times.0");
    assert.equal(fields({ times: [{ id: "t1", clip: "i1", atS: 0, notBefore: "2024-02-31T25:00:00Z" }] }), "times.0.notBefore");
  });
});

describe("clocks that run at different rates", () => {
  const at = (a: number, b: number) => ({ at: { a, b } });

  it("carries a measured rate to both ends of a recording, with its error", () => {
    // b was slowed from 30 to 29.97 frames a second: 1000 ppm, and 20 s from the middle of the match 20 ms.
    const slow = pair("i1", "i2", 10, 0.002, { ...at(40, 30), rate: { ppm: -999, plusMinusPpm: 10 } });
    const group = theGroup(answerSync({ clips: clips.slice(0, 2), pairs: [slow] }));
    const placed = group.clips[1];
    assert.deepEqual([placed?.offsetS, placed?.at], [10, { item: 30, group: 40 }]);
    assert.equal(placed?.end.value.toFixed(5), (70 - 30 * 999e-6).toFixed(5));
    assert.equal(placed?.end.plusMinus.toFixed(6), Math.hypot(0.002, 30 * 10e-6).toFixed(6));
    assert.ok(placed?.rate !== "not-measured" && Math.abs((placed?.rate.ppm ?? 0) + 999) < 0.01);
  });

  it("lets clocks whose rates nobody measured drift apart by what the answer states", () => {
    const answer = answerSync({ clips: clips.slice(0, 2), pairs: [pair("i1", "i2", 10, 0.002, at(40, 30))] });
    const placed = theGroup(answer).clips[1];
    assert.equal(placed?.rate, "not-measured");
    assert.equal(answer.used.unmeasuredRatePpm, 50);
    assert.equal(placed?.end.plusMinus.toFixed(6), Math.hypot(0.002, 30 * 50e-6).toFixed(6));
  });

  it("does not use the rate that the others contradict, and says which", () => {
    const names = ["i1", "i2", "i3", "i10"];
    const pairs = names.flatMap((a, n) =>
      names
        .slice(n + 1)
        .map((b) => pair(a, b, 0, 0.005, { ...at(30, 30), rate: { ppm: a === "i1" && b === "i3" ? 3000 : 0, plusMinusPpm: 10 } })),
    );
    const answer = answerSync({ clips, pairs });
    assert.deepEqual(
      answer.pairs.filter(({ rateDoubted }) => rateDoubted).map(({ pair: id }) => id),
      ["i1-i3"],
    );
    assert.ok(theGroup(answer).clips.every(({ rate }) => rate !== "not-measured" && Math.abs(rate.ppm) < 1));
  });
});

describe("absolute time", () => {
  const pairs = [pair("i1", "i2", 10, 0.5, { channel: "picture" }), pair("i1", "i3", -20, 0.25, { channel: "picture" })];
  const three = clips.slice(0, 3);

  it("comes from one recording to all of its group, with the errors of the offsets", () => {
    const times = [{ id: "t1", clip: "i2", atS: 5, notBefore: "2024-05-01T10:00:05Z", notAfter: "2024-05-01T10:00:06Z" }];
    const { absolute } = theGroup(answerSync({ clips: three, pairs, times, unmeasuredRatePpm: 0 }));
    assert.equal(absolute.state, "known");
    const of = (id: string) => (absolute.state === "known" ? absolute.clips.find((one) => one.clip === id) : undefined);
    assert.deepEqual(of("i2")?.start, { notBefore: "2024-05-01T10:00:00Z", notAfter: "2024-05-01T10:00:01Z" });
    // A millisecond more, outwards, since moments are whole ones.
    assert.deepEqual(of("i1")?.start, { notBefore: "2024-05-01T09:59:49.499Z", notAfter: "2024-05-01T09:59:51.501Z" });
    assert.deepEqual(of("i3")?.end, { notBefore: "2024-05-01T10:00:29.248Z", notAfter: "2024-05-01T10:00:31.752Z" });
    assert.ok(of("i3")?.earliestBy.includes("t1"));
  });

  it("stays open on the side of which nothing is stated", () => {
    const times = [{ id: "t1", clip: "i1", atS: 60, notAfter: "2024-05-01T10:01:00Z" }];
    const { absolute } = theGroup(answerSync({ clips: three, pairs, times, unmeasuredRatePpm: 0 }));
    assert.deepEqual(absolute.state === "known" && absolute.clips.map(({ clip: id, start }) => [id, start.notBefore, start.notAfter]), [
      ["i3", null, "2024-05-01T09:59:40.251Z"],
      ["i1", null, "2024-05-01T10:00:00Z"],
      ["i2", null, "2024-05-01T10:00:10.501Z"],
    ]);
  });

  it("tells two stated clocks that cannot both be right as the smallest set that conflicts", () => {
    const times = [
      { id: "clock of i2", clip: "i2", atS: 0, notBefore: "2024-05-01T10:00:00Z", notAfter: "2024-05-01T10:00:10Z" },
      { id: "clock of i3", clip: "i3", atS: 0, notBefore: "2024-05-01T10:00:00Z", notAfter: "2024-05-01T10:00:10Z" },
      { id: "post of i1", clip: "i1", atS: 0, notAfter: "2024-05-02T00:00:00Z" },
    ];
    const answer = answerSync({ clips: three, pairs, times, unmeasuredRatePpm: 0 });
    const { absolute } = theGroup(answer);
    assert.equal(answer.consistent, false);
    assert.deepEqual(absolute.state === "conflict" && absolute.conflicts.map(({ members }) => [...members].sort()), [
      ["clock of i2", "clock of i3", "sync i1 to i2", "sync i1 to i3"],
    ]);
    // 30 s apart, of which 10 s and both errors are given.
    assert.ok(absolute.state === "conflict" && Math.abs((absolute.conflicts[0]?.gapSeconds ?? 0) - 19.25) < 0.01, JSON.stringify(absolute));
  });

  it("goes into any time problem as offsets, as wide as the ways of sound make them", () => {
    const joined = answerSync({ clips: three.slice(0, 2), pairs: [heard("i1", "i2", 10, 0.001)], camerasApartM: 322 });
    const statements = timeStatements(theGroup(joined), (id) => `start of ${id}`, 0);
    const answer = answerTime({
      events: ["start of i1", "start of i2"],
      horizon: ["2024-05-01", "2024-05-01"],
      statements: [
        ...statements,
        { id: "p", kind: "bound", event: "start of i1", notBefore: "2024-05-01T10:00:00Z", notAfter: "2024-05-01T10:00:00Z" },
      ],
    });
    assert.ok("consistent" in answer && answer.consistent);
    assert.deepEqual(answer.windows["start of i2"], [["2024-05-01T10:00:08.998Z", "2024-05-01T10:00:11.002Z"]]);
  });
});

describe("groups that do not agree", () => {
  it("keeps one group's fault from the other", () => {
    const six = ["a", "b", "c", "x", "y", "z"].map(clip);
    const triangle = (p: string, q: string, r: string, miss: number) => [
      pair(p, q, 1, 0.01),
      pair(q, r, 1, 0.01),
      pair(p, r, 2 + miss, 0.01),
    ];
    const { consistent, groups } = answerSync({ clips: six, pairs: [...triangle("a", "b", "c", 0), ...triangle("x", "y", "z", 1)] });
    assert.equal(consistent, false);
    assert.deepEqual(
      groups.map(({ state }) => state),
      ["consistent", "inconsistent"],
    );
    assert.deepEqual(offsetsOf(groups[0] as (typeof groups)[number])["b"]?.[0], 1);
  });
});
