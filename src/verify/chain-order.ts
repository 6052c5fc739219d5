/**
 * Whether each line follows the one before, and, where not, what was done: two lines in each other's place, a line gone,
 * a line twice. A line whose head cannot be read leaves a gap of one; the lines after it are still compared.
 */
import { type Digest, noDigest } from "../core/hash/digest.ts";
import type { LineHead } from "../core/ledger/ledger-line.ts";
import type { Findings } from "./findings.ts";

/** A hostile ledger can jump at every line; so many are enough to say what was done. */
const jumpsHeld = 1000;

export interface ChainOrder {
  /** The next line as it stands in the file; undefined when its head cannot be read. */
  take(line: { readonly head: LineHead; readonly digest: Digest } | undefined): void;
  end(): void;
  readonly lines: number;
}

export function createChainOrder(findings: Findings): ChainOrder {
  const jumps: { readonly at: number; readonly seq: number; readonly expected: number }[] = [];
  let lines = 0;
  let seq = 0;
  let highest = 0;
  let before: Digest | undefined = noDigest;

  return {
    take(line) {
      lines++;
      const expected = seq + 1;
      if (line === undefined) {
        seq = expected;
        before = undefined;
      } else {
        if (line.head.seq !== expected) {
          if (jumps.length < jumpsHeld) jumps.push({ at: lines, seq: line.head.seq, expected });
        } else if (before !== undefined && line.head.prev !== before) {
          const text = `Line ${seq + 1} names ${line.head.prev} as the head before it; the line before it has ${before}. What stands before this line is not what it was written after.`;
          findings.against("chain-broken", text, { line: seq + 1 });
        }
        seq = line.head.seq;
        before = line.digest;
      }
      highest = Math.max(highest, seq);
    },
    end() {
      const misplaced = new Map(jumps.filter(({ at, seq: found }) => at !== found).map(({ at, seq: found }) => [at, found]));
      const swapped = [...misplaced].filter(([at, found]) => at < found && misplaced.get(found) === at);
      for (const [at, found] of swapped) {
        const text = `Lines ${at} and ${found} stand in each other's place. Both are there; their order is not the one they were written in.`;
        findings.against("lines-swapped", text, { line: at });
        misplaced.delete(at);
        misplaced.delete(found);
      }
      if (misplaced.size > 0 && lines === highest) {
        const [at] = [...misplaced.keys()];
        findings.against("lines-moved", `All ${lines} lines are there, but from line ${at} on they stand in another order.`, {
          line: at as number,
        });
        return;
      }
      for (const { at, seq: found, expected } of jumps) {
        if (!misplaced.has(at)) continue;
        if (found > expected) {
          const gone = found - expected === 1 ? `Line ${expected} is` : `Lines ${expected} to ${found - 1} are`;
          findings.against("lines-missing", `${gone} missing: line ${found} follows line ${expected - 1}.`, { line: expected });
        } else {
          findings.against(
            "line-repeated",
            `Line ${found} stands where line ${expected} was expected: it is there twice, or in another place.`,
            {
              line: found,
            },
          );
        }
      }
    },
    get lines() {
      return lines;
    },
  };
}
