/** Leaves out keys that the straight line between their neighbours says as well: a person corrects ten keys, not three hundred. */
import type { BoxKey } from "../../core/redaction/redaction.ts";

/** Share of the picture: a pixel and a half of a thousand. */
const tolerance = 0.0015;
const sides = ["x", "y", "w", "h"] as const;

/** `keys` rise. First and last stay. */
export function fewestKeys(keys: readonly BoxKey[]): BoxKey[] {
  const kept = new Set([0, keys.length - 1]);
  const stretches: [number, number][] = [[0, keys.length - 1]];
  for (let stretch = stretches.pop(); stretch !== undefined; stretch = stretches.pop()) {
    const [from, to] = stretch;
    const { at, off } = farthest(keys, from, to);
    if (off <= tolerance) continue;
    kept.add(at);
    stretches.push([from, at], [at, to]);
  }
  return keys.filter((_, n) => kept.has(n));
}

function farthest(keys: readonly BoxKey[], from: number, to: number): { at: number; off: number } {
  let worst = { at: from, off: 0 };
  const [first, last] = [keys[from] as BoxKey, keys[to] as BoxKey];
  for (let n = from + 1; n < to; n++) {
    const key = keys[n] as BoxKey;
    const part = (key.atS - first.atS) / (last.atS - first.atS);
    const off = Math.max(...sides.map((name) => Math.abs(key.box[name] - (first.box[name] + (last.box[name] - first.box[name]) * part))));
    if (off > worst.off) worst = { at: n, off };
  }
  return worst;
}
