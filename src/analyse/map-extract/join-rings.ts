/** Ways of a multipolygon put end to end, in any direction, until each ring ends where it begins. What does not close is given apart. */
import type { IntPath } from "../../formats/extract-index/encode-shape.ts";

export interface Joined {
  readonly rings: readonly IntPath[];
  readonly open: readonly IntPath[];
}

export function joinRings(ways: readonly IntPath[]): Joined {
  const [rings, open]: [IntPath[], IntPath[]] = [[], []];
  const ends = new Map<string, Set<number>>();
  const left = new Set<number>();
  const add = (end: string, n: number) => {
    const there = ends.get(end);
    if (there === undefined) ends.set(end, new Set([n]));
    else there.add(n);
  };
  for (const [n, way] of ways.entries()) {
    if (way.length < 4) continue;
    if (firstOf(way) === lastOf(way)) {
      (way.length >= 8 ? rings : open).push(way);
      continue;
    }
    left.add(n);
    add(firstOf(way), n);
    add(lastOf(way), n);
  }
  const take = (n: number): IntPath => {
    const way = ways[n] as IntPath;
    left.delete(n);
    ends.get(firstOf(way))?.delete(n);
    ends.get(lastOf(way))?.delete(n);
    return way;
  };
  for (const n of left) {
    const line: number[] = Array.from(take(n));
    const start = firstOf(line);
    for (let end = lastOf(line); end !== start;) {
      const next = ends.get(end)?.values().next().value;
      if (next === undefined) break;
      const way = take(next);
      append(line, firstOf(way) === end ? way : turned(way));
      end = lastOf(line);
    }
    (firstOf(line) === lastOf(line) && line.length >= 8 ? rings : open).push(line);
  }
  return { rings, open };
}

function append(line: number[], way: IntPath): void {
  for (let i = 2; i < way.length; i++) line.push(way[i] as number);
}

function turned(way: IntPath): number[] {
  const out: number[] = [];
  for (let i = way.length - 2; i >= 0; i -= 2) out.push(way[i] as number, way[i + 1] as number);
  return out;
}

function firstOf(way: IntPath): string {
  return `${way[0]},${way[1]}`;
}

function lastOf(way: IntPath): string {
  return `${way[way.length - 2]},${way[way.length - 1]}`;
}
