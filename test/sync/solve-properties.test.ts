/** What the solve keeps to for whatever recordings: random truth, errors and mistakes. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { answerSync } from "../../src/reason/sync/answer-sync.ts";
import { SyncProblem } from "../../src/reason/sync/sync-problem.ts";
import { nameOf, offsetsOf, pair, problemOf, theGroup, type Truth, truths } from "./sync-problems.ts";

/** Small enough that no loop of these can miss its limit: of 9 pairs off by 0.3 the sum is 2.7 and the limit 3. */
const quiet = 0.3;
const gross = fc.tuple(fc.double({ min: 2, max: 90, noNaN: true }), fc.boolean()).map(([size, back]) => (back ? -size : size));

describe("solving many pairs at once", () => {
  it("finds every recording within its error, and the loops close", () => {
    fc.assert(
      fc.property(truths({ clips: [3, 9], links: [1, 12], share: quiet }), (truth) => {
        const answer = answerSync(problemOf(truth));
        assert.equal(answer.consistent, true);
        for (const [number, start] of truth.starts.entries()) {
          const [offset, plusMinus] = offsetsOf(theGroup(answer))[nameOf(number)] as [number, number];
          const off = Math.abs(offset - (start - (truth.starts[0] as number)));
          assert.ok(off <= plusMinus + 2e-6, `${off} beside ${plusMinus}`);
        }
      }),
      { numRuns: 80 },
    );
  });

  it("is not less exact for a further pair that fits", () => {
    fc.assert(
      fc.property(truths({ clips: [3, 8], links: [2, 10], share: quiet }), (truth) => {
        const all = problemOf(truth);
        const [before, after] = [{ ...all, pairs: all.pairs.slice(0, -1) }, all].map((one) => offsetsOf(theGroup(answerSync(one))));
        for (const [id, [, plusMinus]] of Object.entries(after ?? {})) assert.ok(plusMinus <= (before?.[id]?.[1] ?? 0) + 1e-6, id);
      }),
      { numRuns: 100 },
    );
  });

  it("answers the same in whatever order it is told", () => {
    const told = truths({ clips: [3, 7], links: [1, 8], share: 1 }).chain((truth) => {
      const problem = problemOf(truth, new Map([[0, 3]]));
      const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
      return fc.record({
        problem: fc.constant(problem),
        other: fc.record({ clips: shuffled(problem.clips), pairs: shuffled(problem.pairs) }),
      });
    });
    fc.assert(
      fc.property(told, ({ problem, other }: { problem: SyncProblem; other: SyncProblem }) => {
        assert.deepEqual(answerSync(other), answerSync(problem));
      }),
      { numRuns: 60 },
    );
  });

  it("always names one gross mistake that two separate ways contradict", () => {
    fc.assert(
      fc.property(truths({ clips: [4, 8], links: [2, 10], share: quiet }), fc.nat(), gross, (truth, pick, by) => {
        const wrong = pick % truth.links.length;
        const group = theGroup(answerSync(problemOf(truth, new Map([[wrong, by]]))));
        const [a, b] = truth.links[wrong] as readonly [number, number];
        const id = `${nameOf(a)}-${nameOf(b)}`;
        const ways = separateWays(truth, wrong);
        if (ways >= 2) assert.deepEqual([group.state, group.outliers, group.oneOf], ["consistent-without", [id], []]);
        else assert.deepEqual(group.outliers, []);
        if (ways === 1) assert.ok(group.oneOf.length === 1 && group.oneOf[0]?.includes(id), "the list holds it");
        if (ways === 0) assert.ok(group.unchecked.includes(id), "nothing checks it, and that is said");
      }),
      { numRuns: 200 },
    );
  });

  it("never names a pair that is right, with whatever number of mistakes", () => {
    // Sizes of which no sum vanishes: mistakes that cancel along a loop close it, and nothing could tell.
    const size = fc.tuple(fc.nat(), fc.double({ min: 1, max: 1.2, noNaN: true }), fc.boolean());
    const wrong = fc.array(size, { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(truths({ clips: [3, 9], links: [0, 20], share: quiet }), wrong, (truth, mistakes) => {
        const by = new Map(mistakes.map(([pick, share, back], n) => [pick % truth.links.length, (back ? -2 : 2) * share * 3 ** n]));
        const innocent = truth.links.flatMap(([a, b], number) => (by.has(number) ? [] : [`${nameOf(a)}-${nameOf(b)}`]));
        const group = theGroup(answerSync(problemOf(truth, by)));
        assert.deepEqual(
          group.outliers.filter((id) => innocent.includes(id)),
          [],
        );
        for (const list of group.oneOf)
          assert.ok(
            list.some((id) => !innocent.includes(id)),
            `${list.join(", ")} holds a wrong one`,
          );
        // Where it says that all fits, every recording that loops check is where it was.
        if (group.state !== "consistent" && group.state !== "consistent-without") return;
        const wrongLeft = truth.links.flatMap(([a, b], number) => (by.has(number) ? [`${nameOf(a)}-${nameOf(b)}`] : []));
        assert.deepEqual(
          wrongLeft.filter((id) => !group.outliers.includes(id) && !group.unchecked.includes(id)),
          [],
        );
      }),
      { numRuns: 200 },
    );
  });

  it("answers whatever fits the schema, however wild, in finite figures", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const number = (min: number, max: number) => fc.oneof(fc.constantFrom(0, min, max), fc.double({ min, max, noNaN: true }));
    const ends = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).filter(([a, b]) => a !== b);
    const wild = fc.record({
      ends,
      offsetS: number(-1e8, 1e8),
      plusMinusS: number(0, 1e9),
      at: fc.option(number(-1e8, 1e8)),
      rate: fc.option(fc.record({ ppm: number(-900_000, 9_000_000), plusMinusPpm: number(0, 10_000_000) })),
      differenceM: fc.option(number(-1e6, 1e6)),
      sameRecording: fc.boolean(),
      channel: fc.constantFrom("sound" as const, "picture" as const, "marks" as const),
    });
    fc.assert(
      fc.property(fc.array(wild, { maxLength: 12 }), number(-1e8, 1e8), (pairs, startS) => {
        const problem: SyncProblem = {
          clips: ids.map((id) => ({ id, label: id, startS, endS: startS + 10 })),
          pairs: pairs.map(({ ends: [a, b], at, rate, differenceM, ...rest }, n) => ({
            ...{ id: `p${n}`, a, b, ...rest },
            ...(at === null ? {} : { at: { a: at + rest.offsetS, b: at } }),
            ...(at === null || rate === null ? {} : { rate }),
            ...(differenceM === null
              ? {}
              : { travel: { by: "difference" as const, use: "correct" as const, differenceM: { value: differenceM, error: 10 } } }),
          })),
          times: [{ id: "t", clip: "a", atS: startS, notBefore: "2024-05-01T10:00:00Z" }],
        };
        const told = JSON.stringify(answerSync(SyncProblem.parse(problem)), (_, value: unknown) => {
          assert.ok(typeof value !== "number" || Number.isFinite(value), "a figure that is none");
          return value;
        });
        assert.ok(told.length > 0);
      }),
      { numRuns: 100 },
    );
  });

  it("names 20 mistakes among the 190 pairs of 20 recordings, and no other pair", () => {
    const starts = Array.from({ length: 20 }, (_, number) => (number * 37) % 101);
    const links = starts.flatMap((_, a) => starts.flatMap((__, b) => (a < b ? [[a, b] as const] : [])));
    const truth: Truth = { starts, links, errors: links.map((_, n) => ({ plusMinusS: 0.005, share: (((n * 7) % 11) - 5) / 20 })) };
    const mistakes = new Map(Array.from({ length: 20 }, (_, n) => [n * 9 + (n % 5), 1 + n * 0.37] as const));
    const group = theGroup(answerSync(problemOf(truth, mistakes)));
    const names = [...mistakes.keys()].map((number) => {
      const [a, b] = links[number] as readonly [number, number];
      return `${nameOf(a)}-${nameOf(b)}`;
    });
    assert.equal(group.state, "consistent-without");
    assert.deepEqual(new Set(group.outliers), new Set(names));
  });

  it("puts 100 recordings with all 4,950 pairs on one clock, whatever their rates", () => {
    const rate = (n: number) => 1 + (((n * 29) % 41) - 20) * 1e-6;
    const starts = Array.from({ length: 100 }, (_, n) => (n * 61) % 301);
    // Item time of a moment of clip n: it began at starts[n] and runs at its own rate; clip 0 is the clock.
    const item = (n: number, at: number) => (at - (starts[n] as number)) * (rate(n) / rate(0));
    const pairs = starts.flatMap((_, a) =>
      starts.slice(a + 1).map((__, n) => {
        const b = a + 1 + n;
        const [x, y] = [item(a, 310), item(b, 310)];
        const more = { at: { a: x, b: y }, rate: { ppm: (rate(a) / rate(b) - 1) * 1e6, plusMinusPpm: 20 } };
        return pair(nameOf(a), nameOf(b), x - y, 0.005, more);
      }),
    );
    const group = theGroup(
      answerSync({
        clips: starts.map((_, n) => ({ ...problemOf({ starts: [0], links: [], errors: [] }).clips[0]!, id: nameOf(n) })),
        pairs,
      }),
    );
    assert.equal(group.state, "consistent");
    assert.equal(group.closure.loops, 161_700);
    for (const { clip, at, rate: found } of group.clips) {
      const n = Number(clip.slice(1)) - 1;
      assert.ok(Math.abs(item(n, item(0, at.group) === at.group ? at.group : at.group + (starts[0] as number)) - at.item) < 1e-4, clip);
      assert.ok(found !== "not-measured" && Math.abs(found.ppm - (rate(0) / rate(n) - 1) * 1e6) < 0.01, clip);
    }
  });
});

/** How many ways without a common pair lead from one end of a pair to the other, 2 standing for more. */
function separateWays({ starts, links }: Truth, without: number): number {
  const [from, to] = links[without] as readonly [number, number];
  const joined = (gone: ReadonlySet<number>): boolean => {
    const reached = new Set([from]);
    for (const at of reached)
      for (const [number, [a, b]] of links.entries()) {
        if (gone.has(number)) continue;
        if (a === at) reached.add(b);
        if (b === at) reached.add(a);
      }
    return reached.has(to) && starts.length > 0;
  };
  if (!joined(new Set([without]))) return 0;
  return links.some((_, number) => number !== without && !joined(new Set([without, number]))) ? 1 : 2;
}
