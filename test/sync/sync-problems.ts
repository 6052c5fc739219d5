/** Sync problems of invented recordings, with truth where there is one. */
import fc from "fast-check";
import type { SyncAnswer, SyncGroup } from "../../src/reason/sync/sync-answer.ts";
import type { SyncPair, SyncProblem } from "../../src/reason/sync/sync-problem.ts";

export function clip(id: string): SyncProblem["clips"][number] {
  return { id, label: `camera ${id}`, startS: 0, endS: 60 };
}

/** By what was seen. */
export function pair(a: string, b: string, offsetS: number, plusMinusS: number, more: Partial<SyncPair> = {}): SyncPair {
  return { id: `${a}-${b}`, a, b, channel: "picture", offsetS, plusMinusS, ...more };
}

export function heard(a: string, b: string, offsetS: number, plusMinusS: number, more: Partial<SyncPair> = {}): SyncPair {
  return pair(a, b, offsetS, plusMinusS, { channel: "sound", ...more });
}

export function theGroup({ groups }: SyncAnswer): SyncGroup {
  const [group] = groups;
  if (group === undefined || groups.length !== 1) throw new Error(`expected one group; found ${groups.length}`);
  return group;
}

export function offsetsOf(group: SyncGroup): Record<string, [offset: number, plusMinus: number]> {
  return Object.fromEntries(group.clips.map(({ clip: id, offsetS, plusMinusS }) => [id, [offsetS, plusMinusS]]));
}

export interface Truth {
  /** When each clip began, seconds on one clock. */
  readonly starts: readonly number[];
  /** Which pairs are measured: always a chain, so that all are joined. */
  readonly links: readonly (readonly [number, number])[];
  /** Of each pair its 95 % error and what it is off by, as a share of that. */
  readonly errors: readonly { readonly plusMinusS: number; readonly share: number }[];
}

/** `share`: how much of its error a pair is off at most. */
export function truths({ clips, links, share }: { clips: [number, number]; links: [number, number]; share: number }): fc.Arbitrary<Truth> {
  return fc.integer({ min: clips[0], max: clips[1] }).chain((count) => {
    const all = Array.from({ length: count }, (_, a) => Array.from({ length: count - a - 1 }, (__, n) => [a, a + 1 + n] as const)).flat();
    const chain = Array.from({ length: count - 1 }, (_, a) => [a, a + 1] as const);
    const others = all.filter(([a, b]) => b !== a + 1);
    return fc
      .subarray(others, { minLength: Math.min(links[0], others.length), maxLength: Math.min(links[1], others.length) })
      .chain((more) =>
        fc.record({
          starts: fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: count, maxLength: count }),
          links: fc.constant([...chain, ...more]),
          errors: fc.array(
            fc.record({
              plusMinusS: fc.constantFrom(0.002, 0.005, 0.01, 0.02, 0.04),
              share: fc.double({ min: -share, max: share, noNaN: true }),
            }),
            { minLength: chain.length + more.length, maxLength: chain.length + more.length },
          ),
        }),
      );
  });
}

export function nameOf(number: number): string {
  return `c${number + 1}`;
}

/** `gross`: by how many seconds some pairs, by their number, are wrong beside that. */
export function problemOf({ starts, links, errors }: Truth, gross: ReadonlyMap<number, number> = new Map()): SyncProblem {
  return {
    clips: starts.map((_, number) => clip(nameOf(number))),
    pairs: links.map(([a, b], number) => {
      const { plusMinusS, share } = errors[number] as Truth["errors"][number];
      const offset = (starts[b] as number) - (starts[a] as number) + share * plusMinusS + (gross.get(number) ?? 0);
      return pair(nameOf(a), nameOf(b), offset, plusMinusS);
    }),
  };
}
