/** Order of UTC instants. Their texts do not sort as they are: ".5Z" stands before "Z". */
import type { UtcInstant } from "./time-claim.ts";

/** Negative when `a` is earlier, 0 for the same instant, positive when later. */
export function compareInstants(a: UtcInstant, b: UtcInstant): number {
  const [first, second] = [spelledOut(a), spelledOut(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** With nine decimals, so that texts sort as instants. */
function spelledOut(instant: UtcInstant): string {
  const [seconds, decimals = ""] = instant.slice(0, -1).split(".") as [string, string?];
  return `${seconds}.${decimals.padEnd(9, "0")}`;
}
