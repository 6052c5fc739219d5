/** Zones of a problem, and those that are offered first. */
import { isZone } from "../../reason/time/local-days.ts";
import type { TimeProblem } from "../../reason/time/time-problem.ts";
import { SHOWN_ZONES } from "../bench/zone-table.ts";

export const usualZones: readonly string[] = SHOWN_ZONES;

/** Stated ones first, in the order they are first stated, then the candidates. */
export function zonesOf(problem: TimeProblem): string[] {
  return [...new Set([...statedZones(problem), ...(problem.zones ?? [])])];
}

function statedZones({ statements }: TimeProblem): string[] {
  return statements.flatMap((one) => (one.kind === "within" && one.zone !== null && isZone(one.zone) ? [one.zone] : []));
}

/** Whose clock the screen goes by where the address does not say: the chosen zone, the one it was kept with, one that is stated, else UTC. */
export function suitingClock(problem: TimeProblem, chosen: string | undefined): string {
  const wished = [chosen, problem.displayZone, ...statedZones(problem)];
  return wished.find((zone) => zone !== undefined && isZone(zone)) ?? "UTC";
}
