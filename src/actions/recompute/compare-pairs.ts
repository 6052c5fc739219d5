/**
 * Holds the pairs of a result, a line each, against pairs that were found again. Their order counts for nothing: it follows from how
 * the work was shared out. Pairs of what is not here are left out on the recorded side and counted.
 */
import { decodeUtf8 } from "../../core/bytes/utf8.ts";
import { canonicalJson, type Json } from "../../core/json/canonical-json.ts";
import { jsonDifference, type Tolerance } from "./close-enough.ts";
import { type Repeated, same } from "./recompute-ports.ts";

interface Pair {
  readonly a: string;
  readonly b: string;
}

export interface PairsCompared {
  /** The recorded file; undefined for none. */
  readonly recorded: Uint8Array | undefined;
  readonly found: readonly Pair[];
  /** Whether both of a recorded pair could be compared again. */
  readonly repeatable: (name: string) => boolean;
  readonly tolerance: Tolerance;
}

/** `differs` here is without regard to decoders. */
export function comparePairs({ recorded, found, repeatable, tolerance }: PairsCompared): Repeated {
  const read = recorded === undefined ? new Map<string, Json>() : pairsOf(recorded);
  if (read === undefined) return { outcome: "differs", why: "the result: expected a pair a line; found something else" };
  const again = new Map(found.map((pair) => [keyOf(pair), JSON.parse(JSON.stringify(pair)) as Json]));
  let left = 0;
  let close = 0;
  for (const [key, pair] of read) {
    const { a, b } = pair as unknown as Pair;
    const other = again.get(key);
    if (!repeatable(a) || !repeatable(b)) {
      left++;
      again.delete(key);
      continue;
    }
    if (other === undefined)
      return { outcome: "differs", why: `the pair ${a} and ${b}: expected what is recorded; found nothing in common` };
    again.delete(key);
    if (canonicalJson(pair) === canonicalJson(other)) continue;
    const at = jsonDifference(pair, other, tolerance, "it");
    if (at !== undefined) return { outcome: "differs", why: `the pair ${a} and ${b}: they differ at ${at}` };
    close++;
  }
  const [more] = again.values();
  if (more !== undefined) {
    const { a, b } = more as unknown as Pair;
    return { outcome: "differs", why: `the pair ${a} and ${b}: expected nothing in common; found something (${again.size} such pairs)` };
  }
  const leftWords = left === 0 ? "" : `${left} recorded pairs with what is not here were not repeated`;
  if (close > 0)
    return { outcome: "within-tolerance", why: [`numbers of ${close} pairs differ a little`, leftWords].filter(Boolean).join("; ") };
  return left === 0 ? same : { outcome: "same", why: leftWords };
}

function pairsOf(bytes: Uint8Array): Map<string, Json> | undefined {
  const text = decodeUtf8(bytes);
  if (text === undefined) return undefined;
  try {
    const pairs = text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Json);
    const named = pairs.every(
      (pair) => typeof (pair as unknown as Pair | null)?.a === "string" && typeof (pair as unknown as Pair).b === "string",
    );
    return named ? new Map(pairs.map((pair) => [keyOf(pair as unknown as Pair), pair])) : undefined;
  } catch {
    return undefined;
  }
}

const keyOf = ({ a, b }: Pair): string => `${a} ${b}`;
