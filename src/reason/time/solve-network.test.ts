import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Network, Statement } from "./constraint.ts";
import { findConflicts } from "./find-conflicts.ts";
import { type Interval, momentsOf } from "./moments.ts";
import { prepare } from "./settle.ts";
import { solveNetwork, windowsOf } from "./solve-network.ts";

const seed = 20240914;
const last = 9;
const events = 3;

const interval = fc
  .tuple(fc.integer({ min: 0, max: last }), fc.integer({ min: 0, max: 3 }))
  .map(([from, length]): Interval => [from, Math.min(last, from + length)]);
const moment = fc.integer({ min: 0, max: events - 1 });
const within = fc.record({ event: moment, moments: fc.array(interval, { minLength: 1, maxLength: 3 }).map(momentsOf) });
const apart = fc
  .record({
    before: moment,
    after: moment,
    least: fc.integer({ min: -6, max: 6 }),
    spread: fc.option(fc.integer({ min: 0, max: 4 }), { nil: Infinity }),
  })
  .filter(({ before, after }) => before !== after)
  .map(({ spread, ...one }) => ({ ...one, most: one.least + spread }));
const statement = fc.oneof(
  within.map((one): Omit<Statement, "id" | "certain"> => ({ within: [one], apart: [] })),
  apart.map((one): Omit<Statement, "id" | "certain"> => ({ within: [], apart: [one] })),
);
const network = fc.array(fc.tuple(statement, fc.boolean()), { maxLength: 6 }).map((list): Network => ({
  events,
  horizon: [0, last],
  statements: list.map(([one, certain], i) => ({ ...one, id: `s${i}`, certain: certain && i === 0 })),
}));

/** Every assignment of whole moments that keeps the statements. */
function* solutions({ horizon, statements }: Network): Generator<readonly number[]> {
  for (let a = horizon[0]; a <= horizon[1]; a++)
    for (let b = horizon[0]; b <= horizon[1]; b++)
      for (let c = horizon[0]; c <= horizon[1]; c++) {
        const at = [a, b, c];
        const kept = statements.every(
          (one) =>
            one.within.every(({ event, moments }) =>
              moments.some(([from, to]) => from <= (at[event] as number) && (at[event] as number) <= to),
            ) &&
            one.apart.every(({ before, after, least, most }) => {
              const distance = (at[after] as number) - (at[before] as number);
              return least <= distance && distance <= most;
            }),
        );
        if (kept) yield at;
      }
}

const anySolution = (one: Network) => solutions(one).next().done !== true;

const without = (one: Network, id: string): Network => ({ ...one, statements: one.statements.filter((each) => each.id !== id) });

/** Least giving way of a statement with which there is a solution, by trying; undefined when none is enough. */
function leastOf(one: Network, id: string): number | undefined {
  for (let by = 0; by <= last; by++) {
    const statements = one.statements.map((each) =>
      each.id !== id
        ? each
        : {
            ...each,
            within: each.within.map(({ event, moments }) => ({
              event,
              moments: momentsOf(moments.map(([from, to]): Interval => [from - by, to + by])),
            })),
            apart: each.apart.map((link) => ({ ...link, least: link.least - by, most: link.most + by })),
          },
    );
    if (anySolution({ ...one, statements })) return by;
  }
  return undefined;
}

function mostOf(one: Network, members: readonly string[]): number | undefined {
  const known = members.map((id) => leastOf(one, id)).filter((by) => by !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function subsets<T>(values: readonly T[]): T[][] {
  return values.reduce<T[][]>((all, value) => [...all, ...all.map((some) => [...some, value])], [[]]);
}

describe("solving a network of times", () => {
  it("gives every moment that an event can have and no other, holes included", () => {
    fc.assert(
      fc.property(network, (one) => {
        const found = windowsOf(prepare(one));
        const all = [...solutions(one)];
        assert.equal(found !== undefined, all.length > 0);
        for (let event = 0; event < events && found !== undefined; event++) {
          const truth = momentsOf(all.map((at): Interval => [at[event] as number, at[event] as number]));
          assert.deepEqual(found[event]?.moments, truth);
        }
      }),
      { seed, numRuns: 1500 },
    );
  });

  it("finds all minimal conflicting sets, and only those", () => {
    fc.assert(
      fc.property(network, (one) => {
        const free = one.statements.flatMap(({ certain }, i) => (certain ? [] : [i]));
        const certainAlone = one.statements.filter(({ certain }) => certain);
        if (!anySolution({ ...one, statements: certainAlone })) return;
        const impossible = (some: readonly number[]) =>
          !anySolution({ ...one, statements: one.statements.filter(({ certain }, i) => certain || some.includes(i)) });
        const minimal = subsets(free).filter(
          (some) => impossible(some) && some.every((left) => !impossible(some.filter((other) => other !== left))),
        );
        const found = findConflicts(prepare(one));
        assert.ok(found.complete);
        assert.deepEqual(found.sets.map(String).sort(), minimal.map(String).sort());
      }),
      { seed, numRuns: 700 },
    );
  });

  it("names what a bound rests on: those statements alone give the same bound", () => {
    fc.assert(
      fc.property(network, (one) => {
        const found = windowsOf(prepare(one));
        if (found === undefined) return;
        for (const [event, { moments, cutBy }] of found.entries()) {
          for (const side of ["earliest", "latest"] as const) {
            const alone = { ...one, statements: one.statements.filter(({ id }) => cutBy[side].includes(id)) };
            const again = windowsOf(prepare(alone))?.[event]?.moments;
            const end = (of: typeof moments | undefined) => (side === "earliest" ? of?.[0]?.[0] : of?.at(-1)?.[1]);
            assert.equal(end(again), end(moments));
          }
        }
      }),
      { seed, numRuns: 700 },
    );
  });

  it("says by how much a member must give way, and no less is enough, alone and in the whole network", () => {
    fc.assert(
      fc.property(network, (one) => {
        const solved = solveNetwork(one);
        if (solved.state === "consistent") return;
        for (const { members, gives, networkGap, widenedBy } of solved.conflicts) {
          const own = { ...one, statements: one.statements.filter((each) => each.certain || members.includes(each.id)) };
          for (const id of members) assert.equal(gives.get(id), leastOf(own, id));
          assert.equal(networkGap, mostOf(one, members));
          if (networkGap === undefined || networkGap <= Math.max(...members.map((id) => leastOf(own, id) ?? 0))) continue;
          const outside = one.statements.filter(({ id, certain }) => !certain && !members.includes(id));
          const widening = outside.filter(({ id }) => (mostOf(without(one, id), members) ?? Infinity) < networkGap);
          assert.deepEqual(
            widenedBy,
            widening.map(({ id }) => id),
          );
        }
      }),
      { seed, numRuns: 400 },
    );
  });

  it("answers a network that differs by a little as it answers it anew", () => {
    fc.assert(
      fc.property(network, fc.nat(5), statement, (one, at, put) => {
        const before = {};
        solveNetwork(one, before);
        const changed = one.statements.map((each, i) => (i === at ? { ...put, id: each.id, certain: false } : each));
        for (const next of [{ ...one, statements: changed }, without(one, `s${at}`), one])
          assert.deepEqual(solveNetwork(next, before), solveNetwork(next));
      }),
      { seed, numRuns: 400 },
    );
  });

  it("ends on a circle of orders that leaves no room, however long the horizon", () => {
    const after = (id: string, before: number, after: number): Statement => ({
      id,
      certain: false,
      within: [],
      apart: [{ before, after, least: 1, most: Infinity }],
    });
    const round: Network = { events: 3, horizon: [0, 1e13], statements: [after("ab", 0, 1), after("bc", 1, 2), after("ca", 2, 0)] };
    const solved = solveNetwork(round);
    assert.ok(solved.state === "inconsistent");
    assert.deepEqual(
      solved.conflicts.map(({ members }) => members),
      [["ab", "bc", "ca"]],
    );
    assert.equal(solved.conflicts[0]?.gap, 3);
  });
});
