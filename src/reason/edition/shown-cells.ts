/**
 * Which cell stands for each place of a public edition. A finding, its blind answers and its grounds share one, and so do places that
 * lie nearer to each other than half of the grid: two cells for what lies close together would say that it lies on their border.
 */
import { type GridPlace, toGrid } from "../../core/edition/grid.ts";
import { wayBetween } from "../../core/place/geodesic.ts";
import type { Position } from "../../core/place/region.ts";
import type { ReportFinding } from "../../core/report/report-finding.ts";
import type { ReportModel } from "../../core/report/report.ts";
import { circleOf } from "./region-circle.ts";

export interface ShownCells {
  /** Holds the place with its radius; said in quarters of the grid, so that it tells neither the radius nor where in the cell it lies. */
  shownFor(place: Position, radiusM: number): GridPlace;
}

export function shownCells(model: Pick<ReportModel, "findings" | "places" | "records">, gridM: number): ShownCells {
  const mains = new Map<string, Position>();
  const mainOf = (place: Position) => mains.get(keyOf(place));
  const near = (place: Position) => [...mains.values()].find((main) => metresFrom(main, place) <= gridM / 2);
  const groundsOf = groundPositions(model);
  for (const finding of model.findings) {
    const { answer } = finding;
    if (answer.sort !== "place") continue;
    const members = [answer, ...blindOf(finding), ...groundsOf(finding)].filter((one) => metresFrom(answer, one) <= gridM);
    const main = members.map(mainOf).find((one) => one !== undefined) ?? near(answer) ?? { lat: answer.lat, lon: answer.lon };
    for (const one of members) if (mainOf(one) === undefined) mains.set(keyOf(one), main);
  }
  const others = [...model.findings.flatMap((finding) => blindOf(finding)), ...model.places.map(({ region }) => circleOf(region).centre)];
  for (const one of others) if (mainOf(one) === undefined) mains.set(keyOf(one), near(one) ?? one);
  return {
    shownFor(place, radiusM) {
      const main = mainOf(place) ?? place;
      const cell = toGrid(main, 0, gridM);
      const step = gridM / 4;
      const more = Math.max(1, Math.ceil((metresFrom(main, place) + radiusM) / step)) * step;
      return { ...cell, radiusM: Math.ceil(cell.radiusM + more) };
    },
  };
}

function blindOf({ blind }: ReportFinding): Position[] {
  return blind.answers.flatMap(({ answer }) => (answer?.sort === "place" ? [{ lat: answer.lat, lon: answer.lon }] : []));
}

/** Places of what a finding cites, and of what that rests on. */
function groundPositions({ places, records }: Pick<ReportModel, "places" | "records">): (finding: ReportFinding) => Position[] {
  const rests = new Map(records.map(({ name, restsOn }) => [name, restsOn]));
  return ({ finding, evidenceFor, evidenceAgainst }) => {
    const cited = new Set<string>([finding]);
    const waiting = [...evidenceFor, ...evidenceAgainst].map(({ record }) => record);
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop())
      if (!cited.has(name)) {
        cited.add(name);
        waiting.push(...(rests.get(name) ?? []));
      }
    return places.flatMap(({ of, role, region }) => (role !== "rejected" && cited.has(of) ? [circleOf(region).centre] : []));
  };
}

function keyOf({ lat, lon }: Position): string {
  return `${lat.toFixed(7)} ${lon.toFixed(7)}`;
}

function metresFrom(one: Position, other: Position): number {
  return wayBetween(one, other).metres;
}
