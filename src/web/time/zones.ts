/** Zones of a problem, and those that are offered first. */
import { isZone } from "../../reason/time/local-days.ts";
import type { TimeProblem } from "../../reason/time/time-problem.ts";
import { SHOWN_ZONES } from "../bench/zone-table.ts";

export const usualZones: readonly string[] = SHOWN_ZONES;

/** Stated ones first, in the order they are first stated, then the candidates. */
export function zonesOf({ statements, zones = [] }: TimeProblem): string[] {
  const stated = statements.flatMap((one) => (one.kind === "within" && one.zone !== null && isZone(one.zone) ? [one.zone] : []));
  return [...new Set([...stated, ...zones])];
}

/** Whose clock the screen goes by where the address does not say: the chosen zone, else the one it was kept with, one that is stated, else a candidate. */
export function suitingClock(problem: TimeProblem, chosen: string | undefined): string {
  if (chosen !== undefined && isZone(chosen)) return chosen;
  const { displayZone } = problem;
  if (displayZone !== undefined && isZone(displayZone)) return displayZone;
  return zonesOf(problem)[0] ?? "UTC";
}
