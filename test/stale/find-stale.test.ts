/** Which judgements must be looked at again: held against going every way by hand, and quick in a large case. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { findStale } from "../../src/reason/stale/find-stale.ts";
import type { Change, RestsOn, StaleGraph } from "../../src/reason/stale/stale-graph.ts";

const names = ["k1", "k2", "n1", "n2", "f1", "f2", "ed1"];
const name = fc.constantFrom(...names);
const line = fc.integer({ min: 1, max: 12 });
const graphs: fc.Arbitrary<StaleGraph> = fc.record({
  judgements: fc.uniqueArray(fc.record({ name, line, kept: fc.oneof(fc.constant(0), line) }), { selector: (one) => one.name }),
  rests: fc.array(fc.record({ judgement: name, on: name, line, how: fc.constant("cites" as const) }), { maxLength: 14 }),
  changes: fc.array(fc.record({ of: name, line, how: fc.constant("changed" as const) }), { maxLength: 6 }),
});

/** Every way from a judgement that visits nothing twice, step by step. */
function waysByHand({ judgements, rests, changes }: StaleGraph, from: string): { steps: RestsOn[]; change: Change }[] {
  const kept = new Map(judgements.map((one) => [one.name, one.kept]));
  const found: { steps: RestsOn[]; change: Change }[] = [];
  const go = (at: string, steps: RestsOn[], knew: number): void => {
    if (steps.length > 0) for (const change of changes) if (change.of === at && change.line > knew) found.push({ steps, change });
    if (!kept.has(at)) return;
    for (const step of rests) {
      if (step.judgement !== at || step.on === from || steps.some((one) => one.on === step.on)) continue;
      go(step.on, [...steps, step], Math.max(knew, step.line, kept.get(at) ?? 0));
    }
  };
  go(from, [], 0);
  return found;
}

const told = ({ steps, change }: { steps: readonly RestsOn[]; change: Change }): string =>
  `${steps.map(({ on, line }) => `${on}@${line}`).join(" ")} < ${change.of}@${change.line}`;

describe("judgements to be looked at again", () => {
  it("are those, and only those, that some way by hand leads to", () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const found = new Map(findStale(graph).map((one) => [one.judgement, one]));
        for (const { name: judgement } of graph.judgements) {
          const ways = waysByHand(graph, judgement);
          const stale = found.get(judgement);
          assert.equal(stale !== undefined, ways.length > 0, judgement);
          if (stale === undefined) continue;
          assert.equal(stale.last, Math.max(...ways.map(({ change }) => change.line)));
          const byHand = new Set(ways.map(told));
          const reasons = stale.reasons();
          assert.ok(reasons.length > 0);
          for (const reason of reasons) assert.ok(byHand.has(told(reason)), `${judgement}: ${told(reason)} is no way`);
          assert.ok(stale.since <= stale.last && stale.since >= Math.min(...ways.map(({ change }) => change.line)));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("name the whole way: the finding by the inference by the claim that was taken back, each with its line", () => {
    const [stale, finding] = findStale({
      judgements: [
        { name: "n1", line: 20, kept: 0 },
        { name: "f1", line: 30, kept: 0 },
      ],
      rests: [
        { judgement: "f1", on: "n1", line: 20, how: "evidence-for" },
        { judgement: "n1", on: "k3", line: 20, how: "worked-from" },
      ],
      changes: [{ of: "k3", line: 41, how: "withdrawn" }],
    });
    assert.equal(stale?.judgement, "n1");
    assert.deepEqual(finding?.reasons(), [
      {
        steps: [
          { judgement: "f1", on: "n1", line: 20, how: "evidence-for" },
          { judgement: "n1", on: "k3", line: 20, how: "worked-from" },
        ],
        change: { of: "k3", line: 41, how: "withdrawn" },
      },
    ]);
  });

  it("are so no more once somebody looked again and kept them, until the next change", () => {
    const at = (kept: number, ...changed: number[]) =>
      findStale({
        judgements: [{ name: "f1", line: 30, kept }],
        rests: [{ judgement: "f1", on: "k3", line: 20, how: "evidence-for" }],
        changes: changed.map((line) => ({ of: "k3", line, how: "changed" as const })),
      }).length;
    assert.deepEqual([at(0, 41), at(45, 41), at(45, 41, 50)], [1, 0, 1]);
  });

  it("are found among 100,000 steps, and each step is walked twice at most", () => {
    const [judgements, rests, changes]: [StaleGraph["judgements"][number][], RestsOn[], Change[]] = [[], [], []];
    const count = 20_000;
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let n = 1; n <= count; n++) judgements.push({ name: `n${n}`, line: n, kept: 0 });
    for (let n = 0; n < 100_000; n++) {
      const of = 2 + random(count - 1);
      rests.push({ judgement: `n${of}`, on: `n${1 + random(of - 1)}`, line: of, how: "worked-from" });
    }
    for (let n = 1; n <= 2000; n++) changes.push({ of: `n${1 + random(count)}`, line: count + n, how: "changed" });
    let read = 0;
    const counted = rests.map((step) => ({
      ...step,
      get line() {
        read++;
        return step.line;
      },
    }));
    const stale = findStale({ judgements, rests: counted, changes });
    assert.ok(stale.length > count / 2, `${stale.length} of ${count}`);
    // Twice to carry the changes, once more for the first line of each.
    assert.ok(read <= 3 * rests.length, `${read} steps walked`);
  });
});
