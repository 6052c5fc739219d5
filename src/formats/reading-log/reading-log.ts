/** What a reader notes on its way: traps counted with their first places, and faults, both bounded whatever the file does. */
import type { ReadingFault } from "../../core/analysis/reading-result.ts";
import type { Trap } from "../../core/trap/trap.ts";
import { ownCopy } from "./own-copy.ts";

/** Faults listed one by one; the rest is counted. */
const mostFaults = 1000;
const mostPlaces = 5;

export interface ReadingLog<Code extends string> {
  trap(code: Code, where: string): void;
  fault(fault: ReadingFault): void;
  count(code: Code): number;
  faultCount(): number;
  /** In the order first met. */
  traps(): Trap[];
  faults(): ReadingFault[];
}

/** `explain` gives the sentence of a trap once all is counted. */
export function createReadingLog<Code extends string>(explain: (code: Code) => string): ReadingLog<Code> {
  const met = new Map<Code, { count: number; where: string[] }>();
  const faults: ReadingFault[] = [];
  let faultCount = 0;
  return {
    trap(code, where) {
      const seen = met.get(code) ?? { count: 0, where: [] };
      seen.count++;
      if (seen.where.length < mostPlaces) seen.where.push(ownCopy(where));
      met.set(code, seen);
    },
    fault(fault) {
      faultCount++;
      if (faults.length < mostFaults) faults.push({ ...fault, where: ownCopy(fault.where) });
    },
    count: (code) => met.get(code)?.count ?? 0,
    faultCount: () => faultCount,
    traps: () => [...met].map(([code, { count, where }]) => ({ code, message: explain(code), count, where })),
    faults: () =>
      faultCount === faults.length
        ? faults
        : [
            ...faults,
            { where: "whole file", expected: "records that can be read", found: `${faultCount - faults.length} more faults like these` },
          ],
  };
}
