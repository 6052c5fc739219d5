/** What the schema cannot say of a camera problem: numbers used once, marks on the frame, things not too far apart. */
import { wayBetween } from "../../core/place/geodesic.ts";
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";
import type { CameraProblem } from "./camera-problem.ts";

const farthestM = 300_000;

/** Throws ProblemUnreadable, naming the field. */
export function checkProblem({ frame, pairs, transits = [], expected = [], lens }: CameraProblem): void {
  if (pairs.every(({ dropped }) => dropped !== undefined) && transits.every(({ dropped }) => dropped !== undefined))
    throw new ProblemUnreadable("pairs", "expected at least one pair, or two things in line, that is not dropped; found none");
  const seen = new Map<number, string>();
  const once = (number: number, where: string): void => {
    const before = seen.get(number);
    if (before !== undefined)
      throw new ProblemUnreadable(`${where}.number`, `expected a number of its own; found ${number}, which ${before} has`);
    seen.set(number, where);
  };
  const outside = (value: number, most: number) => value < -0.05 * most || value > 1.05 * most;
  for (const [at, { number, frame: mark }] of pairs.entries()) {
    once(number, `pairs.${at}`);
    for (const axis of ["x", "y"] as const) {
      const most = axis === "x" ? frame.width : frame.height;
      if (outside(mark[axis], most)) throw new ProblemUnreadable(`pairs.${at}.frame.${axis}`, `expected 0 to ${most}; found ${mark[axis]}`);
    }
  }
  for (const [at, { number, near, far }] of transits.entries()) {
    once(number, `transits.${at}`);
    if (wayBetween(near, far).metres < near.errorM + far.errorM)
      throw new ProblemUnreadable(`transits.${at}`, "expected two things farther apart than their errors; found them nearer");
  }
  for (const [at, { number }] of expected.entries()) once(number, `expected.${at}`);
  if (lens?.horizontalFieldDeg !== undefined && lens.equivalent35mm !== undefined)
    throw new ProblemUnreadable("lens.equivalent35mm", "expected a field of view or an equivalent focal length; found both");
  const first = pairs[0]?.map ?? transits[0]?.near;
  if (first === undefined) return;
  const points = [
    ...pairs.map(({ map }, at) => ({ map, where: `pairs.${at}.map` })),
    ...transits.flatMap(({ near, far }, at) => [
      { map: near, where: `transits.${at}.near` },
      { map: far, where: `transits.${at}.far` },
    ]),
    ...expected.map(({ map }, at) => ({ map, where: `expected.${at}.map` })),
  ];
  for (const { map, where } of points) {
    const { metres } = wayBetween(first, map);
    if (metres > farthestM)
      throw new ProblemUnreadable(
        where,
        `expected within ${farthestM / 1000} km of the first thing; found ${Math.round(metres / 1000)} km`,
      );
  }
}
